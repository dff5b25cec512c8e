"""The formulas of Theorem 3 (section 5): with d = D the balance gives n = D**(beta/alpha)/rho, and training costs 6nD/E.

The printed rho = (a/b)**(1/alpha) is right here, where the balance is solved for n. In section 3, where the same
letter stands in the balance solved for d, it would have to be (a/b)**(1/beta).
"""

from checks import by
from checks.calculation import calculation, equals
from checks.commandline import check_script
from checks.language import Claim, Term, abbreviate, decimal, decreases, iff, increases, order, rounds_to
from checks.statements import fact, false_belief, statement
from symbolic_model.assumptions import equal_exponents
from symbolic_model.data_bound import C_D, n_D, rho
from symbolic_model.symbols import D, E, a, alpha, b, beta, n

rho_of_data = abbreviate("rho_corrected", (a / b) ** (1 / beta), latex=r"\rho'", unicode="ρ′")
bound = D ** (1 + beta / alpha) / (rho * E)

balances = calculation("n_D balances D", a * n_D**alpha, equals(b * D**beta, by.algebra))

size = (
    statement(
        "thm-3-n",
        "The balance at d = D, solved for n",
        claims=[iff(Claim(a * n**alpha, "=", b * D**beta), Claim(n, "=", n_D))],
    )
    .proved_by(balances)
    .finding(
        false_belief(
            "The factor in d = rho*n**(alpha/beta) is the one in n = D**(beta/alpha)/rho",
            Claim(n_D, "=", rho_of_data**-1 * D ** (beta / alpha)),
            says="Section 3 solves the balance for d, whose factor is (a/b)**(1/beta), Theorem 3 for n, whose factor is "
            "(b/a)**(1/alpha) = 1/rho: one letter for two numbers, which agree for alpha = beta or a = b.",
        ),
        fact(
            "Solved for n, the printed rho is right whatever the exponents",
            Claim(b * D**beta, "=", a * (rho**-1 * D ** (beta / alpha)) ** alpha),
            says="So the slip of section 3 does not reach section 5.",
        ),
    )
)

exact_cost = calculation("The cost at the corner", C_D, equals(6 * bound, by.algebra))
cost = (
    statement(
        "thm-3-ctrain",
        "Training cost when the cap binds",
        claims=[order(C_D, "Theta", bound, growing=D, uniformly=(a, b, alpha, beta, E))],
    )
    .proved_by(exact_cost)
    .finding(
        fact(
            "The constant is 6",
            Claim(C_D, "=", 6 * bound),
            says="Theta says less than is true: the cost is exactly 6*D**(1 + beta/alpha)/(rho*E), at every D.",
        )
    )
)


def power_of_data(fitted_alpha: str, fitted_beta: str) -> Term:
    """The power of D in the training cost, for exponents as fitted to a family of models."""
    return 1 + decimal(fitted_beta) / decimal(fitted_alpha)


comparative_statics = (
    statement(
        "s5-comparative-statics",
        "How training cost moves when the cap binds",
        claims=[increases(C_D, in_=D), increases(C_D, in_=b), decreases(C_D, in_=a), decreases(C_D, in_=E)],
    )
    .proved_by(exact_cost)
    .finding(
        false_belief(
            'Read as "exactly quadratically"',
            order(C_D, "Theta", D**2, growing=D),
            says="Training cost grows like D**(1 + beta/alpha): faster than D**2 for beta > alpha, slower for beta < alpha.",
        ),
        fact(
            "It grows quadratically for equal exponents",
            order(C_D, "Theta", D**2, growing=D),
            given=[equal_exponents],
            says="Section 5 does not assume alpha = beta, as sections 3 and 4 do in the end; there growth is exactly quadratic.",
        ),
        fact(
            "The smallest exponent among the fits in footnote 2",
            rounds_to(power_of_data(".34", ".28"), "1.82"),
            says='"Roughly quadratically" spans powers of D from 1.82, with alpha = .34 and beta = .28 (Hoffmann et al.),',
        ),
        fact(
            "The largest exponent among the fits in footnote 2",
            rounds_to(power_of_data(".18", ".23"), "2.28"),
            says="to 2.28, with alpha = .18 and beta = .23 (Merrill et al.).",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
