"""The command `show`: one derivation as a page, or one of its steps."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checks.commands.running import checked, hindered, misused
from checks.exits import SOUND
from checks.options import add_command, add_settings, positive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.judging import StatementReport
    from checks.options import Commands


def add(commands: Commands) -> None:
    """Adds `show`."""
    examples = "lemmata show lemma-1", "lemmata show lemma-1 --step 2", "lemmata show lemma-1 --latex"
    command = add_command(commands, "show", "show one derivation as a page", *examples, run=run)
    command.add_argument("id", metavar="ID", help="the statement's id, or PATH::ID for a script or folder of another paper")
    command.add_argument("--latex", action="store_true", help="as a LaTeX fragment")
    command.add_argument("--step", type=positive, metavar="K", help="only the K-th step, with every engine's answer")
    add_settings(command)


def run(options: argparse.Namespace) -> int:
    """Shows the page."""
    found = checked(options, [options.id])
    if code := hindered(found):
        return code
    if not found.reports:
        return misused(f"{options.id} states nothing")
    if options.step is not None:
        return _step(found.reports, options.step)
    if options.latex:
        from checks.pages.latex.derivations import fragment

        sys.stdout.write("\n".join(fragment(report) for report in found.reports))
    else:
        from checks.pages.spans import show
        from checks.pages.terminal import page

        show([each for report in found.reports for each in page(report)])
    return SOUND


def _step(reports: Sequence[StatementReport], number: int) -> int:
    from checks.pages.spans import show
    from checks.pages.terminal import step_page

    report = reports[0]
    if number > len(report.steps):
        return misused(f"{report.id} has {len(report.steps)} step{'s' * (len(report.steps) != 1)}, so there is no step {number}")
    show(step_page(report, number))
    return SOUND
