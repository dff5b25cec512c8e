"""Shrinking: from a point at which something goes wrong to one with small numbers at which it still does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from random import Random

from checks.engines.sampling.drawing import Drawing
from checks.engines.sampling.interpretations import is_coefficient
from checks.engines.sampling.points import Point
from checks.language.terms import Symbol

SMALL = tuple(map(Fraction, ("1", "0", "2", "-1", "1/2", "3", "-2", "1/3", "4", "-1/2", "5", "1/4", "3/2", "10", "-3", "1/10", "100", "1000")))
TOGETHER = 40


def shrunk(point: Point, persists: Callable[[Point], bool], drawing: Drawing, random: Random) -> Point:
    """A simpler point of the same plan that persists."""
    for candidate in _together(point, drawing, random):
        if size(candidate.values) < size(point.values) and persists(candidate):
            point = candidate
    for _ in range(3):
        before = point
        for symbol in sorted(point.plan.free, key=is_coefficient, reverse=True):
            point = _one_by_one(point, symbol, persists, drawing)
        if point == before:
            break
    return point


def size(values: Mapping[Symbol, Fraction]) -> int:
    """How much there is to read in the values."""
    return sum(_size(symbol, value) for symbol, value in values.items())


def _size(symbol: Symbol, value: Fraction) -> int:
    """A variable is simplest at 1, a coefficient of a formula at 0, where its term is not written."""
    if is_coefficient(symbol) and value == 0:
        return 0
    if value in (1, 0):
        return 1 + (value == 0)
    return 2 + abs(value.numerator).bit_length() + 2 * value.denominator.bit_length() + (value < 0)


def _together(point: Point, drawing: Drawing, random: Random) -> Iterator[Point]:
    """Points all of whose values are small; a value that must stay as it is, stays."""
    for attempt in range(TOGETHER):
        pool = SMALL[attempt : attempt + 1] if attempt < 5 else SMALL[:8]
        kept = random.random() * 0.6 if attempt >= 5 else 0.0
        values = dict(point.values)
        for symbol in point.plan.free:
            value = random.choice(pool)
            if drawing.allows(symbol, value) and random.random() >= kept and _size(symbol, value) < _size(symbol, values[symbol]):
                values[symbol] = value
        yield Point(point.plan, values)


def _one_by_one(point: Point, symbol: Symbol, persists: Callable[[Point], bool], drawing: Drawing) -> Point:
    current = point.values[symbol]
    for value in sorted({*SMALL, *_rounded(current)}, key=lambda each: (_size(symbol, each), each)):
        if _size(symbol, value) >= _size(symbol, current):
            break
        candidate = Point(point.plan, {**point.values, symbol: value})
        if drawing.allows(symbol, value) and persists(candidate):
            return candidate
    return point


def _rounded(value: Fraction) -> Iterator[Fraction]:
    for most in (1, 2, 3, 5, 10, 100):
        yield value.limit_denominator(most)
    magnitude = len(str(abs(int(value)))) - 1
    for exponent in range(magnitude, magnitude - 3, -1):
        step = Fraction(10) ** exponent
        yield round(value / step) * step
