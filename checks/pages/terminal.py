"""The page of one derivation in Unicode: what is printed, what is assumed, how it is shown, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from checks.calculation import Calculation
from checks.judging import FindingReport, StatementReport, StepReport
from checks.language.assumptions import Assumption
from checks.language.claims import domain_claims
from checks.language.notation import UNICODE, right_in, sign_in, unicode_text
from checks.language.terms import Symbol
from checks.pages.definitions import used
from checks.pages.errata import counterpoint
from checks.pages.labels import labelled
from checks.pages.phrases import unicode_line, unicode_lines
from checks.pages.printed import terminal
from checks.pages.prose import readable
from checks.pages.spans import BAD, FAINT, STRONG, Line, Span, heading, line, marked
from checks.pages.wrapping import page_width, sentences, wrapped
from checks.questions import CORRECTED, PRINTED, REPAIRED
from checks.verdicts import Certified, Proved, Verdict, explanation, word

ROLES = {PRINTED: "As printed", REPAIRED: "With what it needs", CORRECTED: "Corrected"}
NARROWEST = 30


def page(report: StatementReport) -> list[Line]:
    """The whole page of a statement."""
    statement, width = report.statement, page_width()
    title = readable(statement.title) if statement else "No derivation yet"
    lines = [line(Span(title, STRONG), "  ", Span(report.id, FAINT)), line(report.entry.where), line()]
    lines += labelled("Printed", terminal(report.entry.printed)) if report.entry.printed else []
    lines += labelled("Says", readable(report.entry.says), formula=False)
    lines += [line(f"  {'Verdict':<12}", marked(report.verdict), f"  {readable(report.why)}" * bool(report.why)), line()]
    if statement is None:
        return lines
    lines += hypotheses(report)
    for role in (PRINTED, REPAIRED, CORRECTED):
        lines += _claims(report, role)
    number = 1
    for calculation in dict.fromkeys(step.calculation for step in report.steps):
        lines += [*chain(calculation, report.steps, number, width), line()]
        number += len(calculation.steps)
    if statement.correction is not None:
        lines += [heading("Why"), *map(line, sentences(readable(statement.correction.says), width, "  ")), line()]
    return lines + [each for finding in report.findings for each in _finding(finding)]


def hypotheses(report: StatementReport) -> list[Line]:
    """What is assumed, and where the paper says so."""
    statement = report.statement
    if statement is None:
        return []
    cited = tuple(each for step in report.steps for each in step.step.assumptions)
    assumed = tuple(dict.fromkeys([*statement.given, *statement.needs, *(statement.correction.given if statement.correction else ()), *cited]))
    rows = [(each.name, unicode_text(each.claim), _source(each, statement.needs)) for each in assumed]
    meant = [each for claim in used(report) for each in wrapped(unicode_text(claim), page_width() - 2)]
    ranges = [(_domain(symbol), symbol.meaning) for symbol in _symbols(report)]
    wide = max((len(text) for text, _ in ranges), default=0)
    lines = [heading("Where")] + [line(f"  {text:<{wide}}   ", Span(meaning, FAINT)) for text, meaning in ranges] + [line()] if ranges else []
    lines += [heading("Definitions"), *(line("  ", each) for each in meant), line()] if meant else []
    return lines + ([heading("Assumed"), *map(line, _columns(rows)), line()] if rows else [])


def chain(calculation: Calculation, reports: Iterable[StepReport], number: int, width: int) -> list[Line]:
    """A calculation: expressions one below another, relation signs aligned, reasons and verdicts at the right."""
    steps = [each for each in reports if each.calculation == calculation]
    texts = [right_in(each.step.claim, UNICODE) for each in steps]
    reasons = [readable(str(each.step.reason)) for each in steps]
    wide = max(map(len, reasons))
    room = width - 9
    beside = min(max(map(len, texts)), max(room - wide - 16, NARROWEST))
    lines = [heading(readable(calculation.title)), *(line(" " * 8, each) for each in wrapped(unicode_text(steps[0].step.claim.left), room, indent=3))]
    for place, (each, text, reason) in enumerate(zip(steps, texts, reasons, strict=True)):
        *above, last = wrapped(text, room if len(text) > beside else beside, indent=3)
        sign = sign_in(each.step.claim, UNICODE)
        label = Span(f"  {number + place:>3} ", FAINT)
        said = (f"  {reason:<{wide}}  ", marked(word(each.verdict)))
        rows = [*above, last]
        lines += [line(label if row == 0 else " " * 6, f"{sign if row == 0 else '':<2}", text_row) for row, text_row in enumerate(rows)]
        if len(last) + wide + 16 <= room:
            lines[-1] = (*lines[-1], Span(" " * max(0, beside - len(last))), *line(*said))
        else:
            lines.append(line(" " * max(8, width - wide - 20), *said))
    return lines


def step_page(report: StatementReport, number: int) -> list[Line]:
    """One step, with every engine's answer and the time it took."""
    step = report.steps[number - 1]
    lines = [
        line(Span(f"Step {number} of {report.id}", STRONG), f"  {step.step.place}"),
        line(f"  in the calculation “{readable(step.calculation.title)}”"),
        line(),
    ]
    lines += labelled("claim", unicode_text(step.step.claim)) + labelled("reason", readable(str(step.step.reason)))
    for each in step.step.assumptions:
        lines += labelled("given", f"{each.name}: {unicode_text(each.claim)}  ({_source(each, ())})")
    lines += [line(f"  {'verdict':<12}", marked(word(step.verdict)), f", {explanation(step.verdict)}"), line()]
    for name, answer in sorted(step.answers.items()):
        lines.append(line(f"  {name:<12}", marked(word(answer.verdict)), f"  {answer.seconds:.3f} s"))
        lines += labelled("", explanation(answer.verdict))
        if isinstance(answer.verdict, Proved) and answer.verdict.certificate:
            lines += labelled("", readable(answer.verdict.certificate))
    return lines


