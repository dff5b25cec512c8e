"""Sheets: figures set out by matplotlib, panel by panel; imported only where figures are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil, floor, log10

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Sheet
from matplotlib.ticker import FixedLocator, MaxNLocator, NullLocator

from checks.figures import Axis, Figure, Panel
from checks.pages.figures.elements import add
from checks.pages.figures.styles import TYPE

WIDTHS = {1: 3.5, 2: 5.6}  # inches, by columns of panels
FULL = 7.2
STEPS, MOST_TICKS = (1, 2, 3, 4, 5, 10, 20, 50, 100), 6


@contextmanager
def drawing_style(name: str) -> Iterator[None]:
    """The type and lines of all figures; identifiers in the SVG depend on nothing but the figure's name."""
    with rc_context({**TYPE, "svg.hashsalt": name}):
        yield


def sheet(figure: Figure) -> Sheet:
    """The figure, ready to be saved."""
    rows, columns = len(figure.rows), len(figure.rows[0])
    drawn = Sheet(figsize=(WIDTHS.get(columns, FULL), figure.height * rows), layout="constrained")
    grid = drawn.subplots(rows, columns, squeeze=False)
    for row, panels in enumerate(figure.rows):
        for column, panel in enumerate(panels):
            has_x = row + 1 < rows and figure.rows[row + 1][column].x == panel.x
            has_y = column > 0 and panels[column - 1].y == panel.y
            _set_out(grid[row][column], panel, says_x=not has_x, says_y=not has_y)
    return drawn


def _set_out(axes: Axes, panel: Panel, *, says_x: bool, says_y: bool) -> None:
    """One panel; an axis that the panel below, or the one to the left, has as well says nothing."""
    axes.set_title(panel.title)
    axes.set_xlabel(_in_words(panel.x) if says_x else "")
    axes.set_ylabel(_in_words(panel.y) if says_y else "")
    axes.tick_params(labelbottom=says_x, labelleft=says_y)
    _scale(axes, panel.x, is_x=True)
    _scale(axes, panel.y, is_x=False)
    for element in panel.elements:
        add(axes, element, panel)


def _in_words(axis: Axis) -> str:
    r"""The axis in words; a dollar that is a unit is not the beginning of a formula."""
    unit = axis.unit.replace("$", r"\$")
    return f"{axis.label} ({unit})" if unit else axis.label


def _powers(axis: Axis) -> list[float]:
    """Powers of ten, few enough to be read, at multiples of their distance."""
    low, high = log10(axis.low), log10(axis.high)
    step = next(each for each in STEPS if (high - low) / each <= MOST_TICKS)
    return [10.0**power for power in range(ceil(low / step) * step, floor(high) + 1, step)]


def _scale(axes: Axes, axis: Axis, *, is_x: bool) -> None:
    (axes.set_xlim if is_x else axes.set_ylim)(float(axis.low), float(axis.high))
    ruler = axes.xaxis if is_x else axes.yaxis
    if axis.is_logarithmic:
        (axes.set_xscale if is_x else axes.set_yscale)("log")
        ruler.set_major_locator(FixedLocator(_powers(axis)))
        ruler.set_minor_locator(NullLocator())
    else:
        ruler.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
