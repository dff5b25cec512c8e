"""Asking: work in a forked process that is stopped at a deadline, whatever it is in; what it had found by then is kept."""

from __future__ import annotations

import os
import resource
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn, TypeVar

Message = TypeVar("Message")
PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Lost:
    """The work ended before it was done, and why.

    Attributes:
        is_late: whether it was for want of time.
    """

    reason: str
    is_late: bool = False


def streamed(work: Callable[[], Iterator[Message]], seconds: float, memory: int) -> Iterator[Message | Lost]:
    """What the work yields, as it comes; at last why no more comes, where it was not done.

    Args:
        work: done in a child of this process, where there can be one; what it yields must be picklable.
        seconds: after which the child is killed.
        memory: bytes of address space that the child may take beyond what this process has.
    """
    if not hasattr(os, "fork"):
        yield from _here(work, seconds)
        return
    deadline = time.monotonic() + seconds
    here, there = Pipe(duplex=False)
    child = _forked()
    if child == 0:
        _work(work, here, there, seconds, memory)
    there.close()
    ended = False
    try:
        while here.poll(max(0.0, deadline - time.monotonic())):
            try:
                message = here.recv()
            except EOFError:
                ended = True
                break
            yield message
        if not ended:
            yield Lost(f"time: over {seconds:g} s", is_late=True)
        elif code := _code(child):
            child = 0
            yield Lost(_died(code))
        else:
            child = 0
    finally:
        here.close()
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _code(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _died(code: int) -> str:
    if code == -signal.SIGXCPU:
        return "time: the processor time was used up"
    how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
    return f"the process that was asked {how}, perhaps for want of memory"


def _forked() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn where there are other threads; the child needs none of them
        return os.fork()


def _work(work: Callable[[], Iterator[Message]], here: Connection, there: Connection, seconds: float, memory: int) -> NoReturn:
    """The child's life; it must not return into what its parent was doing."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        here.close()
        _limit(seconds, memory)
        for message in work():
            there.send(message)
        code = 0
    except BrokenPipeError:
        code = 0  # nobody listens any more
    except BaseException as fault:  # it must be told to the parent, whatever it is, and nothing may come through
        there.send(Lost(f"the process that was asked failed, please report it: {type(fault).__name__}: {fault}"))
        code = 0
    finally:
        os._exit(code)


def _limit(seconds: float, memory: int) -> None:
    """Bounds on address space, and on processor time lest the child outlives a parent that was killed."""
    _lower(resource.RLIMIT_AS, _taken() + memory)
    _lower(resource.RLIMIT_CPU, int(seconds) + 2)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(what: int, bound: int) -> None:
    _, most = resource.getrlimit(what)
    resource.setrlimit(what, (bound if most == resource.RLIM_INFINITY else min(bound, most), most))


def _taken() -> int:
    """The address space that this process has already."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * PAGE
    except OSError:
        return 0


def _here(work: Callable[[], Iterator[Message]], seconds: float) -> Iterator[Message | Lost]:
    """In this process: the deadline is seen only between two messages."""
    deadline = time.monotonic() + seconds
    for message in work():
        yield message
        if time.monotonic() > deadline:
            yield Lost(f"time: over {seconds:g} s", is_late=True)
            return
