"""Claims that hold and claims that fail, with and without assumptions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.language.claims import Claim
from checks.language.terms import PI, E, Term, exact
from checks.language.vocabulary import absolute, exp, log, maximum, minimum, sqrt
from checks.verdicts import IllDefined, Proved, Refuted, Supported, Undecided, Verdict, word

from .letters import L

Ask = Callable[..., Verdict]
ONE, TWO = exact(1), exact(2)
TINY = Fraction(1, 10**40)

HOLDS: dict[str, tuple[Claim, ...]] = {
    "a rational identity": (Claim(L.x * (L.y + L.z), "=", L.x * L.y + L.x * L.z),),
    "an identity of exponentials": (Claim(exp(L.x + L.y), "=", exp(L.x) * exp(L.y)),),
    "the logarithm of a power": (Claim(log(L.p**L.gamma), "=", L.gamma * log(L.p)),),
    "exp of log where it is defined": (Claim(exp(log(L.p)), "=", L.p),),
    "the root of a square where it is positive": (Claim(sqrt(L.p**2), "=", L.p),),
    "reflexivity": (Claim(L.x, "<=", L.x),),
    "the tangent of the logarithm": (Claim(log(L.p), "<=", L.p - 1),),
    "a product on the unit interval": (Claim(log(L.u), "<=", 0),),
    "inverting positive numbers": (Claim(1 / L.p, "<", 1 / L.q), L.p > L.q),
    "transitivity": (Claim(L.n1, ">=", L.n), L.n1 >= L.d, L.d >= L.n),
    "least and greatest": (Claim(minimum(L.x, L.y), "<=", maximum(L.x, L.y)),),
    "the triangle inequality": (Claim(absolute(L.x + L.y), "<=", absolute(L.x) + absolute(L.y)),),
    "an equation solved for a factor": (Claim(L.a, "=", L.b * L.d**L.beta / L.n**L.alpha), Claim(L.a * L.n**L.alpha, "=", L.b * L.d**L.beta)),
    "an equation solved for a base": (
        Claim(L.a * L.n**L.alpha, "=", L.b * L.d**L.beta),
        Claim(L.n, "=", (L.b / L.a) ** (1 / L.alpha) * L.d ** (L.beta / L.alpha)),
    ),
    "a chain of three equations": (
        Claim(L.a, "=", L.b),
        Claim(L.a * L.n**L.alpha, "=", L.b * L.d**L.beta),
        Claim(L.alpha, "=", L.beta),
        Claim(L.n, "=", L.d),
    ),
    "an equation of logarithms": (Claim(L.p, "=", L.q), Claim(log(L.p), "=", log(L.q))),
    "a denominator that an assumption keeps from zero": (Claim((L.x**2 - 1) / (L.x - 1), "=", L.x + 1), Claim(L.x, "!=", 1)),
    "six inequalities in a row": (
        Claim(L.a + L.b + L.n, ">", 3 * L.q),
        L.a > L.b,
        L.b > L.n,
        L.n > L.q,
    ),
}

FAILS: dict[str, tuple[Claim, ...]] = {
    "the root of a square that is negative": (Claim(sqrt(L.x**2), "=", L.x),),
    "strictness at a point": (Claim(L.x, "<", L.x),),
    "strictness at a tangent": (Claim(log(L.p), "<", L.p - 1),),
    "strictness at a closed end": (Claim(log(L.u), "<", 0),),
    "strictness from a weak assumption": (Claim(L.x, "<", L.y), L.x <= L.y),
    "inverting numbers of unknown sign": (Claim(1 / L.x, "<", 1 / L.y), L.x > L.y, Claim(L.x, "!=", 0), Claim(L.y, "!=", 0)),
    "a difference in the fortieth digit": (Claim(exp(L.p), "=", exp(L.p) * (1 + TINY)),),
    "a small number that is not zero": (Claim(exact(10) ** -60, "=", 0),),
    "a sign forgotten under a square": (Claim(L.x, "=", L.y), Claim(L.x**2, "=", L.y**2)),
    "a factor forgotten in a solved equation": (Claim(L.d, "=", 2 * L.p / L.q), Claim(L.q * L.n, "=", L.p), Claim(L.n, "=", L.d)),
    "dividing by what may be zero": (Claim(L.y, "=", L.z), Claim(L.x * L.y, "=", L.x * L.z)),
    "unequal by default": (Claim(L.x, "!=", L.y),),
    "zero to a positive power": (Claim(L.m**L.p, ">", 0),),
    "a constant": (Claim(PI, "=", Fraction(22, 7)),),
    "a bound that an open domain only approaches": (Claim(L.p, ">", Fraction(1, 10**6)),),
}

NOT_DEFINED: dict[str, tuple[Claim, Term]] = {
    "a cancelled factor": (Claim((L.x**2 - 1) / (L.x - 1), "=", L.x + 1), (L.x**2 - 1) / (L.x - 1)),
    "a quotient of equals": (Claim(L.x / L.x * L.y, "=", L.y), L.x / L.x),
    "the logarithm of a real number": (Claim(exp(log(L.x)), "=", L.x), log(L.x)),
    "zero to the power zero": (Claim(L.x**0, "=", 1), L.x**0),
    "zero to a power that may be zero": (Claim(L.m**L.m, ">=", 0), L.m**L.m),
    "the cube root of a negative number": (Claim(exact(-8) ** Fraction(1, 3), "=", -2), exact(-8) ** Fraction(1, 3)),
    "an exponent that is an integer by chance": (Claim(exact(-8) ** L.p, "=", 1), exact(-8) ** L.p),
    "a closed end": (Claim(1 / (1 - L.u), ">=", 1), 1 / (1 - L.u)),
    "a denominator that vanishes on a hyperplane": (Claim(1 / (L.n + L.d - L.a - L.b), "!=", 0), 1 / (L.n + L.d - L.a - L.b)),
    "a denominator that vanishes at thirds": (Claim(exp(L.p) / (3 * L.x - 1), "!=", 0), exp(L.p) / (3 * L.x - 1)),
    "a product under a logarithm": (Claim(log(L.x * L.y - 1), "<", 10**9), log(L.x * L.y - 1)),
    "zero times what is not defined": (Claim(log(L.x) * 0, "=", 0), log(L.x)),
}


@pytest.mark.parametrize("name", HOLDS)
def test_what_holds_is_supported(name: str, ask: Ask) -> None:
    verdict = ask(*HOLDS[name])
    assert isinstance(verdict, Supported), verdict
    assert verdict.met >= 20 and verdict.digits >= 50


@pytest.mark.parametrize("name", FAILS)
def test_what_fails_is_refuted(name: str, ask: Ask) -> None:
    assert isinstance(ask(*FAILS[name]), Refuted)


@pytest.mark.parametrize("name", NOT_DEFINED)
def test_what_is_not_defined_is_found(name: str, ask: Ask) -> None:
    claim, subterm = NOT_DEFINED[name]
    verdict = ask(claim)
    assert isinstance(verdict, IllDefined), verdict
    assert verdict.subterm == str(subterm)


def test_contradictory_assumptions_support_nothing(ask: Ask) -> None:
    verdict = ask(L.x < L.y, L.x < L.y - 1, L.y < L.x)
    assert isinstance(verdict, Undecided) and "meets the assumptions" in verdict.reason and verdict.example is None


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (Claim(PI, ">", Fraction(31415926, 10**7)), "proved"),
        (Claim(ONE, "=", ONE), "proved"),
        (Claim(exact(4) ** Fraction(1, 2), "=", 2), "proved"),
        (Claim(exact(8) ** Fraction(2, 3), "=", 4), "proved"),
        (Claim(sqrt(TWO) * sqrt(TWO), "=", 2), "supported"),
        (Claim(sqrt(TWO) * sqrt(TWO), "<=", 2), "supported"),
        (Claim(sqrt(TWO) * sqrt(TWO), "<", 2), "undecided"),
        (Claim(E ** exact(100), "=", exp(exact(100))), "supported"),
        (Claim(exact(2) ** exact(10**12), "<", exact(3) ** exact(10**12)), "proved"),
        (Claim(exp(exact(2) ** exact(10**12)), "<", 3), "undecided"),
        (Claim(exact(2) ** exact(10**30) ** exact(10**30), "<", 3), "undecided"),
        (Claim(ONE / exact(0), "=", 1), "ill-defined"),
    ],
)
def test_claims_without_variables_are_enclosed(claim: Claim, expected: str, ask: Ask) -> None:
    assert word(ask(claim)) == expected


def test_a_difference_below_the_digits_is_never_called_exact(ask: Ask) -> None:
    verdict = ask(Claim(exp(L.p), "=", exp(L.p) + exact(10) ** exact(-5000)))
    assert isinstance(verdict, Supported) and 50 <= verdict.digits <= 100
    assert not isinstance(ask(Claim(exp(ONE), "=", exp(ONE) + exact(10) ** exact(-5000))), Proved)
