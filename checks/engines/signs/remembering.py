"""Remembering: signs that were found once are not sought again, until more is assumed."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from flint import fmpq_mpoly

from checks.language.terms import Symbol
from checks.normal_forms.ring import Element
from checks.normal_forms.signs import Sign, Signs


@dataclass(slots=True)
class RememberedSigns(Signs):
    """Signs with a memory for what is asked from outside."""

    _remembered: dict[str, Sign] = field(default_factory=dict)

    def of(self, value: fmpq_mpoly) -> Sign:
        """The possible signs of a polynomial; those found in the midst of another search may be less than can be known."""
        if self._busy:
            return Signs.of(self, value)
        key = str(value)
        if key not in self._remembered:
            self._remembered[key] = Signs.of(self, value)
        return self._remembered[key]

    def assume(self, element: Element, allowed: Sign) -> None:
        """Learns a sign, and forgets what was found without it."""
        self._remembered.clear()
        Signs.assume(self, element, allowed)
        self._remembered.clear()

    def assume_bound(self, symbol: Symbol, relation: str, bound: Fraction) -> None:
        """Learns a bound, and forgets what was found without it."""
        self._remembered.clear()
        Signs.assume_bound(self, symbol, relation, bound)
