"""Imports: which files of its surroundings a script takes in, found without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from checks.scripts import root

PACKAGE = Path(__file__).parents[1]  # this program, which does not change while it runs
Named: TypeAlias = tuple[Path | None, str]


@dataclass(slots=True)
class Imports:
    """What each file names, each with the folder in which to look for it, where it says; nothing of one that cannot be parsed."""

    named: dict[Path, tuple[Named, ...]] = field(default_factory=dict)

    def forget(self, files: Iterable[Path]) -> None:
        """Lets these be parsed again; where one cannot be just now, what it named before still counts."""
        for file in files:
            self.named[file] = _named(file) or self.named.get(file, ())

    def of(self, scripts: Iterable[Path]) -> dict[Path, frozenset[Path]]:
        """Each script with itself and the files that it takes in, itself or through others."""
        met: dict[tuple[Path, Path], tuple[Path, ...]] = {}
        return {script: frozenset(self._taken(script, met)) for script in scripts}

    def _taken(self, script: Path, met: dict[tuple[Path, Path], tuple[Path, ...]]) -> set[Path]:
        top, found, left = root(script), {script}, [script]
        while left:
            file = left.pop()
            if (file, top) not in met:
                met[file, top] = tuple(self._direct(file, tuple(dict.fromkeys((top, Path.cwd())))))
            new = set(met[file, top]) - found
            found |= new
            left += new
        return found

    def _direct(self, file: Path, places: tuple[Path, ...]) -> Iterator[Path]:
        if file not in self.named:
            self.named[file] = _named(file)
        candidates = (each for folder, name in self.named[file] for place in ((folder,) if folder else places) for each in _files(place, name))
        return (each for each in dict.fromkeys(candidates) if not each.is_relative_to(PACKAGE) and each.is_file())


def _named(file: Path) -> tuple[Named, ...]:
    """The modules, or what may be modules, that a file imports."""
    try:
        tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return ()
    return tuple(dict.fromkeys(each for node in ast.walk(tree) for each in _names(node, file)))


def _names(node: ast.AST, file: Path) -> Iterator[Named]:
    match node:
        case ast.Import(names):
            yield from ((None, each.name) for each in names)
        case ast.ImportFrom(module, names, level):
            folder = file.parents[level - 1] if level and level <= len(file.parents) else None
            yield from ((folder, ".".join(filter(None, (module, each.name)))) for each in names)


def _files(place: Path, name: str) -> Iterator[Path]:
    """Where a module may lie, and the packages that it lies in."""
    for part in name.split("."):
        yield place / f"{part}.py"
        place /= part
        yield place / "__init__.py"
