"""What Lemma 2 concludes (section 3): balancing pays, so that every profit maximum is balanced.

Cutting back a surplus saves cost strictly unless n = 0: data on which no model is trained cost nothing. There the
"only if" of the lemma fails, and with it the conclusion for linking functions that are positive at quality 0.
"""

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_most, is_greater_than
from checks.commandline import check_script
from checks.language import Claim, choice, counterexample, every_maximum, iff, implies, symbol
from checks.statements import fact, statement
from derivations.lemma_2_balance import (
    d_cut,
    data_to_spare,
    n_cut,
    n_falls_strictly,
    parameters_in_surplus,
    parameters_to_spare,
    pi,
    saving_on_d,
    saving_on_n,
)
from symbolic_model.assumptions import negative_gamma, some_model, some_sales
from symbolic_model.profit import profit
from symbolic_model.scaling import leontief
from symbolic_model.symbols import E, a, alpha, b, beta, d, delta, f, gamma, n, omega, t

equality = (
    statement(
        "lemma-2-equality",
        "Balancing leaves profit as it was only where nothing changes",
        claims=[
            implies(parameters_to_spare.claim, iff(Claim(pi(n_cut, d, t), "=", pi(n, d, t)), Claim(n_cut, "=", n))),
            implies(data_to_spare.claim, iff(Claim(pi(n, d_cut, t), "=", pi(n, d, t)), Claim(d_cut, "=", d))),
        ],
        given=[some_sales],
    )
    .proved_by(saving_on_n, saving_on_d)
    .needing(some_model)
)

strict_saving = calculation(
    "A surplus of parameters is a loss",
    pi(n_cut, d, t) - pi(n, d, t),
    equals((6 * d + 2 * t) * (n - n_cut) / E, by.algebra(parameters_in_surplus)),
    is_greater_than(0, by.sign(n_falls_strictly, some_sales)),
)

x = symbol("x", meaning="a quality")
free_values = {a: 1, b: 1, alpha: 1, beta: 1, delta: 1, E: 1, omega: 2}
free_data = counterexample(free_values, {f(x): 1 + x / 100}, {n: 0, d: 1, t: 1})

free_profit = 2 * t * (1 + leontief(n, d).subs(free_values) / 100) - t**2 - (6 * n * d + 2 * n * t)
no_more_than_n = deduction("Quality is at most n", leontief(n, d).subs(free_values) <= n, by.sign)
nothing_beats_free_data = calculation(
    "With f(x) = 1 + x/100 no pair earns more than (0, 1)",
    free_profit,
    is_at_most(2 * t * (1 + n / 100) - t**2 - (6 * n * d + 2 * n * t), by.sign(no_more_than_n)),
    equals(1 - (t - 1) ** 2 - 6 * n * d - 99 * n * t / 50, by.algebra),
    is_at_most(1, by.sign),
)


consequence = (
    statement(
        "lemma-2-consequence",
        "Every profit maximum is balanced",
        claims=[
            every_maximum(
                pi(n, d, t),
                over=(n, d, t),
                satisfies=Claim(a * n**alpha, "=", b * d**beta),
                improvements=(
                    choice({n: n_cut, d: d, t: t}, when=parameters_in_surplus.claim),
                    choice({n: n, d: d_cut, t: t}, when=a * n**alpha < b * d**beta),
                ),
                unless=free_data,
            )
        ],
        given=[some_sales],
    )
    .proved_by(strict_saving, nothing_beats_free_data)
    .needing(some_model)
    .finding(
        fact(
            "With the paper's linking functions a firm without a model sells nothing",
            profit(n, d, t, 1 / gamma).subs(n, 0) < profit(n, d, t, 1 / gamma).subs({n: 0, t: 0}),
            given=[negative_gamma, some_sales],
            says="For gamma < 0 quality 0 has f_gamma(0) = 1/gamma < 0, so selling at n = 0 is a loss; for gamma >= 0 the linking "
            "function is not defined at 0. So the missing assumption is harmless in section 4, but Lemma 2 is stated for every f.",
        )
    )
)

if __name__ == "__main__":
    check_script(__file__)
