"""Logarithms, exponentials and real powers as rewriting over independent atoms.

`log` of a product of positive factors is a sum over prime and irreducible factors; `exp` of a sum is a
product over the monomials of the exponent, so `(a*n**alpha)**-gamma` and `a**-gamma*n**(-alpha*gamma)` meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from flint import fmpq_mpoly, fmpz

from checks.normal_forms.ring import (
    CONTEXT,
    GENERATORS,
    ONE,
    ConstantAtom,
    Element,
    ExpAtom,
    LogAtom,
    OutOfClass,
    Ring,
    RootAtom,
    SymbolAtom,
    ValueAtom,
    constant,
    factored,
    fraction,
    polynomial,
    to_fraction,
)

SignOf = Callable[[fmpq_mpoly], frozenset[int]]
POSITIVE, NEGATIVE = frozenset({1}), frozenset({-1})
FACTORING_BITS = 128


def logarithm(ring: Ring, element: Element, sign: SignOf) -> Element:
    """The logarithm of an element, split over its factors where each has a known sign.

    Raises:
        OutOfClass: where the element is not known to be positive.
    """
    if sign(element.numerator * element.denominator) != POSITIVE:
        raise OutOfClass("the argument of a logarithm or the base of a real power is not known to be positive")
    total = constant(0)
    for polynomial_part, direction in ((element.numerator, 1), (element.denominator, -1)):
        for factor, multiplicity in _positive_factors(polynomial_part, sign):
            total = total + constant(direction * multiplicity) * _log_of_factor(ring, factor)
    return total


def exponential(ring: Ring, exponent: Element) -> Element:
    """The exponential, a product over the monomials of the exponent."""
    product = constant(1)
    for coefficient, monomial in _linear_parts(exponent):
        product = product * _exp_of_monomial(ring, monomial, coefficient)
    return product


def real_power(ring: Ring, base: Element, exponent: Element, sign: SignOf) -> Element:
    """A power: of any element to an integer, else of a positive one."""
    whole = exponent.rational
    if whole is not None and whole.denominator == 1:
        return base.power(int(whole))
    return exponential(ring, exponent * logarithm(ring, base, sign))


def _positive_factors(value: fmpq_mpoly, sign: SignOf) -> Iterator[tuple[Element, int]]:
    """Positive factors whose product is the value, or minus the value where that is the positive one.

    The signs of a numerator and a denominator that are both negative cancel.
    """
    content, factors = factored(value)
    rational = abs(to_fraction(content))
    yield from _primes(rational)
    unknown = ONE
    for factor, multiplicity in factors:
        known = sign(factor)
        if known == POSITIVE:
            yield polynomial(factor), multiplicity
        elif known == NEGATIVE:
            yield polynomial(-factor), multiplicity
        else:
            unknown = unknown * factor**multiplicity
    if unknown != ONE:
        if sign(unknown) not in (POSITIVE, NEGATIVE):
            raise OutOfClass("a factor under a logarithm or a real power has no known sign")
        yield polynomial(unknown if sign(unknown) == POSITIVE else -unknown), 1


def _primes(value: Fraction) -> Iterator[tuple[Element, int]]:
    for number, direction in ((value.numerator, 1), (value.denominator, -1)):
        if number.bit_length() > FACTORING_BITS:
            raise OutOfClass(f"the number {number} is too large to factor")
        for prime, multiplicity in fmpz(number).factor() if number != 1 else ():
            yield constant(int(prime)), direction * int(multiplicity)


def _log_of_factor(ring: Ring, factor: Element) -> Element:
    """The logarithm of a prime or of an irreducible positive polynomial."""
    generators = factor.generators
    if len(generators) == 1 and factor.numerator == GENERATORS[index := min(generators)]:
        atom, scale = ring.atoms[index], constant(ring.unit(index))
        match atom:
            case ExpAtom(exponent):
                return scale * exponent
            case RootAtom(base):
                return scale * ring.power(LogAtom(base))
            case SymbolAtom():
                return scale * ring.power(LogAtom(atom))
            case ConstantAtom() | LogAtom() | ValueAtom():
                return ring.power(LogAtom(factor))
    return ring.power(LogAtom(factor))


def _linear_parts(exponent: Element) -> Iterator[tuple[Fraction, Element]]:
    """The exponent as a rational combination of monomials over its denominator.

    Division with remainder first, so that alpha/(1+alpha) and 1/(1+alpha) share what they have in common.
    """
    quotient, remainder = divmod(exponent.numerator, exponent.denominator)
    for part, denominator in ((quotient, ONE), (remainder, exponent.denominator)):
        for exponents, coefficient in part.to_dict().items():
            monomial = fraction(CONTEXT.from_dict({exponents: 1}), denominator)
            lead = to_fraction(monomial.numerator.leading_coefficient())
            yield to_fraction(coefficient) * lead, monomial * constant(1 / lead)


def _exp_of_monomial(ring: Ring, monomial: Element, coefficient: Fraction) -> Element:
    base = _whole_logarithm(ring, monomial)
    if base is None:
        return ring.power(ExpAtom(monomial), coefficient)
    if isinstance(base, SymbolAtom):
        return ring.power(base, coefficient)
    if coefficient.denominator == 1:
        return base.power(int(coefficient))
    return ring.power(RootAtom(base), coefficient)


def _whole_logarithm(ring: Ring, monomial: Element) -> Element | SymbolAtom | None:
    """What the monomial is the logarithm of, where it is just one logarithm."""
    if monomial.denominator.is_one() and len(monomial.generators) == 1:
        index = min(monomial.generators)
        atom = ring.atoms[index]
        if isinstance(atom, LogAtom) and ring.unit(index) == 1 and monomial.numerator == GENERATORS[index]:
            return atom.base
    return None
