"""The letters of the tests of the orders engine, and limits and orders with plain numbers."""

from __future__ import annotations

from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from checks.language.claims import Claim
from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, UNIT, Interval
from checks.language.orders import Order, order
from checks.language.terms import INFINITY, Limit, Symbol, exact
from checks.language.vocabulary import symbol

L = SimpleNamespace(
    **{name: symbol(name, REAL) for name in ("a", "b", "c", "d", "x", "gamma")},
    **{name: symbol(name, POSITIVE) for name in ("N", "M", "p", "q", "alpha")},
    k=symbol("k", NONNEGATIVE),
    u=symbol("u", UNIT),
    v=symbol("v", Interval(Fraction(0), Fraction(1))),
    w=symbol("w", Interval(Fraction(1), Fraction(2))),
    s=symbol("s", Interval(Fraction(-1), Fraction(1))),
)


def tends(term: Any, value: Any, of: Symbol = L.x, point: Any = None) -> Claim:
    """A term tends to a value, at infinity unless there is a point."""
    return Claim(Limit(exact(term), of, None if point is None else exact(point)), "=", value)


def grows(left: Any, relation: str, right: Any, *uniformly: Symbol) -> Order:
    """An order as N tends to infinity."""
    return order(left, relation, right, growing=L.N, uniformly=uniformly)


def both(left: Any, relation: str, right: Any, *uniformly: Symbol) -> Order:
    """An order as N and M tend to infinity."""
    return order(left, relation, right, growing=(L.N, L.M), uniformly=uniformly)


__all__ = ["INFINITY", "L", "both", "grows", "tends"]
