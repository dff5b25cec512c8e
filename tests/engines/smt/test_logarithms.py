"""Claims with powers, exponentials and logarithms that lemmas settle, each with a false twin."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.language.claims import Claim
from checks.language.terms import PI, Derivative, E, exact
from checks.language.vocabulary import exp, log, sqrt
from checks.verdicts import Proved, Verdict

from .letters import L

Ask = Callable[..., Verdict]
a, b, c, n, x, y, u, v, m, p, q, g = L.a, L.b, L.c, L.n, L.x, L.y, L.u, L.v, L.m, L.p, L.q, L.gamma
HALF = Fraction(1, 2)

# name: what holds, what does not, the assumptions
Case = tuple[Claim, Claim, tuple[Claim, ...]]
TANGENTS: dict[str, Case] = {
    "log x <= x - 1": (log(x) <= x - 1, log(x) < x - 1, ()),
    "log(1 + u) <= u": (log(1 + u) <= u, log(1 + u) <= u / 2, (u > -1,)),
    "exp u >= 1 + u": (exp(u) >= 1 + u, exp(u) > 1 + u, ()),
    "exp x >= e x": (exp(x) >= E * x, exp(x) >= 3 * x, ()),
    "x log x >= -1/e": (x * log(x) >= -1 / E, x * log(x) >= -1 / (2 * E), ()),
    "log(c x)/x <= c/e": (log(c * x) / x <= c / E, log(c * x) / x <= c / 3, ()),
    "strict away from 1": (log(x + 1) - log(x) < 1 / x, log(x + 1) - log(x) < 1 / (x + 1), ()),
    "at a number in sight": (log(x) <= x / 2 - 1 + log(exact(2)), log(x) <= x / 3 - 1 + log(exact(2)), ()),
}
CURVES: dict[str, Case] = {
    "a chord of the logarithm": (log(q + 1) >= q * log(exact(2)), log(q + 1) > q * log(exact(2)), ()),
    "a chord of the exponential": (exact(2) ** q <= 1 + q, exact(2) ** q <= 1 + q / 2, ()),
    "a square below the exponential": (exp(x) > x**2, exp(x) > x**3, ()),
    "Taylor's second polynomial": (exp(x) > 1 + x + x**2 / 2, exp(x) > 1 + x + x**2, ()),
    "a fraction below the logarithm": (log(x) >= 2 * (x - 1) / (x + 1), log(x) >= 3 * (x - 1) / (x + 2), (x >= 1,)),
    "a box": (x**a - 1 - a * log(x) > 0, x**a - 1 - Fraction(5, 4) * a * log(x) > 0, (x >= Fraction(9, 8), x <= 5, a <= 2, a >= Fraction(1, 8))),
    "entropy": (-p * log(p) - (1 - p) * log(1 - p) <= log(exact(2)), -p * log(p) - (1 - p) * log(1 - p) < log(exact(2)), (p < 1,)),
}
MONOTONE: dict[str, Case] = {
    "of logarithms": (log(x) < log(y), log(y) < log(x), (x < y,)),
    "in the exponent": (x**a <= x**b, x**b <= x**a, (x >= 1, a < b)),
    "in the base": (x**a < y**a, x ** (-a) < y ** (-a), (x < y,)),
    "decay": (n ** (-a * g) < 1, n ** (-a * g) < HALF, (n > 1,)),
    "decimals in the exponent": (n ** Fraction("0.34") <= n ** Fraction("0.35"), n ** Fraction("0.35") < n ** Fraction("0.34"), (n >= 1,)),
    "with the base at zero": (m**a <= 1, m**u <= 1, (m <= 1,)),
    "back from powers": (Claim(x, "=", y), Claim(x, "=", 2 * y), (Claim(x**a, "=", y**a),)),
    "against a number": (exp(u) > 2, exp(u) > 3, (u > log(exact(2)),)),
}
MEANS: dict[str, Case] = {
    "Bernoulli": ((1 + u) ** a >= 1 + a * u, (1 + u) ** a <= 1 + a * u, (u > -1, a > 1)),
    "weighted": (sqrt(x) * sqrt(y) <= (x + y) / 2, x ** Fraction(1, 3) * y ** Fraction(2, 3) <= (2 * x + y) / 3, ()),
    "Jensen": (x * log(x) + y * log(y) >= (x + y) * log((x + y) / 2), x * log(x) + y * log(y) > (x + y) * log((x + y) / 2), ()),
    "logarithms of sums": (
        a * log(a / b) + c * log(c / x) >= (a + c) * log((a + c) / (b + x)),
        a * log(a / b) + c * log(c / x) > (a + c) * log((a + c) / (b + x)),
        (),
    ),
    "a conjugate": (x * u <= exp(u) + x * log(x) - x, x * u < exp(u) + x * log(x) - x, ()),
}
OTHER: dict[str, Case] = {
    "numbers": (E**PI > PI**E, E**PI < PI**E, ()),
    "a derivative's sign": (Derivative(log(x) / x, x) <= 0, Derivative(log(x) / x, x) < 0, (x >= E,)),
    "two parameters": ((1 + a * g) * n ** (-a * g) <= 1, (1 + a * g) * n ** (-a * g / 2) <= 1, (n >= 3,)),
    "a tower": ((1 + 1 / x) ** x < E, (1 + 1 / x) ** x < 2, ()),
}
GROUPS = {"tangents": TANGENTS, "curves": CURVES, "monotone": MONOTONE, "means": MEANS, "other": OTHER}
TABLE = [pytest.param(case, id=f"{group}: {name}") for group, cases in GROUPS.items() for name, case in cases.items()]


@pytest.mark.parametrize("case", TABLE)
def test_claims_are_proved(case: Case, ask: Ask) -> None:
    holds, _, given = case
    assert isinstance(ask(holds, *given), Proved)


@pytest.mark.parametrize("case", TABLE)
def test_their_false_twins_are_not(case: Case, ask: Ask) -> None:
    _, fails, given = case
    assert not isinstance(ask(fails, *given), Proved)
