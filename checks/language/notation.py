"""How terms and claims are written on one line: plain ASCII for files and shells, Unicode for readers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from checks.language.terms import (
    Application,
    At,
    Constant,
    Curve,
    Defined,
    Derivative,
    Differential,
    Elementary,
    Integral,
    Limit,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Term,
)
from checks.letters import GREEK, SUPERSCRIPTS

if TYPE_CHECKING:
    from checks.language.orders import Goal
    from checks.language.terms import Definition

LANDAU = ("O", "o", "Omega", "Theta")  # the orders that are written with a letter
SUM, NEGATIVE, PRODUCT, POWER, ATOM = range(5)


@dataclass(frozen=True, slots=True)
class Style:
    """The signs that one way of writing uses."""

    times: str
    minus: str
    power: str
    greek: bool
    relations: dict[str, str]
    tends: str
    infinity: str
    superscripts: bool = False


ASCII = Style("*", "-", "**", False, {}, "->", "oo")
UNICODE = Style("·", "−", "^", True, {"<=": "≤", ">=": "≥", "!=": "≠", "~": "∼", "Omega": "Ω", "Theta": "Θ"}, "→", "∞", superscripts=True)


def ascii_text(item: Term | Goal) -> str:
    """The item in the ASCII that Python reads, such as `omega*t*f(q) - delta*t**2`."""
    return _text(item, ASCII)


def unicode_text(item: Term | Goal) -> str:
    """The item as a reader likes it on a terminal, such as `ω·t·f(q) − δ·t²`."""
    return _text(item, UNICODE)


def sign_in(item: Goal, style: Style) -> str:
    """The sign between the sides of a claim or an order; what is of some order is equated with it."""
    sign = "=" if item.relation in LANDAU else item.relation
    return style.relations.get(sign, sign)


def right_in(item: Goal, style: Style) -> str:
    """What stands on the right of that sign."""
    right = _text(item.right, style)
    if item.relation in LANDAU:
        right = f"{style.relations.get(item.relation, item.relation)}({right})"
    if item.relation not in (*LANDAU, "~"):
        return right
    return f"{right} as {_tending(item.growing, item.ranging, style)}"  # type: ignore[union-attr]  # only an order has these relations


def _tending(growing: tuple[Symbol, ...], ranging: tuple[Symbol, ...], style: Style) -> str:
    tending = ", ".join(f"{name_in(each, style)} {style.tends} {style.infinity}" for each in growing)
    return f"{tending}, uniformly in {', '.join(name_in(each, style) for each in ranging)}" if ranging else tending


def _text(item: Term | Goal, style: Style) -> str:
    if isinstance(item, Term):
        return _written(item, style)[0]
    return f"{_text(item.left, style)} {sign_in(item, style)} {right_in(item, style)}"


def name_in(symbol: Symbol | Definition, style: Style) -> str:
    """The name of a symbol or a definition in a style."""
    if not style.greek:
        return symbol.name
    if symbol.unicode:
        return symbol.unicode
    stem, underscore, index = symbol.name.partition("_")
    return GREEK.get(stem, stem) + underscore + GREEK.get(index, index)


def _written(term: Term, style: Style) -> tuple[str, int]:
    match term:
        case Number(value, text):
            return _number(value, text, style)
        case Constant("oo"):
            return style.infinity, ATOM
        case Constant(name):
            return (GREEK.get(name, name) if style.greek else name), ATOM
        case Symbol():
            return name_in(term, style), ATOM
        case Sum(terms):
            return _sum(terms, style), SUM
        case Product(factors):
            return _led_by(factors[0], style.times, tuple(_inside(factor, style, POWER) for factor in factors[1:]), style)
        case Quotient(numerator, denominator):
            return _led_by(numerator, "/", (_inside(denominator, style, POWER),), style)
        case Negative(inner):
            return f"{style.minus}{_inside(inner, style, PRODUCT)}", NEGATIVE
        case Power(base, exponent):
            return _power(base, exponent, style), POWER
        case Elementary(name, arguments):
            return f"{'ln' if name == 'log' and style.greek else name}({_list(arguments, style)})", ATOM
        case Application(function, arguments):
            return f"{function.name}({_list(arguments, style)})", ATOM
        case Defined(definition, arguments):
            name = name_in(definition, style)
            return f"{name}({_list(arguments, style)})" if arguments else name, ATOM
        case _:
            return _calculus(term, style), ATOM


def _calculus(term: Term, style: Style) -> str:
    if style.greek:
        return _calculus_for_readers(term, style)
    match term:
        case Derivative(inner, symbol, order):
            return f"Derivative({_text(inner, style)}, {symbol.name}{f', {order}' if order > 1 else ''})"
        case Differential(inner, along):
            curve = f", along {_text(along.level, style)} constant" if isinstance(along, Curve) else ""
            return f"d({_text(inner, style)}{curve})"
        case At(inner, symbol, value):
            return f"At({_text(inner, style)}, {symbol.name} = {_text(value, style)})"
        case Integral(integrand, symbol, low, high):
            return f"Integral({_text(integrand, style)}, {symbol.name}, {_text(low, style)}, {_text(high, style)})"
        case Limit(inner, symbol, point):
            return f"Limit({_text(inner, style)}, {symbol.name}, {style.infinity if point is None else _text(point, style)})"
        case _:
            raise TypeError(f"{term!r} is not a term")


def _calculus_for_readers(term: Term, style: Style) -> str:
    match term:
        case Derivative(inner, symbol, order):
            power = str(order).translate(SUPERSCRIPTS) if order > 1 else ""
            written, level = _written(inner, style)
            return f"∂{power}{written if level == ATOM else f'[{written}]'}/∂{name_in(symbol, style)}{power}"
        case Differential(inner, _):
            return f"d{_inside(inner, style, ATOM)}"
        case At(inner, symbol, value):
            return f"{_inside(inner, style, ATOM)}|({name_in(symbol, style)} = {_text(value, style)})"
        case Integral(integrand, symbol, low, high):
            return f"∫[{_text(low, style)}, {_text(high, style)}] {_inside(integrand, style, PRODUCT)} d{name_in(symbol, style)}"
        case Limit(inner, symbol, point):
            return f"lim[{name_in(symbol, style)}→{style.infinity if point is None else _text(point, style)}] {_inside(inner, style, PRODUCT)}"
        case _:
            raise TypeError(f"{term!r} is not a term")


def _list(arguments: tuple[Term, ...], style: Style) -> str:
    return ", ".join(_text(argument, style) for argument in arguments)


def _number(value: Fraction, text: str | None, style: Style) -> tuple[str, int]:
    written = (text or str(value)).replace("-", style.minus)
    if value < 0:
        return written, NEGATIVE
    return written, ATOM if value.denominator == 1 or text else PRODUCT


def _inside(term: Term, style: Style, least: int) -> str:
    written, level = _written(term, style)
    return written if level >= least else f"({written})"


def _led_by(first: Term, sign: str, rest: tuple[str, ...], style: Style) -> tuple[str, int]:
    """A product or quotient; a minus sign in front of it stands there without parentheses."""
    lead, level = _written(first, style)
    if level < NEGATIVE:
        lead, level = f"({lead})", ATOM
    return sign.join((lead, *rest)), min(level, PRODUCT)


def _sum(terms: tuple[Term, ...], style: Style) -> str:
    written = _inside(terms[0], style, NEGATIVE)
    for term in terms[1:]:
        if isinstance(term, Negative):
            written += f" {style.minus} {_inside(term.term, style, PRODUCT)}"
        else:
            written += f" + {_inside(term, style, PRODUCT)}"
    return written


def _power(base: Term, exponent: Term, style: Style) -> str:
    below = _inside(base, style, ATOM)
    if style.superscripts and isinstance(exponent, Number) and exponent.value >= 0 and exponent.value.denominator == 1:
        return below + str(exponent.value).translate(SUPERSCRIPTS)
    return f"{below}{style.power}{_inside(exponent, style, ATOM)}"
