"""Hypotheses and definitions in LaTeX: numbered, labelled, and set once in a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain as joined

from checks.judging import StatementReport
from checks.language.assumptions import Assumption
from checks.language.claims import Claim, domain_claims
from checks.language.terms import Symbol
from checks.pages.definitions import used
from checks.pages.latex import symbols
from checks.pages.latex.displays import defined, running
from checks.pages.latex.lines import WIDTH
from checks.pages.latex.prose import prose
from checks.pages.latex.references import References
from checks.pages.latex.terms import latex

ROOM = WIDTH - 2.0


def assumed(report: StatementReport) -> tuple[Assumption, ...]:
    """What is assumed: by the statement, by what it needs, by its correction, by its findings and in its calculations."""
    statement = report.statement
    if statement is None:
        return ()
    corrected = statement.correction.given if statement.correction else ()
    noticed = joined.from_iterable(each.given for each in statement.findings)
    cited = joined.from_iterable(step.step.assumptions for step in report.steps)
    return tuple(dict.fromkeys([*statement.given, *statement.needs, *corrected, *noticed, *cited]))


def hypotheses(report: StatementReport, label: str) -> list[str]:
    """The variables with their ranges, then the hypotheses, numbered and labelled, those of the statement first."""
    given, needs = (len(report.statement.given), report.statement.needs) if report.statement else (0, ())
    ranges = ", ".join(dict.fromkeys(f"${_range(each)}$" for each in _symbols(report)))
    items = [rf"  \item\label{{{label}:H{number}}} {_assumption(each, needs)}" for number, each in enumerate(assumed(report), start=1)]
    own, cited = items[:given], items[given:]
    first = f"For all {ranges}{':' if own else '.'}" if ranges else r"\mbox{}"
    head = [rf"\paragraph{{Hypotheses.}} {first}"] if ranges or own else []
    further = [r"\paragraph{Cited below.}\mbox{}"] if cited else []
    return [*head, *listed(own, "H"), *further, *listed(cited, "H", given)]


def listed(items: Sequence[str], letter: str = "", after: int = 0) -> list[str]:
    """Items numbered in parentheses from the next number on, one close to the other where they are single lines."""
    number = rf"\renewcommand{{\theenumi}}{{{letter}\arabic{{enumi}}}}\renewcommand{{\labelenumi}}{{(\theenumi)}}"
    spaced = r"\setlength{\itemsep}{1pt}\setlength{\parsep}{0pt}" if letter else ""
    start = rf"\setcounter{{enumi}}{{{after}}}" if after else ""
    return [rf"\begin{{enumerate}}{number}{spaced}{start}", *items, r"\end{enumerate}"] if items else []


def _assumption(each: Assumption, needs: Iterable[Assumption]) -> str:
    source = prose(each.stated) if each.stated else "the paper does not state it" if each in needs else "ours"
    return rf"${running(each.claim)}$, \ {prose(each.name)} ({source})"


def _range(symbol: Symbol) -> str:
    bounds = domain_claims(symbol)
    return r",\ ".join(map(latex, bounds)) if bounds else rf"{symbols.symbol(symbol).latex} \in \mathbb{{R}}"


def _symbols(report: StatementReport) -> list[Symbol]:
    found = {symbol for step in report.steps for symbol in step.step.claim.symbols if not symbol.name.startswith("d(")}
    return sorted(found, key=lambda each: (each.name.lower(), each.name))


def meant(report: StatementReport, references: References) -> list[str]:
    """What the letters stand for; a definition that stands elsewhere is referred to."""
    shown = used(report)
    own = [each for each in shown if each not in references.definitions]
    places: dict[str, list[Claim]] = {}
    for each in shown:
        if each in references.definitions:
            places.setdefault(references.definitions[each], []).append(each)
    known = "; ".join(rf"{', '.join(f'${latex(each.left)}$' for each in several)} as in {place}" for place, several in places.items())
    head = [r"\paragraph{Definitions.} " + (f"{known}." if known else r"\mbox{}")] if shown else []
    return [*head, *([defined(own, room=ROOM)] if own else [r"\par"] * bool(head))]
