"""Elements: curves, bands, lines, marks and their words on the axes of a panel."""

from __future__ import annotations

from bisect import bisect_left
from math import exp, log
from typing import assert_never

from matplotlib.axes import Axes
from matplotlib.patheffects import TickedStroke

from checks.figures import Band, Curve, Element, Label, Level, Mark, Panel, Points, Side, Zone
from checks.pages.figures.styles import FAINT, INK, SHADE, STYLES

_PATCH = {"facecolor": SHADE, "edgecolor": "none", "pad": 0.5}
HATCHING = {Side.ABOVE: 60, Side.BELOW: -60}  # degrees to the left of the direction in which the curve is drawn


def add(axes: Axes, element: Element, panel: Panel) -> None:
    """Draws one element."""
    match element:
        case Curve():
            _curve(axes, element)
        case Band():
            _band(axes, element, panel)
        case Level(height, role, label):
            style = STYLES[role]
            axes.axhline(float(height.middle), **style.line)
            _words(axes, label, float(height.middle), style.colour)
        case Zone(low, high, text):
            axes.axvspan(float(low), float(high), color=SHADE, linewidth=0, zorder=0)
            _upright(axes, text, float(low), float(high))
        case Mark(point, label, is_open):
            face = "white" if is_open else INK
            axes.plot(
                [float(point.at)], [float(point.middle)], "o", markersize=4.5, markerfacecolor=face, markeredgecolor=INK, zorder=7, clip_on=False
            )
            _words(axes, label, float(point.middle), INK)
        case never:
            assert_never(never)


def _curve(axes: Axes, curve: Curve) -> None:
    style = STYLES[curve.role]
    x, y = _coordinates(curve.points)
    axes.plot(x, y, **style.line)
    if curve.excludes is not None:
        ticks = TickedStroke(spacing=5, angle=HATCHING[curve.excludes], length=0.55, linewidth=0.6, foreground=style.colour)
        axes.plot(x, y, color=style.colour, linewidth=0.6, zorder=style.order, path_effects=[ticks])
    _words(axes, curve.label, _height(curve.points, curve.label), style.colour)


def _band(axes: Axes, band: Band, panel: Panel) -> None:
    style = STYLES[band.role]
    (x, low), (_, high) = _coordinates(band.lower), _coordinates(band.upper)
    axes.fill_between(x, low, high, color=style.colour, alpha=0.3, linewidth=0, zorder=2)
    for side in (low, high):
        axes.plot(x, side, color=style.colour, linewidth=0.6, zorder=style.order)
    _words(axes, band.label, _height(band.upper, band.label), style.colour)


def _coordinates(points: Points) -> tuple[list[float], list[float]]:
    return [float(each.at) for each in points], [float(each.middle) for each in points]


def _height(points: Points, label: Label | None) -> float:
    """Where a curve is at its label, on the chord between the neighbours in logarithms where all is positive."""
    x, y = _coordinates(points)
    if label is None:
        return y[0]
    index = min(max(bisect_left(x, float(label.at)), 1), len(x) - 1)
    (x0, x1), (y0, y1), at = x[index - 1 : index + 1], y[index - 1 : index + 1], float(label.at)
    if min(x0, y0, y1, at) > 0:
        return exp(_between(log(x0), log(x1), log(y0), log(y1), log(at)))
    return _between(x0, x1, y0, y1, at)


def _between(x0: float, x1: float, y0: float, y1: float, at: float) -> float:
    return y0 if x0 == x1 else y0 + (y1 - y0) * (at - x0) / (x1 - x0)


def _words(axes: Axes, label: Label | None, height: float, colour: str) -> None:
    if label is None:
        return
    axes.annotate(
        label.text,
        (float(label.at), height),
        xytext=(label.right, label.up),
        textcoords="offset points",
        ha=label.align,
        va="baseline",
        color=colour,
        fontsize=8,
        zorder=8,
        annotation_clip=False,
    )


def _upright(axes: Axes, text: str, low: float, high: float) -> None:
    is_logarithmic = axes.get_xscale() == "log"
    middle = (low * high) ** 0.5 if is_logarithmic else (low + high) / 2
    axes.text(
        middle,
        0.5,
        text,
        transform=axes.get_xaxis_transform(),
        rotation=90,
        ha="center",
        va="center",
        color=FAINT,
        fontsize=7.5,
        zorder=7,
        bbox=_PATCH,
    )
