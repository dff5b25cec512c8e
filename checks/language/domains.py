"""Domains: intervals of the reals with rational ends, in which the variables of a claim live."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All reals between two ends; an end of None is infinite.

    >>> str(Interval(Fraction(0), Fraction(1), includes_low=False))
    '(0, 1]'
    """

    low: Fraction | None = None
    high: Fraction | None = None
    includes_low: bool = True
    includes_high: bool = True

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if end is not None and not isinstance(end, Fraction):
                raise TypeError(f"an interval's ends are Fractions or None, not {end!r}")
        if self.low is not None and self.high is not None:
            closed = self.includes_low and self.includes_high
            if self.low > self.high or (self.low == self.high and not closed):
                raise ValueError(f"the interval {self} is empty")

    def __str__(self) -> str:
        left = "(-oo" if self.low is None else f"{'[' if self.includes_low else '('}{self.low}"
        right = "oo)" if self.high is None else f"{self.high}{']' if self.includes_high else ')'}"
        return f"{left}, {right}"

    def __contains__(self, value: Fraction) -> bool:
        above = self.low is None or value > self.low or (self.includes_low and value == self.low)
        below = self.high is None or value < self.high or (self.includes_high and value == self.high)
        return above and below

    def cut(self, relation: str, bound: Fraction) -> Interval:
        """The part on one side of a bound, for the relations < <= > >=.

        Raises:
            ValueError: where that is empty.
        """
        low, high, includes_low, includes_high = self.low, self.high, self.includes_low, self.includes_high
        if relation in (">", ">=") and (low is None or bound > low or (bound == low and relation == ">")):
            low, includes_low = bound, relation == ">="
        if relation in ("<", "<=") and (high is None or bound < high or (bound == high and relation == "<")):
            high, includes_high = bound, relation == "<="
        return Interval(low, high, includes_low, includes_high)

    def shifted(self, distance: int) -> Interval:
        """The interval moved along the line."""
        low = None if self.low is None else self.low + distance
        high = None if self.high is None else self.high + distance
        return Interval(low, high, self.includes_low, self.includes_high)

    @property
    def closed_at_zero(self) -> bool:
        """Whether 0 is the least element, so that powers and logarithms change their nature there."""
        return self.low == 0 and self.includes_low


REAL = Interval()
POSITIVE = Interval(low=Fraction(0), includes_low=False)
NONNEGATIVE = Interval(low=Fraction(0))
UNIT = Interval(low=Fraction(0), high=Fraction(1), includes_low=False)
