"""Options: what several commands can be told, and how a value that does not serve is refused."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

WHAT = "a script, a folder, a module, a statement's id, or PATH::ID; none means the folder derivations"


def add_command(
    commands: Commands, name: str, says: str, *examples: str, run: Callable[[argparse.Namespace], int], notes: str = ""
) -> argparse.ArgumentParser:
    """Adds a command that `run` carries out; its help ends with notes and examples."""
    shown = "examples:\n" + "\n".join(f"  {each}" for each in examples)
    command = commands.add_parser(
        name,
        help=says,
        description=f"{says[0].upper()}{says[1:]}.",
        epilog=f"{notes}\n\n{shown}" if notes else shown,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    return command


def add_settings(command: argparse.ArgumentParser) -> None:
    """How the engines are asked."""
    command.add_argument("--seed", type=int, default=0, help="of the sampling engine (default: 0)")
    command.add_argument("--digits", type=digits, default=50, help="of the first numerical evaluation (default: 50)")
    command.add_argument("--timeout", type=seconds, default=20.0, metavar="SECONDS", help="for each engine at each question (default: 20)")
    command.add_argument("--memory", type=megabytes, default=3072, metavar="MB", help="address space of a worker (default: 3072)")
    command.add_argument("--jobs", type=positive, default=None, metavar="N", help="how many workers (default: one a processor)")
    command.add_argument("--no-cache", action="store_true", help="ask anew, without what is kept in LEMMATA_CACHE or ~/.cache/lemmata")


def positive(text: str) -> int:
    """A positive whole number."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive whole number")
    return int(text)


def digits(text: str) -> int:
    """Digits of an evaluation."""
    if not text.isdecimal() or not 50 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"{text!r}: take from 50 to 10000 digits")
    return int(text)


def few_digits(text: str) -> int:
    """Significant digits of an enclosure."""
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r}: take from 1 to 1000 digits")
    return int(text)


def megabytes(text: str) -> int:
    """Address space in MB."""
    if not text.isdecimal() or int(text) < 256:
        raise argparse.ArgumentTypeError(f"{text!r}: a worker needs 256 MB at least")
    return int(text)


def seconds(text: str) -> float:
    """A time limit."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.1 <= found <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r}: take from 0.1 to 86400 seconds")
    return found
