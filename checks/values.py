"""Values: terms without variables to as many digits as are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from flint import arb, ctx, fmpq

from checks.language.claims import Claim
from checks.language.definedness import integer_literal
from checks.language.terms import E, Elementary, Negative, Number, Power, Product, Quotient, Sum, Term
from checks.language.walking import free_symbols
from checks.reading.bounds import rational

MOST_DOUBLINGS = 5


class NoValue(Exception):
    """The term has variables, is not defined, or is of a kind without a rule here."""


def digits_of(term: Term, digits: int) -> str | None:
    """The term's value, correct to so many digits; None where it is not found.

    >>> from checks.language import log
    >>> digits_of(log(2) ** 2, 10)
    '0.4804530139'
    """
    before = ctx.prec
    try:
        for doubling in range(MOST_DOUBLINGS):
            ctx.prec = int(digits * 3.33 + 32) << doubling
            value = _value(term)
            if value.rel_accuracy_bits() > digits * 3.33 + 4:
                return str(value.str(digits, radius=False))
    except (NoValue, RecursionError, OverflowError):
        return None
    finally:
        ctx.prec = before
    return None


def values(claim: object, digits: int) -> Iterator[tuple[Term, str]]:
    """The sides of a claim that have no variables and are compared with a rational number, each with its value."""
    for each in [claim] if isinstance(claim, Claim) else []:
        for term, other in ((each.left, each.right), (each.right, each.left)):
            if rational(other) is None or rational(term) is not None or free_symbols(term):
                continue
            if (value := digits_of(term, digits)) is not None:
                yield term, value


def _value(term: Term) -> arb:
    match term:
        case Number(value):
            return arb(fmpq(value.numerator, value.denominator))
        case Sum(terms):
            return reduce(lambda one, other: one + other, map(_value, terms))
        case Product(factors):
            return reduce(lambda one, other: one * other, map(_value, factors))
        case Quotient(above, below):
            return _value(above) / _nonzero(_value(below))
        case Negative(inner):
            return -_value(inner)
        case Power(base, exponent) if (literal := integer_literal(exponent)) is not None:
            return _value(base) ** literal if literal > 0 else _nonzero(_value(base)) ** literal
        case Power(base, exponent):
            return _positive(_value(base)) ** _value(exponent)
        case Elementary(name, arguments):
            return _elementary(name, [_value(argument) for argument in arguments])
        case _ if term == E:
            return arb(1).exp()
        case _ if str(term) == "pi":
            return arb.pi()
    raise NoValue


def _elementary(name: str, values: list[arb]) -> arb:
    first = values[0]
    match name:
        case "log":
            return _positive(first).log()
        case "exp":
            return first.exp()
        case "sqrt":
            return _positive(first).sqrt()
        case "abs":
            return abs(first)
        case "min":
            return reduce(lambda one, other: one.min(other), values)
        case "max":
            return reduce(lambda one, other: one.max(other), values)
    raise NoValue


def _positive(value: arb) -> arb:
    if not value > 0:
        raise NoValue
    return value


def _nonzero(value: arb) -> arb:
    if not (value > 0 or value < 0):
        raise NoValue
    return value
