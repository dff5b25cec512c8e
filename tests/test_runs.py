"""Runs: what becomes of questions whose process is lost or late, and that the rest goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checks import pool, runs
from checks.pool import Worker
from checks.runs import Answered, run
from checks.settings import Settings
from checks.tasks import Answering, Task
from checks.verdicts import explanation
from tests import papers

# Stands in for the engines in the workers: what it does is told by what is asked.
PANEL = """
import os, sys, time, types, signal
from checks.reconciling import Answer
from checks.verdicts import Proved

class Panel:
    def __init__(self, settings):
        pass

    def answers(self, obligation, cited=()):
        asked = str(obligation)
        if "99" in asked:
            os._exit(3)
        if "88" in asked:
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
            time.sleep(600)
        return {"told": Answer(Proved(f"pid {os.getpid()}"), 0.1)}

sys.modules["checks.panel"] = module = types.ModuleType("checks.panel")
module.Panel = Panel
"""


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Answering]:
    """What was put to the workers, who have no engines."""
    told = list[Answering]()
    begin = Worker.begin

    def listening(worker: Worker, task: Task) -> None:
        told.extend([task] if isinstance(task, Answering) else [])
        begin(worker, task)

    stand_in = tmp_path / "stand_in"
    stand_in.mkdir()
    (stand_in / "sitecustomize.py").write_text(PANEL)
    monkeypatch.syspath_prepend(str(stand_in))
    monkeypatch.setattr(Worker, "begin", listening)
    return told


def answers(folder: Path, *numbers: int, jobs: int = 1, seconds: float = 20.0) -> list[str]:
    """What is said of a statement with a claim about each number, in order."""
    claims = ", ".join(f"y + {number} >= 0" for number in numbers)
    script = papers.write(folder, f'\nseveral = statement("several", "Sums", claims=[{claims}])\n')
    told = [each for each in run((script,), Settings(jobs=jobs, seconds=seconds)) if isinstance(each, Answered)]
    goals = [each.question.obligation.goal for each in told]
    assert [str(goal) for goal in goals] == [f"y + {number} >= 0" for number in numbers]
    return [explanation(answer.verdict) for each in told for answer in each.answers.values()]


def test_what_a_process_does_not_survive_is_undecided_and_the_rest_is_answered(tasks: list[Answering], tmp_path: Path) -> None:
    first, lost, third, again, last = answers(tmp_path, 1, 99, 3, 990, 5)
    assert lost == again == "the worker ended with code 3, perhaps for want of memory"
    assert {first.split()[0], third.split()[0], last.split()[0]} == {"pid"} and len({first, third, last}) == 3
    assert [len(each.asked) for each in tasks] == [5, 3, 1]


def test_what_takes_too_long_is_ended_and_the_rest_is_answered(tasks: list[Answering], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "GRACE", 0.5)
    monkeypatch.setattr(pool, "START_SECONDS", 1.5)
    start = time.monotonic()
    first, late, last = answers(tmp_path, 1, 88, 3, seconds=0.2)
    assert late == "time: over 0.2 s"
    assert first.startswith("pid") and last.startswith("pid")
    assert time.monotonic() - start < 10


def test_processes_that_always_end_are_given_up(tasks: list[Answering], tmp_path: Path) -> None:
    numbers = [990 + each for each in range(10)]
    assert set(answers(tmp_path, *numbers)) == {"the worker ended with code 3, perhaps for want of memory"}
    assert len(tasks) == runs.MOST_LOSSES + 1


def test_every_task_has_a_process_of_its_own(tasks: list[Answering], tmp_path: Path) -> None:
    statements = "".join(f'\nn{each} = statement("n{each}", "A sum", claims=[y + {each} > 0, y + {each} >= 0])' for each in range(3))
    script = papers.write(tmp_path, statements)
    told = [each for each in run((script,), Settings(jobs=2)) if isinstance(each, Answered)]
    said = [(each.question.statement, explanation(each.answers["told"].verdict)) for each in told]
    assert len(said) == 6 and len(set(said)) == 3 == len({process for _, process in said})


def test_a_worker_that_is_gone_is_replaced(tasks: list[Answering], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin: Callable[[Worker, Task], None] = Worker.begin
    killed = list[int]()

    def killing(worker: Worker, task: Task) -> None:
        if isinstance(task, Answering) and not killed:
            worker.process.kill()
            worker.process.wait()
            killed.append(worker.process.pid)
        begin(worker, task)

    monkeypatch.setattr(Worker, "begin", killing)
    lost, last = answers(tmp_path, 1, 2)
    assert lost == "the worker ended with code -9, perhaps for want of memory" and last.startswith("pid")
