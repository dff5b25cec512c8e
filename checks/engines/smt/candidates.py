"""Candidates: exact points near Z3's models, which count only where ball arithmetic confirms them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

from checks.enclosures import digits_of, holds
from checks.engines.smt.cases import Case
from checks.engines.smt.theory import Model, Theory
from checks.language.terms import Symbol, Term, exact
from checks.language.walking import substitute
from checks.normal_forms.ring import SymbolAtom
from checks.obligations import Obligation
from checks.verdicts import Refuted, Witness

DENOMINATORS = (1, 2, 6, 60, 10**4, 10**9, 10**18)
DIGITS = 50
MOST_BITS = 4096  # of a number that is shown
Point = dict[Symbol, Fraction]


def refuted(case: Case, theory: Theory, model: Model) -> Refuted | None:
    """A counterexample: a point where the goal is certainly false and all assumptions are certainly met."""
    for point in _points(case, theory, model):
        if _meets(case.whole, point) and holds(case.whole.claim, point) is False:
            goal = case.whole.claim
            left, right = _text(goal.left, point), _text(goal.right, point)
            if left is not None and right is not None:
                return Refuted(_witness(point), left, right, DIGITS, 0)
    return None


def example(case: Case, theory: Theory, model: Model) -> Witness | None:
    """A point where all assumptions are certainly met."""
    return next((_witness(point) for point in _points(case, theory, model) if _meets(case.whole, point)), None)


def _meets(obligation: Obligation, point: Point) -> bool:
    """Whether a point lies in the domains and certainly meets the assumptions."""
    return all(value in symbol.domain for symbol, value in point.items()) and all(holds(claim, point) is True for claim in obligation.assumptions)


def _text(term: Term, point: Point) -> str | None:
    return digits_of(substitute(term, {symbol: exact(value) for symbol, value in point.items()}), DIGITS)


def _witness(point: Point) -> Witness:
    return Witness({symbol.name: value for symbol, value in point.items()})


def _points(case: Case, theory: Theory, model: Model) -> Iterator[Point]:
    if case.whole.functions:
        return
    near = {symbol: _value(symbol, case, theory, model) for symbol in case.whole.variables}
    points = [{symbol: _rounded(value, denominator) for symbol, value in near.items()} for denominator in DENOMINATORS]
    yield from (point for index, point in enumerate(points) if point not in points[:index] and all(map(_is_legible, point.values())))


def _is_legible(value: Fraction) -> bool:
    return value.numerator.bit_length() + value.denominator.bit_length() <= MOST_BITS


def _rounded(value: Fraction, denominator: int) -> Fraction:
    """A simpler number near a value, near in proportion where the value is small."""
    return value.limit_denominator(denominator) if abs(value) >= 1 or value == 0 else 1 / (1 / value).limit_denominator(denominator)


def _value(symbol: Symbol, case: Case, theory: Theory, model: Model) -> Fraction:
    """A variable's value in a model; one of which it does not speak has some value of its domain."""
    if symbol in case.fixed:
        return case.fixed[symbol]
    index = theory.ring.indices.get(SymbolAtom(symbol))
    if index is None or index not in model:
        return _some_value(symbol)
    unit = theory.ring.unit(index)
    if unit == 1:
        return model[index]
    if unit.numerator == 1:
        return model[index] ** unit.denominator
    return Fraction(float(max(model[index], Fraction(0))) ** float(1 / unit))


def _some_value(symbol: Symbol) -> Fraction:
    low, high = symbol.domain.low, symbol.domain.high
    beside = [] if low is None else [low, low + 1]
    beside += [] if high is None else [high, high - 1]
    between = [(low + high) / 2] if low is not None and high is not None else []
    return next(value for value in itertools.chain((Fraction(1), Fraction(0)), between, beside) if value in symbol.domain)
