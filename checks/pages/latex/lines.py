"""Lines: a formula that is too wide is broken before its signs, between terms rather than within them."""

from __future__ import annotations

from dataclasses import replace

from checks.language.notation import NEGATIVE, POWER, SUM
from checks.language.terms import Negative, Product, Sum, Term
from checks.pages.latex.boxes import BRACKET, OPERATOR, Box, joined
from checks.pages.latex.terms import boxed, flat, summands

WIDTH = 45.0  # of a line, in em
DOT = r"\cdot "
SIZES = ((1.0, ""), (1 / 0.9, r"\small"), (1 / 0.8, r"\footnotesize"), (1 / 0.7, r"\scriptsize"), (1 / 0.5, r"\tiny"))


def broken(term: Term, room: float) -> tuple[Box, ...]:
    """The term on as many lines as it needs, if it can be broken there at all."""
    whole = boxed(term)
    return (whole,) if whole.width <= room else _filled(_pieces(term, room), room)


def size(widest: float, room: float) -> str:
    """The largest type in which a line of that width fits, as a command; empty for the ordinary one."""
    return next((command for gain, command in SIZES if widest <= room * gain), SIZES[-1][1])


def _pieces(term: Term, room: float) -> tuple[Box, ...]:
    match term:
        case Sum(terms):
            return tuple(piece for each, box in zip(terms, summands(terms), strict=True) for piece in _within(each, box, room))
        case Product(factors):
            first, *rest = (_opened(each, room) for each in flat(factors))
            return (*first, *(piece for head, *tail in rest for piece in (_dotted(head), *tail)))
        case _:
            return (boxed(term),)


def _dotted(factor: Box) -> Box:
    return replace(factor, latex=f"{DOT}{factor.latex}", width=factor.width + OPERATOR / 2)


def _opened(factor: Term, room: float) -> tuple[Box, ...]:
    """A factor, in several pieces where it is a sum that does not fit."""
    box = boxed(factor).at_least(POWER)
    return (box,) if box.width <= room or not isinstance(factor, Sum) else _enclosed(_pieces(factor, room), is_tall=box.tall)


def _enclosed(pieces: tuple[Box, ...], *, is_tall: bool) -> tuple[Box, ...]:
    """The pieces of a sum in brackets, which open on one line and may close on another."""
    first, *middle, last = pieces
    left, right = (r"\Bigl(", r"\Bigr)") if is_tall else (r"\bigl(", r"\bigr)")
    opened = replace(first, latex=f"{left} {first.latex}", width=first.width + BRACKET)
    return (opened, *middle, replace(last, latex=f"{last.latex} {right}", width=last.width + BRACKET))


def _within(term: Term, box: Box, room: float) -> tuple[Box, ...]:
    """A summand, opened up where it is itself a sum or a product that does not fit."""
    inner = term.term if isinstance(term, Negative) else term
    if box.width <= room or not isinstance(inner, Sum | Product):
        return (box,)
    pieces = _pieces(inner, room)
    first, *rest = _enclosed(pieces, is_tall=box.tall) if isinstance(inner, Sum) else pieces
    sign = "- " if isinstance(term, Negative) else "+ " if box.latex.startswith("+") else ""
    return (replace(first, latex=f"{sign}{first.latex}", width=first.width + OPERATOR), *rest)


def _filled(pieces: tuple[Box, ...], room: float) -> tuple[Box, ...]:
    """Pieces set one after another, on a new line where the old one is full."""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        bare = piece.latex.removeprefix(DOT)
        beside = piece if bare[:1].isdigit() else replace(piece, latex=bare)
        together = joined(lines[-1], beside, level=min(SUM, NEGATIVE))
        lines[-1:] = [together] if together.width <= room else [lines[-1], piece]
    return tuple(lines)
