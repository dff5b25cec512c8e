"""The engine `orders`: orders of growth and claims about limits, by exact expansions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib.metadata import version
from typing import TypeGuard

import flint

from checks.engines.orders.cases import Case, Cases, Leaf, question
from checks.engines.orders.claims import claim_outcome
from checks.engines.orders.faults import NotDefined, SignMissing
from checks.engines.orders.field import Field
from checks.engines.orders.joint import joint_outcome, pieces, with_constants
from checks.engines.orders.outcomes import Breaks, Empty, Fails, Holds, Outcome, Unsettled
from checks.engines.orders.paths import failure
from checks.engines.orders.points import at, points
from checks.engines.orders.relations import order_outcome
from checks.language.claims import Claim
from checks.language.orders import Goal, Order
from checks.language.terms import Limit, Number, Symbol
from checks.language.walking import subterms
from checks.normal_forms.binding import require_names
from checks.normal_forms.ring import OutOfClass
from checks.obligations import Obligation
from checks.verdicts import IllDefined, Proved, Refuted, Undecided, Vacuous, Verdict, Witness


@dataclass(frozen=True, slots=True)
class Orders:
    """Decides orders of growth and limits of exp-log functions, parameters' signs by the assumptions and by cases."""

    name: str = "orders"
    uses_lemmas: bool = True
    knows_orders: bool = True

    @property
    def version(self) -> str:
        """FLINT's binding, which does the arithmetic, and the solver that compares exponents."""
        return f"1, python-flint {flint.__version__}, z3 {version('z3-solver')}"

    def answer(self, obligation: Obligation) -> Verdict:
        """Proved, refuted, ill-defined, vacuous, or undecided with the fact that would settle it."""
        if not _is_ours(obligation):
            return Undecided("it speaks of no order and of no limit")
        if obligation.functions:
            return Undecided(f"the growth of {obligation.functions[0].name} is not specified")
        try:
            require_names(obligation)
            cases = Cases(_decide)
            for case in pieces(Case(obligation.goal, (*obligation.assumptions, *obligation.lemmas))):
                try:
                    cases.leaves.append(Leaf(case, cases.outcome(case)))
                except SignMissing:
                    if (seen := _refutation(obligation, case)) is not None:
                        return seen
                    cases.explore(case)
        except OutOfClass as limit:
            return Undecided(str(limit))
        return _verdict(obligation, cases.leaves)


def _is_ours(obligation: Obligation) -> bool:
    goal = obligation.goal
    return isinstance(goal, Order) or any(isinstance(part, Limit) for side in (goal.left, goal.right) for part in subterms(side))


def _decide(field: Field, case: Case) -> Outcome:
    goal = case.goal
    if isinstance(goal, Claim):
        return claim_outcome(field, goal)
    if not _is_joint(goal):
        return with_constants(field, case, goal, order_outcome(field, goal, case.tied))
    try:
        return joint_outcome(field, case, goal)
    except NotDefined as fault:
        return Unsettled(str(fault))


def _at_numbers(case: Case, speeds: Mapping[Symbol, Fraction]) -> list[Outcome]:
    """The outcomes where all fixed parameters are numbers; orders of several quantities are tried along paths."""
    goal = case.goal
    if _is_joint(goal):
        found = failure(case, goal, speeds)
        return [] if found is None else [found]
    cases = Cases(_decide)
    cases.explore(case)
    return [leaf.outcome for leaf in cases.leaves]


def _verdict(obligation: Obligation, leaves: list[Leaf]) -> Verdict:
    live = [leaf for leaf in leaves if not isinstance(leaf.outcome, Empty)]
    if not live:
        return Vacuous("the assumptions contradict one another in every case")
    if all(isinstance(leaf.outcome, Holds) for leaf in live):
        return _proved(live)
    for leaf in live:
        if isinstance(leaf.outcome, Fails | Breaks) or (isinstance(leaf.outcome, Unsettled) and _is_joint(leaf.case.goal)):
            found = _refutation(obligation, leaf.case, leaf.outcome)
            if found is not None:
                return found
    return Undecided(_reason(live))


def _is_joint(goal: Goal) -> TypeGuard[Order]:
    """Whether several symbols grow, or some range."""
    return isinstance(goal, Order) and (len(goal.growing) > 1 or bool(goal.ranging))


def _proved(leaves: list[Leaf]) -> Proved:
    grounds = dict.fromkeys(leaf.outcome.how for leaf in leaves if isinstance(leaf.outcome, Holds))
    cases = f"in {len(leaves)} cases: " if len(leaves) > 1 else ""
    return Proved(cases + "; ".join(grounds))


def _refutation(obligation: Obligation, case: Case, outcome: Outcome | None = None) -> Verdict | None:
    """The failure seen again, at exact values of the parameters that meet the assumptions."""
    goal = obligation.goal
    moving = frozenset((*goal.growing, *goal.ranging)) if isinstance(goal, Order) else frozenset[Symbol]()
    symbols = tuple(symbol for symbol in obligation.variables if symbol not in moving)
    given = tuple(claim for claim in obligation.assumptions if not claim.symbols & moving)
    tied = tuple(claim for claim in obligation.assumptions if claim.symbols & moving)
    hint = outcome.hint if isinstance(outcome, Unsettled) else {}
    speeds = outcome.speeds if isinstance(outcome, Unsettled) else {}
    for point in points(case, symbols, given, hint):
        values = {symbol: Number(value) for symbol, value in point.items()}
        rest = tuple(Claim(at(claim.left, point), claim.relation, at(claim.right, point)) for claim in tied)
        witness = {symbol.name: value for symbol, value in point.items()}
        try:
            there = goal.subs({**values})
        except ValueError:  # a limit at that point does not exist, or a bound variable would be captured
            continue
        match _at_numbers(Case(there, rest), speeds):
            case [Fails(says, path)]:
                return Refuted(Witness(witness, functions=path), "", "", 0, 0, says=says)
            case [Breaks(term, reason)]:
                return IllDefined(str(term), reason, Witness(witness))
    return None


def _reason(leaves: list[Leaf]) -> str:
    for leaf in leaves:
        if isinstance(leaf.outcome, Unsettled):
            return leaf.outcome.reason
    for leaf in leaves:
        if isinstance(leaf.outcome, Fails | Breaks) and leaf.case.asked:
            return question(leaf.case.asked[0].left)
    return "it fails, at values of the parameters that were not found"
