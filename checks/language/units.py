"""Units: what a change of units does to a formula, and the claim that two sides of a relation scale alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from checks.display import Displayed
from checks.language.claims import Claim
from checks.language.extrema import other
from checks.language.sequents import Sequent
from checks.language.terms import Number, Power, Product, Quotient, Symbol, Term, exact
from checks.language.walking import free_symbols, substitute


@dataclass(frozen=True, slots=True)
class Rescaling:
    """A change of units: each symbol with what its number becomes, a positive multiple; symbols that are not named keep theirs."""

    name: str
    values: tuple[tuple[Symbol, Term], ...]


@dataclass(frozen=True, slots=True)
class SameUnits(Displayed):
    """A change of units multiplies both sides by one positive factor, the same at every point: no relation between them depends on it."""

    left: Term
    right: Term
    under: Rescaling


def rescaling(name: str, values: Mapping[Symbol, Any]) -> Rescaling:
    """A change of units, such as `rescaling("money", {price: u*price, cost: u*cost})` for a factor u > 0.

    Raises:
        ValueError: where a new value is not the old one times or over something that is positive at sight and keeps its number.
    """
    pairs = tuple((symbol, exact(value)) for symbol, value in values.items())
    for symbol, value in pairs:
        if not _is_multiple(value, symbol, frozenset(values)):
            raise ValueError(f"{symbol.name} becomes {value}, which is no multiple of {symbol.name} by a positive factor")
    return Rescaling(name, pairs)


def same_units(left: Any, right: Any, *, under: Rescaling) -> SameUnits:
    """Both sides have the same units, those that the rescaling changes."""
    return SameUnits(exact(left), exact(right), under)


def scales(term: Any, *, by: Any, under: Rescaling) -> Claim:
    """The change of units multiplies the term by the factor."""
    return Claim(substitute(exact(term), dict(under.values)), "=", exact(by) * exact(term))


def sequents_of(stated: SameUnits) -> tuple[Sequent, ...]:
    """Each side, and the one against the other, is multiplied alike at any two points, so that the factor is one number.

    It is positive: a negative one would make a side change its sign infinitely often as the change is repeated, and no term does.
    """
    pairs = ((stated.left, stated.left), (stated.right, stated.right), (stated.left, stated.right))
    return tuple(Sequent((), _alike(one, two, stated.under)) for one, two in pairs)


def _alike(here: Term, there: Term, under: Rescaling) -> Claim:
    """`here` at one point and `there` at another are multiplied by the same factor."""
    changed = free_symbols(Product(tuple(value for _, value in under.values))) - {symbol for symbol, _ in under.values}
    elsewhere: dict[Symbol, Term] = {symbol: other(symbol) for symbol in free_symbols(there) - changed}
    new_here, new_there = (substitute(side, dict(under.values)) for side in (here, there))
    return Claim(new_here * substitute(there, elsewhere), "=", here * substitute(new_there, elsewhere))


def _is_multiple(value: Term, symbol: Symbol, changing: frozenset[Symbol]) -> bool:
    match value:
        case Symbol():
            return value == symbol
        case Product(factors):
            holding = [factor for factor in factors if symbol in free_symbols(factor)]
            others = [factor for factor in factors if factor not in holding]
            return len(holding) == 1 and _is_multiple(holding[0], symbol, changing) and all(_is_positive(each, changing) for each in others)
        case Quotient(numerator, denominator):
            return _is_multiple(numerator, symbol, changing) and _is_positive(denominator, changing)
        case _:
            return False


def _is_positive(term: Term, changing: frozenset[Symbol]) -> bool:
    """Positive at sight, and without what changes."""
    match term:
        case Number(value):
            return value > 0
        case Symbol(domain=domain):
            return term not in changing and domain.low is not None and domain.low >= 0 and Fraction(0) not in domain
        case Product(factors):
            return all(_is_positive(each, changing) for each in factors)
        case Quotient(numerator, denominator):
            return _is_positive(numerator, changing) and _is_positive(denominator, changing)
        case Power(base, exponent):
            return _is_positive(base, changing) and not free_symbols(exponent) & changing
        case _:
            return False
