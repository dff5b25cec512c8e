"""The page of errata: how many of what, statements from the gravest to the lightest, and findings, in Unicode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checks.checking import Checked
from checks.judging import FindingReport, StatementReport
from checks.language.assumptions import Assumption
from checks.language.notation import unicode_text
from checks.ledger import VERDICTS
from checks.pages.errata.gravity import Errata, Erratum, Neighbour, gathered
from checks.pages.errata.items import Content, Graded, Printed, Related, Words, erratum_items, finding_items
from checks.pages.errata.summary import HEADINGS, NOTICED, PASSING, TITLES, remarks, table
from checks.pages.labels import LABEL, labelled
from checks.pages.phrases import unicode_line
from checks.pages.printed import terminal
from checks.pages.prose import readable
from checks.pages.spans import BAD, MARKS, PLAIN, STRONG, Line, Span, heading, line, marked
from checks.pages.tables import aligned
from checks.pages.wrapping import page_width, sentences

UNBROKEN = "\u00a0"
SIGNS = f"Before an id stands its verdict: {', '.join(' '.join((MARKS[verdict][0], verdict)) for verdict in VERDICTS)}."


def errata(checked: Checked) -> list[Line]:
    """The page of errata."""
    found = gathered(checked)
    lines = [heading(f"Errata to {checked.paper}" if checked.paper else "Errata"), line(), *_summary(found)]
    for kind, group in found.groups.items():
        lines += _section(HEADINGS[kind], len(group), _apart(_entry(each.report, erratum_items(each)) for each in group))
    lines += _section(PASSING, len(found.passing), _apart([[row for each in found.passing for row in _passing(each)]]))
    return lines + _section(NOTICED, len(found.noticed), _apart(_noticed(*each) for each in found.noticed))


def _summary(found: Errata) -> list[Line]:
    counted = aligned(TITLES, [tuple(map(Span, row)) for row in table(found)])
    said = [*remarks(found), *[SIGNS] * bool(found.neighbours)]
    return [*counted, line(), *(line(each) for remark in said for each in sentences(remark, page_width()))]


def _section(title: str, number: int, lines: Iterable[Line]) -> list[Line]:
    """Lines below their heading; nothing where there are no entries."""
    return [line(), heading(f"{title} ({number})"), *lines] if number else []


def _apart(entries: Iterable[list[Line]]) -> Iterator[Line]:
    """The lines of entries, each after an empty line."""
    return (each for entry in entries for each in (line(), *entry))


def _entry(report: StatementReport, items: Iterable[tuple[str, Content]]) -> list[Line]:
    head = line(Span(report.id, STRONG), f", {report.entry.where}: ", marked(report.verdict))
    return [head, *(each for label, content in items for each in _set(label, content))]


def _noticed(report: StatementReport, finding: FindingReport) -> list[Line]:
    head = sentences(f"{report.id}, {report.entry.where}: {readable(finding.finding.title)}", page_width())
    return [*map(heading, head), *(each for label, content in finding_items(finding) for each in _set(label, content))]


def _passing(erratum: Erratum) -> list[Line]:
    """What holds, and what fails below it."""
    report = erratum.report
    text = f"{report.id}, {report.entry.where}: {Related(erratum.rests_on).text(_neighbour)}"
    first, *rest = _spaced(map(line, sentences(text, page_width() - LABEL, "  ")))
    return [first, *(line(" " * LABEL, *each) for each in rest)]


def _set(label: str, content: Content) -> list[Line]:
    """An item, its text wrapped behind its label."""
    match content:
        case Printed(formula):
            return labelled(label, terminal(formula))
        case Words(text, is_formula):
            return [part for each in labelled(label, text, formula=is_formula) for part in _cut(each)]
        case Assumption(name, claim, stated):
            return labelled(label, f"{name}: {unicode_text(claim)}{f' ({stated})' if stated else ''}")
        case Graded():
            return _graded(label, content)
        case Related():
            return _spaced(labelled(label, content.text(_neighbour), formula=False))
        case _:
            return labelled(label, unicode_line(content))


def _graded(label: str, content: Graded) -> list[Line]:
    sign = marked(content.verdict)
    first, *rest = sentences(f"{sign.text}, {content.grounds}", page_width() - LABEL - 2)
    tone = PLAIN if content.is_expected else BAD
    return [
        line(f"  {label:<{LABEL}}", sign, Span(first.removeprefix(sign.text), tone)),
        *(line(" " * (LABEL + 2), Span(each, tone)) for each in rest),
    ]


def _neighbour(each: Neighbour) -> str:
    """An id behind its verdict's sign, which stays on the same line with it."""
    return f"{MARKS[each.verdict][0]}{UNBROKEN}{each.id}{f'{UNBROKEN}(recorded)' * each.is_recorded}"


def _spaced(lines: Iterable[Line]) -> list[Line]:
    """The lines with ordinary spaces, so that they can be searched."""
    return [tuple(replace(span, text=span.text.replace(UNBROKEN, " ")) for span in each) for each in lines]


def _cut(each: Line) -> Iterator[Line]:
    """The line, on as many as it needs where a number in it is wider than the page."""
    label, text = each
    room = page_width() - LABEL - 2
    yield label, replace(text, text=text.text[:room])
    yield from (line(" " * (LABEL + 2), text.text[start : start + room]) for start in range(room, len(text.text), room))
