"""The command `page`: a site of pages to be read in a browser, from disk."""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.running import checked, hindered, misused
from checks.options import WHAT, add_command, add_settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.checking import Checked
    from checks.options import Commands
    from checks.pages.figures import Drawn

NEEDED = ("jinja2", "latex2mathml", "igraph", "minify_html")


def add(commands: Commands) -> None:
    """Adds `page`."""
    says = "write a site for the browser: all statements with their proofs, the errata, findings, figures, and the graph of what rests on what"
    examples = "lemmata page -o site", "lemmata page derivations -o site && xdg-open site/index.html", "lemmata page lemma-1 -o site --no-figures"
    command = add_command(commands, "page", says, *examples, run=run)
    command.add_argument("what", nargs="*", metavar="WHAT", help=WHAT)
    command.add_argument("-o", "--output", metavar="DIR", required=True, help="the folder to write to; made if there is none")
    command.add_argument("--no-figures", action="store_true", help="leave out the figures of the module that the ledger names")
    add_settings(command)


def run(options: argparse.Namespace) -> int:
    """Writes the site and says where it begins."""
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        return misused(f"the site needs {missing[0]}, which is not installed for this Python: pip install 'lemmata[site]'")
    from checks.pages.site import Refused, refuse_others, write_site

    folder = Path(options.output)
    try:
        refuse_others(folder)  # before anything is computed
        found = checked(options, options.what)
        with tempfile.TemporaryDirectory() as drawn:
            write_site(found, folder, () if options.no_figures else _figures(found, Path(drawn)))
    except Refused as fault:
        return misused(str(fault))
    sys.stdout.write(f"{folder / 'index.html'}\n")
    return hindered(found)


def _figures(found: Checked, folder: Path) -> tuple[Drawn, ...]:
    """The figures of the papers that were checked; without those that cannot be drawn, which is told."""
    modules = dict.fromkeys(ledger.figures for ledger in found.ledgers.values() if ledger.figures)
    return tuple(each for module in modules for each in _of_module(module, folder))


def _of_module(module: str, folder: Path) -> Iterable[Drawn]:
    from checks.figures import NoFigures, load_figures, made
    from checks.pages.figures import CannotDraw, draw

    try:
        return draw(made(load_figures(module)), folder)
    except (NoFigures, CannotDraw) as fault:
        sys.stderr.write(f"lemmata: the site has no figures: {fault}\n")
        return ()
