"""Scaling laws: quality from model size and training data (section 2.2 and Appendix B)."""

from __future__ import annotations

from typing import Any

from checks.language import Term, define, exact, minimum
from symbolic_model.symbols import a, alpha, b, beta, d, n, some_d, some_n

leontief = define("q", n, d, by=minimum(a * n**alpha, b * d**beta))
"""The Leontief law q(n, d) = min{a*n**alpha, b*d**beta}, for n, d >= 0. Source: section 2.2."""

reducible_loss = define("L", some_n, some_d, by=a / some_n**alpha + b / some_d**beta)
"""The Chinchilla law's loss above the irreducible one, a/n**alpha + b/d**beta, for n, d > 0. Source: Appendix B.1.

Larger a and b mean larger loss: they are not the efficiencies a and b of the Leontief law. The letter L is ours.
"""

chinchilla = define("q", some_n, some_d, by=1 / (a / some_n**alpha + b / some_d**beta))
"""Quality under the Chinchilla law, the inverse of the reducible loss, for n, d > 0. Source: Appendix B.1."""


def balanced_size(data: Any) -> Term:
    """The model size that balances given data, (b/a)**(1/alpha)*d**(beta/alpha). Source: proof of Lemma 2."""
    return (b / a) ** (1 / alpha) * exact(data) ** (beta / alpha)


def balanced_data(size: Any) -> Term:
    """The data that balance a given model size, (a/b)**(1/beta)*n**(alpha/beta). Source: section 3, after Lemma 2."""
    return (a / b) ** (1 / beta) * exact(size) ** (alpha / beta)
