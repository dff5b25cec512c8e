"""Sessions: one worker that is kept, and asked question after question by whoever does not ask all at once."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checks.cache import Cache
from checks.pool import Message, Worker
from checks.questions import Question
from checks.reconciling import Answer
from checks.runs import unread, why_lost
from checks.settings import Settings
from checks.tasks import Answering, Asked, Ended, Found, Reading, Task
from checks.verdicts import Undecided

Answers = Mapping[str, Answer]


@dataclass(slots=True)
class Session:
    """Reads scripts and answers questions, one at a time, as a run does; to be closed.

    Attributes:
        known: answers by digest, those included that the cache does not keep.
    """

    settings: Settings
    cache: Cache
    worker: Worker | None = None
    known: dict[str, Answers] = field(default_factory=dict)

    @classmethod
    def opened(cls, settings: Settings) -> Session:
        """A session without a worker yet."""
        return cls(settings, Cache.of(settings))

    def read(self, script: Path) -> Found:
        """What a script states; if its process is lost, a problem that says so."""
        said, reason = self._done(Reading(script, self.settings))
        if said and isinstance(said[0], Found):
            return said[0]
        return Found((), (unread(script, reason),))

    def answered(self, questions: Iterable[Question]) -> list[tuple[Question, Answers]]:
        """The questions with their answers; only what neither this session nor the cache knows is asked."""
        asked = [(each, Asked(each.obligation, each.cited)) for each in questions]
        self._ask([each for each in {each.digest: each for _, each in asked}.values() if not self._recalled(each)])
        return [(question, self.known[each.digest]) for question, each in asked]

    def close(self) -> None:
        """Ends the worker, and with it what it is at."""
        if self.worker is not None:
            self.worker.end()
            self.worker = None
        self.cache.close()

    def _recalled(self, asked: Asked) -> bool:
        if asked.digest not in self.known and (answers := self.cache.recalled(asked)) is not None:
            self.known[asked.digest] = answers
        return asked.digest in self.known

    def _ask(self, left: list[Asked]) -> None:
        """What a process does not survive is undecided; another one goes on behind it."""
        while left:
            said, reason = self._done(Answering(tuple(left), self.settings))
            for each, answers in zip(left, said, strict=False):
                if isinstance(answers, Mapping):
                    self.known[each.digest] = answers
                    self.cache.keep(each, answers)
            lost = left[len(said) : len(said) + 1]
            self.known |= {each.digest: {"worker": Answer(Undecided(reason), 0.0)} for each in lost}
            left = left[len(said) + 1 :]

    def _done(self, task: Task) -> tuple[list[Message], str]:
        """All that the worker says of a task, and why no more."""
        said, worker = list[Message](), self.worker or _started()
        self.worker = None  # until it is known to be idle again
        try:
            worker.begin(task)
            while (message := _heard(worker)) is not None and not isinstance(message, Ended):
                said.append(message)
        except BaseException:  # such as Ctrl-C
            worker.end()
            raise
        if isinstance(message, Ended):
            self.worker, worker.task = worker, None
            return said, why_lost(self.settings, message.code)
        is_late = worker.process.poll() is None and worker.is_silent
        code = worker.end()
        return said, why_lost(self.settings, None if is_late else code)


def _started() -> Worker:
    """A worker that finds the modules of the working directory, as those of the command line do."""
    path, here = list(sys.path), str(Path.cwd())
    try:
        sys.path[:] = [*path, *[here] * (here not in path)]
        return Worker.started()
    finally:
        sys.path[:] = path


def _heard(worker: Worker) -> Message | None:
    """The worker's next message; None if it is gone, or silent for longer than it may be."""
    patience = max(0.0, worker.deadline - time.monotonic())
    return worker.heard() if worker.connection.poll(patience) else None
