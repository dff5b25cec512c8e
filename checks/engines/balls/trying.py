"""Trying: the signs that a term is seen to have at a few points that meet the assumptions, so that no time goes into showing others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from flint import ctx

from checks.enclosures import NotEvaluable, ball, compiled
from checks.enclosures.points import ALLOWED
from checks.engines.balls.points import certain_sign
from checks.language.claims import Claim
from checks.language.domains import Interval
from checks.language.terms import Negative, Sum, Symbol, Term

BITS = 96
TRIES = 120
ENOUGH = 24
SIZES = tuple(map(Fraction, ("1/50", "1/8", "1/2", "1", "3/2", "3", "11", "200")))
PARTS = tuple(map(Fraction, ("1/40", "1/5", "1/2", "4/5", "39/40")))


def seen_signs(term: Term, given: tuple[Claim, ...]) -> frozenset[int]:
    """The signs, 1 and -1, that the term certainly has at points that certainly meet the assumptions."""
    symbols = tuple(sorted(Claim(term, "=", 0).symbols.union(*(claim.symbols for claim in given)), key=lambda each: each.name))
    try:
        program = compiled([term, *(Sum((claim.left, Negative(claim.right))) for claim in given)], symbols)
    except NotEvaluable:
        return frozenset()
    found: set[int] = set()
    met = 0
    with ctx.workprec(BITS):
        for point in _points(symbols):
            value, *tests = program(*map(ball, point))
            if all(certain_sign(test) in ALLOWED[claim.relation] for test, claim in zip(tests, given, strict=True)):
                met += 1
                if (sign := certain_sign(value)) is not None:
                    found.add(sign)
            if met >= ENOUGH or len(found) == 2:
                break
    return frozenset(found)


def _points(symbols: tuple[Symbol, ...]) -> Iterator[tuple[Fraction, ...]]:
    random = Random(0)  # noqa: S311  # sample points, nothing secret
    for _ in range(TRIES):
        yield tuple(random.choice(_values(symbol.domain)) for symbol in symbols)


def _values(domain: Interval) -> tuple[Fraction, ...]:
    low, high = domain.low, domain.high
    if low is not None and high is not None:
        return tuple(low + (high - low) * part for part in PARTS)
    if low is not None:
        return tuple(low + size for size in SIZES)
    if high is not None:
        return tuple(high - size for size in SIZES)
    return (*SIZES, *(-size for size in SIZES))
