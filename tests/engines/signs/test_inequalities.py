"""What follows from patterns of signs, each with a false twin that must not."""

from __future__ import annotations

import pytest

from checks.language.claims import Claim
from checks.language.terms import Derivative, E
from checks.language.vocabulary import exp, log, sqrt
from checks.verdicts import Proved, Undecided

from .letters import L, ask

a, b, c, p, q, x, y = L.a, L.b, L.c, L.p, L.q, L.x, L.y
r, u, v, m, n, alpha = L.r, L.u, L.v, L.m, L.n, L.alpha

# name: what follows from the assumptions, what does not, the assumptions
Case = tuple[Claim, Claim, tuple[Claim, ...]]

ONE_CHANGE: dict[str, Case] = {
    "below the zero": (a * x**p > b * x**q, a * x**p < b * x**q, (Claim(a * y**p, "=", b * y**q), p < q, x < y)),
    "above the zero": (a * x**p < b * x**q, a * x**p > b * x**q, (Claim(a * y**p, "=", b * y**q), p < q, x > y)),
    "three powers": (a * x**p + b * x**q > c, a * x**p + b * x**q < c, (Claim(a * y**p + b * y**q, "=", c), x > y)),
    "a sign at a point tells where it lies": (x < y, x > y, (a * x**p + b * x**q < c, Claim(a * y**p + b * y**q, "=", c))),
    "the zero is the only one": (Claim(x, "=", y), Claim(x, "!=", y), (Claim(x**a + x**b, "=", c), Claim(y**a + y**b, "=", c))),
    "a power of a bound": (x < 3, x < 2, (x**3 < 27,)),
    "a logarithm of a bound": (x > E, x > 3, (log(x) > 1,)),
    "exponentials": (exp(a * r) > exp(b * r), exp(a * r) < exp(b * r), (a > b, r > 0)),
    "powers compare as exponents do": (x**a < x**b, x**a > x**b, (x > 1, a < b)),
}
TWO_CHANGES: dict[str, Case] = {
    "Bernoulli, an exponent below 1": (x**u <= 1 + u * (x - 1), x**u < 1 + u * (x - 1), ()),
    "Bernoulli, an exponent above 1": (x**p >= 1 + p * (x - 1), x**p > 1 + p * (x - 1), (p > 1,)),
    "Bernoulli, an exponent from 1": (x**p >= 1 + p * (x - 1), x**p >= 1 + p * x, (p >= 1,)),
    "Bernoulli on its whole domain": ((1 + r) ** p >= 1 + p * r, (1 + r) ** p > 1 + p * r, (p > 1, r > -1)),
    "weighted means": (u * x + (1 - u) * y >= x**u * y ** (1 - u), u * x + (1 - u) * y > x**u * y ** (1 - u), ()),
    "weighted means, weights of zero included": (v * x + (1 - v) * y >= x**v * y ** (1 - v), v * x + (1 - v) * y > x**v * y ** (1 - v), ()),
    "Young": (x * y <= x**p / p + y**q / q, x * y < x**p / p + y**q / q, (p > 1, Claim(1 / p + 1 / q, "=", 1))),
    "a power mean": (((x + y) / 2) ** p <= (x**p + y**p) / 2, ((x + y) / 2) ** p < (x**p + y**p) / 2, (p > 1,)),
    "a quartic with a double zero": (r**4 - 4 * r + 3 >= 0, r**4 - 4 * r + 3 > 0, ()),
}
UNIMODAL: dict[str, Case] = {
    "the logarithm's tangent": (log(x) <= x - 1, log(x) < x - 1, ()),
    "the logarithm from below": (log(x) >= 1 - 1 / x, log(x) > 1 - 1 / x, ()),
    "the logarithm off its tangent": (log(x) < x - 1, log(x) > x - 1, (Claim(x, "!=", 1),)),
    "a logarithm over its argument": (log(x) / x <= 1 / E, log(x) / x <= 1 / (E + 1), ()),
    "the same with a parameter": ((log(n) + log(a)) / n <= a / E, (log(n) + log(a)) / n < a / E, ()),
    "the exponential's tangent": (exp(r) >= 1 + r, exp(r) > 1 + r, ()),
    "the exponential's chord through zero": (exp(x) >= E * x, exp(x) > E * x, ()),
    "a peak with a parameter": (x**a * exp(-x) <= (a / E) ** a, x**a * exp(-x) < (a / E) ** a, ()),
    "x to the x": (x**x >= exp(-1 / E), x**x >= exp(-1 / E) + v + a, ()),
    "entropy": (x * log(x / y) >= x - y, x * log(x / y) > x - y, ()),
    "a power against a logarithm": (x**a >= 1 + a * log(x), x**a > 1 + a * log(x), ()),
    "powers exchanged below e": (a**b < b**a, a**b > b**a, (b < a, b > E)),
}
DERIVED: dict[str, Case] = {
    "a shifted logarithm": (log(1 + x) < x, log(1 + x) > x, ()),
    "a shifted logarithm from below": (log(1 + x) > x / (1 + x), log(1 + x) > x / (1 + x) + 1, ()),
    "to second order": (log(1 + x) > x - x**2 / 2, log(1 + x) > x - x**2 / 3, ()),
    "the exponential to second order": (exp(x) > 1 + x + x**2 / 2, exp(x) > 1 + x + x**2, ()),
    "the hyperbolic cosine": (exp(r) + exp(-r) >= 2 + r**2, exp(r) + exp(-r) >= 2 + 2 * r**2, ()),
    "a quotient beside the logarithm": ((x + 1) * log(x) >= 2 * (x - 1), (x + 1) * log(x) > 2 * (x - 1), (x >= 1,)),
    "a root beside the logarithm": (sqrt(x) * log(x) <= x - 1, sqrt(x) * log(x) < x - 1, (x >= 1,)),
    "a root": (sqrt(1 + x) < 1 + x / 2, sqrt(1 + x) < 1 + x / 3, ()),
    "where a power is zero": (m**a <= 1 + a * m, m**a <= a * m, (a <= 1,)),
    "the sign of a derivative": (Derivative(x - log(x), x) > 0, Derivative(x - log(x), x) > 0, (x > 1,)),
}
DERIVED["the sign of a derivative"] = (Derivative(x - log(x), x) > 0, Derivative(x - log(x), x) > 1, (x > 1,))
GROUPS = {"one change": ONE_CHANGE, "two changes": TWO_CHANGES, "unimodal": UNIMODAL, "derived": DERIVED}
TABLE = [pytest.param(case, id=f"{group}: {name}") for group, cases in GROUPS.items() for name, case in cases.items()]


@pytest.mark.parametrize("case", TABLE)
def test_what_follows_is_proved(case: Case) -> None:
    goal, _, given = case
    assert isinstance(ask(goal, *given), Proved)
    assert isinstance(ask(goal.mirrored, *given), Proved)


@pytest.mark.parametrize("case", TABLE)
def test_the_false_twin_is_not(case: Case) -> None:
    _, wrong, given = case
    assert isinstance(ask(wrong, *given), Undecided)
