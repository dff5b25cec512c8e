"""Theorem 3, the proof that it lacks, second half: where quality pays at the corner, every pair of lower quality earns less.

As in `theorem_3_beyond_the_cap`, with the shortfall of quality in place of the excess; it is cut off where the tangent to the root of
the cost of training reaches zero. Nothing is said about profit rising on the way, and it need not: it may fall where it is negative.
"""

from checks import by
from checks.calculation import Calculation, calculation, deduction, equals, is_at_least, is_greater_than
from checks.language import Assumption, Claim, Proposition, Term, abbreviate, assumption, choice, every_maximum, implies, minimum
from derivations.theorem_3_beyond_the_cap import Link, M_c, P_c, beyond, ceiling, earns, kappa, m_c, multiple, quality_pays, sells, square
from symbolic_model.data_bound import C_c, e_c, from_corner, k_c, r, small_alpha, small_beta, t_c
from symbolic_model.symbols import alpha, beta, delta, t

less = assumption("quality is below the corner's", r < 1)

z = abbreviate("z", minimum(1 - r, 1 / kappa))
cut = abbreviate("g_4", 1 - r - z, latex="g_4")
size_gap = abbreviate("g_2", r ** (1 / alpha) - (1 + (r - 1) / alpha), latex="g_2")
root_gap = abbreviate("g_0", r**kappa - (1 - kappa * z), latex="g_0")
cost_gap = abbreviate("g_3", r ** (1 / alpha + 1 / beta) - (1 - kappa * z) ** 2, latex="g_3")

something_short = deduction("Something is short", z > 0, by.cases(less))
not_negative = deduction("The tangent is cut off at zero", 1 - kappa * z >= 0, by.cases)
cut_off = deduction("That makes the shortfall no larger", cut >= 0, by.cases)
size_above = deduction("Inference costs more than its tangent says", size_gap >= 0, by.monotonicity(small_alpha))
root_above = deduction("So does the root of the cost of training", root_gap >= 0, by.monotonicity(small_alpha, small_beta))
cost_above = calculation(
    "So training costs more than the tangent's square",
    cost_gap,
    equals(root_gap * (r**kappa + (1 - kappa * z)), by.algebra),
    is_at_least(0, by.sign(root_above, not_negative)),
)


def price_gap(link: Link) -> Term:
    """How far the price lies below its tangent, over k_c."""
    return abbreviate("g_1", r - 1 - link(r), latex="g_1")


def price_below(link: Link, *standing: Assumption) -> Calculation:
    """The linking function is concave."""
    return deduction("The price lies below its tangent", price_gap(link) >= 0, by.sign(*standing))


def corner_is_better(link: Link, *standing: Assumption) -> Calculation:
    """A pair of lower quality earns less than the corner."""
    pays = quality_pays(link, *standing)
    margin_rises = calculation(
        "The margin rises with quality at the corner",
        m_c,
        equals((M_c + 2 * kappa * C_c) / t_c, by.algebra(sells)),
        is_greater_than(0, by.sign(sells, pays)),
    )
    ahead = calculation(
        "The corner is ahead of the ceiling",
        delta * t_c**2 * (P_c - ceiling(t, z)),
        equals(square(t, z) + multiple(z) + delta * t_c * t * M_c * z, by.algebra),
        is_at_least(multiple(z) + delta * t_c * t * M_c * z, by.sign),
        is_at_least(multiple(z), by.sign(sells, pays, something_short)),
        is_greater_than(0, by.sign(earns, something_short)),
    )
    below, cost, inference = ceiling(t, z) - t * m_c * cut, C_c * cost_gap, t * e_c * size_gap
    return calculation(
        "So a pair of lower quality earns less than the corner",
        from_corner(1, t_c, link(r).subs(r, 1)),
        equals(P_c, by.algebra(*standing)),
        is_greater_than(ceiling(t, z), by.sign(ahead, sells)),
        is_at_least(below, by.sign(margin_rises, cut_off)),
        is_at_least(below - cost, by.sign(cost_above)),
        is_at_least(below - cost - inference, by.sign(size_above)),
        is_at_least(below - cost - inference - t * k_c * price_gap(link), by.sign(price_below(link, *standing))),
        equals(from_corner(r, t, link(r)), by.algebra(*standing)),
    )


def best_at_corner(link: Link) -> Proposition:
    """Among the balanced pairs under the cap only the corner is best, if it sells, earns a profit, and going beyond pays."""
    to_corner = choice({r: 1, t: t_c}, when=less.claim)
    only = every_maximum(from_corner(r, t, link(r)), over=(r, t), satisfies=Claim(r, "=", 1), improvements=(to_corner,))
    return implies((sells.claim, earns.claim, beyond(link).claim), only)
