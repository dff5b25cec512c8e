"""The command `list`: the ledger with its recorded verdicts."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from checks.exits import SOUND, USAGE
from checks.options import WHAT, add_command

if TYPE_CHECKING:
    from checks.options import Commands


def add(commands: Commands) -> None:
    """Adds `list`."""
    says = "list the ledger: every statement, its script and its recorded verdict"
    command = add_command(commands, "list", says, "lemmata list", "lemmata list derivations | grep lemma", run=run)
    command.add_argument("what", nargs="*", metavar="WHAT", help=WHAT)


def run(options: argparse.Namespace) -> int:
    """Lists, without reading any script."""
    from checks.pages.listing import print_listing
    from checks.selection import selection

    return USAGE if print_listing(selection(options.what)) else SOUND
