"""Optima: certified numerical optima at exact parameters, and what terms and claims of the model come to there, enclosed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from flint import arb, ctx

from checks.enclosures import ball, compiled, rational
from checks.enclosures.decimals import Enclosure
from checks.enclosures.points import ALLOWED
from checks.language import Claim, Symbol, Term, exact
from checks.language.differentiation import without_derivatives
from symbolic_model import numerical_optimum
from symbolic_model.optimum import Optimum, logarithmic, power
from symbolic_model.symbols import E, a, alpha, b, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n

DIGITS, BITS = 160, 2048
SMALL_STEP = 1 + Fraction(1, 10**9)
efficiency_ratio = (a / b) ** (1 / alpha)
Values = Mapping[Symbol, Fraction]
Exact = Fraction | str | int


@dataclass(frozen=True)
class Spot:
    """The interior optimum for equal exponents at exact values of the parameters; `also` are values of other symbols of claims."""

    values: Values
    also: Values = field(default_factory=dict)

    def __str__(self) -> str:
        return ", ".join(f"{symbol.name} = {value}" for symbol, value in self.values.items())

    @cached_property
    def found(self) -> numerical_optimum.Optimum:
        """The optimum as `lemmata optimum` finds it.

        Raises:
            ValueError: where it is not interior.
        """
        best = numerical_optimum.optimum({symbol.name: value for symbol, value in self.values.items()}, DIGITS)
        if best.kind is not numerical_optimum.Kind.INTERIOR:
            raise ValueError(f"at {self} {best.says}")
        return best

    @property
    def conditions(self) -> Optimum:
        """What the model says of the optimum under the linking function in force."""
        return power if self.values[gamma] else logarithmic

    @property
    def symbols(self) -> frozenset[Symbol]:
        """The symbols that have a value here."""
        return frozenset((*self.values, *self.also, rho, n))

    def bounds(self, quantity: str) -> Enclosure:
        """The enclosure of a quantity of the optimum, by its name."""
        found: Enclosure = getattr(self.found, quantity)
        return found

    def quantity(self, name: str) -> arb:
        """A quantity of the optimum as a ball."""
        bounds = self.bounds(name)
        with ctx.workprec(BITS):
            return ball(Fraction(bounds.low)).union(ball(Fraction(bounds.high)))

    def at(self, term: Term, size: Fraction | None = None) -> arb:
        """A term at the optimum, or at another size."""
        exactly = {**self.values, **self.also}
        with ctx.workprec(BITS):
            balls = [ball(value) for value in exactly.values()]
            (ratio,) = compiled([efficiency_ratio], tuple(exactly))(*balls)
            chosen = self.quantity("n") if size is None else ball(size)
            return compiled([without_derivatives(term)], (*exactly, rho, n))(*balls, ratio, chosen)[0]

    def tells(self, claim: Claim) -> bool | None:
        """Whether a claim certainly holds at the optimum, or certainly does not; None where enclosures do not tell."""
        possible, allowed = self.signs(claim.left - claim.right), ALLOWED[claim.relation]
        return True if possible <= allowed else None if possible & allowed else False

    def signs(self, term: Term) -> set[int]:
        """The signs that a term may have at the optimum: one if it is a rational number there, or enclosed away from zero."""
        exactly = rational(term, {**self.values, **self.also})
        if exactly is not None:
            return {(exactly > 0) - (exactly < 0)}
        value = self.at(term)
        return {1} if value > 0 else {-1} if value < 0 else {-1, 0, 1}

    def is_met(self, claim: Claim) -> bool:
        """Whether a claim certainly holds; an equation, whether its sides are enclosed together."""
        told = self.tells(claim)
        return told is True or (told is None and claim.relation == "=")

    def moved(self, *symbols: Symbol, factor: Fraction = SMALL_STEP) -> Spot:
        """The optimum where some parameters are so many times as large, a little larger if nothing else is said."""
        return Spot({**self.values, **{symbol: self.values[symbol] * factor for symbol in symbols}}, self.also)

    def direction(self, quantity: str, symbol: Symbol) -> int:
        """1 if a quantity of the optimum is certainly larger where a parameter is a little larger, -1 if smaller, 0 if unknown."""
        before, after = self.quantity(quantity), self.moved(symbol).quantity(quantity)
        return int(bool(after > before)) - int(bool(after < before))


def whole(value: arb) -> int:
    """The least whole number that is certainly not below a value."""
    with ctx.workprec(BITS):
        number = value.upper().ceil().unique_fmpz()
    assert number is not None
    return int(number)


def spot(gamma_is: Exact, alpha_is: Exact, hardware: Exact, **others: Exact) -> Spot:
    """The optimum at gamma, alpha and E; a, b, omega and delta are 1 where nothing else is said."""
    named = {symbol.name: symbol for symbol in (a, b, omega, delta)}
    ordinary = dict.fromkeys(named.values(), Fraction(1))
    given = {named[name]: Fraction(value) for name, value in others.items()}
    return Spot({gamma: Fraction(gamma_is), alpha: Fraction(alpha_is), E: Fraction(hardware), **ordinary, **given})


def on_path(values: Mapping[Symbol, Any], along: Symbol, at: int) -> tuple[Spot, Fraction]:
    """The optimum at a point of a path of rational values with alpha = 1, and the size that the path names there."""
    found = {symbol: rational(exact(value), {along: Fraction(at)}) for symbol, value in values.items()}
    assert found[alpha] == 1 and None not in found.values()
    known = {symbol: value for symbol, value in found.items() if value is not None}
    return Spot({**{each: known[each] for each in (gamma, alpha, E, a, omega, delta)}, b: known[a] / known[rho]}), known[n]
