"""Patterns: the signs that a function has from one of its zeros to the next, and how patterns are multiplied and integrated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.engines.signs.points import Point


class Inconsistent(Exception):
    """Signs that no function has: the assumptions contradict one another, or something here is wrong."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Signs on open cells, 1 or -1, and between them the zeros; a zero of unknown place is None.

    The function vanishes at the zeros and nowhere else on its line.
    """

    signs: tuple[int, ...]
    zeros: tuple[Point | None, ...] = ()

    @property
    def values(self) -> frozenset[int]:
        """The signs that the function takes."""
        return frozenset(self.signs) | (frozenset({0}) if self.zeros else frozenset())

    @property
    def is_located(self) -> bool:
        """Whether the place of every zero is known."""
        return None not in self.zeros

    @property
    def squared(self) -> Pattern:
        """The pattern of an even power."""
        return Pattern((1,) * len(self.signs), self.zeros)

    def times(self, sign: int) -> Pattern:
        """The pattern of a multiple."""
        return Pattern(tuple(sign * each for each in self.signs), self.zeros)


def cell(place: int) -> int:
    """The key of the cell left of the zero of that number: cells have even keys."""
    return 2 * place


def zero(place: int) -> int:
    """The key of a zero: odd."""
    return 2 * place + 1


def product(one: Pattern, other: Pattern, keys: Sequence[int]) -> Pattern:
    """The pattern of a product, where `keys` say in which cell, or at which zero, of the first the zeros of the second lie."""
    marks = sorted({(zero(i), -1) for i in range(len(one.zeros))} | {(key, i) for i, key in enumerate(keys) if key % 2 == 0})
    shared = {key: i for i, key in enumerate(keys) if key % 2}
    signs, zeros = [one.signs[0] * other.signs[0]], list[Point | None]()
    here, there = 0, 0
    for key, i in marks:
        if i >= 0:
            zeros.append(other.zeros[i])
            there += 1
        else:
            zeros.append(one.zeros[here] or (other.zeros[shared[key]] if key in shared else None))
            there += key in shared
            here += 1
        signs.append(one.signs[here] * other.signs[there])
    return Pattern(tuple(signs), tuple(zeros))


def integrated(slopes: Sequence[int], values: Sequence[int | None], nodes: Sequence[Point | None]) -> Pattern | None:
    """The pattern of a continuous function that rises or falls from node to node as `slopes` say; None if it is not determined.

    Args:
        slopes: the sign of the derivative between consecutive nodes.
        values: the sign at each node, of which the first and the last are the ends of the line, where it is the sign
            beside the end or, if the function tends to zero there, 0; None where it is not known.
        nodes: the inner nodes.
    """
    known = list(values)
    inside: list[int | None] = [None] * len(slopes)
    for _ in range(2 * len(slopes) + 1):
        for place, slope in enumerate(slopes):
            left, right = known[place], known[place + 1]
            if left is not None and left * slope >= 0:
                inside[place], known[place + 1] = slope, _agreeing(right, slope)
            if right is not None and right * slope <= 0:
                inside[place], known[place] = -slope, _agreeing(left, -slope)
    return _assembled(slopes, inside, known, nodes)


def _agreeing(value: int | None, sign: int) -> int:
    if value is not None and value != sign:
        raise Inconsistent
    return sign


def _assembled(slopes: Sequence[int], inside: Sequence[int | None], known: Sequence[int | None], nodes: Sequence[Point | None]) -> Pattern | None:
    signs: list[int] = []
    zeros: list[Point | None] = []
    for place, (slope, sign) in enumerate(zip(slopes, inside, strict=True)):
        if sign is None and (known[place], known[place + 1]) != (-slope, slope):
            return None
        cells = [-slope, slope] if sign is None else [sign]
        if place and known[place] == 0:
            zeros.append(nodes[place - 1])
        elif place:
            if signs[-1] != cells[0]:
                raise Inconsistent
            signs.pop()
        signs += cells
        zeros += [None] if sign is None else []
    return Pattern(tuple(signs), tuple(zeros))
