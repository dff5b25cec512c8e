"""Profit in one variable (section 3): the data eliminated by the balance a*n**alpha = b*d**beta.

Solved for d, the balance gives (a/b)**(1/beta)*n**(alpha/beta). The paper calls the factor rho but defines rho as
(a/b)**(1/alpha), which is another number unless alpha = beta or a = b; for alpha = beta its reduced profit is right.
"""

from checks import by
from checks.calculation import Calculation, calculation, deduction, equals, is_at_least
from checks.commandline import check_script
from checks.language import Assumption, Claim, SolePeak, Term, abbreviate, assumption, define, implies, order, sole_peak, sqrt
from checks.language import E as e
from checks.statements import fact, false_belief, statement
from derivations.optimum_moves import Moves, under_logarithm
from symbolic_model.assumptions import elastic_quality, equal_exponents, gamma_not_zero
from symbolic_model.demand import f_zero
from symbolic_model.optimum import Optimum, logarithmic, power
from symbolic_model.profit import best_volume, profit, reduced_profit
from symbolic_model.scaling import balanced_data, leontief
from symbolic_model.symbols import E, a, alpha, b, beta, d, delta, f, gamma, n, omega, rho, some_n, t

rho_printed = abbreviate("rho", (a / b) ** (1 / alpha), latex=r"\rho")
rho_corrected = abbreviate("rho_corrected", (a / b) ** (1 / beta), latex=r"\rho'", unicode="ρ′")
pi = define("pi", n, d, latex=r"\pi", by=reduced_profit(n, d, f(leontief(n, d))))


def profit_along(rho: Term) -> Term:
    """The reduced profit at d = rho*n**(alpha/beta)."""
    return pi(n, rho * n ** (alpha / beta))


def displayed(rho: Term) -> Term:
    """The single-variable profit as displayed for general alpha and beta."""
    return 1 / (4 * delta) * (omega * f(a * n**alpha) - 2 * n / E) ** 2 - 6 * rho * n ** (1 + alpha / beta) / E


balances = calculation(
    "(a/b)**(1/beta)*n**(alpha/beta) balances n",
    b * balanced_data(n) ** beta,
    equals(a * n**alpha, by.algebra),
)
solved_for_d = implies(Claim(a * n**alpha, "=", b * d**beta), Claim(d, "=", balanced_data(n)))

ratio = (
    statement(
        "s3-rho",
        "The balance solved for d",
        claims=[solved_for_d, Claim(balanced_data(n), "=", rho_printed * n ** (alpha / beta))],
    )
    .proved_by(balances)
    .corrected(
        solved_for_d,
        Claim(balanced_data(n), "=", rho_corrected * n ** (alpha / beta)),
        says="rho must be (a/b)**(1/beta); the printed (a/b)**(1/alpha) is the same only for alpha = beta or a = b",
    )
    .finding(
        fact(
            "For equal exponents both definitions agree",
            Claim(rho_printed, "=", rho_corrected),
            given=[equal_exponents],
            says="The slip is harmless in section 4, which assumes alpha = beta. Section 5 uses the printed rho, where it is right: "
            "there the balance is solved for n.",
        )
    )
)

general = statement(
    "s3-profit-n-general",
    "Profit in one variable",
    claims=[Claim(profit_along(rho_printed), "=", displayed(rho_printed))],
).corrected(
    Claim(profit_along(rho_corrected), "=", displayed(rho_corrected)),
    by=[
        calculation(
            "At the balanced d both factors give a*n**alpha",
            profit_along(rho_corrected),
            equals(displayed(rho_corrected), by.algebra),
        )
    ],
    says="with the printed rho the pair is not balanced and quality is not a*n**alpha; with rho = (a/b)**(1/beta) the display is right",
)

displayed_for_equal = 1 / (4 * delta) * (omega * f(a * n**alpha) - 2 * n / E) ** 2 - 6 * rho_printed * n**2 / E
reduced_for_equal = pi(n, rho_printed * n)

log_linked = f_zero(a * some_n**alpha)
log_reduced = reduced_profit(some_n, rho_printed * some_n, log_linked)
poor_quality = assumption("quality at most 1", log_linked <= 0)

