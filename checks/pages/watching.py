"""Watching: what is shown when files have changed, the time of day, what changed, what is new or wrong, and how all stands now."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from checks.checking import Checked
from checks.exits import SOUND
from checks.judging import HOLDS, StatementReport
from checks.language.places import shown
from checks.pages.faults import faults
from checks.pages.reports import grounds, print_report, summary
from checks.pages.spans import FAINT, STRONG, WARNING, Line, Span, line, marked, show

if TYPE_CHECKING:
    from checks.watching import Round

MOST = 12  # statements of the scripts that were run, all of which are shown


def show_round(each: Round, now: datetime) -> None:
    """Writes what came of a round, beneath what came of those before."""
    if each.before is None:
        print_report(each.checked)
        show([line(), line(Span(f"Watching {_named(each.scripts)}; Ctrl-C ends it.", FAINT))])
    else:
        show([line(), *round_page(each, each.before, now)])
    sys.stdout.flush()


def round_page(each: Round, before: Checked, now: datetime) -> list[Line]:
    """A round after the first."""
    if each.says:
        return [_head(each, now), line(Span(each.says, WARNING))]
    told = _told(each, before)
    wrong = faults(replace(each.checked, reports=tuple(report for report in told if script_of(report) in each.again)))
    rows = _rows(told, _verdicts(before))
    gone = [line("  ", Span(f"– {id} is stated no more", FAINT)) for id in _verdicts(before) if id not in _verdicts(each.checked)]
    return [_head(each, now), *rows, *gone, *([line(), *wrong, *[line()] * bool(wrong[-1])] if wrong else []), *summary(each.checked)]


def script_of(report: StatementReport) -> Path | None:
    """The script that makes a statement, where one does."""
    return Path(report.statement.place.file).resolve() if report.statement and report.statement.place else None


def _head(each: Round, now: datetime) -> Line:
    names = [f"{shown(str(file))}{'' if file.exists() else ' (gone)'}" for file in sorted(each.changed)]
    few = ", ".join(names) if len(names) <= 3 else f"{names[0]} and {len(names) - 1} other files"
    others = len(each.again - each.changed)
    beside = f", and {others} script{'s' * (others != 1)} that import{'s' * (others == 1)} it" if others else ""
    return line(Span(f"{now:%H:%M:%S}", FAINT), "  ", Span(few, STRONG), beside)


def _named(scripts: frozenset[Path]) -> str:
    return f"{len(scripts)} scripts and what they import" if len(scripts) != 1 else f"{shown(str(min(scripts)))} and what it imports"


def _told(each: Round, before: Checked) -> list[StatementReport]:
    """What is new, and of what was run again all, or where that is much, what is wrong."""
    known, run = _verdicts(before), [report for report in each.checked.reports if script_of(report) in each.again]
    wrong = [report for report in run if any(concern.code != SOUND for concern in each.checked.concerns[report.id])]
    listed = {report.id for report in (run if len(run) <= MOST else wrong)}
    return [report for report in each.checked.reports if report.id in listed or known.get(report.id) != report.verdict]


def _rows(reports: Iterable[StatementReport], known: Mapping[str, str]) -> list[Line]:
    rows = [(marked(each.verdict), each.id, _why(each, known.get(each.id))) for each in reports]
    word, wide = (max((len(text) for text in texts), default=0) for texts in ([mark.text for mark, _, _ in rows], [id for _, id, _ in rows]))
    return [line("  ", mark, " " * (word - len(mark.text)), f"  {id:<{wide}}  ", *why) for mark, id, why in rows]


def _why(report: StatementReport, known: str | None) -> tuple[Span, ...]:
    """What it was before, where that is new, and its grounds, where it does not simply hold."""
    change = "new" if known is None else f"was {known}" if known != report.verdict else ""
    why = "" if report.verdict == HOLDS else grounds(report)
    return (Span(change, WARNING), Span("  " * bool(change and why)), Span(why, FAINT))


def _verdicts(checked: Checked) -> dict[str, str]:
    return {report.id: report.verdict for report in checked.reports}
