"""Weighing: verdicts from the one that weighs most to the strongest, and what becomes of them where values were chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checks.language.claims import Claim
from checks.language.growth import Grows, Path
from checks.language.orders import Goal
from checks.language.propositions import EveryMaximum, Implies
from checks.language.terms import Number
from checks.reconciling import Answer
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Supported, Undecided, Vacuous, Verdict, Witness, explanation

EMPTY = "its assumptions contradict one another, so that this case cannot occur"
RANKS: tuple[type[Verdict], ...] = (Refuted, IllDefined, Vacuous, Undecided, Supported, Proved, Certified)


def rank(verdict: Verdict) -> int:
    """Refuted first: one false part makes the whole false, whatever the others are."""
    return RANKS.index(type(verdict))


def blunted(verdict: Verdict) -> Verdict:
    """What a verdict on chosen values says of an existence statement: unfit values refute nothing."""
    if isinstance(verdict, Refuted | IllDefined):
        return Undecided(f"the values chosen do not serve: {explanation(verdict)}")
    return verdict


def resting_on_weak_steps(verdict: Verdict) -> Verdict:
    """What becomes of a proof that may have used steps that are not all proved."""
    if isinstance(verdict, Certified | Vacuous) or (isinstance(verdict, Proved) and not verdict.unaided):
        return Undecided("it may rest on steps that are not proved")
    return verdict


def of_case(verdict: Verdict, answers: Mapping[str, Answer]) -> Verdict:
    """What becomes of the verdict on a case that need not occur: a proof needs no point, and a contradiction is one."""
    if isinstance(verdict, Vacuous):
        return Proved(EMPTY)
    if isinstance(verdict, Undecided):
        return next((each.verdict for each in answers.values() if isinstance(each.verdict, Proved | Certified)), verdict)
    return verdict


def together(found: Sequence[tuple[Goal, Verdict]]) -> Proved:
    """One proof from those of all parts; how a side is shown to be defined is told only where there is nothing else to tell."""
    proofs = [(goal, verdict) for goal, verdict in found if isinstance(verdict, Proved)]
    telling = [verdict for goal, verdict in proofs if not _is_definedness(goal)] or [verdict for _, verdict in proofs]
    certificates = "; ".join(dict.fromkeys(each.certificate for each in telling if each.certificate))
    example = next((each.example for _, each in proofs if each.example is not None), None)
    return Proved("; ".join(dict.fromkeys(each.how for each in telling)), example, certificates or None)


def _is_definedness(goal: Goal) -> bool:
    return isinstance(goal, Claim) and goal.relation == "=" and goal.left == goal.right


def by_counterexample(proposition: object) -> Refuted:
    """The refutation that a proposition's own counterexample makes, once it is proved to be one.

    Raises:
        TypeError: where it carries none.
    """
    while isinstance(proposition, Implies):
        proposition = proposition.conclusion
    if isinstance(proposition, Grows) and proposition.unless is not None:
        return _along(proposition.unless)
    if not isinstance(proposition, EveryMaximum) or proposition.counterexample is None:
        raise TypeError(f"{proposition!r} carries no counterexample")
    shown = proposition.counterexample
    values = {symbol.name: term.value for symbol, term in (*shown.values, *shown.point) if isinstance(term, Number)}
    formulas = {f"{function.name}({', '.join(s.name for s in arguments)})": str(formula) for function, arguments, formula in shown.formulas}
    return Refuted(Witness(values, formulas), "", "", 0, 0, says=f"the maximum there is proved, and {proposition.claim} fails")


def _along(shown: Path) -> Refuted:
    values = {symbol.name: term.value for symbol, term in shown.values if isinstance(term, Number)}
    formulas = {symbol.name: str(term) for symbol, term in shown.values if not isinstance(term, Number)}
    says = f"the conditions are met, and as {shown.along.name} tends to infinity the quantity over its bound {shown.outcome}"
    return Refuted(Witness(values, formulas), "", "", 0, 0, says=says)
