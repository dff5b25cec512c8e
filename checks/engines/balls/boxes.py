"""Boxes: a claim proved on a box by subdivision, with derivatives that flatten what is monotone and centre the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import arb, ctx

from checks.enclosures import Evaluator, NotEvaluable, compiled, with_gradients
from checks.enclosures.arithmetic import excludes_zero
from checks.enclosures.points import ALLOWED
from checks.engines.balls.knowledge import Unsettled
from checks.language.claims import Claim
from checks.language.differentiation import NotDifferentiable
from checks.language.terms import Negative, Sum, Symbol

BITS = 64
MOST_BOXES = 20_000
NARROWEST = 2.0**-40
Sides = tuple[tuple[float, float], ...]


@dataclass(slots=True)
class Covering:
    """Covers a box with smaller ones on each of which the claim holds or an assumption fails.

    Attributes:
        boxes: how many were looked at.
        stuck: the smallest box on which nothing could be shown.
        suspect: a point at which the claim seems to fail.
    """

    symbols: tuple[Symbol, ...]
    claim: Claim
    assumptions: tuple[Claim, ...] = ()
    with_slopes: bool = True
    most: int = MOST_BOXES
    boxes: int = 0
    stuck: Sides = ()
    suspect: dict[Symbol, Fraction] | None = None

    def covers(self, sides: Sides) -> bool:
        """Whether the claim is shown on the whole box, under the assumptions."""
        sign, program, plain = self._programs()
        tests = self._tests()
        free = not tests
        waiting = [sides]
        with ctx.workprec(BITS):
            while waiting:
                box = waiting.pop()
                self.boxes += 1
                if self.boxes > self.most:
                    self.stuck = self.stuck or box
                    return False
                balls = [ball_between(low, high) for low, high in box]
                if any(certainly_fails(test(*balls), relation) for test, relation in tests):
                    continue
                rest = self._shown(box, balls, sign, program, plain, flattening=free)
                if rest is None:
                    continue
                if self._is_hopeless(rest, plain, sign):
                    self.stuck = rest[0]
                    return False
                waiting += rest
        return True

    def _programs(self) -> tuple[int, Evaluator | None, Evaluator]:
        claim = self.claim.mirrored if self.claim.relation in ("<", "<=") else self.claim
        difference = Sum((claim.left, Negative(claim.right)))
        sign = {">": 1, ">=": 2, "!=": 0}.get(claim.relation)
        if sign is None:
            raise Unsettled("an equation is not shown by enclosures")
        try:
            plain = compiled([difference], self.symbols)
            program = with_gradients([difference], self.symbols) if self.with_slopes else None
        except NotEvaluable as fault:
            raise Unsettled(str(fault)) from None
        except NotDifferentiable:
            program = None
        return sign, program, plain

    def _tests(self) -> tuple[tuple[Evaluator, str], ...]:
        found = []
        for claim in self.assumptions:
            try:
                found.append((compiled([Sum((claim.left, Negative(claim.right)))], self.symbols), claim.relation))
            except NotEvaluable:
                continue
        return tuple(found)

    def _shown(self, box: Sides, balls: list[arb], sign: int, program: Evaluator | None, plain: Evaluator, *, flattening: bool) -> list[Sides] | None:
        """None where the claim holds on the box, else the boxes that are left to do."""
        if _has_sign(plain(*balls)[0], sign):
            return None
        if program is None:
            return _halves(box, max(range(len(box)), key=lambda index: _width(box[index])))
        slopes = program(*balls)[1:]
        middles = [arb(_middle(low, high)) for low, high in box]
        value, total = None, arb(0)
        at = list(middles)
        flat = list(box)
        weights = []
        for index, (slope, (low, high)) in enumerate(zip(slopes, box, strict=True)):
            rises, falls = slope >= 0, slope <= 0
            if (rises or falls) and sign:
                end = low if rises else high
                at[index] = arb(end)
                flat[index] = (end, end)
                weights.append(0.0)
            else:
                total += slope * (balls[index] - middles[index])
                weights.append(_size(slope) * _width(box[index]))
        value = plain(*at)[0] + total
        if _has_sign(value, sign):
            return None
        kept: Sides = tuple(flat) if flattening else box
        if max(weights, default=0.0) == 0.0 or not flattening:
            widest = max(range(len(box)), key=lambda index: (weights[index], _width(kept[index])))
            if _width(kept[widest]) == 0.0:
                return [kept]
            return _halves(kept, widest)
        return _halves(kept, max(range(len(box)), key=lambda index: weights[index]))

    def _is_hopeless(self, rest: list[Sides], plain: Evaluator, sign: int) -> bool:
        """Whether the boxes that are left are too small, or hold a point at which the claim seems to fail."""
        box = rest[0]
        if all(_width(side) <= NARROWEST * max(1.0, abs(side[0])) for side in box):
            return True
        middle = [_middle(low, high) for low, high in box]
        value = plain(*map(arb, middle))[0]
        if (sign and value < 0) and not self.assumptions:
            self.suspect = {symbol: Fraction(number) for symbol, number in zip(self.symbols, middle, strict=True)}
            return True
        return False


def _has_sign(value: arb, sign: int) -> bool:
    if not value.is_finite():
        return False
    return bool(value > 0) if sign == 1 else bool(value >= 0) if sign == 2 else excludes_zero(value)


def certainly_fails(values: Sequence[arb], relation: str) -> bool:
    """Whether a difference's ball shows that the relation to zero does not hold."""
    value = values[0]
    if not value.is_finite():
        return False
    allowed = ALLOWED[relation]
    possible = {1} if value > 0 else {-1} if value < 0 else {0} if value == 0 else {0, 1} if value >= 0 else {-1, 0} if value <= 0 else {-1, 0, 1}
    return not possible & allowed


def ball_between(low: float, high: float) -> arb:
    """A ball that contains everything between two floats, and nothing else where their middle and distance are exact."""
    if low == high:
        return arb(low)
    middle = _middle(low, high)
    radius = high - middle
    if not (_is_exact_sum(middle, radius, high) and _is_exact_sum(middle, -radius, low)):
        radius = math.nextafter(max(high - middle, middle - low), math.inf)
    ball = arb(middle, radius)
    return ball.nonnegative_part() if low >= 0 else -(-ball).nonnegative_part() if high <= 0 else ball


def _is_exact_sum(left: float, right: float, total: float) -> bool:
    """Whether left + right is the total without rounding, by Knuth's error-free addition."""
    found = left + right
    virtual = found - left
    return found == total and (left - (found - virtual)) + (right - virtual) == 0.0


def _middle(low: float, high: float) -> float:
    return low + (high - low) / 2


def _width(side: tuple[float, float]) -> float:
    return side[1] - side[0]


def _size(slope: arb) -> float:
    size = float(slope.abs_upper()) if slope.is_finite() else math.inf
    return size if size > 0 else 0.0


def _halves(box: Sides, index: int) -> list[Sides]:
    low, high = box[index]
    middle = _middle(low, high)
    return [(*box[:index], half, *box[index + 1 :]) for half in ((low, middle), (middle, high))]


def outward(low: Fraction, high: Fraction) -> tuple[float, float]:
    """Floats that contain an interval."""
    try:
        below, above = float(low), float(high)
    except OverflowError:
        raise Unsettled("a bound is too large for a box") from None
    if Fraction(below) > low:
        below = math.nextafter(below, -math.inf)
    if Fraction(above) < high:
        above = math.nextafter(above, math.inf)
    if not (math.isfinite(below) and math.isfinite(above)):
        raise Unsettled("a bound is too large for a box")
    return below, above
