"""The exponents of section 4.1: 1/(1 + alpha*gamma) for n* and d*, and how large it gets for alpha = 0.3 and gamma >= -1.

Theorem 1 bounds n*, d* and C_train with the same exponent of E. The 1.86 is the exponent (1 - alpha*gamma)/(1 + alpha*gamma)
of 6n*d*/E, which section 1 names for C_train. The optimum's own cost has at most -alpha*gamma/(1 + alpha*gamma) for gamma < 0.
"""

from checks import by
from checks.calculation import calculation, deduction, is_at_most
from checks.commandline import check_script
from checks.language import Claim, assumption, decimal, implies, order, rounds_to
from checks.statements import fact, false_belief, statement
from symbolic_model.assumptions import bounded_exponent, diminishing_demand
from symbolic_model.growth import fitted_alpha
from symbolic_model.symbols import E, alpha, gamma

exponent = 1 / (1 + alpha * gamma)
cost_exponent = (1 - alpha * gamma) / (1 + alpha * gamma)
least_exponent = -alpha * gamma / (1 + alpha * gamma)
fitted, fitted_cost, fitted_least = (each.subs(alpha, fitted_alpha) for each in (exponent, cost_exponent, least_exponent))

at_least_linear = assumption("demand at most linear in quality", gamma >= -1, stated="§1")
negative_gamma, zero_gamma, positive_gamma = gamma < 0, Claim(gamma, "=", 0), gamma > 0

regimes = (
    statement(
        "s4.1-regimes",
        "Above, at and below linear growth",
        claims=[
            implies(negative_gamma, exponent > 1),
            implies(zero_gamma, Claim(exponent, "=", 1)),
            implies(positive_gamma, exponent < 1),
        ],
        given=[diminishing_demand, bounded_exponent],
    )
    .proved_by(deduction("The exponent is positive", exponent > 0, by.sign(diminishing_demand, bounded_exponent)))
    .finding(
        fact(
            "The exponent of section 1 has the same regimes below 0",
            implies(negative_gamma, cost_exponent > 1),
            given=[diminishing_demand, bounded_exponent],
            says="6n*d*/E, taken from the bounds on n* and d*, grows faster than linearly for gamma < 0 as well.",
        ),
        false_belief(
            "Training cost at the optimum grows faster than linearly for gamma < 0",
            implies(negative_gamma, least_exponent > 1),
            given=[diminishing_demand, bounded_exponent],
            says="The cost of an optimum is bounded with the exponent -alpha*gamma/(1 + alpha*gamma), below 1 unless alpha*gamma < -1/2; "
            "for alpha < 1/2 no gamma of the paper's makes it superlinear.",
        ),
    )
)

exponent_of_size = (
    statement(
        "s4.1-exponent-n",
        "The exponent 1.43",
        claims=[
            fitted <= decimal("1.43"),
            order(E**fitted, "O", E ** decimal("1.43"), growing=E, uniformly=(gamma,)),
        ],
        given=[at_least_linear],
    )
    .proved_by(
        calculation(
            "The exponent is largest at gamma = -1",
            fitted,
            is_at_most(fitted.subs(gamma, -1), by.monotonicity(at_least_linear)),
            is_at_most(decimal("1.43"), by.arithmetic),
        )
    )
    .finding(
        fact(
            "The largest exponent",
            rounds_to(fitted.subs(gamma, -1), "1.42857142857"),
            says="1/0.7 = 10/7; 1.43 is rounded up, so that the bound stays one.",
        ),
    )
)

exponent_of_cost = (
    statement(
        "s4.1-exponent-c",
        "The exponent 1.86",
        claims=[
            fitted_cost <= decimal("1.86"),
            order(E**fitted_cost, "O", E ** decimal("1.86"), growing=E, uniformly=(gamma,)),
        ],
        given=[at_least_linear],
    )
    .proved_by(
        calculation(
            "The exponent is largest at gamma = -1",
            fitted_cost,
            is_at_most(fitted_cost.subs(gamma, -1), by.monotonicity(at_least_linear)),
            is_at_most(decimal("1.86"), by.arithmetic),
        )
    )
    .finding(
        fact(
            "The largest exponent",
            rounds_to(fitted_cost.subs(gamma, -1), "1.85714285714"),
            says="1.3/0.7 = 13/7, rounded up; it is the exponent of 6n*d*/E, with the bounds of Theorem 1 for n* and d*.",
        ),
        fact(
            "Read as the exponent that Theorem 1 prints for C_train",
            fitted <= decimal("1.43"),
            given=[at_least_linear],
            says="The theorem's own display bounds C_train with the exponent of n* and d*, by E^1.43.",
        ),
        fact(
            "Read as the exponent of what an optimum costs",
            implies(negative_gamma, fitted_least <= fitted_least.subs(gamma, -1)),
            given=[at_least_linear],
            says="For gamma < 0 the cost of an optimum is at most of order E^(-alpha*gamma/(1 + alpha*gamma)), so at most E^(3/7).",
        ),
        fact(
            "The largest exponent of that bound",
            rounds_to(fitted_least.subs(gamma, -1), "0.428571428571"),
            says="3/7 instead of 1.86: far below linear.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
