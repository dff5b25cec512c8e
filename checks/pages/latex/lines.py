"""Lines: a formula that is too wide is broken before its signs, between terms rather than within them."""

from __future__ import annotations

from dataclasses import replace

from checks.language.notation import NEGATIVE, POWER, SUM
from checks.language.terms import Negative, Product, Sum, Term
from checks.pages.latex.boxes import BRACKET, OPERATOR, Box, joined
from checks.pages.latex.terms import boxed, summands

WIDTH = 45.0  # of a line, in em
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
            first, *rest = (boxed(each).at_least(POWER) for each in factors)
            return (first, *(Box(rf"\cdot {box.latex}", SUM, box.width + OPERATOR / 2, box.tall) for box in rest))
        case _:
            return (boxed(term),)


def _within(term: Term, box: Box, room: float) -> tuple[Box, ...]:
    """A summand, opened up where it is itself a subtracted sum or a product that does not fit."""
    if box.width <= room:
        return (box,)
    inner = term.term if isinstance(term, Negative) else term
    if isinstance(inner, Sum):
        sign = "-" if isinstance(term, Negative) else "+"
        first, *middle, last = _pieces(inner, room)
        left, right = (r"\Bigl(", r"\Bigr)") if box.tall else (r"\bigl(", r"\bigr)")
        opened = replace(first, latex=f"{sign} {left} {first.latex}", width=first.width + OPERATOR + BRACKET)
        return (opened, *middle, replace(last, latex=f"{last.latex} {right}", width=last.width + BRACKET))
    if isinstance(inner, Product):
        first, *rest = _pieces(inner, room)
        sign = box.latex[0] if box.latex[0] in "+-" else ""
        return (replace(first, latex=f"{sign} {first.latex}", width=first.width + OPERATOR), *rest)
    return (box,)


def _filled(pieces: tuple[Box, ...], room: float) -> tuple[Box, ...]:
    """Pieces set one after another, on a new line where the old one is full."""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        together = joined(lines[-1], piece, level=min(SUM, NEGATIVE))
        lines[-1:] = [together] if together.width <= room else [lines[-1], piece]
    return tuple(lines)
