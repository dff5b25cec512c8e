"""The command `errata`: what fails or needs more, with witnesses, corrections and what falls with it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checks.commands.running import checked, hindered
from checks.options import WHAT, add_command, add_settings

if TYPE_CHECKING:
    from checks.options import Commands


def add(commands: Commands) -> None:
    """Adds `errata`."""
    says = "show what fails or needs more, the gravest first, with witnesses, corrections, what falls with it, and findings"
    examples = "lemmata errata", "lemmata errata lemma-1", "lemmata errata --latex > errata.tex && pdflatex errata.tex"
    command = add_command(commands, "errata", says, *examples, run=run)
    command.add_argument("what", nargs="*", metavar="WHAT", help=WHAT)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--latex", action="store_true", help="as a document that pdflatex compiles")
    form.add_argument("--json", action="store_true", help="as JSON, schema 1")
    add_settings(command)


def run(options: argparse.Namespace) -> int:
    """Shows the sheet."""
    found = checked(options, options.what)
    if options.json:
        from checks.pages.errata.json_report import json_text

        sys.stdout.write(json_text(found))
    elif options.latex:
        from checks.pages.errata.document import document

        sys.stdout.write(document(found))
    else:
        from checks.pages.errata import errata
        from checks.pages.spans import show

        show(errata(found))
    return hindered(found)
