"""The command `optimum`: the optimum of a model at exact values of its parameters, enclosed."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checks.commands.running import misused
from checks.exits import SOUND, UNSETTLED
from checks.options import add_command, few_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.optimization import Found, NotShown
    from checks.options import Commands

NAME = "optimum"
MODEL = "symbolic_model.numerical_optimum"
NOTES = """exit codes of optimum:
  0  the optimum is enclosed, or shown not to exist
  2  usage, or a value that the model does not take
  3  a sign could not be told, as on the border between two kinds of optimum"""


def add(commands: Commands) -> None:
    """Adds `optimum`."""
    says = "enclose the optimum of a model at exact values of its parameters, for certain"
    examples = (
        "lemmata optimum --gamma -0.77 --alpha 0.3 --E 1e18",
        "lemmata optimum --gamma=-1/2 --alpha 1/3 --beta 0.28 --E 1e200 --D 1e13 --digits 50 --json",
    )
    command = add_command(commands, NAME, says, *examples, run=run, notes=NOTES)
    command.allow_abbrev = False
    command.add_argument("--model", metavar="MODULE", default=MODEL, help="a module as checks.optimization describes (default: %(default)s)")
    command.add_argument("--digits", type=few_digits, default=20, help="significant digits of each bound (default: 20)")
    command.add_argument("--json", action="store_true", help="print the optimum as JSON, schema 1")


def with_parameters(parser: argparse.ArgumentParser, command: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments of `optimum` parsed with an option for each parameter of the model that they name."""
    from checks.optimum_options import add_parameters, joined

    add_parameters(command, arguments)
    return parser.parse_args(joined(arguments))


def run(options: argparse.Namespace) -> int:
    """Encloses it."""
    from checks.optimization import BadValue, NotShown, load_model
    from checks.pages.optimum import Report, as_written, optimum_json, optimum_page
    from checks.pages.spans import show

    model = load_model(options.model)
    try:
        found: Found | NotShown = model.optimum({name: each.value for name, each in options.values.items()}, options.digits)
    except BadValue as fault:
        return misused(str(fault))
    except NotShown as doubt:
        found = doubt
    report = Report(options.model, as_written(model.PARAMETERS, options.values), options.digits, found)
    if options.json:
        sys.stdout.write(optimum_json(report))
    else:
        show(optimum_page(report))
    return UNSETTLED if isinstance(found, NotShown) else SOUND
