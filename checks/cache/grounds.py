"""Grounds: what answers depend on beside the question: this program, the libraries and the settings."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from checks.settings import Settings

PACKAGE = Path(__file__).parents[1]
SHOWING = (  # only ask and show; an import contract keeps what answers apart from them
    "commandline.py",
    "commands",
    "display.py",
    "figures.py",
    "options.py",
    "optimum_options.py",
    "pages",
    "pytest_plugin",
    "sessions.py",
    "starting",
    "watching",
)
LIBRARIES = ("python-flint", "sympy", "z3-solver")
Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """The modules that answers depend on, when they were written, and the SHA-256 of them all."""

    stamps: tuple[tuple[Path, Stamp], ...]
    digest: str

    @classmethod
    def now(cls, package: Path = PACKAGE) -> Source | None:
        """The source as it is; None where it cannot be read."""
        try:
            paths = sorted(each for each in package.rglob("*.py") if each.relative_to(package).parts[0] not in SHOWING)
            stamps = tuple((path, _stamp(path)) for path in paths)  # before reading, so that a change meanwhile is seen later
            contents = [(path.relative_to(package).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths]
        except OSError:
            return None
        return cls(stamps, _digest(contents)) if paths else None

    @property
    def is_unchanged(self) -> bool:
        """Whether no module was written since."""
        try:
            return all(_stamp(path) == stamp for path, stamp in self.stamps)
        except OSError:
            return False


def grounds(settings: Settings, source: Source) -> str:
    """SHA-256 of all that answers depend on beside the question; how many workers there are is not among it.

    The engines with their names and versions are in the source and the libraries, so that none need be imported.
    """
    libraries = [(name, _build(name)) for name in LIBRARIES]
    limits = [settings.seed, settings.digits, settings.seconds, settings.memory]
    return _digest([source.digest, sys.implementation.name, sys.version, libraries, limits])


def _digest(parts: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _build(library: str) -> tuple[str, str] | None:
    """The version of a library, and the record of its files with their hashes, which tells builds of one version apart."""
    try:
        found = distribution(library)
    except PackageNotFoundError:
        return None
    return found.version, found.read_text("RECORD") or ""
