"""Gravity: what a run found wrong, the gravest first, each with what it rests on and with what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checks.checking import Checked
from checks.dependencies import Graph, reached, turned
from checks.judging import FAILS, HOLDS, NEEDS, OPEN, FindingReport, StatementReport
from checks.ledger import KINDS, Ledger


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A statement that another rests on, or that rests on it.

    Attributes:
        distance: how many steps of the paper's own derivation lie between them; 1 is directly.
        is_recorded: whether the verdict is the recorded one, for want of one in this run.
    """

    id: str
    kind: str
    verdict: str
    distance: int
    is_recorded: bool = False


@dataclass(frozen=True, slots=True)
class Erratum:
    """A statement with what else falls with it.

    Attributes:
        rests_on: the failing statements from which the paper derives it, nearest first.
        rested_on_by: all that the paper derives from it, nearest first.
    """

    report: StatementReport
    rests_on: tuple[Neighbour, ...] = ()
    rested_on_by: tuple[Neighbour, ...] = ()


@dataclass(frozen=True, slots=True)
class Errata:
    """What a run found wrong.

    Attributes:
        groups: by kind, the gravest first, what fails or needs more, in the ledger's order; every kind has its group.
        passing: what holds as printed and is derived from something that fails.
        noticed: the findings, each with its statement.
        open: how many statements are not settled.
    """

    groups: Mapping[str, tuple[Erratum, ...]]
    passing: tuple[Erratum, ...]
    noticed: tuple[tuple[StatementReport, FindingReport], ...]
    open: int

    @property
    def wrong(self) -> tuple[Erratum, ...]:
        """All that fails or needs more, the gravest first."""
        return tuple(each for group in self.groups.values() for each in group)

    @property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """Everything that the errata rest on, or that rests on them."""
        told = (*self.wrong, *self.passing)
        return tuple(each for erratum in told for each in (*erratum.rests_on, *erratum.rested_on_by))


def gathered(checked: Checked) -> Errata:
    """The errata of a run."""
    told = tuple(_in_order(checked))
    wrong = [each for each in told if each.report.verdict in (FAILS, NEEDS)]
    return Errata(
        groups={kind: tuple(each for each in wrong if each.report.entry.kind == kind) for kind in KINDS},
        passing=tuple(each for each in told if each.report.verdict == HOLDS and each.rests_on),
        noticed=tuple((each.report, finding) for each in told for finding in each.report.findings),
        open=sum(each.report.verdict == OPEN for each in told),
    )


def _in_order(checked: Checked) -> Iterator[Erratum]:
    """Every report with its neighbours, in the order of the ledgers; what no ledger lists has none."""
    for ledger in checked.ledgers.values():
        entries = frozenset(ledger.entries)
        yield from _of_ledger(ledger, {report.id: report for report in checked.reports if report.entry in entries})
    listed = {entry for ledger in checked.ledgers.values() for entry in ledger.entries}
    yield from (Erratum(report) for report in checked.reports if report.entry not in listed)


def _of_ledger(ledger: Ledger, reports: Mapping[str, StatementReport]) -> Iterator[Erratum]:
    below: Graph = {entry.id: entry.rests_on for entry in ledger.entries}
    above, kinds = turned(below), {entry.id: entry.kind for entry in ledger.entries}

    def neighbours(id: str, graph: Graph) -> Iterator[Neighbour]:
        for other, distance in reached(id, graph).items():
            known = other in reports
            verdict = reports[other].verdict if known else ledger.recorded.get(other, OPEN)
            yield Neighbour(other, kinds[other], verdict, distance, is_recorded=not known and other in ledger.recorded)

    for entry in ledger.entries:
        if entry.id in reports:
            failing = tuple(each for each in neighbours(entry.id, below) if each.verdict == FAILS)
            yield Erratum(reports[entry.id], failing, tuple(neighbours(entry.id, above)))
