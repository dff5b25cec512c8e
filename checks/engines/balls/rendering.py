"""Rendering: elements of the ring of normal forms as terms again."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq_mpoly

from checks.language.terms import PI, E, Number, Power, Product, Quotient, Sum, Term, exact
from checks.language.vocabulary import exp, log
from checks.normal_forms.ring import ConstantAtom, Element, ExpAtom, LogAtom, OutOfClass, Ring, RootAtom, SymbolAtom, to_fraction

ONE = exact(1)


def element_term(ring: Ring, element: Element) -> Term:
    """The fraction as a term."""
    above = polynomial_term(ring, element.numerator)
    return above if element.denominator.is_one() else Quotient(above, polynomial_term(ring, element.denominator))


def polynomial_term(ring: Ring, value: fmpq_mpoly) -> Term:
    """The polynomial as a sum of monomials."""
    monomials = tuple(_monomial(ring, exponents, to_fraction(coefficient)) for exponents, coefficient in value.to_dict().items())
    if not monomials:
        return exact(0)
    return Sum(monomials) if len(monomials) > 1 else monomials[0]


def _monomial(ring: Ring, exponents: tuple[int, ...], coefficient: Fraction) -> Term:
    factors = [_power(ring, index, int(exponent)) for index, exponent in enumerate(exponents) if exponent]
    if coefficient != 1 or not factors:
        factors.insert(0, exact(coefficient))
    return Product(tuple(factors)) if len(factors) > 1 else factors[0]


def _power(ring: Ring, index: int, exponent: int) -> Term:
    """A generator's power; the generator itself is a power of its atom."""
    whole = exponent * ring.unit(index)
    match ring.atoms[index]:
        case SymbolAtom(symbol):
            return _raised(symbol, whole)
        case LogAtom(SymbolAtom(symbol)):
            return _raised(log(symbol), whole)
        case LogAtom(Element() as base):
            return _raised(log(element_term(ring, base)), whole)
        case ExpAtom(inner):
            return _exponential(element_term(ring, inner), whole)
        case RootAtom(base):
            return _raised(element_term(ring, base), whole)
        case ConstantAtom("pi"):
            return _raised(PI, whole)
        case atom:
            raise OutOfClass(f"{atom} cannot be enclosed")


def _exponential(exponent: Term, factor: Fraction) -> Term:
    if exponent == ONE:
        return _raised(E, factor)
    return exp(exponent if factor == 1 else Product((exact(factor), exponent)))


def _raised(base: Term, exponent: Fraction) -> Term:
    if exponent == 1:
        return base
    return Power(base, Number(exponent))
