"""The ledger: what the paper prints, one entry a statement, and the verdicts recorded at the last release.

`ledger.toml` and `recorded.toml` lie beside the scripts; both may be missing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checks.dependencies import cycle
from checks.scripts import nearest

LEDGER, RECORD = "ledger.toml", "recorded.toml"
VERDICTS = ("holds", "needs", "fails", "open", "informal")
KINDS = ("conclusion", "theorem", "proof", "sentence", "number", "typography")


class FaultyLedger(ValueError):
    """A ledger or record that cannot be used; the message names the file, the entry and the remedy."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A printed statement: its stable id, its place, the formula as printed in LaTeX, and a paraphrase.

    Attributes:
        kind: one of `KINDS`, which go from the gravest to the lightest where the statement is false.
        rests_on: the ids of the statements from which the paper itself derives this one.
    """

    id: str
    where: str
    printed: str
    says: str
    kind: str = "sentence"
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The paper and its entries in order, with the recorded verdicts by id.

    Attributes:
        figures: the name of the module that offers the paper's figures, empty where there is none.
    """

    title: str = ""
    reference: str = ""
    entries: tuple[Entry, ...] = ()
    recorded: Mapping[str, str] = field(default_factory=dict)
    figures: str = ""

    def entry(self, id: str) -> Entry | None:
        """The entry of that id, if there is one."""
        return next((entry for entry in self.entries if entry.id == id), None)


def read_ledger(folder: Path) -> Ledger:
    """The ledger of a folder of scripts, empty where it keeps none.

    Raises:
        FaultyLedger: where a file does not parse, the module of figures is no text, an entry lacks a field or is of an unknown kind,
            an id comes twice, or an entry rests on an unknown id or, directly or through others, on itself.
    """
    paper = _toml(folder / LEDGER)
    entries = tuple(_entry(folder / LEDGER, number, raw) for number, raw in enumerate(paper.get("statement", []), start=1))
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise FaultyLedger(f"{folder / LEDGER}: the id {entry.id!r} comes twice; ids must be unique")
        seen.add(entry.id)
    _refuse_false_dependencies(folder / LEDGER, entries)
    about = paper.get("paper", {})
    figures = about.get("figures", "")
    if not isinstance(figures, str):
        raise FaultyLedger(f'{folder / LEDGER}: figures = {figures!r}; write the name of a module, such as figures = "model.figures"')
    return Ledger(str(about.get("title", "")), str(about.get("reference", "")), entries, read_record(folder), figures)


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
    kind, rests_on = raw.get("kind", "sentence"), raw.get("rests_on", [])
    if kind not in KINDS:
        raise FaultyLedger(f"{path}: {raw['id']}: kind = {kind!r}; a kind is one of {', '.join(KINDS)}")
    if not isinstance(rests_on, list) or not all(isinstance(id, str) for id in rests_on):
        raise FaultyLedger(f'{path}: {raw["id"]}: rests_on = {rests_on!r}; write a list of ids, such as rests_on = ["lemma-1"]')
    return Entry(raw["id"], raw["where"], raw["printed"], raw["says"], kind, tuple(rests_on))


def _refuse_false_dependencies(path: Path, entries: tuple[Entry, ...]) -> None:
    graph = {entry.id: entry.rests_on for entry in entries}
    for entry in entries:
        for id in entry.rests_on:
            if id == entry.id:
                raise FaultyLedger(f"{path}: {entry.id}: rests_on names {id!r} itself; take it out")
            if id not in graph:
                raise FaultyLedger(f"{path}: {entry.id}: rests_on names {id!r}, which is no entry; {nearest(id, graph)}")
    if found := cycle(graph):
        chain = " rests on ".join(found)
        raise FaultyLedger(f"{path}: {found[0]}: rests_on goes round in a circle, {chain}; take out the one that the paper does not derive so")
