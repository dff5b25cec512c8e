"""The data-bound regime: at most D tokens to train on (section 5), and profit measured from the corner n = n_D, d = D.

A balanced pair whose quality is r times that of the corner has n = n_D*r**(1/alpha) and d = D*r**(1/beta). Its profit depends on
the corner through four quantities only, which get letters of their own (ours):

| here | stands for                                                                        | in the model        |
|------|-----------------------------------------------------------------------------------|---------------------|
| t_c  | the volume of Lemma 1 at the corner, in tokens                                    | Lemma 1 at (n_D, D) |
| k_c  | what the price gains there from quality, in dollars a token and relative increase | omega*q_D*f'(q_D)   |
| e_c  | cost of inference there, in dollars a token                                       | 2*n_D/E             |
| C_c  | cost of training there, in dollars                                                | 6*n_D*D/E           |
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from checks.language import POSITIVE, REAL, UNIT, Interval, Term, abbreviate, assumption, exact, symbol
from symbolic_model.profit import best_volume, training_cost
from symbolic_model.symbols import D, E, a, alpha, b, beta, delta, omega

rho = abbreviate("rho", (a / b) ** (1 / alpha), latex=r"\rho")
"""The efficiency ratio as printed, (a/b)**(1/alpha). Source: section 3; used in Theorem 3."""

n_D = abbreviate("n_D", rho**-1 * D ** (beta / alpha), latex="n_D")
"""The model size of the corner, rho**-1*D**(beta/alpha), in parameters. Source: Theorem 3. The name is ours."""

q_D = abbreviate("q_D", b * D**beta, latex="q_D")
"""The quality of the corner, b*D**beta. The name is ours."""

C_D = abbreviate("C_D", training_cost(n_D, D), latex="C_D")
"""The training cost of the corner, 6*n_D*D/E, in dollars. Source: section 5. The name is ours."""

share = symbol("share", Interval(Fraction(0), Fraction(1)), latex="s", unicode="s", meaning="share of the D tokens that is trained on")
r = symbol("r", UNIT, meaning="quality of a balanced pair under the cap, over that of the corner")
R = symbol("R", Interval(Fraction(1), includes_low=False), meaning="quality of a balanced pair beyond the cap, over that of the corner")

t_c = symbol("t_c", REAL, meaning="best volume at the corner, as in Lemma 1")
k_c = symbol("k_c", POSITIVE, meaning="gain in price from quality at the corner")
e_c = symbol("e_c", POSITIVE, meaning="cost of inference at the corner, a token")
C_c = symbol("C_c", POSITIVE, meaning="cost of training at the corner")

small_alpha = assumption("alpha is at most 1", alpha <= 1, stated="§2.2")
small_beta = assumption("beta is at most 1", beta <= 1, stated="§2.2")


def from_corner(ratio: Any, tokens: Any, linked: Any) -> Term:
    """Profit of the balanced pair of relative quality `ratio`, at a volume, when `linked` is f at that relative quality."""
    ratio, tokens = exact(ratio), exact(tokens)
    margin = 2 * delta * t_c + k_c * exact(linked) - e_c * (ratio ** (1 / alpha) - 1)
    return tokens * margin - delta * tokens**2 - C_c * ratio ** (1 / alpha + 1 / beta)


def at_corner(linked: Any, slope: Any) -> dict[Any, Any]:
    """What t_c, k_c, e_c and C_c are, when `linked` is f(q_D) and `slope` is q_D*f'(q_D)."""
    return {t_c: best_volume(n_D, linked), k_c: omega * exact(slope), e_c: 2 * n_D / E, C_c: C_D}
