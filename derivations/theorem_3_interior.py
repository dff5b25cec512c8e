"""Theorem 3, when the cap does not bind (section 5): an optimum that needs at most D tokens remains the optimum.

Under the cap the firm chooses a share of the D tokens, from 0 to 1. This half holds for every linking function.
"""

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_least
from checks.commandline import check_script
from checks.language import NONNEGATIVE, Claim, assumption, define, implies, symbol
from checks.statements import fact, statement
from symbolic_model.data_bound import n_D, share
from symbolic_model.profit import profit
from symbolic_model.scaling import leontief
from symbolic_model.symbols import D, a, alpha, b, beta, d, f, n, t

pi = define("pi", n, d, t, latex=r"\pi", by=profit(n, d, t, f(leontief(n, d))))
n_star, d_star, t_star = (symbol(f"{each}_star", NONNEGATIVE, latex=f"{each}^*", unicode=f"{each}*") for each in "ndt")

# What is maximal over all (n, d, t) is so, in particular, against each pair under the cap.
optimum = assumption("the optimum without the cap", pi(n_star, d_star, t_star) >= pi(n, share * D, t), stated="§2.3")
fits = assumption("it needs no more than D tokens", d_star <= D, stated="Theorem 3")

feasible = deduction("It can be had under the cap", d_star / D <= 1, by.sign(fits))
remains = calculation(
    "No pair under the cap is better",
    pi(n_star, d_star / D * D, t_star),
    equals(pi(n_star, d_star, t_star), by.algebra),
    is_at_least(pi(n, share * D, t), by.assumption(optimum)),
)

interior = (
    statement(
        "thm-3-interior",
        "The optimum when the cap does not bind",
        claims=[d_star / D >= 0, d_star / D <= 1, pi(n_star, d_star / D * D, t_star) >= pi(n, share * D, t)],
        given=[optimum, fits],
    )
    .proved_by(feasible, remains)
    .finding(
        fact(
            "For d* = D both cases of the theorem name the same pair",
            implies((Claim(a * n**alpha, "=", b * d**beta), Claim(d, "=", D)), Claim(n, "=", n_D)),
            says="The balanced pair with d = D is the corner.",
        )
    )
)

if __name__ == "__main__":
    check_script(__file__)
