"""Folder: where a site is written, with a list of its files, so that nothing else is ever overwritten or removed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

LISTED = ".lemmata-site"
HEAD = "# The files that `lemmata page` wrote here; it replaces and removes no others.\n"


class Refused(ValueError):
    """A folder that cannot take a site; the message names it and the remedy."""


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes files by their paths within the folder, and removes those of an earlier site that are no more.

    Raises:
        Refused: where something else is in the way, or it cannot be written.
    """
    earlier = refuse_others(folder)
    _refuse_collisions(folder, earlier, files)
    try:
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / LISTED).write_text(HEAD + "".join(f"{name}\n" for name in sorted({*files, *earlier})), encoding="utf-8")
        for name, content in files.items():
            (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
        for name in earlier - files.keys():
            _remove(folder, name)
        (folder / LISTED).write_text(HEAD + "".join(f"{name}\n" for name in sorted(files)), encoding="utf-8")
    except OSError as fault:
        raise Refused(f"{fault.filename or folder} cannot be written: {fault.strerror}") from None


def refuse_others(folder: Path) -> frozenset[str]:
    """What an earlier run wrote there.

    Raises:
        Refused: where there is something and no site.
    """
    if not folder.exists():
        return frozenset()
    if not folder.is_dir():
        raise Refused(f"{folder} is a file; name a folder for the site")
    if (folder / LISTED).is_file():
        return frozenset(name for name in (folder / LISTED).read_text(encoding="utf-8").splitlines() if _is_within(folder, name))
    if found := next(iter(sorted(folder.iterdir())), None):
        raise Refused(f"{folder} holds something that is no site, such as {found.name}; name another folder, or empty this one")
    return frozenset()


def _is_within(folder: Path, name: str) -> bool:
    """Whether a line of the list names a file below the folder."""
    return bool(name) and not name.startswith("#") and (folder / name).resolve().is_relative_to(folder.resolve())


def _refuse_collisions(folder: Path, earlier: frozenset[str], files: Mapping[str, str | bytes]) -> None:
    for name in files:
        if name not in earlier and (folder / name).exists():
            raise Refused(f"{folder / name} was not written by `lemmata page`; move it away, or name another folder")


def _remove(folder: Path, name: str) -> None:
    """Removes a file, and the folder that it leaves empty."""
    (folder / name).unlink(missing_ok=True)
    parent = (folder / name).parent
    if parent != folder and parent.is_dir() and not any(parent.iterdir()):
        parent.rmdir()
