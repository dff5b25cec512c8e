"""Growth with hardware in other places: abstract, introduction, the authors' thread and the machine review on n*, d* and C_train.

They take the upper bounds of Theorems 1 and 2 for rates, or for formulas. For gamma < 0 the true rates are E**(1/(2 + 2*alpha*gamma)) for
n* and d*, and E**(-alpha*gamma/(1 + alpha*gamma)) for the training cost; a rate that is near linear would need alpha*gamma near -1/2.
"""

from fractions import Fraction

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_most, is_greater_than
from checks.commandline import check_script
from checks.language import Claim, Grows, Implies, Interval, Term, assumption, grows, implies, path, sqrt, symbol
from checks.statements import fact, false_belief, statement
from derivations.appendix_c_first_order_condition import conditions as conditions_at_zero
from derivations.optimum_moves import by_hardware, under_power
from derivations.theorem_1_bounds import (
    attained_from,
    cost,
    cost_for_negative,
    cost_for_positive,
    cost_from_below,
    cost_order_for_positive,
    data,
    elasticity,
    large_scale,
    order_for_negative,
    order_for_positive,
    order_from_below,
    product,
    product_constant,
    scale,
    scale_for_positive,
    size,
    size_constant,
    size_for_negative,
    size_for_positive,
)
from derivations.theorem_1_size import at_most, optimum
from derivations.theorem_2_data_and_cost import cost as cost_at_zero
from derivations.theorem_2_data_and_cost import data as data_at_zero
from derivations.theorem_2_size import constant as constant_at_zero
from derivations.theorem_2_size import size as size_at_zero
from symbolic_model.assumptions import (
    bounded_exponent,
    diminishing_demand,
    elastic_quality,
    gamma_not_zero,
    negative_gamma,
    positive_gamma,
)
from symbolic_model.growth import cost_scale, stationary_cost, theorem_1_data, theorem_1_size
from symbolic_model.optimum import training_cost, training_data, training_pressure
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n

in_the_range = [gamma_not_zero, diminishing_demand, bounded_exponent]
proved_range = [gamma_not_zero, elastic_quality, large_scale]
root = 1 / elasticity

s = symbol("s", Interval(low=Fraction(4)), meaning="what moves along a path")
twice = s**2 + 3 * s - 2
hardware_along = s * (twice + sqrt(twice**2 - 8 * s * (s - 1))) / (2 * (s - 1))
only_hardware = path(
    s, {alpha: 1, gamma: Fraction(-1, 2), omega: 1, delta: Fraction(1, 12), rho: 1, a: 1, n: s**2, E: hardware_along}, ratio="vanishes"
)

exponent_exists = deduction("The exponent exists", elasticity > 0, by.sign(diminishing_demand, bounded_exponent))
lowest = alpha * cost_scale / 24
size_from_below = deduction(
    "So the size is at least of its order",
    n >= lowest ** (root / 2) * order_for_negative,
    by.monotonicity(cost_from_below, negative_gamma, elastic_quality),
)


v, w, K = under_power.of.margin, under_power.of.marginal_margin, under_power.of.curvature
size_rise = calculation(
    "Better hardware, a larger model",
    under_power.dn(by_hardware),
    equals(n * (2 * n / E * (v + w) + training_pressure) / K, by.differentiation(gamma_not_zero, under_power.curved)),
    is_greater_than(0, by.sign(under_power.of.sells, under_power.rising_margin, under_power.curved)),
)


def tracks(quantity: Term, rate: Term) -> Grows:
    """The quantity grows at the rate as E grows, all else fixed; on the path it falls behind."""
    return grows(quantity, "Theta", rate, growing=E, chosen=n, where=optimum, unless=only_hardware)


def rate(quantity: Term, order: Term, lower: Term, upper: Term) -> Implies:
    """For gamma < 0 the quantity is of that order, with the same constants for all a."""
    found = grows(quantity, "Theta", order, growing=E, chosen=n, where=optimum, uniformly=(a,), lower=lower, upper=upper, beyond=attained_from)
    return implies(negative_gamma.claim, found)


def linear_at_zero(quantity: Term, upper: Term) -> Grows:
    """For gamma = 0 the quantity is at most linear in E."""
    return grows(quantity, "O", E, growing=E, chosen=n, where=conditions_at_zero, upper=upper)


size_rate = rate(n, order_for_negative, lowest ** (root / 2), scale ** (root / 2))
data_rate = rate(training_data, rho * order_for_negative, lowest ** (root / 2), scale ** (root / 2))
cost_rate = rate(training_cost, stationary_cost, 6 * lowest**root, 6 * scale**root)
size_for_positive_gamma = implies(positive_gamma.claim, at_most(n, order_for_positive, scale_for_positive ** (1 / (1 + elasticity)), rho))
cost_for_positive_gamma = implies(
    positive_gamma.claim, at_most(training_cost, cost_order_for_positive, 6 * scale_for_positive ** (2 / (1 + elasticity)), rho)
)
sizes_at_zero = (
    linear_at_zero(n, constant_at_zero * a ** (1 / alpha) / rho),
    linear_at_zero(training_data, constant_at_zero * a ** (1 / alpha)),
    linear_at_zero(training_cost, 6 * constant_at_zero**2 * a ** (2 / alpha) / rho),
)

