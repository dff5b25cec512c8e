"""Comparing: computed verdicts against the recorded ones, and what that means for the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.exits import FALLEN, SOUND, UNSETTLED
from checks.judging import FAILS, HOLDS, INFORMAL, NEEDS, OPEN, StatementReport
from checks.questions import CORRECTED, PRINTED
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Vacuous, word

FROM_WORST = (FAILS, OPEN, INFORMAL, NEEDS, HOLDS)


@dataclass(frozen=True, slots=True)
class Concern:
    """Why a statement is not as it should be, or better than recorded, with the exit code that follows."""

    code: int
    says: str


def concerns(report: StatementReport, recorded: str | None) -> tuple[Concern, ...]:
    """All that is to be said about a statement against its record; nothing where it is as recorded."""
    return tuple(dict.fromkeys([*_against_record(report, recorded), *_within(report)]))


def _against_record(report: StatementReport, recorded: str | None) -> Iterator[Concern]:
    if recorded is None:
        yield from _without_record(report)
    elif report.verdict == recorded:
        return
    elif report.verdict == OPEN:
        yield Concern(UNSETTLED, f"undecided, recorded as {recorded}: {report.why}")
    elif FROM_WORST.index(report.verdict) < FROM_WORST.index(recorded):
        yield Concern(FALLEN, f"{report.verdict}, recorded as {recorded}; if that is right, `lemmata check --record` accepts it")
    else:
        yield Concern(SOUND, f"{report.verdict}, better than recorded ({recorded}); run `lemmata check --record`")


def _without_record(report: StatementReport) -> Iterator[Concern]:
    if report.statement is None or report.verdict in (HOLDS, INFORMAL):
        return
    if report.verdict == OPEN:
        vacuous = any(each.role == PRINTED and isinstance(each.verdict, Vacuous) for each in report.claims)
        yield Concern(FALLEN if vacuous else UNSETTLED, f"open: {report.why}")
    else:
        yield Concern(FALLEN, f"{report.verdict}, which is not recorded; if that is right, `lemmata check --record` accepts it")


def _within(report: StatementReport) -> Iterator[Concern]:
    """What is wrong whatever the record says: a false step, a correction or finding that is not confirmed."""
    for step in report.steps:
        if isinstance(step.verdict, Refuted | IllDefined | Vacuous):
            yield Concern(FALLEN, f"a step of its proof is {word(step.verdict)}")
    for claim in report.claims:
        if claim.role == CORRECTED and not isinstance(claim.verdict, Proved | Certified):
            refuted = isinstance(claim.verdict, Refuted | IllDefined | Vacuous)
            yield Concern(FALLEN if refuted else UNSETTLED, f"its correction is {word(claim.verdict)}, not proved")
    for finding in report.findings:
        if not finding.confirmed:
            yield Concern(FALLEN, f"the finding {finding.finding.title!r} is not confirmed: {word(finding.verdict)}, not {finding.finding.expected}")
