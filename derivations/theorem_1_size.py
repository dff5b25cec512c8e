"""Theorem 1 (section 4.1), model size and data: as E and a grow and rho is fixed, they are at most of the printed orders.

That is how section 6 uses the theorem. Appendix D shows it for gamma > 0 and n >= 1 only, `theorem_1_bounds` for either sign. Where
rho may grow without bound the printed orders fail; and they are no rates, since the optimum falls behind them.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from checks.commandline import check_script
from checks.language import POSITIVE, Claim, Grows, Interval, Symbol, Term, assumption, grows, path, symbol
from checks.statements import fact, false_belief, statement
from derivations.theorem_1_bounds import (
    data,
    elasticity,
    free_of_rho,
    large_scale,
    order_for_negative,
    order_for_positive,
    scale,
    scale_for_positive,
    size,
    size_constant,
    size_for_negative,
    size_for_positive,
)
from symbolic_model.assumptions import (
    bounded_exponent,
    diminishing_demand,
    elastic_quality,
    enough_hardware,
    gamma_not_zero,
    negative_gamma,
    positive_gamma,
    small_elasticity,
)
from symbolic_model.growth import theorem_1_data, theorem_1_size
from symbolic_model.optimum import power, training_data
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n

hypotheses = [gamma_not_zero, small_elasticity, enough_hardware, elastic_quality]
in_the_range = [*hypotheses, diminishing_demand, bounded_exponent]
optimum = tuple(each.claim for each in power.conditions)

s = symbol("s", Interval(low=Fraction(4)), meaning="what moves along a path")
half = Fraction(1, 2)
size_along = (2 * s**4 - s**3 - 2) * (s - 1)
fixed_rho = {alpha: 1, gamma: -half, omega: 1, delta: Fraction(1, 12), rho: 1, n: size_along, E: 2 * size_along / s**3, a: s**8 / size_along}
large_rho = {alpha: 1, omega: 1, delta: Fraction(1, 24), a: s**2, E: s}
large_rho_for_negative = {**large_rho, gamma: -half, n: 1, rho: s * (2 * s - 2 - 2 / s) * (s - 2 / s)}
large_rho_for_positive = {**large_rho, gamma: 1, n: 1 / s, rho: s**3 * (1 - 1 / s - 2 / s**2) * (1 / s - 2 / s**2)}


def at_most(quantity: Term, bound: Term, constant: Term, *also: Symbol) -> Grows:
    """The bound on a quantity at the optimum as E grows, with one constant for all a and what else ranges."""
    return grows(quantity, "O", bound, growing=E, chosen=n, where=optimum, uniformly=(a, *also), upper=constant)


def with_rho_moving(values: Mapping[Symbol, Any]) -> Grows:
    """The printed bound on the size as E and a grow, with a constant free of rho, and a path on which it fails."""
    unless = path(s, values, ratio="explodes")
    return grows(n, "O", theorem_1_size, growing=(E, a), chosen=n, where=optimum, uniformly=(rho,), unless=unless)


most = symbol("R", POSITIVE, meaning="a bound on rho")
bounded_rho = assumption("rho is at most R", rho <= most)

size_bound = (
    statement("thm-1-n", "The order of the optimal size", claims=[at_most(n, theorem_1_size, size_constant)], given=hypotheses)
    .proved_by(size)
    .finding(
        fact(
            "A bound without rho, without alpha*gamma <= 1 and without E > 1/(6*delta*rho)",
            n < free_of_rho,
            given=[gamma_not_zero, elastic_quality, power.sells, power.stationary],
            by=[size],
            says="Of the theorem's hypotheses only gamma > -1/alpha is needed. Where something is sold, alpha*omega*q^-gamma exceeds 2n/E.",
        ),
        fact(
            "Read so that rho may move below some bound",
            n <= (alpha * omega * most / 2) ** (1 / elasticity) * theorem_1_size,
            given=[gamma_not_zero, elastic_quality, power.sells, power.stationary, bounded_rho],
            by=[size],
            says="In section 6 a and b grow alike, so that rho is fixed. Then one constant serves for all a and E.",
        ),
        false_belief(
            "Read so that rho may move freely, gamma < 0",
            with_rho_moving(large_rho_for_negative),
            given=in_the_range,
            says="Where a outgrows b, rho may outgrow E. What section 4.1 reads off about data efficiency, and so about rho, rests on this reading.",
        ),
        false_belief(
            "Read so that rho may move freely, gamma > 0",
            with_rho_moving(large_rho_for_positive),
            given=in_the_range,
            says="As rho grows n* falls more slowly than the printed order.",
        ),
        false_belief(
            "Read as a rate",
            grows(n, "Theta", theorem_1_size, growing=(E, a), chosen=n, where=optimum, unless=path(s, fixed_rho, ratio="vanishes")),
            given=in_the_range,
            says="Section 4.1 speaks of rates, superlinear in E for gamma < 0. The printed order is an upper bound that n* falls behind.",
        ),
        fact(
            "What holds though rho moves freely, gamma < 0",
            at_most(n, order_for_negative, scale ** (1 / (2 * elasticity)), rho),
            given=[gamma_not_zero, negative_gamma, elastic_quality, large_scale],
            by=[size_for_negative],
            says="The exponent of E is half the printed one: superlinear only for alpha*gamma < -1/2, which alpha = 0.3 and gamma > -1 exclude.",
        ),
        fact(
            "What holds though rho moves freely, gamma > 0",
            at_most(n, order_for_positive, scale_for_positive ** (1 / (1 + elasticity)), rho),
            given=[gamma_not_zero, positive_gamma],
            by=[size_for_positive],
            says="The exponent is 1/(2 + alpha*gamma), less than 1/2, in place of 1/(1 + alpha*gamma).",
        ),
    )
)

data_bound = (
    statement("thm-1-d", "The order of the optimal data", claims=[at_most(training_data, theorem_1_data, size_constant)], given=hypotheses)
    .proved_by(data)
    .finding(
        fact(
            "It is rho times the bound on the size",
            Claim(theorem_1_data, "=", rho * theorem_1_size),
            given=[elastic_quality],
            says="So it holds in the same readings as that, and fails in the same.",
        )
    )
)

if __name__ == "__main__":
    check_script(__file__)
