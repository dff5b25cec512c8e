"""Errata: what fails or needs more, as printed, where it breaks, what holds instead, and what was noticed beside it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.checking import Checked
from checks.judging import FAILS, NEEDS, ClaimReport, FindingReport, StatementReport
from checks.language.notation import unicode_text
from checks.pages.labels import LABEL, labelled
from checks.pages.phrases import unicode_line
from checks.pages.printed import terminal
from checks.pages.prose import readable
from checks.pages.spans import BAD, GOOD, STRONG, WARNING, Line, Span, heading, line, marked
from checks.questions import CORRECTED, PRINTED, REPAIRED
from checks.reconciling import example
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Verdict, explanation, word


def errata(checked: Checked) -> list[Line]:
    """The page of errata: statements first, then findings."""
    wrong = [report for report in checked.reports if report.verdict in (NEEDS, FAILS)]
    noticed = [(report, finding) for report in checked.reports for finding in report.findings]
    title = f"Errata to {checked.paper}" if checked.paper else "Errata"
    lines = [heading(title), line(), heading(f"Statements that fail, or need more than is assumed ({len(wrong)})"), line()]
    for report in wrong:
        lines += [*erratum(report), line()]
    lines += [line("None."), line()] * (not wrong)
    lines += [heading(f"Findings beside the statements ({len(noticed)})"), line()]
    for report, finding in noticed:
        lines += [*_finding(report, finding), line()]
    return [*lines, *([line("None.")] * (not noticed))]


def erratum(report: StatementReport) -> list[Line]:
    """What is printed, where it breaks, and what holds."""
    lines = [line(Span(report.id, STRONG), f", {report.entry.where}: ", marked(report.verdict))]
    lines += labelled("printed", terminal(report.entry.printed))
    for claim in report.claims:
        lines += _about(claim)
    if report.statement is None:
        return lines
    if report.verdict == NEEDS:
        for need in report.statement.needs:
            lines += labelled("needs", f"{need.name}: {unicode_text(need.claim)}")
    if report.statement.correction is not None:
        lines += labelled("why", readable(report.statement.correction.says), formula=False)
    elif report.verdict == FAILS:
        lines += labelled("why", readable(report.why), formula=False)
    return lines


def counterpoint(verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Where a claim breaks, and how: labels with their text."""
    point = example(verdict)
    match verdict:
        case Refuted(says=says) if point is not None:
            yield "witness", readable(str(point))
            yield "there", readable(says) or verdict.seen
        case IllDefined(subterm, reason) if point is not None:
            yield "witness", readable(str(point))
            yield "there", f"{readable(subterm)} is not defined: {reason}"
        case _:
            yield "grounds", explanation(verdict)


def _about(claim: ClaimReport) -> list[Line]:
    """A printed claim that breaks, with its witness; a correction with its verdict; what holds as printed is left out."""
    settled = isinstance(claim.verdict, Proved | Certified)
    if claim.role == PRINTED and not settled:
        lines = labelled("claim", unicode_line(claim.proposition))
        return [*lines, *(each for label, text in counterpoint(claim.verdict) for each in labelled(label, text))]
    if claim.role == CORRECTED:
        return [*labelled("corrected", unicode_line(claim.proposition)), _graded(claim.verdict)]
    if claim.role == REPAIRED and not settled:
        return labelled("then still", f"{word(claim.verdict)}: {explanation(claim.verdict)}")
    return []


def _graded(verdict: Verdict) -> Line:
    return line(" " * (LABEL + 2), marked(word(verdict)), f", {explanation(verdict)}")


def _finding(report: StatementReport, finding: FindingReport) -> list[Line]:
    told = finding.finding
    lines = [line(Span(report.id, STRONG), f", {report.entry.where}: ", Span(readable(told.title), STRONG))]
    lines += labelled("claim", unicode_line(told.proposition))
    for each in told.given:
        lines += labelled("given", f"{each.name}: {unicode_text(each.claim)}")
    lines += _answered(finding)
    return [*lines, *labelled("so", readable(told.says), formula=False)]


def _answered(finding: FindingReport) -> list[Line]:
    verdict = finding.verdict
    if not finding.confirmed:
        tone = WARNING if word(verdict) in ("undecided", "supported") else BAD
        said = f"not confirmed: expected {finding.finding.expected}, but {word(verdict)}"
        return [line(f"  {'verdict':<{LABEL}}", Span(said, tone)), *(each for label, text in counterpoint(verdict) for each in labelled(label, text))]
    if isinstance(verdict, Proved | Certified):
        return [line(f"  {'verdict':<{LABEL}}", Span("✓ proved", GOOD), f", {explanation(verdict)}")]
    lines = [line(f"  {'verdict':<{LABEL}}", marked(word(verdict)), ", as the finding says")]
    return [*lines, *(each for label, text in counterpoint(verdict) for each in labelled(label, text))]
