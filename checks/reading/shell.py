"""Plain text cut into words: ASCII as it is typed in a shell, and the mathematical signs of Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.reading.faults import NotRead
from checks.reading.words import ALIASES, FUNCTIONS, Word, ascii_name

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
SIGNS = {
    "=>": ("IMPLIES", "⇒ ⟹"), "<=>": ("IFF", "⇔ ⟺"), "->": ("TENDS", "→ ⟶"), "=": ("EQUAL", "=="), "~": ("SIMILAR", "∼"),
    "<=": ("RELATION", "≤ ⩽ =<"), ">=": ("RELATION", "≥ ⩾"), "!=": ("RELATION", "≠ <>"), "<": ("RELATION", ""), ">": ("RELATION", ""),
    "+": ("PLUS", ""), "-": ("MINUS", "− –"), "*": ("TIMES", "· × ⋅"), "/": ("DIVIDE", "÷"), "**": ("POWER", "^"),
    "(": ("LPAR", ""), ")": ("RPAR", ""), "[": ("LBRACKET", ""), "]": ("RBRACKET", ""), "|": ("BAR", ""), ",": ("COMMA", ""), ":": ("COLON", ""),
    "in": ("IN", "∈"), "and": ("AND", "∧ &&"), "or": ("OR", "∨"), "not": ("NOT", "¬"), "exists": ("EXISTS", "∃"), "sqrt": ("FUNCTION", "√"),
}  # fmt: skip
KINDS = {text: (kind, value) for value, (kind, others) in SIGNS.items() for text in (value, *others.split())}
WORDS = {"as": "AS"} | {name: kind for name, (kind, _) in KINDS.items() if name.isalpha() and kind != "FUNCTION"}
ORDERED = sorted((text for text in KINDS if not text.isalpha()), key=len, reverse=True)
PIECE = re.compile(
    r"(?P<space>\s+)|(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?P<all>for\s+all\b|∀)|(?P<uniformly>uniformly\s+in\b)"
    r"|(?P<landau>(?:O|o|Omega|Theta|Ω|Θ)(?=\s*\())|(?P<name>(?![⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ])[^\W\d](?:(?![⁰¹²³⁴⁵⁶⁷⁸⁹])\w)*|∞)|(?P<sign>"
    + "|".join(map(re.escape, ORDERED))
    + ")"
)

INSTEAD = {
    "{": "group with parentheses, or read LaTeX with --latex",
    "\\": "read LaTeX with --latex",
    "$": "leave the dollar signs out",
    ";": "give each claim its own --given",
    "'": "name the symbol with letters, digits and underscores",
    "!": "write != for unequal; there is no factorial",
    "%": "write a part of a hundred as a fraction, such as 5/100",
    "&": "write and",
    '"': "leave the quotation marks out",
    ".": "write a digit before or behind the point",
}


def words(text: str) -> Iterator[Word]:
    """The words of a text.

    Raises:
        NotRead: at a letter that belongs to none.
    """
    at = 0
    while at < len(text):
        found = PIECE.match(text, at)
        if found is None:
            raise NotRead(text, at + 1, f"{text[at]!r} is no sign of the language", INSTEAD.get(text[at], ""))
        yield from _words(found)
        at = found.end()


def _words(found: re.Match[str]) -> Iterator[Word]:
    text, start = found[0], found.start()
    match found.lastgroup:
        case "number":
            yield Word("NUMBER", text, text, start)
        case "raised":
            yield Word("POWER", "**", text[0], start)
            if text[0] == "⁻":
                yield Word("MINUS", "-", text[0], start)
            yield Word("NUMBER", "".join(RAISED[digit] for digit in text.lstrip("⁻")), text.lstrip("⁻"), start + (text[0] == "⁻"))
        case "all":
            yield Word("FOR_ALL", text, text, start)
        case "uniformly":
            yield Word("UNIFORMLY", text, text, start)
        case "landau":
            yield Word("LANDAU", ascii_name(text), text, start)
        case "name":
            yield _name(text, start)
        case "sign":
            kind, value = KINDS[text]
            yield Word(kind, value, text, start)


def _name(text: str, start: int) -> Word:
    if text in WORDS:
        return Word(WORDS[text], text, text, start)
    if text in FUNCTIONS or text in ALIASES:
        return Word("FUNCTION", FUNCTIONS.get(text) or ALIASES[text], text, start)
    return Word("NAME", ascii_name(text), text, start)
