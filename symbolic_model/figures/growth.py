"""Growth a year: the factors of section 6 over gamma, as displayed and as they hold, beside the observed one."""

from __future__ import annotations

from fractions import Fraction

from checks.figures import Axis, Curve, Element, Figure, Label, Level, Mark, Panel, Point, Points, Role
from checks.language import Term
from symbolic_model.figures.points import crossings, enclosed, spread, value
from symbolic_model.growth import after_years, displayed_factor, observed_growth, stationary_factor, theorem_1_factor, theorem_2_cost, years
from symbolic_model.symbols import E, gamma

LEAST, MOST = Fraction(-1), Fraction(1, 2)
GAMMA = Axis(r"$\gamma$", "", LEAST, MOST)
FACTOR = Axis("growth of training cost", "factor a year", 0, 9)


def annual() -> Figure:
    """The annual factor of the bounds on training cost."""
    at_zero = value(after_years(theorem_2_cost).subs(years, 1) / theorem_2_cost, {E: Fraction(1)}, Fraction(0))
    elements: tuple[Element, ...] = (
        Level(value(observed_growth, {}), Role.FAINT, Label("observed growth of compute, 5", MOST, -2, 3, "right")),
        Curve(_over(displayed_factor(), MOST), Role.PRINTED, Label("section 6", Fraction(-8, 10), 8, 8, "left")),
        Curve(_over(theorem_1_factor(), MOST), Role.PRINTED, Label("Theorem 1", Fraction(-85, 100), 0, -13)),
        Mark(at_zero, Label("Theorem 2", 0, 6, -3, "left"), is_open=True),
        Curve(
            (*_over(stationary_factor(), 0), *_over(stationary_factor(gamma_is=0), MOST)[-1:]), Role.CORRECTED, Label("corrected", 0, 4, -12, "left")
        ),
        *(_break_even(factor, words) for factor, words in ((displayed_factor(), "-0.77"), (stationary_factor(), "-0.96"))),
    )
    caption = (
        "By which factor bounds on C_train rise in a year in which E grows by 1.37 and a and b by √3 each, at alpha = beta = 0.3. Dashed: the "
        "factor that section 6 displays, which is that of 6*n*d/E with the bounds of Theorem 1 on n* and d*, and the factor of the bound on "
        "C_train that Theorem 1 states; circle: 3*1.37 = 4.11 by Theorem 2. Dash-dotted: the factor of what the first-order condition bounds "
        "C_train by, which for gamma < 0 is the true rate; from gamma = 0 on no exponential growth is optimal. It meets the observed 5 at "
        "gamma = -0.96, the displayed factor at gamma = -0.77, where the paper breaks even."
    )
    return Figure("annual-growth", "Growth of training cost a year, over gamma", caption, ((Panel("", GAMMA, FACTOR, elements),),), height=2.6)


def _over(factor: Term, high: Fraction | int) -> Points:
    return enclosed(factor, gamma, spread(LEAST, high, 30), {})


def _break_even(factor: Term, words: str) -> Mark:
    (at,) = crossings(factor - observed_growth, gamma, spread(LEAST, 0, 10), {})
    height = value(observed_growth, {})
    return Mark(Point(at.at, height.low, height.high), Label(f"${words}$", at.at, 0, 5, "left"))
