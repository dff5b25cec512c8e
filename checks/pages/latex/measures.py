"""Measures: about how wide somebody else's LaTeX is set, and where it may be broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from checks.pages.latex.boxes import BRACKET, CAPITAL, DIGIT, LETTER, OPERATOR, RELATION, SCRIPT

PIECE = re.compile(r"\\[A-Za-z]+\*?|\\.|[{}]|[^\\{}]", re.DOTALL)
WORDED = ("text", "mathrm", "operatorname", "operatorname*")
FRACTIONS = ("frac", "tfrac", "dfrac")
SIGNS = {
    **dict.fromkeys(("le", "ge", "ne", "to", "sim", "approx", "propto", "lesssim", "triangleq", "in"), RELATION),
    **dict.fromkeys(("displaystyle", "hat", "!"), 0.0), **dict.fromkeys(("left", "right", "Big"), 0.3),
    **dict.fromkeys((",", ";", ":"), 0.25),
    **dict.fromkeys(("ln", "max", "min", "lim", "log"), 3 * DIGIT),
    "quad": 1.0, "qquad": 2.0, " ": 0.35, "cdot": OPERATOR / 2, "sqrt": LETTER, "iff": 2.5, "implies": 2.5,
    **dict.fromkeys("=<>", RELATION), **dict.fromkeys("+-", OPERATOR), **dict.fromkeys("()[]|,;.", BRACKET), **dict.fromkeys("0123456789", DIGIT),
    **dict.fromkeys("{}^_$ \n&", 0.0),
}  # fmt: skip
BREAKING = ("=", "<", ">", "+", "-", r"\le", r"\ge", r"\implies", r"\iff", r"\cdot", r"\text")
OPENING, CLOSING = ("{", "(", "[", r"\left"), ("}", ")", "]", r"\right")
PAUSES = (r"\ ", r"\quad", r"\qquad")


def printed_width(latex: str) -> float:
    r"""The width in em; the wider part of a fraction counts, and scripts count less.

    >>> printed_width(r"\frac{a + b}{c}") == printed_width("a + b"), printed_width("x^{n}") < printed_width("xn")
    (True, True)
    """
    return _width(PIECE.findall(latex))


def lines(latex: str, room: float) -> tuple[str, ...]:
    """The formula on as many lines as it needs, broken after its pauses, and before its signs where that is not enough."""
    parts = [part for pause in _cut(PIECE.findall(latex), _pauses) for part in ([pause] if printed_width(pause) <= room else _signed(pause))]
    out = [""]
    for part in parts:
        fits = not out[-1] or printed_width(out[-1] + part) <= room
        out[-1:] = [out[-1] + part] if fits else [out[-1].rstrip(), part.lstrip()]
    return tuple(out)


def _signed(part: str) -> list[str]:
    return list(_cut(PIECE.findall(part), _opens))


def _pauses(before: str, _: str) -> bool:
    return before in PAUSES


def _opens(before: str, piece: str) -> bool:
    return piece in BREAKING and before not in ("", *BREAKING)


def _cut(pieces: list[str], is_place: Callable[[str, str], bool]) -> Iterator[str]:
    """The formula cut at its places outside all brackets, which are told by what stands before and after them."""
    part, depth, before = "", 0, ""
    for piece in pieces:
        if depth == 0 and is_place(before, piece):
            yield part
            part = ""
        depth = max(0, depth + (piece in OPENING) - (piece in CLOSING))
        part += piece
        before = before if piece.isspace() else piece
    yield part


def _width(pieces: list[str]) -> float:
    """The width of the pieces up to a closing brace; takes them from the front of the list."""
    width = 0.0
    while pieces:
        piece = pieces.pop(0)
        if piece == "}":
            break
        width += _piece(piece, pieces)
    return width


def _piece(piece: str, pieces: list[str]) -> float:
    name = piece.removeprefix("\\")
    if piece == "{":
        return _width(pieces)
    if piece in ("^", "_"):
        return SCRIPT * _group(pieces)
    if piece.startswith("\\") and name in WORDED:
        return _words(pieces)
    if piece.startswith("\\") and name in FRACTIONS:
        return max(_group(pieces), _group(pieces))
    return SIGNS.get(name, CAPITAL if name[0].isupper() else LETTER)


def _group(pieces: list[str]) -> float:
    while pieces and pieces[0].isspace():
        pieces.pop(0)
    return _piece(pieces.pop(0), pieces) if pieces else 0.0


def _words(pieces: list[str]) -> float:
    words = 0
    while pieces and pieces.pop(0) != "}":
        words += 1
    return DIGIT * words
