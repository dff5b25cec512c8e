"""Lemma 2 (section 3): under the Leontief law nothing is lost by balancing a*n**alpha = b*d**beta.

Given (n, d), the surplus factor is cut back: n' = (b/a)**(1/alpha)*d**(beta/alpha) where parameters are in surplus,
d' = (a/b)**(1/beta)*n**(alpha/beta) where data are. Quality and revenue stay, cost does not rise.
"""

from checks import by
from checks.calculation import calculation, deduction, equals
from checks.commandline import check_script
from checks.language import Claim, abbreviate, assumption, choice, define, exists, implies
from checks.statements import fact, false_belief, statement
from symbolic_model.assumptions import some_sales
from symbolic_model.profit import profit
from symbolic_model.scaling import balanced_data, balanced_size, leontief
from symbolic_model.symbols import E, a, alpha, b, beta, d, d_prime, f, n, n_prime, q, t

n_cut = abbreviate("n_cut", balanced_size(d), latex="n'", unicode="n′")
d_cut = abbreviate("d_cut", balanced_data(n), latex="d'", unicode="d′")
parameters_to_spare = assumption("parameters to spare", a * n**alpha >= b * d**beta, stated="proof of Lemma 2")
data_to_spare = assumption("data to spare", a * n**alpha <= b * d**beta, stated="proof of Lemma 2")
parameters_in_surplus = assumption("parameters in surplus", a * n**alpha > b * d**beta, stated="proof of Lemma 2")

pi = define("pi", n, d, t, latex=r"\pi", by=profit(n, d, t, f(leontief(n, d))))

n_falls = deduction("Cutting n back does not raise it", n_cut <= n, by.monotonicity(parameters_to_spare))
d_falls = deduction("Cutting d back does not raise it", d_cut <= d, by.monotonicity(data_to_spare))
n_balances = calculation("n' balances d", a * n_cut**alpha, equals(b * d**beta, by.algebra))
d_balances = calculation("d' balances n", b * d_cut**beta, equals(a * n**alpha, by.algebra))

existence = (
    statement(
        "lemma-2-exists",
        "A balanced pair below any pair",
        claims=[
            exists(
                n_prime,
                d_prime,
                such_that=(n_prime <= n, d_prime <= d, Claim(a * n_prime**alpha, "=", b * d_prime**beta)),
                choices=(
                    choice({n_prime: n_cut, d_prime: d}, when=parameters_to_spare.claim),
                    choice({n_prime: n, d_prime: d_cut}, when=data_to_spare.claim),
                ),
            )
        ],
    )
    .proved_by(n_falls, n_balances, d_falls, d_balances)
    .finding(
        false_belief(
            "Every pair is balanced",
            Claim(a * n**alpha, "=", b * d**beta),
            says="The lemma prints a*n**alpha = b*d**beta without primes; so read, it says that (n, d) itself is balanced.",
        ),
        fact(
            "The balanced pair of the same quality is unique",
            implies(
                (Claim(a * n_prime**alpha, "=", q), Claim(b * d_prime**beta, "=", q), n_prime > 0, d_prime > 0),
                Claim(n_prime, "=", (q / a) ** (1 / alpha)),
            ),
            says="A balanced pair of quality q > 0 is ((q/a)**(1/alpha), (q/b)**(1/beta)); the lemma's choice is the only one.",
        ),
    )
)

quality_kept = statement(
    "lemma-2-quality",
    "Balancing preserves quality",
    claims=[
        implies(parameters_to_spare.claim, Claim(leontief(n_cut, d), "=", leontief(n, d))),
        implies(data_to_spare.claim, Claim(leontief(n, d_cut), "=", leontief(n, d))),
    ],
).proved_by(n_balances, d_balances)

saving_on_n = calculation(
    "Cutting n back saves training and inference",
    pi(n_cut, d, t) - pi(n, d, t),
    equals((6 * d + 2 * t) * (n - n_cut) / E, by.algebra(parameters_to_spare)),
)
saving_on_d = calculation(
    "Cutting d back saves training",
    pi(n, d_cut, t) - pi(n, d, t),
    equals(6 * n * (d - d_cut) / E, by.algebra(data_to_spare)),
)

profit_kept = statement(
    "lemma-2-profit",
    "Balancing does not lower profit",
    claims=[
        implies(parameters_to_spare.claim, pi(n_cut, d, t) >= pi(n, d, t)),
        implies(data_to_spare.claim, pi(n, d_cut, t) >= pi(n, d, t)),
    ],
    given=[some_sales],
).proved_by(saving_on_n, n_falls, saving_on_d, d_falls)

n_falls_strictly = deduction("n' is smaller than n", n_cut < n, by.monotonicity(parameters_in_surplus))

printed_choice = statement(
    "lemma-2-choice",
    "The n' of the proof balances the pair and is smaller",
    claims=[Claim(a * n_cut**alpha, "=", b * d**beta), n_cut < n],
    given=[parameters_in_surplus],
).proved_by(n_balances, n_falls_strictly)

if __name__ == "__main__":
    check_script(__file__)
