"""The pool: workers that are started, told their tasks, listened to, and ended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait

from checks.reconciling import Answer
from checks.tasks import Ended, Found, Reading, Task

START_SECONDS = 10.0
GRACE = 2.0
END_SECONDS = 5.0
Message = Found | Mapping[str, Answer] | Ended


@dataclass(slots=True)
class Worker:
    """A process that does one task after the other.

    Attributes:
        task: what it is at, None if it is idle.
        at: how many questions of that it has answered, or scripts read.
        deadline: until when its next message may take.
    """

    process: subprocess.Popen[bytes]
    connection: Connection
    task: Task | None = None
    at: int = 0
    deadline: float = 0.0

    @classmethod
    def started(cls) -> Worker:
        """A new one, idle."""
        here, there = Pipe()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-m", "checks.worker", str(there.fileno())]
        process = subprocess.Popen(command, pass_fds=[there.fileno()], env=environment, stdin=subprocess.DEVNULL)
        there.close()
        return cls(process, here)

    @property
    def is_silent(self) -> bool:
        """Whether it has nothing to say, not even by its end."""
        return not self.connection.poll()

    def begin(self, task: Task) -> None:
        """Tells it its task; that it is gone will be seen when it is listened to."""
        self.task, self.at = task, 0
        self._allow(task, START_SECONDS)
        with suppress(ConnectionError):
            self.connection.send(task)

    def _allow(self, task: Task, extra: float = 0.0) -> None:
        seconds = task.settings.seconds if isinstance(task, Reading) else task.settings.question_seconds + GRACE
        self.deadline = time.monotonic() + seconds + extra

    def heard(self) -> Message | None:
        """Its next message; None if it is gone."""
        if self.task is not None:
            self._allow(self.task)
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            return None

    def end(self) -> int:
        """Ends it, and with it the process that does its task; its exit code."""
        self.process.terminate()
        try:
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.connection.close()
        return self.process.returncode


@dataclass(slots=True)
class Pool:
    """Workers: as many as are needed and may be."""

    most: int
    workers: list[Worker] = field(default_factory=list)

    @property
    def busy(self) -> list[Worker]:
        """Those that have a task."""
        return [each for each in self.workers if each.task is not None]

    def idle(self) -> Worker | None:
        """One that has no task, started if there may be another; None where all are busy."""
        found = next((each for each in self.workers if each.task is None), None)
        if found is None and len(self.workers) < self.most:
            found = Worker.started()
            self.workers.append(found)
        return found

    def calling(self) -> list[Worker]:
        """Those that speak, as soon as one does, and those that are silent for longer than they may."""
        busy = self.busy
        patience = max(0.0, min(each.deadline for each in busy) - time.monotonic())
        ready = wait([each.connection for each in busy], timeout=patience)
        return [each for each in busy if each.connection in ready or time.monotonic() > each.deadline]

    def dismiss(self, worker: Worker) -> int:
        """Ends a worker; its exit code."""
        self.workers.remove(worker)
        return worker.end()

    def close(self) -> None:
        """Ends all."""
        for each in list(self.workers):
            self.dismiss(each)
