"""What the engine must not prove, must say of contradictions, and how it keeps its time."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.engines.smt import Smt
from checks.language.claims import Claim
from checks.language.domains import POSITIVE
from checks.language.terms import Derivative, E, Integral, Limit, exact
from checks.language.vocabulary import absolute, exp, log, sqrt, symbol
from checks.limits import within
from checks.obligations import Obligation
from checks.verdicts import Proved, Refuted, Undecided, Vacuous, Verdict

from .letters import L

Ask = Callable[..., Verdict]
a, b, n, x, y, u, v, m, f, g = L.a, L.b, L.n, L.x, L.y, L.u, L.v, L.m, L.f, L.g
THIRD = Fraction(1, 3)

NOT_DEFINED: dict[str, tuple[Claim, ...]] = {
    "a quotient": (Claim((u**2 - 1) / (u - 1), "=", u + 1),),
    "x over x": (Claim(u / u * v, "=", v),),
    "a logarithm": (Claim(exp(log(u)), "=", u),),
    "a root": (sqrt(u) ** 2 + u**2 >= 0,),
    "a power of what may be negative": (Claim((u**a) ** b, "=", u ** (a * b)),),
    "a cube root": (Claim((u**3) ** THIRD, "=", u),),
    "zero to the zero": (Claim(m**m, ">", 0),),
    "zero to a power of any sign": (m**u >= 0,),
    "inside a minimum that hides it": (absolute(1 / u) >= 0,),
    "under an assumption that does not help": (1 / u + 1 / v < 3, u + v > 1),
    "a derivative": (Claim(Derivative(log(u), u), "=", 1 / u), Claim(u, "!=", 0)),
    "a slope at a corner": (Claim(Derivative(absolute(u), u) ** 2, "<=", 1),),
}
FALSE: dict[str, tuple[Claim, ...]] = {
    "a reciprocal across zero": (1 / u < 1 / v, u > v, Claim(u * v, "!=", 0)),
    "the root of a square": (Claim(sqrt(u**2), "=", u),),
    "a logarithm of negative factors": (Claim(log(u * v), "=", log(absolute(u)) - log(absolute(v))), u < 0, v < 0),
    "multiplied by what may be negative": (u * v < u * x, v < x),
    "a function's monotony that is not stated": (f(x) < f(y), x < y),
    "different numbers": (log(exact(2)) < Fraction("0.6931471805"),),
    "e": (Fraction("2.718281828") > E,),
    "an exponent that is larger only above 1": (x ** Fraction("0.34") <= x ** Fraction("0.35"),),
}


@pytest.mark.parametrize("name", NOT_DEFINED)
def test_what_is_not_defined_throughout_is_not_proved(name: str, ask: Ask) -> None:
    goal, *given = NOT_DEFINED[name]
    assert not isinstance(ask(goal, *given), Proved | Vacuous)


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_is_not_proved(name: str, ask: Ask) -> None:
    goal, *given = FALSE[name]
    assert not isinstance(ask(goal, *given), Proved | Vacuous)


@pytest.mark.parametrize("term", [Limit(exp(-x), x, None), Integral(x, x, exact(0), exact(1))])
def test_limits_and_integrals_are_refused(term: object, ask: Ask) -> None:
    verdict = ask(Claim(term, ">=", 0))
    assert isinstance(verdict, Undecided) and "not put to Z3" in verdict.reason


CONTRADICTIONS: dict[str, tuple[Claim, ...]] = {
    "a negative square": (u > 0, u**2 + v**2 < 0),
    "two bounds": (u > 0, v > 2, v < 1),
    "an assumption that is never defined": (u > 0, log(-(v**2)) > 0),
    "a logarithm above its tangent": (x > 1, log(x) > x),
    "an exponential below its tangent": (Claim(u, "=", 5), exp(u) < 1 + u),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_contradictions_are_vacuous(name: str, ask: Ask) -> None:
    goal, *given = CONTRADICTIONS[name]
    assert isinstance(ask(goal, *given), Vacuous)


def test_a_proof_shows_a_point_that_meets_the_assumptions(ask: Ask) -> None:
    verdict = ask(u + v > 3, u > 1, v > 2)
    assert isinstance(verdict, Proved) and verdict.example is not None
    assert verdict.example.values["u"] > 1 and verdict.example.values["v"] > 2


def test_a_proof_names_the_assumptions_that_it_uses(ask: Ask) -> None:
    verdict = ask(u > 0, v > 7, u > 1)
    assert isinstance(verdict, Proved) and "u > 1" in verdict.how and "v > 7" not in verdict.how


def test_lemmas_are_used() -> None:
    goal, lemma = Claim(f(x), "<=", f(y) + 1), Claim(f(x), "<=", f(y))
    assert isinstance(Smt().answer(Obligation((), goal, (lemma,))), Proved)
    assert isinstance(Smt().answer(Obligation((), goal)), Undecided)


def test_a_refutation_is_exact_and_in_the_domain(ask: Ask) -> None:
    verdict = ask(x**2 >= x)
    assert isinstance(verdict, Refuted)
    assert 0 < verdict.witness.values["x"] < 1


def test_unspecified_functions_are_numbers_of_which_nothing_is_known(ask: Ask) -> None:
    assert isinstance(ask(f(x) ** 2 + 1 > 0), Proved)
    assert isinstance(ask(Derivative(g(x), x) > 0), Proved)
    assert isinstance(ask(f(x) > 0), Undecided)


def test_time_is_kept() -> None:
    letters = [symbol(f"x_{index}", POSITIVE) for index in range(4)]
    cyclic = sum((letters[i] ** 3 / (letters[(i + 1) % 4] + letters[(i + 2) % 4] ** 2 + 1) for i in range(4)), start=exact(0))
    start = time.monotonic()
    verdict = within(1.0, lambda: Smt().answer(Obligation((), cyclic > Fraction(-1, 7) + letters[0] * letters[1] / (1 + letters[0] ** 4))))
    assert time.monotonic() - start < 2
    assert isinstance(verdict, Undecided | Refuted)


def test_it_is_an_engine() -> None:
    engine = Smt()
    assert (engine.name, engine.uses_lemmas, engine.knows_orders) == ("smt", True, False)
    assert "Z3" in engine.version
