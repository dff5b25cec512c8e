"""Listing: the ledger, with the script that speaks of each entry and its recorded verdict; no script is run."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from checks.ledger import Entry, FaultyLedger, Ledger, read_ledger
from checks.pages.printed import terminal
from checks.pages.spans import FAINT, STRONG, Span, heading, line, marked, show
from checks.pages.tables import Row, print_table
from checks.selection import Part, known_ids, mentioned_ids

TITLES = ("statement", "where", "recorded", "script", "printed")


def print_listing(parts: Sequence[Part]) -> bool:
    """Writes the list; returns whether a ledger is faulty."""
    faulty = False
    for part in parts:
        try:
            _print_part(part, read_ledger(part.folder))
        except FaultyLedger as fault:
            faulty = True
            sys.stderr.write(f"lemmata: {fault}\n")
    return faulty


def _print_part(part: Part, ledger: Ledger) -> None:
    rows = list(_rows(part, ledger))
    if ledger.title:
        show([heading(f"{ledger.title}{f' ({ledger.reference})' if ledger.reference else ''}"), line()])
    print_table(TITLES, rows)
    written = sum(row[3].text != "" for row in rows)
    show([line(), line(f"{len(rows)} statement{'s' * (len(rows) != 1)}, {written} with a script.")])


def _rows(part: Part, ledger: Ledger) -> Iterator[Row]:
    ids = known_ids(ledger, part.scripts)
    scripts = {stated: script for script in reversed(part.scripts) for stated in mentioned_ids(script, ids)}
    for each in ids:
        if (part.whole or each in scripts) and (part.ids is None or each in part.ids):
            yield _row(ledger.entry(each) or Entry(each, "", "", ""), scripts.get(each), ledger.recorded.get(each))


def _row(entry: Entry, script: Path | None, recorded: str | None) -> Row:
    tone = FAINT if script is None else ""
    verdict = marked(recorded) if recorded else Span("")
    return (
        Span(entry.id, tone or STRONG),
        Span(entry.where, tone),
        verdict,
        Span(script.name if script else "", tone),
        Span(terminal(entry.printed), tone),
    )
