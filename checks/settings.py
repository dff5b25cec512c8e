"""Settings of a run: seed and digits, what a question may take, how many workers."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Settings:
    """How the engines are set; what one question, or the reading of one script, may take; how many workers.

    Attributes:
        seconds: time for each engine at each question.
        memory: bytes of address space of a worker.
        uses_cache: whether answers are recalled from earlier runs, and kept.
    """

    seed: int = 0
    digits: int = 50
    seconds: float = 20.0
    memory: int = 3 << 30
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    uses_cache: bool = False

    @property
    def question_seconds(self) -> float:
        """Time for all engines together at each question."""
        return 2 * self.seconds
