"""Appendix C, its last step for n: the explicit bound B is of order a*E/rho for large E, a and rho fixed or a growing as well.

It is not so with one constant for all a or rho: B contains ln a, which is unbounded as a falls, and 6*delta*rho - 1/E, which may be as close
to 0 as one likes where no more is assumed than E > 1/(6*delta*rho). Theorem 2 states just that, and is read in section 4.2 as a and rho vary.
"""

from fractions import Fraction

from checks.commandline import check_script
from checks.language import Claim, Interval, assumption, grows, log, order, path, same_units, symbol
from checks.language import E as e
from checks.statements import fact, false_belief, statement
from derivations.appendix_c_bound_on_size import explicit, in_force
from symbolic_model.assumptions import enough_hardware
from symbolic_model.symbols import E, a, alpha, delta, omega, rho
from symbolic_model.units import of_parameters

bound = a * E / rho
twice_enough = assumption("twice the hardware that the theorem asks for", Claim(E, ">=", 1 / (3 * delta * rho)))
efficient = assumption("parameter efficiency is at least 1/e", a >= 1 / e)
s = symbol("s", Interval(low=Fraction(6)), meaning="hardware efficiency along the path")
barely_enough = path(s, {alpha: 1, omega: 1, delta: 1, a: 1, E: s, rho: (1 / s + 1 / s**2) / 6}, ratio="explodes")

bound_order = statement(
    "sC-order",
    "The order of the explicit bound",
    claims=[order(explicit, "O", bound, growing=E), order(explicit, "O", bound, growing=(a, E))],
    given=in_force,
).finding(
    false_belief(
        "One constant serves for all a",
        order(explicit, "O", bound, growing=E, uniformly=(a,)),
        given=in_force,
        says="As a falls to 0, -(ln a + 1) grows without bound while a*E/rho vanishes.",
    ),
    false_belief(
        "One constant serves for all rho",
        grows(explicit, "O", bound, growing=E, uniformly=(rho,), chosen=(), where=(enough_hardware.claim,), unless=barely_enough),
        given=in_force,
        says="Where E barely exceeds 1/(6*delta*rho) the factor 6*delta*rho - 1/E, by which the bound is divided, is far smaller than rho.",
    ),
    fact(
        "With room to spare one constant serves for all a and rho",
        explicit <= alpha**2 * omega**2 / (12 * e * delta) * bound,
        given=[twice_enough, efficient],
        says="E >= 1/(3*delta*rho) keeps the factor above 3*delta*rho, and a >= 1/e makes the second term of the bound negative.",
    ),
    false_belief(
        "The two terms of the bound have the same units",
        same_units(alpha * omega * a * E, log(a) + 1, under=of_parameters),
        says="In another unit of parameters a becomes a*u**alpha: what is added to what depends on the unit in which models are measured.",
    ),
)

if __name__ == "__main__":
    check_script(__file__)
