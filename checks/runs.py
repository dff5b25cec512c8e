"""Runs: scripts and questions dealt out to workers, their answers collected, one event for each.

What a worker does not survive, or does not answer in time, becomes undecided with the reason; another process
goes on behind it, so that nothing else is lost. What is asked twice is answered once, and what the cache knows is not asked.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checks.cache import Cache
from checks.pool import Pool, Worker
from checks.questions import Question, questions
from checks.reconciling import Answer
from checks.scripts import ScriptProblem
from checks.settings import Settings
from checks.statements import Statement
from checks.tasks import Answering, Asked, Ended, Found, Reading, Task
from checks.verdicts import Undecided

MOST_LOSSES = 4  # processes that end in a row without an answer; then the fault is not the question's


@dataclass(frozen=True, slots=True)
class Loaded:
    """A script was read."""

    script: Path
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered."""

    script: Path
    question: Question
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A script could not be read."""

    script: Path
    problem: ScriptProblem


Event = Loaded | Answered | Unreadable


def run(scripts: tuple[Path, ...], settings: Settings) -> Iterator[Event]:
    """Reads all scripts and answers all their questions, reporting each as it is done."""
    agenda = _Agenda(settings, Cache.of(settings), [Reading(script, settings) for script in sorted(scripts, key=_size)])
    pool = Pool(max(1, settings.jobs))
    try:
        while agenda.tasks or pool.busy:
            while agenda.tasks and (worker := pool.idle()) is not None:
                worker.begin(agenda.tasks.pop())
            for worker in pool.calling():
                yield from _heard(worker, pool, agenda)
    finally:
        pool.close()
        agenda.cache.close()


def _size(script: Path) -> int:
    """Long scripts are begun first, so that no worker is left with one at the end."""
    return script.stat().st_size if script.exists() else 0


@dataclass(slots=True)
class _Open:
    """A statement's questions that are not answered yet, in order."""

    script: Path
    waiting: list[tuple[Question, Asked]]


@dataclass(slots=True)
class _Agenda:
    """What is to be done, and what is known.

    Attributes:
        tasks: the last is the next. Scripts come before questions, and long statements before short ones.
        dealt: digests of what is in the tasks, was, or need not be.
        known: answers by digest.
    """

    settings: Settings
    cache: Cache
    tasks: list[Task]
    opened: list[_Open] = field(default_factory=list)
    dealt: set[str] = field(default_factory=set)
    known: dict[str, Mapping[str, Answer]] = field(default_factory=dict)

    def open(self, script: Path, found: Found) -> Iterator[Event]:
        """Takes up what a script states."""
        yield Loaded(script, found.statements)
        for problem in found.problems:
            yield Unreadable(script, problem)
        for statement in found.statements:
            asked = [(each, Asked(each.obligation, each.cited)) for each in questions(statement)]
            self.opened.append(_Open(script, asked))
            if unknown := tuple(self._unknown([each for _, each in asked])):
                self.deal(Answering(unknown, self.settings))
        yield from self._settled()

    def _unknown(self, asked: Iterable[Asked]) -> Iterator[Asked]:
        for each in asked:
            if each.digest not in self.dealt:
                self.dealt.add(each.digest)
                answers = self.cache.recalled(each)
                if answers is None:
                    yield each
                else:
                    self.known[each.digest] = answers

    def deal(self, task: Answering) -> None:
        """Puts questions in their place."""
        insort(self.tasks, task, key=lambda each: (isinstance(each, Reading), each.size))

    def close(self, asked: Asked, answers: Mapping[str, Answer]) -> Iterator[Event]:
        """Takes down what was answered."""
        self.known[asked.digest] = answers
        self.cache.keep(asked, answers)
        yield from self._settled()

    def _settled(self) -> Iterator[Event]:
        """Every question that is answered now, behind those that come before it in its statement."""
        for each in self.opened:
            while each.waiting and each.waiting[0][1].digest in self.known:
                question, asked = each.waiting.pop(0)
                yield Answered(each.script, question, self.known[asked.digest])
        self.opened = [each for each in self.opened if each.waiting]


def _heard(worker: Worker, pool: Pool, agenda: _Agenda) -> Iterator[Event]:
    """Takes one message from a worker, or finds that it is gone or too late."""
    is_late, task = worker.is_silent, worker.task
    message = None if is_late else worker.heard()
    if isinstance(message, Found) and isinstance(task, Reading):
        worker.at += 1
        yield from agenda.open(task.script, message)
    elif isinstance(message, Mapping) and isinstance(task, Answering):
        worker.at += 1
        yield from agenda.close(task.asked[worker.at - 1], message)
    else:
        code = message.code if isinstance(message, Ended) else pool.dismiss(worker)
        worker.task = None
        if task is not None and worker.at < task.size:
            yield from _lost(task, worker.at, agenda, None if is_late else code)


def _lost(task: Task, at: int, agenda: _Agenda, code: int | None) -> Iterator[Event]:
    """What was not done: the script unread, the question undecided; another process goes on behind it. Without a code it was too late."""
    reason = why_lost(task.settings, code)
    if isinstance(task, Reading):
        yield Unreadable(task.script, unread(task.script, reason))
        return
    is_hopeless = code is not None and at == 0 and task.losses >= MOST_LOSSES
    lost, left = (task.asked[at:], ()) if is_hopeless else (task.asked[at : at + 1], task.asked[at + 1 :])
    if left:
        agenda.deal(Answering(left, task.settings, task.losses + 1 if at == 0 else 0))
    for each in lost:
        yield from agenda.close(each, {"worker": Answer(Undecided(reason), task.settings.seconds if code is None else 0.0)})


def why_lost(settings: Settings, code: int | None) -> str:
    """Why something was not answered: without a code of the process it was too late."""
    return f"time: over {settings.seconds:g} s" if code is None else f"the worker ended with code {code}, perhaps for want of memory"


def unread(script: Path, reason: str) -> ScriptProblem:
    """That a script could not be read within its bounds."""
    remedy = "a script only states claims; allow it more with --timeout or --memory"
    return ScriptProblem(str(script), "", f"the script was not read: {reason}", remedy)