plenty = {omega: 1, delta: 1, a: 1, b: 1, alpha: 1, beta: 1, E: 100}
linear_demand = reduced_profit(some_n, some_n, some_n - 1).subs(plenty)


level = sqrt(24 * delta * rho / E)


def one_peak(optimum: Optimum, best_ratio: Term) -> SolePeak:
    """Profit where something is sold and nothing is lost; the margin a parameter is greatest at `best_ratio`."""
    return sole_peak(optimum.profit, over=some_n, inside=optimum.sells.claim, ratio=optimum.margin / some_n, level=level, peak=best_ratio)


def high_ratio(optimum: Optimum, *defined: Assumption) -> Calculation:
    """Where nothing is lost the margin a parameter is at least the level."""
    ratio = optimum.margin / some_n
    squared = calculation(
        "The square of the margin a parameter",
        ratio**2,
        equals(24 * delta * rho / E + 4 * delta * optimum.profit / some_n**2, by.algebra(*defined)),
        is_at_least(24 * delta * rho / E, by.sign(optimum.earns, *defined)),
    )
    return deduction("The margin a parameter pays for training", ratio >= level, by.monotonicity(squared, optimum.sells))


equal = (
    statement(
        "s3-profit-n",
        "Profit in one variable for equal exponents",
        claims=[Claim(reduced_for_equal, "=", displayed_for_equal)],
        given=[equal_exponents],
    )
    .proved_by(
        calculation(
            "Setting d = rho*n",
            reduced_for_equal,
            equals(displayed_for_equal, by.algebra(equal_exponents)),
        )
    )
    .finding(
        fact(
            "For f = ln the reduced profit has no upper bound as n tends to 0",
            log_reduced >= 1 / (4 * delta) * omega**2 * log_linked**2 - 6 * rho_printed * some_n**2 / E,
            given=[poor_quality],
            says="Below quality 1 the square counts losses as gains: (omega*ln q)**2/(4*delta) tends to infinity as n tends to 0. "
            "So the reduced problem has no global maximum for gamma = 0, nor for gamma > 0, unless t* >= 0 is kept as a constraint.",
        ),
        false_belief(
            "A model of quality at most 1 earns nothing in the reduced problem",
            log_reduced <= 0,
            given=[poor_quality],
            says="In the problem of section 2.3 it earns at most 0, since no price is positive; the reduced profit is positive there.",
        ),
        false_belief(
            "Profit-maximal volumes are positive",
            best_volume(some_n, log_linked) >= 0,
            given=[poor_quality],
            says="The volume that the reduced profit stands for is negative throughout this range.",
        ),
        fact(
            "In the problem as posed such a model never gains",
            profit(some_n, rho_printed * some_n, t, log_linked) <= 0,
            given=[poor_quality],
            says="Whatever volume is sold, profit is at most 0 wherever quality is at most 1.",
        ),
        fact(
            "For f = ln the first-order condition finds the optimum",
            one_peak(logarithmic, e * a ** (-1 / alpha)),
            by=[under_logarithm.concave, high_ratio(logarithmic)],
            says="Where something is sold and nothing is lost there is one stationary point at most, the global maximum. So n* is the point "
            "that meets the three conditions of the model; if none does, training nothing is best.",
        ),
        fact(
            "For f_gamma the first-order condition finds the optimum",
            one_peak(power, (1 + alpha * gamma) ** (1 / (alpha * gamma)) * a ** (-1 / alpha)),
            given=[gamma_not_zero, elastic_quality],
            by=[Moves(power, (gamma_not_zero,), (elastic_quality,)).concave, high_ratio(power, gamma_not_zero)],
            says="The same for alpha*gamma > -1. So section 3 may speak of local maxima, and Appendix C of a stationary point.",
        ),
        fact(
            "At gamma = -1 and alpha = 1 there need be no optimum",
            order(linear_demand, "Theta", some_n**2, growing=some_n),
            says="At the borderline, gamma = -1 with alpha = 1, profit grows without bound in n where hardware is cheap. Section 6 evaluates its "
            "bound at gamma = -1; there alpha = 0.3 keeps the optimum finite.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
