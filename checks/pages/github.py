"""GitHub: the notices of a run as workflow commands, which GitHub shows beside the lines that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from checks.language.places import Place
from checks.pages.notices import Notice
from checks.pages.rules import ERROR, NOTE, WARNING

COMMANDS = {ERROR: "error", WARNING: "warning", NOTE: "notice"}


def workflow_commands(found: Iterable[Notice], root: Path) -> str:
    """One command a line and place, the gravest notice there giving its kind; paths are relative to the repository's root."""
    here: dict[Place | str, list[Notice]] = {}
    for notice in found:
        here.setdefault(notice.place or notice.identity, []).append(notice)
    return "".join(_command(several, root) for several in here.values())


def _command(several: list[Notice], root: Path) -> str:
    first = several[0]
    properties = {"title": "; ".join(title for title, _ in groupby(each.title for each in several))}
    if first.place is not None:
        properties = {"file": _relative(first.place, root), "line": str(first.place.line), **properties}
    told = "\n\n".join(f"{each.says}\n{each.detail}".rstrip() for each in several)
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[first.level]} {written}::{_escaped(told)}\n"


def _relative(place: Place, root: Path) -> str:
    path = Path(place.file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _escaped(text: str) -> str:
    """Text that cannot end the command: GitHub reads %0A as the end of a line.

    >>> _escaped("100 %\\n::error::no")
    '100 %25%0A::error::no'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text that cannot end a property, either.

    >>> _property("a, b: c")
    'a%2C b%3A c'
    """
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
