"""Phrases: propositions as a reader says them, words and formulas in turn, for every page to set in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from checks.language.claims import Claim, domain_claims
from checks.language.extrema import Concave, Extremal, Extremum, Greatest, Minimum, OneRoot, Unimodal
from checks.language.growth import Grows
from checks.language.notation import ascii_text, unicode_text
from checks.language.optima import SolePeak
from checks.language.orders import Goal, Order
from checks.language.propositions import Choice, EveryMaximum, Exists, Iff, Implies, Maximum, Proposition, RoundsTo
from checks.language.statics import Moves, OptimumMoves, Static
from checks.language.terms import Symbol, Term
from checks.language.units import SameUnits

Phrase = tuple[str | Term | Goal, ...]


def phrases(proposition: Proposition) -> tuple[Phrase, ...]:
    """The lines of a proposition; the strings among its parts are words."""
    match proposition:
        case Claim() | Order():
            return ((proposition,),)
        case Implies(hypotheses, conclusion):
            first, *rest = phrases(conclusion)
            return (("if ", *_listed(hypotheses), ", then"), first, *rest)
        case Iff(left, right):
            return ((*_listed(left), " if and only if"), _listed(right))
        case Maximum(term, over, at):
            return ((term,), ("is greatest over ", *_domains((over,)), " at ", Claim(over, "=", at)))
        case Exists(symbols, such_that, choices):
            return (("there are ", *_domains(symbols), " with ", *_listed(such_that)), *map(_chosen, choices))
        case EveryMaximum(term, over, claim):
            return (("wherever",), (term,), ("is greatest over ", *_domains(over), ", we have ", claim))
        case RoundsTo(term, printed):
            return ((term, " rounds to ", printed),)
        case Moves() | OptimumMoves():
            return _moving(proposition)
        case Minimum() | OneRoot() | Unimodal() | Extremum() | Concave() | Greatest():
            return _extremal(proposition)
        case SolePeak(term, over, inside):
            return ((term,), ("has one stationary point at most, its maximum, where it is not negative and ", inside, ", over ", *_domains((over,))))
        case Grows():
            return _growing(proposition)
        case SameUnits(left, right, under):
            return ((left, " and ", right), (f"change by the same factor with {under.name}",))
        case _:
            assert_never(proposition)


def _extremal(proposition: Extremal) -> tuple[Phrase, ...]:
    match proposition:
        case Minimum(term, over, at):
            return ((term,), ("is least over ", *_domains((over,)), " at ", Claim(over, "=", at)))
        case OneRoot(term, over, before, at, between):
            signs = "− to +" if before < 0 else "+ to −"
            return ((term,), ("has exactly one zero over ", *_domains((over,)), *_placed(over, at, between), f", and goes from {signs} there"))
        case Unimodal(term, over, at, between, is_valley):
            ways = ("falls", "rises") if is_valley else ("rises", "falls")
            return ((term,), (f"{ways[0]}, then {ways[1]} over ", *_domains((over,)), *_placed(over, at, between)))
        case Extremum(term, over, at, is_minimum):
            return ((term,), (f"has a strict local {'minimum' if is_minimum else 'maximum'} at ", Claim(over, "=", at)))
        case Concave(term, symbols, is_strict, is_convex):
            return ((term,), (f"is {'strictly ' * is_strict}{'convex' if is_convex else 'concave'} over ", *_domains(symbols)))
        case Greatest(term, over, cases, or_nothing):
            first: Phrase = ("is greatest over ", *_domains((over,)), ", or best left alone" if or_nothing else "")
            points = [(" at ", Claim(over, "=", each.at), *(() if each.when is None else (", if ", each.when))) for each in cases]
            return ((term,), first, *points)
        case _:
            assert_never(proposition)


def _growing(growth: Grows) -> tuple[Phrase, ...]:
    """The order, with what ranges; then the conditions."""
    stated = Order(growth.quantity, growth.relation, growth.bound, growth.growing, growth.ranging)
    return ((stated,), ("where ", *_listed(growth.where))) if growth.where else ((stated,),)


def _placed(over: Symbol, at: Term | None, between: tuple[Term | None, Term | None] | None) -> Phrase:
    if at is not None:
        return (", at ", Claim(over, "=", at))
    low, high = between or (None, None)
    return (", between ", "the low end" if low is None else low, " and ", "the high end" if high is None else high)


def _moving(proposition: Static) -> tuple[Phrase, ...]:
    ways = {"up": "rises", "down": "falls", "not": "does not move"}
    match proposition:
        case Moves(level, dependent, independent, direction):
            return (("where ", Claim(level, "=", 0), ", "), (dependent, f" {ways[direction]} as ", independent, " rises"))
        case OptimumMoves(objective, over, parameter, direction, is_minimum):
            kind = "least" if is_minimum else "greatest"
            return ((objective,), (f"is {kind} at a value of ", over, f" that {ways[direction]} as ", parameter, " rises"))
        case _:
            assert_never(proposition)


def ascii_line(proposition: Proposition) -> str:
    """The proposition on one line, in ASCII."""
    return _line(proposition, ascii_text)


def unicode_line(proposition: Proposition) -> str:
    """The proposition on one line, in Unicode."""
    return _line(proposition, unicode_text)


def unicode_lines(proposition: Proposition) -> tuple[str, ...]:
    """The proposition's lines, in Unicode."""
    return tuple(_written(phrase, unicode_text) for phrase in phrases(proposition))


def _line(proposition: Proposition, write: Callable[[Term | Goal], str]) -> str:
    return " ".join(_written(phrase, write) for phrase in phrases(proposition))


def _written(phrase: Phrase, write: Callable[[Term | Goal], str]) -> str:
    return "".join(part if isinstance(part, str) else write(part) for part in phrase)


def _listed(claims: Iterable[Claim]) -> Phrase:
    first, *rest = claims
    return (first, *(part for claim in rest for part in (" and ", claim)))


def _domains(symbols: tuple[Symbol, ...]) -> Phrase:
    """Where the symbols range: `t >= 0`, or `x real`."""
    ranges = [_listed(bounds) if (bounds := domain_claims(symbol)) else (symbol, " real") for symbol in symbols]
    first, *rest = ranges
    return (*first, *(part for each in rest for part in (", ", *each)))


def _chosen(choice: Choice) -> Phrase:
    values = [Claim(symbol, "=", value) for symbol, value in choice.values]
    when: Phrase = () if choice.when is None else (", if ", choice.when)
    return ("namely ", *_listed(values), *when)
