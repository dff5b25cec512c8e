"""Profit over model size: below, at and above the hardware efficiency from which on a model is trained."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from checks.figures import Axis, Curve, Element, Figure, Label, Level, Mark, Panel, Point, Role
from checks.language import Symbol
from checks.language.differentiation import derivative
from checks.language.walking import unfolded
from symbolic_model.demand import f_gamma
from symbolic_model.figures.points import SAID, crossings, enclosed, geometric, threshold, value
from symbolic_model.profit import best_volume, reduced_profit, training_cost
from symbolic_model.scaling import balanced_data
from symbolic_model.symbols import E, a, alpha, gamma
from symbolic_model.symbols import some_n as n

linked = f_gamma(a * n**alpha)
volume = best_volume(n, linked)
displayed = reduced_profit(n, balanced_data(n), linked)
unsold = -training_cost(n, balanced_data(n))
slope = derivative(unfolded(displayed), n)

GAMMA = Fraction(-1)
PLACES = geometric(Fraction(1, 10), 40, 72)
SIZE = Axis("model size $n$", "parameters", Fraction(1, 10), 40, is_logarithmic=True)
PROFIT = Axis(r"profit $\pi$", "$", Fraction(-3, 100), Fraction(7, 100))
UNSOLD = Label("sells nothing", Fraction(1, 8), 0, -13, "left")
Values = Mapping[Symbol, Fraction]


def over_size() -> Figure:
    """Profit at three hardware efficiencies around the threshold."""
    start = threshold(GAMMA)
    least, most = start * 3 / 5, start * 2
    row = tuple(_panel(each, words) for each, words in ((least, "below"), (start, "at"), (most, "above")))
    caption = (
        f"gamma = -1, {SAID}. Solid: profit with the data of Lemma 2 and the volume of Lemma 1, where that is positive; the dots are where its slope "
        "vanishes, filled where profit is greatest. Dashed: the display of section 3 where Lemma 1 would have the firm sell a negative volume, which "
        "is why viability is needed; for small n it exceeds, in these three cases, every profit that can be made. "
        f"Dash-dotted: what the firm has there, minus the training cost. Middle: the threshold; at E = {start} FLOP/$ a model is certain to earn "
        "more than nothing, at 0.2 % less none does. Left and right: 0.6 and 2 times that."
    )
    return Figure("profit", "Profit over model size, and when no model is trained", caption, (row,), height=2.5)


def _panel(hardware: Fraction, words: str) -> Panel:
    values = {gamma: GAMMA, E: hardware}
    sells = crossings(volume, n, PLACES, values)[0]
    before = (*(each for each in PLACES if each < sells.at), sells.at)
    beyond = (sells.at, *(each for each in PLACES if each > sells.at))
    stationary = crossings(slope, n, beyond, values)
    near = sorted({*beyond, *(each.at for each in stationary)})
    zero = Level(Point(Fraction(0), Fraction(0), Fraction(0)), Role.FAINT)
    elements: tuple[Element, ...] = (
        zero,
        Curve(enclosed(displayed, n, before, values), Role.PRINTED, Label("sells $t<0$", Fraction(3, 10), 6, 4, "left")),
        Curve(enclosed(unsold, n, before, values), Role.CORRECTED, UNSOLD if words == "below" else None),
        Curve(enclosed(displayed, n, near, values), Role.CERTAIN),
        *_marks(stationary, values),
    )
    return Panel(f"{words} the threshold", SIZE, PROFIT, elements)


def _marks(stationary: tuple[Point, ...], values: Values) -> tuple[Mark, ...]:
    """Valley and peak, in this order, since profit falls where sales begin."""
    words = (Label("minimum", 1, 0, -11), Label("maximum $n^{*}$", 1, 0, 6))
    heights = (value(displayed, {**values, n: each.at}, each.at) for each in stationary)
    return tuple(
        Mark(height, Label(label.text, height.at, label.right, label.up), is_open=label is words[0])
        for height, label in zip(heights, words, strict=False)
    )