near_linear = (
    statement(
        "abs-near-linear",
        "Size and data track hardware at a near-linear rate",
        claims=[tracks(n, E**root), tracks(training_data, E**root)],
        given=in_the_range,
    )
    .proved_by(exponent_exists)
    .corrected(
        size_rate,
        data_rate,
        size_for_positive_gamma,
        given=proved_range,
        by=[size_from_below, size_for_negative, size_for_positive],
        says="an upper bound was taken for a rate: for gamma < 0 n* and d* grow like E^(1/(2 + 2*alpha*gamma)), with half the exponent, and for "
        "gamma > 0 at most like E^(1/(2 + alpha*gamma)), slower than the square root",
    )
    .finding(
        fact(
            "Read as a direction: better hardware, a larger model",
            under_power.dn(by_hardware) > 0,
            given=under_power.given,
            by=[size_rise],
            says="That n* grows with E is true for every gamma > -1, and so is that d* = rho*n* does.",
        )
    )
)

ctrain_rate = (
    statement(
        "intro-ctrain-rate",
        "The training cost follows a power of hardware efficiency",
        claims=[tracks(training_cost, E ** ((1 - alpha * gamma) / elasticity))],
        given=in_the_range,
    )
    .proved_by(exponent_exists)
    .corrected(
        cost_rate,
        cost_for_positive_gamma,
        given=proved_range,
        by=[order_from_below, cost_for_negative, cost_for_positive],
        says="the product of two upper bounds was taken for a rate: for gamma < 0 the cost grows like E^(-alpha*gamma/(1 + alpha*gamma)), slower by "
        "the factor E^(1/(1 + alpha*gamma)), and for gamma > 0 it tends to 0",
    )
    .finding(
        false_belief(
            "Read as a direction, as in section 7: better hardware, more spending on training",
            under_power.dc(by_hardware) > 0,
            given=[*under_power.given, positive_gamma],
            says="For gamma > 0 the cost of training can fall as hardware improves, since each FLOP is cheaper and quality soon saturates demand.",
        )
    )
)

fitted = assumption("alpha is 0.3", Claim(alpha, "=", Fraction(3, 10)), stated="Figure 1")
from_minus_one = assumption("gamma is at least -1", gamma >= -1, stated="Figure 1")

subquadratic = statement(
    "abs-subquadratic",
    "The training cost grows more slowly than the square of E",
    claims=[
        at_most(training_cost, product, product_constant),
        (1 - alpha * gamma) / elasticity < 2,
        sizes_at_zero[2],
    ],
    given=[gamma_not_zero, elastic_quality, fitted, from_minus_one],
)
subquadratic = subquadratic.proved_by(cost, cost_at_zero).finding(
    fact(
        "For gamma < 0 the cost grows with a much smaller power",
        cost_rate,
        given=[*proved_range, diminishing_demand],
        by=[order_from_below, cost_for_negative],
        says="At gamma = -1 and alpha = 0.3 the power is 3/7, not 13/7: the cost is sublinear in E.",
    )
)


fixed = (1 / (rho * a**gamma)) ** root
fixed_cost = 6 * scale**root * (rho ** (alpha * gamma) * a ** (-2 * gamma)) ** root
late = assumption("E is at least 1", E >= 1)
size_in_E = calculation(
    "The size by E",
    n,
    is_at_most(size_constant * theorem_1_size, by.sign(size)),
    equals(size_constant * fixed * E**root, by.algebra(elastic_quality)),
)
data_in_E = calculation(
    "The data by E",
    training_data,
    is_at_most(rho * (size_constant * fixed * E**root), by.sign(size_in_E)),
    equals(size_constant * rho * fixed * E**root, by.algebra(elastic_quality)),
)
cost_in_E = calculation(
    "The training cost by E",
    training_cost,
    is_at_most(6 * scale**root * stationary_cost, by.sign(cost_for_negative)),
    equals(fixed_cost * E ** (-alpha * gamma * root), by.algebra(elastic_quality)),
    is_at_most(fixed_cost * E**root, by.monotonicity(late, elastic_quality)),
)


def superlinear_at_most(quantity: Term, upper: Term) -> Implies:
    """For gamma < 0 the quantity is at most of the order of E**(1/(1 + alpha*gamma)), all else fixed."""
    bound = grows(quantity, "O", E**root, growing=E, chosen=n, where=optimum, upper=upper, beyond=1)
    return implies((negative_gamma.claim, large_scale.claim), bound)


exponent = statement(
    "thread-exponent",
    "At most slightly superlinear, and at most linear for logarithmic demand",
    claims=[
        superlinear_at_most(n, size_constant * fixed),
        superlinear_at_most(training_data, size_constant * rho * fixed),
        superlinear_at_most(training_cost, fixed_cost),
        root <= Fraction(10, 7),
        *sizes_at_zero,
    ],
    given=[gamma_not_zero, elastic_quality, fitted, from_minus_one],
).proved_by(size_in_E, data_in_E, cost_in_E, size_at_zero, data_at_zero, cost_at_zero)

closed_form = statement(
    "review-closed-form",
    "Closed forms of size, data and training cost",
    claims=[
        implies(optimum, Claim(n, "=", theorem_1_size)),
        implies(optimum, Claim(training_data, "=", theorem_1_data)),
    ],
    given=in_the_range,
).corrected(
    implies(optimum, n < size_constant * theorem_1_size),
    implies(optimum, training_data <= size_constant * theorem_1_data),
    given=[gamma_not_zero, elastic_quality],
    by=[size, data],
    says="the formulas are upper bounds up to a constant, and so the paper says itself: section 4 has no closed form of the optimum",
)

if __name__ == "__main__":
    check_script(__file__)
