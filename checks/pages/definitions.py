"""Definitions: the names that formulas use, each with what it stands for, so that a page can be read by itself."""

from __future__ import annotations

from collections.abc import Iterable

from checks.judging import StatementReport
from checks.language.claims import Claim
from checks.language.orders import Goal
from checks.language.propositions import Proposition
from checks.language.terms import Defined, Term
from checks.language.walking import definitions
from checks.pages.phrases import phrases


def behind(items: Iterable[Term | Goal]) -> tuple[Claim, ...]:
    """The definitions behind terms and claims as equations, in the order met."""
    sides = [side for item in items for side in ((item,) if isinstance(item, Term) else (item.left, item.right))]
    met = dict.fromkeys(definition for side in sides for definition in definitions(side))
    return tuple(Claim(Defined(definition, definition.parameters), "=", definition.body) for definition in met)


def formulas(proposition: Proposition) -> tuple[Term | Goal, ...]:
    """The terms and claims that a proposition shows."""
    return tuple(part for phrase in phrases(proposition) for part in phrase if not isinstance(part, str))


def used(report: StatementReport) -> tuple[Claim, ...]:
    """The definitions behind everything that is said about a statement."""
    shown = [each.proposition for each in report.claims] + [each.finding.proposition for each in report.findings]
    assumed = [each.claim for each in report.statement.given] + [each.claim for each in report.statement.needs] if report.statement else []
    return behind([*(part for each in shown for part in formulas(each)), *(step.step.claim for step in report.steps), *assumed])
