"""Units: what a change of units does to a formula, and the claim that two sides of a relation scale alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checks.language.claims import Claim
from checks.language.terms import Symbol, Term, exact
from checks.language.walking import free_symbols, substitute


@dataclass(frozen=True, slots=True)
class Rescaling:
    """A change of units: each symbol with what its number becomes; symbols that are not named keep theirs."""

    name: str
    values: tuple[tuple[Symbol, Term], ...]


def rescaling(name: str, values: Mapping[Symbol, Any]) -> Rescaling:
    """A change of units, such as `rescaling("money", {price: u*price, cost: u*cost})` for a factor u > 0.

    Raises:
        ValueError: where a new value does not contain the old one, and so is no multiple of it.
    """
    pairs = tuple((symbol, exact(value)) for symbol, value in values.items())
    for symbol, value in pairs:
        if symbol not in free_symbols(value):
            raise ValueError(f"{symbol.name} becomes {value}, which is no multiple of {symbol.name}")
    return Rescaling(name, pairs)


def same_units(left: Any, right: Any, *, under: Rescaling) -> Claim:
    """A change of units multiplies both sides by the same factor, so that a relation between them does not depend on the units."""
    one, other, values = exact(left), exact(right), dict(under.values)
    return Claim(substitute(one, values) * other, "=", substitute(other, values) * one)
