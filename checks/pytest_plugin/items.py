"""Items: a script as a file of statements, a statement as its steps and its verdict, each a test at its line of the script."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from typing import Any, assert_never

import pytest

from checks.calculation import Calculation
from checks.calculation import Step as Said
from checks.judging import OPEN, StatementReport, StepReport, judge
from checks.language.places import Place
from checks.pages.faults import script_fault
from checks.pages.prose import readable
from checks.pages.spans import plain
from checks.pytest_plugin import desk, stop
from checks.pytest_plugin.desk import Desk
from checks.pytest_plugin.outcomes import Contradicted, Expected, Failed, Outcome, Passed, Skipped, of_contradiction, of_statement, of_step
from checks.questions import Question, questions, steps_of
from checks.reconciling import EnginesContradict, reconciled
from checks.statements import Statement
from checks.verdicts import word

STOPPED = "engines contradict each other; one of them has a bug"


class Script(pytest.File):
    """A derivation script: its statements, and what is wrong with it."""

    def collect(self) -> Iterator[pytest.Collector]:
        """Has it read."""
        self.add_marker("lemmata")
        found = desk(self.config).read(self.path)
        told = "\n".join(plain(script_fault(each)) for each in found.problems).rstrip()
        if told and not found.statements:
            raise self.CollectError(told)
        if told:
            yield Unusable.from_parent(self, name="unusable", told=told)
        for statement in found.statements:
            yield Stated.from_parent(self, name=statement.id, statement=statement)


class Unusable(pytest.Collector):
    """What is wrong with a script of which a part can be used."""

    def __init__(self, *, told: str, **node: Any) -> None:
        super().__init__(**node)
        self.told = told

    def collect(self) -> Iterator[pytest.Item]:
        """Says it."""
        raise self.CollectError(self.told)


class Stated(pytest.Collector):
    """A statement: its steps, then its verdict."""

    def __init__(self, *, statement: Statement, **node: Any) -> None:
        super().__init__(**node)
        self.statement = statement

    def collect(self) -> Iterator[pytest.Item]:
        """Asks nothing yet."""
        for number, (calculation, step) in enumerate(steps_of(self.statement), start=1):
            yield Step.from_parent(self, name=f"step-{number}", number=number, calculation=calculation, step=step)
        yield Verdict.from_parent(self, name="verdict")

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All that is to be asked, the steps first."""
        return questions(self.statement)


class Derived(pytest.Item):
    """What is asked about a statement, which lies at a line of the script."""

    place: Place | None
    title: str

    @property
    def stated(self) -> Stated:
        """The statement."""
        assert isinstance(self.parent, Stated)  # noqa: S101 — no other collector makes these
        return self.parent

    def outcome(self, desk: Desk) -> Outcome:
        """What the answers mean."""
        raise NotImplementedError

    def runtest(self) -> None:
        """Tells pytest the outcome."""
        match self.outcome(desk(self.config)):
            case Passed(told):
                if told:
                    self.add_report_section("call", "verdict", told)
            case Failed(told):
                pytest.fail(told, pytrace=False)
            case Skipped(why):
                raise pytest.skip.Exception(why, _use_item_location=True)
            case Expected(why):
                pytest.xfail(why)
            case Contradicted(told):
                stop(self.session, STOPPED)
                pytest.fail(told, pytrace=False)
            case never:
                assert_never(never)

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Its line of the script."""
        return (self.place.file, self.place.line - 1, self.title) if self.place else (self.path, None, self.title)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Without Python's own account of it, at the line of the script."""
        shown = super().repr_failure(excinfo, style)
        crash = getattr(shown, "reprcrash", None)
        if isinstance(excinfo.value, pytest.fail.Exception) and crash is not None and self.place is not None:
            first = str(excinfo.value).partition("\n")[0].replace(f"{self.place}:", f"line {self.place.line}:")
            crash.path, crash.lineno, crash.message = self.place.file, self.place.line, first
        return shown


class Step(Derived):
    """A line of a calculation."""

    def __init__(self, *, number: int, calculation: Calculation, step: Said, **node: Any) -> None:
        super().__init__(**node)
        self.index, self.calculation, self.step, self.place = number - 1, calculation, step, step.place
        self.title = f"{self.stated.statement.id}, step {number}: {readable(calculation.title)}"

    def outcome(self, desk: Desk) -> Outcome:
        """Asks the step's own question."""
        stated, folder, settings = self.stated.statement, self.path.parent, desk.session.settings
        ((question, answers),) = desk.answered((self.stated.questions[self.index],))
        try:
            verdict = reconciled(question.obligation, answers)
        except EnginesContradict as contradiction:
            return of_contradiction(question, contradiction, settings)
        self.user_properties.append(("verdict", word(verdict)))
        report = StatementReport(desk.entry(stated, folder), stated, OPEN, "")
        return of_step(StepReport(self.calculation, self.step, verdict, answers), report, settings, desk.recorded(stated, folder))


class Verdict(Derived):
    """A statement's verdict."""

    def __init__(self, **node: Any) -> None:
        super().__init__(**node)
        self.place = self.stated.statement.place
        self.title = f"{self.stated.statement.id}: {readable(self.stated.statement.title)}"

    def outcome(self, desk: Desk) -> Outcome:
        """Asks all that is asked about the statement; what its steps were asked is known by then."""
        stated, folder, settings = self.stated.statement, self.path.parent, desk.session.settings
        asked = desk.answered(self.stated.questions)
        try:
            report = judge(stated, desk.entry(stated, folder), asked)
        except EnginesContradict as contradiction:
            question = next(each for each, _ in asked if each.obligation == contradiction.obligation)
            return of_contradiction(question, contradiction, settings)
        self.user_properties.append(("verdict", report.verdict))
        return of_statement(report, desk.recorded(stated, folder), settings, is_strict=desk.is_strict)
