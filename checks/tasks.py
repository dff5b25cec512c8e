"""Tasks: what a worker is told, and what it says of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from checks.language.claims import Claim
from checks.obligations import Obligation
from checks.scripts import ScriptProblem
from checks.settings import Settings
from checks.statements import Statement


@dataclass(frozen=True, slots=True)
class Asked:
    """What the panel is asked: an obligation, and the assumptions cited for it.

    Attributes:
        digest: SHA-256 of all that the answers depend on or may quote: the content, and the claims as they are written.
    """

    obligation: Obligation
    cited: tuple[Claim, ...] = ()
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        claims = (*self.obligation.assumptions, self.obligation.goal, *self.obligation.lemmas, *self.cited)
        parts = [self.obligation.digest, [claim.content for claim in self.cited], [str(claim) for claim in claims]]
        object.__setattr__(self, "digest", hashlib.sha256(json.dumps(parts).encode()).hexdigest())


@dataclass(frozen=True, slots=True)
class Reading:
    """A script to be read."""

    script: Path
    settings: Settings

    @property
    def size(self) -> int:
        """How many messages tell that it is done."""
        return 1


@dataclass(frozen=True, slots=True)
class Answering:
    """Questions to be answered in turn, and the number of processes that were lost in a row at them."""

    asked: tuple[Asked, ...]
    settings: Settings
    losses: int = 0

    @property
    def size(self) -> int:
        """How many messages tell that it is done."""
        return len(self.asked)


Task = Reading | Answering


@dataclass(frozen=True, slots=True)
class Found:
    """What reading a script gave: the statements that can be asked about, and what is wrong with the rest."""

    statements: tuple[Statement, ...]
    problems: tuple[ScriptProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """A task's process ended, with this exit code."""

    code: int
