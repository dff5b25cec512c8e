"""Written: elements of the ring turned back into terms, to be shown and to be assumed."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq_mpoly

from checks.language.terms import Constant, Number, Power, Product, Quotient, Sum, Term, exact
from checks.language.vocabulary import exp, log
from checks.normal_forms.ring import ONE, ConstantAtom, Element, ExpAtom, LogAtom, OutOfClass, Ring, RootAtom, SymbolAtom, to_fraction


def written(ring: Ring, element: Element) -> Term:
    """The element as a term."""
    above = polynomial_term(ring, element.numerator)
    return above if element.denominator == ONE else Quotient(above, polynomial_term(ring, element.denominator))


def polynomial_term(ring: Ring, value: fmpq_mpoly) -> Term:
    """A polynomial in the atoms as a term."""
    summands = [_monomial(ring, exponents, to_fraction(coefficient)) for exponents, coefficient in value.to_dict().items()]
    summands = summands or [exact(0)]
    return summands[0] if len(summands) == 1 else Sum(tuple(summands))


def _monomial(ring: Ring, exponents: tuple[int, ...], coefficient: Fraction) -> Term:
    factors = [_power(ring, index, int(exponent)) for index, exponent in enumerate(exponents) if exponent]
    if coefficient != 1 or not factors:
        factors.insert(0, Number(coefficient))
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _power(ring: Ring, index: int, exponent: int) -> Term:
    scale = ring.unit(index) * exponent
    match ring.atoms[index]:
        case SymbolAtom(symbol):
            return _raised(symbol, scale)
        case LogAtom(SymbolAtom(symbol)):
            return _raised(log(symbol), scale)
        case LogAtom(Element() as inner):
            return _raised(log(written(ring, inner)), scale)
        case ExpAtom(inner):
            term = written(ring, inner)
            return exp(Number(scale * term.value) if isinstance(term, Number) else term if scale == 1 else Product((Number(scale), term)))
        case RootAtom(inner):
            return _raised(written(ring, inner), scale)
        case ConstantAtom(name):
            return _raised(Constant(name), scale)
        case _:
            raise OutOfClass("an unspecified function has no order of growth")


def _raised(base: Term, exponent: Fraction) -> Term:
    return base if exponent == 1 else Power(base, Number(exponent))
