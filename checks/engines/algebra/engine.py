"""The engine `algebra`: equality by normal forms, and the signs that can be read off them. It never refutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

import flint

from checks.engines.algebra.cases import CASE_LIMIT, branches, faces, first_branch, is_moved, take_branch, with_assumption
from checks.engines.algebra.equations import solved
from checks.language.claims import Claim, bound_of
from checks.language.rationals import rational
from checks.language.terms import Elementary, Symbol, Term
from checks.normal_forms.binding import require_names
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import Element, OutOfClass, Ring
from checks.normal_forms.signs import ALLOWED, NIL, Contradiction, Signs
from checks.normal_forms.visible import difference_sign, known_signs
from checks.obligations import Obligation
from checks.verdicts import Proved, Undecided, Vacuous, Verdict

STRICT = {"<=": "<", ">=": ">", "=": "="}
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Algebra:
    """Decides equalities of the class that `normal_form` describes, and inequalities whose sign is visible."""

    name: str = "algebra"
    uses_lemmas: bool = True
    knows_orders: bool = False

    @property
    def version(self) -> str:
        """FLINT's binding, which does the arithmetic."""
        return f"1, python-flint {flint.__version__}"

    def answer(self, obligation: Obligation) -> Verdict:
        """Proved, vacuous, or undecided with the reason; each case of the obligation must be settled."""
        if obligation.goal in obligation.lemmas:
            return Proved("it was shown before")
        if obligation.lemmas and _is_evident(obligation.claim):  # which would take long to learn
            return Proved("the sides compare at sight")
        alone = _answer(obligation.bare)
        if obligation.lemmas and isinstance(alone, Proved):
            return replace(alone, unaided=True)
        if not obligation.lemmas or isinstance(alone, Vacuous):
            return alone
        return _answer(Obligation((*obligation.assumptions, *obligation.lemmas), obligation.goal))


def _is_evident(goal: Claim) -> bool:
    """Whether both sides are the same symbol, or numbers that compare as is claimed."""
    if isinstance(goal.left, Symbol) and goal.left == goal.right:
        return 0 in ALLOWED[goal.relation]
    left, right = rational(goal.left, {}), rational(goal.right, {})
    return left is not None and right is not None and (left > right) - (left < right) in ALLOWED[goal.relation]


def _answer(usable: Obligation) -> Verdict:
    try:
        require_names(usable)
        outcomes = [outcome for face in faces(usable) for outcome in _outcomes(solved(face, _nowhere))]
    except OutOfClass as limit:
        return Undecided(str(limit))
    except RecursionError:
        return Undecided("the expression is nested too deeply")
    grounds = [outcome for outcome in outcomes if outcome is not None]
    if not grounds:
        return Vacuous("the assumptions contradict one another in every case")
    cases = f"in {len(outcomes)} cases: " if len(outcomes) > 1 else ""
    return Proved(cases + "; ".join(dict.fromkeys(grounds)))


def _outcomes(obligation: Obligation) -> list[str | None]:
    """How each case was proved, None where its assumptions contradict one another."""
    branch = first_branch(obligation)
    if branch is None:
        return [_settled(obligation)]
    cases = tuple((condition, take_branch(obligation, branch, value)) for condition, value in _conditions(obligation, branch))
    conditions = tuple(condition for condition, _ in cases)
    try:
        settled = with_fine_roots(lambda ring: _first_that_follows(ring, obligation, conditions))
    except Contradiction:
        return [None]
    if settled is not None:
        return _outcomes(cases[settled][1])
    outcomes: list[str | None] = []
    for condition, case in cases:
        outcomes += _outcomes(with_assumption(case, condition))
        if len(outcomes) > CASE_LIMIT:
            raise OutOfClass(f"the claim splits into over {CASE_LIMIT} cases")
    return outcomes


def _settled(obligation: Obligation) -> str | None:
    """As it stands where that suffices; else with the assumed equations solved, which may make much of a little.

    Raises:
        OutOfClass: where neither settles it.
    """
    try:
        return with_fine_roots(lambda ring: _prove(ring, obligation))
    except OutOfClass:
        leaf = solved(obligation, _is_nonzero)
        if leaf is obligation:
            raise
    return with_fine_roots(lambda ring: _prove(ring, leaf))


