"""Ends: the signs of functions beside the ends of their line, by what dominates there or by continuity."""

from __future__ import annotations

from flint import fmpq_mpoly

from checks.engines.signs.lines import Line, Part
from checks.engines.signs.points import Point, comparison, strict_sign
from checks.normal_forms.ring import Element, OutOfClass, constant, polynomial


def is_inside(line: Line, at: Point) -> bool:
    """Whether a point is known to lie strictly between the ends."""
    above = line.low is None or comparison(line.signs, at, line.low) == 1
    return above and (line.high is None or comparison(line.signs, at, line.high) == -1)


def sign_beside(line: Line, value: fmpq_mpoly, divisor: Element, *, is_low: bool) -> int | None:
    """The sign beside an end; 0 where value/divisor tends to zero there and its sign is not known; None where nothing is."""
    end = line.low if is_low else line.high
    if end is None or end.value.is_zero:
        found = _dominant(line, value, is_low, is_infinite=end is None)
        if found is not None or end is None:
            return found
    try:
        at = strict_sign(line.signs, line.at(polynomial(value), end))
        if at == 0 and strict_sign(line.signs, line.at(divisor, end)) in (0, None):
            return None
    except OutOfClass:
        return None
    return at


def _dominant(line: Line, value: fmpq_mpoly, is_low: bool, *, is_infinite: bool) -> int | None:
    parts = line.parts(value)
    if not parts:
        return None
    if not is_infinite:
        return _beside_zero(line, parts) if is_low and line.is_positive else None
    return _at_minus_infinity(line, parts) if is_low else _at_infinity(line, parts)


def _at_infinity(line: Line, parts: tuple[Part, ...]) -> int | None:
    """The sign of the part that dominates at infinity, by rate, then power, then logarithms."""
    best = parts[0]
    for part in parts[1:]:
        order = _order(line, part, best)
        if order is None:
            return None
        best = part if order > 0 else best
    return strict_sign(line.signs, best.coefficient) or None


def _order(line: Line, one: Part, other: Part) -> int | None:
    for difference in (one.rate - other.rate, one.power - other.power):
        sign = strict_sign(line.signs, difference)
        if sign != 0:
            return sign
    return (one.logs > other.logs) - (one.logs < other.logs)


def _beside_zero(line: Line, parts: tuple[Part, ...]) -> int | None:
    """The sign right of zero: of the lowest powers, and of these the highest power of the logarithm; exponentials tend to 1."""
    best: list[Part] = []
    for part in parts:
        order = _order_beside_zero(line, part, best[0]) if best else 1
        if order is None:
            return None
        best = [part] if order > 0 else [*best, part] if order == 0 else best
    total = constant(0)
    for part in best:
        total = total + part.coefficient
    sign = strict_sign(line.signs, total)
    return None if not sign else sign * (-1) ** best[0].logs


def _order_beside_zero(line: Line, one: Part, other: Part) -> int | None:
    sign = strict_sign(line.signs, other.power - one.power)
    return sign if sign != 0 else (one.logs > other.logs) - (one.logs < other.logs)


def _at_minus_infinity(line: Line, parts: tuple[Part, ...]) -> int | None:
    """The sign of what dominates at minus infinity, where powers are integers and there are no logarithms."""
    mirrored = []
    for part in parts:
        power = part.power.rational
        if power is None or power.denominator != 1 or part.logs:
            return None
        mirrored.append(Part(part.coefficient * constant((-1) ** abs(int(power))), part.power, 0, -part.rate))
    return _at_infinity(line, tuple(mirrored))
