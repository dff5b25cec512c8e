"""Statics: propositions about how a term, a quantity defined by an equation, or an optimum moves with a parameter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, assert_never

from checks.display import Displayed
from checks.language.claims import Claim
from checks.language.sequents import Sequent
from checks.language.terms import Derivative, Product, Symbol, Term, exact

DIRECTIONS = {"up": ">", "down": "<", "not": "="}


@dataclass(frozen=True, slots=True)
class Moves(Displayed):
    """Where `level` is zero, `dependent` is a function of `independent` nearby, and its slope has the direction's sign."""

    level: Term
    dependent: Symbol
    independent: Symbol
    direction: str


@dataclass(frozen=True, slots=True)
class OptimumMoves(Displayed):
    """Every inner stationary point of the objective is a strict local maximum, or minimum, and moves in the direction.

    By the implicit function theorem: the slope of the optimum is minus the cross derivative over the second derivative.
    """

    objective: Term
    over: Symbol
    parameter: Symbol
    direction: str
    is_minimum: bool = False


Static = Moves | OptimumMoves


def increases(term: Any, *, in_: Symbol) -> Claim:
    """The term's derivative in the symbol is positive on the whole domain."""
    return Claim(Derivative(exact(term), in_), ">", 0)


def decreases(term: Any, *, in_: Symbol) -> Claim:
    """The term's derivative in the symbol is negative on the whole domain."""
    return Claim(Derivative(exact(term), in_), "<", 0)


def constant_in(term: Any, *, in_: Symbol) -> Claim:
    """The term does not depend on the symbol: its derivative vanishes on the whole domain, which is an interval."""
    return Claim(Derivative(exact(term), in_), "=", 0)


def monotone_where(term: Any, symbol: Symbol) -> Claim:
    """The claim that the term increases in the symbol at a point, for use as a hypothesis or in an equivalence.

    `iff(monotone_where(x**2 - a*x, x), 2*x > a)` says on which part of the domain the term increases.
    """
    return increases(term, in_=symbol)


def moves(level: Any, *, dependent: Symbol, independent: Symbol, direction: str) -> Moves:
    """Along the curve level = 0, `dependent` goes "up", "down" or does "not" move as `independent` grows.

    Raises:
        ValueError: for another direction, or where the two are the same.
    """
    _require(direction, dependent, independent)
    return Moves(exact(level), dependent, independent, direction)


def optimum_increases(objective: Any, *, over: Symbol, in_: Symbol, of_minimum: bool = False) -> OptimumMoves:
    """The maximum of the objective over `over` (or the minimum) lies the higher, the greater the parameter `in_`.

    Raises:
        ValueError: where the parameter is what is chosen.
    """
    return _optimum(objective, over, in_, "up", of_minimum)


def optimum_decreases(objective: Any, *, over: Symbol, in_: Symbol, of_minimum: bool = False) -> OptimumMoves:
    """The maximum of the objective over `over` (or the minimum) lies the lower, the greater the parameter `in_`.

    Raises:
        ValueError: as `optimum_increases` does.
    """
    return _optimum(objective, over, in_, "down", of_minimum)


def optimum_constant(objective: Any, *, over: Symbol, in_: Symbol, of_minimum: bool = False) -> OptimumMoves:
    """Where the maximum of the objective over `over` (or the minimum) lies does not depend on the parameter `in_`.

    Raises:
        ValueError: as `optimum_increases` does.
    """
    return _optimum(objective, over, in_, "not", of_minimum)


def sequents_of(proposition: Static) -> tuple[Sequent, ...]:
    """What must be shown for the proposition to hold."""
    match proposition:
        case Moves(level, dependent, independent, direction):
            on_curve = (Claim(level, "=", 0),)
            slope, shift = Derivative(level, dependent), Derivative(level, independent)
            relation = {">": "<", "<": ">", "=": "="}[DIRECTIONS[direction]]
            moved = Claim(shift, "=", 0) if relation == "=" else Claim(Product((shift, slope)), relation, 0)
            return (Sequent(on_curve, Claim(slope, "!=", 0), sharp=False), Sequent(on_curve, moved))
        case OptimumMoves():
            return _optimum_moves(proposition)
        case _:
            assert_never(proposition)


def _optimum(objective: Any, over: Symbol, in_: Symbol, direction: str, is_minimum: bool) -> OptimumMoves:
    _require(direction, over, in_)
    return OptimumMoves(exact(objective), over, in_, direction, is_minimum)


def _require(direction: str, dependent: Symbol, independent: Symbol) -> None:
    if direction not in DIRECTIONS:
        raise ValueError(f"{direction!r} is no direction; use one of {', '.join(DIRECTIONS)}")
    if dependent == independent:
        raise ValueError(f"{dependent.name} cannot move with itself")


def _optimum_moves(statement: OptimumMoves) -> tuple[Sequent, ...]:
    """The second-order condition at every stationary point, and the cross derivative's sign at those that are optima.

    A stationary point that is no optimum refutes nothing; it must be excluded by hypotheses, or told apart by them.
    """
    slope = Derivative(statement.objective, statement.over)
    curvature = Claim(Derivative(statement.objective, statement.over, 2), ">" if statement.is_minimum else "<", 0)
    stationary = Claim(slope, "=", 0)
    relation = DIRECTIONS[statement.direction]
    if statement.is_minimum:
        relation = {">": "<", "<": ">", "=": "="}[relation]
    crossed = Claim(Derivative(slope, statement.parameter), relation, 0)
    return (Sequent((stationary,), curvature, sharp=False), Sequent((stationary, curvature), crossed))
