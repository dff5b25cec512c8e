"""Outcomes: what the answers about a step or a statement mean for its test, and what is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checks.checking import Alarm, Checked
from checks.comparing import Concern, concerns
from checks.judging import FAILS, HOLDS, INFORMAL, OPEN, StatementReport, StepReport
from checks.ledger import Ledger
from checks.pages.anatomy import claim_fault, step_fault
from checks.pages.faults import alarm, statement_faults
from checks.pages.reports import grounds
from checks.pages.spans import Line, line, marked, plain
from checks.questions import PRINTED, Question
from checks.reconciling import EnginesContradict
from checks.settings import Settings
from checks.verdicts import Certified, Proved, Supported, Undecided, explanation, word


@dataclass(frozen=True, slots=True)
class Passed:
    """As it should be; `told` is worth knowing all the same."""

    told: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """Not as it should be: the fault as the checker tells it."""

    told: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Nothing was to be proved, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Expected:
    """Not proved, in a statement that is recorded as open."""

    why: str


@dataclass(frozen=True, slots=True)
class Contradicted:
    """Engines contradict each other: the run cannot go on."""

    told: str


Outcome = Passed | Failed | Skipped | Expected | Contradicted


def of_step(step: StepReport, report: StatementReport, settings: Settings, recorded: str | None) -> Outcome:
    """A step passes if it is proved."""
    match step.verdict:
        case Proved() | Certified():
            return Passed()
        case Undecided() | Supported() if recorded == OPEN:
            return Expected(f"{report.id} is recorded as open; this step is {word(step.verdict)}: {explanation(step.verdict)}")
        case _:
            return Failed(_text(step_fault(step, report, settings)))


def of_statement(report: StatementReport, recorded: str | None, settings: Settings, *, is_strict: bool) -> Outcome:
    """A statement passes if its verdict is as recorded, or, where none is, if nothing is refuted or undecided."""
    found = concerns(report, recorded)
    if any(each.code for each in found):
        return Failed(_faults(report, found, recorded, settings))
    if is_strict and report.verdict == FAILS:
        return Failed(_falsehood(report, settings))
    if report.verdict in (OPEN, INFORMAL):
        return Skipped(f"{report.verdict}: {report.why}")
    better = [line(each.says) for each in found]
    return Passed("" if report.verdict == HOLDS and not better else plain([line(marked(report.verdict), f": {grounds(report)}"), *better]))


def of_contradiction(question: Question, contradiction: EnginesContradict, settings: Settings) -> Outcome:
    """One of the engines has a bug."""
    return Contradicted(_text(alarm(Alarm(question, contradiction), settings)))


def _faults(report: StatementReport, found: tuple[Concern, ...], recorded: str | None, settings: Settings) -> str:
    """What is wrong, then how; steps that are not proved are told by their own tests."""
    ledger = Ledger(recorded={} if recorded is None else {report.id: recorded})
    elsewhere = {step.step: f"{report.id}::step-{number}" for number, step in enumerate(report.steps, start=1)}
    told = _text(statement_faults(report, Checked(settings, {Path(): ledger}, (report,), {report.id: found}), elsewhere))
    first = "; ".join(each.says for each in found if each.code)
    place = report.statement.place if report.statement else None
    return told if first in told else f"{place}: {report.id}: {first}\n{told}"


def _falsehood(report: StatementReport, settings: Settings) -> str:
    """What is false as printed, though it is recorded so."""
    place = report.statement.place if report.statement else None
    lines = [line(f"{place}: {report.id}: false as printed, as is recorded: {grounds(report)}")]
    for claim in report.claims:
        if claim.role == PRINTED and not isinstance(claim.verdict, Proved | Certified):
            *told, _ = claim_fault(claim, report, settings)
            lines += [*told, line("    remedy    ", "correct what is printed; without --lemmata-strict this passes")]
    return _text(lines)


def _text(lines: list[Line]) -> str:
    return plain(lines).rstrip()
