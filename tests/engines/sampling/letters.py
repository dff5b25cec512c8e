"""The letters of the tests of the sampling engine."""

from __future__ import annotations

from types import SimpleNamespace

from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, UNIT
from checks.language.terms import Function
from checks.language.vocabulary import symbol

L = SimpleNamespace(
    **{name: symbol(name, REAL) for name in ("x", "y", "z", "gamma")},
    **{name: symbol(name, POSITIVE) for name in ("a", "b", "d", "n", "n1", "p", "q", "alpha", "beta")},
    m=symbol("m", NONNEGATIVE),
    u=symbol("u", UNIT),
    f=Function("f", 1, increasing=True),
    g=Function("g"),
    h=Function("h", 2),
)
