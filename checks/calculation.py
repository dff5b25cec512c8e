"""Calculations: proofs set out as on a page, an expression, then `= ...`, `<= ...`, each line with its reason.

    stationarity = calculation(
        "The slope of profit vanishes only at t*",
        Derivative(profit, t),
        equals(omega * f - 2 * n / E - 2 * delta * t, by.differentiation),
        equals(2 * delta * (t_star - t), by.algebra),
    )

The conclusion is the relation between the first expression and the last, by transitivity.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from checks.by import MisusedReason, Reason
from checks.display import Displayed
from checks.language.assumptions import Assumption
from checks.language.claims import Claim
from checks.language.orders import Goal, Order
from checks.language.places import Place, caller
from checks.language.terms import Term, exact
from checks.obligations import Obligation

DOWN, UP = ("=", "<=", "<"), ("=", ">=", ">")


class BrokenChain(ValueError):
    """The relations of a calculation do not compose.

    Attributes:
        title: the calculation's title.
        relations: its relations in order.
    """

    def __init__(self, title: str, relations: tuple[str, ...]) -> None:
        super().__init__(f"the calculation {title!r} chains {' '.join(relations)}, which say nothing about its two ends")
        self.title, self.relations = title, relations


@dataclass(frozen=True, slots=True)
class Line:
    """A displayed line after the first: a relation, an expression, a reason."""

    relation: str
    term: Term
    reason: Reason
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Step(Displayed):
    """A claim, its reason, and the line of the script that wrote it."""

    claim: Goal
    reason: Reason
    place: Place = field(compare=False)

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """The assumptions that the reason cites, itself or through earlier results."""
        cited: dict[Assumption, None] = {}
        for item in self.reason.using:
            for each in (item,) if isinstance(item, Assumption) else item.assumptions:
                cited[each] = None
        return tuple(cited)

    @property
    def cited(self) -> tuple[Claim, ...]:
        """What the assumptions say that the reason itself names."""
        return tuple(item.claim for item in self.reason.using if isinstance(item, Assumption))

    @property
    def obligation(self) -> Obligation:
        """The step made self-contained: it may use what its reason cites, and the domains of its variables."""
        concluded = tuple(item.conclusion for item in self.reason.using if isinstance(item, Calculation))
        earlier = tuple(each for each in concluded if isinstance(each, Claim))
        return Obligation(tuple(each.claim for each in self.assumptions), self.claim, earlier)


@dataclass(frozen=True, slots=True)
class Calculation(Displayed):
    """Steps that make one claim."""

    title: str
    steps: tuple[Step, ...]
    place: Place = field(compare=False)

    @property
    def name(self) -> str:
        """Its title, under which later steps cite it."""
        return self.title

    @property
    def conclusion(self) -> Goal:
        """The claim between the two ends, or the order that is the only step."""
        if isinstance(self.steps[0].claim, Order):
            return self.steps[0].claim
        relations = [step.claim.relation for step in self.steps]
        relation = relations[0] if len(relations) == 1 else _composed(relations)
        return Claim(self.steps[0].claim.left, relation or "=", self.steps[-1].claim.right)

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """All assumptions on which the conclusion rests."""
        return tuple(dict.fromkeys(each for step in self.steps for each in step.assumptions))

    def with_earlier(self) -> Iterator[Calculation]:
        """Every calculation that this one rests on, before it, and itself."""
        for step in self.steps:
            for item in step.reason.using:
                if isinstance(item, Calculation):
                    yield from item.with_earlier()
        yield self


def equals(term: Any, reason: Reason) -> Line:
    """The line `= term`."""
    return _line("=", term, reason)


def is_at_most(term: Any, reason: Reason) -> Line:
    """The line `<= term`."""
    return _line("<=", term, reason)


def is_less_than(term: Any, reason: Reason) -> Line:
    """The line `< term`."""
    return _line("<", term, reason)


def is_at_least(term: Any, reason: Reason) -> Line:
    """The line `>= term`."""
    return _line(">=", term, reason)


def is_greater_than(term: Any, reason: Reason) -> Line:
    """The line `> term`."""
    return _line(">", term, reason)


def calculation(title: str, start: Any, *lines: Line) -> Calculation:
    """A chain of lines.

    Raises:
        BrokenChain: where `<=` and `>=` are mixed.
        MisusedReason: where a reason cannot justify its line.
    """
    if not lines or not all(isinstance(line, Line) for line in lines):
        raise TypeError(f"the calculation {title!r} needs lines such as equals(term, by.algebra) after its first expression")
    left, steps = exact(start), []
    for line in lines:
        steps.append(_step(Claim(left, line.relation, line.term), line.reason, line.place))
        left = line.term
    if len(steps) > 1 and _composed([line.relation for line in lines]) is None:
        raise BrokenChain(title, tuple(line.relation for line in lines))
    return Calculation(title, tuple(steps), caller())


def deduction(title: str, claim: Goal, reason: Reason) -> Calculation:
    """One claim, or one order of growth, that follows from what the reason cites."""
    place = caller()
    return Calculation(title, (_step(claim, reason, place),), place)


def _line(relation: str, term: Any, reason: Reason) -> Line:
    if not isinstance(reason, Reason):
        raise TypeError(f"a line ends with its reason, such as by.algebra, not {reason!r}")
    return Line(relation, exact(term), reason, caller())


def _step(claim: Goal, reason: Reason, place: Place) -> Step:
    try:
        reason.require(claim)
    except MisusedReason as misuse:
        misuse.add_note(f"at {place}")
        raise
    return Step(claim, reason, place)


def _composed(relations: list[str]) -> str | None:
    for chain in (DOWN, UP):
        if set(relations) <= set(chain):
            return max(relations, key=chain.index)
    return None
