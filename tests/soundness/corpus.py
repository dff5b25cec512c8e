"""The corpus: claims of known truth, read from the text files in `tests/corpus`.

One claim a line: `CLAIM given CLAIM; CLAIM fails at x = 1/2, y = 3`. A line `== words` names the group of what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "corpus"
TRUE, FALSE, ILL_DEFINED, VACUOUS = "true", "false", "ill-defined", "vacuous"


@dataclass(frozen=True)
class Entry:
    """A claim of known truth.

    Attributes:
        place: file and line.
        point: where it fails, or is not defined.
    """

    truth: str
    group: str
    place: str
    claim: str
    given: tuple[str, ...] = ()
    point: dict[str, Fraction] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        given = f" given {'; '.join(self.given)}" if self.given else ""
        at = f" fails at {', '.join(f'{name} = {each}' for name, each in self.point.items())}" if self.point else ""
        return f"{self.claim}{given}{at}"


@lru_cache
def corpus() -> tuple[Entry, ...]:
    """All claims, file by file."""
    return tuple(entry for path in sorted(FOLDER.rglob("*.txt")) for entry in entries(path))


def of(*truths: str) -> tuple[Entry, ...]:
    """The claims that are true, false, ill-defined or vacuous."""
    return tuple(entry for entry in corpus() if entry.truth in truths)


def entries(path: Path) -> Iterator[Entry]:
    """The claims of one file, whose folder or name says what they are."""
    relative = path.relative_to(FOLDER)
    truth = relative.parts[0].removesuffix(".txt").replace("_", "-")
    group = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.partition("#")[0].strip()
        if text.startswith("== "):
            group = text[3:]
        elif text:
            yield _entry(truth, group, f"{relative}:{number}", text)


def _entry(truth: str, group: str, place: str, text: str) -> Entry:
    found = re.fullmatch(r"(.*?)(?:\s+given\s+(.*?))?(?:\s+fails at\s+(.*))?", text)
    if found is None:
        raise ValueError(f"{place}: {text}")
    claim, given, point = found.groups()
    pairs = [pair.split(" = ") for pair in point.split(", ")] if point else []
    return Entry(truth, group, place, claim, tuple(given.split("; ")) if given else (), {name: Fraction(number) for name, number in pairs})
