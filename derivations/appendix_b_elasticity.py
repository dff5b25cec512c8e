"""Appendix B: the elasticity of substitution between parameters and data under the Chinchilla law.

sigma = d ln(d/n) / d ln(MRTS) along an isoquant, which comes out between 1/(1 + alpha) and 1/(1 + beta). It is a
constant only for alpha = beta; the .76 of Figure 4 is its value for the average of the two fitted exponents.
"""

from checks import by
from checks.calculation import calculation, equals, is_less_than
from checks.commandline import check_script
from checks.language import REAL, Claim, Curve, Derivative, Differential, abbreviate, assumption, decimal, log, rounds_to, symbol
from checks.statements import fact, false_belief, statement
from symbolic_model.scaling import chinchilla, reducible_loss
from symbolic_model.symbols import a, alpha, b, beta
from symbolic_model.symbols import some_d as d
from symbolic_model.symbols import some_n as n

loss_floor = symbol("ell_star", REAL, latex=r"\ell_*", unicode="ℓ⁎", meaning="irreducible loss")
loss = loss_floor + a / n**alpha + b / d**beta
equal_exponents = assumption("equal exponents", Claim(alpha, "=", beta), stated="Appendix B.2")

isoquant = Curve(reducible_loss(n, d), independent=n, dependent=d)
dn, dd = Differential(n, isoquant), Differential(d, isoquant)
dq_dn, dq_dd = Derivative(chinchilla(n, d), n), Derivative(chinchilla(n, d), d)
denominator = (a * n ** (-alpha) + b * d ** (-beta)) ** 2

rate_of_substitution = abbreviate("MRTS", dq_dn / dq_dd, latex=r"\mathrm{MRTS}")
mrts = a * alpha * d ** (1 + beta) / (b * beta * n ** (1 + alpha))
slope = -(a * alpha * d ** (beta + 1)) / (b * beta * n ** (alpha + 1))
ratio_rate = -(a * alpha * d**beta) / (b * beta * n ** (alpha + 1)) - 1 / n
mrts_rate = -(a * alpha * (beta + 1) * d**beta / (b * beta * n ** (alpha + 1)) + (alpha + 1) / n)
sigma_formula = (a * alpha * d**beta + b * beta * n**alpha) / (a * alpha * (beta + 1) * d**beta + (alpha + 1) * b * beta * n**alpha)
sigma = abbreviate("sigma", Differential(log(d / n), isoquant) / Differential(log(rate_of_substitution), isoquant), latex=r"\sigma")

quality = (
    statement(
        "sB-quality",
        "Quality under the Chinchilla law",
        claims=[Claim(1 / (loss - loss_floor), "=", chinchilla(n, d))],
    )
    .proved_by(calculation("The irreducible loss cancels", 1 / (loss - loss_floor), equals(chinchilla(n, d), by.algebra)))
    .finding(
        false_belief(
            "The a of the Chinchilla law is a parameter efficiency",
            Derivative(chinchilla(n, d), a) > 0,
            says="Here quality falls in a and b, while it rises in the a and b of the Leontief law of section 2.2: "
            "the letters are used with two meanings.",
        )
    )
)

isoquant_slope = calculation(
    "Along the isoquant 0 = d(a/n**alpha + b/d**beta)",
    dd,
    equals(slope * dn, by.differentiation),
)
isoquant_statement = statement(
    "sB-isoquant",
    "The slope of the isoquant",
    claims=[
        Claim(Differential(reducible_loss(n, d), isoquant), "=", 0),
        Claim(
            Differential(reducible_loss(n, d), (n, d)),
            "=",
            -a * alpha * n ** (-alpha - 1) * Differential(n, (n,)) - b * beta * d ** (-beta - 1) * Differential(d, (d,)),
        ),
        Claim(dd, "=", slope * dn),
    ],
).proved_by(isoquant_slope)

ratio_differential = calculation(
    "The ratio along the isoquant",
    Differential(log(d / n), isoquant),
    equals(Differential(log(d) - log(n), isoquant), by.differentiation),
    equals(dd / d - dn / n, by.differentiation),
    equals(ratio_rate * dn, by.differentiation(isoquant_slope)),
)
ratio = statement(
    "sB-dln-ratio",
    "The differential of ln(d/n)",
    claims=[Claim(Differential(log(d / n), isoquant), "=", ratio_rate * dn)],
).proved_by(ratio_differential)

marginal_n = calculation("The derivative in n", dq_dn, equals(a * alpha / (n ** (1 + alpha) * denominator), by.differentiation))
marginal_d = calculation("The derivative in d", dq_dd, equals(b * beta / (d ** (1 + beta) * denominator), by.differentiation))

