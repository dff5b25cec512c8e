"""Notices: what a run has to tell about lines of scripts, with rule, level, place and words, for every form that programs read.

What moves the exit code is an error or, where it is a doubt, a warning; what is as recorded is a note.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from checks.calculation import Step
from checks.checking import Alarm, Checked
from checks.comparing import FROM_WORST
from checks.exits import FALLEN as HAS_FALLEN
from checks.exits import SOUND, UNSETTLED, exit_code
from checks.judging import StatementReport, StepReport
from checks.language.notation import ascii_text
from checks.language.places import Place
from checks.ledger import LEDGER
from checks.pages import rules
from checks.pages.anatomy import step_fault
from checks.pages.faults import alarm, script_fault, shown_in, statement_faults
from checks.pages.phrases import unicode_line
from checks.pages.reports import grounds
from checks.pages.rules import ERROR, NOTE, WARNING
from checks.pages.spans import plain
from checks.questions import CORRECTED, PRINTED
from checks.scripts import ScriptProblem
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Vacuous, explanation, word

LEVELS = {HAS_FALLEN: ERROR, UNSETTLED: WARNING, SOUND: NOTE}
GRAVEST_FIRST = (ERROR, WARNING, NOTE)
FALSE = Refuted | IllDefined | Vacuous


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell.

    Attributes:
        title: what it is about, in a few words.
        says: what is the matter, on one line.
        detail: the same in full, as the report on a terminal has it.
        identity: what it is about in words that stay when lines move.
    """

    rule: str
    level: str
    title: str
    says: str
    place: Place | None
    identity: str
    detail: str = ""
    statement: str | None = None


def notices(checked: Checked, *, strict: bool = False) -> list[Notice]:
    """All that a run has to tell, the gravest first; a step on which several statements rest is told once."""
    found = [of_problem(each) for each in checked.problems]
    found += [of_alarm(checked.alarm, checked)] if checked.alarm else []
    found += [*_steps(checked), *_statements(checked, strict=strict)]
    return sorted(found, key=lambda each: GRAVEST_FIRST.index(each.level))


def of_step(number: int, step: StepReport, report: StatementReport, checked: Checked) -> Notice | None:
    """What is to be told of a statement's step; nothing where it is proved."""
    if isinstance(step.verdict, Proved | Certified):
        return None
    is_false = isinstance(step.verdict, FALSE)
    level = ERROR if is_false else WARNING if _code(report, checked) else NOTE
    rule = word(step.verdict) if is_false else rules.UNDECIDED
    says = f"{word(step.verdict)}: {explanation(step.verdict)}"
    detail = plain(step_fault(step, report, checked.settings)).rstrip()
    identity = f"{report.id} step {ascii_text(step.step.claim)}"
    return Notice(rule, level, f"{report.id}, step {number}", says, step.step.place, identity, detail, report.id)


def of_statement(report: StatementReport, checked: Checked, *, strict: bool = False) -> Notice | None:
    """What is to be told of a statement; nothing where it holds as recorded, or is no mathematical claim."""
    concerned, level = checked.concerns[report.id], _level(report, checked, strict=strict)
    rule = _rule(report, checked, level)
    if rule is None:
        return None
    recorded = ", as recorded" * (_recorded(report, checked) == report.verdict)
    says = "; ".join(each.says for each in concerned) or f"{report.verdict}{recorded}: {grounds(report)}"
    detail = _faults(report, checked) if _code(report, checked) else _claims(report)
    return Notice(rule, level, report.id, says, place_of(report, checked), f"{report.id} statement", detail, report.id)


def of_problem(problem: ScriptProblem) -> Notice:
    """What is to be told of a script or ledger that cannot be used."""
    says = shown_in(problem.message).rstrip(": ")
    place = _place(problem.place)
    identity = re.sub(r":\d+", "", f"{place.relative} {problem.line} {says}")
    return Notice(rules.UNREADABLE, ERROR, "unusable script or ledger", says, place, identity, plain(script_fault(problem)).rstrip())


def of_alarm(found: Alarm, checked: Checked) -> Notice:
    """What is to be told where engines contradict each other."""
    question = found.question
    says = f"{question.statement}, {question.role}: one of them has a bug, and the run was stopped"
    detail, digest = plain(alarm(found, checked.settings)).rstrip(), found.contradiction.obligation.digest
    return Notice(rules.CONTRADICTION, ERROR, "engines contradict each other", says, question.place, digest, detail, question.statement)


