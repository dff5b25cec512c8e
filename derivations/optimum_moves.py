"""How the optimum moves: what the conditions of the optimum give, and how n* responds, for every script that speaks of directions.

With v = omega*f - 2n/E, w = n*dv/dn and h = omega*q**-gamma, the first-order condition reads 24*delta*rho*n**2/E = v*w, and
profit is not negative exactly where v >= w. The second derivative of profit is -K/(2*delta*n**2) with K > 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from checks import by
from checks.calculation import Calculation, calculation, deduction, equals, is_at_least, is_greater_than, is_less_than
from checks.language import Assumption, Derivative, Symbol, Term, abbreviate, exact
from symbolic_model.assumptions import bounded_exponent, diminishing_demand, gamma_not_zero
from symbolic_model.optimum import (
    Optimum,
    data_efficiency,
    hardware,
    logarithmic,
    parameter_efficiency,
    power,
    training_cost,
    training_data,
    training_pressure,
)
from symbolic_model.symbols import E, alpha, delta, omega
from symbolic_model.symbols import some_n as n


@dataclass(frozen=True, slots=True)
class Growth:
    """Something that grows by a factor: how the number of each symbol changes, and the elasticities that do not go through n*.

    Attributes:
        letter: what it is called in the paper.
        of_data: of d* = rho*n at given n.
        of_cost: of C*_train = 6*rho*n**2/E at given n.
    """

    letter: str
    values: dict[Symbol, Term]
    of_data: Term
    of_cost: Term


by_parameters = Growth("a", parameter_efficiency, 1 / alpha, 1 / alpha)
by_data = Growth("b", data_efficiency, -1 / alpha, -1 / alpha)
by_hardware = Growth("E", hardware, exact(0), exact(-1))


@dataclass(frozen=True, slots=True)
class Moves:
    """The optimum under one linking function, what is assumed of the parameters, and what follows.

    Attributes:
        defined: what the linking function needs to be defined.
        bounds: what makes 1 + alpha*gamma positive.
    """

    of: Optimum
    defined: tuple[Assumption, ...] = ()
    bounds: tuple[Assumption, ...] = ()

    @property
    def given(self) -> tuple[Assumption, ...]:
        """All that is assumed of the optimum and of the parameters."""
        return (*self.of.conditions, *self.defined, *self.bounds)

    @property
    def steepness(self) -> Term:
        """alpha*h, the gain in the margin from one percent more parameters, in percent of n."""
        return alpha * omega * self.of.marginal

    @property
    def first_order(self) -> Calculation:
        """The first-order condition: the training cost, 4*delta times, is v*w."""
        o = self.of
        return calculation(
            "The first-order condition",
            training_pressure,
            equals(o.margin * o.marginal_margin, by.algebra(o.stationary, *self.defined)),
        )

    @property
    def rising_margin(self) -> Calculation:
        """w > 0."""
        o = self.of
        return calculation(
            "The margin still rises",
            o.marginal_margin,
            equals(training_pressure / o.margin, by.algebra(o.sells, self.first_order)),
            is_greater_than(0, by.sign(o.sells)),
        )

    @property
    def paying_margin(self) -> Calculation:
        """v >= w."""
        o = self.of
        return calculation(
            "Since nothing is lost, the margin covers training",
            o.margin - o.marginal_margin,
            equals(4 * delta * o.profit / o.margin, by.algebra(o.sells, self.first_order)),
            is_at_least(0, by.sign(o.sells, o.earns)),
        )

    @property
    def curved(self) -> Calculation:
        """K > 0."""
        o = self.of
        bent = (1 + alpha * o.gamma) * alpha * omega * o.marginal * o.margin
        positive = deduction("Returns to size diminish", 1 + alpha * o.gamma > 0, by.sign(*self.bounds))
        return calculation(
            "K is positive",
            o.curvature,
            equals(bent + o.marginal_margin * (o.margin - o.marginal_margin), by.algebra(self.first_order)),
            is_greater_than(0, by.sign(positive, o.sells, self.rising_margin, self.paying_margin)),
        )

    @property
    def concave(self) -> Calculation:
        """The second-order condition."""
        o = self.of
        return calculation(
            "Profit is concave at the optimum",
            Derivative(o.profit, n, 2),
            equals(-o.curvature / (2 * delta * n**2), by.differentiation(*self.defined)),
            is_less_than(0, by.sign(self.curved)),
        )

    def pull(self, growth: Growth) -> Term:
        """2*delta*n times the change of the slope of profit; the elasticity of n* is pull/K."""
        o, inference = self.of, 2 * n / E
        if growth is by_parameters:
            return self.steepness / alpha * o.marginal_margin - o.gamma * self.steepness * o.margin - training_pressure / alpha
        if growth is by_data:
            return training_pressure / alpha
        return inference * o.marginal_margin + inference * o.margin + training_pressure

    def dn(self, growth: Growth) -> Term:
        """The derivative of n* as something grows by a factor; its sign is that of the derivative in what grows."""
        return _named("n", growth, self.of.response(growth.values))

    def dd(self, growth: Growth) -> Term:
        """The derivative of d*."""
        return _named("d", growth, self.of.response_of(training_data, growth.values))

    def dc(self, growth: Growth) -> Term:
        """The derivative of C*_train."""
        return _named("C", growth, self.of.response_of(training_cost, growth.values))

    def size(self, growth: Growth) -> Calculation:
        """How n* responds."""
        elasticity = self.pull(growth) / self.of.curvature
        return self._response("The response of n*", self.dn(growth), n * elasticity)

    def data(self, growth: Growth) -> Calculation:
        """How d* responds."""
        elasticity = (growth.of_data * self.of.curvature + self.pull(growth)) / self.of.curvature
        return self._response("The response of d*", self.dd(growth), training_data * elasticity)

    def cost(self, growth: Growth) -> Calculation:
        """How C*_train responds."""
        elasticity = (growth.of_cost * self.of.curvature + 2 * self.pull(growth)) / self.of.curvature
        return self._response("The response of the training cost", self.dc(growth), training_cost * elasticity)

    def _response(self, title: str, response: Term, found: Term) -> Calculation:
        return calculation(title, response, equals(found, by.differentiation(*self.defined, self.curved)))


def _named(quantity: str, growth: Growth, response: Term) -> Term:
    written = {"n": "n^*", "d": "d^*", "C": r"C^*_{\mathrm{train}}"}[quantity]
    unicode = {"n": "n*", "d": "d*", "C": "C*"}[quantity]
    name, letter = f"d{quantity}_d{growth.letter}", growth.letter
    return abbreviate(name, response, latex=rf"\partial {written}/\partial {letter}", unicode=f"∂{unicode}/∂{letter}")


under_logarithm = Moves(logarithmic)
"""The optimum for gamma = 0."""

under_power = Moves(power, (gamma_not_zero,), (diminishing_demand, bounded_exponent))
"""The optimum for gamma != 0."""
