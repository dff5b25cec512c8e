"""Theorem 3, when the cap binds (section 5): the corner n = D**(beta/alpha)/rho, d = D is best only if it earns a profit.

The paper does not compare the corner with training nothing. Where the corner sells and earns a profit, it is the only maximum among
balanced pairs, for all alpha, beta <= 1 and gamma > -1; else none of them earns one. By Lemma 2 no other pair need be compared. What
the letters t_c, k_c, e_c and C_c stand for is put in by `measured`, outside the claims about them.
"""

from fractions import Fraction

from checks import by
from checks.calculation import Calculation, calculation, equals, is_at_least
from checks.commandline import check_script
from checks.language import (
    NONNEGATIVE,
    Claim,
    Proposition,
    Symbol,
    Term,
    assumption,
    choice,
    counterexample,
    define,
    every_maximum,
    exact,
    minimum,
    sqrt,
    symbol,
)
from checks.language.propositions import Counterexample
from checks.statements import fact, false_belief, statement
from derivations.theorem_3_below_the_cap import best_at_corner, corner_is_better
from derivations.theorem_3_or_nothing import corner_pays, earns_below, pays_beyond
from symbolic_model.assumptions import diminishing_demand, gamma_not_zero
from symbolic_model.data_bound import C_c, R, at_corner, from_corner, n_D, q_D, r, share, small_alpha, small_beta, t_c
from symbolic_model.demand import f_gamma, f_zero
from symbolic_model.profit import profit, reduced_profit
from symbolic_model.scaling import leontief
from symbolic_model.symbols import D, E, a, alpha, b, beta, d, delta, gamma, n, omega, t

pi = define("pi", n, d, t, latex=r"\pi", by=profit(n, d, t, f_gamma(leontief(n, d))))
n_star, d_star, t_star = (symbol(f"{each}_star", NONNEGATIVE, latex=f"{each}^*", unicode=f"{each}*") for each in "ndt")
n_any, d_any, t_any = (symbol(f"{each}_any", NONNEGATIVE, latex=each, unicode=each) for each in "ndt")

standing = (gamma_not_zero, diminishing_demand)
exponents = (small_alpha, small_beta)
optimum = assumption("the optimum without the cap", pi(n_star, d_star, t_star) >= pi(n_any, d_any, t_any), stated="§2.3")
binds = assumption("the cap binds", d_star > D, stated="Theorem 3")
sells_something = assumption("a size at which it sells", n >= 1)

firm = {a: 16, b: 16, alpha: 1, beta: 1, gamma: Fraction(-1, 2), omega: 1, delta: Fraction(1, 3), E: 1}
best = {n_star: 1, d_star: 1, t_star: 6}


def no_more_than_best(size: Term, data: Term, tokens: Term) -> Calculation:
    """No choice earns the firm more than n = d = 1 and t = 6."""
    return calculation(
        "Without a cap this firm does best at n = d = 1 and t = 6, where it earns 6",
        pi(1, 1, 6).subs(firm),
        equals(6, by.arithmetic),
        is_at_least(2 * tokens * (4 * sqrt(minimum(size, data)) - 1) - tokens**2 / 3 - 6 * size * data - 2 * size * tokens, by.inequality),
        equals(pi(size, data, tokens).subs(firm), by.algebra),
    )


def held_to_all_data(size: Term) -> Term:
    """What the firm earns with 25/16 tokens, all of which it must train on, at the best volume."""
    return reduced_profit(size, exact(25) / 16, f_gamma(leontief(size, exact(25) / 16))).subs(firm)


without_cap = no_more_than_best(n_any, d_any, t_any)
under_loose_cap = no_more_than_best(n, share * exact(2), t)

nothing = counterexample({**firm, **best, D: Fraction(1, 16)}, {}, {n: 0, share: 0, t: 0})
same_as_before = counterexample({**firm, D: 2}, {}, {n: 1, share: Fraction(1, 2), t: 6})


def wherever_best(claim: Claim, unless: Counterexample) -> Proposition:
    """The claim holds wherever profit under the cap 0 <= d <= D is greatest."""
    all_data = choice({n: n, share: 1, t: t}, when=share < 1)
    return every_maximum(pi(n, share * D, t), over=(n, share, t), satisfies=claim, improvements=(all_data,), unless=unless)


def measured(ratio: Symbol) -> Claim:
    """Profit of a balanced pair, under the cap or beyond it, is what `from_corner` says."""
    pair = pi(n_D * ratio ** (1 / alpha), D * ratio ** (1 / beta), t)
    return Claim(pair, "=", from_corner(ratio, t, f_gamma(ratio)).subs(at_corner(f_gamma(q_D), q_D ** (-gamma))))


corner_is_best = corner_is_better(f_gamma, *standing)
repaired = (measured(r), measured(R), best_at_corner(f_gamma))

corner = (
    statement(
        "thm-3-corner",
        "The optimum when the cap binds",
        claims=[wherever_best(Claim(n, "=", n_D), nothing), wherever_best(Claim(share * D, "=", D), nothing)],
        given=[*standing, *exponents, optimum, binds],
    )
    .proved_by(without_cap)
    .corrected(
        *repaired,
        given=[*standing, *exponents],
        by=[corner_is_best],
        says="only where the corner sells and earns a profit; elsewhere nothing under the cap does, and the firm trains nothing",
    )
    .finding(
        fact(
            "The same for logarithmic demand",
            best_at_corner(f_zero),
            given=exponents,
            by=[corner_is_better(f_zero)],
            says="Nor does gamma = 0 need alpha = beta, or profit that rises all along the balance.",
        ),
        fact(
            "Where the corner earns no profit, no smaller pair does",
            delta * t_c - sqrt(delta) * sqrt(C_c) > 0,
            given=[*standing, *exponents, pays_beyond(f_gamma), earns_below(f_gamma)],
            by=[corner_pays(f_gamma, *standing)],
            says="If some smaller pair earns a profit then t_c > 0 and delta*t_c**2 > C_c: the corner sells and earns one too. "
            "So where it does not, training nothing is best.",
        ),
    )
)

second_version = (
    statement(
        "v2-thm-3",
        "The optimum under the cap, whatever the optimum without it",
        claims=[wherever_best(Claim(n, "=", n_D), same_as_before), wherever_best(Claim(share * D, "=", D), same_as_before)],
        given=[*standing, *exponents],
    )
    .proved_by(under_loose_cap)
    .corrected(
        *repaired,
        given=[*standing, *exponents],
        by=[corner_is_best],
        says="only where it pays to go beyond the cap, as version 1 says, and where the corner sells and earns a profit",
    )
    .finding(
        false_belief(
            'Read as "when all available pretraining tokens are used"',
            held_to_all_data(25 / exact(16)) >= held_to_all_data(n),
            given=[sells_something],
            says="Version 2 prefaces the theorem so. But a firm held to all of its 25/16 tokens may earn more with fewer parameters than "
            "balance them: the smaller model is cheaper to train and to run.",
        )
    )
)

if __name__ == "__main__":
    check_script(__file__)
