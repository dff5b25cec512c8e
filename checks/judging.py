"""Judging: a statement's verdict from the answers to its questions.

A step is as good as the engines' reconciled answer; a proposition holds if every sequent is proved, directly
or as a consequence of its proof; a statement is as strong as its weakest step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checks.calculation import Calculation, Step
from checks.display import Displayed
from checks.language.orders import Goal
from checks.language.propositions import Proposition
from checks.ledger import Entry
from checks.questions import CORRECTED, FINDING, PRINTED, REPAIRED, STEP, Question, propositions_of, steps_of
from checks.reconciling import Answer, EnginesContradict, reconciled
from checks.statements import Finding, Statement
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Undecided, Verdict, explanation, word
from checks.weighing import blunted, by_counterexample, of_case, rank, resting_on_weak_steps, together

HOLDS, NEEDS, FAILS, OPEN, INFORMAL = "holds", "needs", "fails", "open", "informal"
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class StepReport:
    """A step with its verdict and what each engine said."""

    calculation: Calculation
    step: Step
    verdict: Verdict
    answers: Answers


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """A proposition in a role, with its verdict."""

    role: str
    proposition: Proposition
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class FindingReport:
    """A finding with the verdict on its claim, and whether that confirms it."""

    finding: Finding
    verdict: Verdict

    @property
    def confirmed(self) -> bool:
        """Whether the checker answered what the finding says."""
        return word(self.verdict) == self.finding.expected


@dataclass(frozen=True, slots=True)
class StatementReport(Displayed):
    """A ledger entry, what the script says about it, and the computed verdict with its grounds in one line."""

    entry: Entry
    statement: Statement | None
    verdict: str
    why: str
    claims: tuple[ClaimReport, ...] = ()
    steps: tuple[StepReport, ...] = ()
    findings: tuple[FindingReport, ...] = ()
    seconds: float = 0.0

    @property
    def id(self) -> str:
        """The ledger's id."""
        return self.entry.id


def without_derivation(entry: Entry) -> StatementReport:
    """The report on an entry that no script speaks of."""
    return StatementReport(entry, None, OPEN, "no derivation yet")


def judge(statement: Statement, entry: Entry, asked: Sequence[tuple[Question, Answers]]) -> StatementReport:
    """The report on a statement, from its questions and their answers.

    What was proved with the help of the steps counts only where every step is proved.

    Raises:
        EnginesContradict: where engines contradict each other about one of them.
    """
    steps = _step_reports(statement, asked)
    are_steps_proved = _weakest_step(steps) is None
    claims = tuple(
        ClaimReport(role, proposition, _proposition_verdict(role, index, proposition, asked, are_steps_proved=are_steps_proved))
        for role, index, proposition, _, _ in propositions_of(statement)
        if role != FINDING
    )
    findings = tuple(
        FindingReport(each, _finding_verdict(index, each, asked, are_steps_proved=are_steps_proved)) for index, each in enumerate(statement.findings)
    )
    verdict, why = _statement_verdict(statement, claims, steps)
    seconds = sum(answer.seconds for _, answers in asked for answer in answers.values())
    return StatementReport(entry, statement, verdict, why, claims, steps, findings, seconds)


def _step_reports(statement: Statement, asked: Sequence[tuple[Question, Answers]]) -> tuple[StepReport, ...]:
    answers = {question.index: (question, each) for question, each in asked if question.role == STEP}
    return tuple(
        StepReport(calculation, step, reconciled(answers[index][0].obligation, answers[index][1]), answers[index][1])
        for index, (calculation, step) in enumerate(steps_of(statement))
    )


def _finding_verdict(index: int, finding: Finding, asked: Sequence[tuple[Question, Answers]], *, are_steps_proved: bool) -> Verdict:
    """A fact that comes with a proof is confirmed with it or not at all."""
    verdict = _proposition_verdict(FINDING, index, finding.proposition, asked, are_steps_proved=are_steps_proved)
    if finding.proof and not are_steps_proved and isinstance(verdict, Proved | Certified):
        return Undecided("a step of the proof that it comes with is not proved")
    return verdict


def _proposition_verdict(
    role: str, index: int, proposition: Proposition, asked: Iterable[tuple[Question, Answers]], *, are_steps_proved: bool = True
) -> Verdict:
    """The weakest verdict over the proposition's sequents.

    A counterexample all of whose sequents are proved refutes the proposition.

    Raises:
        EnginesContradict: where the proposition is proved beside it.
    """
    verdicts, against, goals, last = list[Verdict](), list[Verdict](), list[Goal](), None
    for question, answers in asked:
        if (question.role, question.index) != (role, index):
            continue
        verdict = reconciled(question.obligation, answers, are_lemmas_proved=are_steps_proved)
        verdict = of_case(verdict, answers) if question.may_be_empty else verdict
        group = against if question.against else verdicts
        last = (question.obligation, answers)
        if question.obligation.lemmas and not are_steps_proved:
            verdict = resting_on_weak_steps(verdict)
        group.append(verdict if question.sharp else blunted(verdict))
        goals += [] if question.against else [question.obligation.goal]
    weakest = min(verdicts, key=rank)
    if against and all(isinstance(verdict, Proved | Certified) for verdict in against):
        if last is not None and isinstance(weakest, Proved | Certified):
            raise EnginesContradict(*last)
        return by_counterexample(proposition)
    return together(list(zip(goals, verdicts, strict=True))) if isinstance(weakest, Proved) else weakest


def _statement_verdict(statement: Statement, claims: tuple[ClaimReport, ...], steps: tuple[StepReport, ...]) -> tuple[str, str]:
    if not statement.claims:
        return INFORMAL, statement.informal or ""
    printed, weak = _weakest(claims, PRINTED), _weakest_step(steps)
    if isinstance(printed, Refuted | IllDefined):
        return _false_as_printed(statement, claims, weak)
    if weak is not None:
        return OPEN, f"a step of its proof is {word(weak.verdict)}: {weak.step.place}"
    if isinstance(printed, Proved | Certified):
        return HOLDS, "proved as printed"
    return OPEN, f"{word(printed)}: {explanation(printed)}"


def _false_as_printed(statement: Statement, claims: tuple[ClaimReport, ...], weak: StepReport | None) -> tuple[str, str]:
    """Needs or fails; a repair counts only if no step of the proofs is weak."""
    if weak is not None:
        return FAILS, f"a step of its proof is {word(weak.verdict)}, too: {weak.step.place}"
    if statement.needs and isinstance(_weakest(claims, REPAIRED), Proved | Certified):
        return NEEDS, ", ".join(each.name for each in statement.needs)
    if statement.correction is None:
        return FAILS, "no correction is given" if not statement.needs else "and also under the assumptions that were to save it"
    corrected = _weakest(claims, CORRECTED)
    if isinstance(corrected, Proved | Certified):
        return FAILS, statement.correction.says
    return FAILS, f"the correction is not proved, {word(corrected)}: {explanation(corrected)}"


def _weakest_step(steps: tuple[StepReport, ...]) -> StepReport | None:
    weak = [each for each in steps if not isinstance(each.verdict, Proved | Certified)]
    return min(weak, key=lambda each: rank(each.verdict), default=None)


def _weakest(claims: tuple[ClaimReport, ...], role: str) -> Verdict:
    return min((each.verdict for each in claims if each.role == role), key=rank)
