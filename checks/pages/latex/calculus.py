"""Derivatives, differentials, integrals, limits and values at a point in LaTeX."""

from __future__ import annotations

from collections.abc import Callable

from checks.language.notation import ATOM, POWER, PRODUCT, SUM
from checks.language.terms import Application, At, Curve, Defined, Derivative, Differential, Integral, Limit, Symbol, Term
from checks.pages.latex import symbols
from checks.pages.latex.boxes import DIGIT, LETTER, OPERATOR, RELATION, SCRIPT, Box, bracketed, joined

Boxing = Callable[[Term, int], Box]
SLASHED = 2


def boxed(term: Term, depth: int, inside: Boxing) -> Box:
    """The term as a box; `inside` sets the terms within it."""
    match term:
        case Derivative(inner, symbol, order):
            return _derivative(inner, symbol, order, depth, inside)
        case Differential(inner, along):
            return _differential(inner, along, depth, inside)
        case At(Derivative(Application(named, (argument,)) | Defined(named, (argument,)), symbol, order), at, value) if argument == symbol == at:
            return joined(_primed(symbols.lettered(named), order), bracketed(inside(value, depth)), by="")
        case At(inner, symbol, value):
            return _at(inside(inner, depth), symbol, inside(value, SLASHED))
        case Integral(integrand, symbol, low, high):
            return _integral(inside(integrand, depth), symbol, inside(low, SLASHED), inside(high, SLASHED))
        case Limit(inner, symbol, point):
            return _limit(inside(inner, depth), symbol, None if point is None else inside(point, SLASHED))
        case _:
            raise TypeError(f"{term!r} is not a term")


def _derivative(inner: Term, symbol: Symbol, order: int, depth: int, inside: Boxing) -> Box:
    if isinstance(inner, Application | Defined) and inner.arguments == (symbol,):
        named = inner.function if isinstance(inner, Application) else inner.definition
        return joined(_primed(symbols.lettered(named), order), bracketed(inside(symbol, depth)), by="")
    below, power = symbols.symbol(symbol), f"^{{{order}}}" if order > 1 else ""
    variable = rf"\partial {below.latex}{power}"
    if depth >= SLASHED and isinstance(inner, Application | Defined | Symbol):
        above = inside(inner, depth)
        return Box(rf"\partial{power} {above.latex}/{variable}", PRODUCT, above.width + below.width + 3 * LETTER)
    if isinstance(inner, Application | Defined | Symbol):
        above = inside(inner, depth)
        return Box(rf"\frac{{\partial{power} {above.latex}}}{{{variable}}}", POWER, max(above.width, below.width) + 2 * LETTER, tall=True)
    body = inside(inner, depth)
    body = bracketed(body, "[", "]")
    return Box(rf"\frac{{\partial{power}}}{{{variable}}} {body.latex}", POWER, body.width + below.width + 2 * LETTER, tall=True)


def _primed(letter: Box, order: int) -> Box:
    marks = "'" * order if order <= 3 else f"^{{({order})}}"
    return Box(letter.latex + marks, ATOM, letter.width + 0.3 * order)


def _differential(inner: Term, along: tuple[Symbol, ...] | Curve, depth: int, inside: Boxing) -> Box:
    body = inside(inner, depth)
    simple = isinstance(inner, Symbol | Application | Defined)
    written = joined(Box(r"\mathrm{d}", ATOM, LETTER), body if simple else bracketed(body, "[", "]"), by="" if simple else " ")
    if not isinstance(along, Curve):
        return written
    level = inside(along.level, SLASHED)
    curve = rf"{level.latex} \,\text{{const.}}"
    return Box(rf"\left. {written.latex} \right|_{{{curve}}}", ATOM, written.width + SCRIPT * (level.width + 3) + DIGIT, tall=True)


def _at(body: Box, symbol: Symbol, value: Box) -> Box:
    whole = body.latex if body.level >= PRODUCT else bracketed(body, "[", "]").latex
    where = symbols.symbol(symbol)
    width = body.width + SCRIPT * (where.width + RELATION + value.width) + 3 * DIGIT
    return Box(rf"\left. {whole} \right|_{{{where.latex} = {value.latex}}}", ATOM, width, tall=True)


def _integral(body: Box, symbol: Symbol, low: Box, high: Box) -> Box:
    body, over = body.at_least(PRODUCT), symbols.symbol(symbol)
    width = LETTER + SCRIPT * max(low.width, high.width) + body.width + over.width + 2 * LETTER
    return Box(rf"\int_{{{low.latex}}}^{{{high.latex}}} {body.latex} \,\mathrm{{d}}{over.latex}", PRODUCT, width, tall=True)


def _limit(body: Box, symbol: Symbol, point: Box | None) -> Box:
    body, towards = body.at_least(PRODUCT), symbols.symbol(symbol)
    goal = r"\infty" if point is None else point.latex
    below = SCRIPT * (towards.width + OPERATOR + (LETTER if point is None else point.width))
    return Box(rf"\lim_{{{towards.latex} \to {goal}}} {body.latex}", SUM, max(below, 4 * DIGIT) + body.width, tall=True)
