"""Display: what a notebook asks of a value that it is to show; the pages answer."""

from __future__ import annotations


class Displayed:
    """Values that notebooks show as formulas and pages; it changes nothing else about them."""

    __slots__ = ()

    def _repr_latex_(self) -> str | None:
        from checks.pages.notebook import latex_of

        return latex_of(self)

    def _repr_html_(self) -> str | None:
        from checks.pages.notebook import html_of

        return html_of(self)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """The value as text, of which the whole tree, megabytes for a statement, would else go into the notebook."""
        from checks.pages.notebook import text_of

        return {"text/plain": text_of(self)}
