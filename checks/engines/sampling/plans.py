"""Plans: which symbols are drawn and which follow from assumed equations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.engines.sampling.faults import Undefined, Unknown
from checks.engines.sampling.isolation import isolated, linear
from checks.engines.sampling.programs import Program, program
from checks.engines.sampling.series import is_zero
from checks.language.claims import Claim
from checks.language.terms import Negative, Sum, Symbol, Term
from checks.language.walking import free_symbols, substitute

MOST_PLANS = 6


@dataclass(frozen=True, slots=True)
class Plan:
    """`free` symbols are drawn, `solved` ones computed in that order; then the `equations` hold by construction."""

    free: tuple[Symbol, ...]
    solved: tuple[tuple[Symbol, Program], ...] = ()
    equations: frozenset[Claim] = frozenset()


def plans(equations: Sequence[Claim], symbols: Sequence[Symbol]) -> tuple[Plan, ...]:
    """Several ways to meet the equations, those that meet most of them."""
    found: list[Plan] = []
    for turn in range(max(1, min(len(symbols), MOST_PLANS)) if equations else 1):
        order = (*symbols[turn:], *symbols[:turn])
        plan = _plan(equations, symbols, order)
        if all({symbol for symbol, _ in plan.solved} != {symbol for symbol, _ in other.solved} for other in found):
            found.append(plan)
    most = max(len(plan.equations) for plan in found)
    return tuple(plan for plan in found if len(plan.equations) == most)


def _plan(equations: Sequence[Claim], symbols: Sequence[Symbol], order: Sequence[Symbol]) -> Plan:
    solutions: list[tuple[Symbol, Term]] = []
    met: set[Claim] = set()
    for equation in equations:
        if (found := _solved(equation, solutions, order)) is not None:
            solutions.append(found)
            met.add(equation)
    taken = {symbol for symbol, _ in solutions}
    programs = tuple((symbol, program(value)) for symbol, value in reversed(solutions))
    return Plan(tuple(symbol for symbol in symbols if symbol not in taken), programs, frozenset(met))


def _solved(equation: Claim, solutions: Sequence[tuple[Symbol, Term]], order: Sequence[Symbol]) -> tuple[Symbol, Term] | None:
    """One more symbol and its value, after the earlier solutions were put into the equation."""
    left, right = equation.left, equation.right
    try:
        for known, term in solutions:
            left, right = substitute(left, {known: term}), substitute(right, {known: term})
    except ValueError:
        return None
    open_symbols = (free_symbols(left) | free_symbols(right)) - {known for known, _ in solutions}
    for symbol in sorted(order, key=lambda each: each not in (left, right)):
        if symbol not in open_symbols or _is_identity(left, right, symbol):
            continue
        value = isolated(left, right, symbol)
        if value is not None and symbol not in free_symbols(value):
            return symbol, value
    return None


def _is_identity(left: Term, right: Term, symbol: Symbol) -> bool:
    """Whether the symbol's coefficient in an equation is a constant zero, as in x = x."""
    pair = linear(Sum((left, Negative(right))), symbol)
    if pair is None or free_symbols(pair[0]):
        return False
    try:
        return is_zero(program(pair[0]).at({}))
    except (Undefined, Unknown):
        return False
