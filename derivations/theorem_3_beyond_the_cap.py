"""Theorem 3, the proof that it lacks, first half: where it pays to go beyond the cap, quality still pays at the corner.

Profit is measured from the corner, as in `symbolic_model.data_bound`. Price and costs bend the right way from their tangents there,
so that profit at relative quality 1 - z is at most `ceiling(t, z)`. The corner's profit is ahead of the ceiling by a square, a
multiple of that profit, and z times the marginal profit of quality at the corner, each over delta*t_c**2.
"""

from collections.abc import Callable

from checks import by
from checks.calculation import Calculation, calculation, deduction, equals, is_at_least, is_at_most, is_greater_than, is_less_than
from checks.language import POSITIVE, Assumption, Term, abbreviate, assumption, symbol
from symbolic_model.data_bound import C_c, R, e_c, from_corner, k_c, small_alpha, small_beta, t_c
from symbolic_model.symbols import alpha, beta, delta

Link = Callable[[Term], Term]

t_beyond = symbol("t_beyond", POSITIVE, latex="t^*", unicode="t*", meaning="volume of a balanced pair beyond the cap")
kappa = abbreviate("kappa", (1 / alpha + 1 / beta) / 2, latex=r"\kappa")
m_c = abbreviate("m_c", k_c - e_c / alpha, latex="m_c")
M_c = abbreviate("M_c", t_c * m_c - 2 * kappa * C_c, latex="M_c")
P_c = abbreviate("P_c", delta * t_c**2 - C_c, latex="P_c")

sells = assumption("the corner sells", t_c > 0)
earns = assumption("the corner earns a profit", P_c > 0)


def beyond(link: Link) -> Assumption:
    """What is left of the optimum without the cap: beyond the cap lies a balanced pair that is no worse than the corner."""
    return assumption("a pair beyond the cap is no worse", from_corner(R, t_beyond, link(R)) >= P_c, stated="§5")


def ceiling(tokens: Term, shortfall: Term) -> Term:
    """Profit at relative quality 1 - shortfall if price, cost of inference and root of the cost of training followed their tangents."""
    return tokens * (2 * delta * t_c - m_c * shortfall) - delta * tokens**2 - C_c * (1 - kappa * shortfall) ** 2


def square(tokens: Term, shortfall: Term) -> Term:
    """The square by which the corner is ahead of the ceiling."""
    return (delta * t_c * (tokens - t_c) + C_c * kappa * shortfall) ** 2


def multiple(shortfall: Term) -> Term:
    """The multiple of the corner's profit by which the corner is ahead of the ceiling."""
    return C_c * kappa**2 * shortfall**2 * P_c


size_gap = abbreviate("G_2", R ** (1 / alpha) - (1 + (R - 1) / alpha), latex="G_2")
root_gap = abbreviate("G_0", R**kappa - (1 + kappa * (R - 1)), latex="G_0")
cost_gap = abbreviate("G_3", R ** (1 / alpha + 1 / beta) - (1 + kappa * (R - 1)) ** 2, latex="G_3")

size_above = deduction("Inference costs more than its tangent says", size_gap >= 0, by.monotonicity(small_alpha))
root_above = deduction("So does the root of the cost of training", root_gap >= 0, by.monotonicity(small_alpha, small_beta))
cost_above = calculation(
    "So training costs more than the tangent's square",
    cost_gap,
    equals(root_gap * (R**kappa + 1 + kappa * (R - 1)), by.algebra),
    is_at_least(0, by.sign(root_above)),
)


def price_gap(link: Link) -> Term:
    """How far the price lies below its tangent, over k_c."""
    return abbreviate("G_1", R - 1 - link(R), latex="G_1")


def price_below(link: Link, *standing: Assumption) -> Calculation:
    """The linking function is concave."""
    return deduction("The price lies below its tangent", price_gap(link) >= 0, by.sign(*standing))


def ceiling_holds(link: Link, *standing: Assumption) -> Calculation:
    """The ceiling is one, and so no lower than the corner's profit."""
    profit, gain = from_corner(R, t_beyond, link(R)), t_beyond * k_c * price_gap(link)
    return calculation(
        "Beyond the cap the ceiling is no lower than the corner's profit",
        ceiling(t_beyond, 1 - R),
        equals(profit + gain + t_beyond * e_c * size_gap + C_c * cost_gap, by.algebra(*standing)),
        is_at_least(profit, by.sign(price_below(link, *standing), size_above, cost_above)),
        is_at_least(P_c, by.assumption(beyond(link), *standing)),
    )


def quality_pays(link: Link, *standing: Assumption) -> Calculation:
    """The marginal profit of quality at the corner is positive."""
    lead = delta * t_c * t_beyond * M_c * (1 - R)
    balance = calculation(
        "So the last of the three leads is one of the ceiling",
        lead,
        equals(-(delta * t_c**2) * (ceiling(t_beyond, 1 - R) - P_c) - square(t_beyond, 1 - R) - multiple(1 - R), by.algebra),
        is_at_most(-square(t_beyond, 1 - R) - multiple(1 - R), by.sign(ceiling_holds(link, *standing))),
        is_at_most(-multiple(1 - R), by.sign),
        is_less_than(0, by.sign(earns)),
    )
    return calculation(
        "So quality still pays at the corner",
        M_c,
        equals(lead / (delta * t_c * t_beyond * (1 - R)), by.algebra(sells)),
        is_greater_than(0, by.sign(sells, balance)),
    )
