"""Rationals: values of terms that are exactly rational at sight."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import isqrt

from checks.language.definedness import integer_literal
from checks.language.terms import Elementary, Negative, Number, Power, Product, Quotient, Sum, Symbol, Term

LARGEST = 40_000  # bits of a value


class NotRational(Exception):
    """A value is not rational, not seen to be, too large, or not defined."""


def rational(term: Term, values: Mapping[Symbol, Fraction]) -> Fraction | None:
    """The exact value of a term at a point; None where it is not seen to be rational, or is not defined."""
    try:
        return _value(term, values)
    except NotRational:
        return None


def _value(term: Term, values: Mapping[Symbol, Fraction]) -> Fraction:
    match term:
        case Number(value):
            return value
        case Symbol() if term in values:
            return values[term]
        case Sum(terms):
            return _of_modest_size(sum((_value(part, values) for part in terms), start=Fraction(0)))
        case Product(factors):
            total = Fraction(1)
            for factor in factors:
                total = _of_modest_size(total * _value(factor, values))
            return total
        case Negative(inner):
            return -_value(inner, values)
        case Quotient(above, below):
            return _of_modest_size(_divided(_value(above, values), _value(below, values)))
        case Power(base, exponent):
            return _power(_value(base, values), exponent, values)
        case Elementary(name, arguments):
            return _elementary(name, [_value(argument, values) for argument in arguments])
        case _:
            raise NotRational


def _divided(above: Fraction, below: Fraction) -> Fraction:
    if below == 0:
        raise NotRational
    return above / below


def _power(base: Fraction, exponent: Term, values: Mapping[Symbol, Fraction]) -> Fraction:
    literal = integer_literal(exponent)
    if literal is not None:
        if base == 0 and literal <= 0:
            raise NotRational
        return _integer_power(base, literal)
    raised = _value(exponent, values)
    if base < 0 or (base == 0 and raised <= 0):
        raise NotRational
    if base in (0, 1):
        return base
    if raised.denominator == 1:
        return _integer_power(base, int(raised))
    if raised.denominator == 2:
        return _integer_power(_root(base), raised.numerator)
    raise NotRational


def _integer_power(base: Fraction, exponent: int) -> Fraction:
    if base in (0, 1):
        return base if exponent else Fraction(1)
    if base == -1:
        return base if exponent % 2 else Fraction(1)
    if _bits(base) * abs(exponent) > LARGEST:
        raise NotRational
    return base**exponent


def _root(value: Fraction) -> Fraction:
    if value < 0:
        raise NotRational
    above, below = isqrt(value.numerator), isqrt(value.denominator)
    if above**2 != value.numerator or below**2 != value.denominator:
        raise NotRational
    return Fraction(above, below)


def _elementary(name: str, values: list[Fraction]) -> Fraction:
    match name, values:
        case "exp", [value] if value == 0:
            return Fraction(1)
        case "log", [value] if value == 1:
            return Fraction(0)
        case "sqrt", [value]:
            return _root(value)
        case "abs", [value]:
            return abs(value)
        case "min", [_, *_]:
            return min(values)
        case "max", [_, *_]:
            return max(values)
        case _:
            raise NotRational


def _of_modest_size(value: Fraction) -> Fraction:
    if _bits(value) > LARGEST:
        raise NotRational
    return value


def _bits(value: Fraction) -> int:
    return value.numerator.bit_length() + value.denominator.bit_length()
