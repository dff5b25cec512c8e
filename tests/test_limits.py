"""Limits: work is stopped when its time is over, once, and also where the interruption is lost at first."""

from __future__ import annotations

import math
import time

import pytest

from checks.limits import OutOfTime, remaining, within


def _busy(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


class Slow:
    """Takes long to be taken apart."""

    def __del__(self) -> None:
        _busy(0.3)


def test_work_in_time_gives_its_value_and_leaves_no_limit() -> None:
    assert within(1.0, lambda: 3) == 3
    assert remaining() == math.inf


def test_work_that_takes_too_long_is_stopped() -> None:
    start = time.monotonic()
    with pytest.raises(OutOfTime):
        within(0.1, lambda: _busy(5))
    assert time.monotonic() - start < 1
    _busy(0.05)  # nothing comes after it


def test_a_finalizer_is_not_interrupted_and_the_work_behind_it_is() -> None:
    start = time.monotonic()

    def work() -> None:
        Slow()
        _busy(5)

    with pytest.raises(OutOfTime):
        within(0.1, work)
    assert 0.25 < time.monotonic() - start < 1.5


def test_an_interruption_that_is_lost_comes_again() -> None:
    start = time.monotonic()

    def work() -> None:
        try:
            _busy(5)
        except OutOfTime:
            _busy(5)

    with pytest.raises(OutOfTime):
        within(0.1, work)
    assert time.monotonic() - start < 2.5


def test_what_remains_is_told_to_those_who_cannot_be_stopped() -> None:
    assert 0.5 < within(1.0, remaining) <= 1.0


def test_the_making_of_what_has_a_finalizer_is_not_interrupted() -> None:
    lost: list[str] = []

    class Made:
        def __init__(self) -> None:
            time.sleep(0.15)
            self.whole = True

        def __del__(self) -> None:
            if not hasattr(self, "whole"):
                lost.append("half made")

    def work() -> None:
        _ = Made()
        time.sleep(5)

    with pytest.raises(OutOfTime):
        within(0.05, work)
    assert not lost


class _Forking:
    """Makes work of a thing whose making never ends, as a pool does of the processes that it forks."""

    def __init__(self, seconds: float) -> None:
        within(seconds, lambda: time.sleep(5))

    def __del__(self) -> None:
        pass


def test_work_within_the_making_of_what_has_a_finalizer_is_interrupted() -> None:
    with pytest.raises(OutOfTime):
        _Forking(0.05)
