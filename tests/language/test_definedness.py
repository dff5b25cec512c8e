"""Definedness: the claims that say where a term is defined, inner ones first."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checks.language import POSITIVE, Claim, Derivative, Integral, Limit, Term, absolute, exact, exp, log, sqrt, symbol
from checks.language.definedness import NoSuchConditions, conditions

x, y, k = symbol("x"), symbol("y"), symbol("k", POSITIVE)

CONDITIONS: dict[str, tuple[Term, tuple[Claim, ...]]] = {
    "a polynomial": (x**2 + 3 * x - y, ()),
    "a positive integer literal": (x**3, ()),
    "a quotient": (x / y, (Claim(y, "!=", 0),)),
    "a quotient by a number": (x / 2, ()),
    "a quotient by zero": (x / 0, (Claim(exact(0), "!=", 0),)),
    "a negative integer literal": (x**-2, (Claim(x, "!=", 0),)),
    "the power zero": (x**0, (Claim(x, "!=", 0),)),
    "a root": (x ** Fraction(1, 3), (x >= 0,)),
    "a root written as a quotient": (x ** (exact(1) / 3), (x >= 0,)),
    "the inverse of a root": (x ** Fraction(-1, 3), (x > 0,)),
    "a variable exponent, be it positive": (x**k, (x > 0,)),
    "a power of a number": (exact(2) ** x, ()),
    "a logarithm": (log(x), (x > 0,)),
    "inner conditions come first": (log(log(x)), (x > 0, log(x) > 0)),
    "a square root": (sqrt(x - y), (x - y >= 0,)),
    "each once": (1 / x + 2 / x, (Claim(x, "!=", 0),)),
    "what is defined everywhere": (exp(x) + absolute(y), ()),
    "nothing cancels": (0 * (1 / x), (Claim(x, "!=", 0),)),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_conditions(name: str) -> None:
    term, expected = CONDITIONS[name]
    assert conditions(term) == expected


@pytest.mark.parametrize("term", [Derivative(log(x), x), 1 + Integral(x, x, exact(0), y), Limit(x, x, exact(0)) / 2], ids=str)
def test_calculus_has_no_such_conditions(term: Term) -> None:
    with pytest.raises(NoSuchConditions):
        conditions(term)
