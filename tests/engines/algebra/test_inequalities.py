"""Inequalities whose sign is visible, each with a false twin; implications and what contradictory assumptions give."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.language.claims import Claim
from checks.language.terms import PI, Derivative, Differential, E, exact
from checks.language.vocabulary import absolute, exp, log, maximum, minimum, sqrt
from checks.verdicts import Proved, Undecided, Vacuous, Verdict

from .letters import L

Ask = Callable[..., Verdict]
a, b, c, n, p, q, x, y, z, m, u, v = L.a, L.b, L.c, L.n, L.p, L.q, L.x, L.y, L.z, L.m, L.u, L.v
alpha, g = L.alpha, L.g

# name: what follows from the assumptions, what does not, the assumptions
Case = tuple[Claim, Claim, tuple[Claim, ...]]

SIGNS: dict[str, Case] = {
    "a sum of positive terms": (a * b + exp(x) > 0, a * b - exp(x) > 0, ()),
    "a sum of squares": (x**2 + y**2 >= 0, x**2 + y**2 > 0, ()),
    "a sum of squares and more": (x**2 + y**2 + 1 > 0, x**2 + y**2 - 1 > 0, ()),
    "a square that expands": (x**2 + y**2 >= 2 * x * y, x**2 + y**2 >= 3 * x * y, ()),
    "a square off its zero": ((x - y) ** 2 > 0, (x - y) ** 3 > 0, (Claim(x, "!=", y),)),
    "a quotient": (a / (b + c) > 0, (a - b) / (b + c) > 0, ()),
    "an odd power": (-(a**3) < 0, a**3 < 0, ()),
    "a factor that may vanish": (m * a >= 0, m * a > 0, ()),
    "an increment": (Claim(Differential(x, (x,)), "!=", 0), Differential(x, (x,)) > 0, ()),
    "a logarithm above one": (log(n) > 0, log(n) > 1, (n > 1,)),
    "a logarithm on the unit interval": (log(u) <= 0, log(u) < 0, ()),
    "the slope of an increasing function": (Derivative(g(x), x) > 0, Derivative(g(x), x) > 1, ()),
    "the slope of an increasing function of a square": (x * Derivative(g(x**2), x) >= 0, x * Derivative(g(x**2), x) > 0, ()),
}
DOMAINS: dict[str, Case] = {
    "the distance from a closed end": (1 - v >= 0, 1 - v > 0, ()),
    "the distance from an open end": (2 - a > 0, 1 - a > 0, (a < 2,)),
    "two distances": ((1 - u) * (1 - v) >= 0, (1 - u) * (1 - v) > 0, ()),
    "two distances, expanded": (1 - u - v + u * v >= 0, 1 - u - v + u * v > 0, ()),
    "an end that is assumed": (alpha - 1 < 0, alpha - 1 > 0, (alpha <= Fraction(1, 2),)),
    "a number on the left": (x**3 > 0, x**3 > 8, (x >= 2,)),
    "a domain that is one point": (L.one >= 1, L.one > 1, ()),
    "a domain cut down to one point": (Claim(v, "=", 1), Claim(v, "=", 0), (v >= 1,)),
}
IMPLICATIONS: dict[str, Case] = {
    "transitivity": (x > z, z > x, (x > y, y > z)),
    "adding": (x + y > 0, x - y > 0, (x > 0, y > 0)),
    "dividing by something positive": (x > y, y > x, (a * x > a * y,)),
    "dividing by something negative": (x < y, y < x, (z * x > z * y, z < 0)),
    "inverting positive numbers": (1 / a < 1 / b, 1 / a > 1 / b, (a > b,)),
    "a factor is not zero": (Claim(x, "!=", 0), Claim(x, "=", y), (Claim(x * y, "!=", 0),)),
    "the other factor's sign": (y > 0, x > 0, (x**2 * y > 0,)),
    "a root of an odd power": (x > 0, x > 1, (x**3 > 0,)),
    "powers are increasing": (a**p > b**p, a**p < b**p, (a > b,)),
    "powers with exact decimals": (n ** Fraction("0.34") <= n ** Fraction("0.35"), n ** Fraction("0.35") <= n ** Fraction("0.34"), (n >= 1,)),
    "logarithms are increasing": (log(a) > log(b), log(a) < log(b), (a > b,)),
    "and back": (a > b, a < b, (log(a) > log(b),)),
    "a root is increasing": (sqrt(a) > sqrt(b), sqrt(a) < sqrt(b), (a > b,)),
    "an equation and an inequality": (y > 1, y > 2, (Claim(x, "=", y - 1), x > 0)),
    "what the domain of a solved symbol said": (y > 1, y > 2, (Claim(a, "=", y - 1),)),
    "an assumption that a later one makes sense of": (Claim(x, "=", 1), Claim(x, "=", 2), (Claim(log(x), "=", 0), x > 0)),
}
NUMBERS: dict[str, Case] = {
    "pi": (PI > 3, Fraction(22, 7) < PI, ()),
    "e": (Fraction(272, 100) > E, Fraction(271, 100) > E, ()),
    "a logarithm of a rational": (log(exact(Fraction(4, 3))) > 0, log(exact(Fraction(3, 4))) > 0, ()),
    "roots": (sqrt(exact(2)) + sqrt(exact(3)) > 3, sqrt(exact(2)) + sqrt(exact(3)) > 4, ()),
    "a power of roots": (exact(2) ** sqrt(exact(2)) < E, exact(2) ** sqrt(exact(2)) > E, ()),
    "a number as a coefficient": (a * log(exact(Fraction(4, 3))) + b > 0, a * log(exact(Fraction(3, 4))) + b > 0, ()),
    "numbers that no ball tells apart": (sqrt(3 + sqrt(exact(8))) > 2, sqrt(3 + sqrt(exact(8))) > 1 + sqrt(exact(2)), ()),
}
BRANCHES: dict[str, Case] = {
    "a minimum is at most each": (minimum(x, y) <= y, minimum(x, y) < y, ()),
    "a minimum of three": (minimum(x, y, z) <= z, minimum(x, y, z) >= z, ()),
    "a maximum is at least each": (maximum(x, y) >= x, maximum(x, y) > x, ()),
    "the triangle inequality": (absolute(x + y) <= absolute(x) + absolute(y), absolute(x + y) >= absolute(x) + absolute(y), ()),
    "inside a logarithm": (log(maximum(x, 1)) >= 0, log(maximum(x, 1)) > 0, ()),
    "a root at the face at zero": (sqrt(m) + m >= 0, sqrt(m) + m > 0, ()),
}
GROUPS = {"signs": SIGNS, "domains": DOMAINS, "implications": IMPLICATIONS, "numbers": NUMBERS, "branches": BRANCHES}
TABLE = [pytest.param(case, id=f"{group}: {name}") for group, cases in GROUPS.items() for name, case in cases.items()]


@pytest.mark.parametrize("case", TABLE)
def test_what_follows_is_proved(case: Case, ask: Ask) -> None:
    goal, _, given = case
    assert isinstance(ask(goal, *given), Proved)
    assert isinstance(ask(goal.mirrored, *given), Proved)


@pytest.mark.parametrize("case", TABLE)
def test_what_does_not_follow_is_not(case: Case, ask: Ask) -> None:
    _, wrong, given = case
    assert isinstance(ask(wrong, *given), Undecided)


@pytest.mark.parametrize("case", TABLE)
def test_the_negation_of_what_follows_is_not_proved(case: Case, ask: Ask) -> None:
    goal, _, given = case
    assert isinstance(ask(goal.negation, *given), Undecided)


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in IMPLICATIONS.items()])
def test_implications_need_their_assumptions(case: Case, ask: Ask) -> None:
    goal, _, given = case
    for index in range(len(given)):
        assert isinstance(ask(goal, *given[:index], *given[index + 1 :]), Undecided)


VACUOUS: dict[str, tuple[Claim, ...]] = {
    "an empty interval": (u > 1,),
    "an interval whose ends exclude each other": (x >= 1, x < 1),
    "two values": (Claim(x, "=", 1), Claim(x, "=", 2)),
    "a positive number that is negative": (Claim(a, "=", -b),),
    "a negative square": (x**2 < 0,),
    "a negative sum of squares": (x**2 + y**2 + 1 <= 0,),
    "a circle of inequalities": (x > y, y > x),
    "a sign and its opposite": (x * y > 0, x * y < 0),
    "a logarithm that is too small": (log(a) > 0, a < 1),
    "a branch that is too small": (absolute(x) < 0,),
    "faces that are both empty": (sqrt(m) < 0,),
}


@pytest.mark.parametrize("name", VACUOUS)
def test_contradictory_assumptions_are_seen(name: str, ask: Ask) -> None:
    assert isinstance(ask(Claim(z, "=", 1), *VACUOUS[name]), Vacuous)


SATISFIABLE: dict[str, tuple[Claim, ...]] = {
    "an interval of one point": (v >= 1,),
    "the closed ends meet": (x >= 1, x <= 1),
    "one value twice": (Claim(x, "=", 1), Claim(x, "=", 1)),
    "a positive number that is minus a real one": (Claim(a, "=", -x),),
    "a square that is zero": (x**2 <= 0,),
    "a sum of squares that is zero": (x**2 + y**2 <= 0,),
    "a circle of weak inequalities": (x >= y, y >= x),
    "a product that is zero": (x * y >= 0, x * y <= 0),
    "a logarithm of one": (log(a) >= 0, a <= 1),
    "an absolute value that is zero": (absolute(x) <= 0,),
    "a root that is zero": (sqrt(m) <= 0,),
}


@pytest.mark.parametrize("name", SATISFIABLE)
def test_assumptions_that_barely_hold_together_are_not_vacuous(name: str, ask: Ask) -> None:
    assert not isinstance(ask(Claim(z, "=", exact(1)), *SATISFIABLE[name]), Vacuous | Proved)
