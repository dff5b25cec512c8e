"""Definedness: what must hold for a term to be defined, as claims, those of inner subterms first."""

from __future__ import annotations

from collections.abc import Iterator

from checks.language.claims import Claim
from checks.language.terms import At, Constant, Derivative, Differential, Elementary, Integral, Limit, Negative, Number, Power, Quotient, Term
from checks.language.walking import parts


class NoSuchConditions(ValueError):
    """No finite list of claims says where a term with limits, integrals or derivatives is defined.

    Attributes:
        term: the subterm.
    """

    def __init__(self, term: Term) -> None:
        super().__init__(f"no claims say where {term} is defined")
        self.term = term


def conditions(term: Term) -> tuple[Claim, ...]:
    """Claims that suffice for the term to be defined, each itself defined where those before it hold.

    They are also necessary, but that a power of zero to a positive exponent that is no literal is not allowed for.

    Raises:
        NoSuchConditions: where the term has derivatives, limits or integrals in it.
    """
    return tuple(dict.fromkeys(_conditions(term)))


def _conditions(term: Term) -> Iterator[Claim]:
    if isinstance(term, Derivative | Differential | At | Integral | Limit):
        raise NoSuchConditions(term)
    for part in parts(term):
        yield from _conditions(part)
    match term:
        case Quotient(_, below):
            yield from _unless_seen(Claim(below, "!=", 0))
        case Power(base, exponent):
            yield from _of_power(base, exponent)
        case Elementary("log", (argument,)):
            yield from _unless_seen(Claim(argument, ">", 0))
        case Elementary("sqrt", (argument,)):
            yield from _unless_seen(Claim(argument, ">=", 0))
        case _:
            return


def _of_power(base: Term, exponent: Term) -> Iterator[Claim]:
    """Of any base to a positive integer literal, of a base that is not zero to another integer literal, else of a positive base."""
    literal = integer_literal(exponent)
    if literal is None:
        yield from _unless_seen(Claim(base, ">=" if _is_positive(exponent) else ">", 0))
    elif literal <= 0:
        yield from _unless_seen(Claim(base, "!=", 0))


def integer_literal(exponent: Term) -> int | None:
    """The integer that an exponent spells out, if it does."""
    match exponent:
        case Number(value) if value.denominator == 1:
            return int(value)
        case Negative(Number(value)) if value.denominator == 1:
            return -int(value)
        case _:
            return None


def _is_positive(exponent: Term) -> bool:
    match exponent:
        case Number(value):
            return value > 0
        case Quotient(Number(above), Number(below)):
            return above * below > 0
        case _:
            return False


def _unless_seen(claim: Claim) -> Iterator[Claim]:
    """The claim, unless it compares positive numbers with zero."""
    if not (isinstance(claim.left, Constant) or (isinstance(claim.left, Number) and claim.left.value > 0)):
        yield claim
