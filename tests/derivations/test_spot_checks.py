"""Spot checks: what is said of the optimum, against certified numerical optima; every comparison is one of enclosures."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import isqrt
from pathlib import Path

import pytest
from flint import arb, ctx

from checks.enclosures import ball, compiled
from checks.judging import HOLDS
from checks.language import Claim, Symbol, Term, exact, sqrt
from checks.language.orders import Order
from checks.ledger import read_record
from checks.obligations import Obligation
from checks.questions import FINDING, PRINTED, Question, questions
from checks.scripts import load_script
from checks.statements import Statement
from derivations.theorem_1_bounds import scale
from derivations.theorem_1_size import fixed_rho, large_rho_for_negative, large_rho_for_positive, most
from derivations.theorem_1_size import s as along_theorem_1
from derivations.theorem_2_size import b_fixed
from derivations.theorem_2_size import s as along_theorem_2
from symbolic_model.growth import (
    displayed_factor,
    hardware_growth,
    observed_growth,
    stationary_factor,
    theorem_1_cost,
    theorem_1_factor,
    theorem_1_size,
    theorem_2_cost,
)
from symbolic_model.optimum import training_cost, training_data, training_pressure
from symbolic_model.symbols import E, a, alpha, b, beta, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n
from tests.derivations.optima import BITS, Spot, on_path, spot, whole

FOLDER = Path(__file__).parents[2] / "derivations"
SCRIPTS = (
    "theorem_1_size",
    "theorem_1_cost",
    "theorem_2_size",
    "theorem_2_data_and_cost",
    "theorem_2_growth_with_hardware",
    "growth_elsewhere",
    "section_3_one_variable",
    "section_4_1_directions",
    "section_4_2_directions",
    "directions_elsewhere",
    "appendix_c_first_order_condition",
    "appendix_c_bound_on_size",
    "appendix_d_first_order_condition",
    "appendix_d_bound",
)
SPOTS = {
    "linear demand": spot(-1, "0.3", 10**18),
    "linear demand, little hardware": spot(-1, "0.3", 10**3, a=3, omega=40, delta="0.01"),
    "linear demand, much hardware": spot(-1, "0.5", 10**40, a=7, b="0.2"),
    "break-even demand": spot("-0.77", "0.3", 10**18, a=3, b=2),
    "break-even demand, proportional quality": spot("-0.77", 1, 10**9, b="0.1", delta=4),
    "unsaturated demand": spot("-0.3", "0.5", 10**12, omega="0.5", delta=3),
    "unsaturated demand, much hardware": spot("-0.3", 1, 10**60),
    "logarithmic demand": spot(0, "0.3", 10**20, a=2),
    "logarithmic demand, little hardware": spot(0, 1, 10**3, omega=50),
    "logarithmic demand, much hardware": spot(0, "0.5", 10**60, a="0.01", b=3),
    "bounded demand": spot("0.5", "0.3", 10**24, omega=10, b=5),
    "bounded demand, proportional quality": spot("0.5", 1, 10**6, omega=20, a="0.5"),
    "soon saturated demand": spot(2, "0.5", 10**15, omega=100, delta="0.1"),
    "soon saturated demand, much hardware": spot(2, 1, 10**30, omega=5),
}
HARDWARE = 10**20, 10**60
at_every_spot = pytest.mark.parametrize("name", SPOTS)


def test_there_are_spots_for_every_kind_of_demand() -> None:
    assert {each.values[gamma] for each in SPOTS.values()} == {-1, Fraction("-0.77"), Fraction("-0.3"), 0, Fraction("0.5"), 2}
    assert {each.values[alpha] for each in SPOTS.values()} == {Fraction("0.3"), Fraction("0.5"), 1}


# --------------------------------------------------------------------------------------------------- conditions of the optimum


@at_every_spot
def test_the_conditions_are_met(name: str) -> None:
    here = SPOTS[name]
    assert all(here.is_met(each.claim) for each in here.conditions.conditions)
    assert here.is_met(Claim(training_pressure, "=", here.conditions.margin * here.conditions.marginal_margin))
    assert here.quantity("profit") > 0


@at_every_spot
def test_the_slope_changes_its_sign_within_the_enclosure(name: str) -> None:
    here = SPOTS[name]
    bounds = here.bounds("n")
    assert here.at(here.conditions.slope, Fraction(bounds.low)) > 0
    assert here.at(here.conditions.slope, Fraction(bounds.high)) < 0


@at_every_spot
def test_the_quantities_are_those_of_the_model(name: str) -> None:
    here = SPOTS[name]
    modelled = {"d": training_data, "C_train": training_cost, "profit": here.conditions.profit, "t": here.conditions.margin / (2 * delta)}
    assert all(here.at(term).overlaps(here.quantity(quantity)) for quantity, term in modelled.items())


@at_every_spot
def test_a_wrong_factor_or_sign_would_be_seen(name: str) -> None:
    here = SPOTS[name]
    product = here.conditions.margin * here.conditions.marginal_margin
    almost = 1 + Fraction(1, 10**50)
    assert here.tells(Claim(training_pressure, "=", almost * product)) is False
    assert here.tells(Claim(training_data, "=", n / rho + exact(1) / 10**50)) is False
    assert here.tells(here.conditions.margin < 0) is False


# ---------------------------------------------------------------------------------------------------- what is proved of the optimum


def with_constants(here: Spot) -> Spot:
    """With values for the other symbols of the scripts, that meet what is assumed of them."""
    v = here.values
    at_least = v[alpha] * v[omega] ** 2 / (24 * v[delta] * abs(v[gamma])) if v[gamma] else Fraction(1)
    return Spot(v, {scale: 2 * at_least, most: Fraction(whole(here.at(rho)) + 1), beta: v[alpha]})


@lru_cache
def equipped() -> tuple[Spot, ...]:
    """All spots with values for everything that the scripts speak of."""
    return tuple(map(with_constants, SPOTS.values()))


def is_believed(statement: Statement, question: Question, recorded: str) -> bool:
    """Whether the checker proves what is asked."""
    if question.against or isinstance(question.obligation.goal, Order):
        return False
    if question.role == FINDING:
        return statement.findings[question.index].expected == "proved"
    return question.role != PRINTED or recorded == HOLDS


@lru_cache
def believed(script: str) -> tuple[tuple[str, Obligation], ...]:
    """The claims that a script proves, step by step, each once."""
    recorded = read_record(FOLDER)
    asked = [(each, question) for each in load_script(FOLDER / f"{script}.py") for question in questions(each)]
    found = {q.obligation.bare: f"{q.statement}, {q.role} {q.index + 1}" for each, q in asked if is_believed(each, q, recorded[each.id])}
    return tuple((name, obligation) for obligation, name in found.items())


def applies(obligation: Obligation, here: Spot) -> bool:
    """Whether an obligation speaks of nothing but what has a value here, and its assumptions are met."""
    return not obligation.functions and here.symbols.issuperset(obligation.variables) and all(map(here.is_met, obligation.assumptions))


def spoken_of(obligation: Obligation) -> Iterator[Spot]:
    """The spots at which the obligation applies."""
    return (here for here in equipped() if applies(obligation, here))


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_is_proved_is_seen_at_the_optima(script: str) -> None:
    met = [(name, obligation.claim, here) for name, obligation in believed(script) for here in spoken_of(obligation)]
    assert len({name for name, _, _ in met}) * 2 > len(believed(script))
    assert not [f"{name}: {claim} at {here}" for name, claim, here in met if not here.is_met(claim)]


# ------------------------------------------------------------------------------------------------------------------------ directions


@at_every_spot
def test_the_proved_directions_are_seen_between_optima(name: str) -> None:
    here = SPOTS[name]
    assert here.direction("d", a) == 1
    assert here.direction("n", b) == 1
    assert here.direction("n", E) == 1
    if here.values[gamma] <= 0:
        assert here.direction("C_train", a) == 1
    if here.values[gamma] >= 0:
        assert here.direction("d", b) == -1


# the direction in which a quantity moves with a parameter, at optima that show that a printed claim on it is false
AGAINST: dict[str, tuple[Spot, str, Symbol, int]] = {
    "n* may rise with a, demand nearly linear": (spot(-1, "0.5", 1, a=5, b="24.5"), "n", a, 1),
    "n* may rise with a, logarithmic demand and alpha below 1/2": (spot(0, Fraction(1, 3), 2, a=2, b=7, omega=2), "n", a, 1),
    "n* may rise with a, proportional quality": (spot("-0.77", 1, 10**3, delta="0.001"), "n", a, 1),
    "the cost may rise with a though demand is bounded": (spot("0.5", 1, 10**3, delta="0.001"), "C_train", a, 1),
    "the cost may fall with a where demand is bounded": (spot("0.5", 1, 10**3, delta="0.01"), "C_train", a, -1),
    "the cost may fall with b, linear demand": (spot(-1, "0.3", 10**3, delta="0.001"), "C_train", b, -1),
    "the cost may rise with b, linear demand": (spot(-1, "0.3", 10**3, delta="0.01"), "C_train", b, 1),
    "the cost may fall with b, logarithmic demand": (spot(0, "0.3", 10**3, delta="0.001"), "C_train", b, -1),
    "the cost may rise with b, logarithmic demand": (spot(0, "0.3", 10**3, delta="0.1"), "C_train", b, 1),
    "the data may rise with b, demand nearly linear": (spot("-0.77", 1, 10**3, delta="0.001"), "d", b, 1),
    "the data may fall with b, demand nearly linear": (spot("-0.77", "0.3", 10**3, delta="0.001"), "d", b, -1),
    "the cost may fall with E where demand is bounded": (spot("0.5", 1, 10**3, delta="0.01"), "C_train", E, -1),
}


@pytest.mark.parametrize("case", AGAINST)
def test_printed_directions_that_fail_are_seen_to_fail(case: str) -> None:
    here, quantity, symbol, direction = AGAINST[case]
    assert here.direction(quantity, symbol) == direction


# ---------------------------------------------------------------------------------------------------------------------------- growth


def times(here: Spot, there: Spot, quantity: str) -> arb:
    """How many times as large a quantity is there as here."""
    with ctx.workprec(BITS):
        return there.quantity(quantity) / here.quantity(quantity)


def hardware_to_the(power: Fraction) -> arb:
    """What E to a power grows by from the less hardware to the more."""
    least, most_hardware = HARDWARE
    with ctx.workprec(BITS):
        return ball(Fraction(most_hardware, least)) ** ball(power)


def grown(gamma_is: str, quantity: str) -> arb:
    """How much larger a quantity is with the more hardware, at alpha = 0.3."""
    less, more = (spot(gamma_is, "0.3", hardware) for hardware in HARDWARE)
    return times(less, more, quantity)


@pytest.mark.parametrize("gamma_is", ["-1", "-0.77", "-0.3"])
def test_growth_with_hardware_is_slower_than_the_printed_rates(gamma_is: str) -> None:
    elasticity = Fraction("0.3") * Fraction(gamma_is)
    assert grown(gamma_is, "C_train") < hardware_to_the((1 - elasticity) / (1 + elasticity))
    assert grown(gamma_is, "n") < hardware_to_the(1 / (1 + elasticity))
    assert grown(gamma_is, "d") < hardware_to_the(1 / (1 + elasticity))


@pytest.mark.parametrize("gamma_is", ["-1", "-0.77", "-0.3"])
def test_growth_with_hardware_is_near_the_proved_rates(gamma_is: str) -> None:
    elasticity = Fraction("0.3") * Fraction(gamma_is)
    size, cost = 1 / (2 + 2 * elasticity), -elasticity / (1 + elasticity)
    near = Fraction(1, 50)
    assert hardware_to_the(size - near) < grown(gamma_is, "n") < hardware_to_the(size + near)
    assert hardware_to_the(cost - near) < grown(gamma_is, "C_train") < hardware_to_the(cost + near)


def test_at_gamma_zero_size_grows_like_a_root_and_cost_like_a_logarithm() -> None:
    least, most_hardware = HARDWARE
    assert hardware_to_the(Fraction(1, 2)) < grown("0", "n") < hardware_to_the(Fraction(1, 2) + Fraction(1, 50))
    with ctx.workprec(BITS):
        logarithms = ball(Fraction(most_hardware)).log() / ball(Fraction(least)).log()
    assert 1 < grown("0", "C_train") < 2 * logarithms


@pytest.mark.parametrize("gamma_is", ["0.5", "2"])
def test_where_demand_is_bounded_size_grows_more_slowly_than_a_root_and_cost_falls(gamma_is: str) -> None:
    less, more = (spot(gamma_is, "0.3", hardware, omega=10) for hardware in HARDWARE)
    assert 1 < times(less, more, "n") < hardware_to_the(Fraction(1, 2))
    assert times(less, more, "C_train") < 1


@at_every_spot
def test_the_orders_are_no_closed_forms(name: str) -> None:
    assert SPOTS[name].tells(Claim(n, "=", theorem_1_size)) is False


PATHS = {
    "the cost outgrows Theorem 1": (fixed_rho, training_cost / theorem_1_cost, 1),
    "the size falls behind Theorem 1": (fixed_rho, n / theorem_1_size, -1),
    "with rho free the size outgrows Theorem 1, gamma < 0": (large_rho_for_negative, n / theorem_1_size, 1),
    "with rho free the size outgrows Theorem 1, gamma > 0": (large_rho_for_positive, n / theorem_1_size, 1),
}


@pytest.mark.parametrize("name", PATHS)
def test_along_the_paths_of_theorem_1_the_optimum_leaves_the_printed_order(name: str) -> None:
    values, ratio, direction = PATHS[name]
    places = [on_path(values, along_theorem_1, at) for at in (10, 100, 1000, 10**4)]
    assert all(size in here.bounds("n") for here, size in places)
    for less, more in pairwise(here.at(ratio) for here, _ in places):
        assert more > 2 * less if direction == 1 else 2 * more < less


def near_path_of_theorem_2(at: int) -> Spot:
    """The optimum close to a point of the path with b = 1, at a square, where only E is irrational: at the whole number above it."""
    hardware = dict(b_fixed.values)[E]
    with ctx.workprec(BITS):
        value = compiled([hardware], (along_theorem_2,))(ball(Fraction(at)))[0]
    return spot(0, Fraction(1, 4), whole(value), a=isqrt(at) ** 3)


@pytest.mark.parametrize(("quantity", "bound"), [("n", a * E / rho), ("d", a * E), ("C_train", theorem_2_cost)])
def test_along_the_path_of_theorem_2_the_optimum_outgrows_the_printed_bounds(quantity: str, bound: Term) -> None:
    model = {"n": n, "d": training_data, "C_train": training_cost}[quantity]
    for less, more in pairwise(near_path_of_theorem_2(at).at(model / bound) for at in (16, 256, 65536)):
        assert more > 2 * less


# ------------------------------------------------------------------------------------------------------------ the trends of section 6


def two_years(gamma_is: str) -> arb:
    """What the training cost grows by in two years, when a and b have grown by 3 each, from E = 10**18 at alpha = 0.3."""
    now = spot(gamma_is, "0.3", 10**18)
    return times(now, now.moved(E, factor=Fraction("1.37") ** 2).moved(a, b, factor=Fraction(3)), "C_train")


def squared(factor: Term) -> arb:
    """A factor a year, in two years."""
    with ctx.workprec(BITS):
        return compiled([factor**2], ())()[0]


def test_at_gamma_minus_one_the_optimum_outgrows_theorem_1_and_stays_below_the_display() -> None:
    assert squared(theorem_1_factor(gamma_is=-1)) < two_years("-1") < squared(displayed_factor(gamma_is=-1))
    assert two_years("-1") > squared(observed_growth)


def test_at_the_printed_break_even_the_optimum_grows_more_slowly_than_observed() -> None:
    assert two_years("-0.77") < squared(observed_growth)


@pytest.mark.parametrize("gamma_is", ["-1", "-0.77", "-0.3"])
def test_growth_over_two_years_is_near_the_factor_of_an_optimum(gamma_is: str) -> None:
    factor = stationary_factor(gamma_is=Fraction(gamma_is))
    assert squared(factor * Fraction(9, 10)) < two_years(gamma_is) < squared(factor * Fraction(11, 10))


def test_at_gamma_zero_the_optimum_hardly_grows() -> None:
    assert 1 < two_years("0") < squared(sqrt(hardware_growth))
