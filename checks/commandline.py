"""The command line `lemmata`: parses, prints, and returns exit codes; everything else is imported when it is needed."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO, cast

from checks.exits import ALARM, BROKEN_PIPE, FALLEN, INTERRUPTED, SOUND, TERMINATED, UNSETTLED, USAGE, exit_code
from checks.options import parser

if TYPE_CHECKING:
    from checks.checking import Checked
    from checks.judging import StatementReport
    from checks.reading import NotRead


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            cast("TextIO", stream).reconfigure(errors="replace")  # type: ignore[attr-defined]
    options = _parsed(sys.argv[1:] if arguments is None else list(arguments))
    from checks.scripts import NothingThere

    try:
        signal.signal(signal.SIGTERM, _ended)
        code = COMMANDS[options.command](options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted\n")
        return INTERRUPTED
    except BrokenPipeError:  # whoever read this has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except NothingThere as fault:
        return _misused(str(fault))
    return code


def check_script(file: str) -> NoReturn:
    """Checks one script, as `lemmata check FILE` does; for `if __name__ == "__main__": check_script(__file__)`."""
    sys.exit(main(["check", file, "--steps", *sys.argv[1:]]))


def _parsed(arguments: list[str]) -> argparse.Namespace:
    if arguments[:1] != ["optimum"]:
        return parser().parse_args(arguments)
    from checks.optimum_options import joined

    return parser(arguments).parse_args(joined(arguments))


def _ended(*_: object) -> NoReturn:
    raise SystemExit(TERMINATED)


def _misused(says: str) -> int:
    sys.stderr.write(f"lemmata: {says}\n")
    return USAGE


def _checked(options: argparse.Namespace, named: Sequence[str]) -> Checked:
    from checks.checking import check
    from checks.pages.progress import watching
    from checks.scripts import NothingThere
    from checks.selection import selection
    from checks.settings import Settings

    jobs = options.jobs or os.cpu_count() or 1
    settings = Settings(options.seed, options.digits, options.timeout, options.memory << 20, jobs, uses_cache=not options.no_cache)
    parts = selection(named)
    if find_spec("flint") is None:
        raise NothingThere("the engines need python-flint, which is not installed for this Python: pip install python-flint")
    with watching(sys.stderr) as watch:
        return check(parts, settings, watch)


def _check(options: argparse.Namespace) -> int:
    checked = _checked(options, options.what)
    if not (checked.reports or checked.problems or checked.alarm):
        return _misused(f"{' '.join(options.what)} states nothing; a script assigns statement('id', 'title', claims=[...]) to a name")
    if options.record:
        from checks.recording import recorded

        checked, says = recorded(checked)
        sys.stderr.write(f"{says}\n")
    failing = _failing(checked) if options.strict else ()
    code = exit_code([checked.exit_code, *[FALLEN] * bool(failing)])
    if options.json:
        from checks.pages.json_report import json_text

        sys.stdout.write(json_text(checked, code))
    else:
        from checks.pages.reports import print_report

        print_report(checked, steps=options.steps)
    if failing:
        sys.stdout.flush()
        sys.stderr.write(f"False as printed, recorded or not: {', '.join(failing)}. Exit code {code}.\n")
    return code


def _failing(checked: Checked) -> tuple[str, ...]:
    from checks.judging import FAILS

    return tuple(report.id for report in checked.reports if report.verdict == FAILS)


def _list(options: argparse.Namespace) -> int:
    from checks.pages.listing import print_listing
    from checks.selection import selection

    return USAGE if print_listing(selection(options.what)) else SOUND


def _show(options: argparse.Namespace) -> int:
    checked = _checked(options, [options.id])
    if code := _hindered(checked):
        return code
    if not checked.reports:
        return _misused(f"{options.id} states nothing")
    if options.step is not None:
        return _show_step(checked.reports, options.step)
    if options.latex:
        from checks.pages.latex.derivations import fragment

        sys.stdout.write("\n".join(fragment(report) for report in checked.reports))
    else:
        from checks.pages.spans import show
        from checks.pages.terminal import page

        show([each for report in checked.reports for each in page(report)])
    return SOUND


def _show_step(reports: Sequence[StatementReport], number: int) -> int:
    from checks.pages.spans import show
    from checks.pages.terminal import step_page

    report = reports[0]
    if number > len(report.steps):
        return _misused(f"{report.id} has {len(report.steps)} step{'s' * (len(report.steps) != 1)}, so there is no step {number}")
    show(step_page(report, number))
    return SOUND


def _latex(options: argparse.Namespace) -> int:
    checked = _checked(options, options.what)
    if code := _hindered(checked):
        return code
    from checks.pages.latex.document import document, fragments

    written = document(checked) if options.standalone else "\n".join(fragments(checked))
    if options.output is None:
        sys.stdout.write(written)
        return SOUND
    try:
        Path(options.output).write_text(written, encoding="utf-8")
    except OSError as fault:
        return _misused(f"{options.output} cannot be written: {fault.strerror}")
    return SOUND


def _errata(options: argparse.Namespace) -> int:
    checked = _checked(options, options.what)
    if options.json:
        from checks.pages.errata.json_report import json_text

        sys.stdout.write(json_text(checked))
    elif options.latex:
        from checks.pages.errata.document import document

        sys.stdout.write(document(checked))
    else:
        from checks.pages.errata import errata
        from checks.pages.spans import show

        show(errata(checked))
    return _hindered(checked)


def _prove(options: argparse.Namespace) -> int:
    from checks.reading import NotRead, question
    from checks.scripts import NothingThere

    try:
        asked = question(options.claim, options.given, latex=options.latex)
    except NotRead as fault:
        return _not_read(fault, as_json=options.json)
    if find_spec("flint") is None:
        raise NothingThere("the engines need python-flint, which is not installed for this Python: pip install python-flint")
    from checks.inquiry import engine_names
    from checks.proofs import proof
    from checks.settings import Settings

    if unknown := [name for name in options.engine if name not in engine_names()]:
        raise NothingThere(f"there is no engine {unknown[0]}; there are {', '.join(engine_names())}")
    found = proof(asked, Settings(options.seed, options.digits, options.timeout, options.memory << 20), options.engine)
    if options.json:
        from checks.pages.proof_json import proof_json

        sys.stdout.write(proof_json(found))
    else:
        from checks.pages.proof import proof_page
        from checks.pages.spans import show

        show(proof_page(found))
    return found.exit_code


def _optimum(options: argparse.Namespace) -> int:
    from checks.optimization import BadValue, Found, NotShown, load_model
    from checks.pages.optimum import Report, as_written, optimum_json, optimum_page
    from checks.pages.spans import show

    model = load_model(options.model)
    try:
        found: Found | NotShown = model.optimum({name: each.value for name, each in options.values.items()}, options.digits)
    except BadValue as fault:
        return _misused(str(fault))
    except NotShown as doubt:
        found = doubt
    report = Report(options.model, as_written(model.PARAMETERS, options.values), options.digits, found)
    if options.json:
        sys.stdout.write(optimum_json(report))
    else:
        show(optimum_page(report))
    return UNSETTLED if isinstance(found, NotShown) else SOUND


def _not_read(fault: NotRead, *, as_json: bool) -> int:
    if as_json:
        from checks.pages.proof_json import fault_json

        sys.stdout.write(fault_json(fault))
    else:
        from checks.pages.spans import show
        from checks.pages.unread import fault_page

        show(fault_page(fault), sys.stderr)
    return USAGE


def _hindered(checked: Checked) -> int:
    """What kept a page from being complete, told on stderr, and the exit code that follows."""
    from checks.pages.faults import alarm, script_fault
    from checks.pages.spans import show

    for problem in checked.problems:
        show(script_fault(problem), sys.stderr)
    if checked.alarm is not None:
        show(alarm(checked.alarm, checked.settings), sys.stderr)
        return ALARM
    return USAGE if checked.problems else SOUND


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "list": _list,
    "show": _show,
    "latex": _latex,
    "errata": _errata,
    "prove": _prove,
    "optimum": _optimum,
}


if __name__ == "__main__":
    sys.exit(main())
