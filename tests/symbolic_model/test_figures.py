"""The paper's figures as data: the bounds are the proved ones, the optimum lies between them, and what is said of the curves is so."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import log

import pytest
from flint import ctx

from checks.enclosures import compiled
from checks.figures import Axis, Band, Curve, Figure, Mark, Panel, Point, Points, Role, Side, load_figures, made
from checks.language import Term
from derivations import growth_elsewhere, theorem_1_bounds, theorem_2_data_and_cost, theorem_2_size
from derivations.optimum_moves import by_hardware, under_logarithm, under_power
from symbolic_model.figures import FIGURES, exponents
from symbolic_model.figures.bounds import Bounds, bounds
from symbolic_model.figures.points import VALUES, best, crossings, efficiencies, enclosed, threshold, value
from symbolic_model.growth import cost_scale, theorem_1_cost
from symbolic_model.numerical_optimum import Kind
from symbolic_model.profit import reduced_profit
from symbolic_model.scaling import balanced_data
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n

GAMMAS = (Fraction(-1), Fraction(0), Fraction(1))
QUANTITIES = ("n", "d", "C_train")
NUMBERS = {"parameter efficiency $a$", "quality $q$", r"$\gamma$", exponents.EXPONENT_N.label, exponents.EXPONENT_C.label}  # without a unit
FINE = Fraction(1, 10**15)


@pytest.fixture(scope="module")
def figures() -> dict[str, Figure]:
    return {figure.name: figure for figure in made(load_figures("symbolic_model.figures"))}


def curves(panel: Panel, role: Role) -> list[Curve]:
    return [each for each in panel.elements if isinstance(each, Curve) and each.role is role]


def same(left: Term, right: Term, at: Fraction) -> bool:
    """Whether two bounds have the same value, to 30 digits, at two points."""
    symbols = (gamma, alpha, a, rho, omega, delta, E)
    for point in ((at, "1/3", 1, 2, "5/2", "1/7", 10**9), (at * Fraction(6, 7), "2/5", 1, "1/3", 3, 5, 10**13)):
        values = {symbol: Fraction(each) for symbol, each in zip(symbols, point, strict=True)}
        with ctx.workprec(200):
            first, second = compiled([left.subs(values), right.subs(values)], ())()
            if not abs(first - second) < abs(first) * 10**-30:
                return False
    return True


proved, smallest = theorem_1_bounds, -cost_scale / (6 * gamma)
PROVED = {
    # in which figure, which bound, and the term that the derivations prove
    "printed size, gamma < 0": (-1, bounds(GAMMAS[0]).printed["n"], proved.free_of_rho),
    "printed data, gamma < 0": (-1, bounds(GAMMAS[0]).printed["d"], rho * proved.free_of_rho),
    "printed cost, gamma < 0": (
        -1,
        bounds(GAMMAS[0]).printed["C_train"],
        growth_elsewhere.fixed_cost.subs(proved.scale, smallest) * E ** (-alpha * gamma * growth_elsewhere.root) * E,
    ),
    "size, gamma < 0": (-1, bounds(GAMMAS[0]).upper["n"], proved.size_for_negative.conclusion.right.subs(proved.scale, smallest)),
    "cost, gamma < 0": (-1, bounds(GAMMAS[0]).upper["C_train"], proved.cost_for_negative.conclusion.right.subs(proved.scale, smallest)),
    "size from below": (-1, bounds(GAMMAS[0]).lower["n"], growth_elsewhere.size_from_below.conclusion.right),
    "cost from below": (-1, bounds(GAMMAS[0]).lower["C_train"], proved.order_from_below.conclusion.right),
    "where from below": (-1, bounds(GAMMAS[0]).lower_from, proved.attained_from),
    "printed size, gamma > 0": (1, bounds(GAMMAS[2]).printed["n"], proved.free_of_rho),
    "printed cost, gamma > 0": (1, bounds(GAMMAS[2]).printed["C_train"], proved.product_constant * theorem_1_cost),
    "size, gamma > 0": (1, bounds(GAMMAS[2]).upper["n"], proved.size_for_positive.conclusion.right),
    "data, gamma > 0": (1, bounds(GAMMAS[2]).upper["d"], rho * proved.size_for_positive.conclusion.right),
    "cost, gamma > 0": (1, bounds(GAMMAS[2]).upper["C_train"], proved.cost_for_positive.conclusion.right),
    "printed size, gamma = 0": (0, bounds(GAMMAS[1]).printed["n"], theorem_2_size.size.conclusion.right),
    "printed data, gamma = 0": (0, bounds(GAMMAS[1]).printed["d"], theorem_2_data_and_cost.data.conclusion.right),
    "printed cost, gamma = 0": (0, bounds(GAMMAS[1]).printed["C_train"], theorem_2_data_and_cost.cost.conclusion.right),
    "cost, gamma = 0": (0, bounds(GAMMAS[1]).upper["C_train"], theorem_2_data_and_cost.cost_in_hardware.conclusion.right),
}


@pytest.mark.parametrize("case", PROVED)
def test_the_bounds_are_those_that_the_derivations_prove(case: str) -> None:
    at, drawn, term = PROVED[case]
    assert same(drawn, term, Fraction(at))
    assert not same(drawn * E ** Fraction(1, 1000), term, Fraction(at))


def test_the_optimum_is_narrower_than_any_line_and_starts_at_the_threshold(figures: dict[str, Figure]) -> None:
    for at, name in zip(GAMMAS, ("negative", "zero", "positive"), strict=True):
        for panel in figures[f"optimum-gamma-{name}"].panels:
            (certain,) = curves(panel, Role.CERTAIN)
            assert all(each.high - each.low <= each.low * FINE for each in certain.points)
            assert certain.points[0].at == threshold(at) and len(certain.points) == len(efficiencies(at))


def test_the_optimum_lies_below_every_upper_bound_and_above_the_lower_one(figures: dict[str, Figure]) -> None:
    seen = 0
    for name in ("negative", "zero", "positive"):
        for panel in figures[f"optimum-gamma-{name}"].panels:
            (certain,) = curves(panel, Role.CERTAIN)
            bands = [each for each in panel.elements if isinstance(each, Band)]
            above = [each.points for each in panel.elements if isinstance(each, Curve) and each.excludes is Side.ABOVE]
            assert len(above) + len(bands) == 2
            assert all(below(certain.points, upper) for upper in [*above, *(band.upper for band in bands)])
            assert all(below(band.lower, certain.points) for band in bands)
            seen += len(bands)
    assert seen == len(QUANTITIES)


def below(lower: Points, upper: Points) -> bool:
    return all(one.at == other.at and one.high <= other.low for one, other in zip(lower, upper, strict=True))


@pytest.mark.parametrize("at", [GAMMAS[0], GAMMAS[2]])
def test_the_corrected_bounds_are_sharp_so_that_smaller_ones_would_be_refuted(at: Fraction) -> None:
    values = {gamma: at, E: Fraction(10) ** 20}
    found = best(values)
    for quantity in QUANTITIES:
        upper, cost = value(bounds(at).upper[quantity], values).high, getattr(found, quantity)
        assert Fraction(cost.high) < upper < Fraction(cost.low) * Fraction(102, 100)


def test_the_lower_bound_is_drawn_only_where_it_is_proved() -> None:
    known: Bounds = bounds(GAMMAS[0])
    assert known.lower_from is not None
    assert value(known.lower_from, {gamma: GAMMAS[0]}).high < threshold(GAMMAS[0])


@pytest.mark.parametrize("at", GAMMAS)
def test_a_model_is_trained_from_the_threshold_on(at: Fraction) -> None:
    start = threshold(at)
    assert best({gamma: at, E: start}).kind is Kind.INTERIOR
    assert best({gamma: at, E: start * Fraction(998, 1000)}).kind is Kind.NOTHING


@pytest.mark.parametrize("at", GAMMAS)
def test_local_exponents_are_those_that_the_derivations_prove(at: Fraction) -> None:
    """By the formula of `derivations.growth_elsewhere`, at the enclosed optimum."""
    of = (under_power if at else under_logarithm).of
    v, w, curvature = of.margin, of.marginal_margin, of.curvature
    term = (2 * n / E * (v + w) + of_pressure(v, w)) / curvature
    places = efficiencies(at)[::4]
    for drawn in exponents.local(at, places)[0]:
        size = best({gamma: at, E: drawn.at}).n
        assert size is not None
        assert abs(value(term, {gamma: at, E: drawn.at, n: Fraction(size.low)}).middle - drawn.middle) < FINE
    assert by_hardware.letter == "E"


def of_pressure(v: Term, w: Term) -> Term:
    return v * w


@pytest.mark.parametrize("at", GAMMAS)
def test_local_exponents_enclose_what_the_optimum_does_between_two_places(at: Fraction) -> None:
    """The exponents fall, so that the mean slope between two places lies between those at its ends."""
    places = efficiencies(at)
    sizes, costs = exponents.local(at, places)
    for quantity, local in (("n", sizes), ("C_train", costs)):
        values = [float(getattr(best({gamma: at, E: each}), quantity).low) for each in places]
        for (first, second), (start, end), (low, high) in zip(pairwise(local), pairwise(places), pairwise(values), strict=True):
            assert second.high < first.low
            mean = log(high / low) / log(end / start)
            assert float(second.low) - 1e-12 < mean < float(first.high) + 1e-12


def test_the_printed_exponents_are_no_local_exponents_far_from_the_threshold(figures: dict[str, Figure]) -> None:
    for panel in figures["local-exponents"].panels:
        (certain,) = curves(panel, Role.CERTAIN)
        printed = [each.height.low for each in panel.elements if getattr(each, "role", None) is Role.PRINTED]
        (corrected,) = [each.height.middle for each in panel.elements if getattr(each, "role", None) is Role.CORRECTED]
        far = [each for each in certain.points if each.at >= 10**9]
        assert printed and len(far) > 10
        assert all(each.high + Fraction(1, 4) < height for each in far for height in printed)
        assert abs(far[-1].middle - corrected) < Fraction(1, 30)


def test_printed_exponents_are_those_of_the_paper(figures: dict[str, Figure]) -> None:
    """1.43 and 1.86 at alpha = 0.3 and gamma = -1, as section 4.1 has them."""
    size, cost = (figures["local-exponents"].rows[row][0] for row in (0, 1))
    heights = [
        round(float(each.height.middle), 2) for panel in (size, cost) for each in panel.elements if getattr(each, "role", None) is Role.PRINTED
    ]
    assert heights == [1.43, 1.43, 1.86]


def test_figure_1_rises_and_falls_as_its_caption_says(figures: dict[str, Figure]) -> None:
    by_hardware_size, by_hardware_cost, size, cost = (curves(each, Role.CERTAIN)[0].points for each in figures["figure-1"].panels)
    assert all(second.low > first.high for each in (by_hardware_size, by_hardware_cost, cost) for first, second in pairwise(each))
    assert all(second.high < first.low for first, second in pairwise(size))


def test_profit_is_greatest_at_the_optimum(figures: dict[str, Figure]) -> None:
    low, middle, high = figures["profit"].panels
    marks = [[each for each in panel.elements if isinstance(each, Mark)] for panel in (low, middle, high)]
    assert [[mark.is_open for mark in each] for each in marks] == [[], [True, False], [True, False]]
    for factor, (_, peak) in zip((1, 2), marks[1:], strict=True):
        size = best({gamma: GAMMAS[0], E: threshold(GAMMAS[0]) * factor}).n
        assert size is not None and Fraction(size.low) - FINE < peak.point.at < Fraction(size.high) + FINE
        assert peak.point.low > 0
    for panel in (low, middle, high):
        (certain,) = curves(panel, Role.CERTAIN)
        top = max(each.high for each in certain.points)
        assert (top < 0) == (panel is low)
        assert max(each.low for each in curves(panel, Role.PRINTED)[0].points) > top  # the false summit of the display


def test_break_even_points_are_those_of_section_6_and_of_its_correction(figures: dict[str, Figure]) -> None:
    marks = [each.point for each in figures["annual-growth"].panels[0].elements if isinstance(each, Mark)]
    assert [round(float(each.at), 6) for each in marks] == [0, -0.772503, -0.96035]
    assert [round(float(each.middle), 6) for each in marks] == [4.11, 5, 5]


def test_curves_of_equal_quality_pass_through_equal_amounts(figures: dict[str, Figure]) -> None:
    for panel in figures["figure-4"].panels[:2]:
        for level, curve in enumerate(curves(panel, Role.CERTAIN), start=1):
            assert any(each.at == level and each.low <= level <= each.high for each in curve.points)


def test_linking_functions_meet_at_quality_1(figures: dict[str, Figure]) -> None:
    for curve in curves(figures["figure-3"].panels[0], Role.CERTAIN):
        (there,) = (each for each in curve.points if each.at == 1)
        assert there.low <= 0 <= there.high
        assert all(second.low > first.high for first, second in pairwise(curve.points))


def test_every_figure_says_where_it_is_and_every_axis_its_unit(figures: dict[str, Figure]) -> None:
    assert list(figures) == list(FIGURES)
    for figure in figures.values():
        assert "gamma" in figure.caption or figure.name == "figure-4"
        axes: list[Axis] = [axis for panel in figure.panels for axis in (panel.x, panel.y)]
        assert {axis.label for axis in axes if not axis.unit} <= NUMBERS
        for panel in figure.panels:
            labelled = [each for each in panel.elements if isinstance(each, Curve) and each.role in {Role.PRINTED, Role.CORRECTED}]
            assert all(each.label is not None for each in labelled) or figure.name == "profit"


def test_a_value_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="at 0 there is no value"):
        enclosed(1 / n, n, [Fraction(0)], {})


def test_crossings_enclose_a_root_that_is_known() -> None:
    (root,) = crossings(n**2 - 2, n, [Fraction(1), Fraction(3, 2), Fraction(2)], {})
    assert root.low**2 < 2 < root.high**2 and root.high - root.low < FINE
    assert crossings(n**2 + 2, n, [Fraction(1), Fraction(2)], {}) == ()


def test_profit_over_size_is_the_models() -> None:
    """At alpha = beta and the values of the figures, rho is 2.5^(10/3)."""
    at = value(reduced_profit(n, balanced_data(n), 0), {E: Fraction(6), n: Fraction(3)})
    assert isinstance(at, Point) and abs(float(at.middle) - (1 / 4 - 9 * 2.5 ** (10 / 3))) < 1e-9
    assert VALUES[alpha] == Fraction(3, 10)
