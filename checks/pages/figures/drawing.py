"""Drawing: figures as files, the same to the byte each time; an SVG stands on a white card, so that it reads on dark pages."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from checks.figures import Figure
from checks.pages.prose import readable

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Sheet

PDF_DATES = {"CreationDate": None, "ModDate": None}
SVG_FACTS = {"Date": None, "Creator": None, "Format": None, "Type": None}


class CannotDraw(ImportError):
    """Figures are asked for where matplotlib, or scour, is not installed."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"figures need {missing}, which is not installed for this Python: pip install 'lemmata[site]'")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure that was drawn: its title and caption as a reader sees them, and its files."""

    name: str
    title: str
    caption: str
    files: tuple[Path, ...]


def draw(figures: Sequence[Figure], folder: Path, *, pdf: bool = False) -> tuple[Drawn, ...]:
    """Draws the figures into a folder, which is made if there is none: NAME.svg, and NAME.pdf if asked.

    Raises:
        CannotDraw: where it is not installed.
        OSError: where a file cannot be written.
    """
    try:
        from checks.pages.figures import slimming
        from checks.pages.figures.sheets import drawing_style, sheet
    except ModuleNotFoundError as fault:
        missing = (fault.name or "").partition(".")[0]
        if missing not in ("matplotlib", "scour"):
            raise
        raise CannotDraw(missing) from fault
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for figure in figures:
        with drawing_style(figure.name):
            drawn.append(_saved(figure, sheet(figure), folder, slimming.slim, pdf=pdf))
    return tuple(drawn)


def _saved(figure: Figure, drawn: Sheet, folder: Path, slim: Callable[[str], str], *, pdf: bool) -> Drawn:
    title, caption = readable(figure.title), readable(figure.caption)
    files = [folder / f"{figure.name}.svg"]
    files[0].write_text(_svg(slim(_plain(drawn)), figure.name, title, caption), encoding="utf-8", newline="\n")
    if pdf:
        drawn.set_layout_engine("none")  # it is laid out
        files.append(folder / f"{figure.name}.pdf")
        drawn.savefig(files[1], format="pdf", transparent=True, metadata={"Title": title, **PDF_DATES})
    return Drawn(figure.name, title, caption, tuple(files))


def _plain(drawn: Sheet) -> str:
    stream = BytesIO()
    drawn.savefig(stream, format="svg", facecolor="white", metadata=SVG_FACTS)
    return stream.getvalue().decode()


def _svg(text: str, name: str, title: str, caption: str) -> str:
    """The figure with what a screen reader tells of it, and without the XML head that would keep it out of a page."""
    opening, closing, rest = text[text.index("<svg") :].partition(">")
    told = f'<title id="{name}-title">{html.escape(title)}</title>\n<desc id="{name}-desc">{html.escape(caption)}</desc>'
    return f'{opening} role="img" aria-labelledby="{name}-title" aria-describedby="{name}-desc"{closing}\n{told}{rest}'
