"""Axes: what the figures measure, and in which units."""

from __future__ import annotations

from fractions import Fraction

from checks.figures import Axis
from symbolic_model.figures.points import LAST

FIRST = 3
HARDWARE = Axis("hardware efficiency $E$", "FLOP/$", 10**FIRST, 10**LAST, is_logarithmic=True)


def _logarithmic(label: str, unit: str, low: int, high: int) -> Axis:
    return Axis(label, unit, Fraction(10) ** low, Fraction(10) ** high, is_logarithmic=True)


def size(low: int, high: int) -> Axis:
    """Model size between two powers of ten."""
    return _logarithmic("model size $n^{*}$", "parameters", low, high)


def data(low: int, high: int) -> Axis:
    """Training data between two powers of ten."""
    return _logarithmic("training data $d^{*}$", "tokens", low, high)


def cost(low: int, high: int) -> Axis:
    """Training cost between two powers of ten."""
    return _logarithmic(r"training cost $C^{*}_{\mathrm{train}}$", "$", low, high)
