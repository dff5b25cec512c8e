"""Proposition 1: a monopolist who meets the inverse demand a - b q at unit cost c sells q* = (a - c)/(2 b), where a >= c.

Corollary 1: the price is then half way between c and a.
"""

from _symbols import a, b, c, q, trade
from checks import by
from checks.calculation import calculation, deduction, equals, is_at_least
from checks.commandline import check_script
from checks.language import Claim, Derivative, maximum_at
from checks.statements import statement

price = a - b * q
profit = (price - c) * q
q_star = (a - c) / (2 * b)

slope = calculation(
    "The slope of profit vanishes at q* only",
    Derivative(profit, q),
    equals(a - c - 2 * b * q, by.differentiation),
    equals(2 * b * (q_star - q), by.algebra),
)
maximality = calculation(
    "Any other quantity forgoes profit",
    profit.subs(q, q_star) - profit,
    equals(b * (q - q_star) ** 2, by.algebra),
    is_at_least(0, by.sign),
)
feasibility = deduction("q* is a quantity that can be sold", q_star >= 0, by.sign(trade))

best_quantity = statement(
    "best-quantity",
    "The best quantity",
    claims=[maximum_at(profit, over=q, at=q_star)],
    given=[trade],
).proved_by(slope, maximality, feasibility)

best_price = statement(
    "best-price",
    "The price at the best quantity",
    claims=[Claim(price.subs(q, q_star), "=", (a + c) / 2)],
).proved_by(
    calculation(
        "Putting q* into inverse demand",
        price.subs(q, q_star),
        equals(a - (a - c) / 2, by.algebra),
        equals((a + c) / 2, by.algebra),
    )
)

# False as printed: what is printed comes first, exactly as it is printed, and beside it what holds instead.
#
# pass_through = statement(
#     "pass-through",
#     "A rise in cost is passed on in full",
#     claims=[Claim(Derivative(price.subs(q, q_star), c), "=", 1)],
# ).corrected(
#     Claim(2 * Derivative(price.subs(q, q_star), c), "=", 1),
#     says="only half of a rise in cost is passed on",
# )

if __name__ == "__main__":
    check_script(__file__)
