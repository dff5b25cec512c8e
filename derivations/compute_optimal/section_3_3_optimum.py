"""The optimum in closed form (section 3.3, eq. (4)): N_opt = G*(C/6)**a and D_opt = G**-1*(C/6)**b are where the loss is least.

With x = N/N_opt the loss exceeds its least value by alpha*A/N_opt**alpha times (x**-alpha - 1)/alpha + (x**beta - 1)/beta. By
e**s >= 1 + s the first fraction is at least -ln x and the second at least ln x, so the sum is not negative. It holds for all C,
so that the frontier also has the fewest FLOPs among all models as good (Figure 4).
"""

from checks import by
from checks.calculation import Calculation, calculation, equals, is_at_least, is_greater_than
from checks.commandline import check_script
from checks.language import Claim, Term, assumption, iff, log, minimum_at, valley
from checks.statements import statement
from derivations.compute_optimal._frontier import D_opt, L, L_opt, N_opt, a, along_data, along_size, b
from derivations.compute_optimal._symbols import A, C, D, N, alpha, beta


def no_better(title: str, loss: Term, x: Term, compute: Term = C) -> Calculation:
    """The loss at x times the best size, and so at the best data over x, is at least the least for the same compute."""
    scale = alpha * A / N_opt(compute) ** alpha
    return calculation(
        title,
        loss - L_opt.subs(C, compute),
        equals(scale * ((x**-alpha - 1) / alpha + (x**beta - 1) / beta), by.algebra),
        is_at_least(scale * (-log(x) + log(x)), by.inequality),
        equals(0, by.algebra),
    )


size = statement(
    "s3.3-n-opt",
    "The best size",
    claims=[minimum_at(along_size, over=N, at=N_opt(C)), valley(along_size, over=N, bottom=N_opt(C))],
).proved_by(no_better("No other size is better", along_size, N / N_opt(C)))

data = statement(
    "s3.3-d-opt",
    "The best amount of data",
    claims=[minimum_at(along_data, over=D, at=D_opt(C)), valley(along_data, over=D, bottom=D_opt(C))],
).proved_by(no_better("No other amount of data is better", along_data, D_opt(C) / D))

exponents = statement(
    "s3.3-exponents",
    "The exponents share the compute out",
    claims=[Claim(a + b, "=", 1), iff(Claim(a, "=", b), Claim(alpha, "=", beta))],
).proved_by(calculation("Their sum", a + b, equals(1, by.algebra)))

spent = calculation(
    "G cancels and the exponents add up",
    6 * N_opt(C) * D_opt(C),
    equals(6 * (C / 6) ** (a + b), by.algebra),
    equals(C, by.algebra),
)
budget = statement("s3.3-budget", "The optimum spends all compute", claims=[Claim(6 * N_opt(C) * D_opt(C), "=", C)]).proved_by(spent)

compute = 6 * N * D
fewer = assumption("fewer FLOPs", compute < C, stated="Fig. 4")
no_worse = no_better("Nothing is better for what it costs", L(N, D), N / N_opt(compute), compute)

fewest = statement(
    "fig4-fewest-flops",
    "The frontier has the fewest FLOPs on each contour",
    claims=[L(N, D) > L_opt],
    given=[fewer],
).proved_by(
    calculation(
        "With fewer FLOPs the loss is higher",
        L(N, D),
        is_at_least(L_opt.subs(C, compute), by.inequality(no_worse)),
        is_greater_than(L_opt, by.monotonicity(fewer)),
    )
)

if __name__ == "__main__":
    check_script(__file__)
