"""Hazards: claims under which a subterm of the goal would not be defined, to be hunted for actively."""

from __future__ import annotations

from collections.abc import Iterator

from checks.engines.sampling.visible import least_sign
from checks.language.claims import Claim
from checks.language.definedness import integer_literal
from checks.language.domains import Interval
from checks.language.terms import At, Elementary, Integral, Limit, Number, Power, Quotient, Symbol, Term, exact
from checks.language.walking import parts

ZERO = exact(0)


def hazards(term: Term, domains: dict[Symbol, Interval]) -> tuple[Claim, ...]:
    """The hazards of a lowered term that are not excluded by a symbol's domain at sight."""
    found = dict.fromkeys(_hazards(term))
    return tuple(claim for claim in found if not _is_excluded(claim, domains))


def _hazards(term: Term) -> Iterator[Claim]:
    match term:
        case Quotient(_, below):
            yield Claim(below, "=", ZERO)
        case Power(base, exponent):
            yield from _of_power(base, exponent)
        case Elementary("log", (argument,)):
            yield Claim(argument, "<=", ZERO)
        case Elementary("sqrt", (argument,)):
            yield Claim(argument, "<", ZERO)
        case Integral(inner, _, low, high):
            yield from (*_hazards(low), *_hazards(high), *_at_ends(term, inner))
            return
        case Limit(_, _, point):
            yield from () if point is None else _hazards(point)
            return
        case At(inner, symbol, value):
            yield from _hazards(value)
            yield from _bound(inner, symbol, value)
            return
        case _:
            pass
    for part in parts(term):
        yield from _hazards(part)


def _of_power(base: Term, exponent: Term) -> Iterator[Claim]:
    literal = integer_literal(exponent)
    if literal is None:
        yield Claim(base, "<", ZERO)
        yield Claim(base, "=", ZERO)
    elif literal <= 0:
        yield Claim(base, "=", ZERO)


def _at_ends(term: Integral, inner: Term) -> Iterator[Claim]:
    for end in (term.low, term.high):
        yield from _bound(inner, term.symbol, end)


def _bound(inner: Term, symbol: Symbol, value: Term) -> Iterator[Claim]:
    for claim in _hazards(inner):
        try:
            yield claim.subs({symbol: value})
        except ValueError:
            continue


def _is_excluded(claim: Claim, domains: dict[Symbol, Interval]) -> bool:
    if isinstance(claim.left, Number) or not claim.symbols:
        return True  # every point meets it or none does
    return least_sign(claim.left, domains) in ((0, 1) if claim.relation == "<" else (1,))
