"""Rounds: everything is checked once, and then, round by round, what the files that have changed concern."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from checks.checking import Checked
from checks.ledger import LEDGER, RECORD
from checks.scripts import NothingThere
from checks.selection import Part, selection
from checks.watching.changes import Changes, Overtaken
from checks.watching.imports import Imports
from checks.watching.memory import Memory

Check: TypeAlias = Callable[[Sequence[Part], Memory], Checked]


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one.

    Attributes:
        changed: the files for which it was made; none in the first.
        scripts: those that are watched.
        again: those of them that were run.
        before: how things stood, None in the first.
        says: why nothing could be checked, where nothing is there any more.
    """

    changed: frozenset[Path]
    scripts: frozenset[Path]
    again: frozenset[Path]
    checked: Checked
    before: Checked | None = None
    says: str = ""


def rounds(named: Sequence[str], changes: Changes, check: Check) -> Iterator[Round]:
    """Round after round, without end; one that is overtaken by a change is broken off, and made anew together with that.

    Raises:
        NothingThere: where a name means nothing from the start.
    """
    paper, changed, before = _Paper(named, selection(named)), frozenset[Path](), None
    while True:
        changes.follow(paper.folders)
        again = paper.unread
        try:
            checked = changes.unless_overtaken(lambda: check(paper.parts, paper.memory))
        except Overtaken:
            changed |= paper.awaited(changes, is_pending=True)
            continue
        yield Round(changed, paper.scripts, again, checked, before, paper.says)
        before, changed = checked, paper.awaited(changes)


@dataclass(slots=True)
class _Paper:
    """What is named, as it is now, and what is known of it."""

    named: Sequence[str]
    parts: tuple[Part, ...]
    says: str = ""
    memory: Memory = field(default_factory=Memory)
    imports: Imports = field(default_factory=Imports)

    @property
    def scripts(self) -> frozenset[Path]:
        return frozenset(script for part in self.parts for script in part.scripts)

    @property
    def unread(self) -> frozenset[Path]:
        return frozenset(script for script in self.scripts if script not in self.memory.told)

    @property
    def folders(self) -> frozenset[Path]:
        """Those of the scripts, and of what they take in."""
        taken = self.imports.of(self.scripts).values()
        return frozenset([*(part.folder for part in self.parts), *(file.parent for files in taken for file in files)])

    def awaited(self, changes: Changes, *, is_pending: bool = False) -> frozenset[Path]:
        """The files that change next, as far as they concern it; none only where something is to be done anyway."""
        while True:
            found = self._taken_up(changes.next())
            if found or is_pending or self.unread:
                return found

    def _taken_up(self, changed: frozenset[Path]) -> frozenset[Path]:
        """Those of the files that concern it; what they concern is to be run again."""
        earlier = self.scripts
        self._look()
        self.imports.forget(changed)
        taken = self.imports.of(self.scripts)
        self.memory.forget([*(earlier - self.scripts), *(script for script, files in taken.items() if files & changed)])
        own = {part.folder / name for part in self.parts for name in (LEDGER, RECORD)}
        return changed & frozenset().union(earlier, own, *taken.values())

    def _look(self) -> None:
        """What is named now; nothing, with the reason, where nothing is there any more."""
        try:
            self.parts, self.says = selection(self.named), ""
        except NothingThere as nothing:
            self.parts, self.says = (), str(nothing)
