"""Values: the sides of a claim that have no variables, to as many digits as are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from checks.language.claims import Claim
from checks.language.rationals import rational
from checks.language.terms import Term
from checks.language.walking import free_symbols


def values(claim: object, digits: int) -> Iterator[tuple[Term, str]]:
    """The sides of a claim that have no variables and are compared with a rational number, each with its value.

    >>> from checks.language import decimal, log
    >>> [value for _, value in values(log(2) ** 2 < decimal("0.5"), 10)]
    ['0.4804530139']
    """
    for each in [claim] if isinstance(claim, Claim) else []:
        for term, other in ((each.left, each.right), (each.right, each.left)):
            if rational(other, {}) is None or rational(term, {}) is not None or free_symbols(term):
                continue
            from checks.enclosures import digits_of

            if (value := digits_of(term, digits)) is not None:
                yield term, value
