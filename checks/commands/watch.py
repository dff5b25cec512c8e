"""The command `watch`: checks once, and again whatever concerns a file that is saved."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from checks.commands.running import need_engines, settings
from checks.exits import SOUND
from checks.options import WHAT, add_command, add_settings

if TYPE_CHECKING:
    from checks.checking import Checked
    from checks.options import Commands
    from checks.selection import Part
    from checks.watching import Memory


def add(commands: Commands) -> None:
    """Adds `watch`."""
    says = "check, and check again whatever a saved file concerns, until Ctrl-C"
    command = add_command(commands, "watch", says, "lemmata watch", "lemmata watch derivations/lemma_1_best_volume.py", run=run)
    command.add_argument("what", nargs="*", metavar="WHAT", help=WHAT)
    add_settings(command)


def run(options: argparse.Namespace) -> int:
    """Watches until it is interrupted, which is its ordinary end."""
    from checks.pages.watching import show_round
    from checks.watching import Changes, rounds

    need_engines()
    try:
        with Changes() as changes:
            for each in rounds(options.what, changes, lambda parts, memory: _checked(options, parts, memory)):
                show_round(each, datetime.now())
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    return SOUND


def _checked(options: argparse.Namespace, parts: Sequence[Part], memory: Memory) -> Checked:
    from functools import partial

    from checks.checking import check
    from checks.pages.progress import watching

    with watching(sys.stderr) as watch:
        return check(parts, settings(options), events=partial(memory.events, watch=watch))
