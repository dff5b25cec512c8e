"""Limits: work that is stopped when its time is over."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import TypeVar

Outcome = TypeVar("Outcome")


class OutOfTime(BaseException):
    """The time is over; not an Exception, so that neither engine nor script catches it by mistake."""


def within(seconds: float, work: Callable[[], Outcome]) -> Outcome:
    """Does the work in the main thread.

    Raises:
        OutOfTime: where it has not ended after so many seconds.
    """
    before = signal.signal(signal.SIGALRM, _out_of_time)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _out_of_time(*_: object) -> None:
    raise OutOfTime
