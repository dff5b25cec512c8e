"""Tasks: what a worker is told, and what it says it found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checks.scripts import ScriptProblem
from checks.settings import Settings
from checks.statements import Statement


@dataclass(frozen=True, slots=True)
class Task:
    """A script to read, the number of questions that were answered already, and of workers lost in a row at it."""

    script: Path
    settings: Settings
    skip: int = 0
    losses: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What reading a script gave: the statements that can be asked about, and what is wrong with the rest."""

    statements: tuple[Statement, ...]
    problems: tuple[ScriptProblem, ...] = ()
