"""Papers: what the ledger of a folder says of its scripts' statements, and which of them are not its own."""

from __future__ import annotations

from pathlib import Path

from checks.language.places import shown
from checks.ledger import Entry, FaultyLedger, Ledger, read_ledger
from checks.scripts import ScriptProblem, nearest
from checks.statements import Statement


def ledger_of(folder: Path) -> tuple[Ledger, ScriptProblem | None]:
    """The ledger of a folder; an empty one, and what is wrong, where it cannot be used."""
    try:
        return read_ledger(folder), None
    except FaultyLedger as fault:
        place, _, says = str(fault).partition(": ")
        remedy = "correct the file; until then its statements are taken as they state themselves"
        return Ledger(), ScriptProblem(shown(place), "", says, remedy)


def entry_of(statement: Statement, ledger: Ledger) -> Entry:
    """What the ledger says of a statement, or where it says nothing, what the statement says of itself."""
    own = Entry(statement.id, statement.where or str(statement.place), statement.printed, statement.title)
    return ledger.entry(statement.id) or own


def unlisted(statement: Statement, ledger: Ledger) -> ScriptProblem | None:
    """That a ledger which lists statements does not list this one."""
    if not ledger.entries or ledger.entry(statement.id) is not None:
        return None
    remedy = f"{nearest(statement.id, [entry.id for entry in ledger.entries])} Correct the id, or add an entry to the ledger"
    return ScriptProblem(str(statement.place), _stated(statement), f"the ledger has no entry {statement.id!r}", remedy)


def stated_twice(statement: Statement, first: Statement) -> ScriptProblem:
    """That an id was stated before."""
    says = f"the id {statement.id!r} is stated twice, first at {first.place}"
    return ScriptProblem(str(statement.place), _stated(statement), says, "give one of them another id")


def _stated(statement: Statement) -> str:
    return f"statement({statement.id!r}, ...)"
