"""Operators in LaTeX: fractions that are derivatives, limits and integrals, each with how far what they apply to goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.reading.latex.joining import at, called, join, parenthesised
from checks.reading.latex.names import name
from checks.reading.latex.pieces import Piece, Stream
from checks.reading.latex.signs import LETTERS, RELATIONS
from checks.reading.words import Word

if TYPE_CHECKING:
    from checks.reading.latex.reader import Reader

DIFFERENTIAL = r"(?:\\mathrm\{d\}|\\partial|d)\s*"
DERIVED = re.compile(rf"\s*{DIFFERENTIAL}(?:\^\{{?(\d+)\}}?)?\s*")
BELOW = re.compile(rf"\s*{DIFFERENTIAL}((?:\\[A-Za-z]+|[A-Za-z])(?:_(?:\w|\{{\w+\}}))?)\s*(?:\^\{{?(\d+)\}}?)?\s*")


def fraction(reader: Reader) -> list[Word]:
    """A fraction, or a derivative that is written like one."""
    sign = reader.stream.take()
    above = reader.stream.raw_group()
    if DERIVED.fullmatch(above) and _is_derivative(reader):
        return _derivative(reader, sign)
    over, under = reader.argument(), reader.argument()
    return parenthesised([*over, at("DIVIDE", "/", sign), *under], sign)


def _is_derivative(reader: Reader) -> bool:
    inside = re.match(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}", reader.stream.text[reader.stream.start :])
    return inside is not None and BELOW.fullmatch(inside[1]) is not None


def _derivative(reader: Reader, sign: Piece) -> list[Word]:
    above = DERIVED.fullmatch(reader.stream.raw_group())
    reader.stream.skip_group()
    below = BELOW.fullmatch(reader.stream.raw_group())
    moved = name(Stream(below[1] if below else "")).value
    start = reader.stream.start
    reader.stream.skip_group()
    order = (above[1] if above else None) or "1"
    if below is None or (below[2] or "1") != order:
        raise reader.stream.fault("the orders above and below the line differ", "write \\frac{d^2}{dx^2}", start)
    term = _scope(reader, "the derivative", moved)
    variable = Word("NAME", moved, moved, start)
    return called("diff", sign, term, [variable], *([[at("NUMBER", order, sign)]] if order != "1" else []))


def limit(reader: Reader) -> list[Word]:
    """A limit, of the product behind it."""
    sign = reader.stream.take()
    reader.stream.take("_")
    if re.search(r"\^\s*\{?[+-]\}?\s*$", reader.stream.raw_group()):
        raise reader.stream.fault("a limit from one side is said by the domain", "write x \\to 0 with --given 'x > 0'", sign.start)
    reader.stream.take("{")
    inside = reader.sequence(("}",))
    reader.stream.take("}")
    if len(inside) < 3 or inside[0].kind != "NAME" or inside[1].kind != "TENDS":
        raise reader.stream.fault("a limit says what tends to what", "write \\lim_{x \\to \\infty}", sign.start)
    return called("limit", sign, _scope(reader, "the limit", inside[0].value), [inside[0]], inside[2:])


def _scope(reader: Reader, what: str, variable: str) -> list[Word]:
    """The product that an operator applies to; it is refused where the sum goes on with the same variable."""
    start = reader.stream.start
    term = reader.sequence((",",), product=True)
    if not term:
        raise reader.stream.fault(f"{what} has nothing behind it", "write what it is taken of, in parentheses if it is a sum or negative", start)
    if reader.stream.shows("+", "-", "−"):
        rest = reader.stream.rest()
        end = next((place for place, text in enumerate(rest) if text == "=" or text in RELATIONS), len(rest))
        if any(LETTERS.get(text, text) == variable for text in rest[:end]):
            raise reader.stream.fault(f"{what} could end here or go on", "put what it is taken of in parentheses")
    return term


def integral(reader: Reader) -> list[Word]:
    """An integral, of everything up to its differential."""
    sign = reader.stream.take()
    ends = dict[str, list[Word]]()
    while reader.stream.shows("_", "^"):
        side = reader.stream.take().text
        ends[side] = reader.argument()
    if set(ends) != {"_", "^"}:
        raise reader.stream.fault("an integral needs both its ends", "write \\int_a^b", sign.start)
    term = list[Word]()
    while not is_differential(reader):
        if reader.stream.next is None or reader.stream.shows("=", "}", ")", "]", *RELATIONS):
            raise reader.stream.fault("the variable of integration is missing", "write dx behind what is integrated")
        join(term, reader.item(term))
    if reader.stream.taken(r"\mathrm"):
        reader.stream.skip_group()
    else:
        reader.stream.take()
    if not term:
        raise reader.stream.fault("there is nothing to integrate", "write it before dx")
    return called("integral", sign, term, [name(reader.stream)], ends["_"], ends["^"])


def is_differential(reader: Reader) -> bool:
    """Whether a differential comes next."""
    if reader.stream.shows(r"\mathrm"):
        return reader.worded() == "d"
    following = reader.stream.ahead()
    return reader.stream.shows("d") and ((len(following) == 1 and following.isalpha()) or following in LETTERS)
