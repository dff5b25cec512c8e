"""The command `check`: verdicts of statements, compared with the recorded ones."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from checks.commands.running import checked, misused
from checks.exits import FALLEN, exit_code
from checks.options import WHAT, add_command, add_settings

if TYPE_CHECKING:
    from checks.checking import Checked
    from checks.options import Commands

def add(commands: Commands) -> None:
    """Adds `check`."""
    says = "check statements and compare their verdicts with the recorded ones"
    examples = (
        "lemmata check",
        "lemmata check derivations/lemma_1_best_volume.py --steps",
        "lemmata check --json > report.json",
    )
    command = add_command(commands, "check", says, *examples, run=run)
    command.add_argument("what", nargs="*", metavar="WHAT", help=WHAT)
    command.add_argument("--json", action="store_true", help="print the report as JSON, schema 1")
    command.add_argument("--steps", action="store_true", help="show every step with its place, reason and verdict")
    command.add_argument("--strict", action="store_true", help="exit 1 while any printed statement fails, recorded or not, and say which")
    command.add_argument("--record", action="store_true", help="record the verdicts in recorded.toml beside the ledger")
    add_settings(command)


def run(options: argparse.Namespace) -> int:
    """Checks, records where asked, and reports."""
    found = checked(options, options.what)
    if not (found.reports or found.problems or found.alarm):
        return misused(f"{' '.join(options.what)} states nothing; a script assigns statement('id', 'title', claims=[...]) to a name")
    if options.record:
        from checks.recording import recorded

        found, says = recorded(found)
        sys.stderr.write(f"{says}\n")
    failing = _failing(found) if options.strict else ()
    code = exit_code([found.exit_code, *[FALLEN] * bool(failing)])
    _report(options, found, code)
    if failing:
        sys.stdout.flush()
        sys.stderr.write(f"False as printed, recorded or not: {', '.join(failing)}. Exit code {code}.\n")
    return code


def _report(options: argparse.Namespace, found: Checked, code: int) -> None:
    if options.json:
        from checks.pages.json_report import json_text

        sys.stdout.write(json_text(found, code))
    else:
        from checks.pages.reports import print_report

        print_report(found, steps=options.steps)


def _failing(found: Checked) -> tuple[str, ...]:
    from checks.judging import FAILS

    return tuple(report.id for report in found.reports if report.verdict == FAILS)
