"""Recording: the verdicts of a run become the record with which later runs are compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checks.checking import Checked
from checks.comparing import Concern, concerns
from checks.judging import StatementReport
from checks.language.places import shown
from checks.ledger import Ledger, write_record


def recorded(checked: Checked) -> tuple[Checked, str]:
    """The run compared with its own verdicts, written beside the scripts, and a sentence that says so.

    A run with unreadable scripts or contradicting engines is not recorded, nor are entries that no script speaks of.
    """
    if checked.problems or checked.alarm is not None:
        return checked, "not recorded: first mend what could not be read"
    ledgers, paths, remarks = dict(checked.ledgers), list[Path](), dict[str, tuple[Concern, ...]]()
    for folder, ledger in checked.ledgers.items():
        own = {report.id: report for report in checked.reports if _folder(report, ledger) in (None, folder)}
        verdicts = _merged(ledger, {name: report.verdict for name, report in own.items() if report.statement is not None})
        ledgers[folder] = replace(ledger, recorded=verdicts)
        paths.append(write_record(folder, verdicts))
        remarks |= {name: concerns(report, verdicts.get(name)) for name, report in own.items()}
    return replace(checked, ledgers=ledgers, concerns=remarks), f"recorded in {', '.join(shown(str(path)) for path in paths)}"


def _folder(report: StatementReport, ledger: Ledger) -> Path | None:
    """The folder of a statement's script; an entry without script belongs to the ledger that lists it."""
    if report.statement is not None and report.statement.place is not None:
        return Path(report.statement.place.file).resolve().parent
    return None if ledger.entry(report.id) is not None else Path()


def _merged(ledger: Ledger, computed: dict[str, str]) -> dict[str, str]:
    """The old record with what was computed now, in the order of the ledger."""
    verdicts = {**ledger.recorded, **computed}
    listed = [entry.id for entry in ledger.entries if entry.id in verdicts]
    return {name: verdicts[name] for name in [*listed, *(each for each in verdicts if ledger.entry(each) is None)]}
