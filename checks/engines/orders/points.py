"""Points: rational values of the parameters that meet assumptions for certain, found by the solver and on a grid."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from fractions import Fraction

from checks.engines.orders.cases import Case
from checks.engines.orders.expansion import value_of
from checks.engines.orders.faults import NotDefined, SignMissing
from checks.engines.orders.field import Field
from checks.engines.orders.solver import Problem
from checks.language.claims import Claim
from checks.language.domains import Interval
from checks.language.terms import Number, Symbol, Term
from checks.language.walking import free_symbols, substitute
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import OutOfClass, Ring
from checks.normal_forms.signs import ALLOWED, Contradiction

GRID = tuple(map(Fraction, ("1", "2", "1/2", "0", "3", "-1", "1/3", "3/2", "-2", "-1/2", "4", "5", "10", "1/10", "-3", "100", "1/100")))
TRIES, POINTS = 600, 6
Point = dict[Symbol, Fraction]


def points(case: Case, symbols: tuple[Symbol, ...], assumptions: tuple[Claim, ...], hint: Mapping[Symbol, Fraction]) -> Iterator[Point]:
    """Values of the symbols that meet the assumptions and lie in the case, a few at most; those hinted at come first."""
    replaced = dict(case.replaced)
    free = tuple(symbol for symbol in symbols if symbol not in replaced)
    found = 0
    hinted = [{symbol: hint.get(symbol, _inside(symbol.domain)) for symbol in free}] if hint else []
    for candidate in itertools.chain(hinted, _solver_points(case, free), _grid(free)):
        point = _completed(candidate, case)
        if point is None or not all(meets(claim, point) for claim in (*case.free, *assumptions)):
            continue
        yield {symbol: point[symbol] for symbol in symbols}
        found += 1
        if found == POINTS:
            return


def _completed(point: Point, case: Case) -> Point | None:
    """The point with the replaced symbols' values, in their domains."""
    if any(value not in symbol.domain for symbol, value in point.items()):
        return None
    whole = dict(point)
    for symbol, value in case.replaced:
        number = _number(value, whole)
        if number is None or number not in symbol.domain:
            return None
        whole[symbol] = number
    return whole


def _number(term: Term, point: Point) -> Fraction | None:
    try:
        return with_fine_roots(lambda ring: value_of(Field.under(ring, ()), at(term, point)).rational)
    except (OutOfClass, NotDefined, SignMissing):
        return None


def at(term: Term, point: Point) -> Term:
    """The term with numbers for symbols."""
    return substitute(term, {symbol: Number(value) for symbol, value in point.items()})


def meets(claim: Claim, point: Point) -> bool:
    """Whether a claim certainly holds at a point; one that mentions other symbols is not asked."""
    left, right = at(claim.left, point), at(claim.right, point)
    if free_symbols(left) | free_symbols(right):
        return True

    def sign(ring: Ring) -> int:
        field = Field.under(ring, ())
        return field.sign(value_of(field, left) - value_of(field, right))

    try:
        return with_fine_roots(sign) in ALLOWED[claim.relation]
    except (OutOfClass, NotDefined, SignMissing):
        return False


def _solver_points(case: Case, symbols: tuple[Symbol, ...]) -> Iterator[Point]:
    if not symbols or not case.free:
        return

    def model(ring: Ring) -> Point | None:
        field = Field.under(ring, case.free)
        problem = Problem(ring, field.signs)
        for value, allowed in field.facts:
            problem.add(value, allowed)
        return problem.model()

    try:
        values = with_fine_roots(model)
    except (OutOfClass, Contradiction):
        return
    if values is not None:
        yield {symbol: values.get(symbol, _inside(symbol.domain)) for symbol in symbols}


def _grid(symbols: tuple[Symbol, ...]) -> Iterator[Point]:
    """Small values first."""
    choices = [_values(symbol.domain) for symbol in symbols]
    tried = 0
    for total in range(sum(len(each) - 1 for each in choices) + 1):
        for indices in _summing_to(total, [len(each) for each in choices]):
            yield {symbol: choice[index] for symbol, choice, index in zip(symbols, choices, indices, strict=True)}
            tried += 1
            if tried >= TRIES:
                return


def _summing_to(total: int, sizes: list[int]) -> Iterator[tuple[int, ...]]:
    if not sizes:
        if total == 0:
            yield ()
        return
    for first in range(min(total, sizes[0] - 1) + 1):
        for rest in _summing_to(total - first, sizes[1:]):
            yield (first, *rest)


def _values(domain: Interval) -> list[Fraction]:
    near = [_inside(domain)]
    for end, towards in ((domain.low, 1), (domain.high, -1)):
        near += [] if end is None else [end, end + Fraction(towards, 8), end + towards * Fraction(1, 64)]
    return list(dict.fromkeys(value for value in (*GRID, *near) if value in domain))


def _inside(domain: Interval) -> Fraction:
    if domain.low is not None and domain.high is not None:
        return (domain.low + domain.high) / 2
    return domain.low + 1 if domain.low is not None else domain.high - 1 if domain.high is not None else Fraction(1)
