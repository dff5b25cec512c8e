"""What the optimum balances (section 3.3): not the two terms of the loss, but what a FLOP spent on either buys.

Wherever the compute 6ND stands, the last FLOP lowers the loss as much through the size as through the data exactly on the frontier
N = N_opt(6ND). There alpha*A/N**alpha = beta*B/D**beta: the two terms are in the ratio beta : alpha and equal only where alpha = beta.
"""

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import Claim, Derivative, iff
from checks.statements import fact, false_belief, statement
from derivations.compute_optimal._frontier import D_opt, L, N_opt
from derivations.compute_optimal._symbols import A, B, C, D, N, alpha, beta

compute = 6 * N * D
through_size = Derivative(L(N, D), N) / Derivative(compute, N)
through_data = Derivative(L(N, D), D) / Derivative(compute, D)
of_size, of_data = A / N_opt(C) ** alpha, B / D_opt(C) ** beta

lagrange = statement(
    "s3.3-lagrange",
    "The last FLOP buys the same through size and data",
    claims=[iff(Claim(through_size, "=", through_data), Claim(N, "=", N_opt(compute)))],
).proved_by(
    calculation(
        "What a FLOP buys more through the size",
        through_data - through_size,
        equals((alpha * A / N**alpha - beta * B / D**beta) / compute, by.differentiation),
        equals(beta * B / D**beta * ((N_opt(compute) / N) ** (alpha + beta) - 1) / compute, by.algebra),
    )
)

balance = (
    statement("s3.3-balance", "The two terms balance, weighted by their exponents", claims=[Claim(alpha * of_size, "=", beta * of_data)])
    .proved_by(calculation("At the optimum", alpha * of_size, equals(beta * of_data, by.algebra)))
    .finding(
        false_belief(
            "The two terms are equal",
            Claim(of_size, "=", of_data),
            says="The text has the optimum balance the two terms. What is balanced is what a percent more of either takes off; "
            "the terms themselves are in the ratio beta : alpha.",
        ),
        fact(
            "Their ratio",
            Claim(of_size / of_data, "=", beta / alpha),
            says="They are equal exactly where alpha = beta; with the printed exponents the term of the size is 14/17 of the other.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
