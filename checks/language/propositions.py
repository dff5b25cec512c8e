"""Propositions: claims, and what is built from them, each unfolding into finitely many sequents.

A sequent is a claim under hypotheses, for all values of its variables; engines decide nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, assert_never

from checks.display import Displayed
from checks.language import extrema, growth, optima, statics, units
from checks.language.claims import Claim, domain_claims
from checks.language.extrema import Concave, Extremal, Extremum, Greatest, Minimum, OneRoot, Unimodal
from checks.language.growth import Grows
from checks.language.optima import SolePeak
from checks.language.orders import Order
from checks.language.sequents import Sequent
from checks.language.statics import Moves, OptimumMoves, Static
from checks.language.terms import Application, Function, Number, Symbol, Term, exact
from checks.language.units import SameUnits
from checks.language.vocabulary import decimal
from checks.language.walking import substitute, with_formula


@dataclass(frozen=True, slots=True)
class Implies(Displayed):
    """If all of the hypotheses hold, so does the conclusion."""

    hypotheses: tuple[Claim, ...]
    conclusion: Proposition


@dataclass(frozen=True, slots=True)
class Iff(Displayed):
    """All of `left` hold exactly where all of `right` do."""

    left: tuple[Claim, ...]
    right: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Maximum(Displayed):
    """The term is greatest, over the whole domain of the symbol, at a point of that domain."""

    term: Term
    over: Symbol
    at: Term


@dataclass(frozen=True, slots=True)
class Choice:
    """Values chosen for the variables of an existence statement, in the case `when` (always, if None)."""

    values: tuple[tuple[Symbol, Term], ...]
    when: Claim | None = None


@dataclass(frozen=True, slots=True)
class Exists(Displayed):
    """There are values of the symbols, in their domains, such that all claims hold: the chosen ones serve."""

    symbols: tuple[Symbol, ...]
    such_that: tuple[Claim, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A maximum at which a claim fails: values of parameters, formulas of functions, and the point."""

    values: tuple[tuple[Symbol, Term], ...]
    formulas: tuple[tuple[Function, tuple[Symbol, ...], Term], ...]
    point: tuple[tuple[Symbol, Term], ...]


@dataclass(frozen=True, slots=True)
class EveryMaximum(Displayed):
    """Wherever the term is greatest over the domains of the symbols, the claim holds.

    It is shown by improving on every point at which the claim fails: for each way to fail, values that make the
    term greater. It is refuted by a counterexample.
    """

    term: Term
    over: tuple[Symbol, ...]
    claim: Claim
    improvements: tuple[Choice, ...]
    counterexample: Counterexample | None = None


@dataclass(frozen=True, slots=True)
class RoundsTo(Displayed):
    """The term rounds to the printed decimal, at as many places as are printed."""

    term: Term
    printed: Number


Proposition = Claim | Order | Implies | Iff | Maximum | Exists | EveryMaximum | RoundsTo | Extremal | SolePeak | Static | Grows | SameUnits


def implies(hypotheses: Claim | tuple[Claim, ...], conclusion: Proposition) -> Implies:
    """The proposition, where the hypotheses hold."""
    return Implies(_claims(hypotheses), conclusion)


def iff(left: Claim | tuple[Claim, ...], right: Claim | tuple[Claim, ...]) -> Iff:
    """An equivalence between claims, or between conjunctions of claims."""
    return Iff(_claims(left), _claims(right))


def maximum_at(term: Any, *, over: Symbol, at: Any) -> Maximum:
    """The term has its maximum over the domain of `over` at `at`."""
    return Maximum(exact(term), over, extrema.place(over, at))


def choice(values: Mapping[Symbol, Any], *, when: Claim | None = None) -> Choice:
    """The values to take, in the given case."""
    return Choice(_pairs(values), when)


