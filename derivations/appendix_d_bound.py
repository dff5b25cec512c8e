"""Appendix D, second half: from the sum of three terms to the bound on n**(alpha*gamma + 1).

The bound needs n >= 1, which depends on the unit in which parameters are counted, and gamma > 0: for gamma < 0 the lower
bound that is inverted is negative, and so is the upper bound. So for gamma < 0 the appendix proves nothing.
"""

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_most
from checks.commandline import check_script
from checks.language import Claim, assumption, implies, same_units, scales
from checks.statements import fact, false_belief, statement
from derivations.appendix_d_first_order_condition import T_1
from symbolic_model.assumptions import (
    bounded_exponent,
    diminishing_demand,
    enough_hardware,
    gamma_not_zero,
    negative_gamma,
    positive_gamma,
    small_elasticity,
)
from symbolic_model.optimum import power
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n
from symbolic_model.units import of_parameters, u

one_parameter = assumption("there is at least one parameter", n >= 1)

hypotheses = [gamma_not_zero, small_elasticity, enough_hardware, diminishing_demand, bounded_exponent]
optimum = [*hypotheses, *power.conditions]

raised = alpha * omega * n ** (-alpha * gamma - 1) / (2 * a**gamma * delta)
in_other_units = deduction("T_1 in other units", scales(T_1, by=u**2, under=of_parameters), by.units)
coefficient = alpha * omega / (2 * a**gamma * delta) + (1 - alpha * gamma) / (a**gamma * E * delta)
power_of_n = n ** (-(alpha * gamma + 1))
three_terms = coefficient * power_of_n + (1 / (E * delta) - 6 * rho) * (2 * gamma / (omega * E))
lower = -(1 / (E * delta) - 6 * rho) * (2 * gamma / (omega * E)) * coefficient**-1
scale, training = omega * E / (2 * gamma * delta * a**gamma), 6 * rho - 1 / (E * delta)
upper = scale * training**-1 * (alpha * omega / 2 + (1 - alpha * gamma) / E)

not_negative = assumption("the sum of the three terms is not negative", three_terms >= 0)
bounded_below = assumption("the power of n is bounded below", lower <= power_of_n)

power_step = (
    statement("sD-power-step", "A power of n raised", claims=[Claim(T_1, "<=", raised)], given=optimum)
    .proved_by(
        calculation(
            "T_1 is the raised term divided by n",
            T_1,
            equals(raised / n, by.algebra),
            is_at_most(raised, by.monotonicity(one_parameter)),
        )
    )
    .needing(one_parameter)
    .finding(
        false_belief(
            "Both sides have the same units",
            same_units(T_1, raised, under=of_parameters),
            says="n**-2 is replaced by n**-1: whether that is larger depends on whether models are counted in parameters or in billions "
            "of them. A relation between quantities must not.",
        ),
        fact(
            "In units of u parameters the left side has u**2 times its number",
            in_other_units.conclusion,
            by=[in_other_units],
            says="The right side has u times its number, so that the step holds in some units and fails in others.",
        ),
    )
)

isolated = calculation(
    "The sum divided by its coefficient",
    lower,
    equals(power_of_n - three_terms / coefficient, by.algebra(small_elasticity)),
    is_at_most(power_of_n, by.sign(not_negative, small_elasticity)),
)
solve_for_n = (
    statement(
        "sD-solve-for-n",
        "The power of n isolated",
        claims=[implies(not_negative.claim, bounded_below.claim)],
        given=[gamma_not_zero, small_elasticity],
    )
    .proved_by(isolated)
    .finding(
        false_belief(
            "The optimum meets this bound",
            bounded_below.claim,
            given=[*optimum, positive_gamma],
            says="The line follows from the one before, but that rests on n >= 1; some optima with n < 1 do not meet it.",
        ),
        fact(
            "For gamma < 0 the bound says nothing",
            lower < 0,
            given=[negative_gamma, enough_hardware],
            says="Its left side is negative, and every power of n is larger.",
        ),
        fact(
            "Where n >= 1, alpha*gamma <= 1 is not needed",
            coefficient > 0,
            given=[positive_gamma, one_parameter, power.sells],
            says="The coefficient, by which the line divides, is positive at every optimum with n >= 1: a price above the cost of inference "
            "means omega*E > 2*gamma*n.",
        ),
    )
)

inverted = calculation(
    "Reciprocals of positive numbers",
    n ** (alpha * gamma + 1),
    equals(1 / power_of_n, by.algebra),
    is_at_most(1 / lower, by.monotonicity(bounded_below, positive_gamma, enough_hardware, small_elasticity)),
    equals(upper, by.algebra(positive_gamma, enough_hardware, small_elasticity)),
)
invert = (
    statement(
        "sD-invert",
        "The bound inverted",
        claims=[implies(bounded_below.claim, n ** (alpha * gamma + 1) <= upper)],
        given=hypotheses,
    )
    .proved_by(inverted)
    .needing(positive_gamma)
    .finding(
        fact(
            "For gamma < 0 the upper bound is negative",
            upper < 0,
            given=[negative_gamma, enough_hardware],
            says="So no n > 0 meets it: the line is false for every gamma < 0, also for the -1 and -0.77 of section 6. From x <= y follows "
            "1/y <= 1/x only where x and y have the same sign.",
        ),
        false_belief(
            "For gamma > 0 every optimum meets the upper bound",
            n ** (alpha * gamma + 1) <= upper,
            given=[*optimum, positive_gamma],
            says="It inherits n >= 1 from the power that was raised.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
