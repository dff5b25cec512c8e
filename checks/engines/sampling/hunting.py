"""Hunting for points that meet claims: drawing, solving equations, and mending inequalities that fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from flint import arb, fmpq

from checks.engines.sampling.drawing import Drawing
from checks.engines.sampling.faults import Undefined, Unknown
from checks.engines.sampling.interpretations import Interpretation
from checks.engines.sampling.isolation import isolated
from checks.engines.sampling.judging import Answer, Sides
from checks.engines.sampling.plans import Plan, plans
from checks.engines.sampling.points import Point, precision
from checks.engines.sampling.programs import Program, program
from checks.engines.sampling.scalars import Scalar, bits, fraction, is_finite
from checks.language.terms import Symbol
from checks.language.walking import free_symbols

FACTORS = tuple(map(Fraction, ("1", "1/2", "2", "9/10", "11/10", "1001/1000", "999/1000", "1/10", "10", "1000", "1/1000")))
ROUNDS = 4
UNSOLVED = 0.25  # share of points at which equations are to hold by coincidence, as at corners, and not by solving
MOST_BITS = 500  # of a value that mends a claim


@dataclass(slots=True)
class Hunt:
    """Looks for points at which all the claims hold for certain, or by construction."""

    claims: tuple[Sides, ...]
    drawing: Drawing
    interpretations: tuple[Interpretation, ...]
    ladder: tuple[int, ...]
    random: Random
    tried: int = 0
    _unsolved: Plan = field(init=False)
    _plans: tuple[Plan, ...] = ()
    _boundaries: tuple[tuple[Plan, ...], ...] = ()
    _menders: dict[tuple[int, Symbol], Program | None] = field(default_factory=dict)
    _met: dict[int, tuple[Plan, frozenset[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        symbols = tuple(self.drawing.domains)
        self._unsolved = Plan(symbols)
        equations = [each.claim for each in self.claims if each.claim.relation == "="]
        slack = [each.claim for each in self.claims if each.claim.relation in ("<=", ">=")]
        self._plans = plans(equations, symbols)
        extended = (plans([*equations, claim], symbols) for claim in slack[:12])
        self._boundaries = tuple(found for found in extended if len(found[0].equations) > len(self._plans[0].equations))

    def points(self, tries: int) -> Iterator[Point]:
        """The points met in so many tries, one after the other."""
        for _ in range(tries):
            self.tried += 1
            point = self._drawn()
            if point is not None and (not (self.claims or point.plan.solved) or self.meets(point)):  # what is drawn lies in its domain
                yield point

    def meets(self, point: Point) -> bool:
        """Whether the point lies in the domains and meets every claim."""
        if not all(self.drawing.allows(symbol, point.values[symbol]) for symbol in point.plan.free):
            return False
        with precision(self.ladder[0]):
            if not point.lies_in(self.drawing.domains):
                return False
        return all(self._is_met(position, point) for position in range(len(self.claims)))

    def _is_met(self, position: int, point: Point) -> bool:
        constructed = position in self._constructed(point.plan)
        answer = self.claims[position].judged(point, self.ladder[:1] if constructed else self.ladder).answer
        return answer is Answer.HOLDS or (answer is Answer.AGREES and constructed)

    def _constructed(self, plan: Plan) -> frozenset[int]:
        """The positions of the claims that a plan meets by construction."""
        if id(plan) not in self._met:
            positions = frozenset(position for position, each in enumerate(self.claims) if each.claim in plan.equations)
            self._met[id(plan)] = (plan, positions)
        return self._met[id(plan)][1]

    def _drawn(self) -> Point | None:
        choices = self._plans
        if self._boundaries and self.random.random() < 0.2:
            choices = self.random.choice(self._boundaries)
        unsolved = self._plans[0].equations and self.random.random() < UNSOLVED
        plan = self._unsolved if unsolved else self.random.choice(choices)
        values = self.drawing.values(plan.free, self.random)
        for interpretation in self.interpretations:
            drawn = interpretation.drawn(self.random)
            values.update({symbol: value for symbol, value in drawn.items() if symbol in values})
        return self._mended(Point(plan, values)) if self.claims else Point(plan, values)

    def _mended(self, point: Point) -> Point | None:
        for _ in range(ROUNDS):
            failing = [position for position in range(len(self.claims)) if self._fails(position, point)]
            if not failing:
                return point
            better = self._moved(point, self.random.choice(failing))
            point = better if better is not None else point
        return point

    def _fails(self, position: int, point: Point) -> bool:
        if position in self._constructed(point.plan):
            return False
        return self.claims[position].judged(point, self.ladder[:1]).answer is Answer.FAILS

    def _moved(self, point: Point, position: int) -> Point | None:
        """The point with one drawn symbol set near the boundary of a failing claim."""
        claim, present = self.claims[position].claim, self.claims[position].symbols
        movable = [symbol for symbol in point.plan.free if symbol in present]
        if not movable:
            return None
        symbol = self.random.choice(movable)
        mender = self._mender(position, symbol)
        if mender is None or (boundary := _value(mender, point, self.ladder[0])) is None:
            return None
        value = self._nearby(boundary, exactly=claim.relation in ("=", "<=", ">="))
        return Point(point.plan, {**point.values, symbol: value}) if self.drawing.allows(symbol, value) else None

    def _nearby(self, boundary: Fraction, *, exactly: bool) -> Fraction:
        factor = self.random.choice(FACTORS[0 if exactly else 1 :])
        if boundary == 0 and factor != 1:
            return self.random.choice((-1, 1)) * factor
        return boundary * factor

    def _mender(self, position: int, symbol: Symbol) -> Program | None:
        if (position, symbol) not in self._menders:
            claim = self.claims[position].claim
            value = isolated(claim.left, claim.right, symbol)
            self._menders[position, symbol] = None if value is None or symbol in free_symbols(value) else program(value)
        return self._menders[position, symbol]


def hunt(claims: Sequence[Sides], drawing: Drawing, interpretations: Sequence[Interpretation], ladder: Sequence[int], random: Random) -> Hunt:
    """A hunt for points that meet the claims."""
    return Hunt(tuple(claims), drawing, tuple(interpretations), tuple(ladder), random)


def _value(mender: Program, point: Point, digits: int) -> Fraction | None:
    """A rational at or near the mender's value; being a free choice, it need not be exact."""
    try:
        with precision(digits):
            return _rounded(mender.at(point.environment()))
    except (Undefined, Unknown):
        return None


def _rounded(value: Scalar) -> Fraction | None:
    if type(value) is fmpq and bits(value) <= MOST_BITS:
        return fraction(value)
    centre = arb(arb(value).mid())
    if not is_finite(value) or not arb(2) ** -200 < abs(centre) < arb(2) ** 200:
        return None
    mantissa, exponent = centre.man_exp()
    exact = Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
    return exact.limit_denominator(1000) if abs(exact) > 1 else exact.limit_denominator(10**6) or exact
