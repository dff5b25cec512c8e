"""Inequalities that the engine proves, each with a false twin that it must not prove."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checks.engines.balls import Balls
from checks.language.claims import Claim
from checks.language.domains import POSITIVE, REAL, Interval
from checks.language.terms import E, exact
from checks.language.vocabulary import absolute, exp, log, maximum, sqrt, symbol
from checks.obligations import Obligation
from checks.verdicts import Proved, Refuted, Undecided, Verdict

x, y, p, q = symbol("x", POSITIVE), symbol("y", POSITIVE), symbol("p", POSITIVE), symbol("q", POSITIVE)
r, s = symbol("r", REAL), symbol("s", REAL)
a = symbol("a", Interval(Fraction(1, 8), Fraction(2)))
b = symbol("b", Interval(Fraction(9, 8), Fraction(5)))
t = symbol("t", Interval(Fraction(0), Fraction(1)))
m = symbol("m", Interval(Fraction(-1), None, includes_low=False))
n = symbol("n", Interval(Fraction(5), None))
z, w = symbol("z", Interval(Fraction(0), None)), symbol("w", Interval(Fraction(0), None))

Case = tuple[Claim, Claim, tuple[Claim, ...]]
TANGENT: dict[str, Case] = {
    "the logarithm's tangent": (log(x) <= x - 1, log(x) < x - 1, ()),
    "the exponential's tangent": (exp(r) >= 1 + r, exp(r) > 1 + r, ()),
    "a tangent at e": (x / E >= log(x), x / E > log(x), ()),
    "a tangent at an open end": (log(1 + m) <= m, log(1 + m) >= m, ()),
    "a multiple zero": ((r - 1) ** 4 >= 0, (r - 1) ** 4 > 0, ()),
    "entropy": (x * log(x) >= x - 1, x * log(x) >= x, ()),
    "two powers that meet at e": (x**E <= exp(x), x**E < exp(x), ()),
    "the tangents of powers, a curve of zeros": (x**r >= 1 + r * log(x), x**r > 1 + r * log(x), ()),
}
UNBOUNDED: dict[str, Case] = {
    "exp beats a cube from 5": (exp(n) > n**3, exp(x) > x**3, ()),
    "a root beats a logarithm": (sqrt(x) > log(x), sqrt(x) > 2 * log(x), ()),
    "compound interest": ((1 + 1 / x) ** x < E, (1 + 1 / x) ** x < exact(Fraction(27, 10)), ()),
    "compound interest from above": ((1 + 1 / x) ** (x + 1) > E, (1 + 1 / x) ** (x + 1) > exact(3), ()),
    "small powers of a large number": (log(x) <= 10 * x ** Fraction(1, 10), log(x) <= x ** Fraction(1, 10), ()),
    "an exponential series": (exp(x) > 1 + x + x**2 / 2, exp(r) > 1 + r + r**2 / 2, ()),
    "a difference that tends to zero": (log(1 + 1 / x) < 1 / x, log(1 + 1 / x) < 1 / (x + 1), ()),
    "a quintic": (r**4 + 1 > r, r**5 + 1 > r, ()),
}
BOXES: dict[str, Case] = {
    "a power against its tangent": (b**a - 1 - a * log(b) > 0, b**a - 1 - a * log(b) > Fraction(1, 10), ()),
    "within part of a box": (b * a < 5, b * a < 3, (b + a < 4,)),
    "a power on a closed interval": (sqrt(t) >= t, sqrt(t) > t, ()),
    "a minimum inside": (b**2 - 2 * b * a + a**2 + exact(Fraction(1, 10)) > 0, b**2 - 2 * b * a + a**2 > 0, ()),
}
SEVERAL: dict[str, Case] = {
    "Gibbs": (x * log(x / y) >= x - y, x * log(x / y) > x - y, ()),
    "Bernoulli": ((1 + m) ** p >= 1 + p * m, (1 + m) ** p > 1 + p * m, (p >= 1,)),
    "Bernoulli, a real exponent below one": (x**t <= 1 + t * (x - 1), x**t >= 1 + t * (x - 1), ()),
    "Young": (x * y <= x**p / p + y**q / q, x * y < x**p / p + y**q / q, (p > 1, Claim(q, "=", p / (p - 1)))),
    "means": (x**t * y ** (1 - t) <= t * x + (1 - t) * y, x**t * y ** (1 - t) < t * x + (1 - t) * y, ()),
    "means with zeros": (sqrt(z * w) <= (z + w) / 2, sqrt(z * w) < (z + w) / 2, ()),
    "a conjugate": (x * y <= exp(x) + y * log(y) - y, x * y < exp(x) + y * log(y) - y, ()),
    "squares and an exponential": (r**2 + exp(s) > r + s - 1, r**2 + exp(s) > r + s * Fraction(5, 2), ()),
}
CASES: dict[str, Case] = {
    "an absolute value": (absolute(r) >= r, absolute(r) > r, ()),
    "a maximum": (maximum(x, 1 / x) >= 1, maximum(x, 1 / x) > 1, ()),
    "an assumption that is no bound": (r**2 > r, r**3 > r, (r**2 > 1,)),
    "an assumption with an irrational end": (log(x) <= 1, log(x) < 1, (x <= E,)),
    "an assumption with a root": (x**2 > 1, x**2 > 2, (x**3 - x > 1,)),
    "an equation": (y > 1, y > 2, (Claim(y, "=", exp(x)),)),
    "numbers": (E**3 > 20, E**3 > 21, ()),
    "a printed number": (
        absolute(log(exact(7)) - Fraction("1.946")) <= Fraction("0.0005"),
        absolute(log(exact(7)) - Fraction("1.947")) <= Fraction("0.0005"),
        (),
    ),
    "unequal": (Claim(exp(r), "!=", r), Claim(exp(r), "!=", 3 * r), ()),
}
ALL = {**TANGENT, **UNBOUNDED, **BOXES, **SEVERAL, **CASES}


def answer(claim: Claim, given: tuple[Claim, ...] = ()) -> Verdict:
    return Balls().answer(Obligation(given, claim))


@pytest.mark.parametrize("name", ALL)
def test_true(name: str) -> None:
    claim, _, given = ALL[name]
    assert isinstance(found := answer(claim, given), Proved), found


@pytest.mark.parametrize("name", ALL)
def test_false_twin(name: str) -> None:
    _, twin, given = ALL[name]
    assert not isinstance(answer(twin, given), Proved)


def test_a_counterexample_is_exact() -> None:
    found = answer(exp(x) > x**3)
    assert isinstance(found, Refuted) and 1.857 < found.witness.values["x"] < 4.537


def test_where_a_box_is_stuck_is_said() -> None:
    c, d = symbol("c", Interval(Fraction(2), Fraction(3))), symbol("d", Interval(Fraction(1), Fraction(2)))
    found = answer(d + sqrt(c + 2 * sqrt(c - 1)) + d**c >= d + 1 + sqrt(c - 1) + d**c)
    assert isinstance(found, Undecided) and "near c = " in found.reason
