"""What section 4.2 says of hardware: n*, d* and C_train do not scale linearly with E but as sqrt(E*ln E), sqrt(E*ln E) and ln E.

By the product form of the first-order condition n**2 is E/(24*delta*rho) times two factors. For large E the first lies between
alpha*omega*ln(E)/8 and 2*alpha*omega*ln(E), the second between alpha*omega/2 and alpha*omega.
"""

from fractions import Fraction

from checks import by
from checks.calculation import Calculation, calculation, deduction, equals, is_at_least, is_at_most
from checks.commandline import check_script
from checks.language import Claim, Interval, Term, assumption, grows, log, path, sqrt, symbol
from checks.language import E as e
from checks.language.growth import Grows
from checks.statements import Finding, fact, statement
from derivations.appendix_c_first_order_condition import conditions
from derivations.optimum_moves import under_logarithm
from derivations.theorem_2_data_and_cost import cost, data
from derivations.theorem_2_size import balance, constant, margin, marginal, size, square
from symbolic_model.assumptions import bounded_exponent, enough_hardware
from symbolic_model.optimum import quality, training_cost, training_data
from symbolic_model.symbols import E, a, alpha, delta, omega, rho
from symbolic_model.symbols import some_n as n

scale = 24 * delta * rho
size_per_E = constant * (a ** (1 / alpha) / rho)
first, second, third = e**4, a ** (1 / alpha) * size_per_E, (32 / scale) ** 2
fourth = (4 * scale / (alpha**2 * omega**2 * a ** (2 / alpha))) ** 2
large = first + second + third + fourth
large_E = assumption("E is large", Claim(E, ">=", large))
beyond_first, beyond_second, beyond_third, beyond_fourth = (
    deduction("Each summand is less", each <= E, by.sign(large_E)) for each in (first, second, third, fourth)
)
log_of_E = deduction("ln E is at least 4", log(E) >= 4, by.monotonicity(beyond_first))
log_below_root = deduction("ln E is at most its root", log(E) <= sqrt(E), by.inequality)
root_in_rho = deduction("The root of E, against rho", sqrt(E) >= 32 / scale, by.monotonicity(beyond_third))
root_in_a = deduction("The root of E, against a", sqrt(E) >= 4 * scale / (alpha**2 * omega**2 * a ** (2 / alpha)), by.monotonicity(beyond_fourth))

size_in_E = deduction("Size by E", n <= size_per_E * E, by.sign(size))
log_above = calculation(
    "The logarithm of quality from above",
    log(quality),
    is_at_most(log(a * (size_per_E * E) ** alpha), by.monotonicity(size_in_E)),
    equals(alpha * log(a ** (1 / alpha) * size_per_E) + alpha * log(E), by.algebra),
    is_at_most(alpha * log(E) + alpha * log(E), by.monotonicity(beyond_second)),
    equals(2 * alpha * log(E), by.algebra),
)
square_above = calculation(
    "The square of size from above",
    n**2,
    is_at_most(alpha * omega**2 * E / scale * log(quality), by.sign(square)),
    is_at_most(alpha * omega**2 * E / scale * (2 * alpha * log(E)), by.sign(log_above)),
    equals(2 * alpha**2 * omega**2 / scale * (E * log(E)), by.algebra),
)
square_small = calculation(
    "It is small against the square of E",
    n**2,
    is_at_most(2 * alpha**2 * omega**2 / scale * (E * log(E)), by.sign(square_above)),
    is_at_most(2 * alpha**2 * omega**2 / scale * (E * sqrt(E)), by.sign(log_below_root)),
    is_at_most(alpha**2 * omega**2 / 16 * E * sqrt(E) * sqrt(E), by.sign(root_in_rho)),
    equals((alpha * omega * E / 4) ** 2, by.algebra),
)
small = deduction("Size is small against E", n <= alpha * omega * E / 4, by.monotonicity(square_small))
marginal_below = deduction("The second factor from below", marginal >= alpha * omega / 2, by.sign(small))
square_rough = calculation(
    "The square of size from below, roughly",
    n**2,
    equals(E / scale * (margin * marginal), by.algebra(balance)),
    is_at_least(E / scale * (marginal * marginal), by.sign(under_logarithm.paying_margin, marginal_below)),
    is_at_least(E / scale * (alpha * omega / 2) ** 2, by.sign(marginal_below)),
)
log_below = calculation(
    "The logarithm of quality from below",
    log(quality),
    equals(log(a) + alpha / 2 * log(n**2), by.algebra),
    is_at_least(log(a) + alpha / 2 * log(E / scale * (alpha * omega / 2) ** 2), by.monotonicity(square_rough)),
    equals(alpha / 2 * log(alpha**2 * omega**2 * a ** (2 / alpha) / (4 * scale) * sqrt(E) * sqrt(E)), by.algebra),
    is_at_least(alpha / 2 * log(sqrt(E)), by.monotonicity(root_in_a)),
    equals(alpha / 4 * log(E), by.algebra),
)
margin_below = calculation(
    "The first factor from below",
    margin,
    is_at_least(omega * (alpha / 4 * log(E)) - 2 * n / E, by.sign(log_below)),
    is_at_least(omega * (alpha / 4 * log(E)) - alpha * omega / 2, by.sign(small)),
    is_at_least(alpha * omega / 8 * log(E), by.sign(log_of_E)),
)
square_below = calculation(
    "The square of size from below",
    n**2,
    equals(E / scale * (margin * marginal), by.algebra(balance)),
    is_at_least(E / scale * (alpha * omega / 8 * log(E) * (alpha * omega / 2)), by.sign(margin_below, marginal_below, log_of_E)),
    equals(alpha**2 * omega**2 / (16 * scale) * (E * log(E)), by.algebra),
)

