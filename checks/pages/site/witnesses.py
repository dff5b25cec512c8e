"""Witnesses: where a claim breaks, as a table of exact values, and what its sides are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from checks.judging import ClaimReport, FindingReport, StepReport
from checks.language.orders import Goal
from checks.language.terms import Term
from checks.language.walking import free_symbols
from checks.pages.definitions import formulas
from checks.pages.latex import latex
from checks.pages.latex.symbols import named
from checks.pages.prose import readable
from checks.reconciling import example
from checks.verdicts import IllDefined, Refuted, Verdict, Witness


@dataclass(frozen=True, slots=True)
class Table:
    """A witness.

    Attributes:
        values: symbols in LaTeX with what they are, in words; exact, but where an assumed equation fixes them.
        seen: labels with what is seen there.
    """

    values: tuple[tuple[str, str], ...]
    seen: tuple[tuple[str, str], ...]


def witness(report: ClaimReport | FindingReport | StepReport) -> Table | None:
    """The table of what refutes a claim; none where nothing does."""
    point = example(report.verdict)
    if point is None or not isinstance(report.verdict, Refuted | IllDefined):
        return None
    return Table(tuple(_values(point, _letters(_said(report)))), tuple(_seen(report.verdict)))


def _said(report: ClaimReport | FindingReport | StepReport) -> tuple[Term | Goal, ...]:
    match report:
        case StepReport(step=step):
            return (step.claim,)
        case FindingReport(finding=finding):
            return formulas(finding.proposition)
        case ClaimReport(proposition=proposition):
            return formulas(proposition)
        case _:
            assert_never(report)


def _letters(said: Iterable[Term | Goal]) -> dict[str, str]:
    """Symbols in LaTeX, by name."""
    sides = [side for part in said for side in ((part,) if isinstance(part, Term) else (part.left, part.right))]
    return {symbol.name: latex(symbol) for side in sides for symbol in free_symbols(side)}


def _values(point: Witness, letters: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in sorted({**{name: str(value) for name, value in point.values.items()}, **point.solved}.items()):
        yield _letter(name, letters), readable(value)
    for function, body in sorted(point.functions.items()):
        yield _letter(function, letters), readable(body)


def _letter(name: str, letters: Mapping[str, str]) -> str:
    """A name in LaTeX, as words where it is none, such as f(x)."""
    return letters.get(name) or (named(name).latex if name.isidentifier() else rf"\text{{{readable(name)}}}")


def _seen(verdict: Verdict) -> Iterator[tuple[str, str]]:
    match verdict:
        case Refuted(says=says) if says:
            yield "there", readable(says)
        case Refuted(left=left, right=right):
            yield "left side", left.replace("-", "−")
            yield "right side", right.replace("-", "−")
        case IllDefined(subterm, reason):
            yield "not defined", f"{readable(subterm)}: {reason}"
