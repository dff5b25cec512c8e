"""Appendix D, first half: the derivative of profit for f_gamma, gamma != 0, and equation (1), the first-order condition in five terms.

Up to the line where the two negative terms are dropped all is right, for either sign of gamma, and nothing is used but
n > 0, gamma != 0 and the condition itself.
"""

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_least
from checks.commandline import check_script
from checks.language import Claim, abbreviate
from checks.statements import fact, statement
from symbolic_model.assumptions import enough_hardware, gamma_not_zero, negative_gamma
from symbolic_model.optimum import power
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n

stationary = power.stationary

five_summands = (
    alpha * omega**2 * n ** (-alpha * gamma - 1) / (2 * a**gamma * gamma * delta)
    - alpha * omega**2 * n ** (-2 * alpha * gamma - 1) / (2 * a ** (2 * gamma) * gamma * delta)
    + (1 / gamma - alpha) * (omega * n ** (-alpha * gamma) / (a**gamma * E * delta))
    + (1 / (E * delta) - 6 * rho) * (2 * n / E)
    - omega / (E * gamma * delta)
)

T_1 = abbreviate("T_1", alpha * omega * n ** (-alpha * gamma - 2) / (2 * a**gamma * delta))
T_2 = abbreviate("T_2", -(alpha * omega * n ** (-2 * alpha * gamma - 2) / (2 * a ** (2 * gamma) * delta)))
T_3 = abbreviate("T_3", (1 - alpha * gamma) * (n ** (-alpha * gamma - 1) / (a**gamma * E * delta)))
T_4 = abbreviate("T_4", (1 / (E * delta) - 6 * rho) * (2 * gamma / (omega * E)))
T_5 = abbreviate("T_5", -(n**-1 / (E * delta)))
five_terms = T_1 + T_2 + T_3 + T_4 + T_5

derivative = statement(
    "sD-profit-derivative",
    "The derivative of profit",
    claims=[Claim(power.slope, "=", five_summands)],
    given=[gamma_not_zero],
).proved_by(calculation("The slope of profit, multiplied out", power.slope, equals(five_summands, by.differentiation(gamma_not_zero))))

equation_1 = calculation(
    "The slope of profit times gamma/(n*omega)",
    five_terms,
    equals(gamma / (n * omega) * five_summands, by.algebra(gamma_not_zero)),
    equals(gamma / (n * omega) * power.slope, by.differentiation(gamma_not_zero)),
    equals(0, by.algebra(stationary, gamma_not_zero)),
)

first_order = (
    statement(
        "sD-five-terms",
        "The first-order condition in five terms",
        claims=[Claim(five_terms, "=", 0)],
        given=[gamma_not_zero, stationary],
    )
    .proved_by(equation_1)
    .finding(
        fact(
            "For gamma < 0 the term of the training cost is positive",
            T_4 > 0,
            given=[negative_gamma, enough_hardware],
            says="The factor gamma/(n*omega) is negative for gamma < 0. That does no harm to an equation, but T_4, which stands for "
            "the cost that bounds n from above, changes its sign: then nothing can be learnt by dropping T_2 and T_5.",
        )
    )
)

signs = statement("sD-signs", "Two negative terms", claims=[T_2 < 0, T_5 < 0]).proved_by(
    deduction("The second term is negative", T_2 < 0, by.sign),
    deduction("The fifth term is negative", T_5 < 0, by.sign),
)

dropped = statement(
    "sD-drop-terms",
    "The sum without its negative terms",
    claims=[T_1 + T_3 + T_4 >= 0],
    given=[gamma_not_zero, stationary],
).proved_by(
    calculation(
        "Equation (1) solved for the terms that are kept",
        T_1 + T_3 + T_4,
        equals(-T_2 - T_5, by.algebra(equation_1)),
        is_at_least(0, by.sign),
    )
)

if __name__ == "__main__":
    check_script(__file__)
