"""Witnesses in LaTeX: the point at which a claim breaks, its values under the letters of the claim, and what is seen there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from checks.language.notation import ascii_text
from checks.language.propositions import Proposition
from checks.language.terms import Symbol, Term
from checks.language.walking import subterms, unfolded
from checks.pages.definitions import formulas
from checks.pages.latex import symbols
from checks.pages.latex.prose import prose
from checks.pages.latex.terms import boxed
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Verdict, Witness, explanation

DIGITS = re.compile(r"(?<![\d.])(\d*\.0*[1-9]\d{9})\d+(?![\d.e])")  # the first ten that count, where there are more
NOWHERE = Witness({})
LONG = re.compile(r"\d{12}(?=\d)")  # within an integer, where TeX may break it
VALUE = re.compile(r"-?[\d./]+(?:e[+-]?\d+)?(?: \+/- [\d.e+-]+)?")


def broken(verdict: Verdict, proposition: Proposition) -> str:
    """Where a claim breaks, as a sentence; empty where it does not."""
    match verdict:
        case Proved() | Certified():
            return ""
        case Refuted(witness, says=says) if says:
            return f"False {point(witness, proposition)}: {prose(says)}."
        case Refuted(witness, left, right):
            there = f"the left side is {value(left)} and the right side {value(right)}"
            return f"False {point(witness, proposition)}, where {there}." if witness != NOWHERE else f"False: {there}."
        case IllDefined(subterm, reason, witness):
            return f"Not defined {point(witness, proposition)}: in {part(subterm, proposition)}, {prose(reason)}."
        case _:
            return f"{prose(explanation(verdict)).capitalize()}."


def point(witness: Witness, proposition: Proposition) -> str:
    """At which point, or along which path."""
    letters = {each.name: each for each in _symbols(proposition)}
    values = [f"${_letter(name, letters)} = {_number(number)}$" for name, number in sorted(witness.values.items())]
    solved = [_solved(name, text, letters) for name, text in sorted(witness.solved.items())]
    written = [*values, *solved, *(_spelled(name, text) for name, text in sorted(witness.functions.items()))]
    return f"at {', '.join(written)}" if written else "without any variable"


def value(text: str) -> str:
    """A number as an engine writes it, or whatever else it says."""
    if not VALUE.fullmatch(text):
        return prose(text)
    return f"${shortened(text)}$" if "+/-" not in text else "$" + text.replace("+/-", r"\pm") + "$"


def shortened(written: str) -> str:
    r"""What is written, its decimal fractions no longer than a reader wants, its integers breakable.

    >>> shortened("0.17825189149497607287 and 1.7")
    '0.1782518914\\ldots{} and 1.7'
    """
    return LONG.sub(r"\g<0>\\allowbreak ", DIGITS.sub(r"\1\\ldots{}", written))


def part(subterm: str, proposition: Proposition) -> str:
    """The part of a proposition that is written so, in LaTeX."""
    found = next((each for each in _parts(proposition) if ascii_text(each) == subterm), None)
    return prose(subterm) if found is None else rf"$\displaystyle {boxed(found).latex}$"


def _parts(proposition: Proposition) -> Iterator[Term]:
    for item in formulas(proposition):
        for side in (item,) if isinstance(item, Term) else (item.left, item.right):
            yield from subterms(side)
            yield from subterms(unfolded(side))


def _symbols(proposition: Proposition) -> Iterator[Symbol]:
    return (each for each in _parts(proposition) if isinstance(each, Symbol))


def _letter(name: str, letters: Mapping[str, Symbol]) -> str:
    return (symbols.symbol(letters[name]) if name in letters else symbols.named(name)).latex


def _number(number: Fraction) -> str:
    return str(number)


def _solved(name: str, text: str, letters: Mapping[str, Symbol]) -> str:
    """A value that is no rational number: an enclosure, a formula or a path."""
    if VALUE.fullmatch(text):
        return rf"${_letter(name, letters)} \approx$ {value(text)}"
    return _spelled(name, text)


def _spelled(name: str, text: str) -> str:
    if name == "path":
        return f"along {prose(text)}"
    return prose(f"{name} {text}" if text.startswith("tends") else f"{name} = {text}")
