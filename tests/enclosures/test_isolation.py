"""Brackets contain the zero, shrink as far as the precision allows, and bounds in decimals contain the ball."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import mpmath
import pytest
from flint import arb, ctx, fmpq

from checks.enclosures.decimals import BeyondDecimals, Enclosure, decimal_text, enclosure
from checks.enclosures.isolation import bracket, bracket_beyond, isolated

FALLING: dict[str, tuple[Callable[[arb], arb], int, int, Callable[[], Any]]] = {
    "2 - x**2": (lambda x: 2 - x * x, 0, 9, lambda: mpmath.sqrt(2)),
    "steep: 1 - exp(50*(x - 3))": (lambda x: 1 - (50 * (x - 3)).exp(), -40, 40, lambda: 3),
    "flat: (1 - x)**5 + (1 - x)/1000": (lambda x: (1 - x) ** 5 + (1 - x) / 1000, -7, 11, lambda: 1),
    "a zero in the middle: -x": (lambda x: -x, -1, 1, lambda: 0),
    "a zero beside the middle: 3/4 - x": (lambda x: arb(0.75) - x, 0, 2, lambda: 0.75),
    "far from a line: cos x": (lambda x: x.cos(), 0, 3, lambda: mpmath.pi / 2),
}


@pytest.mark.parametrize("bits", [64, 300])
@pytest.mark.parametrize("name", FALLING)
def test_the_zero_is_isolated_as_far_as_the_precision_tells(name: str, bits: int) -> None:
    function, low, high, zero = FALLING[name]
    with ctx.workprec(bits):
        around = bracket(function, arb(low), arb(high))
        assert around is not None
        found = isolated(function, around)
        assert found.width < arb(2) ** (20 - bits)
        assert function(found.low) > 0 and function(found.high) < 0
    with mpmath.workprec(bits + 40):
        exact = mpmath.mpf(zero())
        assert mpmath.mpf(found.low.str(200, radius=False)) <= exact + mpmath.mpf(2) ** -bits
        assert exact - mpmath.mpf(2) ** -bits <= mpmath.mpf(found.high.str(200, radius=False))


def test_few_evaluations_suffice() -> None:
    asked = []

    def function(x: arb) -> arb:
        asked.append(x)
        return 2 - x * x

    with ctx.workprec(4000):
        around = bracket(function, arb(0), arb(9))
        assert around is not None
        isolated(function, around)
    assert len(asked) < 300  # bisection asks 4000 times


@pytest.mark.parametrize(("low", "high"), [(0, -2), (-1, 0), (-2, 1), (0, 2), (3, 4)])
def test_no_bracket_without_certain_signs(low: int, high: int) -> None:
    assert bracket(lambda x: x * x - 1, arb(low), arb(high)) is None


def test_a_bracket_is_sought_outward() -> None:
    found = bracket_beyond(lambda x: 1000 - x, arb(1))
    assert found is not None and found.low < 1000 and found.high > 1000
    assert bracket_beyond(lambda x: 1 / x, arb(1)) is None


BALLS = {
    "a third": (arb(fmpq(1, 3)), Fraction(1, 3)),
    "negative": (arb(fmpq(-200, 7)), Fraction(-200, 7)),
    "a power of ten": (arb(1000), Fraction(1000)),
    "below a power of ten": (arb(1000) - arb(2) ** -60, 1000 - Fraction(1, 2**60)),
    "large": (arb(7) ** 300 / 3, Fraction(7**300, 3)),
    "small": (arb(7) ** -300, Fraction(1, 7**300)),
}


@pytest.mark.parametrize("digits", [1, 7, 15])
@pytest.mark.parametrize("name", BALLS)
def test_decimal_bounds_contain_the_value_and_are_close(name: str, digits: int) -> None:
    ball, value = BALLS[name]
    found = enclosure(ball, digits)
    assert found is not None and value in found
    assert Fraction(found.high) - Fraction(found.low) <= 2 * abs(value) / Fraction(10) ** (digits - 1)


def test_a_value_beyond_all_decimals_is_said_to_be() -> None:
    with pytest.raises(BeyondDecimals, match="about 4\\.34294"):
        enclosure(arb(10**30).exp(), 5)


def test_a_ball_that_is_too_wide_has_no_bounds() -> None:
    assert enclosure(arb(1, 0.001), 5) is None
    assert enclosure(arb(0, 1), 1) is None
    assert enclosure(arb.nan(), 1) is None
    assert enclosure(arb.pos_inf(), 1) is None


def test_bounds_contain_the_whole_ball() -> None:
    assert enclosure(arb(fmpq(12345, 10000), 0.00006), 6) is None
    found = enclosure(arb(fmpq(12345, 10000), 0.00006), 4)
    assert found is not None and (str(found.low), str(found.high)) == ("1.234", "1.235")
    found = enclosure(arb(fmpq(12340, 10000), 0.00006), 4)
    assert found is not None and (str(found.low), str(found.high)) == ("1.233", "1.235")


def test_exact_values_have_exact_bounds() -> None:
    assert enclosure(Fraction(5, 4), 5) == Enclosure(Decimal("1.25"), Decimal("1.25"))
    assert enclosure(Fraction(0), 5) == Enclosure(Decimal(0), Decimal(0))


def test_an_enclosure_is_not_empty() -> None:
    with pytest.raises(ValueError, match="empty"):
        Enclosure(Decimal(2), Decimal(1))


@pytest.mark.parametrize(("value", "text"), [("1.5E+30", "1.5e30"), ("12.50", "12.50"), ("-0.0012", "-0.0012"), ("1.5E-30", "1.5e-30"), ("0", "0")])
def test_decimals_are_written_with_all_their_digits(value: str, text: str) -> None:
    assert decimal_text(Decimal(value)) == text
