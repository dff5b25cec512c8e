"""Directions for logarithmic demand (section 4.2): how n*, d* and the training cost move with the two efficiencies, at gamma = 0.

The paper reads directions off upper bounds. At the optimum itself the training cost rises with a, whatever alpha is.
"""

from checks import by
from checks.calculation import calculation, equals, is_greater_than, is_less_than
from checks.commandline import check_script
from checks.language import assumption, decreases, implies, increases
from checks.statements import fact, false_belief, statement
from derivations.optimum_moves import by_data, by_parameters
from derivations.optimum_moves import under_logarithm as optimum
from symbolic_model.assumptions import bounded_exponent
from symbolic_model.optimum import training_cost, training_data, training_pressure
from symbolic_model.symbols import E, a, alpha, b, omega
from symbolic_model.symbols import some_n as n

v, w, K, h = optimum.of.margin, optimum.of.marginal_margin, optimum.of.curvature, omega
rho_of_a = (a / b) ** (1 / alpha)
size_bound, data_bound, cost_bound = a * E / rho_of_a, a * E, a**2 * E / rho_of_a

inference_is_cheap = assumption("inference is cheap beside the margin", w * (v + w) > alpha * h * v)
below_half = assumption("alpha is below one half", 2 * alpha < 1, stated="§4.2")
large_margin = assumption("a margin above alpha*omega", v > alpha * h)

data_rise = calculation(
    "More parameter efficiency, more data",
    optimum.dd(by_parameters),
    equals(training_data * (alpha * h * v + w * (2 * n / E)) / (alpha * K), by.differentiation(optimum.curved)),
    is_greater_than(0, by.sign(optimum.of.sells, optimum.rising_margin, optimum.curved)),
)
cost_rise = calculation(
    "More parameter efficiency, more spending",
    optimum.dc(by_parameters),
    equals(
        training_cost * (2 * n / E * (v + w) + alpha * h * w) / (alpha * K),
        by.differentiation(optimum.first_order, optimum.curved),
    ),
    is_greater_than(0, by.sign(optimum.of.sells, optimum.rising_margin, optimum.curved)),
)
size_with_a = calculation(
    "The size falls with a where the margin exceeds alpha*omega",
    optimum.dn(by_parameters),
    equals(n * w * (alpha * h - v) / (alpha * K), by.differentiation(optimum.first_order, optimum.curved)),
    is_less_than(0, by.sign(large_margin, optimum.rising_margin, optimum.curved)),
)
size_rise = calculation(
    "More data efficiency, a larger model",
    optimum.dn(by_data),
    equals(n * training_pressure / (alpha * K), by.differentiation(optimum.curved)),
    is_greater_than(0, by.sign(optimum.curved)),
)
cost_with_b = calculation(
    "The training cost rises with b where w*(v + w) exceeds alpha*omega*v",
    optimum.dc(by_data),
    equals(training_cost * (w * (v + w) - alpha * h * v) / (alpha * K), by.differentiation(optimum.first_order, optimum.curved)),
    is_greater_than(0, by.sign(inference_is_cheap, optimum.curved)),
)

data_up = statement(
    "s4.2-parameter-efficiency-d",
    "Parameter efficiency raises the data",
    claims=[optimum.dd(by_parameters) > 0],
    given=[*optimum.given, bounded_exponent],
).proved_by(data_rise)

size_down = (
    statement(
        "s4.2-parameter-efficiency",
        "Parameter efficiency and spending",
        claims=[optimum.dn(by_parameters) < 0, optimum.dc(by_parameters) < 0],
        given=[*optimum.given, bounded_exponent, below_half],
    )
    .corrected(
        optimum.dc(by_parameters) > 0,
        implies(large_margin.claim, optimum.dn(by_parameters) < 0),
        given=[*optimum.given, bounded_exponent],
        by=[cost_rise, size_with_a],
        says="a direction of an upper bound was taken for one of the optimum: the training cost rises with a for every alpha, "
        "and n* falls only where the margin omega*f - 2n/E exceeds alpha*omega, which for alpha < 1/2 need not be so",
    )
    .finding(
        fact("Read as the bounds of Theorem 2, for the size", decreases(size_bound, in_=a), given=[below_half], says="The bound a*E/rho falls."),
        fact("Read as the bounds of Theorem 2, for the cost", decreases(cost_bound, in_=a), given=[below_half], says="The bound a**2*E/rho falls."),
    )
)

with_data = (
    statement(
        "s4.2-data-efficiency",
        "Data efficiency raises size and spending",
        claims=[optimum.dn(by_data) > 0, optimum.dc(by_data) > 0],
        given=[*optimum.given, bounded_exponent],
    )
    .proved_by(size_rise, cost_with_b)
    .needing(inference_is_cheap)
    .finding(
        fact("Read as the bound on the size", increases(size_bound, in_=b), says="The bound of Theorem 2 rises in b; so does n* itself."),
        fact("Read as the bound on the cost", increases(cost_bound, in_=b), says="The bound rises in b always; the cost at the optimum need not."),
        false_belief(
            "Data efficiency raises the data too",
            optimum.dd(by_data) >= 0,
            given=[*optimum.given, bounded_exponent],
            says="Where data are used better, fewer are used: d* falls in b, while its bound a*E does not move.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
