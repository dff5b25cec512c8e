"""The desk: what the items of one run share, the session that answers and the ledgers that say what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from checks.language.places import shown
from checks.ledger import Entry, FaultyLedger, Ledger, read_ledger
from checks.questions import Question
from checks.scripts import ScriptProblem, nearest
from checks.sessions import Answers, Session
from checks.settings import Settings
from checks.statements import Statement
from checks.tasks import Found


@dataclass(slots=True)
class Desk:
    """Reads scripts, compares them with the ledgers of their folders, and has questions answered.

    Attributes:
        stated: where each id of a folder was met first.
    """

    session: Session
    is_strict: bool
    ledgers: dict[Path, Ledger] = field(default_factory=dict)
    stated: dict[tuple[Path, str], Statement] = field(default_factory=dict)

    @classmethod
    def of(cls, config: pytest.Config) -> Desk:
        """As the options say."""
        told = {each: config.getoption(f"lemmata_{each}") for each in ("seed", "digits", "timeout", "memory", "no_cache", "strict")}
        settings = Settings(told["seed"], told["digits"], told["timeout"], told["memory"] << 20, jobs=1, uses_cache=not told["no_cache"])
        return cls(Session.opened(settings), told["strict"])

    def read(self, script: Path) -> Found:
        """What a script states, and what is wrong with it or with the ledger beside it, which is told once."""
        faults = list(self._open(script.parent))
        found = self.session.read(script)
        refused = {each.id: problem for each in found.statements if (problem := self._refusal(each, script.parent)) is not None}
        sound = tuple(each for each in found.statements if each.id not in refused)
        return Found(sound, (*faults, *found.problems, *refused.values()))

    def entry(self, statement: Statement, folder: Path) -> Entry:
        """What the ledger says of a statement, or where there is none, what it says of itself."""
        own = Entry(statement.id, statement.where or str(statement.place), statement.printed, statement.title)
        return self.ledgers[folder].entry(statement.id) or own

    def recorded(self, statement: Statement, folder: Path) -> str | None:
        """The verdict with which its own is compared."""
        return self.ledgers[folder].recorded.get(statement.id)

    def answered(self, questions: tuple[Question, ...]) -> list[tuple[Question, Answers]]:
        """The questions with their answers."""
        return self.session.answered(questions)

    def _open(self, folder: Path) -> Iterator[ScriptProblem]:
        if folder in self.ledgers:
            return
        try:
            self.ledgers[folder] = read_ledger(folder)
        except FaultyLedger as fault:
            self.ledgers[folder] = Ledger()
            place, _, says = str(fault).partition(": ")
            yield ScriptProblem(shown(place), "", says, "correct the file")

    def _refusal(self, statement: Statement, folder: Path) -> ScriptProblem | None:
        """Why a statement is not one of its paper."""
        place, line, entries = str(statement.place), f"statement({statement.id!r}, ...)", self.ledgers[folder].entries
        if entries and self.ledgers[folder].entry(statement.id) is None:
            remedy = f"{nearest(statement.id, [each.id for each in entries])} Correct the id, or add an entry to the ledger"
            return ScriptProblem(place, line, f"the ledger has no entry {statement.id!r}", remedy)
        first = self.stated.setdefault((folder, statement.id), statement)
        if first.place != statement.place:
            says = f"the id {statement.id!r} is stated twice, first at {first.place}"
            return ScriptProblem(place, line, says, "give one of them another id")
        return None
