"""Drawing: figures as files, the same to the byte each time; an SVG stands on a white card, so that it reads on dark pages."""

from __future__ import annotations

import html
from collections.abc import Sequence
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


class NoMatplotlib(ImportError):
    """Figures are asked for where matplotlib is not installed."""

    def __init__(self) -> None:
        super().__init__("figures need matplotlib, which is not installed for this Python: pip install 'lemmata[site]'")


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
        NoMatplotlib: where it is not installed.
        OSError: where a file cannot be written.
    """
    try:
        from checks.pages.figures.sheets import drawing_style, sheet
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] != "matplotlib":
            raise
        raise NoMatplotlib from fault
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for figure in figures:
        with drawing_style(figure.name):
            drawn.append(_saved(figure, sheet(figure), folder, pdf=pdf))
    return tuple(drawn)


def _saved(figure: Figure, drawn: Sheet, folder: Path, *, pdf: bool) -> Drawn:
    title, caption = readable(figure.title), readable(figure.caption)
    files = [folder / f"{figure.name}.svg"]
    files[0].write_text(_svg(drawn, figure.name, title, caption), encoding="utf-8", newline="\n")
    if pdf:
        drawn.set_layout_engine("none")  # it is laid out
        files.append(folder / f"{figure.name}.pdf")
        drawn.savefig(files[1], format="pdf", transparent=True, metadata={"Title": title, **PDF_DATES})
    return Drawn(figure.name, title, caption, tuple(files))


def _svg(drawn: Sheet, name: str, title: str, caption: str) -> str:
    """The figure with what a screen reader tells of it, and without the XML head that would keep it out of a page."""
    stream = BytesIO()
    drawn.savefig(stream, format="svg", facecolor="white", metadata=SVG_FACTS)
    text = stream.getvalue().decode()
    opening, closing, rest = text[text.index("<svg") :].partition(">")
    told = f'<title id="{name}-title">{html.escape(title)}</title>\n <desc id="{name}-desc">{html.escape(caption)}</desc>'
    return f'{opening} role="img" aria-labelledby="{name}-title" aria-describedby="{name}-desc"{closing}\n {told}{rest}'
