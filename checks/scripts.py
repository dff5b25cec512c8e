"""Scripts: found by path or module name, as pytest does, and read for the statements that they define."""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import sys
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from checks.sources import CurrentSource, read_current_sources

if TYPE_CHECKING:
    from checks.statements import Statement

DEFAULT = "derivations"


class NothingThere(ValueError):
    """What the user named is neither a path, nor a module, nor a statement; the message suggests what is."""


@dataclass(frozen=True, slots=True)
class ScriptProblem:
    """Why a script could not be read: the place, the line there, what happened, the remedy."""

    place: str
    line: str
    message: str
    remedy: str


def default_folder() -> Path:
    """The folder `derivations` here, or else the one that is installed.

    Raises:
        NothingThere: where there is neither.
    """
    here = Path.cwd() / DEFAULT
    folder = here if here.is_dir() else folder_of_module(DEFAULT)
    if folder is None:
        raise NothingThere(f"there is no folder {DEFAULT} here; name a script, a folder or a module")
    return folder


def folder_of_module(name: str) -> Path | None:
    """Where a module or package lies, None if there is none of that name."""
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    if spec is None:
        return None
    if spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations)))
    return Path(spec.origin) if spec.origin and spec.origin.endswith(".py") else None


def scripts_at(path: Path) -> tuple[Path, ...]:
    """The script itself, or the scripts of a folder by name; names that begin with an underscore are no scripts."""
    if path.is_file():
        return (path.resolve(),)
    return tuple(sorted(each.resolve() for each in path.glob("*.py") if not each.name.startswith("_")))


def statements_of(module: ModuleType, path: Path) -> tuple[Statement, ...]:
    """The statements that a script defines, by line; a later value for an id replaces an earlier one.

    Raises:
        ValueError: where an id is stated at two places.
    """
    from checks.statements import Statement

    own = [value for value in vars(module).values() if isinstance(value, Statement) and value.place and Path(value.place.file).resolve() == path]
    latest = {value.id: value for value in own}
    for value in own:
        if value.place != latest[value.id].place:
            raise ValueError(f"the id {value.id!r} is stated twice, at {value.place} and at {latest[value.id].place}; give one of them another id")
    return tuple(sorted(latest.values(), key=lambda each: each.place.line if each.place else 0))


def load_script(path: Path) -> tuple[Statement, ...]:
    """Runs a script and returns its statements; whatever the script raises comes through."""
    return statements_of(_module(path.resolve()), path.resolve())


def problem(path: Path, fault: BaseException) -> ScriptProblem:
    """What to tell the author of a script that raised."""
    if isinstance(fault, SyntaxError):
        place = f"{fault.filename}:{fault.lineno}"
        return ScriptProblem(place, (fault.text or "").strip(), f"{type(fault).__name__}: {fault.msg}", "correct the syntax of this line")
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if Path(frame.filename).resolve() == path]
    place, line = (f"{path}:{frames[-1].lineno}", frames[-1].line or "") if frames else (str(path), "")
    return ScriptProblem(place, line, f"{type(fault).__name__}: {fault}", _remedy(path, fault))


def nearest(name: str, known: Iterable[str]) -> str:
    """A phrase that suggests the known names nearest to one that is not."""
    close = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)
    return f"did you mean {' or '.join(close)}?" if close else "`lemmata list` shows the ids there are"


def _remedy(path: Path, fault: BaseException) -> str:
    if isinstance(fault, NameError) and fault.name:
        name = _module_name(path)
        module = sys.modules.get(name) or sys.modules.get(f"_script_{name}")
        close = difflib.get_close_matches(fault.name, list(vars(module)) if module else [], n=1)
        return f"declare or import {fault.name}" + (f", or did you mean {close[0]}?" if close else "")
    if isinstance(fault, TimeoutError):
        return "a script only states claims and does not compute; if it needs longer, allow it with --timeout"
    if isinstance(fault, SystemExit):
        return "a script must not end the process; remove this call"
    if isinstance(fault, TypeError) and "(bool)" in str(fault):
        return "Python evaluated a comparison; write Claim(left, relation, right)"
    if isinstance(fault, MemoryError):
        return "the script needs more memory than one script may use; see --memory"
    return "correct the script at this line"


def _module_name(path: Path) -> str:
    """The dotted name below the outermost package, so that relative places in a package work."""
    names, folder = [path.stem], path.parent
    while (folder / "__init__.py").exists():
        names.insert(0, folder.name)
        folder = folder.parent
    return ".".join(names)


def root(path: Path) -> Path:
    """The folder from which a script imports: that of the outermost package that it lies in, or its own."""
    folder = path.parent
    while (folder / "__init__.py").exists():
        folder = folder.parent
    return folder


def _module(path: Path) -> ModuleType:
    read_current_sources()
    sys.path.insert(0, str(root(path)))
    name = _module_name(path)
    known = sys.modules.get(name)
    if known is not None and Path(known.__file__ or "").resolve() == path:
        return known
    if "." in name:
        return importlib.import_module(name)
    name = f"_script_{name}"  # so that a script called random.py does not stand in for Python's own module
    spec = importlib.util.spec_from_file_location(name, path, loader=CurrentSource(name, str(path)))
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be read as a Python script")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
