"""Sessions: what becomes of questions whose process is lost or late, and that the rest is answered; that nothing is asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import pool
from checks.pool import Worker
from checks.questions import Question, questions
from checks.sessions import Session
from checks.settings import Settings
from checks.verdicts import explanation
from tests import papers
from tests.pytest_plugin.stand_in import replace_engines, sums


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    replace_engines(tmp_path / "stand_in", monkeypatch)
    monkeypatch.chdir(tmp_path)
    opened = Session.opened(Settings(seconds=0.2))
    yield opened
    opened.close()


def asked(session: Session, folder: Path, *numbers: int) -> list[Question]:
    found = session.read(papers.write(folder, sums(*numbers)))
    assert found.problems == ()
    return [each for statement in found.statements for each in questions(statement)]


def said(session: Session, several: list[Question]) -> list[str]:
    return [explanation(answer.verdict) for _, answers in session.answered(several) for answer in answers.values()]


def test_what_a_process_does_not_survive_is_undecided_and_the_rest_is_answered(session: Session, tmp_path: Path) -> None:
    first, lost, third, again, last = said(session, asked(session, tmp_path, 1, 99, 3, 990, 5))
    assert lost == again == "the worker ended with code 3, perhaps for want of memory"
    assert {first.split()[0], third.split()[0], last.split()[0]} == {"pid"} and len({first, third, last}) == 3


def test_what_takes_too_long_is_ended_and_the_rest_is_answered(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    several = asked(session, tmp_path, 88, 3)
    monkeypatch.setattr(pool, "GRACE", 0.5)
    monkeypatch.setattr(pool, "START_SECONDS", 3.0)
    late, last = said(session, several)
    assert late == "time: over 0.2 s" and last.startswith("pid")


def test_what_was_asked_is_known(session: Session, tmp_path: Path) -> None:
    several = asked(session, tmp_path, 1, 2, 99)
    assert said(session, several) == said(session, several[::-1])[::-1]


def test_one_worker_serves_until_it_is_gone(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    several, worker = asked(session, tmp_path, 1, 2), session.worker
    assert isinstance(worker, Worker) and said(session, several[:1]) and session.worker is worker
    worker.process.kill()
    worker.process.wait()
    (lost,) = said(session, several[1:])
    assert lost == "the worker ended with code -9, perhaps for want of memory"
    assert session.worker is None and said(session, asked(session, tmp_path, 5))[0].startswith("pid")


def test_an_interrupted_question_leaves_no_worker(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    several, worker = asked(session, tmp_path, 1), session.worker

    def interrupted(_: Worker) -> None:
        raise KeyboardInterrupt

    assert worker is not None
    with monkeypatch.context() as patch:
        patch.setattr(Worker, "heard", interrupted)
        with pytest.raises(KeyboardInterrupt):
            said(session, several)
    assert worker.process.returncode is not None
    assert said(session, several)[0].startswith("pid")


def test_a_script_whose_process_is_lost_is_unread(session: Session, tmp_path: Path) -> None:
    (problem,) = session.read(papers.write(tmp_path, "import os\nos._exit(0)\n")).problems
    assert problem.message == "the script was not read: the worker ended with code 0, perhaps for want of memory"


def test_a_script_finds_the_modules_of_the_working_directory(session: Session, tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text("volume = 3\n")
    folder = tmp_path / "paper"
    folder.mkdir()
    assert session.read(papers.write(folder, "from model import volume\n", papers.MEANS)).problems == ()
