"""Optimum: what is true of the model size n* that maximizes profit, where something is sold and alpha = beta (sections 2.3 to 4).

Profit at the volume of Lemma 1 and the data of Lemma 2 is (omega*f - 2n/E)**2/(4*delta) - 6*rho*n**2/E, with f the linking
function at quality a*n**alpha and rho = (a/b)**(1/alpha) training tokens a parameter. It is what the firm can have only where
the volume is positive; elsewhere it can have 0, by training nothing. So n* meets the three conditions below, or nothing is trained.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checks.language import POSITIVE, Assumption, At, Claim, Derivative, Term, abbreviate, assumption, exact, log, symbol
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n

quality = abbreviate("q", a * n**alpha)
factor = symbol("s", POSITIVE, meaning="factor by which something grows")

hardware = {E: factor * E}
parameter_efficiency = {a: factor * a, rho: factor ** (1 / alpha) * rho}
data_efficiency = {rho: factor ** (-1 / alpha) * rho}


training_pressure = 24 * delta * rho * n**2 / E
"""4*delta times the training cost; the first-order condition says that it is margin*marginal_margin."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """The best size under one linking function.

    Attributes:
        linked: the linking function at the quality a*n**alpha.
        marginal: q*f'(q), its gain for a relative gain of quality, which is q**-gamma.
        gamma: the exponent of which it is the linking function.
    """

    linked: Term
    marginal: Term
    gamma: Term

    @property
    def margin(self) -> Term:
        """The best price less the cost of inference, omega*f - 2n/E, that is 2*delta*t*; dollars a token. Source: Lemma 1."""
        return self._named("v", omega * self.linked - 2 * n / E)

    @property
    def steepness(self) -> Term:
        """alpha*omega*q**-gamma, the gain in price for a relative gain of size; dollars a token."""
        return alpha * omega if self.gamma == exact(0) else alpha * omega * self.marginal

    @property
    def bending(self) -> Term:
        """(1 + alpha*gamma)*alpha*omega*q**-gamma, by how much that gain is diminishing; dollars a token."""
        return self.steepness if self.gamma == exact(0) else (1 + alpha * self.gamma) * self.steepness

    @property
    def marginal_margin(self) -> Term:
        """n times the derivative of the margin in n, alpha*omega*q**-gamma - 2n/E."""
        return self._named("w", self.steepness - 2 * n / E)

    @property
    def curvature(self) -> Term:
        """-2*delta*n**2 times the second derivative of profit in n."""
        return self._named("K", self.bending * self.margin + training_pressure - self.marginal_margin**2)

    @property
    def profit(self) -> Term:
        """Profit in n, in dollars. Source: section 3, last display."""
        return self._named("pi", self.margin**2 / (4 * delta) - 6 * rho * n**2 / E, latex=r"\pi", unicode="π")

    @property
    def slope(self) -> Term:
        """The derivative of profit in n."""
        return Derivative(self.profit, n)

    def _named(self, name: str, term: Term, *, latex: str | None = None, unicode: str | None = None) -> Term:
        """The term under its letter, with the index of its linking function."""
        is_zero = self.gamma == exact(0)
        index, sign = ("0", "₀") if is_zero else (r"\gamma", "ᵧ")
        return abbreviate(f"{name}_{'0' if is_zero else 'gamma'}", term, latex=f"{latex or name}_{index}", unicode=f"{unicode or name}{sign}")

    @property
    def sells(self) -> Assumption:
        """The optimum sells something."""
        return assumption("something is sold", self.margin > 0, stated="§2.3")

    @property
    def stationary(self) -> Assumption:
        """The first-order condition. Source: Appendix C, first sentence."""
        return assumption("the first-order condition", Claim(self.slope, "=", 0), stated="Appendix C")

    @property
    def earns(self) -> Assumption:
        """The optimum is no worse than training nothing."""
        return assumption("nothing is lost", self.profit >= 0, stated="§2.3")

    @property
    def conditions(self) -> tuple[Assumption, ...]:
        """What the optimum meets where something is sold; `derivations.section_2_3_optimum` shows that nothing else meets it."""
        return (self.sells, self.stationary, self.earns)

    def shift(self, grown: dict[Any, Any]) -> Term:
        """How the slope changes as something grows by a factor, at the factor 1."""
        return _at_one(self.slope.subs(grown))

    def response(self, grown: dict[Any, Any]) -> Term:
        """The derivative of n* by the factor, at the factor 1, by the implicit function theorem."""
        return -self.shift(grown) / Derivative(self.profit, n, 2)

    def response_of(self, quantity: Term, grown: dict[Any, Any]) -> Term:
        """The derivative by the factor of a quantity at the optimum, its own and that which n* brings."""
        return _at_one(quantity.subs(grown)) + Derivative(quantity, n) * self.response(grown)


def _at_one(term: Term) -> Term:
    return At(Derivative(term, factor), factor, exact(1))


logarithmic = Optimum(log(a * n**alpha), exact(1), exact(0))
"""The optimum for gamma = 0."""

power = Optimum(1 / gamma * (1 - (a * n**alpha) ** (-gamma)), (a * n**alpha) ** (-gamma), gamma)
"""The optimum for gamma != 0."""

training_data = abbreviate("d_star", rho * n, latex="d^*", unicode="d*")
"""Training data at the optimum, d* = rho*n*, in tokens. Source: section 3, after Lemma 2, for alpha = beta."""

training_cost = abbreviate("C_star", 6 * rho * n**2 / E, latex=r"C^*_{\mathrm{train}}", unicode="C*")
"""Training cost at the optimum, 6n*d*/E, in dollars. Source: section 2.3."""
