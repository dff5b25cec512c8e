"""Orders of one growing symbol, each with a false twin; parameters, thresholds, and what is not defined far out."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from checks.language.claims import Claim
from checks.language.orders import Order
from checks.language.terms import Derivative, Function, exact
from checks.language.vocabulary import absolute, decimal, exp, log, maximum, sqrt
from checks.verdicts import IllDefined, Proved, Refuted, Undecided, Vacuous, Verdict

from .letters import L, grows

Ask = Callable[..., Verdict]
N, a, b, c, p, q, k, alpha, gamma = L.N, L.a, L.b, L.c, L.p, L.q, L.k, L.alpha, L.gamma
HUNDREDTH = Fraction(1, 100)

# an order that holds, one that does not, under the same assumptions
Case = tuple[Order, Order, tuple[Claim, ...]]

CASES: dict[str, Case] = {
    "powers": (grows(N, "O", N**2), grows(N**2, "O", N), ()),
    "exact decimals": (grows(N ** decimal("0.34"), "O", N ** decimal("0.35")), grows(N ** decimal("0.35"), "O", N ** decimal("0.34")), ()),
    "a shifted logarithm": (grows(log(N + 1), "O", log(N)), grows(log(N + 1), "o", log(N)), ()),
    "a high power of a logarithm": (grows(log(N) ** 100, "O", N**HUNDREDTH), grows(N**HUNDREDTH, "O", log(N) ** 100), ()),
    "a symbolic exponent": (grows(N**a, "O", N ** (a + 1)), grows(N ** (a + 1), "O", N**a), ()),
    "exponents compared": (grows(N**a, "o", N**b), grows(N**b, "O", N**a), (a < b,)),
    "an exponential": (grows(N**a, "O", exact(2) ** N), grows(exact(2) ** N, "O", N**a), ()),
    "a logarithm and any power": (grows(log(N), "o", N**p), grows(log(N), "o", N**k), ()),
    "a negative left side": (grows(-N, "Theta", N), grows(-N, "~", N), ()),
    "a coefficient": (grows(p * N, "O", N), grows(k * N, "Omega", N), ()),
    "an equivalence with its constant": (grows(sqrt(N + 1) - sqrt(N), "~", 1 / (2 * sqrt(N))), grows(sqrt(N + 1) - sqrt(N), "~", 1 / sqrt(N)), ()),
    "Stirling's main terms": (grows(N * log(N) - N, "~", N * log(N)), grows(exp(N * log(N) - N), "~", exp(N * log(N))), ()),
    "a sum of powers": (grows(N**a + N**b, "Theta", N**a), grows(N**a + N**b, "~", N**a), (a >= b,)),
    "the greatest": (grows(maximum(N, N**a), "Theta", N**a), grows(maximum(N, N**a), "Theta", N), (a > 1,)),
    "zero on the left": (grows(N - N, "o", N), grows(N - N, "Omega", N), ()),
    "zero on the right": (grows(0 * N, "~", 0), grows(1 / N, "~", 0), ()),
    "a derivative": (grows(Derivative(N**2 * log(N), N), "~", 2 * N * log(N)), grows(Derivative(N**2 * log(N), N), "~", N * log(N)), ()),
    "a product of exponents": (grows(N ** (alpha * gamma), "o", N ** (p * alpha)), grows(N ** (p * alpha), "O", N ** (alpha * gamma)), (gamma < p,)),
    "nested powers": (grows((1 / (1 + N**p)) ** q, "Theta", N ** (-p * q)), grows((1 / (1 + N**p)) ** q, "~", 2 * N ** (-p * q)), ()),
    "a bound on the growing symbol": (grows(N, "O", N**2), grows(N**2, "O", N), (N >= 10,)),
    "a bound by a parameter": (grows(N, "O", N - a), grows(N**2, "O", N - a), (a < N,)),
}


@pytest.mark.parametrize("name", CASES)
def test_orders(ask: Ask, name: str) -> None:
    holds, fails, given = CASES[name]
    assert isinstance(ask(holds, *given), Proved)
    assert isinstance(ask(fails, *given), Refuted)


def test_a_refutation_names_values_and_a_path(ask: Ask) -> None:
    verdict = ask(grows(N**a, "O", N**b), a <= b + 1)
    assert isinstance(verdict, Refuted)
    assert verdict.witness.values["a"] > verdict.witness.values["b"]
    assert verdict.witness.functions == {"ratio": "tends to oo along N = t, t -> oo"}


CONSTANTS: dict[str, tuple[Order, str]] = {
    "a sum": (grows(3 * N**2 + 5 * N + 7, "O", N**2), "|3*N**2 + 5*N + 7| <= 15*|N**2| for N >= 1"),
    "a difference": (grows(N**2, "O", N**2 - 5 * N), "|N**2| <= 2*|N**2 - 5*N| for N >= 10"),
    "a logarithm": (grows(2 * N * log(N), "O", N**2 * log(N)), "|2*N*log(N)| <= 2*|N**2*log(N)| for N >= 3"),
    "a logarithm and a power": (grows(log(N), "O", N ** Fraction(1, 2)), "|log(N)| <= 1*|N**(1/2)| for N >= 3"),
    "a logarithm and a small power": (grows(log(N) ** 100, "O", N**HUNDREDTH), "|log(N)**100| <= 1*|N**(1/100)| for N >= exp(184207)"),
    "symbolic exponents": (grows(N**a + 1, "O", N ** (a + 1)), "the ratio of the sides tends to 0"),
    "no constant is found": (grows(exp(N + 1), "O", exp(N)), "the ratio of the sides tends to exp(1)"),
}


@pytest.mark.parametrize("name", CONSTANTS)
def test_an_upper_bound_has_its_constant_where_one_is_found(ask: Ask, name: str) -> None:
    goal, text = CONSTANTS[name]
    given = (a >= 0,) if name == "symbolic exponents" else ()
    verdict = ask(goal, *given)
    assert isinstance(verdict, Proved) and text in verdict.how


def test_what_is_missing_is_asked_for_and_settles_it(ask: Ask) -> None:
    goal = grows(N**a * log(N) ** exp(b), "O", N ** (exp(c) - exp(b)))
    verdict = ask(goal, Claim(exp(exp(a)), ">", exp(exp(c) - exp(b))))
    assert not isinstance(verdict, Proved)
    assert isinstance(ask(goal, a < exp(c) - exp(b)), Proved)


FARED: dict[str, tuple[Order, tuple[Claim, ...], type[Any]]] = {
    "undefined far out": (grows(log(-N), "O", N), (), IllDefined),
    "a real power of what is negative": (grows((1 - N) ** p, "O", N), (), IllDefined),
    "undefined at a parameter": (grows(N / a, "O", N), (), IllDefined),
    "contradictory assumptions": (grows(N, "O", N), (a > 1, a < 0), Vacuous),
    "an unspecified function": (grows(Function("f")(N), "O", N), (), Undecided),
    "an assumption not met far out": (grows(N, "O", N**2), (a >= N,), Undecided),
    "what follows only from such an assumption": (grows(N**2, "O", N), (a >= N,), Undecided),
    "numbers too close to tell": (grows(N ** (exp(log(2) + log(3)) - 6), "O", absolute(exact(1))), (), Proved),
}


@pytest.mark.parametrize("name", FARED)
def test_definedness_and_assumptions(ask: Ask, name: str) -> None:
    goal, given, kind = FARED[name]
    assert isinstance(ask(goal, *given), kind)