size_upper, size_lower = 2 * alpha**2 * omega**2 / scale, alpha**2 * omega**2 / (16 * scale)
cost_upper, cost_lower = alpha**2 * omega**2 / (2 * delta), alpha**2 * omega**2 / (64 * delta)
data_above = deduction("Data from above", training_data**2 <= rho**2 * size_upper * (E * log(E)), by.sign(square_above))
data_below = deduction("Data from below", training_data**2 >= rho**2 * size_lower * (E * log(E)), by.sign(square_below))
cost_above = deduction("Cost from above", training_cost <= cost_upper * log(E), by.sign(square_above))
cost_below = deduction("Cost from below", training_cost >= cost_lower * log(E), by.sign(square_below))

s = symbol("s", Interval(low=Fraction(10)), meaning="size along the path")
middle = log(s) + 1 + 12 * s
all_ones = path(
    s,
    {alpha: 1, omega: 1, delta: 1, a: 1, rho: 1, n: s, E: s * (middle + sqrt(middle**2 - 4 * log(s))) / log(s)},
    ratio="vanishes",
)


def linear(quantity: Term) -> Grows:
    """The claim that a quantity scales linearly with E, all else fixed; on the path it falls behind."""
    return grows(quantity, "Theta", E, growing=E, chosen=n, where=conditions, unless=all_ones)


def rate(quantity: Term, growth: Term, lower: Term, upper: Term) -> Grows:
    """The rate at which a quantity does grow."""
    return grows(quantity, "Theta", growth, growing=E, chosen=n, where=conditions, lower=lower, upper=upper, beyond=large)


def at_most_linear(quantity: Term, upper: Term, proof: Calculation) -> Finding:
    """What the corrected Theorem 2 says of E alone."""
    return fact(
        "Read so that it scales at most linearly",
        grows(quantity, "O", E, growing=E, chosen=n, where=conditions, upper=upper),
        by=[proof],
        says="As an upper bound with all else fixed this follows from the corrected Theorem 2; it is no rate of growth.",
    )


scaling = (
    statement(
        "s4.2-linear",
        "Growth with hardware efficiency",
        claims=[linear(each) for each in (n, training_data, training_cost)],
        given=[bounded_exponent, enough_hardware],
    )
    .corrected(
        rate(n**2, E * log(E), size_lower, size_upper),
        rate(training_data**2, E * log(E), rho**2 * size_lower, rho**2 * size_upper),
        rate(training_cost, log(E), cost_lower, cost_upper),
        given=[],
        by=[log_of_E, square_above, square_below, data_above, data_below, cost_above, cost_below],
        says="an upper bound is no rate: n* and d* grow as the square root of E*ln E, C_train as ln E",
    )
    .finding(
        at_most_linear(n, constant * a ** (1 / alpha) / rho, size),
        at_most_linear(training_data, constant * a ** (1 / alpha), data),
        at_most_linear(training_cost, 6 * constant**2 * a ** (2 / alpha) / rho, cost),
    )
)

if __name__ == "__main__":
    check_script(__file__)
