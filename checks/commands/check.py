"""The command `check`: verdicts of statements, compared with the recorded ones."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import nullcontext, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from checks.commands.output_files import STANDARD_OUTPUT, need_writable, write_whole
from checks.commands.running import checked, misused
from checks.exits import FALLEN, SOUND, exit_code
from checks.options import WHAT, add_command, add_settings

if TYPE_CHECKING:
    from checks.checking import Checked
    from checks.options import Commands

NOTES = """A ledger.toml or recorded.toml, or a module whose name begins with an underscore, means its folder.
Files are written before the report is shown, whole or not at all, whatever the exit code."""


def add(commands: Commands) -> None:
    """Adds `check`."""
    says = "check statements and compare their verdicts with the recorded ones"
    examples = (
        "lemmata check",
        "lemmata check derivations/lemma_1_best_volume.py --steps",
        "lemmata check --json > report.json",
        "lemmata check --junit junit.xml --sarif lemmata.sarif",
    )
    command = add_command(commands, "check", says, *examples, run=run, notes=NOTES)
    command.add_argument("what", nargs="*", metavar="WHAT", help=WHAT)
    command.add_argument("--json", action="store_true", help="print the report as JSON, schema 1")
    command.add_argument("--steps", action="store_true", help="show every step with its place, reason and verdict")
    command.add_argument("--strict", action="store_true", help="exit 1 while any printed statement fails, recorded or not, and say which")
    command.add_argument("--record", action="store_true", help="record the verdicts in recorded.toml beside the ledger")
    _add_forms(command)
    add_settings(command)


def _add_forms(command: argparse.ArgumentParser) -> None:
    """What other programs read."""
    dash = "- is standard output, and the report then goes to standard error"
    command.add_argument("--junit", metavar="FILE", help=f"write a JUnit report as well, a test case for each statement and step; {dash}")
    command.add_argument("--sarif", metavar="FILE", help=f"write a SARIF 2.1.0 log as well; {dash}")
    says = "show what is wrong beside its line on GitHub, by commands after the report, with --json on standard error"
    command.add_argument("--github", action=argparse.BooleanOptionalAction, help=f"{says}; as if said where GITHUB_ACTIONS is true")


def run(options: argparse.Namespace) -> int:
    """Checks, records where asked, and reports."""
    if fault := _confused(options):
        return misused(fault)
    for name in _files(options).values():
        need_writable(name)
    found = checked(options, [_meant(each) for each in options.what])
    if not (found.reports or found.problems or found.alarm):
        return misused(f"{' '.join(options.what)} states nothing; a script assigns statement('id', 'title', claims=[...]) to a name")
    if options.record:
        from checks.recording import recorded

        found, says = recorded(found)
        sys.stderr.write(f"{says}\n")
    failing = _failing(found) if options.strict else ()
    code = exit_code([found.exit_code, *[FALLEN] * bool(failing)])
    unwritten = _write_files(options, found, code)
    with redirect_stdout(sys.stderr) if STANDARD_OUTPUT in _files(options).values() else nullcontext():
        _report(options, found, code)
        _annotate(options, found)
    if failing:
        sys.stdout.flush()
        sys.stderr.write(f"False as printed, recorded or not: {', '.join(failing)}. Exit code {code}.\n")
    return exit_code([code, unwritten])


def _files(options: argparse.Namespace) -> dict[str, str]:
    return {form: name for form in ("junit", "sarif") if (name := getattr(options, form)) is not None}


def _confused(options: argparse.Namespace) -> str:
    """What cannot be said together."""
    names = list(_files(options).values())
    if len(names) == 2 and (names[0] == names[1] or Path(names[0]).resolve() == Path(names[1]).resolve()):
        return f"--junit and --sarif both name {names[0]}; give each its own file"
    if options.json and STANDARD_OUTPUT in names:
        return "--json is printed on standard output; name a file instead of -"
    return ""


def _meant(what: str) -> str:
    """What lies beside scripts and is none stands for its folder, so that a hook can pass whatever was changed."""
    from checks.ledger import LEDGER, RECORD

    path = Path(what)
    beside = path.name in (LEDGER, RECORD) or (path.name.startswith("_") and path.suffix == ".py")
    return str(path.parent) if beside and path.is_file() else what


def _write_files(options: argparse.Namespace, found: Checked, code: int) -> int:
    for form, name in _files(options).items():
        try:
            write_whole(name, _junit(options, found) if form == "junit" else _sarif(options, found, code))
        except BrokenPipeError:
            raise
        except OSError as fault:
            return misused(f"{name} cannot be written: {fault.strerror}")
    return SOUND


def _junit(options: argparse.Namespace, found: Checked) -> str:
    from checks.pages.junit import junit_text

    return junit_text(found, strict=options.strict)


def _sarif(options: argparse.Namespace, found: Checked, code: int) -> str:
    from checks import __version__
    from checks.pages.sarif import Outcome, sarif_text

    return sarif_text(found, Outcome(code, options.strict), __version__)


def _report(options: argparse.Namespace, found: Checked, code: int) -> None:
    if options.json:
        from checks.pages.json_report import json_text

        sys.stdout.write(json_text(found, code))
    else:
        from checks.pages.reports import print_report

        print_report(found, steps=options.steps)


def _annotate(options: argparse.Namespace, found: Checked) -> None:
    """Tells GitHub, which reads both streams, after the report."""
    asked = os.environ.get("GITHUB_ACTIONS") == "true" if options.github is None else options.github
    if not asked:
        return
    from checks.pages.github import workflow_commands
    from checks.pages.notices import notices

    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    stream = sys.stderr if options.json else sys.stdout
    sys.stdout.flush()
    stream.write(workflow_commands(notices(found, strict=options.strict), root))


def _failing(found: Checked) -> tuple[str, ...]:
    from checks.judging import FAILS

    return tuple(report.id for report in found.reports if report.verdict == FAILS)
