"""The letters of the tests of the algebra engine, and calculus with plain numbers for ends and points."""

from __future__ import annotations

from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, UNIT, Interval
from checks.language.terms import At, Function, Integral, Limit, Symbol, Term, exact
from checks.language.vocabulary import symbol

L = SimpleNamespace(
    **{name: symbol(name, REAL) for name in ("r", "s", "t", "x", "y", "z")},
    **{name: symbol(name, POSITIVE) for name in ("a", "b", "c", "n", "p", "q", "alpha", "beta")},
    **{name: symbol(name, NONNEGATIVE) for name in ("k", "m")},
    u=symbol("u", UNIT),
    v=symbol("v", Interval(Fraction(0), Fraction(1))),
    one=symbol("one", Interval(Fraction(1), Fraction(1))),
    f=Function("f"),
    g=Function("g", 1, increasing=True),
    h=Function("h", 2),
)


def integral(term: Any, over: Symbol, low: Any, high: Any) -> Term:
    """An integral with numbers for ends."""
    return Integral(exact(term), over, exact(low), exact(high))


def limit(term: Any, of: Symbol, point: Any = None) -> Term:
    """A limit, at infinity unless there is a point."""
    return Limit(exact(term), of, None if point is None else exact(point))


def at(term: Any, of: Symbol, value: Any) -> Term:
    """A term at a value."""
    return At(exact(term), of, exact(value))
