"""Notebooks: values as LaTeX, as HTML with nothing outside it, and as text, for whichever of these a notebook can show."""

from checks.pages.notebook.cards import html_of
from checks.pages.notebook.formulas import latex_of
from checks.pages.notebook.texts import text_of

__all__ = ["html_of", "latex_of", "text_of"]
