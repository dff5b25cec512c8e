"""Requirements: what holds wherever a claim is defined; an assumption that is not defined is not met."""

from __future__ import annotations

from collections.abc import Iterator

from checks.language.claims import Claim
from checks.language.definedness import integer_literal
from checks.language.terms import At, Derivative, Differential, Elementary, Integral, Limit, Power, Quotient, Term
from checks.language.walking import parts


def requirements(claim: Claim) -> Iterator[Claim]:
    """Claims that are necessary for both sides to be defined, those of inner subterms first."""
    yield from _of(claim.left)
    yield from _of(claim.right)


def _of(term: Term) -> Iterator[Claim]:
    if isinstance(term, At | Derivative | Differential | Integral | Limit):
        return
    for part in parts(term):
        yield from _of(part)
    match term:
        case Quotient(_, below):
            yield Claim(below, "!=", 0)
        case Elementary("log", (argument,)):
            yield Claim(argument, ">", 0)
        case Elementary("sqrt", (argument,)):
            yield Claim(argument, ">=", 0)
        case Power(base, exponent):
            literal = integer_literal(exponent)
            if literal is None:
                yield Claim(base, ">=", 0)  # and zero only to a positive exponent, which is not said here
            elif literal <= 0:
                yield Claim(base, "!=", 0)
        case _:
            return
