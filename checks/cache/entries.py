"""Entries: a file for each question, with a checksum; what is corrupt, truncated or misplaced counts as not there."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LARGEST = 1 << 20  # bytes of an entry
MOST = 20_000  # entries
UNFINISHED = 3600 * 10**9  # nanoseconds after which a file that nobody has finished is dropped
ENTRY, PART = re.compile(r"[0-9a-f]{64}\.answers"), re.compile(r"[0-9a-f]{64}\..*\.part")


def folder(environment: Mapping[str, str]) -> Path | None:
    """Where entries are kept: in LEMMATA_CACHE, or lemmata below XDG_CACHE_HOME, or ~/.cache/lemmata; None where there is no home.

    >>> folder({"XDG_CACHE_HOME": "/var/cache", "HOME": "/home/me"}).as_posix()
    '/var/cache/lemmata/answers'
    """
    if own := environment.get("LEMMATA_CACHE"):
        return Path(own) / "answers"
    shared, home = environment.get("XDG_CACHE_HOME", ""), environment.get("HOME", "")
    if os.path.isabs(shared):
        return Path(shared) / "lemmata" / "answers"
    return Path(home) / ".cache" / "lemmata" / "answers" if home else None


@dataclass(slots=True)
class Entries:
    """The files of a folder, which may be written by several runs at once."""

    folder: Path
    most: int = MOST
    is_changed: bool = False

    def body(self, key: str) -> str | None:
        """What is kept under a key, if it is there as it was written."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                checksum, _, body = file.read(LARGEST + 1).partition(b"\n")
        except OSError:
            return None
        if checksum.decode(errors="replace") != _checksum(key, body):
            return None
        with suppress(OSError):
            os.utime(path)  # the least recently used are dropped first
        return body.decode()

    def put(self, key: str, body: str) -> None:
        """Keeps a text, whole or not at all; not where it is too large or the folder cannot be written."""
        content = f"{_checksum(key, body.encode())}\n{body}".encode()
        if len(content) > LARGEST:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._replace(key, content)
            self.is_changed = True

    def _replace(self, key: str, content: bytes) -> None:
        descriptor, name = tempfile.mkstemp(prefix=f"{key}.", suffix=".part", dir=self.folder)
        try:
            with open(descriptor, "wb") as file:
                file.write(content)
            os.replace(name, self._path(key))
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise

    def prune(self) -> None:
        """Drops the entries that were not used for longest, where there are too many, and what was left unfinished."""
        if not self.is_changed:
            return
        with suppress(OSError):
            with os.scandir(self.folder) as found:
                dated = sorted((each.stat().st_mtime_ns, each.name) for each in found)
            entries = [name for _, name in dated if ENTRY.fullmatch(name)]
            old = [name for when, name in dated if PART.fullmatch(name) and when < time.time_ns() - UNFINISHED]
            for name in [*old, *entries[: max(0, len(entries) - self.most)]]:
                with suppress(OSError):
                    (self.folder / name).unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.answers"


def _checksum(key: str, body: bytes) -> str:
    return hashlib.sha256(key.encode() + b"\n" + body).hexdigest()
