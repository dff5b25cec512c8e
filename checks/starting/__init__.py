"""Starting: a fresh paper laid out from templates, which checks green at once."""

from checks.starting.layout import NotEmpty, lay_out, title_of

__all__ = ["NotEmpty", "lay_out", "title_of"]
