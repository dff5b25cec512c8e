"""Limits, each with a false twin: at infinity, at points, with parameters, and what has none."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from checks.language.claims import Claim
from checks.language.orders import Order
from checks.language.terms import Derivative, E, Limit, Term, exact
from checks.language.vocabulary import absolute, exp, log, maximum, minimum, sqrt
from checks.verdicts import IllDefined, Proved, Refuted, Undecided, Verdict

from .letters import INFINITY, L, tends

Ask = Callable[..., Verdict]
a, b, c, d, x, k, p, gamma = L.a, L.b, L.c, L.d, L.x, L.k, L.p, L.gamma
TENTH = Fraction(1, 10)
GRUNTZ = exp(1 / x - exp(-x)) - exp(1 / x)

# what tends, its limit, what it does not tend to
Case = tuple[Term, Any, Any]

ALGEBRAIC: dict[str, Case] = {
    "a quotient": ((2 * x + 1) / (3 * x - 5), Fraction(2, 3), Fraction(3, 2)),
    "a difference": ((x**2 + 1) / (x + 1) - x, -1, 0),
    "a difference that grows": (x - x**2, -INFINITY, INFINITY),
    "a root": (sqrt(x**2 + x) - x, Fraction(1, 2), 1),
    "roots that cancel without end": (sqrt(x + 1) * sqrt(x + 1) - x, 1, 0),
    "the least": (minimum(x, 5), 5, INFINITY),
    "the greatest": (maximum(x, 5) / x, 1, 5),
    "an absolute value": (absolute(3 - x) / x, 1, -1),
}
EXPONENTIAL: dict[str, Case] = {
    "compound interest": ((1 + 1 / x) ** x, E, 1),
    "compound interest beyond": ((1 + 1 / x) ** (x**2) * exp(-x), exp(Fraction(-1, 2)), 1),
    "a real power of the variable": (x ** (1 / x), 1, 0),
    "powers that nearly cancel": ((x + 1) ** (1 + 1 / x) - x ** (1 + 1 / (x + 7)), 1, 0),
    "an exponential shifted by its inverse": (exp(x + exp(-x)) - exp(x), 1, 0),
    "a tower": (exp(exp(x)) / exp(exp(x + exp(-x))), exp(-1), 1),
    "a tower shifted a little": (exp(exp(x) - 1 / x) - exp(exp(x)), -INFINITY, -1),
    "a small difference blown up": (exp(x) * GRUNTZ, -1, 0),
    "bases": (exact(2) ** x / exact(3) ** x, 0, 1),
    "variable to itself": (x**x / exp(x), INFINITY, 0),
    "a power of a logarithm": (exp(log(x) ** 2) / x**100, INFINITY, 0),
    "two orders of exponentials": (exp(exp(x)) / exp(x**2), INFINITY, 0),
}
LOGARITHMIC: dict[str, Case] = {
    "against a small power": (log(x) / x**TENTH, 0, INFINITY),
    "a high power of it": (log(x) ** 100 / x ** Fraction(1, 100), 0, INFINITY),
    "nested": (log(log(x)) / log(x), 0, 1),
    "nested differences": (x * log(x) * (log(log(x + 1)) - log(log(x))), 1, 0),
    "to its own logarithm": (log(x) ** log(log(x)) / x, 0, INFINITY),
    "of a product": (log(x * (x + 1)) - log(x) - log(x + 1), 0, 1),
    "of a sum of exponentials": (log(exp(x) + exp(2 * x)) / x, 2, 1),
    "root in an exponent": (exp(sqrt(log(x))) / x**TENTH, 0, INFINITY),
}
DERIVED: dict[str, Case] = {
    "a derivative": (x * Derivative(log(x), x), 1, 0),
    "a second derivative": (Derivative(x**2 * log(x), x, 2) / log(x), 2, 1),
}


@pytest.mark.parametrize("name", [*ALGEBRAIC, *EXPONENTIAL, *LOGARITHMIC, *DERIVED])
def test_limits_at_infinity(ask: Ask, name: str) -> None:
    term, value, other = (ALGEBRAIC | EXPONENTIAL | LOGARITHMIC | DERIVED)[name]
    assert isinstance(ask(tends(term, value)), Proved)
    assert isinstance(ask(tends(term, other)), Refuted)


# what tends, where, its limit, what it does not tend to
AT_POINTS: dict[str, tuple[Term, Any, Any, Any]] = {
    "by cancelling": ((x**3 - 1) / (x - 1), 1, 3, 2),
    "by a slope": ((exp(x) - 1) / x, 0, 1, 0),
    "by a second slope": ((exp(x) - 1 - x) / x**2, 0, Fraction(1, 2), 1),
    "with a symbolic exponent": ((x**a - 1) / (x - 1), 1, a, a - 1),
    "at a parameter": ((x**2 - a**2) / (x - a), a, 2 * a, a),
    "an even pole": (1 / x**2, 0, INFINITY, 0),
    "on one side only": (p * log(p), 0, 0, 1),
}


@pytest.mark.parametrize("name", AT_POINTS)
def test_limits_at_points(ask: Ask, name: str) -> None:
    term, point, value, other = AT_POINTS[name]
    variable = p if name == "on one side only" else x
    assert isinstance(ask(tends(term, value, variable, point)), Proved)
    assert isinstance(ask(tends(term, other, variable, point)), Refuted)


# a claim, the assumptions under which it holds, those under which it does not
PARAMETERS: dict[str, tuple[Claim, tuple[Claim, ...], tuple[Claim, ...]]] = {
    "a power": (tends(x**a, 0), (a < 0,), (a <= 0,)),
    "a power that grows": (tends(x**a, INFINITY), (a > 0,), (a >= 0,)),
    "a product of exponents": (tends(x ** (-1 - a * gamma), 0), (a * gamma > -1,), (a * gamma >= -1,)),
    "two powers": (tends((x**a + x**b) / x**a, 1), (a > b,), (a >= b,)),
    "a logarithm's power": (tends(x**a * log(x) ** b, 0), (a < 0,), (a <= 0,)),
    "an exponential": (tends(exp(a * x), 0), (a < 0,), (a <= 0,)),
    "a symbolic base": (tends(p**x, 0), (p < 1,), (p <= 1,)),
    "a quotient of coefficients": (tends((a * x + b) / (c * x + d), a / c), (c > 0,), (c >= 0,)),
    "equal exponents": (tends(x**a / x**b, 1), (Claim(a, "=", b),), (a >= b,)),
    "exponents on a line": (tends(x**a * x**b / x, 1), (Claim(a + b, "=", 1),), (a + b <= 1,)),
    "exponents on a hyperbola": (tends(x ** (p * a) / x, 1), (Claim(p * a, "=", 1),), (p * a >= 1,)),
    "all cases alike": (tends((x**a + 1) / (x**a + 1), 1), (), (a > a + 1,)),
    "a bound on the absolute value": (tends(x**a / x, 0), (absolute(a) < 1,), (absolute(a) <= 1,)),
    "a value that the case fixes": (tends((p**a - 1) / a, log(p), a, 0), (), (log(p) > log(p) + 1,)),
}


@pytest.mark.parametrize("name", PARAMETERS)
def test_limits_with_parameters(ask: Ask, name: str) -> None:
    goal, enough, too_little = PARAMETERS[name]
    assert isinstance(ask(goal, *enough), Proved)
    assert not isinstance(ask(goal, *too_little), Proved)


def test_a_counterexample_meets_the_assumptions(ask: Ask) -> None:
    verdict = ask(tends(x**a * log(x) ** b, 0), a <= 0, b > 3)
    assert isinstance(verdict, Refuted)
    assert verdict.witness.values["a"] == 0 and verdict.witness.values["b"] > 3


def test_comparisons_of_limits(ask: Ask) -> None:
    limit = Limit(sqrt(x**2 + a * x) - x, x, None)
    assert isinstance(ask(limit > 0, a > 0), Proved)
    assert isinstance(ask(limit > 0, a >= 0), Refuted)
    assert isinstance(ask(Claim(2 * limit + 1, "=", a + 1)), Proved)


NONEXISTENT: dict[str, Claim] = {
    "from two sides": tends(absolute(x) / x, 1, x, 0),
    "a pole": tends(1 / x, INFINITY, x, 0),
    "an infinite limit in a sum": Claim(Limit(x, x, None) + 1, ">", 0),
    "undefined far out": tends(log(1 - x), 0),
    "undefined right side": tends(1 / x, 1 / exact(0)),
}


@pytest.mark.parametrize("name", NONEXISTENT)
def test_limits_that_do_not_exist(ask: Ask, name: str) -> None:
    assert isinstance(ask(NONEXISTENT[name]), IllDefined)


REFUSED: dict[str, Claim | Order] = {
    "no limit at all": Claim(x, "=", x),
    "one side is undefined": tends(x * log(x), 0, x, 0),
    "the derivative of an absolute value": tends(Derivative(absolute(x), x), 1),
    "a limit that moves": tends(Limit(x * L.N, L.N, L.N) / x, 0, x),
    "a point outside the domain": tends(p, a, p, a),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(ask: Ask, name: str) -> None:
    assert isinstance(ask(REFUSED[name]), Undecided | IllDefined | Refuted)
