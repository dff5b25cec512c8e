"""Chains: the calculations of a statement as numbered lines, aligned at their relation signs, each set out on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checks.calculation import Calculation
from checks.judging import StatementReport, StepReport
from checks.pages.latex.terms import RELATIONS, boxed
from checks.pages.site.formulas import ROOM, right_rows, rows

SHORT, INDENT = 9.0, 4.0
NEAREST = ("theorem", "proof", "number", "sentence", "conclusion", "typography")  # whose own business a calculation is, most of all


@dataclass(frozen=True, slots=True)
class Line:
    """A step as a line: what stands left of its sign, the sign, and the rows right of it, in LaTeX.

    Attributes:
        number: its number among the steps of the statement, as `lemmata show ID --step` counts them.
    """

    number: int
    step: StepReport
    left: str
    sign: str
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A calculation with its lines; `first` is its first expression where that is too long to stand before a sign."""

    calculation: Calculation
    number: int
    first: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A calculation that is set out on another statement's page, which its script states."""

    calculation: Calculation
    number: int
    home: StatementReport

    @property
    def numbers(self) -> range:
        """The numbers of its steps."""
        return range(self.number, self.number + len(self.calculation.steps))


Homes = Mapping[Calculation, StatementReport]


def homes(reports: Iterable[StatementReport]) -> Homes:
    """The statement with which each calculation is set out: one that its own script states, rather a theorem than what follows from it."""
    found: dict[Calculation, StatementReport] = {}
    for report in reports:
        for calculation in calculations(report):
            found[calculation] = min(found.get(calculation, report), report, key=lambda each: _distance(calculation, each))
    return found


def chains(report: StatementReport, at: Homes) -> Iterator[Chain | Elsewhere]:
    """The calculations of a statement, in order."""
    number = 1
    for calculation in calculations(report):
        steps = tuple(each for each in report.steps if each.calculation == calculation)
        yield _chain(calculation, steps, number) if at[calculation] is report else Elsewhere(calculation, number, at[calculation])
        number += len(steps)


def calculations(report: StatementReport) -> tuple[Calculation, ...]:
    """The calculations on which a statement rests, in order."""
    return tuple(dict.fromkeys(step.calculation for step in report.steps))


def _distance(calculation: Calculation, report: StatementReport) -> tuple[bool, int]:
    place = report.statement.place if report.statement else None
    return place is None or place.file != calculation.place.file, NEAREST.index(report.entry.kind)


def _chain(calculation: Calculation, steps: tuple[StepReport, ...], number: int) -> Chain:
    start = boxed(steps[0].step.claim.left)
    is_short = start.width <= SHORT
    room = ROOM - INDENT - (start.width if is_short else 0.0)
    first = () if is_short else rows(steps[0].step.claim.left)
    lines = tuple(_line(number + place, step, start.latex if is_short and place == 0 else "", room) for place, step in enumerate(steps))
    return Chain(calculation, number, first, lines)


def _line(number: int, step: StepReport, left: str, room: float) -> Line:
    return Line(number, step, left, RELATIONS[step.step.claim.relation], right_rows(step.step.claim, room))
