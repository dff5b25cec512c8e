"""Joining: words put together, with the sign of a product where LaTeX leaves it out."""

from __future__ import annotations

from checks.reading.latex.pieces import Piece
from checks.reading.latex.signs import OPERANDS
from checks.reading.words import Word


def at(kind: str, value: str, piece: Piece) -> Word:
    """A word that a piece stands for."""
    return Word(kind, value, piece.text, piece.start)


def parenthesised(inner: list[Word], piece: Piece) -> list[Word]:
    """Words in parentheses."""
    return [at("LPAR", "(", piece), *inner, at("RPAR", ")", piece)]


def called(name: str, sign: Piece, *arguments: list[Word]) -> list[Word]:
    """A function of several arguments, the first of which is put in parentheses."""
    first, *others = arguments
    found = [at("FUNCTION", name, sign), at("LPAR", "(", sign), *parenthesised(first, sign)]
    for each in others:
        found += [at("COMMA", ",", sign), *each]
    return [*found, at("RPAR", ")", sign)]


def join(found: list[Word], more: list[Word]) -> None:
    """Puts words behind others, with the sign of a product between two operands."""
    if found and more and found[-1].kind in OPERANDS and more[0].kind in ("NAME", "LPAR", "FUNCTION"):
        found.append(Word("TIMES", "*", "", more[0].start))
    found += more
