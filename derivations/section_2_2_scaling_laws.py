"""Scaling laws (section 2.2, Figure 4): how far parameters and data replace each other at constant quality.

The Leontief law has elasticity of substitution 0: the cheapest way to a quality does not depend on prices.
Perfect substitutes have infinite elasticity: along an isoquant the rate of substitution does not change.
"""

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_least
from checks.commandline import check_script
from checks.language import POSITIVE, Claim, Curve, Derivative, Differential, abbreviate, assumption, log, symbol
from checks.statements import statement, undefined
from symbolic_model.scaling import leontief
from symbolic_model.symbols import a, alpha, b, beta, d, n, q, some_d, some_n

w_n = symbol("w_n", POSITIVE, meaning="price of a parameter")
w_d = symbol("w_d", POSITIVE, meaning="price of a token of training data")
n_q = abbreviate("n_q", (q / a) ** (1 / alpha))
d_q = abbreviate("d_q", (q / b) ** (1 / beta))

reaches_q = assumption("the pair reaches quality q", leontief(n, d) >= q, stated="§2.2")

enough_parameters = deduction("Quality q takes n_q parameters", n >= n_q, by.monotonicity(reaches_q))
enough_data = deduction("Quality q takes d_q tokens", d >= d_q, by.monotonicity(reaches_q))
cheapest = calculation(
    "Whatever the prices, (n_q, d_q) is the cheapest pair of quality q",
    w_n * n + w_d * d,
    is_at_least(w_n * n_q + w_d * d_q, by.sign(enough_parameters, enough_data)),
)
unresponsive = calculation(
    "So the ratio chosen does not respond to the ratio of prices",
    Derivative(log(d_q / n_q), w_n) / Derivative(log(w_n / w_d), w_n),
    equals(0, by.differentiation),
)

rate_of_substitution = Derivative(leontief(some_n, some_d), some_n) / Derivative(leontief(some_n, some_d), some_d)
data_to_spare = assumption("data to spare", a * some_n**alpha < b * some_d**beta)

leontief_law = (
    statement(
        "s2.2-leontief",
        "The Leontief law does not substitute",
        claims=[
            Claim(leontief(n_q, d_q), "=", q),
            Claim(Derivative(log(d_q / n_q), w_n) / Derivative(log(w_n / w_d), w_n), "=", 0),
        ],
    )
    .proved_by(cheapest, unresponsive)
    .finding(
        undefined(
            "The rate of substitution of Appendix B does not exist",
            Claim(rate_of_substitution, "=", rate_of_substitution),
            given=[data_to_spare],
            says="Off balance the Leontief law's rate of substitution divides by zero, and at balance q has no derivative; "
            "so sigma = 0 is read as the response of the cheapest ratio d/n to the ratio of prices, not by the formula of Appendix B.2.",
        )
    )
)

substitutes = Curve(a * some_n + b * some_d, independent=some_n, dependent=some_d)
rate = Derivative(a * some_n + b * some_d, some_n) / Derivative(a * some_n + b * some_d, some_d)
inverse_elasticity = Differential(log(rate), substitutes) / Differential(log(some_d / some_n), substitutes)

perfect_substitutes = statement(
    "s2.2-perfect-substitutes",
    "Perfect substitutes: the inverse elasticity is 0",
    claims=[Claim(inverse_elasticity, "=", 0)],
).proved_by(
    calculation(
        "Along q = a*n + b*d the rate of substitution is a/b, whatever the ratio",
        inverse_elasticity,
        equals(0, by.differentiation),
    )
)

if __name__ == "__main__":
    check_script(__file__)
