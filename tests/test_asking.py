"""Asking in another process: deadlines, crashes and what is left behind."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from checks.asking import Lost, streamed

GENEROUS = 1 << 30


def hanging() -> Iterator[int]:
    yield 1
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())  # as deaf as a solver's inner loop
    while True:
        pass


def failing() -> Iterator[int]:
    yield 1
    raise ValueError("no such thing")


def leaving() -> Iterator[int]:
    yield 1
    os._exit(3)


def killed() -> Iterator[int]:
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)
    yield 2


def greedy() -> Iterator[int]:
    yield 1
    yield len(bytearray(1 << 34))


def no_child_is_left() -> bool:
    try:
        return os.waitpid(-1, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return True


def test_what_is_found_comes_as_it_is_found() -> None:
    assert list(streamed(lambda: iter((1, 2, 3)), 5, GENEROUS)) == [1, 2, 3]
    assert no_child_is_left()


def test_a_deadline_is_kept_and_what_was_found_by_then_is_kept_too() -> None:
    start = time.monotonic()
    found, lost = streamed(hanging, 0.5, GENEROUS)
    assert found == 1
    assert isinstance(lost, Lost) and lost.is_late and "time: over 0.5 s" in lost.reason
    assert 0.4 < time.monotonic() - start < 1.5
    assert no_child_is_left()


@pytest.mark.parametrize(
    ("work", "reason"),
    [(failing, "ValueError: no such thing"), (leaving, "ended with code 3"), (killed, "SIGKILL"), (greedy, "MemoryError")],
)
def test_a_failure_is_told_and_is_no_answer(work: object, reason: str) -> None:
    found, lost = streamed(work, 5, GENEROUS)  # type: ignore[arg-type,var-annotated]
    assert found == 1
    assert isinstance(lost, Lost) and not lost.is_late and reason in lost.reason
    assert no_child_is_left()


def test_an_interruption_ends_the_child() -> None:
    threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        list(streamed(hanging, 20, GENEROUS))
    assert no_child_is_left()


def test_whoever_stops_listening_ends_the_child() -> None:
    messages = streamed(hanging, 20, GENEROUS)
    assert next(messages) == 1
    messages.close()  # type: ignore[attr-defined]
    assert no_child_is_left()


def test_without_fork_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    here = os.getpid()
    assert list(streamed(lambda: iter((os.getpid(),)), 5, GENEROUS)) == [here]
    messages = list(streamed(lambda: (time.sleep(0.2) for _ in range(9)), 0.3, GENEROUS))
    assert isinstance(messages[-1], Lost) and messages[-1].is_late and len(messages) < 5
