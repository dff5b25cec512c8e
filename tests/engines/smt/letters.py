"""The letters of the tests of the engine smt."""

from __future__ import annotations

from fractions import Fraction
from types import SimpleNamespace

from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, UNIT, Interval
from checks.language.terms import Function
from checks.language.vocabulary import symbol

L = SimpleNamespace(
    **{name: symbol(name, REAL) for name in ("u", "v", "w")},
    **{name: symbol(name, POSITIVE) for name in ("a", "b", "c", "n", "x", "y", "z", "E", "K", "P", "alpha", "delta", "gamma", "omega", "rho", "t")},
    **{name: symbol(name, NONNEGATIVE) for name in ("k", "m")},
    p=symbol("p", UNIT),
    q=symbol("q", Interval(Fraction(0), Fraction(1))),
    f=Function("f"),
    g=Function("g", 1, increasing=True),
)