def place_of(report: StatementReport, checked: Checked) -> Place | None:
    """Where a statement is stated, or else where the ledger lists it."""
    if report.statement is not None:
        return report.statement.place
    folder = next((folder for folder, ledger in checked.ledgers.items() if ledger.entry(report.id) is not None), None)
    if folder is None:
        return None
    entry = re.compile(rf"""\s*id\s*=\s*["']{re.escape(report.id)}["']""")
    lines = enumerate(linecache.getlines(str(folder / LEDGER)), start=1)
    return Place(str(folder / LEDGER), next((number for number, text in lines if entry.match(text)), 1))


def _steps(checked: Checked) -> Iterator[Notice]:
    """The notices of steps, each with the other statements that rest on it."""
    told: dict[tuple[Place, Step], list[Notice]] = {}
    for report in checked.reports:
        for number, step in enumerate(report.steps, start=1):
            if (notice := of_step(number, step, report, checked)) is not None:
                told.setdefault((step.step.place, step.step), []).append(notice)
    for first, *others in told.values():
        names = ", ".join(dict.fromkeys(each.statement or "" for each in others))
        level = min((each.level for each in (first, *others)), key=GRAVEST_FIRST.index)
        yield replace(first, level=level, says=f"{first.says}; on this step rests also {names}" if others else first.says)


def _statements(checked: Checked, *, strict: bool) -> Iterator[Notice]:
    """The notices of statements, without those that only repeat what is told of a step."""
    for report in checked.reports:
        is_told = report.verdict == rules.OPEN and any(not isinstance(each.verdict, Proved | Certified) for each in report.steps)
        notice = None if is_told else of_statement(report, checked, strict=strict)
        if notice is not None:
            yield notice


def _faults(report: StatementReport, checked: Checked) -> str:
    return plain(statement_faults(report, checked, {})).rstrip() if report.statement is not None else ""


def _claims(report: StatementReport) -> str:
    """What is false as printed, and what holds instead."""
    told = [each for each in report.claims if each.role == CORRECTED or isinstance(each.verdict, FALSE)]
    return "\n".join(f"{each.role}: {unicode_line(each.proposition)}\n    {word(each.verdict)}: {explanation(each.verdict)}" for each in told)


def _code(report: StatementReport, checked: Checked) -> int:
    return exit_code(each.code for each in checked.concerns[report.id])


def _recorded(report: StatementReport, checked: Checked) -> str | None:
    return next((ledger.recorded[report.id] for ledger in checked.ledgers.values() if report.id in ledger.recorded), None)


def _level(report: StatementReport, checked: Checked, *, strict: bool) -> str:
    if strict and report.verdict == rules.FAILS:
        return ERROR
    return LEVELS[_code(report, checked)]


def _rule(report: StatementReport, checked: Checked, level: str) -> str | None:
    if _code(report, checked) == HAS_FALLEN:
        return _false(report, checked)
    if level == WARNING:
        return rules.UNDECIDED
    if report.verdict in (rules.FAILS, rules.NEEDS, rules.OPEN):
        return report.verdict
    return rules.BETTER if checked.concerns[report.id] else None


def _false(report: StatementReport, checked: Checked) -> str:
    """What is wrong with a statement that has fallen or is false in some other way."""
    recorded = _recorded(report, checked)
    if recorded is not None and report.verdict != rules.OPEN and FROM_WORST.index(report.verdict) < FROM_WORST.index(recorded):
        return rules.FALLEN
    asked = [each.verdict for each in report.claims if each.role == CORRECTED or (each.role == PRINTED and recorded is None)]
    false = [word(verdict) for verdict in (*asked, *(each.verdict for each in report.steps)) if isinstance(verdict, FALSE)]
    return false[0] if false else rules.UNCONFIRMED


def _place(text: str) -> Place:
    """A place as a problem names it: a file, and perhaps a line."""
    file, _, line = text.rpartition(":")
    known = line.isdecimal() and bool(file)
    return Place(str(Path.cwd() / (file if known or line == "None" else text)), int(line) if known else 1)
