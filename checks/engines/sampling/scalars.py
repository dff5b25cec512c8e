"""Scalars: exact rationals (fmpq) as long as possible, else balls that contain the true value (arb).

A ball never counts as a truth value outside `sign`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import arb, fmpq, fmpz

from checks.engines.sampling.faults import Undefined, Unknown
from checks.language.terms import Term

Scalar = Any  # fmpq | arb: python-flint's stubs do not know the mixed operations

ZERO, ONE = fmpq(0), fmpq(1)
LARGEST = 6000  # bits of an exact rational; beyond, a ball takes over
LARGEST_ROOT = 64


def rational(value: Fraction) -> fmpq:
    """The Fraction as a flint rational."""
    return fmpq(value.numerator, value.denominator)


def fraction(value: fmpq) -> Fraction:
    """The flint rational as a Fraction."""
    return Fraction(int(value.p), int(value.q))


def bits(value: fmpq) -> int:
    """The size of an exact rational."""
    return int(fmpz(value.p).bit_length()) + int(fmpz(value.q).bit_length())


def tame(value: Scalar) -> Scalar:
    """The value, enclosed where it is an exact rational too large to carry on."""
    return arb(value) if type(value) is fmpq and bits(value) > LARGEST else value


def sign(value: Scalar) -> int | None:
    """1, 0 or -1 where certain, else None: the one place where a ball is compared."""
    if type(value) is fmpq:
        return 1 if value > 0 else -1 if value < 0 else 0
    return 1 if value > 0 else -1 if value < 0 else 0 if value.is_zero() else None


def is_finite(value: Scalar) -> bool:
    """Whether the value is exact or enclosed by a ball of finite radius."""
    return type(value) is fmpq or bool(value.is_finite())


def divide(above: Scalar, below: Scalar, site: Term) -> Scalar:
    """The quotient of scalars."""
    known = sign(below)
    if known == 0:
        raise Undefined(site, "the denominator is zero")
    if known is None:
        raise Unknown("a denominator cannot be told from zero")
    return tame(above / below)


def integer_power(base: Scalar, exponent: int, site: Term) -> Scalar:
    """A scalar to an integer literal."""
    if exponent <= 0:
        known = sign(base)
        if known == 0:
            raise Undefined(site, "zero to the power zero" if exponent == 0 else "zero to a negative power")
        if known is None:
            raise Unknown("a base of a power cannot be told from zero")
    if exponent == 0:
        return ONE
    if type(base) is fmpq:
        if base in (ZERO, ONE):
            return base
        if bits(base) * abs(exponent) <= LARGEST:
            return base**exponent
        base = arb(base)
    return base ** fmpz(exponent)


def real_power(base: Scalar, exponent: Scalar, site: Term) -> Scalar:
    """A real scalar to a real exponent that is not an integer literal."""
    known = sign(base)
    if known == -1:
        raise Undefined(site, "a negative base with an exponent that is not an integer literal")
    if known == 0:
        return _power_of_zero(exponent, site)
    if known is None:
        raise Unknown("a base of a power cannot be told from zero")
    if sign(exponent) == 0 or (type(base) is fmpq and base == 1):
        return ONE
    if type(base) is fmpq and type(exponent) is fmpq and (found := _exact_power(base, exponent)) is not None:
        return found
    return (exponent * arb(base).log()).exp()


def logarithm(argument: Scalar, site: Term) -> Scalar:
    """The natural logarithm of a real scalar."""
    known = sign(argument)
    if known is None:
        raise Unknown("an argument of a logarithm cannot be told from zero")
    if known < 1:
        raise Undefined(site, "the logarithm of zero" if known == 0 else "the logarithm of a negative number")
    return ZERO if type(argument) is fmpq and argument == 1 else arb(argument).log()


def exponential(argument: Scalar) -> Scalar:
    """The exponential of a scalar."""
    return ONE if sign(argument) == 0 else arb(argument).exp()


def square_root(argument: Scalar, site: Term) -> Scalar:
    """The square root of a real scalar."""
    known = sign(argument)
    if known == -1:
        raise Undefined(site, "the square root of a negative number")
    if known == 0:
        return ZERO
    if known is None:
        raise Unknown("an argument of a square root cannot be told from zero")
    if type(argument) is fmpq and (found := _exact_power(argument, fmpq(1, 2))) is not None:
        return found
    return arb(argument).sqrt()


def _power_of_zero(exponent: Scalar, site: Term) -> Scalar:
    known = sign(exponent)
    if known is None:
        raise Unknown("zero to an exponent that cannot be told from zero")
    if known < 1:
        raise Undefined(site, "zero to the power zero" if known == 0 else "zero to a negative power")
    return ZERO


def _exact_power(base: fmpq, exponent: fmpq) -> fmpq | None:
    root, times = int(exponent.q), int(exponent.p)
    if root > LARGEST_ROOT or bits(base) * abs(times) > LARGEST * root:
        return None
    above, below = _exact_root(fmpz(base.p), root), _exact_root(fmpz(base.q), root)
    return None if above is None or below is None else fmpq(above, below) ** times


def _exact_root(value: fmpz, order: int) -> fmpz | None:
    if order == 1:
        return value
    candidate = value.root(order)
    return candidate if candidate**order == value else None
