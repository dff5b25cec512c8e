"""Appendix A: the linking functions as integrals of the density 1/q_***(1 + gamma) from 1 to q."""

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import At, Claim, Integral, exact, log
from checks.statements import statement
from symbolic_model.assumptions import gamma_not_zero
from symbolic_model.demand import f_gamma, f_zero
from symbolic_model.symbols import gamma, q, q_star

logarithm = Integral(1 / q_star, q_star, exact(1), q)
power = Integral(1 / q_star ** (1 + gamma), q_star, exact(1), q)
antiderivative = -(q_star ** (-gamma)) / gamma
between_limits = At(antiderivative, q_star, q) - At(antiderivative, q_star, exact(1))

at_zero = statement(
    "sA-log",
    "The linking function for gamma = 0",
    claims=[Claim(f_zero(q), "=", logarithm), Claim(logarithm, "=", log(q))],
).proved_by(calculation("The integral of 1/q_*", logarithm, equals(log(q), by.integration)))

elsewhere = statement(
    "sA-power",
    "The linking function for gamma different from 0",
    claims=[Claim(f_gamma(q), "=", power), Claim(power, "=", between_limits), Claim(between_limits, "=", f_gamma(q))],
    given=[gamma_not_zero],
).proved_by(
    calculation(
        "The integral of a power",
        power,
        equals(between_limits, by.integration(gamma_not_zero)),
        equals(f_gamma(q), by.substitution(gamma_not_zero)),
    )
)

if __name__ == "__main__":
    check_script(__file__)
