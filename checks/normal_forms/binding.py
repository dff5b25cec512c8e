"""Bound variables: replaced where no name is captured, and renamed to what no script can call its own variables."""

from __future__ import annotations

from collections.abc import Mapping

from checks.language.claims import Claim
from checks.language.domains import Interval
from checks.language.terms import Symbol, Term
from checks.language.walking import is_increment, substitute
from checks.normal_forms.ring import OutOfClass
from checks.obligations import Obligation


def substituted(term: Term, replacements: Mapping[Symbol, Term]) -> Term:
    """The term with symbols replaced by what they are.

    Raises:
        OutOfClass: where a bound variable, or one of differentiation, would capture a replacement.
    """
    try:
        return substitute(term, replacements)
    except ValueError as fault:
        raise OutOfClass(str(fault)) from None


def substituted_in(claim: Claim, replacements: Mapping[Symbol, Term]) -> Claim:
    """The same for both sides of a claim."""
    return Claim(substituted(claim.left, replacements), claim.relation, substituted(claim.right, replacements))


def renamed(symbol: Symbol, domain: Interval) -> Symbol:
    """A variable that stands for a bound one; its name is no identifier, so that no free variable has it."""
    return Symbol(f"{symbol.name}'", domain)


def require_names(obligation: Obligation) -> None:
    """Refuses free variables whose names are kept for bound ones.

    Raises:
        OutOfClass: where there is one.
    """
    for symbol in obligation.variables:
        if not symbol.name.isidentifier() and not is_increment(symbol):
            raise OutOfClass(f"{symbol.name} is no name of a free variable")
