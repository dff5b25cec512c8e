"""Running: what commands that check have in common, from options to what kept a page from being complete."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from checks.exits import ALARM, SOUND, USAGE

if TYPE_CHECKING:
    from checks.checking import Checked
    from checks.settings import Settings


def misused(says: str) -> int:
    """Tells what cannot be done, and how it can."""
    sys.stderr.write(f"lemmata: {says}\n")
    return USAGE


def settings(options: argparse.Namespace) -> Settings:
    """The settings that the options say."""
    from checks.settings import Settings

    jobs = options.jobs or os.cpu_count() or 1
    return Settings(options.seed, options.digits, options.timeout, options.memory << 20, jobs, uses_cache=not options.no_cache)


def checked(options: argparse.Namespace, named: Sequence[str]) -> Checked:
    """Checks what is named, with a progress bar.

    Raises:
        NothingThere: where a name means nothing, or the engines cannot run here.
    """
    from checks.checking import check
    from checks.pages.progress import watching
    from checks.selection import selection

    parts = selection(named)
    need_engines()
    with watching(sys.stderr) as watch:
        return check(parts, settings(options), watch)


def need_engines() -> None:
    """Nothing, where the engines can run.

    Raises:
        NothingThere: where they cannot.
    """
    if find_spec("flint") is None:
        from checks.scripts import NothingThere

        raise NothingThere("the engines need python-flint, which is not installed for this Python: pip install python-flint")


def hindered(found: Checked) -> int:
    """What kept a page from being complete, told on stderr, and the exit code that follows."""
    from checks.pages.faults import alarm, script_fault
    from checks.pages.spans import show

    for problem in found.problems:
        show(script_fault(problem), sys.stderr)
    if found.alarm is not None:
        show(alarm(found.alarm, found.settings), sys.stderr)
        return ALARM
    return USAGE if found.problems else SOUND


def written(text: str, output: str | None) -> int:
    """Writes a text to a file, or to the terminal where none is named."""
    if output is None:
        sys.stdout.write(text)
        return SOUND
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as fault:
        return misused(f"{output} cannot be written: {fault.strerror}")
    return SOUND
