"""Section 6, the break-even point: the gamma at which the displayed annual factor is the observed 5.

Logarithms make the equation linear; its only solution is ln(1.37/5)/(ln(3) + alpha*ln(5*1.37)), -0.7725 for alpha = 0.3.
The bound on what an optimum costs breaks even at -0.960, Theorem 1's own bound on C_train at no gamma >= -1.
"""

from fractions import Fraction

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import Interval, Term, log, one_root, rounds_to, symbol
from checks.statements import fact, statement
from symbolic_model.growth import displayed_factor, fitted_alpha, hardware_growth, observed_growth, stationary_factor, theorem_1_factor

gamma_hat = symbol("gamma_hat", Interval(low=Fraction(-1)), latex=r"\hat\gamma", unicode="γ̂", meaning="gamma at which a bound breaks even")


def break_even(observed: Term) -> Term:
    """Where the displayed factor is the observed one."""
    return log(hardware_growth / observed) / (log(3) + fitted_alpha * log(observed * hardware_growth))


def break_even_of_optimum(observed: Term) -> Term:
    """Where the factor of what an optimum costs is the observed one."""
    return -log(observed) / (log(3) + fitted_alpha * log(observed * hardware_growth))


displayed = displayed_factor(gamma_is=gamma_hat)
of_optimum = stationary_factor(gamma_is=gamma_hat)
of_theorem_1 = theorem_1_factor(gamma_is=gamma_hat)
in_dollars = observed_growth / hardware_growth

solution = calculation(
    "At the solution the displayed factor is the observed one",
    displayed_factor(gamma_is=break_even(observed_growth)),
    equals(observed_growth, by.algebra),
)

break_even_statement = (
    statement(
        "s6-break-even",
        "The break-even point",
        claims=[
            one_root(displayed - observed_growth, over=gamma_hat, rising=False, at=break_even(observed_growth)),
            rounds_to(break_even(observed_growth), "-0.77"),
        ],
    )
    .proved_by(solution)
    .finding(
        fact("The solution to 12 digits", rounds_to(break_even(observed_growth), "-0.772502717626"), says="The only one with gamma >= -1."),
        fact(
            "Read with what an optimum costs",
            one_root(of_optimum - observed_growth, over=gamma_hat, rising=False, at=break_even_of_optimum(observed_growth)),
            says="The observed growth is optimal only where demand is all but linear in quality: the printed -0.77 is too permissive.",
        ),
        fact(
            "That solution to 12 digits",
            rounds_to(break_even_of_optimum(observed_growth), "-0.960349966017"),
            says="-ln(5)/(ln(3) + alpha*ln(5*1.37)): -0.96 in the place of -0.77.",
        ),
        fact(
            "Read with the bound that Theorem 1 prints for C_train",
            of_theorem_1 < observed_growth,
            says="No gamma of the paper's breaks even; so read, the observed growth exceeds the bound throughout.",
        ),
        fact(
            "Where that bound would break even, to 12 digits",
            rounds_to(log(hardware_growth / observed_growth) / (log(3) / 2 + fitted_alpha * log(observed_growth)), "-1.25431655175"),
            says="Below -1, where demand grows faster than quality.",
        ),
        fact(
            "Read with the observed growth in FLOPs",
            one_root(displayed - in_dollars, over=gamma_hat, rising=False, at=break_even(in_dollars)),
            says="Compute that grows by 5 a year costs 5/1.37 = 3.65 times as much each year, in dollars as C_train is.",
        ),
        fact("That solution to 12 digits", rounds_to(break_even(in_dollars), "-0.619570874417"), says="-0.62 in the place of -0.77."),
        fact(
            "So read, and with what an optimum costs",
            one_root(of_optimum - in_dollars, over=gamma_hat, rising=False, at=break_even_of_optimum(in_dollars)),
            says="Both changes together nearly cancel.",
        ),
        fact("That solution to 12 digits", rounds_to(break_even_of_optimum(in_dollars), "-0.818636289977"), says="-0.82 in the place of -0.77."),
        fact(
            "Read with a and b that grow by 3^(alpha/2)",
            displayed_factor(gamma_is=gamma_hat, compute_efficiency=3**fitted_alpha) < observed_growth,
            says="If compute efficiency that triples means a third of the compute for the same quality, a*b grows by 3^alpha a year, "
            "and the displayed bound breaks even at no gamma >= -1.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
