"""Sums of c*x**p: the integrands whose improper integrals at zero are known term by term."""

from __future__ import annotations

from checks.language.terms import Negative, Number, Power, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.walking import free_symbols

Monomials = tuple[tuple[Term, Term], ...]
ZERO, ONE = exact(0), exact(1)
MOST = 40


def monomials(term: Term, symbol: Symbol) -> Monomials | None:
    """The term, for positive values of the symbol, as pairs (c, p) that stand for the sum of c*symbol**p."""
    if symbol not in free_symbols(term):
        return ((term, ZERO),)
    match term:
        case Symbol():
            return ((ONE, ONE),)
        case Negative(inner):
            found = monomials(inner, symbol)
            return None if found is None else tuple((Negative(c), p) for c, p in found)
        case Sum(terms):
            return _sum(terms, symbol)
        case Product(factors):
            return _product(factors, symbol)
        case Quotient(above, below):
            return _quotient(monomials(above, symbol), monomials(below, symbol))
        case Power(base, exponent) if symbol not in free_symbols(exponent):
            return _power(base, exponent, symbol)
        case _:
            return None


def _sum(terms: tuple[Term, ...], symbol: Symbol) -> Monomials | None:
    found: Monomials = ()
    for term in terms:
        if (more := monomials(term, symbol)) is None:
            return None
        found += more
    return found if len(found) <= MOST else None


def _product(factors: tuple[Term, ...], symbol: Symbol) -> Monomials | None:
    found: Monomials = ((ONE, ZERO),)
    for factor in factors:
        if (more := monomials(factor, symbol)) is None or len(found) * len(more) > MOST:
            return None
        found = tuple((Product((c, d)), Sum((p, q))) for c, p in found for d, q in more)
    return found


def _quotient(above: Monomials | None, below: Monomials | None) -> Monomials | None:
    if above is None or below is None or len(below) != 1:
        return None
    ((divisor, power),) = below
    return tuple((Quotient(c, divisor), Sum((p, Negative(power)))) for c, p in above)


def _power(base: Term, exponent: Term, symbol: Symbol) -> Monomials | None:
    if isinstance(exponent, Number) and exponent.value.denominator == 1 and 2 <= exponent.value <= 6:
        return _product((base,) * int(exponent.value), symbol)
    found = monomials(base, symbol)
    if found is None or len(found) != 1:
        return None
    ((c, p),) = found
    return ((Power(c, exponent), Product((p, exponent))),)
