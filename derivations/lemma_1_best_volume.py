"""Lemma 1 and what stands around it (section 3): profit is a downward parabola in the volume t.

Its vertex is t* = (omega*f - 2n/E)/(2*delta). Over all real t it is the maximum; over t >= 0, as the problem of
section 2.3 requires, only where t* >= 0, that is where omega*f*E >= 2n: the best price covers the cost of inference.
"""

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_least, is_less_than
from checks.commandline import check_script
from checks.language import REAL, At, Claim, Derivative, abbreviate, assumption, define, maximum_at, symbol
from checks.statements import fact, false_belief, statement
from symbolic_model.profit import best_volume, profit, reduced_profit
from symbolic_model.symbols import E, d, delta, f, n, omega, quality, t

linked = f(quality(n, d))
pi = define("pi", n, d, t, latex=r"\pi", by=profit(n, d, t, linked))
t_star = abbreviate("t_star", best_volume(n, linked), latex="t^*", unicode="t*")
slope = omega * linked - 2 * delta * t - 2 * n / E

viability = assumption("viability", omega * linked * E >= 2 * n)
unviability = assumption("no viability", omega * linked * E < 2 * n)
any_t = symbol("t_any", REAL, latex="t", unicode="t", meaning="any real volume")

concave = statement(
    "s3-concave-in-t",
    "Profit is concave in the volume",
    claims=[Derivative(pi(n, d, t), t, 2) < 0],
).proved_by(
    calculation(
        "The second derivative is a negative constant",
        Derivative(pi(n, d, t), t, 2),
        equals(-2 * delta, by.differentiation),
        is_less_than(0, by.sign),
    )
)

stationarity = calculation(
    "The slope of profit vanishes at t*",
    Derivative(pi(n, d, t), t),
    equals(slope, by.differentiation),
    equals(2 * delta * (t_star - t), by.algebra),
)

first_order = (
    statement(
        "s3-foc-t",
        "The first-order condition in the volume",
        claims=[
            Claim(Derivative(pi(n, d, t), t), "=", slope),
            Claim(At(Derivative(pi(n, d, t), t), t, t_star), "=", 0),
        ],
    )
    .proved_by(stationarity)
    .finding(
        false_belief(
            "The right-hand side vanishes at every t",
            Claim(slope, "=", 0),
            says="The display writes t on the right where t* is meant; it is an equation for t*, not an identity in t.",
        )
    )
)

maximality = calculation(
    "Any other volume forgoes profit",
    pi(n, d, t_star) - pi(n, d, t),
    equals(delta * (t - t_star) ** 2, by.algebra),
    is_at_least(0, by.sign),
)
feasibility = deduction("The vertex is a volume that can be sold", t_star >= 0, by.sign(viability))

lemma_1 = (
    statement("lemma-1", "The best volume", claims=[maximum_at(pi(n, d, t), over=t, at=t_star)])
    .proved_by(maximality, feasibility)
    .needing(viability)
    .finding(
        fact(
            "Over all real volumes t* is the maximum",
            maximum_at(pi(n, d, any_t), over=any_t, at=t_star),
            says="Read as a statement about the parabola, negative volumes allowed, Lemma 1 needs no assumption.",
        ),
        fact(
            "Without viability the best volume is 0",
            maximum_at(pi(n, d, t), over=t, at=0),
            given=[unviability],
            says="Where even the highest price does not pay for inference, nothing is sold and training is a loss.",
        ),
    )
)

substituted = (
    statement(
        "s3-profit-nd",
        "Profit at the vertex",
        claims=[Claim(pi(n, d, t_star), "=", reduced_profit(n, d, linked))],
    )
    .proved_by(
        calculation(
            "Substituting t*",
            pi(n, d, t_star),
            equals(reduced_profit(n, d, linked), by.algebra),
        )
    )
    .finding(
        false_belief(
            "The reduced profit can always be earned",
            Claim(reduced_profit(n, d, linked), "=", pi(n, d, 0)),
            given=[unviability],
            says="Where t* < 0 the best the firm can do is t = 0; the reduced profit counts a sale of t* < 0 tokens and is larger.",
        )
    )
)

if __name__ == "__main__":
    check_script(__file__)
