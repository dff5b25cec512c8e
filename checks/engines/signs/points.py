"""Points of the line: exact values, with their logarithms where they are positive."""

from __future__ import annotations

from dataclasses import dataclass

from checks.normal_forms.powers import exponential, logarithm
from checks.normal_forms.ring import Element, OutOfClass
from checks.normal_forms.signs import PLUS, Signs


@dataclass(frozen=True, slots=True)
class Point:
    """A value that the variable may have; `log` is its logarithm, where it is known to be positive."""

    value: Element
    log: Element | None


def point(signs: Signs, value: Element) -> Point:
    """The point of a given value."""
    value = signs.ring.reduced(value)
    if signs.of_element(value) != PLUS:
        return Point(value, None)
    try:
        return Point(value, logarithm(signs.ring, value, signs.of))
    except OutOfClass:
        return Point(value, None)


def point_of_log(signs: Signs, log: Element) -> Point:
    """The positive point whose logarithm is given."""
    return Point(signs.ring.reduced(exponential(signs.ring, log)), log)


def comparison(signs: Signs, one: Point, other: Point) -> int | None:
    """-1, 0 or 1 as the first lies below, at or above the other; None where it is not known."""
    found = strict_sign(signs, one.value - other.value)
    if found is None and one.log is not None and other.log is not None:
        found = strict_sign(signs, one.log - other.log)
    return found


def strict_sign(signs: Signs, element: Element) -> int | None:
    """The sign, where exactly one is possible."""
    possible = signs.of_element(element)
    return next(iter(possible)) if len(possible) == 1 else None
