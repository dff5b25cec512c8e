"""Points: exact values for the drawn symbols, and at each precision the values that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from fractions import Fraction

from flint import ctx, fmpq

from checks.engines.sampling.faults import Undefined, Unknown
from checks.engines.sampling.plans import Plan
from checks.engines.sampling.scalars import Scalar, fraction, is_finite, rational, sign
from checks.language.domains import Interval
from checks.language.terms import Symbol
from checks.language.walking import is_increment

GUARD_BITS = 40


@dataclass(frozen=True, slots=True)
class Point:
    """A choice of the drawn symbols of a plan."""

    plan: Plan
    values: Mapping[Symbol, Fraction]
    _drawn: dict[str, Scalar] = field(init=False, compare=False, repr=False)
    _known: dict[int, dict[str, Scalar] | Unknown] = field(init=False, compare=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_drawn", {symbol.name: rational(self.values[symbol]) for symbol in self.plan.free})

    def environment(self) -> Mapping[str, Scalar]:
        """All symbols' values at the working precision, by name.

        Raises:
            Unknown: where a solved value is not defined or not enclosed.
        """
        if ctx.prec not in self._known:
            try:
                self._known[ctx.prec] = self._solved()
            except Unknown as doubt:
                self._known[ctx.prec] = doubt
        known = self._known[ctx.prec]
        if isinstance(known, Unknown):
            raise known
        return known

    def _solved(self) -> dict[str, Scalar]:
        found = dict(self._drawn)
        for symbol, value in self.plan.solved:
            try:
                found[symbol.name] = value.at(found)
            except Undefined as fault:
                raise Unknown(f"the equation for {symbol.name} has no solution here") from fault
            if not is_finite(found[symbol.name]):
                raise Unknown(f"the solution for {symbol.name} is not enclosed")
        return found

    def lies_in(self, domains: Mapping[Symbol, Interval]) -> bool:
        """Whether the solved values are certain to lie in their domains; the drawn ones do."""
        try:
            found = self.environment()
        except Unknown:
            return False
        return all(_lies_in(found[symbol.name], symbol, domains[symbol]) for symbol, _ in self.plan.solved)


def precision(digits: int) -> AbstractContextManager[None]:
    """Working precision for so many decimal digits."""
    return ctx.workprec(int(digits * 3.3220) + GUARD_BITS)


def _lies_in(value: Scalar, symbol: Symbol, domain: Interval) -> bool:
    if is_increment(symbol) and sign(value) not in (1, -1):
        return False
    if type(value) is fmpq:
        return fraction(value) in domain
    above = domain.low is None or sign(value - rational(domain.low)) == 1
    below = domain.high is None or sign(rational(domain.high) - value) == 1
    return above and below
