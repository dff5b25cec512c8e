"""The command `latex`: derivations in LaTeX."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from checks.commands.running import checked, hindered, written
from checks.options import WHAT, add_command, add_settings

if TYPE_CHECKING:
    from checks.options import Commands


def add(commands: Commands) -> None:
    """Adds `latex`."""
    examples = "lemmata latex lemma-1", "lemmata latex --standalone -o derivations.tex && pdflatex derivations.tex"
    command = add_command(commands, "latex", "write derivations in LaTeX", *examples, run=run)
    command.add_argument("what", nargs="*", metavar="ID", help=WHAT)
    command.add_argument("--standalone", action="store_true", help="a document that pdflatex compiles")
    command.add_argument("-o", "--output", metavar="FILE", help="write to a file instead")
    add_settings(command)


def run(options: argparse.Namespace) -> int:
    """Writes them."""
    found = checked(options, options.what)
    if code := hindered(found):
        return code
    from checks.pages.latex.document import document, fragments

    return written(document(found) if options.standalone else "\n".join(fragments(found)), options.output)
