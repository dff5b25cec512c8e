"""Signs visible in a term as written: sums of squares and of positive things, before anything is expanded."""

from __future__ import annotations

from checks.language.terms import Elementary, Negative, Number, Power, Product, Quotient, Sum, Term, exact
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.ring import OutOfClass
from checks.normal_forms.signs import ANY, MINUS, NIL, Sign, product, squared, total


def difference_sign(forms: NormalForms, left: Term, right: Term) -> Sign:
    """The possible signs of left - right, from the summands as written; those on both sides cancel."""
    plus, minus = _summands(left, positive=True), _summands(right, positive=False)
    remaining = _cancelled([*plus, *minus])
    sign = NIL
    for term, positive in remaining:
        sign = total(sign, sign_as_written(forms, term) if positive else product(sign_as_written(forms, term), MINUS))
    return sign


def sign_as_written(forms: NormalForms, term: Term) -> Sign:
    """The possible signs of a term, from the signs of its parts, or from its normal form."""
    match term:
        case Sum():
            sign = difference_sign(forms, term, exact(0))
        case Product(factors):
            sign = sign_as_written(forms, factors[0])
            for factor in factors[1:]:
                sign = product(sign, sign_as_written(forms, factor))
        case Quotient(numerator, denominator):
            sign = product(sign_as_written(forms, numerator), sign_as_written(forms, denominator))
        case Negative(inner):
            sign = product(sign_as_written(forms, inner), MINUS)
        case Power(base, Number(value)) if value.denominator == 1 and value.numerator % 2 == 0:
            sign = squared(sign_as_written(forms, base))
        case Elementary("log", (argument,)):
            sign = difference_sign(forms, argument, exact(1))
        case _:
            sign = ANY
    return sign & _of_normal_form(forms, term)


def _of_normal_form(forms: NormalForms, term: Term) -> Sign:
    try:
        return forms.signs.of_element(forms.of(term))
    except OutOfClass:
        return ANY


def _summands(term: Term, *, positive: bool) -> list[tuple[Term, bool]]:
    match term:
        case Sum(terms):
            return [pair for part in terms for pair in _summands(part, positive=positive)]
        case Negative(inner):
            return _summands(inner, positive=not positive)
        case _:
            return [(term, positive)]


def _cancelled(summands: list[tuple[Term, bool]]) -> list[tuple[Term, bool]]:
    remaining: list[tuple[Term, bool]] = []
    for term, positive in summands:
        if (term, not positive) in remaining:
            remaining.remove((term, not positive))
        else:
            remaining.append((term, positive))
    return remaining
