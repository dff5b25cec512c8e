"""Formulas: what the words and, or, not, implies make of claims."""

from __future__ import annotations

from dataclasses import dataclass

from checks.language.claims import Claim
from checks.language.orders import Order
from checks.language.propositions import Proposition
from checks.language.terms import Symbol, Term
from checks.language.walking import free_symbols


@dataclass(frozen=True, slots=True)
class Both:
    """All of several formulas; where an earlier one fails, the later ones need not be defined."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of several formulas; where an earlier one holds, the later ones need not be defined."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Denied:
    """The formula does not hold."""

    part: Formula


@dataclass(frozen=True, slots=True)
class If:
    """Wherever the condition holds, so does the consequence."""

    condition: Formula
    consequence: Formula


@dataclass(frozen=True, slots=True)
class Equivalent:
    """The two formulas hold at the same points."""

    left: Formula
    right: Formula


@dataclass(frozen=True, slots=True)
class Chosen:
    """There is a value of the symbol for which the formula holds: this one serves."""

    symbol: Symbol
    value: Term
    part: Formula


@dataclass(frozen=True, slots=True)
class ForAll:
    """The formula holds for all values of the symbol that meet the bounds."""

    symbol: Symbol
    bounds: tuple[Claim, ...]
    part: Formula


Formula = Both | Either | Denied | If | Equivalent | Chosen | ForAll | Proposition


def conjuncts(formula: Formula) -> tuple[Formula, ...]:
    """The formulas that a conjunction joins."""
    return tuple(each for part in formula.parts for each in conjuncts(part)) if isinstance(formula, Both) else (formula,)


def symbols_in(formula: Formula) -> frozenset[Symbol]:
    """The free symbols of a formula that was read; of other propositions none."""
    match formula:
        case Claim() | Order():
            return formula.symbols
        case Both(parts) | Either(parts):
            return frozenset[Symbol]().union(*map(symbols_in, parts))
        case Denied(part):
            return symbols_in(part)
        case If(one, other) | Equivalent(one, other):
            return symbols_in(one) | symbols_in(other)
        case Chosen(symbol, value, part):
            return (symbols_in(part) - {symbol}) | free_symbols(value)
        case ForAll(symbol, bounds, part):
            return frozenset[Symbol]().union(symbols_in(part), *(each.symbols for each in bounds)) - {symbol}
        case _:
            return frozenset()


def bound_in(formula: Formula) -> tuple[Symbol, ...]:
    """The symbols that 'exists' and 'for all' bind in it, as often as they do."""
    match formula:
        case Both(parts) | Either(parts):
            return tuple(symbol for part in parts for symbol in bound_in(part))
        case Denied(part):
            return bound_in(part)
        case If(one, other) | Equivalent(one, other):
            return bound_in(one) + bound_in(other)
        case Chosen(symbol, _, part) | ForAll(symbol, _, part):
            return (symbol, *bound_in(part))
        case _:
            return ()