def _conditions(obligation: Obligation, branch: Elementary) -> tuple[tuple[Claim, Term], ...]:
    """The cases of a branch, which must be apart where it is differentiated, since it may have no derivative where they meet."""
    cases = tuple(branches(branch))
    if not is_moved(obligation, branch):
        return cases
    first = cases[0][0]
    if len(cases) > 1 and not _known(obligation, Claim(first.left, "!=", first.right)):
        raise OutOfClass(f"{branch} is differentiated, and may have no derivative where {first.left} = {first.right}")
    return tuple((Claim(condition.left, STRICT[condition.relation], condition.right), value) for condition, value in cases)


def _nowhere(_: Obligation, __: Term) -> bool:
    """Before the cases are told apart, only equations that give a symbol outright are solved."""
    return False


def _is_nonzero(obligation: Obligation, term: Term) -> bool:
    return _known(obligation, Claim(term, "!=", 0))


def _known(obligation: Obligation, claim: Claim) -> bool:
    """Whether a claim visibly follows from the obligation's assumptions."""
    return with_fine_roots(lambda ring: _follows(ring, obligation, claim))


def _follows(ring: Ring, obligation: Obligation, claim: Claim) -> bool:
    try:
        return _first_that_follows(ring, obligation, (claim,)) is not None
    except Contradiction:
        return False


def _first_that_follows(ring: Ring, obligation: Obligation, claims: tuple[Claim, ...]) -> int | None:
    """The index of the first claim that visibly follows from the assumptions.

    Raises:
        Contradiction: where these contradict one another, so that everything follows.
    """
    forms = _under_assumptions(ring, obligation)
    for index, claim in enumerate(claims):
        try:
            sign = forms.signs.of_element(forms.of(claim.left) - forms.of(claim.right))
        except OutOfClass:
            continue
        if sign <= ALLOWED[claim.relation]:
            return index
    return None


def _prove(ring: Ring, obligation: Obligation) -> str | None:
    try:
        forms = _under_assumptions(ring, obligation)
    except Contradiction:
        return None
    goal = obligation.claim
    difference = ring.reduced(forms.of(goal.left) - forms.of(goal.right))
    if difference.is_zero:
        if 0 in ALLOWED[goal.relation]:
            return "equal normal forms"
        raise OutOfClass("both sides are equal, which the relation excludes")
    sign = forms.signs.of_element(difference)
    if not sign <= ALLOWED[goal.relation]:
        sign = sign & difference_sign(forms, goal.left, goal.right, known_signs(obligation.assumptions))
    if not sign:
        return None
    if sign <= ALLOWED[goal.relation]:
        return "the difference vanishes by an assumption" if sign == NIL else "the sign of the difference is visible"
    raise OutOfClass(_what_is_missing(goal, difference))


def _what_is_missing(goal: Claim, difference: Element) -> str:
    if goal.relation == "=":
        return "the normal forms of the two sides differ"
    return f"no sign rule settles whether {goal}"


def _under_assumptions(ring: Ring, obligation: Obligation) -> NormalForms:
    """Normal forms with all assumptions learned; those that are outside the class are left out, which is safe.

    What is not known to be defined at first is tried again, since a later assumption may say that it is.
    """
    forms = NormalForms(ring, Signs(ring))
    bounds = tuple(bound_of(claim) for claim in obligation.assumptions)
    for bound in bounds:
        if bound is not None:
            forms.signs.assume_bound(*bound)
    claims = [claim for claim, bound in zip(obligation.assumptions, bounds, strict=True) if bound is None]
    postponed = [claim for claim in claims if not _learned(forms, claim)]
    for claim in postponed:
        _learned(forms, claim)
    return forms


def _learned(forms: NormalForms, claim: Claim) -> bool:
    try:
        difference = forms.of(claim.left) - forms.of(claim.right)
    except OutOfClass:
        return False
    forms.signs.assume(difference, ALLOWED[claim.relation])
    return True
