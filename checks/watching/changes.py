"""Changes: files that are written, told as they are, which interrupt what is at work when they do."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread, get_ident, main_thread
from types import TracebackType
from typing import TypeVar

from checks.ledger import LEDGER, RECORD
from checks.scripts import NothingThere

Outcome = TypeVar("Outcome")
LONGEST = 400  # milliseconds in which files that are written one after the other count as written at once


class NoWatcher(NothingThere):
    """The library that watches files is not installed."""

    def __init__(self) -> None:
        super().__init__("watching needs watchfiles, which is not installed for this Python: pip install 'lemmata[watch]'")


class Overtaken(BaseException):
    """Files have changed again while others were at work on them; not an Exception, so that nothing catches it by mistake."""


@dataclass(slots=True)
class Changes:
    """Changes in folders, each watched by a thread that wakes the main thread with a signal.

    Attributes:
        is_at_work: whether the main thread does what a change makes vain.
    """

    told: SimpleQueue[frozenset[Path]] = field(default_factory=SimpleQueue)
    threads: dict[Path, Thread] = field(default_factory=dict)
    ended: Event = field(default_factory=Event)
    is_at_work: bool = False

    def __enter__(self) -> Changes:
        if find_spec("watchfiles") is None:
            raise NoWatcher
        signal.signal(signal.SIGUSR1, self._interrupt)
        return self

    def __exit__(self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None) -> None:
        self.ended.set()
        for thread in self.threads.values():
            thread.join()
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)

    def follow(self, folders: Iterable[Path]) -> None:
        """Tells from now on what changes directly in these folders, too."""
        for folder in folders:
            if folder not in self.threads and folder.is_dir():
                self.threads[folder] = Thread(target=self._tell, args=(folder,), daemon=True)
                self.threads[folder].start()

    def next(self) -> frozenset[Path]:
        """The files that have changed since they were asked for; waits until there are some."""
        found = self.told.get()
        while not self.told.empty():
            found |= self.told.get()
        return found

    def unless_overtaken(self, work: Callable[[], Outcome]) -> Outcome:
        """Does the work in the main thread.

        Raises:
            Overtaken: where a file changes before it is done.
        """
        self.is_at_work = True
        try:
            if not self.told.empty():
                raise Overtaken
            return work()
        finally:
            self.is_at_work = False

    def _tell(self, folder: Path) -> None:
        from watchfiles import watch

        for found in watch(folder, watch_filter=_matters, debounce=LONGEST, stop_event=self.ended, recursive=False):
            self.told.put(frozenset(Path(path) for _, path in found))
            signal.pthread_kill(main_thread().ident or get_ident(), signal.SIGUSR1)

    def _interrupt(self, *_: object) -> None:
        if self.is_at_work:
            self.is_at_work = False  # so that what ends the work is not interrupted
            raise Overtaken


def _matters(_: object, path: str) -> bool:
    name = Path(path).name
    return (name.endswith(".py") and not name.startswith(".")) or name in (LEDGER, RECORD)
