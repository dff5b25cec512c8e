"""Elements written as terms again, so that what was found can be put into claims and questions."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq_mpoly

from checks.language.terms import Constant, Negative, Number, Power, Product, Quotient, Sum, Term, exact
from checks.language.vocabulary import exp, log
from checks.normal_forms.ring import ConstantAtom, Element, ExpAtom, LogAtom, OutOfClass, Ring, RootAtom, SymbolAtom, to_fraction


def term_of(ring: Ring, element: Element) -> Term:
    """A term whose normal form is the element, defined wherever the element's atoms are and the denominator is not zero.

    Raises:
        OutOfClass: where the element has values of unspecified functions in it.
    """
    above = _polynomial(ring, element.numerator)
    return above if element.denominator.is_one() else Quotient(above, _polynomial(ring, element.denominator))


def _polynomial(ring: Ring, value: fmpq_mpoly) -> Term:
    terms = [_monomial(ring, exponents, to_fraction(coefficient)) for exponents, coefficient in value.to_dict().items()]
    if not terms:
        return exact(0)
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))


def _monomial(ring: Ring, exponents: tuple[int, ...], coefficient: Fraction) -> Term:
    factors = [_generator(ring, index, int(exponent)) for index, exponent in enumerate(exponents) if exponent]
    if abs(coefficient) != 1 or not factors:
        factors.insert(0, Number(abs(coefficient)))
    whole = factors[0] if len(factors) == 1 else Product(tuple(factors))
    return Negative(whole) if coefficient < 0 else whole


def _generator(ring: Ring, index: int, exponent: int) -> Term:
    """A power of a generator: real powers of what is positive, integer powers of everything else."""
    whole = ring.unit(index) * exponent
    match ring.atoms[index]:
        case SymbolAtom(symbol):
            return _raised(symbol, whole)
        case LogAtom(SymbolAtom(symbol)):
            return _raised(log(symbol), whole)
        case LogAtom(Element() as base):
            return _raised(log(term_of(ring, base)), whole)
        case ExpAtom(inner):
            return _exponential(ring, inner, whole)
        case RootAtom(base):
            return _raised(term_of(ring, base), whole)
        case ConstantAtom(name):
            return _raised(Constant(name), whole)
        case _:
            raise OutOfClass("an unspecified function's value is not written out")


def _exponential(ring: Ring, inner: Element, whole: Fraction) -> Term:
    """`exp(alpha*log(n))` as `n**alpha`, where the exponent is a multiple of one symbol's logarithm."""
    for index in inner.generators:
        atom = ring.atoms[index]
        if isinstance(atom, LogAtom) and isinstance(atom.base, SymbolAtom):
            rest = inner / ring.power(atom)
            if rest.rational is None and index not in rest.generators:
                return Power(atom.base.symbol, _scaled(term_of(ring, rest), whole))
    return exp(_scaled(term_of(ring, inner), whole))


def _scaled(term: Term, factor: Fraction) -> Term:
    if factor == 1:
        return term
    return Negative(term) if factor == -1 else Product((Number(factor), term))


def _raised(base: Term, exponent: Fraction) -> Term:
    return base if exponent == 1 else Power(base, Number(exponent))
