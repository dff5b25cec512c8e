"""Factors: the constants that bounds need, and the numbers from which on they hold."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from checks.engines.orders.polyhedra import Comparison
from checks.engines.orders.shapes import ZERO, Monomial, Quantity, Shape

LARGEST = 10**40
LOG_TWO = Fraction(7, 10)  # a little more than log(2)


def halved(comparison: Comparison, lower: tuple[Monomial, ...], rest: list[Monomial]) -> tuple[Monomial, ...] | None:
    """Half of a sum that outgrows the rest, from where the rest is at most the other half; None where that is not told."""
    starts = [min((start for each in lower if (start := _start(comparison, each, other, len(rest)))), default=None) for other in rest]
    known = [start for start in starts if start is not None]
    if len(known) < len(starts):
        return None
    comparison.begin(max(known))
    return tuple(Monomial(each.exponents, None if each.factor is None else each.factor / 2) for each in lower)


def _start(comparison: Comparison, large: Monomial, small: Monomial, count: int) -> Fraction | None:
    """From where on 2*count*small <= large, by the power of one growing symbol in which they differ."""
    if large.factor is None or small.factor is None:
        return None
    gap = dict(large.exponents)
    for quantity, power in small.exponents:
        gap[quantity] = gap.get(quantity, ZERO) - power
    powers = {quantity: power.rational for quantity, power in gap.items() if not power.is_zero}
    if any(quantity.symbol not in comparison.growing or power is None or power < 0 for quantity, power in powers.items()):
        return None
    best = max((power for quantity, power in powers.items() if not quantity.level and power is not None), default=None)
    return None if best is None else _root(2 * count * small.factor / large.factor, best)


def _root(value: Fraction, power: Fraction) -> Fraction | None:
    """The least integer whose power is at least the value."""
    low, high = 0, 1
    while _is_below(high, value, power):
        low, high = high, 2 * high
        if high > LARGEST:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _is_below(middle, value, power) else (low, middle)
    return Fraction(high)


def _is_below(number: int, value: Fraction, power: Fraction) -> bool:
    return Fraction(number) ** power.numerator < value**power.denominator


def logarithm_factors(shape: Shape, quantities: Sequence[Quantity]) -> tuple[list[Fraction | None], list[Fraction | None]]:
    """Factors with which the logarithms of the quantities, all at least 1, bound that of a sum from above and from below."""
    unknown: list[Fraction | None] = [None] * len(quantities)
    powers = [max((_rational(each, quantity) for each in shape.upper), key=lambda power: power or 0) for quantity in quantities]
    above = [each.factor for each in shape.upper if each.factor is not None]
    below = [each.factor for each in shape.lower or () if each.factor is not None]
    if None in powers or any(_rational(each, quantity) is None for each in shape.upper for quantity in quantities):
        return unknown, unknown
    known = [power for power in powers if power is not None]
    upper, lower = unknown, unknown
    if len(above) == len(shape.upper):
        total = sum(above, Fraction(0))
        extra = LOG_TWO * ceil(total).bit_length() if total > 1 else Fraction(0)
        upper = [known[0] + extra, *known[1:]]
    if shape.lower is not None and len(below) == len(shape.lower) and min(below) >= 1:
        lower = [power / len(known) for power in known]
    return upper, lower


def _rational(monomial: Monomial, quantity: Quantity) -> Fraction | None:
    return dict(monomial.exponents).get(quantity, ZERO).rational
