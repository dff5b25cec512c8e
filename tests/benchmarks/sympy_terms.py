"""Our terms as SymPy expressions, for the obvious script that the benchmark compares with."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import sympy

from checks.language import terms
from checks.language.domains import Interval
from checks.language.terms import Curve, Symbol, Term

ELEMENTARY: dict[str, Callable[..., Any]] = {
    "log": sympy.log,
    "exp": sympy.exp,
    "sqrt": sympy.sqrt,
    "abs": sympy.Abs,
    "min": sympy.Min,
    "max": sympy.Max,
}
CONSTANTS = {"e": sympy.E, "pi": sympy.pi, "oo": sympy.oo}


def to_sympy(term: Term) -> Any:
    """The term in SymPy; derivatives, integrals and limits are carried out, as an author of the obvious script would."""
    return RULES[type(term)](term)


def letter(symbol: Symbol) -> sympy.Symbol:
    """A SymPy symbol with the assumptions that the domain allows."""
    return sympy.Symbol(symbol.name, **_assumptions(symbol.domain))


def _assumptions(domain: Interval) -> dict[str, bool]:
    if domain.low is not None and domain.low >= 0:
        is_positive = domain.low > 0 or not domain.includes_low
        return {"positive": True} if is_positive else {"nonnegative": True}
    if domain.high is not None and domain.high <= 0:
        is_negative = domain.high < 0 or not domain.includes_high
        return {"negative": True} if is_negative else {"nonpositive": True}
    return {"real": True}


def _elementary(term: terms.Elementary) -> Any:
    return ELEMENTARY[term.name](*map(to_sympy, term.arguments))


def _application(term: terms.Application) -> Any:
    return sympy.Function(term.function.name)(*map(to_sympy, term.arguments))


def _derivative(term: terms.Derivative) -> Any:
    return sympy.diff(to_sympy(term.term), letter(term.symbol), term.order)


def _differential(term: terms.Differential) -> Any:
    inner = to_sympy(term.term)
    if isinstance(term.along, Curve):
        along, across = letter(term.along.independent), letter(term.along.dependent)
        level = to_sympy(term.along.level)
        slope = -sympy.diff(level, along) / sympy.diff(level, across)
        return (sympy.diff(inner, along) + sympy.diff(inner, across) * slope) * _increment(term.along.independent)
    return sum(sympy.diff(inner, letter(symbol)) * _increment(symbol) for symbol in term.along)


def _increment(symbol: Symbol) -> sympy.Symbol:
    return sympy.Symbol(f"d({symbol.name})", real=True)


def _integral(term: terms.Integral) -> Any:
    return sympy.integrate(to_sympy(term.term), (letter(term.symbol), to_sympy(term.low), to_sympy(term.high)))


def _limit(term: terms.Limit) -> Any:
    return sympy.limit(to_sympy(term.term), letter(term.symbol), sympy.oo if term.point is None else to_sympy(term.point))


RULES: dict[type, Callable[[Any], Any]] = {
    terms.Number: lambda term: sympy.Rational(term.value.numerator, term.value.denominator),
    terms.Constant: lambda term: CONSTANTS[term.name],
    terms.Symbol: letter,
    terms.Negative: lambda term: -to_sympy(term.term),
    terms.Sum: lambda term: sum(map(to_sympy, term.terms)),
    terms.Product: lambda term: reduce(lambda left, right: left * right, map(to_sympy, term.factors)),
    terms.Quotient: lambda term: to_sympy(term.numerator) / to_sympy(term.denominator),
    terms.Power: lambda term: to_sympy(term.base) ** to_sympy(term.exponent),
    terms.Elementary: _elementary,
    terms.Application: _application,
    terms.Derivative: _derivative,
    terms.Differential: _differential,
    terms.At: lambda term: to_sympy(term.term).subs(letter(term.symbol), to_sympy(term.value)),
    terms.Integral: _integral,
    terms.Limit: _limit,
}
