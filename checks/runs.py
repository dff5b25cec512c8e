"""Runs: scripts dealt out to workers, their answers collected, one event for each.

What a worker does not survive, or does not answer in time, becomes undecided with the reason; another worker
goes on behind it, so that nothing else is lost.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path

from checks.questions import Question, questions
from checks.reconciling import Answer
from checks.scripts import ScriptProblem
from checks.settings import Settings
from checks.statements import Statement
from checks.tasks import Found, Task
from checks.verdicts import Undecided

START_SECONDS = 10.0
GRACE = 2.0
MOST_LOSSES = 4  # workers that end in a row without an answer; then the fault is not the question's


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


@dataclass(slots=True)
class _Job:
    """A worker at a script: its questions once they are known, which one it is at, until when that may take."""

    task: Task
    process: subprocess.Popen[bytes]
    connection: Connection
    deadline: float
    questions: list[Question] | None = None
    at: int = 0

    @property
    def done(self) -> bool:
        return self.questions is not None and self.at >= len(self.questions)


def run(scripts: tuple[Path, ...], settings: Settings) -> Iterator[Event]:
    """Reads all scripts and answers all their questions, reporting each as it is done."""
    waiting, jobs = sorted(scripts, key=_size, reverse=True), list[_Job]()
    try:
        while waiting or jobs:
            while waiting and len(jobs) < max(1, settings.jobs):
                jobs.append(_start(Task(waiting.pop(0), settings)))
            patience = max(0.0, min(job.deadline for job in jobs) - time.monotonic())
            ready = wait([job.connection for job in jobs], timeout=patience)
            for job in [each for each in jobs if each.connection in ready or time.monotonic() > each.deadline]:
                yield from _advance(job, late=job.connection not in ready)
                jobs.remove(job)
                jobs += _continued(job)
    finally:
        for job in jobs:
            _end(job)


def _size(script: Path) -> int:
    """Long scripts are begun first, so that no worker is left with one at the end."""
    return script.stat().st_size if script.exists() else 0


def _start(task: Task) -> _Job:
    here, there = Pipe()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "checks.worker", str(there.fileno())]
    process = subprocess.Popen(command, pass_fds=[there.fileno()], env=environment, stdin=subprocess.DEVNULL)
    there.close()
    here.send(task)
    return _Job(task, process, here, time.monotonic() + task.settings.seconds + START_SECONDS, at=task.skip)


def _end(job: _Job) -> None:
    job.process.kill()
    job.process.wait()
    job.connection.close()


def _advance(job: _Job, *, late: bool) -> Iterator[Event]:
    """Takes one message from a worker, or finds that it is gone or too late."""
    try:
        message = None if late else job.connection.recv()
    except (EOFError, OSError):
        message = None
    job.deadline = time.monotonic() + job.task.settings.question_seconds + GRACE
    if message is None:
        yield from _lost(job, late=late)
    elif isinstance(message, Found):
        job.questions = [question for statement in message.statements for question in questions(statement)]
        if job.task.skip == 0:
            yield Loaded(job.task.script, message.statements)
            for problem in message.problems:
                yield Unreadable(job.task.script, problem)
    elif job.questions is not None:
        yield Answered(job.task.script, job.questions[job.at], message)
        job.at += 1


def _lost(job: _Job, *, late: bool) -> Iterator[Event]:
    _end(job)
    limit = job.task.settings.seconds
    reason = f"time: over {limit:g} s" if late else f"the worker ended with code {job.process.returncode}, perhaps for want of memory"
    if job.questions is None:
        remedy = "a script only states claims; allow it more with --timeout or --memory"
        yield Unreadable(job.task.script, ScriptProblem(str(job.task.script), "", f"the script was not read: {reason}", remedy))
        job.questions = []
        return
    is_hopeless = not late and job.at == job.task.skip and job.task.losses >= MOST_LOSSES
    for _ in range(len(job.questions) - job.at if is_hopeless else 1):
        yield Answered(job.task.script, job.questions[job.at], {"worker": Answer(Undecided(reason), limit if late else 0.0)})
        job.at += 1


def _continued(job: _Job) -> list[_Job]:
    """The same worker, or another one for what is left, or none where all is done."""
    if job.done:
        _end(job)
        return []
    if job.process.returncode is None:
        return [job]
    losses = job.task.losses + 1 if job.at == job.task.skip + 1 else 0
    return [_start(Task(job.task.script, job.task.settings, job.at, losses))]
