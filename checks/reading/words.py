"""Words: what both ways of writing claims are cut into, with the column at which each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from checks.letters import CAPITALS, GREEK
from checks.reading.faults import NotRead

MOST_CHARACTERS = 20_000
MOST_DIGITS = 1000  # of a number, written out
FUNCTIONS = {name: name for name in ("log", "exp", "sqrt", "abs", "min", "max", "diff", "integral", "limit")} | {"ln": "log"}
ALIASES = {"Derivative": "diff", "Integral": "integral", "Limit": "limit"}  # as reports in ASCII write them
LANDAU = ("O", "o", "Omega", "Theta")
VARIANTS = {"ϕ": "phi", "ϵ": "epsilon", "ϑ": "theta", "ϱ": "rho", "ς": "sigma", "λ": "lambda", "Λ": "Lambda", "∞": "oo"}
NAMES = {letter: name for name, letter in (GREEK | CAPITALS).items()} | VARIANTS
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
SIGNS = {name: letter for letter, name in VARIANTS.items() if name in ("lambda", "Lambda")}  # which a symbol of that name is shown with


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the language.

    Attributes:
        kind: its name in the grammar.
        value: what it means, such as `log` for ln, or `<=` for ≤.
        text: as it is written.
        start: where, counted from 0.
    """

    kind: str
    value: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Behind its last letter."""
        return self.start + len(self.text)


def ascii_name(text: str) -> str:
    """A name with its Greek letters spelled out: `α_1` is `alpha_1`, and so is `α₁`."""
    return "_".join(NAMES.get(part, part) for part in re.sub("[₀-₉]+", _lowered, text).split("_"))


def _lowered(found: re.Match[str]) -> str:
    return "_" + "".join(LOWERED[digit] for digit in found[0])


def number(text: str, whole: str, column: int) -> tuple[Fraction, bool]:
    """An exact number and whether it is written as a whole one.

    Raises:
        NotRead: where its digits are too many.
    """
    digits, _, exponent = text.lower().partition("e")
    if len(digits) > MOST_DIGITS or len(exponent.lstrip("+-0")) > 4 or abs(int(exponent or "0")) > MOST_DIGITS:
        raise NotRead(whole, column, f"the number has over {MOST_DIGITS} digits", "write it as a power, such as 10**5000")
    return Fraction(text), digits.isdecimal() and not exponent
