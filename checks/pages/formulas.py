"""Formulas on one line: in the language of the shell, in Unicode, and in LaTeX."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from checks.language.claims import Claim
from checks.language.notation import ascii_text, unicode_text
from checks.language.orders import Goal, Order
from checks.language.propositions import Proposition
from checks.language.terms import Term
from checks.pages.phrases import ascii_line, unicode_line
from checks.reading.formulas import Both, Chosen, Denied, Either, Equivalent, ForAll, Formula, If


@dataclass(frozen=True, slots=True)
class Signs:
    """How one way of writing says claims and what joins them."""

    claim: Callable[[Term | Goal], str]
    proposition: Callable[[Proposition], str]
    both: str
    either: str
    denied: str
    implies: str
    equivalent: str
    exists: str
    for_all: str
    within: str
    infinity: str
    minus: str


def ascii_formula(formula: Formula) -> str:
    """The formula in the language of the shell."""
    return written(formula, Signs(ascii_text, ascii_line, " and ", " or ", "not ", " => ", " <=> ", "exists ", "for all ", " in ", "oo", "-"))


def unicode_formula(formula: Formula) -> str:
    """The formula as a reader likes it on a terminal."""
    return written(formula, Signs(unicode_text, unicode_line, " and ", " or ", "not ", " ⇒ ", " ⇔ ", "there is ", "for all ", " ∈ ", "∞", "−"))


def latex_formula(formula: Formula) -> str:
    """The formula in LaTeX, without dollar signs."""
    from checks.pages.latex.displays import inline
    from checks.pages.latex.terms import latex

    words = (
        r" \text{ and } ",
        r" \text{ or } ",
        r"\lnot ",
        r" \implies ",
        r" \iff ",
        r"\text{there is } ",
        r"\text{for all } ",
        r" \in ",
        r"\infty",
        "-",
    )
    return written(formula, Signs(latex, inline, *words))


EQUIVALENT, IMPLIES, EITHER, BOTH, SINGLE = range(5)


def written(formula: Formula, signs: Signs) -> str:
    """The formula on one line."""
    return _written(formula, signs)[0]


def _written(formula: Formula, signs: Signs) -> tuple[str, int]:
    match formula:
        case Claim() | Order():
            return signs.claim(formula), SINGLE
        case Both(parts):
            return _joined(parts, signs.both, BOTH, signs), BOTH
        case Either(parts):
            return _joined(parts, signs.either, EITHER, signs), EITHER
        case Denied(part):
            return f"{signs.denied}{_inside(part, SINGLE, signs)}", SINGLE
        case If(condition, consequence):
            return f"{_inside(condition, EITHER, signs)}{signs.implies}{_inside(consequence, IMPLIES, signs)}", IMPLIES
        case Equivalent(left, right):
            return f"{_inside(left, IMPLIES, signs)}{signs.equivalent}{_inside(right, IMPLIES, signs)}", EQUIVALENT
        case Chosen(symbol, value, part):
            return f"{signs.exists}{signs.claim(Claim(symbol, '=', value))}: {written(part, signs)}", EQUIVALENT
        case ForAll(symbol, bounds, part):
            return f"{signs.for_all}{signs.claim(symbol)}{signs.within}{_interval(bounds, signs)}: {written(part, signs)}", EQUIVALENT
        case _:
            return signs.proposition(formula), EQUIVALENT


def _interval(bounds: tuple[Claim, ...], signs: Signs) -> str:
    """The interval that bounds make: at most one below and one above."""
    below = next((each for each in bounds if each.relation in (">", ">=")), None)
    above = next((each for each in bounds if each.relation in ("<", "<=")), None)
    low = f"({signs.minus}{signs.infinity}" if below is None else f"{'[' if below.relation == '>=' else '('}{signs.claim(below.right)}"
    high = f"{signs.infinity})" if above is None else f"{signs.claim(above.right)}{']' if above.relation == '<=' else ')'}"
    return f"{low}, {high}"


def _joined(parts: Iterable[Formula], sign: str, level: int, signs: Signs) -> str:
    return sign.join(_inside(part, level + 1, signs) for part in parts)


def _inside(part: Formula, least: int, signs: Signs) -> str:
    text, level = _written(part, signs)
    return text if level >= least else f"({text})"
