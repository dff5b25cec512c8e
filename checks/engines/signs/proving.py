"""Proving: an obligation settled directly, on an interval of one of its variables, or by simpler ones that imply it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from checks.engines.signs.bounds import stretches
from checks.engines.signs.cases import Cases, at_bounds, equations_solved, split_by
from checks.engines.signs.contexts import Stretch, analysis, learned
from checks.engines.signs.effort import Effort
from checks.engines.signs.faults import Unsettled
from checks.engines.signs.narrowing import narrowed
from checks.engines.signs.patterns import Inconsistent, Pattern
from checks.language.terms import Elementary, Power, Symbol, Term
from checks.language.walking import free_symbols, subterms
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import OutOfClass, Ring
from checks.normal_forms.signs import ALLOWED, NIL, Contradiction
from checks.obligations import Obligation

DEPTH = 2
EMPTY = "the assumptions of a case contradict one another"


def prove(obligation: Obligation, effort: Effort, depth: int = DEPTH) -> str:
    """The grounds on which the goal follows from the assumptions.

    Raises:
        Unsettled: where it is not shown to.
    """
    faults: list[Unsettled] = []
    try:
        for attempt in _attempts(obligation, effort, depth, faults):
            try:
                return attempt()
            except Inconsistent:
                faults.append(Unsettled("signs were found that contradict one another"))
            except Unsettled as fault:
                faults.append(fault)
            except OutOfClass as limit:
                faults.append(Unsettled(str(limit)))
            if effort.is_over:
                break
    except Contradiction:
        return EMPTY
    raise _best(faults)


def _best(faults: list[Unsettled]) -> Unsettled:
    """The first that asks for a fact; else the first that was found on an interval."""
    questions = [fault for fault in faults if fault.question is not None]
    return (questions or faults[1:] or faults)[0]


def _attempts(obligation: Obligation, effort: Effort, depth: int, faults: list[Unsettled]) -> Iterator[Callable[[], str]]:
    """Ways to prove it, the cheapest first; the last are those by which the question asked first is split into cases."""
    yield partial(_directly, obligation)
    symbols = _symbols(obligation)
    everywhere = [stretch for symbol in symbols for stretch in _stretches(obligation, symbol, faults)]
    for stretch in everywhere:
        yield partial(_on_stretch, obligation, stretch, effort, depth)
    if depth > 0 and not effort.is_over:
        question = _best(faults)
        for stretch in everywhere:
            yield from (partial(_all, cases, effort, depth) for cases in narrowed(obligation, stretch, effort))
        for cases in (*equations_solved(obligation), *at_bounds(obligation), *split_by(obligation, question)):
            yield partial(_all, cases, effort, depth)


def _symbols(obligation: Obligation) -> list[Symbol]:
    """The goal's variables, those first that stand in no exponent and under no logarithm."""
    sides = (obligation.claim.left, obligation.claim.right)
    deep = [symbol for side in sides for part in subterms(side) for symbol in _under(part)]
    return sorted(obligation.claim.symbols, key=lambda symbol: (deep.count(symbol), symbol.name))


def _under(term: Term) -> frozenset[Symbol]:
    match term:
        case Power(_, exponent):
            return free_symbols(exponent)
        case Elementary(_, (argument,)):
            return free_symbols(argument)
        case _:
            return frozenset()


def _stretches(obligation: Obligation, symbol: Symbol, faults: list[Unsettled]) -> tuple[Stretch, ...]:
    try:
        return tuple(stretches(obligation, symbol))
    except OutOfClass as limit:
        faults.append(Unsettled(str(limit)))
        return ()


def _all(cases: Cases, effort: Effort, depth: int) -> str:
    """Every case proved."""
    return "; ".join(dict.fromkeys(prove(case, effort, depth - 1) for case in cases)) or EMPTY


def _directly(obligation: Obligation) -> str:
    """By the sign of the difference, as far as it is visible under all that is assumed."""
    return with_fine_roots(lambda ring: _visible(ring, obligation))


def _visible(ring: Ring, obligation: Obligation) -> str:
    goal = obligation.claim
    forms = learned(ring, obligation.assumptions)
    difference = ring.reduced(forms.of(goal.left) - forms.of(goal.right))
    sign = NIL if difference.is_zero else forms.signs.of_element(difference)
    if sign <= ALLOWED[goal.relation]:
        return "a sign is visible"
    raise Unsettled(f"no sign rule settles whether {goal}")


def _on_stretch(obligation: Obligation, stretch: Stretch, effort: Effort, depth: int) -> str:
    """By the difference's pattern between two bounds, and by themselves at those bounds that are allowed."""
    grounds = []
    with suppress(Contradiction):  # there may be nothing between the bounds
        grounds.append(with_fine_roots(lambda ring: _between(ring, obligation, stretch, effort)))
    for bound in stretch.bounds:
        if bound.is_closed:
            replaced = {stretch.symbol: bound.term}
            given = tuple(substituted_in(claim, replaced) for claim in obligation.assumptions)
            grounds.append(prove(Obligation(given, substituted_in(obligation.claim, replaced)), effort, max(depth - 1, 0)))
    return "; ".join(dict.fromkeys(grounds)) or EMPTY


def _between(ring: Ring, obligation: Obligation, stretch: Stretch, effort: Effort) -> str:
    goal = obligation.claim
    forms, functions = analysis(ring, obligation, stretch, effort)
    difference = ring.reduced(forms.of(goal.left) - forms.of(goal.right))
    if difference.is_zero:
        if 0 in ALLOWED[goal.relation]:
            return "both sides are equal"
        raise Unsettled("both sides are equal, which the relation excludes")
    pattern = functions.of(difference)
    if pattern.values <= ALLOWED[goal.relation]:
        return f"as a function of {stretch.symbol.name}, {_said(pattern)}"
    raise Unsettled(f"as a function of {stretch.symbol.name}, the difference of the sides takes the signs {_signs(pattern)}")


def _said(pattern: Pattern) -> str:
    if not pattern.zeros:
        return f"the difference of the sides is {'positive' if pattern.signs == (1,) else 'negative'} throughout"
    return f"the difference of the sides takes the signs {_signs(pattern)}"


def _signs(pattern: Pattern) -> str:
    return " 0 ".join("+" if each == 1 else "-" for each in pattern.signs)
