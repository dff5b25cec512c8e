"""The ledger: what the paper prints, one entry a statement, and the verdicts recorded at the last release.

`ledger.toml` and `recorded.toml` lie beside the scripts; both may be missing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LEDGER, RECORD = "ledger.toml", "recorded.toml"
VERDICTS = ("holds", "needs", "fails", "open", "informal")


class FaultyLedger(ValueError):
    """A ledger or record that cannot be used; the message names the file, the entry and the remedy."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A printed statement: its stable id, its place, the formula as printed in LaTeX, and a paraphrase."""

    id: str
    where: str
    printed: str
    says: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The paper and its entries in order, with the recorded verdicts by id."""

    title: str = ""
    reference: str = ""
    entries: tuple[Entry, ...] = ()
    recorded: Mapping[str, str] = field(default_factory=dict)

    def entry(self, id: str) -> Entry | None:
        """The entry of that id, if there is one."""
        return next((entry for entry in self.entries if entry.id == id), None)


def read_ledger(folder: Path) -> Ledger:
    """The ledger of a folder of scripts, empty where it keeps none.

    Raises:
        FaultyLedger: where a file does not parse, an entry lacks a field, or an id comes twice.
    """
    paper = _toml(folder / LEDGER)
    entries = tuple(_entry(folder / LEDGER, number, raw) for number, raw in enumerate(paper.get("statement", []), start=1))
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise FaultyLedger(f"{folder / LEDGER}: the id {entry.id!r} comes twice; ids must be unique")
        seen.add(entry.id)
    about = paper.get("paper", {})
    return Ledger(str(about.get("title", "")), str(about.get("reference", "")), entries, read_record(folder))


def read_record(folder: Path) -> dict[str, str]:
    """The recorded verdicts by statement id.

    Raises:
        FaultyLedger: where a recorded verdict is none of holds, needs, fails, open, informal.
    """
    recorded = _toml(folder / RECORD).get("verdicts", {})
    for id, verdict in recorded.items():
        if verdict not in VERDICTS:
            raise FaultyLedger(f"{folder / RECORD}: {id} = {verdict!r}; a recorded verdict is one of {', '.join(VERDICTS)}")
    return dict(recorded)


def write_record(folder: Path, verdicts: Mapping[str, str]) -> Path:
    """Records verdicts, for the next run to be compared with."""
    lines = [f'"{id}" = "{verdict}"' for id, verdict in verdicts.items()]
    path = folder / RECORD
    path.write_text("# Written by `lemmata check --record`; later runs are compared with it.\n\n[verdicts]\n" + "\n".join(lines) + "\n")
    return path


def _toml(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise FaultyLedger(f"{path}: not valid TOML: {fault}") from None


def _entry(path: Path, number: int, raw: dict[str, Any]) -> Entry:
    for name in ("id", "where", "printed", "says"):
        if not isinstance(raw.get(name), str):
            raise FaultyLedger(f"{path}: statement {number} ({raw.get('id', 'without id')}) lacks the text {name!r}")
    return Entry(raw["id"], raw["where"], raw["printed"], raw["says"])