def exists(*symbols: Symbol, such_that: tuple[Claim, ...], choices: tuple[Choice, ...]) -> Exists:
    """An existence statement with the values that serve.

    Raises:
        ValueError: where there is no choice, or one does not give values to just these symbols.
    """
    _require_values(symbols, choices)
    return Exists(symbols, such_that, choices)


def every_maximum(
    term: Any, *, over: tuple[Symbol, ...], satisfies: Claim, improvements: tuple[Choice, ...], unless: Counterexample | None = None
) -> EveryMaximum:
    """The claim holds wherever the term is greatest; `unless` is a counterexample, where there is one.

    Raises:
        ValueError: where there is no improvement, or one does not give values to just these symbols or does not say
            when it applies; and where the counterexample's point does not.
    """
    _require_values(over, improvements)
    if any(each.when is None for each in improvements):
        raise ValueError("each improvement says when it applies: choice({...}, when=claim)")
    if unless is not None and ({symbol for symbol, _ in unless.point} != set(over) or {symbol for symbol, _ in unless.values} & set(over)):
        raise ValueError(f"a counterexample's point gives values to {', '.join(symbol.name for symbol in over)}, its values to other symbols")
    return EveryMaximum(exact(term), over, satisfies, improvements, unless)


def counterexample(values: Mapping[Symbol, Any], formulas: Mapping[Application, Any], point: Mapping[Symbol, Any]) -> Counterexample:
    """A maximum at which a claim fails; `formulas` maps applications such as f(x) to what they are to be.

    Raises:
        ValueError: where a formula's left side is not a function of distinct symbols.
    """
    chosen = []
    for left, right in formulas.items():
        arguments = tuple(each for each in left.arguments if isinstance(each, Symbol))
        if len(set(arguments)) != len(left.arguments):
            raise ValueError(f"{left} is not a function applied to distinct symbols")
        chosen.append((left.function, arguments, exact(right)))
    return Counterexample(_pairs(values), tuple(chosen), _pairs(point))


def rounds_to(term: Any, printed: str) -> RoundsTo:
    """The term rounds to a printed decimal such as "0.7622"."""
    return RoundsTo(exact(term), decimal(printed))


def sequents(proposition: Proposition, assumed: tuple[Claim, ...] = ()) -> tuple[Sequent, ...]:
    """What must be shown for the proposition to hold, and what would refute it; `assumed` a counterexample must meet."""
    match proposition:
        case Claim() | Order():
            return (Sequent((), proposition),)
        case Implies(hypotheses, conclusion):
            return tuple(replace(each, hypotheses=(*hypotheses, *each.hypotheses)) for each in sequents(conclusion, (*assumed, *hypotheses)))
        case Iff(left, right):
            return tuple(Sequent(given, goal) for given, goals in ((left, right), (right, left)) for goal in goals)
        case Maximum(term, over, at):
            inside = tuple(Sequent((), claim.subs({over: at})) for claim in domain_claims(over))
            return (*inside, Sequent((), Claim(term, "<=", substitute(term, {over: at}))))
        case Exists():
            return _existence(proposition)
        case EveryMaximum():
            return (*_improved(proposition), *_against(proposition, assumed))
        case RoundsTo(term, printed):
            half = Number(Fraction(1, 2 * 10 ** _places(printed)))
            return (Sequent((), Claim(term, ">=", printed - half)), Sequent((), Claim(term, "<=", printed + half)))
        case Moves() | OptimumMoves():
            return statics.sequents_of(proposition)
        case Minimum() | OneRoot() | Unimodal() | Extremum() | Concave() | Greatest():
            return extrema.sequents_of(proposition)
        case SolePeak():
            return optima.sequents_of(proposition)
        case Grows():
            return growth.sequents_of(proposition, assumed)
        case SameUnits():
            return units.sequents_of(proposition)
        case _:
            assert_never(proposition)


def _claims(side: Claim | tuple[Claim, ...]) -> tuple[Claim, ...]:
    return (side,) if isinstance(side, Claim) else tuple(side)


