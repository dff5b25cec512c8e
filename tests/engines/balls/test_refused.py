"""What the engine must not prove: claims that are undefined somewhere, equations, what only nearly holds."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checks.engines.balls import Balls
from checks.language.claims import Claim
from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, Interval
from checks.language.terms import Derivative, Function, Limit, exact
from checks.language.vocabulary import absolute, exp, log, maximum, minimum, sqrt, symbol
from checks.obligations import Obligation
from checks.verdicts import Proved, Undecided, Vacuous

x, y, k = symbol("x", POSITIVE), symbol("y", POSITIVE), symbol("k", NONNEGATIVE)
r, s = symbol("r", REAL), symbol("s", REAL)
u = symbol("u", Interval(Fraction(0), Fraction(2)))
f = Function("f")

UNDEFINED: dict[str, tuple[Claim, tuple[Claim, ...]]] = {
    "a logarithm at zero": (log(k) <= k, ()),
    "a logarithm of negative numbers": (log(r) <= r, ()),
    "a logarithm dropped by a maximum": (maximum(exact(2), minimum(exact(1), log(r))) >= 1, ()),
    "a quotient by zero": (1 / r**2 > 0, ()),
    "a quotient that cancels": (r / r >= 1, ()),
    "zero times the undefined": (0 * log(r) >= 0, ()),
    "a root": (sqrt(r) >= 0, ()),
    "zero to the zero": (k**k > 0, ()),
    "a pole inside the interval": (1 / (u - 1) ** 2 > 0, ()),
    "a real power of a negative base": (r ** exact(Fraction(1, 3)) <= 1 + r**2, ()),
    "a power with a variable exponent": (r**s <= exp(s**2 + r**2), ()),
    "undefined on a curve": (exp(1 / (x - y)) > 0, ()),
    "undefined at an end that an assumption leaves": (log(k) <= k - 1, (k <= 1,)),
}
NEARLY: dict[str, tuple[Claim, tuple[Claim, ...]]] = {
    "a tangent moved by 10**-30": (log(x) <= x - 1 - Fraction(1, 10**30), ()),
    "a limit that is not passed": (1 - exp(-x) >= Fraction(10**20, 10**20 + 1) * 1, ()),
    "false only far out": (log(x) < 40 + x ** Fraction(1, 100), ()),
    "false only very near an end": (x * log(x) > -(x ** Fraction(9, 10)) * 2, ()),
    "false between two close zeros": ((r - Fraction(1, 3)) * (r - Fraction(1, 3) - Fraction(1, 10**25)) >= 0, ()),
    "a rational near a root": (Claim(r, "!=", Fraction(1, 3)), ()),
    "false where two variables meet": ((x - y) ** 2 > 0, ()),
    "false on a thin strip": ((x - y) ** 2 + Fraction(1, 10**12) > Fraction(2, 10**12), ()),
    "an assumption that is not about the claim": (log(x) < 0, (y > 3,)),
    "an absolute value at its kink": (absolute(r - 1) > 0, ()),
}
OTHERS: dict[str, tuple[Claim, tuple[Claim, ...]]] = {
    "an equation": (Claim(exp(log(x)), "=", x), ()),
    "an unspecified function": (f(x) ** 2 >= 0, ()),
    "a derivative": (Derivative(log(r), r) ** 2 > 0, ()),
    "a limit": (Limit(1 / x, x, None) <= 1, ()),
    "equal numbers": (exp(log(exact(2))) > 2, ()),
}
ALL = {**UNDEFINED, **NEARLY, **OTHERS}


@pytest.mark.parametrize("name", ALL)
def test_not_proved(name: str) -> None:
    claim, given = ALL[name]
    assert not isinstance(Balls().answer(Obligation(given, claim)), Proved)


@pytest.mark.parametrize("name", OTHERS)
def test_the_reason_is_said(name: str) -> None:
    claim, given = OTHERS[name]
    found = Balls().answer(Obligation(given, claim))
    assert isinstance(found, Undecided) and found.reason


def test_contradictory_assumptions() -> None:
    assert isinstance(Balls().answer(Obligation((exp(r) < 1 + r,), r > 5)), Vacuous)


def test_assumptions_are_used_only_where_they_are_defined() -> None:
    assert isinstance(Balls().answer(Obligation((log(r) > 0,), r > 1)), Proved)
    assert isinstance(Balls().answer(Obligation((log(r) < 5,), r > 0)), Proved)
    assert not isinstance(Balls().answer(Obligation((log(r) < 5,), r > 1)), Proved)


def test_a_counterexample_that_nobody_could_read_is_not_shown() -> None:
    y = symbol("y", Interval(Fraction(6, 5)))
    found = Balls().answer(Obligation((), sqrt(sqrt(log(y))) <= 10))
    assert isinstance(found, Undecided)
