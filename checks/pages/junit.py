"""JUnit: a run as the XML that test reports are made of, a suite a script, a case for each statement and each of its steps.

A case passes where all is as recorded, whatever the verdict, which its output tells. What moves the exit code fails; what could
not be read, or made engines contradict each other, is an error; what is open or no mathematical claim is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from xml.etree import ElementTree

from checks.checking import Checked
from checks.judging import INFORMAL, OPEN, StatementReport
from checks.language.notation import unicode_text
from checks.language.places import Place
from checks.pages.notices import Notice, of_alarm, of_problem, of_statement, of_step, place_of
from checks.pages.prose import readable
from checks.pages.reports import grounds
from checks.pages.rules import NOTE
from checks.verdicts import Certified, Proved, explanation, word

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FAILURE, ERROR, SKIPPED = "failure", "error", "skipped"
COUNTED = {"failures": FAILURE, "errors": ERROR, "skipped": SKIPPED}


@dataclass(frozen=True, slots=True)
class Case:
    """A test case.

    Attributes:
        outcome: one of failure, error and skipped, or nothing where it passed.
        kind: of a failure or an error.
    """

    name: str
    place: Place | None
    seconds: float = 0.0
    told: str = ""
    outcome: str = ""
    kind: str = ""
    message: str = ""
    detail: str = ""

    @property
    def classname(self) -> str:
        """The script's path from the working directory, with dots."""
        if self.place is None:
            return "lemmata"
        parts = PurePath(self.place.relative).with_suffix("").parts
        return ".".join(part for part in parts if part != "/")


def junit_text(checked: Checked, *, strict: bool = False) -> str:
    """The run as JUnit XML."""
    suites: dict[str, list[Case]] = {}
    for case in cases(checked, strict=strict):
        suites.setdefault(case.classname, []).append(case)
    root = ElementTree.Element("testsuites", {"name": "lemmata", **_counts([case for several in suites.values() for case in several])})
    for name, several in suites.items():
        suite = ElementTree.SubElement(root, "testsuite", {"name": _allowed(name), **_counts(several)})
        properties = ElementTree.SubElement(suite, "properties")
        for key, value in (("seed", checked.settings.seed), ("digits", checked.settings.digits)):
            ElementTree.SubElement(properties, "property", {"name": key, "value": str(value)})
        suite.extend(map(_element, several))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def cases(checked: Checked, *, strict: bool = False) -> Iterator[Case]:
    """What could not be read, then every statement with its steps, then what engines contradict each other about."""
    for problem in checked.problems:
        yield _faulty(of_problem(problem))
    for report in checked.reports:
        yield _statement(report, checked, strict=strict)
        yield from _steps(report, checked)
    if checked.alarm is not None:
        yield _faulty(of_alarm(checked.alarm, checked))


def _faulty(notice: Notice) -> Case:
    return Case(notice.title, notice.place, outcome=ERROR, kind=notice.rule, message=notice.says, detail=notice.detail)


def _statement(report: StatementReport, checked: Checked, *, strict: bool) -> Case:
    """Its verdict; the time is what was spent on its own claims."""
    notice = of_statement(report, checked, strict=strict)
    spent = report.seconds - sum(answer.seconds for step in report.steps for answer in step.answers.values())
    told = f"{report.verdict}: {grounds(report)}"
    case = Case(report.id, place_of(report, checked), max(0.0, spent), told)
    is_unsettled = report.verdict in (OPEN, INFORMAL)
    return _with(case, notice, unsettled=told if is_unsettled else "")


def _steps(report: StatementReport, checked: Checked) -> Iterator[Case]:
    for number, step in enumerate(report.steps, start=1):
        verdict = f"{word(step.verdict)}: {explanation(step.verdict)}"
        told = f"{unicode_text(step.step.claim)}\n{readable(str(step.step.reason))}\n{verdict}"
        seconds = sum(answer.seconds for answer in step.answers.values())
        case = Case(f"{report.id} step {number}", step.step.place, seconds, told)
        is_settled = isinstance(step.verdict, Proved | Certified)
        yield _with(case, of_step(number, step, report, checked), unsettled="" if is_settled else verdict)


def _with(case: Case, notice: Notice | None, *, unsettled: str) -> Case:
    """The case with its outcome: a failure where the notice is more than a note, and else skipped where it is not settled."""
    if notice is not None and notice.level != NOTE:
        return Case(case.name, case.place, case.seconds, case.told, FAILURE, notice.rule, notice.says, notice.detail)
    if unsettled:
        return Case(case.name, case.place, case.seconds, outcome=SKIPPED, message=unsettled)
    return case


def _counts(several: Iterable[Case]) -> dict[str, str]:
    found = list(several)
    counted = {name: str(sum(case.outcome == outcome for case in found)) for name, outcome in COUNTED.items()}
    return {"tests": str(len(found)), **counted, "time": _time(sum(case.seconds for case in found))}


def _element(case: Case) -> ElementTree.Element:
    attributes = {"classname": case.classname, "name": case.name, "time": _time(case.seconds)}
    if case.place is not None:
        attributes |= {"file": case.place.relative, "line": str(case.place.line)}
    element = ElementTree.Element("testcase", {name: _allowed(value) for name, value in attributes.items()})
    if case.outcome:
        kind = {"type": case.kind} if case.kind else {}
        ElementTree.SubElement(element, case.outcome, {"message": _allowed(case.message), **kind}).text = _allowed(case.detail) or None
    if case.told:
        ElementTree.SubElement(element, "system-out").text = _allowed(case.told)
    return element


def _time(seconds: float) -> str:
    return f"{seconds:.3f}"


def _allowed(text: str) -> str:
    """The text with characters that XML does not know replaced.

    >>> _allowed("a\\x00b\\x1b[1m")
    'a\\ufffdb\\ufffd[1m'
    """
    return FORBIDDEN.sub("\ufffd", text)