def _require_values(symbols: tuple[Symbol, ...], choices: tuple[Choice, ...]) -> None:
    if not choices:
        raise ValueError("values must be chosen: choices=(choice({...}), ...)")
    for each in choices:
        if difference := set(symbols) ^ {symbol for symbol, _ in each.values}:
            names = ", ".join(sorted(symbol.name for symbol in difference))
            raise ValueError(f"a choice gives values to just the symbols that are asked for; it is wrong about {names}")


def _pairs(values: Mapping[Symbol, Any]) -> tuple[tuple[Symbol, Term], ...]:
    return tuple((symbol, exact(value)) for symbol, value in values.items())


def _places(printed: Number) -> int:
    return len((printed.text or "").partition(".")[2])


def _existence(statement: Exists) -> tuple[Sequent, ...]:
    claims = (*statement.such_that, *(claim for symbol in statement.symbols for claim in domain_claims(symbol)))
    chosen = []
    for each in statement.choices:
        hypotheses = () if each.when is None else (each.when,)
        chosen += [Sequent(hypotheses, claim.subs(dict(each.values)), sharp=False) for claim in claims]
    return (*chosen, *_covering(tuple(each.when for each in statement.choices)))


def _covering(cases: tuple[Claim | None, ...]) -> tuple[Sequent, ...]:
    """The cases leave nothing out: where all but the last fail, the last holds."""
    if not cases or None in cases:
        return ()
    *others, last = (case for case in cases if case is not None)
    return (*_defined((*others, last)), Sequent(tuple(case.negation for case in others), last, sharp=False))


def _defined(claims: tuple[Claim, ...]) -> tuple[Sequent, ...]:
    """The claims are defined everywhere, so that where one does not hold its negation does."""
    return tuple(Sequent((), Claim(side, "=", side), sharp=False) for claim in claims for side in (claim.left, claim.right))


def _improved(statement: EveryMaximum) -> tuple[Sequent, ...]:
    """Each improvement is a point of the domain where the term is greater; together they cover all failures."""
    shown = []
    for each in statement.improvements:
        hypotheses = () if each.when is None else (each.when,)
        values = dict(each.values)
        moved = [symbol for symbol, value in each.values if value != symbol]
        inside = tuple(claim.subs(values) for symbol in moved for claim in domain_claims(symbol))
        goals = (*inside, Claim(substitute(statement.term, values), ">", statement.term))
        shown += [Sequent(hypotheses, goal, sharp=False) for goal in goals]
    failing = (statement.claim.negation, *(each.when.negation for each in statement.improvements[:-1] if each.when is not None))
    last = statement.improvements[-1].when
    whens = tuple(each.when for each in statement.improvements if each.when is not None)
    return (*shown, *_defined((statement.claim, *whens)), *(() if last is None else (Sequent(failing, last, sharp=False),)))


def _against(statement: EveryMaximum, assumed: tuple[Claim, ...]) -> tuple[Sequent, ...]:
    """The point lies in the domain and meets what is assumed, no other is better, and the claim fails there."""
    example = statement.counterexample
    if example is None:
        return ()
    values, point = dict(example.values), dict(example.point)
    everywhere = {**values, **point}
    greatest = substitute(_formulated(statement.term, example), values)
    domains = tuple(bound for symbol in everywhere for bound in domain_claims(symbol))
    met = tuple(_claim_at(claim, example) for claim in (*domains, *assumed))
    goals = (*met, Claim(greatest, "<=", substitute(greatest, point)), _claim_at(statement.claim.negation, example))
    return tuple(Sequent((), goal, against=True) for goal in goals)


def _claim_at(claim: Claim, example: Counterexample) -> Claim:
    everywhere = {**dict(example.values), **dict(example.point)}
    left, right = (substitute(_formulated(side, example), everywhere) for side in (claim.left, claim.right))
    return Claim(left, claim.relation, right)


def _formulated(term: Term, example: Counterexample) -> Term:
    for function, arguments, formula in example.formulas:
        term = with_formula(term, function, arguments, formula)
    return term
