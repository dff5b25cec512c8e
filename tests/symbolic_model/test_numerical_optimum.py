"""The enclosed optimum: exact cases, an independent oracle on grids, borders, caps, profit without bound, and what is refused."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import mpmath
import pytest
from flint import arb, ctx
from mpmath import mpf

from checks.enclosures.decimals import Enclosure
from checks.optimization import BadValue, NotShown, quantities
from symbolic_model.numerical_optimum import Kind, Optimum, optimum
from symbolic_model.profit_along_balance import Balance
from symbolic_model.symbols import E, a, alpha, b, beta, delta, gamma, omega

HALF, THIRD, TENTH = Fraction(1, 2), Fraction(1, 3), Fraction(1, 10)
USUAL: dict[str, Fraction | int] = {"gamma": Fraction(-77, 100), "alpha": Fraction(3, 10), "E": 10**18}
TINY = Fraction(1, 10**30)


def known(value: Enclosure | None) -> Enclosure:
    assert value is not None
    return value


# Cases with a rational optimum. Where a = b = omega = 1 and n = size, delta = v*v'*E/(12*(1 + k)*n**(1 + k)) makes the slope of profit
# zero there, with v the margin, v' its derivative in ln n, d = n**k: (gamma, alpha, beta, E, size, f, q*f'(q)).
EXACT: dict[str, tuple[Fraction | int, Fraction, Fraction, int, int, Fraction, Fraction]] = {
    "linear demand, n = 16": (-1, HALF, HALF, 100, 16, Fraction(3), Fraction(4)),
    "linear demand, n = 9": (-1, HALF, HALF, 100, 9, Fraction(2), Fraction(3)),
    "linear demand, much data": (-1, HALF, HALF / 2, 100, 16, Fraction(3), Fraction(4)),
    "linear demand, little data": (-1, HALF, Fraction(1), 100, 16, Fraction(3), Fraction(4)),
    "bounded demand": (1, HALF, HALF, 1000, 16, Fraction(3, 4), Fraction(1, 4)),
    "convex demand": (-2, THIRD, THIRD, 10**4, 64, Fraction(15, 2), Fraction(16)),
    "margin proportional to size, much data": (-1, Fraction(1), HALF, 100, 4, Fraction(3), Fraction(4)),
    "margin that outgrows size, much data": (-2, Fraction(1), Fraction(1, 4), 100, 3, Fraction(4), Fraction(9)),
}


@pytest.mark.parametrize("name", EXACT)
def test_rational_optima_are_enclosed(name: str) -> None:
    g, al, be, hardware, size, linked, marginal = EXACT[name]
    k = al / be
    assert k.denominator in (1, 2)
    data = Fraction(size) ** int(k) if k.denominator == 1 else Fraction(round(size**0.5)) ** k.numerator
    margin, slope = linked - Fraction(2 * size, hardware), al * marginal - Fraction(2 * size, hardware)
    steepness = margin * slope * hardware / (12 * (1 + k) * size * data)
    volume = margin / (2 * steepness)
    expected = {
        "n": Fraction(size),
        "d": data,
        "t": volume,
        "price": linked - steepness * volume,
        "profit": margin**2 / (4 * steepness) - 6 * size * data / hardware,
        "C_train": 6 * size * data / hardware,
        "C_inf": 2 * size * volume / hardware,
    }
    assert expected["profit"] > 0
    found = optimum({"gamma": g, "alpha": al, "beta": be, "E": hardware, "delta": steepness}, digits=40)
    assert found.kind is Kind.INTERIOR and found.participates
    for quantity in quantities(found):
        if quantity.name in expected:
            assert isinstance(quantity.value, Enclosure)
            assert expected[quantity.name] in quantity.value, quantity.name
            assert Fraction(quantity.value.high) - Fraction(quantity.value.low) < abs(expected[quantity.name]) / 10**38


def random_values(random: Random) -> dict[str, Fraction]:
    def anywhere(most: int) -> Fraction:
        return Fraction(10) ** random.randint(-most, most) * Fraction(random.randint(1, 99), 10)

    values = {"gamma": Fraction(random.randint(-30, 30), 10), "alpha": Fraction(random.randint(1, 10), 10), "E": anywhere(6) * 1000}
    values |= {"a": anywhere(2), "b": anywhere(2), "omega": anywhere(2), "delta": anywhere(2)}
    if random.random() < 0.6:
        values["beta"] = Fraction(random.randint(1, 10), 10)
    if random.random() < 0.4:
        values["D"] = anywhere(6)
    return values


def real(value: Any) -> Any:
    return mpf(value.numerator) / value.denominator


class Oracle:
    """Profit as the paper writes it, by mpmath."""

    def __init__(self, values: dict[str, Fraction]) -> None:
        self.v = {name: real(value) for name, value in {"beta": values["alpha"], **values}.items()}

    def worth(self, n: Any, d: Any) -> Any:
        """The price of the first token, omega*f(q)."""
        v = self.v
        q = min(v["a"] * n ** v["alpha"], v["b"] * d ** v["beta"])
        return v["omega"] * (mpmath.log(q) if v["gamma"] == 0 else (1 - q ** -v["gamma"]) / v["gamma"])

    def profit(self, n: Any, d: Any, t: Any) -> Any:
        return t * self.worth(n, d) - self.v["delta"] * t**2 - (6 * n * d + 2 * n * t) / self.v["E"]

    def volume(self, n: Any, d: Any) -> Any:
        return max(mpf(0), (self.worth(n, d) - 2 * n / self.v["E"]) / (2 * self.v["delta"]))

    def choices(self, near: Any) -> Iterator[tuple[Any, Any]]:
        """Sizes and data on a coarse grid over many orders, and on finer ones around a point."""
        cap = self.v.get("D", mpf("inf"))
        for n in (mpf(10) ** (mpf(k) / 2) for k in range(-20, 61)):
            balance = (self.v["a"] * n ** self.v["alpha"] / self.v["b"]) ** (1 / self.v["beta"])
            yield from ((n, min(cap, balance * mpf(10) ** j)) for j in (-1, 0, 1))
        if near is not None:
            for width in (mpf(1), mpf("1e-2"), mpf("1e-5")):
                moves = [1 + width * mpf(k) / 4 for k in (-3, -1, 0, 1, 4)]
                yield from ((near[0] * i, min(cap, near[1] * j)) for i in moves for j in moves)


@pytest.mark.parametrize("seed", range(60))
def test_no_choice_on_a_grid_is_better(seed: int) -> None:
    """Numerical evidence: size, data and volume vary independently here."""
    values = random_values(Random(seed))
    found = optimum(values)
    with mpmath.workdps(60):
        oracle = Oracle(values)
        near = None if found.n is None or not found.participates else (real(Fraction(found.n.low)), real(Fraction(known(found.d).low)))
        choices = [(n, d, oracle.volume(n, d)) for n, d in oracle.choices(near)]
        best = max(oracle.profit(n, d, t * factor) for n, d, t in choices for factor in (1, mpf("0.7"), mpf("1.001")))
        if found.kind is Kind.UNBOUNDED:
            assert "D" not in values
            assert oracle.profit(*_enormous(oracle)) > 10**9
        elif found.kind is Kind.NOTHING:
            assert best <= 0
        else:
            assert near is not None
            highest = real(Fraction(known(found.profit).high))
            assert best <= highest
            reached = oracle.profit(*near, real(Fraction(known(found.t).low)))
            assert highest * (1 - mpf(10) ** -9) <= reached <= highest


def _enormous(oracle: Oracle) -> tuple[Any, Any, Any]:
    n = mpf(10) ** 4000
    d = (oracle.v["a"] * n ** oracle.v["alpha"] / oracle.v["b"]) ** (1 / oracle.v["beta"])
    return n, d, oracle.volume(n, d)


def test_the_oracle_is_asked_of_every_kind() -> None:
    assert {optimum(random_values(Random(seed)), digits=3).kind for seed in range(60)} == set(Kind)


@pytest.mark.parametrize("seed", range(30))
def test_signs_change_as_the_proof_says(seed: int) -> None:
    """Where something is sold: h once at most, from plus to minus; the slope of profit likewise where profit is not negative."""
    values = random_values(Random(1000 + seed))
    named = {gamma: "gamma", alpha: "alpha", beta: "beta", E: "E", a: "a", b: "b", omega: "omega", delta: "delta"}
    balance = Balance({symbol: values.get(name, values["alpha"]) for symbol, name in named.items()})
    with ctx.workprec(200):
        points = [arb(k) / 8 for k in range(-240, 560)]
        selling = [point for point in points if balance.margin(point) > 0]
        rises = [bool(balance.rise(point) > 0) for point in selling]
        slopes = [bool(balance.slope(point) > 0) for point in selling if balance.profit(point) > 0]
    assert rises == sorted(rises, reverse=True)
    assert slopes == sorted(slopes, reverse=True)


@pytest.mark.parametrize("values", [USUAL, {**USUAL, "gamma": 0}, {**USUAL, "beta": HALF}, {**USUAL, "D": 10**9}])
def test_more_digits_narrow_the_enclosures(values: dict[str, Fraction | int]) -> None:
    found = [quantities(optimum(values, digits)) for digits in (3, 10, 20, 40, 80, 160)]
    for fewer, more in pairwise(found):
        for wide, narrow in zip(fewer, more, strict=True):
            if isinstance(wide.value, Enclosure):
                assert isinstance(narrow.value, Enclosure) and narrow.value in wide.value, wide.name


@pytest.mark.parametrize("digits", [1, 2, 20, 60])
def test_bounds_have_the_digits_that_were_asked_for(digits: int) -> None:
    profit = known(optimum(USUAL, digits).profit)
    assert len(profit.low.as_tuple().digits) == digits
    assert Fraction(profit.high) - Fraction(profit.low) <= 2 * Fraction(profit.high) / 10 ** (digits - 1)


@pytest.mark.parametrize("power", [200, 5000])
def test_enormous_hardware_efficiency_takes_no_time(power: int) -> None:
    started = time.perf_counter()
    found = optimum({**USUAL, "E": Fraction(10) ** power})
    assert time.perf_counter() - started < 1
    # the order of the optimum is (E*a**-gamma/rho)**(1/(2 + 2*alpha*gamma)) for gamma < 0; with its constant, to a part in 10**12
    with mpmath.workdps(60):
        g, al = real(Fraction(-77, 100)), real(Fraction(3, 10))
        constant = (al / (24 * -g)) ** (1 / (2 + 2 * al * g))
        ratio = real(Fraction(known(found.n).low)) / (constant * mpf(10) ** (power / (2 + 2 * al * g)))
        assert abs(ratio - 1) < mpf(10) ** -12


# gamma = -1, alpha = 1/2: the best hope is n = 4, where the margin is 1 - 8/E, and profit is zero for this delta
BORDER: dict[str, Fraction | int] = {"gamma": -1, "alpha": HALF, "E": 100}
STEEP = Fraction(529, 2400)


def test_participation_at_the_border() -> None:
    inside = optimum({**BORDER, "delta": STEEP * (1 - TINY)})
    assert inside.kind is Kind.INTERIOR and 0 < known(inside.profit).low < 10**-29
    outside = optimum({**BORDER, "delta": STEEP * (1 + TINY)})
    assert outside.kind is Kind.NOTHING and not outside.participates
    with pytest.raises(NotShown, match="whether profit can be positive"):
        optimum({**BORDER, "delta": STEEP})


def test_where_nothing_is_trained_all_is_zero() -> None:
    found = optimum({"gamma": 1, "alpha": HALF, "E": 10})
    assert found.kind is Kind.NOTHING and found.price is None
    zeros = [found.n, found.d, found.t, found.q, found.profit, found.C_train, found.C_inf]
    assert all(known(each).low == known(each).high == 0 for each in zeros)


@pytest.mark.parametrize("hardware", [Fraction(8), Fraction(8) - TINY, Fraction(8) + TINY])
def test_where_the_margin_is_hardly_ever_positive_nothing_is_trained(hardware: Fraction) -> None:
    assert optimum({**BORDER, "E": hardware}).kind is Kind.NOTHING  # at E = 8 the greatest margin is exactly zero


def test_a_cap_binds_exactly_below_the_best_data() -> None:
    free = optimum(USUAL, digits=30)
    best = known(free.d)
    assert optimum({**USUAL, "D": Fraction(best.high)}, digits=30) == free
    bound = optimum({**USUAL, "D": Fraction(best.low)}, digits=30)
    assert bound.kind is Kind.CAPPED and Fraction(best.low) in known(bound.d)
    assert known(optimum({**USUAL, "D": 10**9}).profit).high < known(free.profit).low


def test_a_cap_at_exactly_the_best_data_is_in_doubt() -> None:
    at_16 = {"gamma": -1, "alpha": HALF, "E": 100, "delta": Fraction(67 * 42, 384 * 100)}  # see EXACT: v = 67/25, v' = 42/25
    assert 16 in known(optimum(at_16).d)
    with pytest.raises(NotShown, match="whether the cap on the data binds"):
        optimum({**at_16, "D": 16})


def test_a_cap_can_leave_nothing_to_gain() -> None:
    near = {**BORDER, "delta": STEEP * (1 - TINY)}
    assert optimum({**near, "D": 4}).kind is Kind.CAPPED
    assert optimum({**near, "D": Fraction(39999, 10000)}).kind is Kind.NOTHING
    assert optimum({**USUAL, "D": 1}).kind is Kind.NOTHING  # quality 1, for which nobody pays
    assert optimum({**USUAL, "D": 2}).kind is Kind.CAPPED


def test_a_cap_may_decide_where_participation_without_it_is_on_the_border() -> None:
    assert optimum({**BORDER, "delta": STEEP, "D": 3}).kind is Kind.NOTHING


# alpha = beta = 1 and gamma = -1 at E = 4: the margin grows like n/2, and profit is bounded if and only if delta >= 1/24
LINEAR: dict[str, Fraction | int] = {"gamma": -1, "alpha": 1, "E": 4}
GROWTH: dict[str, tuple[dict[str, Fraction | int], Kind]] = {
    "linear, flat": ({**LINEAR, "delta": Fraction(1, 24) - TINY}, Kind.UNBOUNDED),
    "linear, on the border": ({**LINEAR, "delta": Fraction(1, 24)}, Kind.NOTHING),
    "linear, steep": ({**LINEAR, "delta": Fraction(1, 24) + TINY}, Kind.NOTHING),
    "linear, inference eats the price": ({**LINEAR, "E": 2}, Kind.NOTHING),
    "linear, little data needed": ({"gamma": -2, "alpha": HALF, "beta": 1, "E": 9}, Kind.UNBOUNDED),
    "linear, much data needed": ({"gamma": -1, "alpha": 1, "beta": HALF, "E": 10**6}, Kind.INTERIOR),
    "linear, much data needed, inference eats the price": ({"gamma": -1, "alpha": 1, "beta": HALF, "E": 2}, Kind.NOTHING),
    "convex": ({"gamma": -3, "alpha": HALF, "E": TENTH}, Kind.UNBOUNDED),
    "convex, much data needed": ({"gamma": -2, "alpha": 1, "beta": Fraction(1, 5), "E": 10**6}, Kind.INTERIOR),
    "convex, as much data as demand, flat": ({"gamma": -2, "alpha": 1, "beta": THIRD, "E": 100}, Kind.UNBOUNDED),
    "convex, as much data as demand, steep": ({"gamma": -2, "alpha": 1, "beta": THIRD, "E": 100, "delta": 2}, Kind.NOTHING),
    "nearly linear": ({"gamma": -1, "alpha": 1 - Fraction(1, 10**9), "E": 10**6}, Kind.INTERIOR),
}


@pytest.mark.parametrize("name", GROWTH)
def test_profit_is_bounded_or_not(name: str) -> None:
    values, kind = GROWTH[name]
    assert optimum(values).kind is kind


def test_a_size_beyond_all_decimals_is_said_to_be() -> None:
    with pytest.raises(NotShown, match=r"n cannot be written: its decimal exponent, about 2\.309"):
        optimum({"gamma": -1, "alpha": 1 - TINY, "E": 10**6})


def test_a_cap_bounds_profit() -> None:
    values = {**LINEAR, "delta": Fraction(1, 100)}
    assert optimum(values).n is None
    assert optimum({**values, "D": 10**6}).kind is Kind.CAPPED
    assert optimum({**values, "D": 2}).kind is Kind.NOTHING


REFUSED: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "a float": ({**USUAL, "gamma": -0.77}, TypeError, "gamma must be an int or a Fraction, not -0.77"),
    "a bool": ({**USUAL, "delta": True}, TypeError, "delta"),
    "text": ({**USUAL, "E": "1e18"}, TypeError, "E must be"),
    "alpha of zero": ({**USUAL, "alpha": 0}, BadValue, "alpha = 0: take alpha > 0 and alpha <= 1"),
    "alpha above one": ({**USUAL, "alpha": Fraction(11, 10)}, BadValue, "alpha = 11/10: take alpha > 0 and alpha <= 1"),
    "no data": ({**USUAL, "D": 0}, BadValue, "D = 0: take D > 0"),
    "no hardware": ({"gamma": 0, "alpha": HALF}, BadValue, "E: give a value, E > 0"),
    "unknown": ({**USUAL, "epsilon": 1}, BadValue, "epsilon: there is no such parameter; there are gamma, alpha, E"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_values_are_refused(name: str) -> None:
    values, fault, says = REFUSED[name]
    with pytest.raises(fault) as caught:
        optimum(values)
    assert says in str(caught.value)


@pytest.mark.parametrize("digits", [0, -1, True, 2.5])
def test_digits_are_a_positive_number(digits: Any) -> None:
    with pytest.raises(ValueError, match="digits must be"):
        optimum(USUAL, digits)


def test_an_optimum_is_a_value() -> None:
    found = optimum(USUAL)
    assert isinstance(found, Optimum) and found == optimum(USUAL) and hash(found) == hash(optimum(USUAL))
    with pytest.raises(AttributeError):
        found.kind = Kind.NOTHING  # type: ignore[misc]
