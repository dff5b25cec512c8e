"""The desk: what the items of one run share, the session that answers and the ledgers that say what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from checks.ledger import Entry, Ledger
from checks.papers import entry_of, ledger_of, stated_twice, unlisted
from checks.questions import Question
from checks.scripts import ScriptProblem
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
        """What is said of a statement."""
        return entry_of(statement, self.ledgers[folder])

    def recorded(self, statement: Statement, folder: Path) -> str | None:
        """The verdict with which its own is compared."""
        return self.ledgers[folder].recorded.get(statement.id)

    def answered(self, questions: tuple[Question, ...]) -> list[tuple[Question, Answers]]:
        """The questions with their answers."""
        return self.session.answered(questions)

    def _open(self, folder: Path) -> Iterator[ScriptProblem]:
        if folder not in self.ledgers:
            self.ledgers[folder], fault = ledger_of(folder)
            yield from () if fault is None else (fault,)

    def _refusal(self, statement: Statement, folder: Path) -> ScriptProblem | None:
        """Why a statement is not one of its paper."""
        if fault := unlisted(statement, self.ledgers[folder]):
            return fault
        first = self.stated.setdefault((folder, statement.id), statement)
        return stated_twice(statement, first) if first.place != statement.place else None
