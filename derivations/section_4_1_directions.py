"""Directions for power-law demand (section 4.1): what the paper reads off the bounds of Theorem 1, and what the optimum does.

A bound that moves one way says nothing of the optimum below it: n* can rise with a, the training cost does rise with a for
gamma < 0, and d* falls with b for gamma > 0, where the paper has it rise.
"""

from checks import by
from checks.calculation import calculation, equals, is_greater_than, is_less_than
from checks.commandline import check_script
from checks.language import assumption, decreases, increases
from checks.statements import fact, false_belief, statement
from derivations.optimum_moves import by_data, by_parameters
from derivations.optimum_moves import under_power as optimum
from symbolic_model.assumptions import diminishing_demand, gamma_not_zero, negative_gamma, positive_gamma
from symbolic_model.optimum import training_cost, training_data, training_pressure
from symbolic_model.symbols import E, a, alpha, b, gamma
from symbolic_model.symbols import some_n as n

v, w, K, h = optimum.of.margin, optimum.of.marginal_margin, optimum.of.curvature, optimum.of.steepness
cheaper = 2 * n / E  # h - w, what inference takes from the gain in the margin
root = 1 / (1 + alpha * gamma)
rho = (a / b) ** (1 / alpha)
size_bound = (E / (rho * a**gamma)) ** root
data_bound = (rho ** (alpha * gamma) * E / a**gamma) ** root
cost_bound = (E / a**gamma) ** root

above = assumption("gamma exceeds -1/alpha", gamma > -1 / alpha, stated="§4.1")
not_below = [gamma_not_zero, above]

gain = (1 - alpha * gamma) * h * v + 2 * h * w - w**2 - training_pressure
gaining = calculation(
    "For gamma < 0 what the optimum gains exceeds what it saves",
    gain,
    equals(cheaper * (v + w) + h * w + -gamma * alpha * h * v, by.algebra(gamma_not_zero, optimum.first_order)),
    is_greater_than(0, by.sign(negative_gamma, optimum.of.sells, optimum.rising_margin)),
)
cost_rise = calculation(
    "For gamma < 0 more parameter efficiency means more spending",
    optimum.dc(by_parameters),
    equals(training_cost * gain / (alpha * K), by.differentiation(gamma_not_zero, optimum.curved)),
    is_greater_than(0, by.sign(gaining, optimum.curved)),
)
data_rise = calculation(
    "More parameter efficiency, more data",
    optimum.dd(by_parameters),
    equals(training_data * (h * v + cheaper * w) / (alpha * K), by.differentiation(gamma_not_zero, optimum.curved)),
    is_greater_than(0, by.sign(optimum.of.sells, optimum.rising_margin, optimum.curved)),
)
size_rise = calculation(
    "More data efficiency, a larger model",
    optimum.dn(by_data),
    equals(n * training_pressure / (alpha * K), by.differentiation(gamma_not_zero, optimum.curved)),
    is_greater_than(0, by.sign(optimum.curved)),
)
data_fall = calculation(
    "For gamma > 0 more data efficiency, less data",
    optimum.dd(by_data),
    equals(
        -training_data * (w * (v - w) + cheaper * v + alpha * gamma * h * v) / (alpha * K),
        by.differentiation(gamma_not_zero, optimum.curved),
    ),
    is_less_than(0, by.sign(positive_gamma, optimum.of.sells, optimum.rising_margin, optimum.paying_margin, optimum.curved)),
)

size_with_a = statement(
    "s4.1-parameter-efficiency-n",
    "Parameter efficiency lowers the bound on the size",
    claims=[decreases(size_bound, in_=a)],
    given=not_below,
).finding(
    false_belief(
        "Read as the optimum: parameter efficiency lowers n*",
        optimum.dn(by_parameters) < 0,
        given=optimum.given,
        says="Where little more than costs is earned, quality is what is lacking, and a larger a makes the larger model worth its cost.",
    ),
    fact(
        "The data rise with parameter efficiency",
        optimum.dd(by_parameters) > 0,
        given=optimum.given,
        by=[data_rise],
        says="d* = rho*n* rises in a, whatever n* does.",
    ),
)

cost_with_a = (
    statement(
        "s4.1-parameter-efficiency-c",
        "Parameter efficiency lowers the bound on the training cost",
        claims=[decreases(cost_bound, in_=a)],
        given=[*not_below, diminishing_demand],
    )
    .needing(positive_gamma)
    .finding(
        fact(
            "For gamma < 0 the bound rises",
            increases(cost_bound, in_=a),
            given=[*not_below, negative_gamma],
            says="a**-gamma grows with a where gamma < 0.",
        ),
        fact(
            "Read as the optimum, for gamma < 0",
            optimum.dc(by_parameters) > 0,
            given=[*optimum.given, negative_gamma],
            by=[cost_rise],
            says="The training cost itself rises with a for every gamma < 0, the range that section 6 takes to be realistic.",
        ),
        false_belief(
            "Read as the optimum, for gamma > 0",
            optimum.dc(by_parameters) < 0,
            given=[*optimum.given, positive_gamma],
            says="For gamma > 0 the training cost falls with a only where quality is high; at low quality it rises.",
        ),
    )
)

with_b = (
    statement(
        "s4.1-data-efficiency",
        "Data efficiency raises both bounds",
        claims=[increases(size_bound, in_=b), increases(data_bound, in_=b)],
        given=[*not_below, assumption("gamma is positive", gamma > 0, stated="§4.1")],
    )
    .corrected(
        increases(size_bound, in_=b),
        decreases(data_bound, in_=b),
        says="rho**(alpha*gamma)/a**gamma is b**-gamma, so that for gamma > 0 the bound on d* falls with b; the sign of the exponent was lost",
    )
    .finding(
        fact(
            "For gamma < 0 the bound on d* rises",
            increases(data_bound, in_=b),
            given=[*not_below, negative_gamma],
            says="The sentence has the two signs exchanged.",
        ),
        fact("Read as the optimum, for the size", optimum.dn(by_data) > 0, given=optimum.given, by=[size_rise], says="n* rises in b, always."),
        fact(
            "Read as the optimum, for the data",
            optimum.dd(by_data) < 0,
            given=[*optimum.given, positive_gamma],
            by=[data_fall],
            says="For gamma > 0 better data are used more sparingly: d* falls in b.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
