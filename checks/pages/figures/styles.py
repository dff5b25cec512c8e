"""Styles: how what is certain, printed, corrected or for comparison is told apart, in colour, in grey and by the colour-blind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checks.figures import Role

INK, FAINT, SHADE = "#1a1a1a", "#6b6b6b", "#ececec"
ORANGE, BLUE = "#c24a00", "#0060a0"
Dashes = tuple[float, tuple[float, ...]] | str


@dataclass(frozen=True, slots=True)
class Style:
    """How a curve is drawn: its colour, width in points, dashes, and what it lies above."""

    colour: str
    width: float
    dashes: Dashes
    order: int

    @property
    def line(self) -> dict[str, Any]:
        """In matplotlib's words."""
        return {"color": self.colour, "linewidth": self.width, "linestyle": self.dashes, "zorder": self.order}


STYLES = {
    Role.CERTAIN: Style(INK, 1.5, "-", 5),
    Role.PRINTED: Style(ORANGE, 1.2, (0, (4.5, 1.8)), 6),
    Role.CORRECTED: Style(BLUE, 1.2, (0, (6, 1.5, 1.2, 1.5)), 4),
    Role.FAINT: Style(FAINT, 0.6, "-", 1),
}

TYPE: dict[Any, Any] = {
    "font.family": "STIXGeneral",
    "mathtext.fontset": "stix",
    "font.size": 8.5,
    "axes.labelsize": 8.5,
    "axes.titlesize": 9,
    "axes.linewidth": 0.6,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": 8,
    "ytick.labelsize": 8,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "xtick.major.size": 3,
    "ytick.major.size": 3,
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "lines.solid_capstyle": "round",
}
