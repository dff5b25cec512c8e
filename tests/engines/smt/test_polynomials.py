"""Polynomial and rational claims that Z3 settles, each with a false twin that is refuted or at least not proved."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.language.claims import Claim
from checks.language.terms import Derivative
from checks.language.vocabulary import absolute, maximum, minimum, sqrt
from checks.verdicts import Proved, Refuted, Verdict

from .letters import L

Ask = Callable[..., Verdict]
a, b, c, n, x, y, z, u, v, w, m, k, q = L.a, L.b, L.c, L.n, L.x, L.y, L.z, L.u, L.v, L.w, L.m, L.k, L.q
E, K, P, alpha, delta, gamma, omega, rho, t = L.E, L.K, L.P, L.alpha, L.delta, L.gamma, L.omega, L.rho, L.t
best = (omega * gamma - 2 * n / E) / (2 * delta)
bound = K * delta * E**2 / (2 * (6 * rho * delta * E - 1))
slope = K / n + (2 / E) * (1 / (delta * E) - 6 * rho)


def profit(volume: object) -> object:
    return omega * gamma * volume - 2 * n * volume / E - delta * volume**2  # type: ignore[operator]


# name: what holds, what does not, the assumptions
Case = tuple[Claim, Claim, tuple[Claim, ...]]
CLASSICAL: dict[str, Case] = {
    "means of three": (x**3 + y**3 + z**3 >= 3 * x * y * z, x**3 + y**3 + z**3 >= Fraction(31, 10) * x * y * z, ()),
    "Nesbitt": (x / (y + z) + y / (z + x) + z / (x + y) >= Fraction(3, 2), x / (y + z) + y / (z + x) + z / (x + y) > Fraction(3, 2), ()),
    "Cauchy and Schwarz": (
        (u * x + v * y + w * z) ** 2 <= (u**2 + v**2 + w**2) * (x**2 + y**2 + z**2),
        (u * x + v * y + w * z) ** 2 < (u**2 + v**2 + w**2) * (x**2 + y**2 + z**2),
        (),
    ),
    "Motzkin": (u**4 * v**2 + u**2 * v**4 + 1 >= 3 * u**2 * v**2, u**4 * v**2 + u**2 * v**4 + 1 >= Fraction(61, 20) * u**2 * v**2, ()),
    "degree six": (u**6 + v**6 + w**6 >= 3 * u**2 * v**2 * w**2, u**6 + v**6 + w**6 >= 4 * u**2 * v**2 * w**2, ()),
    "in a box": (
        a / (b + c + 1) + b / (c + a + 1) + c / (a + b + 1) + (1 - a) * (1 - b) * (1 - c) <= 1,
        a / (b + c + 1) + b / (c + a + 1) + c / (a + b + 1) + 2 * (1 - a) * (1 - b) * (1 - c) <= 1,
        (a <= 1, b <= 1, c <= 1),
    ),
}
ECONOMIC: dict[str, Case] = {
    "the best volume": (Claim(profit(t), "<=", profit(best)), Claim(profit(t), "<", profit(best)), ()),
    "a chain": (n <= bound, n < bound, (slope >= 0, 6 * rho * delta * E > 1)),
    "a share": ((1 - 1 / P) / gamma * alpha / P <= alpha / (4 * gamma), (1 - 1 / P) / gamma * alpha / P < alpha / (4 * gamma), ()),
    "comparative statics": (
        Claim(Derivative(omega / (2 * delta) - n / (E * delta), E), ">", 0),
        n / (delta * E**2) > n / delta,
        (),
    ),
}
ASSUMED: dict[str, Case] = {
    "a reciprocal between positives": (1 / x < 1 / y, 1 / x > 1 / y, (x > y,)),
    "a product of fixed value": (x + y + z >= 3, x + y + z > 3, (Claim(x * y * z, "=", 1),)),
    "a sum of fixed value": (x * y <= Fraction(1, 4), x * y < Fraction(1, 4), (Claim(x + y, "=", 1),)),
    "cubes": (Claim(u, "=", v), Claim(u, "=", -v), (Claim(u**3, "=", v**3), Claim(u, "!=", 0))),
    "what does not vanish": (Claim(u**2 + 1, "!=", 0), Claim(u**2 - 1, "!=", 0), ()),
    "a quotient defined by an assumption": ((u**2 - 1) / (u - 1) > 2, (u**2 - 1) / (u - 1) > 3, (u > 1,)),
    "an assumption's own definedness": (u > 0, u > 1, (1 / sqrt(u) > 0,)),
}
BRANCHES: dict[str, Case] = {
    "the triangle": (absolute(u + v) <= absolute(u) + absolute(v), absolute(u + v) >= absolute(u) + absolute(v), ()),
    "least and greatest": (minimum(u, v) + maximum(u, v) <= u + v, minimum(u, v) + maximum(u, v) < u + v, ()),
    "the greatest of three": (maximum(u, v, w) >= v, maximum(u, v, w) > v, ()),
    "a root": (sqrt(u**2 + v**2) <= absolute(u) + absolute(v), sqrt(u**2 + v**2) <= absolute(u), ()),
    "the root of a square": (Claim(sqrt(u**2), "=", absolute(u)), Claim(sqrt(u**2), "=", u), ()),
    "roots at zero": (sqrt(m * k) <= (m + k) / 2, sqrt(m * k) < (m + k) / 2, ()),
    "a sum under a root": (sqrt(x + y) < sqrt(x) + sqrt(y), sqrt(x + y) > sqrt(x) + sqrt(y) / 2, ()),
    "a power that vanishes at an end": ((1 - q) ** Fraction(3, 2) <= 1, (1 - q) ** Fraction(3, 2) < 1, ()),
}
GROUPS = {"classical": CLASSICAL, "economic": ECONOMIC, "assumed": ASSUMED, "branches": BRANCHES}
TABLE = [pytest.param(case, id=f"{group}: {name}") for group, cases in GROUPS.items() for name, case in cases.items()]


@pytest.mark.parametrize("case", TABLE)
def test_claims_are_proved(case: Case, ask: Ask) -> None:
    holds, _, given = case
    assert isinstance(ask(holds, *given), Proved)


@pytest.mark.parametrize("case", TABLE)
def test_their_false_twins_are_refuted(case: Case, ask: Ask) -> None:
    _, fails, given = case
    assert isinstance(ask(fails, *given), Refuted)
