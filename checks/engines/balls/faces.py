"""Faces: an obligation split where a variable is zero or positive, since its powers change their nature at zero."""

from __future__ import annotations

from checks.engines.balls.knowledge import Unsettled
from checks.language.claims import Claim
from checks.language.definedness import integer_literal
from checks.language.terms import Elementary, Power, Symbol, Term, exact
from checks.language.walking import free_symbols, subterms
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.ring import OutOfClass
from checks.obligations import Obligation

ZERO = exact(0)
MOST = 4  # variables


def faces(obligation: Obligation) -> tuple[Obligation, ...]:
    """One obligation for each choice; one alone where a single variable is spoken of, or none needs it.

    Raises:
        Unsettled: where there are too many.
    """
    cases: tuple[Obligation, ...] = (obligation,)
    delicate = _delicate(obligation)
    if len(obligation.variables) < 2:
        return cases
    if len(delicate) > MOST:
        raise Unsettled(f"over {MOST} variables may be zero below a power")
    for symbol in delicate:
        cases = tuple(face for case in cases for face in (_positive(case, symbol), _zero(case, symbol)))
    return cases


def _positive(obligation: Obligation, symbol: Symbol) -> Obligation:
    return Obligation((Claim(symbol, ">", ZERO), *obligation.assumptions), obligation.goal)


def _zero(obligation: Obligation, symbol: Symbol) -> Obligation:
    try:
        return Obligation(
            tuple(substituted_in(claim, {symbol: ZERO}) for claim in obligation.assumptions), substituted_in(obligation.claim, {symbol: ZERO})
        )
    except OutOfClass as fault:
        raise Unsettled(str(fault)) from None


def _delicate(obligation: Obligation) -> tuple[Symbol, ...]:
    claims = (*obligation.assumptions, obligation.claim)
    bases = [base for claim in claims for side in (claim.left, claim.right) for part in subterms(side) for base in _bases(part)]
    inside = frozenset[Symbol]().union(*map(free_symbols, bases))
    return tuple(symbol for symbol in obligation.variables if symbol in inside and symbol.domain.closed_at_zero)


def _bases(term: Term) -> tuple[Term, ...]:
    match term:
        case Power(base, exponent) if integer_literal(exponent) is None:
            return (base,)
        case Elementary("log" | "sqrt", arguments):
            return arguments
        case _:
            return ()
