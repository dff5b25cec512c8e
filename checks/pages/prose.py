"""Prose: titles and remarks, in which mathematics is typed in ASCII, with its letters and signs as a reader knows them."""

from __future__ import annotations

import re

from checks.letters import CAPITALS, GREEK, SUBSCRIPTS, SUPERSCRIPTS

LETTERS = GREEK | CAPITALS | {"lambda": "λ"}
SIGNS = (("<=>", "⇔"), ("=>", "⇒"), ("->", "→"), ("<=", "≤"), (">=", "≥"), ("!=", "≠"))


def readable(words: str) -> str:
    """The words with Greek letters, relation signs, products and powers in Unicode.

    >>> readable("The n' of a*n**alpha >= b*d**2, where f_{-1}(q) = q - 1 and t* = gamma/2")
    "The n' of a·n^α ≥ b·d², where f₋₁(q) = q − 1 and t* = γ/2"
    """
    words = re.sub(r"\*\*(\d+)(?![\w./])", lambda found: found[1].translate(SUPERSCRIPTS), words)
    words = words.replace("**", "^").replace("_*", "⁎")
    words = re.sub(r"(?<=[\w)\]²³⁎])\*(?=[\w(])(?!\([^()]*,)", "·", words)
    words = re.sub(r"_\{([-+0-9]+)\}", lambda found: found[1].translate(SUBSCRIPTS), words)
    for typed, sign in SIGNS:
        words = words.replace(typed, sign)
    words = re.sub(r"(?<![A-Za-z])(" + "|".join(LETTERS) + r")(?![A-Za-z])", lambda found: LETTERS[found[1]], words)
    return re.sub(r"(?<=[\w)\]²³*⁎]) - (?=[\w(√])", _minus, re.sub(r"(?<![\w)])-(?=[\w(])(?!\w*-)", "−", words))


def _minus(found: re.Match[str]) -> str:
    return " − "
