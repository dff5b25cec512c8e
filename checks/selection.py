"""Selection: what the user names, a path, a module or a statement's id, as scripts to read and statements to report."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checks.ledger import FaultyLedger, Ledger, read_ledger
from checks.scripts import NothingThere, default_folder, folder_of_module, nearest, scripts_at

COMPUTED = re.compile(r"\bstatement\(\s*(?!id\s*=\s*[\"']|[\"'])[^)\s]")
LITERAL = re.compile(r"\bstatement\(\s*(?:id\s*=\s*)?[\"']([^\"'{}]+)[\"']")


@dataclass(frozen=True, slots=True)
class Part:
    """Scripts of one folder.

    Attributes:
        ids: the statements wanted of them, all if None.
        whole: whether the ledger's entries without a script are reported too.
    """

    folder: Path
    scripts: tuple[Path, ...]
    ids: tuple[str, ...] | None = None
    whole: bool = False


def selection(named: Sequence[str]) -> tuple[Part, ...]:
    """The parts that the names mean; none means the default folder.

    Raises:
        NothingThere: where a name means nothing, with the nearest names that do.
    """
    if str(Path.cwd()) not in sys.path:  # an installed command does not look for modules here by itself
        sys.path.insert(0, str(Path.cwd()))
    return tuple(part for name in named for part in _parts(name)) if named else (_folder(default_folder()),)


def _parts(name: str) -> tuple[Part, ...]:
    path, separator, wanted = name.partition("::")
    if separator:
        place = _place(path)
        if place is None:
            raise NothingThere(f"there is no script, folder or module {path!r}; {_near_files(Path(path))}")
        return (_of_id(wanted, place.parent if place.is_file() else place, scripts_at(place)),)
    place = None if _is_id(name) else _place(name)
    if place is not None:
        return (_script(place) if place.is_file() else _folder(place),)
    if "/" in name or name.endswith(".py"):
        raise NothingThere(f"there is no file or folder {name!r}; {_near_files(Path(name))}")
    folder = default_folder()
    return (_of_id(name, folder, scripts_at(folder)),)


def _place(name: str) -> Path | None:
    path = Path(name)
    return path.resolve() if path.exists() else folder_of_module(name)


def _is_id(name: str) -> bool:
    """Whether a bare word is an id of the default folder's ledger, which then comes before a module of that name."""
    try:
        return not Path(name).exists() and _listed(default_folder()).entry(name) is not None
    except NothingThere:
        return False


def _script(path: Path) -> Part:
    if path.suffix != ".py":
        raise NothingThere(f"{path.name} is not a Python script; name a script (.py), a folder of scripts, a module or a statement's id")
    return Part(path.parent, (path.resolve(),))


def _folder(path: Path) -> Part:
    scripts = scripts_at(path)
    if not scripts and not (path / "ledger.toml").exists():
        raise NothingThere(f"the folder {path.name} holds no scripts (*.py) and no ledger.toml; {_near_files(path / 'x')}")
    return Part(path.resolve(), scripts, whole=True)


def _of_id(id: str, folder: Path, scripts: tuple[Path, ...]) -> Part:
    """The scripts that speak of an id; those whose ids are computed may."""
    known = known_ids(_listed(folder), scripts)
    speaking = tuple(script for script in scripts if id in mentioned_ids(script, (id,)))
    if id not in known and not speaking:
        raise NothingThere(f"there is no statement, script, folder or module {id!r}; {nearest(id, known)}")
    return Part(folder, speaking, (id,))


def known_ids(ledger: Ledger, scripts: Iterable[Path]) -> tuple[str, ...]:
    """The ids of the ledger, and those that the scripts write out."""
    written = [found for script in scripts for found in LITERAL.findall(_source(script))]
    return tuple(dict.fromkeys([*(entry.id for entry in ledger.entries), *written]))


def _listed(folder: Path) -> Ledger:
    try:
        return read_ledger(folder)
    except FaultyLedger:
        return Ledger()


def mentioned_ids(script: Path, ids: Iterable[str]) -> frozenset[str]:
    """Which of the ids a script may state, found without running it."""
    source = _source(script)
    if COMPUTED.search(source):
        return frozenset(ids)
    return frozenset(ids) & frozenset(LITERAL.findall(source))


def _source(script: Path) -> str:
    try:
        return script.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _near_files(path: Path) -> str:
    around = [each.name for each in path.parent.glob("*") if each.is_dir() or each.suffix == ".py"] if path.parent.is_dir() else []
    close = difflib.get_close_matches(path.name, [name for name in around if not name.startswith(".")], n=3, cutoff=0.5)
    return f"did you mean {' or '.join(close)}?" if close else "`lemmata list` shows the ids there are"
