"""Theorem 3, what happens where the corner earns no profit: no smaller pair does, so that nothing is trained.

A pair pays at some volume only if its margin is at least 2*sqrt(delta*C), with C its cost of training. Along the tangents at the
corner that is a linear condition on quality; if it holds beyond the cap, where the optimum is, and below it, it holds at the corner.
"""

from checks import by
from checks.calculation import Calculation, calculation, deduction, equals, is_at_least, is_greater_than
from checks.language import POSITIVE, Assumption, Symbol, Term, assumption, sqrt, symbol
from derivations.theorem_3_beyond_the_cap import Link, kappa, m_c, t_beyond
from symbolic_model.data_bound import C_c, R, e_c, from_corner, k_c, r, small_alpha, small_beta, t_c
from symbolic_model.symbols import alpha, delta

t_below = symbol("t_below", POSITIVE, latex="t", unicode="t", meaning="volume of a balanced pair under the cap")


def pays_beyond(link: Link) -> Assumption:
    """What is left of the optimum without the cap: it is no worse than nothing."""
    return assumption("a pair beyond the cap pays", from_corner(R, t_beyond, link(R)) >= 0, stated="§2.3")


def earns_below(link: Link) -> Assumption:
    """A pair of no higher quality than the corner's is better than nothing."""
    return assumption("a smaller pair earns a profit", from_corner(r, t_below, link(r)) > 0)


def reserve(ratio: Term) -> Term:
    """What the margin leaves over 2*sqrt(delta*C) at a relative quality, both along their tangents at the corner."""
    return 2 * delta * t_c + m_c * (ratio - 1) - 2 * sqrt(delta) * sqrt(C_c) * (1 + kappa * (ratio - 1))


def reserve_left(assumed: Assumption, ratio: Symbol, tokens: Symbol, link: Link, *standing: Assumption) -> Calculation:
    """A pair that pays leaves a reserve, which is positive if it earns a profit."""
    is_left = is_greater_than if assumed.claim.relation == ">" else is_at_least
    price_gap = ratio - 1 - link(ratio)
    size_gap = ratio ** (1 / alpha) - (1 + (ratio - 1) / alpha)
    root_gap = ratio**kappa - (1 + kappa * (ratio - 1))
    price_below = deduction("The price lies below its tangent", price_gap >= 0, by.sign(*standing))
    size_above = deduction("Inference costs more than its tangent says", size_gap >= 0, by.monotonicity(small_alpha))
    root_above = deduction("So does the root of the cost of training", root_gap >= 0, by.monotonicity(small_alpha, small_beta))
    profit, gain = from_corner(ratio, tokens, link(ratio)), tokens * k_c * price_gap
    inference, training = tokens * e_c * size_gap, 2 * tokens * sqrt(delta) * sqrt(C_c) * root_gap
    square = (sqrt(delta) * tokens - sqrt(C_c) * ratio**kappa) ** 2
    at_its_volume = calculation(
        f"A reserve where {assumed.name}, times the volume",
        tokens * reserve(ratio),
        equals(profit + gain + inference + training + square, by.algebra(*standing)),
        is_at_least(profit + gain + inference + training, by.sign(*standing)),
        is_at_least(profit + gain + inference, by.sign(root_above, *standing)),
        is_at_least(profit + gain, by.sign(size_above, *standing)),
        is_at_least(profit, by.sign(price_below)),
        is_left(0, by.assumption(assumed, *standing)),
    )
    return calculation(
        f"A reserve where {assumed.name}",
        reserve(ratio),
        equals(tokens * reserve(ratio) / tokens, by.algebra),
        is_left(0, by.sign(at_its_volume)),
    )


def corner_pays(link: Link, *standing: Assumption) -> Calculation:
    """The margin at the corner exceeds 2*sqrt(delta*C), so that the corner sells and earns a profit."""
    above = reserve_left(pays_beyond(link), R, t_beyond, link, *standing)
    below = reserve_left(earns_below(link), r, t_below, link, *standing)
    between = calculation(
        "The reserve at the corner lies between the two",
        (R - r) * (2 * delta * t_c - 2 * sqrt(delta) * sqrt(C_c)),
        equals((1 - r) * reserve(R) + (R - 1) * reserve(r), by.algebra),
        is_at_least((R - 1) * reserve(r), by.sign(above)),
        is_greater_than(0, by.sign(below)),
    )
    return calculation(
        "So there is a reserve at the corner",
        delta * t_c - sqrt(delta) * sqrt(C_c),
        equals((R - r) * (2 * delta * t_c - 2 * sqrt(delta) * sqrt(C_c)) / (2 * (R - r)), by.algebra),
        is_greater_than(0, by.sign(between)),
    )
