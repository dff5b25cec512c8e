"""Section 7.1: the bounds when hardware efficiency E no longer grows, but a and b still do by sqrt(3) a year.

At gamma = -1 the annual factor is 3^(1/(1 - alpha)), 4.80 for alpha = 0.3 and not 4.66, which is 3^1.4. It stays below the observed
5, but only for alpha < 0.317; at gamma = 0 Theorem 2's bound grows by 3, what an optimum costs only linearly.
"""

from checks import by
from checks.calculation import calculation, equals, is_at_most
from checks.commandline import check_script
from checks.language import POSITIVE, Claim, assumption, decimal, iff, log, order, rounds_to, sqrt, symbol
from checks.statements import fact, false_belief, statement
from derivations.section_6_logarithmic_demand import log_bound
from symbolic_model.growth import (
    appendix_c_factor,
    displayed_factor,
    fitted_alpha,
    observed_growth,
    stationary_factor,
    theorem_1_factor,
    theorem_2_cost,
    years,
)
from symbolic_model.symbols import E, a, alpha, rho

largest_factor = 3 ** (1 / (1 - alpha))
fitted_factor = largest_factor.subs(alpha, fitted_alpha)
below_one = assumption("alpha below 1", alpha < 1)

number = (
    statement("s7.1-4.66", "The annual factor at gamma = -1 without hardware growth", claims=[rounds_to(fitted_factor, "4.66")])
    .corrected(
        rounds_to(fitted_factor, "4.80"),
        says="3^(1/0.7) is 4.80; 4.66 is 3^1.4, with 1.4 in the place of 1/0.7 = 1.4286",
    )
    .finding(
        fact("The factor to 12 digits", rounds_to(fitted_factor, "4.80398665667"), says="3^(10/7)."),
        fact(
            "Where the printed number comes from",
            rounds_to(3 ** decimal("1.4"), "4.66"),
            says="The exponent 10/7 rounded to 1.4.",
        ),
        fact("That number to 12 digits", rounds_to(3 ** decimal("1.4"), "4.65553672175"), says="3^1.4, 3 percent too small."),
        fact(
            "The factor is that of section 6, and that of an optimum's cost, without hardware growth",
            Claim(displayed_factor(gamma_is=-1, alpha_is=alpha, hardware=1), "=", stationary_factor(gamma_is=-1, alpha_is=alpha, hardware=1)),
            given=[below_one],
            says="All that grows is a, whose exponent both bounds share.",
        ),
        fact(
            "Theorem 1's own factor to 12 digits",
            rounds_to(theorem_1_factor(gamma_is=-1, hardware=1), "2.19179986693"),
            says="Its bound on C_train has half the exponent of a: 3^(1/(2*(1 - alpha))).",
        ),
    )
)

bounded_E = symbol("E_max", POSITIVE, latex=r"E_{\max}", unicode="E_max", meaning="what the hardware efficiency never exceeds")
hardware_stalls = assumption("hardware efficiency is bounded", bounded_E >= E, stated="§7.1")
grown = {a: a * sqrt(3**years)}
stalled_bound = calculation(
    "Theorem 2's bound as a grows and E does not",
    theorem_2_cost.subs(grown),
    is_at_most(theorem_2_cost.subs({**grown, E: bounded_E}), by.monotonicity(hardware_stalls)),
    equals(a**2 * bounded_E / rho * 3**years, by.algebra),
)

stalled_zero = (
    statement(
        "s7.1-stalled-zero",
        "Growth at gamma = 0 without hardware growth",
        claims=[theorem_2_cost.subs(grown) <= a**2 * bounded_E / rho * 3**years],
        given=[hardware_stalls],
    )
    .proved_by(stalled_bound)
    .finding(
        false_belief(
            "The argument of Appendix C shows it",
            appendix_c_factor(hardware=1) <= 3,
            says="Put right, it bounds C_train by a**(2/alpha)*E/rho, which grows by 3^(1/alpha) a year.",
        ),
        fact("That factor to 12 digits", rounds_to(appendix_c_factor(hardware=1), "38.9407383983"), says="3^(10/3), so more than 5."),
        fact(
            "The optimum itself grows more slowly",
            order(log_bound.subs(grown), "O", years, growing=years),
            says="Its cost is at most (alpha*omega**2/(4*delta))*ln(a*(alpha*omega*E/2)**alpha), linear in time.",
        ),
    )
)

largest_alpha = 1 - log(3) / log(5)

stalled_exceeds = (
    statement("s7.1-stalled-exceeds", "The observed growth exceeds even the bound at gamma = -1", claims=[observed_growth > fitted_factor])
    .proved_by(calculation("The bound for alpha = 0.3", fitted_factor, equals(3 ** (1 / decimal("0.7")), by.arithmetic)))
    .finding(
        fact(
            "Up to which alpha",
            iff(observed_growth > largest_factor, alpha < largest_alpha),
            given=[below_one],
            says="The conclusion holds for alpha below 1 - ln(3)/ln(5) only; two of the three sources in section 3 report .34 and .35.",
        ),
        fact("That alpha to 12 digits", rounds_to(largest_alpha, "0.317393805514"), says="The fitted .3392 of Appendix B is above it."),
        false_belief(
            "It holds for the exponent that Hoffmann et al. report",
            observed_growth > largest_factor.subs(alpha, decimal("0.34")),
            says="At alpha = .34 the bound grows by 5.28 a year, and the observed growth is within it.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
