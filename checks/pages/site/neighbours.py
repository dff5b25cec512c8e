"""Neighbours: what a statement rests on and what rests on it, each with its verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checks.checking import Checked
from checks.dependencies import Graph, reached, turned
from checks.judging import FAILS, OPEN, StatementReport
from checks.ledger import Ledger
from checks.pages.errata.gravity import Neighbour

Verdicts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The statements below one and above it, nearest first.

    Attributes:
        doubtful: those below that fail and on which it rests through others.
        further: how many more rest on it through others.
    """

    below: tuple[Neighbour, ...] = ()
    above: tuple[Neighbour, ...] = ()
    doubtful: tuple[Neighbour, ...] = ()
    further: int = 0


@dataclass(frozen=True, slots=True)
class Dependencies:
    """A ledger's graph in both directions, with the verdicts of the run."""

    ledger: Ledger
    below: Graph
    above: Graph
    verdicts: Verdicts

    def related(self, id: str) -> Surroundings:
        """What is around a statement."""
        below, above = tuple(self._reached(id, self.below)), tuple(self._reached(id, self.above))
        near, over = _direct(below), _direct(above)
        doubtful = tuple(each for each in below if each.distance > 1 and each.verdict == FAILS)
        return Surroundings(near, over, doubtful, len(above) - len(over))

    def _reached(self, id: str, graph: Graph) -> Iterator[Neighbour]:
        for other, distance in reached(id, graph).items():
            entry = self.ledger.entry(other)
            recorded = self.ledger.recorded.get(other)
            verdict = self.verdicts.get(other, recorded or OPEN)
            yield Neighbour(other, entry.kind if entry else "", verdict, distance, is_recorded=other not in self.verdicts and recorded is not None)


def dependencies(checked: Checked) -> tuple[Dependencies, ...]:
    """The graph of each ledger."""
    return tuple(_of_ledger(ledger, checked) for ledger in checked.ledgers.values())


def related(report: StatementReport, graphs: tuple[Dependencies, ...]) -> Surroundings:
    """What is around a statement in the ledger that lists it; nothing where none does."""
    return next((each.related(report.id) for each in graphs if each.ledger.entry(report.id) == report.entry), Surroundings())


def _direct(several: tuple[Neighbour, ...]) -> tuple[Neighbour, ...]:
    return tuple(each for each in several if each.distance == 1)


def _of_ledger(ledger: Ledger, checked: Checked) -> Dependencies:
    below: Graph = {entry.id: entry.rests_on for entry in ledger.entries}
    verdicts = {report.id: report.verdict for report in checked.reports if ledger.entry(report.id) == report.entry}
    return Dependencies(ledger, below, turned(below), verdicts)
