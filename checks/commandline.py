"""The command line `lemmata`: parses, runs a command, and returns its exit code."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn, TextIO, cast

from checks import __version__
from checks.commands import COMMANDS, optimum
from checks.commands.running import misused
from checks.exits import BROKEN_PIPE, INTERRUPTED, TERMINATED

SELDOM = (200_000, 50, 50)  # terms are trees without circles, which the collector would go through again and again
EPILOG = """exit codes of check:
  0  all as recorded          1  something refuted, or fallen below the record; with --strict
                                 also while any printed statement fails, as recorded or not
  2  usage, or a script or ledger that cannot be read
  3  something undecided that was settled          4  engines contradict each other

examples:
  lemmata check                     every statement of the paper in derivations/
  lemmata check lemma-1 --steps     one statement with its steps
  lemmata show lemma-1              its derivation as a page
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            cast("TextIO", stream).reconfigure(errors="replace")  # type: ignore[attr-defined]
    gc.set_threshold(*SELDOM)
    options = _parsed(sys.argv[1:] if arguments is None else list(arguments))
    from checks.scripts import NothingThere

    try:
        signal.signal(signal.SIGTERM, _ended)
        code: int = options.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted\n")
        return INTERRUPTED
    except BrokenPipeError:  # whoever read this has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except NothingThere as fault:
        return misused(str(fault))
    return code


def check_script(file: str) -> NoReturn:
    """Checks one script, as `lemmata check FILE` does; for `if __name__ == "__main__": check_script(__file__)`."""
    sys.exit(main(["check", file, "--steps", *sys.argv[1:]]))


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "lemmata", description="Checks the derivations of a paper.", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"lemmata {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for each in COMMANDS:
        each.add(commands)
    if arguments[:1] == [optimum.NAME]:
        return optimum.with_parameters(parser, commands.choices[optimum.NAME], arguments)
    return parser.parse_args(arguments)


def _ended(*_: object) -> NoReturn:
    raise SystemExit(TERMINATED)


if __name__ == "__main__":
    sys.exit(main())
