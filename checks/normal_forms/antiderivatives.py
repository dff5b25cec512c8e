"""Integrals of sums of powers: an antiderivative is proposed, differentiated back, and compared at the limits."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checks.language.differentiation import derivative
from checks.language.domains import POSITIVE
from checks.language.terms import Elementary, Integral, Negative, Number, Power, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.vocabulary import log
from checks.language.walking import free_symbols, parts
from checks.normal_forms.binding import renamed, substituted
from checks.normal_forms.ring import OutOfClass
from checks.normal_forms.signs import PLUS

if TYPE_CHECKING:
    from checks.normal_forms.normal_form import NormalForms

ONE = exact(1)


def definite_integral(forms: NormalForms, integral: Integral) -> Term:
    """The integral as the difference of an antiderivative at its limits, zero where they coincide.

    Raises:
        OutOfClass: where the integrand is no sum of powers, or is not known to be integrable between the limits.
    """
    variable = renamed(integral.symbol, POSITIVE)
    integrand = substituted(integral.term, {integral.symbol: variable})
    pairs = tuple(_split(part, variable) for part in _summands(integrand))
    if not is_polynomial(integrand, variable):
        _require_positive_limits(forms, integral)
    antiderivative = Sum(tuple(_integrated(forms, coefficient, exponent, variable) for coefficient, exponent in pairs))
    back = derivative(antiderivative, variable)
    if not forms.ring.reduced(forms.of(back) - forms.of(integrand)).is_zero:
        raise OutOfClass(f"the proposed antiderivative of {integral.term} does not differentiate back")
    return Sum((substituted(antiderivative, {variable: integral.high}), Negative(substituted(antiderivative, {variable: integral.low}))))


def is_polynomial(term: Term, variable: Symbol) -> bool:
    """Whether a term is visibly a polynomial in the variable, so that it is defined for all its values."""
    if variable not in free_symbols(term):
        return True
    match term:
        case Symbol():
            return True
        case Sum() | Product() | Negative():
            return all(is_polynomial(part, variable) for part in parts(term))
        case Quotient(numerator, denominator) if variable not in free_symbols(denominator):
            return is_polynomial(numerator, variable)
        case Power(base, Number(exponent)) if exponent > 0 and exponent.denominator == 1:
            return is_polynomial(base, variable)
        case _:
            return False


def _require_positive_limits(forms: NormalForms, integral: Integral) -> None:
    """Powers are continuous between positive limits; from zero they must have exponents above -1.

    The latter is required later, when the antiderivative is evaluated at zero: only positive powers are defined.
    """
    for end in (integral.low, integral.high):
        element = forms.of(end)
        if not element.is_zero and forms.signs.of_element(element) != PLUS:
            raise OutOfClass(f"the limit {end} of an integral of powers is not known to be positive")


def _summands(term: Term) -> tuple[Term, ...]:
    match term:
        case Sum(terms):
            return tuple(part for each in terms for part in _summands(each))
        case Negative(inner):
            return tuple(Negative(part) for part in _summands(inner))
        case Quotient(Sum(terms), denominator):
            return tuple(part for each in terms for part in _summands(Quotient(each, denominator)))
        case _:
            return (term,)


def _split(term: Term, variable: Symbol) -> tuple[Term, Term]:
    """A coefficient and an exponent, such that the term is coefficient * variable**exponent."""
    if variable not in free_symbols(term):
        return term, exact(0)
    match term:
        case Symbol():
            return ONE, ONE
        case Negative(inner):
            coefficient, exponent = _split(inner, variable)
            return Negative(coefficient), exponent
        case Product(factors):
            pairs = [_split(factor, variable) for factor in factors]
            return Product(tuple(c for c, _ in pairs)), _collected([e for _, e in pairs])
        case Quotient(numerator, denominator):
            above, below = _split(numerator, variable), _split(denominator, variable)
            return Quotient(above[0], below[0]), _collected([above[1], _negated(below[1])])
        case Elementary("sqrt", (base,)):
            return _split(Power(base, exact(Fraction(1, 2))), variable)
        case Power(base, exponent) if variable not in free_symbols(exponent):
            coefficient, inner = _split(base, variable)
            return Power(coefficient, exponent), exponent if inner == ONE else Product((inner, exponent))
        case _:
            raise OutOfClass(f"{term} is no sum of powers of the variable of integration")


def _negated(exponent: Term) -> Term:
    return exact(-exponent.value) if isinstance(exponent, Number) else Negative(exponent)


def _collected(exponents: list[Term]) -> Term:
    numbers = sum((e.value for e in exponents if isinstance(e, Number)), start=Fraction(0))
    others = tuple(e for e in exponents if not isinstance(e, Number))
    if not others:
        return exact(numbers)
    return Sum((*others, exact(numbers))) if numbers or len(others) > 1 else others[0]


def _integrated(forms: NormalForms, coefficient: Term, exponent: Term, variable: Symbol) -> Term:
    raised = Sum((exponent, ONE)) if not isinstance(exponent, Number) else exact(exponent.value + 1)
    if forms.ring.reduced(forms.of(raised)).is_zero:
        return Product((coefficient, log(variable)))
    return Product((coefficient, Quotient(Power(variable, raised), raised)))
