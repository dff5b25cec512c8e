"""Isolation: where a function falls through zero, between exact points at which balls tell its sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flint import arb, ctx

Line = Callable[[arb], arb]
"""A function of one variable, evaluated on balls at the precision in force."""

LEAST_REACH = 2
FARTHEST = 64  # doublings: beyond, no sign is sought


@dataclass(frozen=True, slots=True)
class Bracket:
    """An interval with exact ends; the function is certainly positive at `low` and certainly negative at `high`."""

    low: arb
    high: arb

    @property
    def hull(self) -> arb:
        """A ball that contains the interval."""
        return self.low.union(self.high)

    @property
    def width(self) -> arb:
        """How long the interval is."""
        return self.high - self.low

    def cut(self, function: Line, point: arb) -> Bracket:
        """The part in which the sign changes, by the sign at an exact point; all of it where that is outside or tells nothing."""
        if not (point > self.low and point < self.high):
            return self
        value = function(point)
        if value > 0:
            return Bracket(point, self.high)
        return Bracket(self.low, point) if value < 0 else self


def bracket(function: Line, low: arb, high: arb) -> Bracket | None:
    """The bracket between two exact points; None where the signs there are not certain, or not these."""
    return Bracket(low, high) if low < high and function(low) > 0 and function(high) < 0 else None


def bracket_beyond(function: Line, low: arb) -> Bracket | None:
    """The bracket from an exact point to the first of the distances 1, 2, 4, ... at which the function is certainly negative."""
    found = (bracket(function, low, (low + (1 << doubling)).mid()) for doubling in range(FARTHEST))
    return next((each for each in found if each is not None), None)


def isolated(function: Line, around: Bracket) -> Bracket:
    """The bracket narrowed as far as the precision in force tells signs, at most to 2**-precision, by guesses confirmed by signs.

    A guess is where the chord is zero; the signs on both sides of it are asked. A good guess makes the next one bolder, a bad one more
    cautious, as in quadratic interval refinement (J. Abbott, 2006); halving assures progress.
    """
    reach, finest = LEAST_REACH, arb(2) ** -ctx.prec
    while around.width > finest:
        found = _around_guess(function, around, reach)
        if found.width * (1 << (reach - 2)) < around.width:
            around, reach = found, min(2 * reach, ctx.prec)
            continue
        halved = _halved(function, found)
        if halved is found:
            return found
        around, reach = halved, max(LEAST_REACH, reach // 2)
    return around


def _around_guess(function: Line, around: Bracket, reach: int) -> Bracket:
    """The bracket cut at both sides of where the chord is zero, at a distance of 2**-reach of its width."""
    above, below = function(around.low), function(around.high)
    guess, margin = around.low + around.width * above / (above - below), around.width / (1 << reach)
    return around.cut(function, (guess - margin).mid()).cut(function, (guess + margin).mid())


def _halved(function: Line, around: Bracket) -> Bracket:
    """A part of the bracket; a point beside the middle serves where the middle is a zero."""
    middle, beside = ((around.low + around.width * eighths / 8).mid() for eighths in (4, 3))
    halved = around.cut(function, middle)
    return halved if halved is not around else around.cut(function, beside)
