"""How the optimum moves: what the conditions of the optimum give, and how n* responds, for every script that speaks of directions.

With v = omega*f - 2n/E, w = n*dv/dn and h = omega*q**-gamma, the first-order condition reads 24*delta*rho*n**2/E = v*w, and
profit is not negative exactly where v >= w. The second derivative of profit is -K/(2*delta*n**2) with K > 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from checks import by
from checks.calculation import Calculation, calculation, deduction, equals, is_at_least, is_greater_than, is_less_than
from checks.language import Assumption, Derivative, Symbol, Term, abbreviate
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
from symbolic_model.symbols import delta
from symbolic_model.symbols import some_n as n


@dataclass(frozen=True, slots=True)
class Growth:
    """Something that grows by a factor: what it is called in the paper, and how the number of each symbol changes."""

    letter: str
    values: dict[Symbol, Term]


by_parameters = Growth("a", parameter_efficiency)
by_data = Growth("b", data_efficiency)
by_hardware = Growth("E", hardware)


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
        diminishing = deduction("Returns to size diminish", o.bending > 0, by.sign(*self.bounds))
        return calculation(
            "K is positive",
            o.curvature,
            equals(o.bending * o.margin + o.marginal_margin * (o.margin - o.marginal_margin), by.algebra(self.first_order)),
            is_greater_than(0, by.sign(diminishing, o.sells, self.rising_margin, self.paying_margin)),
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

    def dn(self, growth: Growth) -> Term:
        """The derivative of n* as something grows by a factor; its sign is that of the derivative in what grows."""
        return _named("n", growth, self.of.response(growth.values))

    def dd(self, growth: Growth) -> Term:
        """The derivative of d*."""
        return _named("d", growth, self.of.response_of(training_data, growth.values))

    def dc(self, growth: Growth) -> Term:
        """The derivative of C*_train."""
        return _named("C", growth, self.of.response_of(training_cost, growth.values))


def _named(quantity: str, growth: Growth, response: Term) -> Term:
    written = {"n": "n^*", "d": "d^*", "C": r"C^*_{\mathrm{train}}"}[quantity]
    unicode = {"n": "n*", "d": "d*", "C": "C*"}[quantity]
    name, letter = f"d{quantity}_d{growth.letter}", growth.letter
    return abbreviate(name, response, latex=rf"\partial {written}/\partial {letter}", unicode=f"∂{unicode}/∂{letter}")


under_logarithm = Moves(logarithmic)
"""The optimum for gamma = 0."""

under_power = Moves(power, (gamma_not_zero,), (diminishing_demand, bounded_exponent))
"""The optimum for gamma != 0."""