def _claims(report: StatementReport, role: str) -> list[Line]:
    claims = [each for each in report.claims if each.role == role]
    if not claims:
        return []
    lines = [heading(ROLES[role])]
    for claim in claims:
        for each in unicode_lines(claim.proposition) if role != REPAIRED else (unicode_line(claim.proposition),):
            lines += [line("  ", row) for row in wrapped(each, page_width() - 2)]
        lines += _answered(claim.verdict)
        if not isinstance(claim.verdict, Proved | Certified) and role != REPAIRED:
            lines += [each for label, text in counterpoint(claim.verdict) for each in labelled(f"  {label}", text)]
    return [*lines, line()]


def _answered(verdict: Verdict, *tail: str | Span) -> list[Line]:
    """The verdict in one word, and how it was proved where it was."""
    grounds = sentences(explanation(verdict), page_width() - 18) if isinstance(verdict, Proved | Certified) else []
    first = (f", {grounds[0]}",) if grounds else ()
    return [line("    ", marked(word(verdict)), *first, *tail), *(line(" " * 6, each) for each in grounds[1:])]


def _finding(finding: FindingReport) -> list[Line]:
    told = finding.finding
    lines = [heading(f"Finding: {readable(told.title)}")]
    lines += [line("  ", row) for each in unicode_lines(told.proposition) for row in wrapped(each, page_width() - 2)]
    lines += [line(f"    given {each.name}: {unicode_text(each.claim)}") for each in told.given]
    tail: tuple[str | Span, ...] = () if finding.confirmed else (", ", Span(f"not confirmed: expected {told.expected}", BAD))
    lines += _answered(finding.verdict, *tail)
    if not isinstance(finding.verdict, Proved | Certified):
        lines += [each for label, text in counterpoint(finding.verdict) for each in labelled(f"  {label}", text)]
    return [*lines, *map(line, sentences(readable(told.says), page_width() - 4, "    ")), line()]


def _source(each: Assumption, needs: tuple[Assumption, ...]) -> str:
    return each.stated or ("ours: the paper does not state it" if each in needs else "ours")


def _columns(rows: list[tuple[str, str, str]]) -> list[str]:
    first, second = (max(len(row[place]) for row in rows) for place in (0, 1))
    return [f"  {name:<{first}}   {claim:<{second}}   {source}" for name, claim, source in rows]


def _symbols(report: StatementReport) -> list[Symbol]:
    found = {symbol for step in report.steps for symbol in step.step.claim.symbols if not symbol.name.startswith("d(")}
    return sorted(found, key=lambda each: (each.name.lower(), each.name))


def _domain(symbol: Symbol) -> str:
    bounds = domain_claims(symbol)
    return " and ".join(map(unicode_text, bounds)) if bounds else f"{unicode_text(symbol)} real"
