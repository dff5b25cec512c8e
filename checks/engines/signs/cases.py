"""Cases: an obligation replaced by simpler ones: an equation solved, a bound apart from what is beyond it, a question answered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.engines.signs.bounds import solved_for
from checks.engines.signs.contexts import learned
from checks.engines.signs.faults import Unsettled
from checks.language.claims import Claim, domain_claims
from checks.language.terms import Symbol, Term
from checks.language.walking import free_symbols
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import OutOfClass, Ring
from checks.normal_forms.signs import Contradiction
from checks.obligations import Obligation

Cases = tuple[Obligation, ...]


def with_value(obligation: Obligation, symbol: Symbol, value: Term, *, without: Claim | None = None) -> Obligation:
    """The obligation with a symbol replaced; what its domain said is kept as an assumption about the value.

    Raises:
        OutOfClass: where something bound would capture the value.
    """
    kept = (*(claim for claim in obligation.assumptions if claim is not without), *domain_claims(symbol))
    replaced = {symbol: value}
    return Obligation(tuple(substituted_in(claim, replaced) for claim in kept), substituted_in(obligation.claim, replaced))


def with_assumption(obligation: Obligation, claim: Claim, *, instead: Claim | None = None) -> Obligation:
    """The obligation under one more assumption, which may stand instead of another."""
    return Obligation((claim, *(each for each in obligation.assumptions if each is not instead)), obligation.claim)


def equations_solved(obligation: Obligation) -> Iterator[Cases]:
    """For each assumed equation, and each symbol in which it is linear: the obligation with that symbol eliminated."""
    for equation in obligation.assumptions:
        if equation.relation == "=":
            for symbol in sorted(equation.symbols, key=lambda each: (each in obligation.claim.symbols, each.name)):
                try:
                    value = with_fine_roots(partial(_solution, obligation, equation, symbol))
                    if value is not None:
                        yield (with_value(obligation, symbol, value, without=equation),)
                except (OutOfClass, Contradiction):
                    continue


def _solution(obligation: Obligation, equation: Claim, symbol: Symbol, ring: Ring) -> Term | None:
    forms = learned(ring, (claim for claim in obligation.assumptions if claim is not equation))
    solution = solved_for(forms, forms.of(equation.left) - forms.of(equation.right), symbol)
    return None if solution is None else solution[0]


def at_bounds(obligation: Obligation) -> Iterator[Cases]:
    """For each bound of a variable that is allowed itself: the obligation there, and beyond."""
    for claim in (*obligation.assumptions, *(each for symbol in obligation.variables for each in domain_claims(symbol))):
        side = claim if isinstance(claim.left, Symbol) else claim.mirrored
        if isinstance(side.left, Symbol) and side.relation in (">=", "<=") and side.left not in free_symbols(side.right):
            beyond = Claim(side.left, side.relation[0], side.right)
            if beyond not in obligation.assumptions:
                try:
                    yield (with_assumption(obligation, beyond, instead=claim), with_value(obligation, side.left, side.right, without=claim))
                except OutOfClass:
                    continue


def split_by(obligation: Obligation, fault: Unsettled | None) -> Iterator[Cases]:
    """The question that a fault asks, answered in all three ways; asked only of what is defined wherever the assumptions hold."""
    question = None if fault is None else fault.question
    if question is not None and with_fine_roots(lambda ring: _is_defined(ring, obligation, question)):
        yield tuple(with_assumption(obligation, Claim(question, relation, 0)) for relation in (">", "<", "="))


def _is_defined(ring: Ring, obligation: Obligation, term: Term) -> bool:
    try:
        learned(ring, obligation.assumptions).of(term)
    except (OutOfClass, Contradiction):
        return False
    return True
