"""Theorem 1, what its bounds should rest on: the first-order condition, factored, for either sign of gamma.

It is 24*delta*rho*n**2/E = v*w with v = omega*f - 2n/E and w = alpha*omega*q**-gamma - 2n/E. Where something is sold, v is positive, and
so is w: quality pays for the inference of a larger model. This alone bounds n, whatever rho is; and v*w is less than
omega*f*alpha*omega*q**-gamma, from which follow the true orders. Where profit is not negative v is at least w, so that for gamma < 0 the
order is attained.
"""

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_least, is_at_most, is_less_than
from checks.language import POSITIVE, Claim, assumption, symbol
from derivations.optimum_moves import under_power
from symbolic_model.assumptions import elastic_quality, gamma_not_zero, negative_gamma, positive_gamma
from symbolic_model.growth import cost_scale, stationary_cost, theorem_1_data, theorem_1_size
from symbolic_model.optimum import power, training_cost, training_data
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n

elasticity = 1 + alpha * gamma
surplus = power.marginal_margin

free_of_rho = (alpha * omega * E / (2 * a**gamma)) ** (1 / elasticity)
size_constant = (alpha * omega * rho / 2) ** (1 / elasticity)
product = (E ** (1 - alpha * gamma) * a ** (-2 * gamma)) ** (1 / elasticity)
product_constant = 6 * rho * (alpha * omega / 2) ** (2 / elasticity)

factored, paying, no_loss = under_power.first_order, under_power.rising_margin, under_power.paying_margin
size = calculation(
    "The size is bounded",
    n,
    is_less_than(free_of_rho, by.monotonicity(paying, elastic_quality)),
    equals(size_constant * theorem_1_size, by.algebra(elastic_quality)),
)
data = calculation(
    "The data are bounded",
    training_data,
    is_at_most(rho * (size_constant * theorem_1_size), by.monotonicity(size)),
    equals(size_constant * theorem_1_data, by.algebra(elastic_quality)),
)
cost = calculation(
    "The cost of training is bounded",
    training_cost,
    is_at_most(6 * rho * (size_constant * theorem_1_size) ** 2 / E, by.monotonicity(size)),
    equals(product_constant * product, by.algebra(elastic_quality)),
)

without_inference = calculation(
    "The cost of training, that of inference left out",
    training_cost,
    equals(power.margin * surplus / (4 * delta), by.algebra(factored)),
    is_at_most(omega * power.linked * surplus / (4 * delta), by.inequality(paying, gamma_not_zero)),
)

order_for_negative = (E / (rho * a ** (2 * gamma))) ** (1 / (2 * elasticity))
scale = symbol("c", POSITIVE, meaning="any number that is at least alpha*omega**2/(24*delta*|gamma|)")
large_scale = assumption("c is at least alpha*omega**2/(24*delta*|gamma|)", -cost_scale / (6 * gamma) <= scale)
in_quality_for_negative = calculation(
    "For gamma < 0 training costs at most a power of quality",
    training_cost,
    is_at_most(-omega / gamma * power.marginal * surplus / (4 * delta), by.inequality(without_inference, paying, negative_gamma)),
    is_at_most(-cost_scale / gamma * power.marginal**2, by.inequality(negative_gamma)),
)
scaled = calculation(
    "For gamma < 0 training costs at most c times it",
    training_cost,
    is_at_most(-cost_scale / gamma * power.marginal**2, by.sign(in_quality_for_negative)),
    equals(6 * (-cost_scale / (6 * gamma)) * power.marginal**2, by.algebra(negative_gamma)),
    is_at_most(6 * scale * power.marginal**2, by.monotonicity(large_scale)),
)
size_for_negative = deduction(
    "For gamma < 0 the size is of a smaller order",
    n <= scale ** (1 / (2 * elasticity)) * order_for_negative,
    by.monotonicity(scaled, elastic_quality),
)
cost_for_negative = deduction(
    "For gamma < 0 the cost of training is of a smaller order",
    training_cost <= 6 * scale ** (1 / elasticity) * stationary_cost,
    by.monotonicity(scaled, elastic_quality),
)

order_for_positive = (E / (rho * a**gamma)) ** (1 / (1 + elasticity))
cost_order_for_positive = (E ** (-alpha * gamma) * rho ** (alpha * gamma) * a ** (-2 * gamma)) ** (1 / (1 + elasticity))
scale_for_positive = cost_scale / (6 * gamma)
in_quality_for_positive = calculation(
    "For gamma > 0 training costs at most a power of quality",
    training_cost,
    is_at_most(omega / gamma * surplus / (4 * delta), by.inequality(without_inference, paying, positive_gamma)),
    is_at_most(cost_scale / gamma * power.marginal, by.inequality(positive_gamma)),
)
size_for_positive = deduction(
    "For gamma > 0 the size is of a smaller order",
    n <= scale_for_positive ** (1 / (1 + elasticity)) * order_for_positive,
    by.monotonicity(in_quality_for_positive, positive_gamma),
)
cost_for_positive = calculation(
    "For gamma > 0 the cost of training is of a smaller order",
    training_cost,
    is_at_most(6 * rho * (scale_for_positive ** (1 / (1 + elasticity)) * order_for_positive) ** 2 / E, by.monotonicity(size_for_positive)),
    equals(6 * scale_for_positive ** (2 / (1 + elasticity)) * cost_order_for_positive, by.algebra(positive_gamma)),
)

attained_from = 2 / (3 * alpha * delta * -gamma * rho)
much_hardware = assumption("E is at least 2/(3*alpha*delta*|gamma|*rho)", Claim(E, ">=", attained_from))
inference_squared = calculation(
    "For gamma < 0 inference costs little, squared",
    (2 * n / E) ** 2,
    equals(2 / (3 * rho * E) * training_cost, by.algebra),
    is_at_most(2 / (3 * rho * E) * (-cost_scale / gamma * power.marginal**2), by.sign(in_quality_for_negative)),
    is_at_most((alpha * omega * power.marginal / 2) ** 2, by.inequality(negative_gamma, much_hardware)),
)
inference_is_minor = deduction(
    "For gamma < 0 inference costs little", 2 * n / E <= alpha * omega * power.marginal / 2, by.monotonicity(inference_squared)
)
cost_from_below = calculation(
    "For gamma < 0 the order is attained",
    training_cost,
    equals(power.margin * surplus / (4 * delta), by.algebra(factored)),
    equals((power.margin - surplus) * surplus / (4 * delta) + surplus**2 / (4 * delta), by.algebra(gamma_not_zero)),
    is_at_least(surplus**2 / (4 * delta), by.sign(no_loss, paying)),
    is_at_least(alpha / 4 * cost_scale * power.marginal**2, by.inequality(inference_is_minor)),
)
order_from_below = deduction(
    "So the cost of training is at least of that order",
    training_cost >= 6 * (alpha * cost_scale / 24) ** (1 / elasticity) * stationary_cost,
    by.monotonicity(cost_from_below, elastic_quality),
)