of_parameters = statement(
    "sB-dq-dn",
    "Marginal quality of parameters",
    claims=[Claim(dq_dn, "=", a * alpha / (n ** (1 + alpha) * denominator))],
).proved_by(marginal_n)
of_data = statement(
    "sB-dq-dd",
    "Marginal quality of data",
    claims=[Claim(dq_dd, "=", b * beta / (d ** (1 + beta) * denominator))],
).proved_by(marginal_d)

rate = calculation(
    "The quotient of the marginal qualities",
    rate_of_substitution,
    equals(dq_dn / dq_dd, by.definition),
    equals((a * alpha / (n ** (1 + alpha) * denominator)) / (b * beta / (d ** (1 + beta) * denominator)), by.differentiation),
    equals(mrts, by.algebra),
)
substitution_rate = statement(
    "sB-mrts",
    "The marginal rate of technical substitution",
    claims=[Claim(rate_of_substitution, "=", mrts)],
).proved_by(rate)

rate_differential = calculation(
    "The rate of substitution along the isoquant",
    Differential(log(rate_of_substitution), isoquant),
    equals(
        Differential(log(a * alpha * d ** (1 + beta)), isoquant) - Differential(log(b * beta * n ** (1 + alpha)), isoquant),
        by.differentiation,
    ),
    equals((beta + 1) / d * dd - (alpha + 1) / n * dn, by.differentiation),
    equals(mrts_rate * dn, by.differentiation(isoquant_slope)),
)
substitution_rate_differential = statement(
    "sB-dln-mrts",
    "The differential of ln MRTS",
    claims=[Claim(Differential(log(rate_of_substitution), isoquant), "=", mrts_rate * dn)],
).proved_by(rate_differential)

sigma_calculation = calculation(
    "The quotient of the two differentials",
    sigma,
    equals(ratio_rate * dn / (mrts_rate * dn), by.differentiation),
    equals(sigma_formula, by.algebra),
)
sigma_statement = statement(
    "sB-sigma",
    "The elasticity of substitution",
    claims=[
        Claim(sigma, "=", ratio_rate * dn / (mrts_rate * dn)),
        Claim(sigma, "=", sigma_formula),
    ],
).proved_by(sigma_calculation)

for_equal_exponents = statement(
    "sB-sigma-equal",
    "Equal exponents",
    claims=[Claim(sigma, "=", 1 / (1 + alpha))],
    given=[equal_exponents],
).proved_by(
    calculation(
        "Numerator and denominator share a factor",
        sigma,
        equals(sigma_formula, by.algebra(sigma_calculation)),
        equals(1 / (1 + alpha), by.algebra(equal_exponents)),
    )
)

fitted_alpha, fitted_beta, average = decimal("0.3392"), decimal("0.2849"), decimal("0.31205")
averages = statement(
    "sB-average",
    "The average exponent and its elasticity",
    claims=[Claim((fitted_alpha + fitted_beta) / 2, "=", average), rounds_to(1 / (1 + average), "0.7622")],
).proved_by(calculation("The average", (fitted_alpha + fitted_beta) / 2, equals(average, by.arithmetic)))

complements = statement(
    "sB-complements",
    "Parameters and data are complements",
    claims=[sigma < 1],
).proved_by(
    calculation(
        "The denominator exceeds the numerator",
        sigma,
        equals(sigma_formula, by.algebra(sigma_calculation)),
        is_less_than(1, by.sign),
    )
)

fitted_sigma = sigma_formula.subs({alpha: fitted_alpha, beta: fitted_beta})
figure = (
    statement(
        "fig4-sigma",
        "The value in Figure 4",
        claims=[rounds_to(fitted_sigma, "0.76")],
    )
    .corrected(
        Claim(1 / (1 + fitted_alpha), "<", fitted_sigma),
        Claim(fitted_sigma, "<", 1 / (1 + fitted_beta)),
        rounds_to(1 / (1 + fitted_alpha), "0.747"),
        rounds_to(1 / (1 + fitted_beta), "0.778"),
        says="with the two fitted exponents sigma is no constant: it ranges over the open interval from .747 to .778 as d/n varies",
    )
    .finding(
        fact(
            "The value for equal exponents",
            rounds_to(1 / (1 + average), "0.76"),
            says="The figure's .76 is the elasticity of a law whose two exponents are both the average .31205.",
        )
    )
)

if __name__ == "__main__":
    check_script(__file__)
