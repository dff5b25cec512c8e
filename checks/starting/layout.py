"""Layout: which file of a fresh paper is made of which template, and how they are written, all or none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).with_name("fresh-paper")
FILES: Mapping[str, str] = {  # names that begin with a dot would mean something to the tools that look at the templates, too
    "README.md": "README.md",
    "derivations/ledger.toml": "derivations/ledger.toml",
    "derivations/recorded.toml": "derivations/recorded.toml",
    "derivations/_symbols.py": "derivations/_symbols.py",
    "derivations/monopoly.py": "derivations/monopoly.py",
    ".github/workflows/check.yml": "workflow.yml",
    ".gitignore": "gitignore",
}
TITLED = ("README.md", "derivations/ledger.toml")
SEVERAL = 4  # names of files that are in the way


class NotEmpty(ValueError):
    """The folder for a fresh paper holds something, or cannot be one; the message says what stands in the way."""


def lay_out(folder: Path, title: str) -> tuple[Path, ...]:
    """The files of a fresh paper, written; where one cannot be, none is left.

    Raises:
        NotEmpty: where the folder holds anything but the beginnings of a repository, or is a file.
        OSError: where something cannot be written.
    """
    _refuse(folder)
    texts = {name: _text(name, title) for name in FILES}
    made: list[Path] = []
    try:
        for name, text in texts.items():
            _make_folders((folder / name).parent, made)
            made.append(folder / name)
            (folder / name).write_text(text, encoding="utf-8")
    except BaseException:
        _undo(made)
        raise
    return tuple(folder / name for name in FILES)


def title_of(folder: Path) -> str:
    """A title for the paper in a folder of that name.

    >>> title_of(Path("papers/optimal-taxation_2"))
    'Optimal taxation 2'
    """
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "A paper"


def _refuse(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotEmpty(f"{folder} is a file; name a folder that is not there yet")
    held = sorted(each.name for each in folder.iterdir() if each.name != ".git") if folder.exists() else []
    if held:
        few = ", ".join(held[:SEVERAL]) + f" and {len(held) - SEVERAL} more" * (len(held) > SEVERAL)
        raise NotEmpty(f"{folder} holds {few}; name a folder that is empty or not there yet, such as {folder / 'paper'}")


def _text(name: str, title: str) -> str:
    text = (TEMPLATES / FILES[name]).read_text(encoding="utf-8")
    written = json.dumps(title, ensure_ascii=False)[1:-1] if name.endswith(".toml") else title
    return Template(text).substitute(title=written) if name in TITLED else text


def _make_folders(folder: Path, made: list[Path]) -> None:
    if not folder.exists():
        _make_folders(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _undo(made: list[Path]) -> None:
    for each in reversed(made):
        with suppress(OSError):
            each.rmdir() if each.is_dir() else each.unlink()
