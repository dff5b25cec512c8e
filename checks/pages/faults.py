"""Faults: what went wrong, where, in whose words, what was found instead, how to see it again and what may help."""

from __future__ import annotations

from checks.calculation import Step
from checks.checking import Alarm, Checked
from checks.judging import ClaimReport, StatementReport, StepReport
from checks.language.places import shown
from checks.pages.anatomy import claim_fault, finding_fault, named, repeat, step_fault
from checks.pages.spans import BAD, STRONG, WARNING, Line, Span, line
from checks.questions import CORRECTED, PRINTED
from checks.scripts import ScriptProblem
from checks.settings import Settings
from checks.verdicts import Certified, Proved, explanation, word


def faults(checked: Checked) -> list[Line]:
    """Every fault of a run: scripts, then statements, then the alarm."""
    lines = [each for problem in checked.problems for each in (*script_fault(problem), line())]
    told: dict[Step, str] = {}
    for report in checked.reports:
        concerned = checked.concerns[report.id]
        if any(concern.code for concern in concerned):
            lines += statement_faults(report, checked, told)
    return lines + (alarm(checked.alarm, checked.settings) if checked.alarm else [])


def script_fault(problem: ScriptProblem) -> list[Line]:
    """A script that could not be read, or that says what cannot be."""
    lines = [line(Span(shown(problem.place), STRONG), ": ", Span("unusable", BAD), f": {shown_in(problem.message).rstrip(': ')}")]
    lines += [line("    line      ", problem.line)] * bool(problem.line)
    return [*lines, line("    remedy    ", problem.remedy)]


def shown_in(message: str) -> str:
    """A message with the paths in it relative to the working directory."""
    return " ".join(shown(each) for each in message.split(" "))


def statement_faults(report: StatementReport, checked: Checked, told: dict[Step, str]) -> list[Line]:
    """What keeps a statement from being as it should: its weak steps, each told once, or its claims, and its findings."""
    lines: list[Line] = []
    weak = [each for each in report.steps if not isinstance(each.verdict, Proved | Certified)]
    for step in weak:
        first = told.setdefault(step.step, report.id)
        lines += [*(step_fault(step, report, checked.settings) if first == report.id else _again(step, report, first)), line()]
    for claim in report.claims:
        if not weak and _unexpected(claim, accepted=_accepted(report, checked)):
            lines += [*claim_fault(claim, report, checked.settings), line()]
    for finding in report.findings:
        if not finding.confirmed:
            lines += [*finding_fault(finding, report, checked.settings), line()]
    return lines or [*_bare(report, checked), line()]


def _again(step: StepReport, report: StatementReport, first: str) -> list[Line]:
    return [line(Span(str(step.step.place), STRONG), f": {report.id} rests on this step too, which is {word(step.verdict)}; see {first}")]


def _accepted(report: StatementReport, checked: Checked) -> bool:
    return any(ledger.recorded.get(report.id) == report.verdict for ledger in checked.ledgers.values())


def _unexpected(claim: ClaimReport, *, accepted: bool) -> bool:
    """Whether a claim is to be shown: a correction that is not proved, or a printed claim that is false and not recorded so."""
    if isinstance(claim.verdict, Proved | Certified):
        return False
    return claim.role == CORRECTED or (claim.role == PRINTED and not accepted)


def _bare(report: StatementReport, checked: Checked) -> list[Line]:
    place = report.statement.place if report.statement else report.id
    says = "; ".join(concern.says for concern in checked.concerns[report.id] if concern.code)
    return [line(Span(str(place), STRONG), ": ", *([f"{report.id} "] if report.statement else []), Span(says, WARNING))]


def alarm(found: Alarm, settings: Settings) -> list[Line]:
    """Engines contradicted each other: one of them has a bug, and nothing else matters until it is found."""
    question, contradiction = found.question, found.contradiction
    given = [line("    given     ", str(claim)) for claim in contradiction.obligation.assumptions]
    said = [line(f"    {name:9} ", f"{word(answer.verdict)}: {explanation(answer.verdict)}") for name, answer in contradiction.answers.items()]
    return [
        line(Span("ALARM: engines contradict each other; one of them has a bug", BAD)),
        line(Span(str(question.place or question.statement), STRONG), f": {question.statement}, {question.role}"),
        line("    asked     ", str(contradiction.obligation.goal)),
        *given,
        *said,
        line("    digest    ", contradiction.obligation.digest),
        line("    repeat    ", repeat(named(question.statement, question.place), settings)),
        line("    remedy    ", "the run was stopped; please report this with the lines above"),
    ]
