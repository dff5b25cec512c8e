"""Recalling and keeping: which answers last, and under which key; a cache that cannot be read or written is none."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass

from checks.cache.entries import Entries, folder
from checks.cache.grounds import Source, grounds
from checks.cache.written import Unreadable, read, written
from checks.obligations import Obligation
from checks.reconciling import Answer, EnginesContradict, reconciled
from checks.settings import Settings
from checks.tasks import Asked
from checks.verdicts import Supported, Undecided


@dataclass(frozen=True, slots=True)
class Cache:
    """Answers by what was asked, as far as they were given on the same grounds; without entries nothing is known or kept."""

    entries: Entries | None = None
    source: Source | None = None
    grounds: str = ""

    @classmethod
    def of(cls, settings: Settings) -> Cache:
        """The user's cache, where it is wanted; to be opened before a worker is started, which might see a later source."""
        place = folder(os.environ) if settings.uses_cache else None
        source = Source.now() if place else None
        return cls(Entries(place), source, grounds(settings, source)) if place and source else cls()

    def recalled(self, asked: Asked) -> Mapping[str, Answer] | None:
        """The answers, if they are known."""
        body = self.entries.body(self._key(asked)) if self.entries else None
        try:
            return None if body is None else read(body)
        except Unreadable:
            return None

    def keep(self, asked: Asked, answers: Mapping[str, Answer]) -> None:
        """Keeps the answers that last, unless the source has changed meanwhile."""
        found = lasting(asked.obligation, answers)
        if found and self.entries and self.source and self.source.is_unchanged:
            body = written(found)
            if body is not None:
                self.entries.put(self._key(asked), body)

    def close(self) -> None:
        """Drops the oldest entries where there are too many."""
        if self.entries:
            self.entries.prune()

    def _key(self, asked: Asked) -> str:
        return hashlib.sha256(f"{self.grounds} {asked.digest}".encode()).hexdigest()


def lasting(obligation: Obligation, answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """The answers of those that did not want time, if they settle it or contradict each other; else none, since a second try may do better."""
    found = {name: each for name, each in answers.items() if not (isinstance(each.verdict, Undecided) and each.verdict.is_late)}
    try:
        return {} if isinstance(reconciled(obligation, found), Undecided | Supported) else found
    except EnginesContradict:
        return found
