"""Numbers: signs of terms without symbols; an enclosure tells them from zero, a normal form tells that they are zero."""

from __future__ import annotations

from functools import lru_cache

from checks.enclosures import sign_of
from checks.engines.balls.knowledge import Knowledge, Unsettled, in_normal_form
from checks.language.terms import Negative, Sum, Term
from checks.language.walking import free_symbols

NOTHING_KNOWN = Knowledge()


@lru_cache(4096)
def number_sign(term: Term) -> int | None:
    """The sign of a closed term, which is then defined; None where it is not told."""
    if free_symbols(term):
        return None
    sign = sign_of(term)
    return 0 if sign is None and is_zero(term) else sign


def is_zero(term: Term) -> bool:
    """Whether the normal form of a closed term is zero; it has one only where it is defined."""
    try:
        return in_normal_form(NOTHING_KNOWN, lambda forms: forms.ring.reduced(forms.of(term)).is_zero)
    except Unsettled:
        return False


def order(left: Term, right: Term) -> int | None:
    """The sign of the difference of two closed terms."""
    return number_sign(Sum((left, Negative(right))))
