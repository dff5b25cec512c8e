"""Signs visible in a term as written: sums of squares and of positive things, before anything is expanded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from checks.language.claims import Claim
from checks.language.terms import Elementary, Negative, Number, Power, Product, Quotient, Sum, Term, exact
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.ring import OutOfClass
from checks.normal_forms.signs import ALLOWED, ANY, MINUS, NIL, Sign, product, squared, total

Known = Mapping[Term, Sign]
NOTHING: Known = MappingProxyType({})


def known_signs(claims: Iterable[Claim]) -> Known:
    """The signs of terms that claims compare with zero, and of differences of their sides, as one would write them.

    By them a product is judged without multiplying it out.
    """
    signs = dict[Term, Sign]()
    for term, sign in (pair for claim in claims for pair in _compared(claim)):
        signs[term] = signs.get(term, ANY) & sign
    return signs


def _compared(claim: Claim) -> list[tuple[Term, Sign]]:
    sign = ALLOWED[claim.relation]
    if claim.right == exact(0):
        return [(claim.left, sign)]
    return [(claim.left - claim.right, sign), (claim.right - claim.left, product(sign, MINUS))]


def difference_sign(forms: NormalForms, left: Term, right: Term, known: Known = NOTHING) -> Sign:
    """The possible signs of left - right, from the summands as written; those on both sides cancel."""
    return _of_summands(forms, (left,), (right,), known)


def _of_summands(forms: NormalForms, plus: Iterable[Term], minus: Iterable[Term], known: Known) -> Sign:
    """A sum of known sign is a summand itself, and is taken apart as well, since part of it may cancel."""
    sign = ANY
    for whole in (known, NOTHING) if known else (NOTHING,):
        gained = [pair for term in plus for pair in _summands(term, whole, positive=True)]
        lost = [pair for term in minus for pair in _summands(term, whole, positive=False)]
        sign = sign & _total(forms, _cancelled([*gained, *lost]), known)
        if len(sign) == 1:
            break
    return sign


def _total(forms: NormalForms, summands: list[tuple[Term, bool]], known: Known) -> Sign:
    sign = NIL
    for term, positive in summands:
        of_term = sign_as_written(forms, term, known)
        sign = total(sign, of_term if positive else product(of_term, MINUS))
    return sign


def sign_as_written(forms: NormalForms, term: Term, known: Known = NOTHING) -> Sign:
    """The possible signs of a term, from what is known of it, from the signs of its parts, or from its normal form."""
    match term:
        case Sum(terms):
            sign = _of_summands(forms, terms, (), known)
        case Product(factors):
            sign = sign_as_written(forms, factors[0], known)
            for factor in factors[1:]:
                sign = product(sign, sign_as_written(forms, factor, known))
        case Quotient(numerator, denominator):
            sign = product(sign_as_written(forms, numerator, known), sign_as_written(forms, denominator, known))
        case Negative(inner):
            sign = product(sign_as_written(forms, inner, known), MINUS)
        case Power(base, Number(value)) if value.denominator == 1 and value.numerator % 2 == 0:
            sign = squared(sign_as_written(forms, base, known))
        case Elementary("log", (argument,)):
            sign = difference_sign(forms, argument, exact(1), known)
        case _:
            sign = ANY
    sign = sign & known.get(term, ANY)
    return sign if len(sign) == 1 else sign & _of_normal_form(forms, term)


def _of_normal_form(forms: NormalForms, term: Term) -> Sign:
    try:
        return forms.signs.of_element(forms.of(term))
    except OutOfClass:
        return ANY


def _summands(term: Term, whole: Known, *, positive: bool) -> list[tuple[Term, bool]]:
    """The summands with their signs; what is known as a whole is one."""
    match term:
        case Sum(terms) if term not in whole:
            return [pair for part in terms for pair in _summands(part, whole, positive=positive)]
        case Negative(inner):
            return _summands(inner, whole, positive=not positive)
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
