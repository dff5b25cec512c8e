"""Hypotheses: what a statement assumes and who says so, where its letters range, and what its names stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.judging import StatementReport
from checks.language.assumptions import Assumption
from checks.language.claims import Claim, domain_claims
from checks.language.terms import Symbol, Term
from checks.language.walking import free_symbols, is_increment
from checks.pages.definitions import formulas, used


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An assumption and its source."""

    assumption: Assumption
    source: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A symbol, the claims that bound it, and what it means."""

    symbol: Symbol
    bounds: tuple[Claim, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that a reader must know before the formulas of a statement."""

    hypotheses: tuple[Hypothesis, ...]
    letters: tuple[Letter, ...]
    definitions: tuple[Claim, ...]


def grounds(report: StatementReport) -> Grounds:
    """What a statement stands on."""
    return Grounds(tuple(_hypotheses(report)), tuple(_letters(report)), used(report))


def _hypotheses(report: StatementReport) -> Iterator[Hypothesis]:
    statement = report.statement
    if statement is None:
        return
    cited = tuple(each for step in report.steps for each in step.step.assumptions)
    corrected = statement.correction.given if statement.correction else ()
    for each in dict.fromkeys([*statement.given, *statement.needs, *corrected, *cited]):
        yield Hypothesis(each, each.stated or ("ours: the paper does not state it" if each in statement.needs else "ours"))


def _letters(report: StatementReport) -> Iterator[Letter]:
    said = [*(each.proposition for each in report.claims), *(each.finding.proposition for each in report.findings)]
    parts = [*(part for each in said for part in formulas(each)), *(each.step.claim for each in report.steps)]
    sides = [side for part in parts for side in ((part,) if isinstance(part, Term) else (part.left, part.right))]
    found = {symbol for side in sides for symbol in free_symbols(side) if not is_increment(symbol)}
    for symbol in sorted(found, key=lambda each: (each.name.lower(), each.name)):
        yield Letter(symbol, tuple(domain_claims(symbol)), symbol.meaning or "")
