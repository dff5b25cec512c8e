"""Pieces: open intervals between points, or without an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from checks.engines.balls.knowledge import Unsettled
from checks.engines.balls.points import Point, comparison, rounded_middle


@dataclass(frozen=True, slots=True)
class Piece:
    """The open interval between two points; an end of None is infinite."""

    low: Point | None = None
    high: Point | None = None

    def __str__(self) -> str:
        return f"({'-oo' if self.low is None else self.low}, {'oo' if self.high is None else self.high})"

    def bounds(self) -> tuple[Fraction | None, Fraction | None]:
        """Rationals between which the piece lies."""
        for end in (self.low, self.high):
            if end is not None:
                end.narrow(40)
        return None if self.low is None else self.low.low, None if self.high is None else self.high.high

    def contains(self, point: Point) -> bool:
        """Whether a point lies inside."""
        above = self.low is None or comparison(point, self.low) > 0
        return above and (self.high is None or comparison(point, self.high) < 0)

    def split(self, point: Point) -> tuple[Piece, Piece]:
        """The two pieces beside a point inside."""
        return Piece(self.low, point), Piece(point, self.high)

    def split_at(self, points: Sequence[Point]) -> tuple[Piece, ...]:
        """The pieces beside and between points inside, in increasing order."""
        ends = [self.low, *points, self.high]
        return tuple(Piece(low, high) for low, high in pairwise(ends))

    def sample(self) -> Fraction:
        """A rational inside."""
        low, high = self.low, self.high
        if low is None:
            return Fraction(0) if high is None else Fraction(floor(high.low) - 1)
        if high is None:
            return Fraction(ceil(low.high) + 1)
        if comparison(low, high) >= 0:
            raise Unsettled(f"the interval {self} is empty")
        return rounded_middle(low.high, high.low)

    def towards(self, side: int, step: int) -> Fraction:
        """A rational inside, ever nearer to the low end (side -1) or the high end (side 1) as the step grows."""
        end = self.low if side < 0 else self.high
        start = self.sample()
        if end is None:
            return start + side * Fraction(2) ** (1 << step)
        end.narrow((1 << step) + 64)
        edge = end.high if side < 0 else end.low
        return edge + (start - edge) / Fraction(2) ** (1 << step)

    def room(self, side: int) -> Fraction:
        """How far inside an end one may go without leaving; at infinity, up to which reciprocal."""
        end, other = (self.low, self.high) if side < 0 else (self.high, self.low)
        if end is None:
            return Fraction(1) if other is None else 1 / (1 + max(abs(other.low), abs(other.high)))
        return abs(self.sample() - (end.high if side < 0 else end.low)) if other is not None else Fraction(1)
