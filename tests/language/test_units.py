"""Units: what scales alike is proved, what does not is refuted, and a change that is none is refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from checks.language import POSITIVE, Claim, Function, Rescaling, abbreviate, exp, log, rescaling, same_units, scales, sqrt, symbol
from checks.proving import prove
from checks.verdicts import Proved, Refuted

u, price, cost, amount, alpha = (symbol(name, POSITIVE) for name in ("u", "price", "cost", "amount", "alpha"))
MONEY = rescaling("money", {price: u * price, cost: u * cost})
GOODS = rescaling("goods", {price: price / u, amount: u * amount})
POWERS = rescaling("data, at a rate of returns", {amount: u * amount, cost: cost / u**alpha})
revenue = abbreviate("revenue", price * amount)
f = Function("f")

ALIKE: dict[str, tuple[Any, Any, Rescaling]] = {
    "two sums of money": (price, cost, MONEY),
    "a product that is one": (price * amount, cost, MONEY),
    "what goods cost": (price * amount, cost, GOODS),
    "a sum of like things": (price + cost, price - 2 * cost, MONEY),
    "a ratio against a number": (price / cost, 1, MONEY),
    "a logarithm of a ratio": (log(price / cost), alpha, MONEY),
    "a square against a product": (price**2, price * cost, MONEY),
    "a root": (sqrt(price * cost), price, MONEY),
    "a power that takes the rate away": (cost * amount**alpha, 1, POWERS),
    "a power of the other": (amount, cost ** (-1 / alpha), POWERS),
    "through a definition": (revenue, cost, GOODS),
    "an unspecified function of a ratio": (cost * f(price / cost), price, MONEY),
    "what has no units": (alpha, 2, MONEY),
}
UNLIKE: dict[str, tuple[Any, Any, Rescaling]] = {
    "money against a number": (price, 1, MONEY),
    "money against goods": (price, amount, MONEY),
    "a product against a factor": (price * cost, cost, MONEY),
    "a sum of unlike things": (price + amount, cost, MONEY),
    "a logarithm": (log(price + 1), 1, MONEY),
    "an exponential": (exp(price), cost, MONEY),
    "the wrong power": (price ** Fraction(1, 2), cost, MONEY),
    "a rate that is not taken away": (cost * amount, 1, POWERS),
    "the price of goods, of which there are more": (price, cost, GOODS),
}


@pytest.mark.parametrize("name", ALIKE)
def test_sides_that_scale_alike_are_proved_to(name: str) -> None:
    left, right, under = ALIKE[name]
    assert isinstance(verdict := prove(same_units(left, right, under=under)), Proved), verdict


@pytest.mark.parametrize("name", UNLIKE)
def test_sides_that_do_not_are_refuted(name: str) -> None:
    left, right, under = UNLIKE[name]
    assert isinstance(verdict := prove(same_units(left, right, under=under)), Refuted), verdict


def test_how_a_term_scales_is_an_equation() -> None:
    assert scales(price, by=u, under=MONEY) == Claim(u * price, "=", u * price)
    assert isinstance(prove(scales(revenue, by=u, under=MONEY)), Proved)
    assert isinstance(prove(scales(revenue, by=u**2, under=MONEY)), Refuted)


def test_a_factor_keeps_its_own_number() -> None:
    with pytest.raises(ValueError, match="no multiple"):
        rescaling("crossed", {price: price * cost, cost: cost / u})


@pytest.mark.parametrize("value", [u, 2, u * cost, f(u)])
def test_what_is_no_multiple_of_what_was_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="which is no multiple of price"):
        rescaling("money", {price: value})


@pytest.mark.parametrize("value", [0.5, "price", True])
def test_what_is_not_exact_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        rescaling("money", {price: value})


# The relation between these sides depends on the units: the factor is no positive number.
UNSOUND: dict[str, tuple[Any, Any, Rescaling]] = {
    "zero against a difference of unlike things": (0, price - amount, MONEY),
    "a difference of unlike things against its double": (2 * (price - amount), price - amount, MONEY),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_sides_whose_relation_depends_on_the_units_are_not_proved_alike(name: str) -> None:
    left, right, under = UNSOUND[name]
    assert not isinstance(prove(same_units(left, right, under=under)), Proved)


@pytest.mark.parametrize("value", [price + u, price**2, exp(price), -price, 0 * price])
def test_what_is_no_positive_multiple_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="no multiple"):
        rescaling("money", {price: value})
