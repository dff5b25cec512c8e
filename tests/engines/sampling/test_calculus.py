"""Derivatives, differentials, integrals and limits, and the unspecified functions in them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.language.claims import Claim
from checks.language.terms import At, Curve, Derivative, Differential, Integral, Limit, Term, exact
from checks.language.vocabulary import absolute, exp, log, sqrt
from checks.language.walking import increment
from checks.verdicts import IllDefined, Refuted, Supported, Undecided, Verdict, word

from .letters import L

Ask = Callable[..., Verdict]
ZERO, ONE = exact(0), exact(1)
PROFIT = L.a * (1 - L.n**-L.alpha) * L.p**L.beta - L.q * L.n * L.d - L.b * L.n**2
SLOPE = L.a * L.alpha * L.n ** (-L.alpha - 1) * L.p**L.beta - L.q * L.d - 2 * L.b * L.n
POWER = Integral(L.p ** (-1 - L.gamma), L.p, ONE, L.q)
IMPROPER = Integral(L.p ** (-1 - L.gamma), L.p, ZERO, L.q)
CLOSED = (1 - L.q**-L.gamma) / L.gamma
LEVEL = Curve(L.p**2 * L.q, L.p, L.q)


def slope_of_f(at: Term) -> Term:
    """The derivative of f at a term."""
    return At(Derivative(L.f(L.x), L.x), L.x, at)


CASES: dict[str, tuple[str, tuple[Claim, ...]]] = {
    "a product": ("supported", (Claim(Derivative(L.x**2 * L.y, L.x), "=", 2 * L.x * L.y),)),
    "a real power": ("supported", (Claim(Derivative(L.p**L.gamma, L.p), "=", L.gamma * L.p ** (L.gamma - 1)),)),
    "twice a real power": ("supported", (Claim(Derivative(L.p**L.gamma, L.p, 2), "=", L.gamma * (L.gamma - 1) * L.p ** (L.gamma - 2)),)),
    "in two variables": (
        "supported",
        (Claim(Derivative(Derivative(L.p**L.gamma, L.p), L.gamma), "=", L.p ** (L.gamma - 1) * (1 + L.gamma * log(L.p))),),
    ),
    "perturbations are not confused": ("supported", (Claim(Derivative(L.x * Derivative(L.x * L.y, L.x), L.x), "=", L.y),)),
    "a profit": ("supported", (Claim(Derivative(PROFIT, L.n), "=", SLOPE),)),
    "a profit, with a factor forgotten": ("refuted", (Claim(Derivative(PROFIT, L.n), "=", SLOPE + L.b * L.n),)),
    "a profit, off by one in 10**30": ("refuted", (Claim(Derivative(PROFIT, L.n), "=", SLOPE - Fraction(1, 10**30)),)),
    "a value put in after differentiating": ("supported", (Claim(At(Derivative(L.x * L.y**2, L.y), L.y, L.x), "=", 2 * L.x**2),)),
    "a value put in before differentiating": ("supported", (Claim(Derivative(At(L.x * L.y**2, L.y, L.x), L.x), "=", 3 * L.x**2),)),
    "the absolute value at a positive number": ("supported", (Claim(Derivative(absolute(L.x), L.x), "=", 1), L.x > 0)),
    "the absolute value": ("refuted", (Claim(Derivative(absolute(L.x), L.x), "=", 1),)),
    "the derivative of what is not defined": ("ill-defined", (Claim(Derivative(log(L.x), L.x), "=", Derivative(log(L.x), L.x)),)),
    "the second derivative of what is not defined": ("ill-defined", (Claim(Derivative(Derivative(log(L.x), L.x), L.x), "<", 0),)),
    "a cancelled factor under a derivative": ("ill-defined", (Claim(Derivative(L.x / L.x, L.x), "=", 0),)),
    "a stationary point": ("supported", (Claim(L.n, "=", L.p / L.q), Claim(Derivative(L.p * log(L.n) - L.q * L.n, L.n), "=", 0))),
    "along a curve": ("supported", (Claim(Differential(L.q, LEVEL), "=", -2 * L.q / L.p * increment(L.p)),)),
    "along a curve, with a factor forgotten": ("refuted", (Claim(Differential(L.q, LEVEL), "=", -L.q / L.p * increment(L.p)),)),
    "freely": ("supported", (Claim(Differential(L.p * L.q, (L.p, L.q)), "=", L.q * increment(L.p) + L.p * increment(L.q)),)),
    "an increment is not zero": ("supported", (Claim(increment(L.p) / increment(L.p), "=", 1),)),
    "an integral of a power": ("supported", (Claim(POWER, "=", CLOSED), L.gamma > 0)),
    "an integral of a power, exponent zero": ("ill-defined", (Claim(POWER, "=", CLOSED),)),
    "an integral of a power, slightly wrong": ("refuted", (Claim(POWER, "=", CLOSED * (1 + Fraction(1, 10**20))), L.gamma > 0)),
    "an improper integral with the wrong value": ("refuted", (Claim(IMPROPER, "=", CLOSED), L.gamma < 0)),
    "an improper integral with the right value": ("supported", (Claim(IMPROPER, "=", -(L.q**-L.gamma) / L.gamma), L.gamma < 0)),
    "an improper integral that diverges": ("ill-defined", (Claim(IMPROPER, ">", 0), L.gamma >= 0)),
    "an integral of a logarithm": ("supported", (Claim(Integral(log(L.p), L.p, ONE, L.q), "=", L.q * log(L.q) - L.q + 1),)),
    "an integral across negative arguments": ("ill-defined", (Claim(Integral(log(L.x), L.x, exact(-1), ONE), "=", 0),)),
    "an integral across a pole": ("undecided", (Claim(Integral(1 / L.x, L.x, exact(-1), ONE), "=", 0),)),
    "an integral across a kink, with the wrong value": ("refuted", (Claim(Integral(absolute(L.x), L.x, exact(-1), ONE), "=", 2),)),
    "an integral backwards": ("supported", (Claim(Integral(L.x, L.x, L.y, ZERO), "=", -(L.y**2) / 2),)),
    "the fundamental theorem": ("supported", (Claim(Derivative(Integral(L.p**L.gamma, L.p, ONE, L.q), L.q), "=", L.q**L.gamma),)),
    "a limit at infinity": ("proved", (Claim(Limit((2 * L.x + 1) / (L.x - 3), L.x, None), "=", 2),)),
    "a limit that cancels at infinity": ("proved", (Claim(Limit(L.x**2 / (L.x + 1) - L.x, L.x, None), "=", -1),)),
    "an infinite limit": ("ill-defined", (Claim(Limit(L.x, L.x, None), ">", 0),)),
    "a limit beyond the method": ("undecided", (Claim(Limit(log(L.x) / L.x, L.x, None), "=", 0),)),
    "a limit at a number": ("supported", (Claim(Limit(CLOSED, L.gamma, ZERO), "=", log(L.q)),)),
    "a limit at a number, slightly wrong": ("refuted", (Claim(Limit(CLOSED, L.gamma, ZERO), "=", log(L.q) * (1 + Fraction(1, 10**40))),)),
    "a limit where a factor cancels": ("proved", (Claim(Limit((L.x**2 - 1) / (L.x - 1), L.x, ONE), "=", 2),)),
    "a limit where two orders cancel": ("proved", (Claim(Limit((exp(L.x) - 1 - L.x) / L.x**2, L.x, ZERO), "=", Fraction(1, 2)),)),
    "a limit at a pole": ("ill-defined", (Claim(Limit(1 / L.x, L.x, ZERO), "=", 0),)),
    "a limit with two sides": ("undecided", (Claim(Limit(absolute(L.x) / L.x, L.x, ZERO), "=", 1),)),
    "an increasing function increases": ("supported", (Claim(L.f(L.x) - L.f(L.y), ">", 0), L.x > L.y)),
    "an increasing function has a positive slope": ("supported", (Claim(slope_of_f(L.q), ">", 0),)),
    "an increasing function at ordered arguments": ("supported", (Claim(L.f(1 / L.x), ">", L.f(ZERO)), L.x > 0)),
    "an increasing function need not be positive": ("refuted", (Claim(L.f(L.x), ">", 0),)),
    "an increasing function need not be affine": ("refuted", (Claim(Derivative(L.f(L.x), L.x, 2), "=", 0),)),
    "an unspecified function need not increase": ("refuted", (Claim(L.g(L.x) - L.g(L.y), ">", 0), L.x > L.y)),
    "the chain rule": ("supported", (Claim(Derivative(L.f(L.x * L.y), L.x), "=", L.y * slope_of_f(L.x * L.y)),)),
    "a function of two arguments is not symmetric": ("refuted", (Claim(L.h(L.x, L.y), "=", L.h(L.y, L.x)),)),
    "an equation for a function's value": ("refuted", (Claim(L.f(L.x), "<", 10), Claim(L.f(L.x), "=", 2 * L.q))),
    "the inside of a function": ("ill-defined", (Claim(L.f(1 / L.x), "=", L.f(1 / L.x)),)),
    "a root at its end": ("ill-defined", (Claim(Derivative(sqrt(L.m), L.m), "=", 1 / (2 * sqrt(L.m))),)),
}


@pytest.mark.parametrize("name", CASES)
def test_verdicts_of_calculus(name: str, ask: Ask) -> None:
    expected, claims = CASES[name]
    verdict = ask(*claims)
    assert word(verdict) == expected, verdict
    if isinstance(verdict, Supported):
        assert verdict.met >= 20 or not claims[0].symbols


def test_an_undefined_subterm_is_named_as_it_was_written(ask: Ask) -> None:
    verdict = ask(Claim(1 / L.g(L.x), "!=", 0))
    assert isinstance(verdict, IllDefined) and verdict.subterm == str(1 / L.g(L.x))


def test_a_function_is_spelled_out_in_the_witness(ask: Ask) -> None:
    verdict = ask(Claim(L.f(L.x), "=", 7), Claim(L.x, "=", 3))
    assert isinstance(verdict, Refuted)
    assert set(verdict.witness.functions) == {"f(x)"} and verdict.witness.values == {"x": 3}


def test_contradictory_assumptions_on_an_increasing_function(ask: Ask) -> None:
    verdict = ask(Claim(ONE, "=", 2), L.x > L.y, L.f(L.y) > 0, L.f(L.x) < 0)
    assert isinstance(verdict, Undecided) and verdict.example is None
