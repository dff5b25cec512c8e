"""Section 6, the growth bounds: by which factor a year C_train may grow, as gamma varies.

The displayed factor is that of 6n*d*/E, with the bounds of Theorem 1 for n* and d*; the theorem's bound on C_train has another.
pi'(n) = 0 bounds the cost of an optimum more tightly, for gamma < 0 by a power of its quality, for gamma > 0 by a constant.
"""

from checks.commandline import check_script
from checks.language import Claim, assumption, decreases, iff, implies, log, order, rounds_to
from checks.statements import fact, statement
from symbolic_model.assumptions import bounded_exponent, diminishing_demand, gamma_not_zero, small_elasticity
from symbolic_model.growth import (
    after_years,
    cost_scale,
    displayed_factor,
    first_order_condition,
    fitted_alpha,
    hardware_growth,
    stationary_cost,
    stationary_factor,
    theorem_1_cost,
    theorem_1_data,
    theorem_1_factor,
    theorem_1_size,
    years,
)
from symbolic_model.optimum import power, training_cost, training_pressure
from symbolic_model.symbols import E, a, alpha, delta, gamma, rho
from symbolic_model.symbols import some_n as n

at_least_linear = assumption("demand at most linear in quality", gamma >= -1, stated="§6")

optimum = (first_order_condition(power), power.sells.claim)
quality = a * n**alpha
by_quality = training_cost <= -cost_scale / gamma * quality ** (-2 * gamma)
by_efficiency = (rho * n**2 / E) ** (1 + alpha * gamma) <= -cost_scale / (6 * gamma) * (
    E ** (-alpha * gamma) * a ** (-2 * gamma) * rho ** (alpha * gamma)
)

product_of_bounds = 6 * theorem_1_size * theorem_1_data / E

growth_formula = (
    statement(
        "s6-growth-formula",
        "The annual factor of training cost",
        claims=[order(after_years(theorem_1_cost), "O", displayed_factor(alpha_is=alpha) ** years, growing=years)],
        given=[diminishing_demand, gamma_not_zero, bounded_exponent, small_elasticity],
    )
    .corrected(
        implies((*optimum, gamma < 0), by_quality),
        implies((by_quality, gamma < 0), by_efficiency),
        implies(
            (diminishing_demand.claim, bounded_exponent.claim),
            Claim(after_years(stationary_cost), "=", stationary_cost * stationary_factor(alpha_is=alpha) ** years),
        ),
        implies((*optimum, gamma > 0), training_cost <= cost_scale / gamma * quality ** (-gamma)),
        given=[],
        says="the bound of Theorem 1 on C_train grows by (1.37*3^(-gamma/2))^(1/(1 + alpha*gamma)), for gamma > 0 more than displayed; what an "
        "optimum costs grows by at most (1.37^(-alpha*gamma)*3^(-gamma))^(1/(1 + alpha*gamma)) for gamma < 0 and is bounded for gamma > 0",
    )
    .finding(
        fact(
            "What the correction calls an optimum",
            Claim(2 * delta * n * power.slope, "=", power.margin * power.marginal_margin - training_pressure),
            given=[gamma_not_zero],
            says="Its first hypothesis is pi'(n) = 0, its second that something is sold, so that quality exceeds 1.",
        ),
        fact(
            "Where the displayed factor comes from",
            Claim(after_years(product_of_bounds), "=", product_of_bounds * displayed_factor(alpha_is=alpha) ** years),
            given=[diminishing_demand, bounded_exponent],
            says="It is the factor of 6n*d*/E with the theorem's bounds on n* and d*, not that of the theorem's bound on C_train.",
        ),
        fact(
            "By which factor that bound grows",
            Claim(after_years(theorem_1_cost), "=", theorem_1_cost * theorem_1_factor(alpha_is=alpha) ** years),
            given=[diminishing_demand, bounded_exponent],
            says="The theorem's display for C_train gives E the exponent 1/(1 + alpha*gamma) and a the exponent -gamma/(1 + alpha*gamma).",
        ),
        fact(
            "For gamma < 0 the display is weaker than Theorem 1",
            implies(gamma < 0, theorem_1_factor() < displayed_factor()),
            given=[at_least_linear],
            says="There the display does follow from the theorem's bound on C_train, but gives away a factor every year.",
        ),
    )
)

at_zero = 3 * hardware_growth
crossing = -log(3) / ((1 + fitted_alpha) * log(3) + 2 * fitted_alpha * log(hardware_growth))

largest = (
    statement(
        "s6-largest-at-minus-one",
        "The most permissive gamma",
        claims=[
            at_zero <= displayed_factor(gamma_is=-1),
            decreases(displayed_factor(), in_=gamma),
            implies(gamma < 0, displayed_factor() > at_zero),
            implies(gamma > 0, displayed_factor() < at_zero),
        ],
        given=[at_least_linear],
    )
    .corrected(
        decreases(stationary_factor(), in_=gamma),
        Claim(stationary_factor(gamma_is=0), "=", 1),
        says="for every gamma from -0.679 to 0 the displayed factor is below the 4.11 that Theorem 2 gives at gamma = 0; the factor that "
        "bounds an optimum's cost does fall from its largest value at -1, and to 1 at 0, from where on no exponential growth is optimal",
    )
    .finding(
        fact(
            "The displayed factor at gamma = 0",
            Claim(displayed_factor(gamma_is=0), "=", hardware_growth),
            says="The display comes to 1.37 where Theorem 2 gives 4.11: the bounds of the two theorems do not join.",
        ),
        fact(
            "Where the display exceeds the bound at gamma = 0",
            iff(displayed_factor() > at_zero, gamma < crossing),
            given=[at_least_linear],
            says="From this gamma up to 0 the bounds of section 6 allow less growth than at gamma = 0.",
        ),
        fact("That gamma to 12 digits", rounds_to(crossing, "-0.679379279400"), says="Below it the display exceeds 4.11."),
    )
)

if __name__ == "__main__":
    check_script(__file__)
