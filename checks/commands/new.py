"""The command `new`: a fresh paper that checks green at once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.running import misused
from checks.exits import SOUND
from checks.options import add_command

if TYPE_CHECKING:
    from checks.options import Commands


def add(commands: Commands) -> None:
    """Adds `new`."""
    says = "lay out a fresh paper: symbols, a worked statement, a ledger, what to do next, and a file for CI"
    command = add_command(commands, "new", says, "lemmata new paper", "lemmata new paper --title 'On monopoly'", run=run)
    command.add_argument("folder", metavar="DIR", type=Path, help="a folder that is empty or not there yet")
    command.add_argument("--title", type=_title, metavar="TITLE", help="of the paper (default: the folder's name)")


def run(options: argparse.Namespace) -> int:
    """Writes the files, names them, and says what to do next."""
    from checks.starting import NotEmpty, lay_out, title_of

    try:
        made = lay_out(options.folder, options.title or title_of(options.folder))
    except NotEmpty as fault:
        return misused(str(fault))
    except OSError as fault:
        return misused(f"{fault.filename or options.folder} cannot be written: {fault.strerror}")
    lines = [*(str(file) for file in made), "", f"Next: {_next(options.folder)}"]
    sys.stdout.write("\n".join(lines) + "\n")
    return SOUND


def _next(folder: Path) -> str:
    import shlex

    there = folder.resolve() != Path.cwd()
    return f"{f'cd {shlex.quote(str(folder))} && ' * there}lemmata check"


def _title(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise argparse.ArgumentTypeError(f"{text!r}: a title is one line of text")
    return text.strip()
