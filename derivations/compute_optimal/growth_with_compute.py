"""How the frontier grows with compute (Figure 4 and the abstract): lines on log axes, steeper for data where alpha > beta.

N_opt grows like C**a, D_opt like C**b, and what the loss can still lose falls like C**(-alpha*beta/(alpha + beta)). The data a size calls
for are G**(-1 - alpha/beta)*N**(alpha/beta), so that twice the size wants 2**(alpha/beta) times the data: twice, where alpha = beta.
"""

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import Claim, Term, assumption, decreases, exact, iff, increases, monotone_where, rounds_to
from checks.statements import fact, statement
from derivations.compute_optimal._frontier import D_opt, G, L_opt, N_opt, a, b
from derivations.compute_optimal._symbols import A, B, C, E, N, alpha, beta, fitted, u

same_exponents = assumption("equal exponents", Claim(alpha, "=", beta))
ratio = D_opt(C) / N_opt(C)


def data_for(size: Term) -> Term:
    """The data that go with a size on the frontier."""
    return G ** (-1 - alpha / beta) * size ** (alpha / beta)


lines = statement(
    "fig4-power-laws",
    "Size and data are powers of compute",
    claims=[Claim(N_opt(u * C), "=", u**a * N_opt(C)), Claim(D_opt(u * C), "=", u**b * D_opt(C))],
)

scale = A / G**alpha + B * G**beta
falling = calculation(
    "Both terms fall with one exponent",
    L_opt - E,
    equals(A / N_opt(C) ** alpha + B / D_opt(C) ** beta, by.algebra),
    equals(scale * (C / 6) ** (-alpha * beta / (alpha + beta)), by.algebra),
)
least = statement(
    "eq4-least-loss",
    "The least loss for a given compute",
    claims=[Claim(L_opt - E, "=", scale * (C / 6) ** (-alpha * beta / (alpha + beta)))],
).proved_by(falling)

tokens = (
    statement(
        "eq4-tokens-per-parameter",
        "Training tokens a parameter",
        claims=[Claim(ratio, "=", G**-2 * (C / 6) ** (b - a)), iff(monotone_where(ratio, C), alpha > beta)],
    )
    .proved_by(calculation("The ratio", ratio, equals(G**-2 * (C / 6) ** (b - a), by.algebra)))
    .finding(
        fact(
            "Its exponent with the printed fit",
            rounds_to((b - a).subs(fitted), "0.097"),
            says="3/31: a hundredfold compute asks for 1.56 times the tokens a parameter.",
        )
    )
)

equal_scaling = (
    statement("abs-equal-scaling", "Twice the size, twice the data", claims=[Claim(data_for(2 * N), "=", 2 * data_for(N))])
    .needing(same_exponents)
    .finding(
        fact(
            "The data of the frontier",
            Claim(data_for(N_opt(C)), "=", D_opt(C)),
            says="So G**(-1 - alpha/beta)*N**(alpha/beta) tokens go with the size N, for every size.",
        ),
        fact(
            "Only equal exponents will do",
            iff(Claim(data_for(2 * N), "=", 2 * data_for(N)), same_exponents.claim),
            says="Table 2 has a below b for this approach, and a and b all but equal for the other two.",
        ),
        fact(
            "With the printed fit",
            rounds_to((exact(2) ** (alpha / beta)).subs(fitted), "2.32"),
            says="Twice the size goes with 2**(17/14) times the data.",
        ),
    )
)

directions = statement(
    "eq4-directions",
    "How the optimum moves",
    claims=[
        increases(N_opt(C), in_=C),
        increases(N_opt(C), in_=A),
        decreases(N_opt(C), in_=B),
        increases(D_opt(C), in_=C),
        decreases(D_opt(C), in_=A),
        increases(D_opt(C), in_=B),
    ],
)

if __name__ == "__main__":
    check_script(__file__)
