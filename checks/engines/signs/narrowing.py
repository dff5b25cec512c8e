"""Narrowing: assumptions about one variable turned into bounds, where their patterns have zeros at known places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.engines.signs.bounds import is_bound
from checks.engines.signs.cases import Cases
from checks.engines.signs.contexts import Stretch, analysis
from checks.engines.signs.effort import Effort
from checks.engines.signs.faults import Unsettled
from checks.engines.signs.patterns import Inconsistent, Pattern, zero
from checks.engines.signs.written import term_of
from checks.language.claims import Claim
from checks.language.terms import Term
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import OutOfClass, Ring
from checks.normal_forms.signs import ALLOWED, Contradiction
from checks.obligations import Obligation

CASE_LIMIT = 6


def narrowed(obligation: Obligation, stretch: Stretch, effort: Effort) -> Iterator[Cases]:
    """Obligations that imply the given one: for each assumption about the variable, the pieces on which it holds."""
    for claim in obligation.assumptions:
        if stretch.symbol not in claim.symbols or (is_bound(claim, stretch.symbol) and claim.relation != "!="):
            continue
        try:
            pattern, zeros = with_fine_roots(partial(_zeros, obligation, stretch, claim, effort))
            cases = tuple(_cases(obligation, stretch, claim, pattern, zeros))
        except (Unsettled, Inconsistent, OutOfClass, Contradiction):
            continue
        if len(cases) <= CASE_LIMIT:
            yield cases


def _zeros(obligation: Obligation, stretch: Stretch, claim: Claim, effort: Effort, ring: Ring) -> tuple[Pattern, tuple[Term | None, ...]]:
    forms, functions = analysis(ring, obligation, stretch, effort)
    pattern = functions.of(forms.of(claim.left) - forms.of(claim.right))
    zeros = tuple(None if each is None else term_of(ring, each.value) for each in pattern.zeros)
    if all(each is None for each in zeros):
        raise Unsettled("no zero is of known place")
    return pattern, zeros


def _cases(obligation: Obligation, stretch: Stretch, claim: Claim, pattern: Pattern, zeros: tuple[Term | None, ...]) -> Iterator[Obligation]:
    """Between known zeros, at them, and at the bounds that are allowed; zeros of unknown place are passed over."""
    others = tuple(each for each in obligation.assumptions if each is not claim)
    strict = tuple(Claim(stretch.symbol, ">" if bound.is_low else "<", bound.term) for bound in stretch.bounds)
    fences = [(index, each) for index, each in enumerate(zeros) if each is not None]
    for left, right in zip([None, *fences], [*fences, None], strict=True):
        keys = range(0 if left is None else zero(left[0]) + 1, 2 * len(pattern.signs) - 1 if right is None else zero(right[0]))
        if any(_is_allowed(key, pattern, claim) for key in keys):
            above = () if left is None else (Claim(stretch.symbol, ">", left[1]),)
            below = () if right is None else (Claim(stretch.symbol, "<", right[1]),)
            yield Obligation((*above, *below, *strict, *others), obligation.claim)
    for index, each in fences:
        if _is_allowed(zero(index), pattern, claim):
            yield _at(obligation, stretch, each, others)
    for bound in stretch.bounds:
        if bound.is_closed:
            yield _at(obligation, stretch, bound.term, obligation.assumptions)


def _is_allowed(key: int, pattern: Pattern, claim: Claim) -> bool:
    return (0 if key % 2 else pattern.signs[key // 2]) in ALLOWED[claim.relation]


def _at(obligation: Obligation, stretch: Stretch, value: Term, given: tuple[Claim, ...]) -> Obligation:
    replaced = {stretch.symbol: value}
    return Obligation(tuple(substituted_in(claim, replaced) for claim in given), substituted_in(obligation.claim, replaced))
