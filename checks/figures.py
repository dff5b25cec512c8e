"""Figures: what a module of figures offers, as plain values, and how it is found by name.

The ledger names the module, `figures = "symbolic_model.figures"` under [paper]. It has one name:

    FIGURES: Mapping[str, Callable[[], Figure]]
        each figure under its name, made when it is asked for.

Coordinates are exact or enclosed; only what draws them rounds. Labels are plain text with TeX formulas between dollars.
`symbolic_model.figures` is one such module.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Real: TypeAlias = int | Fraction


class Role(StrEnum):
    """What a curve shows, which decides how it is drawn."""

    CERTAIN = "computed for certain"
    PRINTED = "as the paper prints it"
    CORRECTED = "what holds in its place"
    FAINT = "for comparison"


class Side(StrEnum):
    """The side of a bound on which nothing lies."""

    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Point:
    """A value between two exact bounds, at an exact place."""

    at: Fraction
    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"at {self.at} the bounds [{self.low}, {self.high}] are empty")

    @property
    def middle(self) -> Fraction:
        """Where it is drawn."""
        return (self.low + self.high) / 2


Points: TypeAlias = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place of the x axis, moved by so many printer's points; `align` says which end of them is there."""

    text: str
    at: Real
    right: float = 0
    up: float = 0
    align: str = "center"


@dataclass(frozen=True, slots=True)
class Curve:
    """Values joined by a line; `excludes` makes it a bound, hatched on the side that it forbids."""

    points: Points
    role: Role = Role.CERTAIN
    label: Label | None = None
    excludes: Side | None = None

    def __post_init__(self) -> None:
        if len(self.points) < 2:
            raise ValueError(f"a curve takes two points at least, not {len(self.points)}")


@dataclass(frozen=True, slots=True)
class Band:
    """All between two curves over the same places: a quantity is certain to lie there."""

    lower: Points
    upper: Points
    role: Role = Role.CORRECTED
    label: Label | None = None

    def __post_init__(self) -> None:
        if [each.at for each in self.lower] != [each.at for each in self.upper]:
            raise ValueError("the two sides of a band are given at different places")


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line at an enclosed height."""

    height: Point
    role: Role
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the x axis, shaded; its words stand upright in the middle."""

    low: Real
    high: Real
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A point that matters, filled or open."""

    point: Point
    label: Label
    is_open: bool = False


Element: TypeAlias = Curve | Band | Level | Zone | Mark


@dataclass(frozen=True, slots=True)
class Axis:
    """What is measured, in which unit, in plain text and empty for a mere number, and from where to where."""

    label: str
    unit: str
    low: Real
    high: Real
    is_logarithmic: bool = False

    def __post_init__(self) -> None:
        if not self.label:
            raise ValueError("an axis needs a label")
        if not self.low < self.high:
            raise ValueError(f"the axis {self.label} ends at {self.high}, which is not beyond its beginning {self.low}")
        if self.is_logarithmic and self.low <= 0:
            raise ValueError(f"the logarithmic axis {self.label} begins at {self.low}; take a positive number")


@dataclass(frozen=True, slots=True)
class Panel:
    """One pair of axes with what is drawn on it."""

    title: str
    x: Axis
    y: Axis
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: panels in rows, and what they show, in ASCII as prose is typed.

    Attributes:
        name: what its files are called.
        height: of a row, in inches.
    """

    name: str
    title: str
    caption: str
    rows: tuple[tuple[Panel, ...], ...]
    height: float = 2.2

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r} cannot name a figure: use small letters, digits and hyphens")
        if not self.rows or len({len(row) for row in self.rows}) != 1 or not self.rows[0]:
            raise ValueError(f"the figure {self.name} needs rows of equally many panels")

    @property
    def panels(self) -> tuple[Panel, ...]:
        """All panels, row by row."""
        return tuple(panel for row in self.rows for panel in row)


class NoFigures(ValueError):
    """A module of figures cannot be used, or has no figure of that name; the message names the remedy."""


Maker: TypeAlias = Callable[[], Figure]
Makers: TypeAlias = Mapping[str, Maker]


def load_figures(module: str) -> Makers:
    """What makes the figures of a module, found here or where it is installed, by their names.

    Raises:
        NoFigures: where there is none.
    """
    if "" not in sys.path:
        sys.path.append("")  # last, so that nothing here stands in for a module of Python
    try:
        makers = getattr(importlib.import_module(module), "FIGURES", None)
    except Exception as fault:  # whatever the author's module raises, the user is told
        raise NoFigures(f"the module of figures {module} cannot be imported: {type(fault).__name__}: {fault}") from fault
    if not isinstance(makers, Mapping) or not makers:
        raise NoFigures(f"the module {module} offers no figures: it must define FIGURES, a mapping of names to functions that make a Figure")
    return makers


def made(makers: Makers, only: Sequence[str] = ()) -> tuple[Figure, ...]:
    """The figures, or those of these names.

    Raises:
        NoFigures: for a name that no figure has, and for a figure that goes by another name.
    """
    if unknown := [name for name in only if name not in makers]:
        raise NoFigures(f"there is no figure {unknown[0]}; there are {', '.join(makers)}")
    found = {name: makers[name]() for name in makers if not only or name in only}
    for name, figure in found.items():
        if figure.name != name:
            raise NoFigures(f"the figure offered as {name} calls itself {figure.name}; give it one name")
    return tuple(found.values())
