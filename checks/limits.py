"""Limits: work that is stopped when its time is over."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

Outcome = TypeVar("Outcome")
SOON, LATER = 0.01, 1.0  # seconds
_deadlines: list[float] = []


class OutOfTime(BaseException):
    """The time is over; not an Exception, so that neither engine nor script catches it by mistake."""


def within(seconds: float, work: Callable[[], Outcome]) -> Outcome:
    """Does the work in the main thread.

    Raises:
        OutOfTime: where it has not ended after so many seconds.
    """
    before = signal.signal(signal.SIGALRM, _out_of_time)
    _deadlines.append(time.monotonic() + seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        _deadlines.pop()
        signal.signal(signal.SIGALRM, before)


def remaining() -> float:
    """The seconds left to the work at hand, for solvers that cannot be stopped from outside; infinite where it is not limited."""
    return max(_deadlines[-1] - time.monotonic(), 0.0) if _deadlines else math.inf


def _out_of_time(_: int, frame: FrameType | None) -> None:
    """Interrupts the work, but no finalizer, where what is raised is lost, and no making of what has one, which would meet half of it.

    What is lost all the same is made good later.
    """
    if _is_delicate(frame):
        signal.setitimer(signal.ITIMER_REAL, SOON)
        return
    signal.setitimer(signal.ITIMER_REAL, LATER)
    raise OutOfTime


def _is_delicate(frame: FrameType | None) -> bool:
    """Looks at the work only: what surrounds it, such as the pool of processes that it may have been forked from, is left as it is."""
    while frame is not None and frame.f_code is not within.__code__:
        name = frame.f_code.co_name
        if name == "__del__" or (name == "__init__" and hasattr(type(frame.f_locals.get("self")), "__del__")):
            return True
        frame = frame.f_back
    return False
