"""Eliminating: assumed equations that give a symbol outright, put into everything else."""

from __future__ import annotations

from checks.language.claims import Claim, domain_claims
from checks.language.definedness import NoSuchConditions, conditions
from checks.language.terms import Symbol, Term
from checks.language.walking import free_symbols
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.ring import OutOfClass
from checks.obligations import Obligation

MOST = 12


def eliminated(obligation: Obligation) -> Obligation:
    """The obligation without the symbols that assumed equations give; what was known of them stays."""
    for _ in range(MOST):
        found = next((pair for claim in obligation.assumptions if (pair := _given_by(claim)) is not None), None)
        if found is None:
            break
        claim, symbol, value = found
        try:
            defined = conditions(value)
            others = (each for each in obligation.assumptions if each != claim)
            changed = [substituted_in(each, {symbol: value}) for each in (*others, *(_about(symbol, bound) for bound in domain_claims(symbol)))]
            obligation = Obligation((*defined, *changed), substituted_in(obligation.claim, {symbol: value}))
        except (NoSuchConditions, OutOfClass):
            break
    return obligation


def _about(symbol: Symbol, bound: Claim) -> Claim:
    return Claim(symbol, bound.relation, bound.right)


def _given_by(claim: Claim) -> tuple[Claim, Symbol, Term] | None:
    if claim.relation == "=":
        for side in (claim, claim.mirrored):
            if isinstance(side.left, Symbol) and side.left not in free_symbols(side.right):
                return claim, side.left, side.right
    return None
