"""The command `figures`: the paper's figures, drawn as SVG and PDF."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.running import misused
from checks.exits import SOUND
from checks.options import add_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.figures import Makers
    from checks.options import Commands

FOLDERS = "a folder of scripts, or anything in one; none means the folder derivations"


def add(commands: Commands) -> None:
    """Adds `figures`."""
    says = "draw a paper's figures, of the module that its ledger names, as SVG and PDF"
    examples = "lemmata figures -o figures", "lemmata figures derivations -o figures --only profit --only figure-1"
    command = add_command(commands, "figures", says, *examples, run=run)
    command.add_argument("what", nargs="*", metavar="WHAT", help=FOLDERS)
    command.add_argument("-o", "--output", metavar="DIR", required=True, help="the folder to write to; made if there is none")
    command.add_argument("--only", action="append", default=[], metavar="NAME", help="this figure only; may come more than once")


def run(options: argparse.Namespace) -> int:
    """Draws them and lists the files."""
    from checks.figures import NoFigures, made
    from checks.ledger import FaultyLedger
    from checks.pages.figures import CannotDraw, draw

    folder = Path(options.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)  # before anything is computed
        drawn = draw(made(_offered(options.what), options.only), folder, pdf=True)
    except (NoFigures, FaultyLedger, CannotDraw) as fault:
        return misused(str(fault))
    except OSError as fault:
        return misused(f"{fault.filename or folder} cannot be written: {fault.strerror}")
    for figure in drawn:
        for file in figure.files:
            sys.stdout.write(f"{file}  {figure.title}\n")
    return SOUND


def _offered(named: Sequence[str]) -> Makers:
    """The makers of all figures that the ledgers of the named folders speak of."""
    from checks.figures import Maker, NoFigures, load_figures
    from checks.ledger import LEDGER, read_ledger
    from checks.selection import selection

    offered: dict[str, Maker] = {}
    for folder in dict.fromkeys(part.folder for part in selection(named)):
        module = read_ledger(folder).figures
        if not module:
            raise NoFigures(f'{folder / LEDGER} names no module of figures; write figures = "MODULE" under [paper]')
        offered |= load_figures(module)
    return offered
