"""Extrema: propositions about roots, peaks and maxima of a term in one variable, and the sequents that show them.

The term is continuous wherever it is defined, as everything is that the language can write without limits and integrals.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, assert_never

from checks.display import Displayed
from checks.language.claims import Claim, domain_claims
from checks.language.sequents import Sequent
from checks.language.terms import INFINITY, At, Derivative, Integral, Limit, Negative, Symbol, Term, exact
from checks.language.walking import free_symbols, substitute, subterms, unfolded

STRICT = {">=": ">", "<=": "<", ">": ">", "<": "<"}


@dataclass(frozen=True, slots=True)
class Minimum(Displayed):
    """The term is least, over the whole domain of the symbol, at a point of that domain."""

    term: Term
    over: Symbol
    at: Term


@dataclass(frozen=True, slots=True)
class OneRoot(Displayed):
    """The term has exactly one zero in the symbol's domain, with the sign -1 or 1 before it in `before` and the other after it.

    Attributes:
        at: the zero, where it can be written down.
        between: else, two points with different signs, the lower first; a point of None is an end of the domain, where the
            term tends to infinity with its sign.
    """

    term: Term
    over: Symbol
    before: int
    at: Term | None
    between: tuple[Term | None, Term | None] | None


@dataclass(frozen=True, slots=True)
class Unimodal(Displayed):
    """The term rises strictly up to one point of the domain and falls strictly beyond it; the reverse for a valley.

    Attributes:
        at: the point, where it can be written down.
        between: else, two points between which the slope changes its sign, as for a root.
    """

    term: Term
    over: Symbol
    at: Term | None
    between: tuple[Term | None, Term | None] | None
    is_valley: bool = False


@dataclass(frozen=True, slots=True)
class Extremum(Displayed):
    """The first- and second-order conditions for a strict local maximum inside the domain, or a minimum."""

    term: Term
    over: Symbol
    at: Term
    is_minimum: bool = False


@dataclass(frozen=True, slots=True)
class Concave(Displayed):
    """The term is concave in one variable, or in two together; convex if it `is_convex`."""

    term: Term
    over: tuple[Symbol, ...]
    is_strict: bool = False
    is_convex: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """The point at which a term is greatest in the case `when` (always, if None)."""

    at: Term
    when: Claim | None = None


@dataclass(frozen=True, slots=True)
class Greatest(Displayed):
    """In each case the term is greatest, over the symbol's whole domain, at the point given; the cases leave nothing out.

    Attributes:
        or_nothing: whether the value zero can be had as well, by taking no part: then the maximum is not negative either,
            and where no case applies the term is nowhere positive.
    """

    term: Term
    over: Symbol
    cases: tuple[Case, ...]
    or_nothing: bool = False


Extremal = Minimum | OneRoot | Unimodal | Extremum | Concave | Greatest
Ends = tuple[Any, Any]


def minimum_at(term: Any, *, over: Symbol, at: Any) -> Minimum:
    """The term has its minimum over the domain of `over` at `at`."""
    return Minimum(exact(term), over, place(over, at))


def one_root(term: Any, *, over: Symbol, rising: bool, at: Any = None, between: Ends | None = None) -> OneRoot:
    """The equation term = 0 has exactly one solution in the domain of `over`; the term changes sign from - to + there if `rising`.

    Args:
        at: the solution, where it can be written down.
        between: else, a point below it and a point above; None stands for an end of the domain where the term tends to
            minus or plus infinity: `one_root(log(x) + x, over=x, rising=True, between=(None, 1))`.

    Raises:
        ValueError: unless exactly one of `at` and `between` is given, or where the other variable's name is taken.
        TypeError: where the term has limits or integrals in it, and may so jump.
    """
    return OneRoot(continuous(exact(term)), over, -1 if rising else 1, *_located(over, at, between))


def unimodal(term: Any, *, over: Symbol, peak: Any = None, between: Ends | None = None) -> Unimodal:
    """The term rises strictly up to its peak and falls strictly beyond; `between` are points before and beyond it, as for `one_root`.

    Raises:
        ValueError, TypeError: as `one_root` does.
    """
    return Unimodal(continuous(exact(term)), over, *_located(over, peak, between))


def valley(term: Any, *, over: Symbol, bottom: Any = None, between: Ends | None = None) -> Unimodal:
    """The term falls strictly down to its bottom and rises strictly beyond.

    Raises:
        ValueError, TypeError: as `one_root` does.
    """
    return Unimodal(continuous(exact(term)), over, *_located(over, bottom, between), is_valley=True)


def stationary_at(term: Any, *, over: Symbol, at: Any) -> Claim:
    """The first-order condition: the term's slope vanishes at the point. It may be a maximum, a minimum, or neither."""
    return Claim(At(Derivative(exact(term), over), over, exact(at)), "=", 0)


def local_maximum_at(term: Any, *, over: Symbol, at: Any) -> Extremum:
    """A strict local maximum inside the domain, by the first- and second-order conditions."""
    return Extremum(exact(term), over, place(over, at))


def local_minimum_at(term: Any, *, over: Symbol, at: Any) -> Extremum:
    """A strict local minimum inside the domain, by the first- and second-order conditions."""
    return Extremum(exact(term), over, place(over, at), is_minimum=True)


def concave(term: Any, *over: Symbol, strictly: bool = False) -> Concave:
    """The term is concave in one variable, or in two together, over their whole domains.

    Raises:
        ValueError: for no variable or more than two, and for strict concavity in two.
    """
    return _curved(term, over, strictly, is_convex=False)


def convex(term: Any, *over: Symbol, strictly: bool = False) -> Concave:
    """The term is convex in one variable, or in two together, over their whole domains.

    Raises:
        ValueError: as `concave` does.
    """
    return _curved(term, over, strictly, is_convex=True)


def case(at: Any, *, when: Claim | None = None) -> Case:
    """A point at which a maximum lies, and the case in which it does: a corner, say, where the slope there is not positive."""
    return Case(exact(at), when)


def greatest(term: Any, *, over: Symbol, cases: tuple[Case, ...]) -> Greatest:
    """The maximum over a half-line or an interval, inside or at a corner, by cases that leave nothing out.

    Raises:
        ValueError: where there is no case, or its point depends on the variable.
    """
    return _greatest(term, over, cases, or_nothing=False)


def greatest_or_nothing(term: Any, *, over: Symbol, cases: tuple[Case, ...]) -> Greatest:
    """The same where taking no part, for a value of zero, is possible too: it is best where no case applies.

    Raises:
        ValueError: where there is no case, or its point depends on the variable.
    """
    return _greatest(term, over, cases, or_nothing=True)


def sequents_of(proposition: Extremal) -> tuple[Sequent, ...]:
    """What must be shown for the proposition to hold."""
    match proposition:
        case Minimum(term, over, at):
            return (*_inside(over, at), Sequent((), Claim(term, ">=", substitute(term, {over: at}))))
        case OneRoot():
            return _one_root(proposition)
        case Unimodal(term, over, at, between, is_valley):
            slope = OneRoot(Derivative(term, over), over, -1 if is_valley else 1, at, between)
            return (_defined(term), *_monotone(slope), *(replace(each, sharp=False) for each in _one_root(slope)))
        case Extremum():
            return _extremum(proposition)
        case Concave():
            return _concave(proposition)
        case Greatest():
            return _by_cases(proposition)
        case _:
            assert_never(proposition)


def place(over: Symbol, at: Any) -> Term:
    """A point at which the symbol may be, as a term without it.

    Raises:
        ValueError: where the point depends on the symbol, so that it is no point.
    """
    if over in free_symbols(point := exact(at)):
        raise ValueError(f"{over.name} = {point} is no point: it depends on {over.name}")
    return point


def other(symbol: Symbol) -> Symbol:
    """A second variable of the same domain."""
    return Symbol(f"{symbol.name}_other", symbol.domain, None if symbol.latex is None else f"{{{symbol.latex}}}'")


def continuous(term: Term) -> Term:
    """The term, which has neither limits nor integrals in it.

    Raises:
        TypeError: where it has.
    """
    if any(isinstance(part, Limit | Integral) for part in subterms(unfolded(term))):
        raise TypeError(f"{term} has a limit or an integral in it, and is not known to be continuous")
    return term


def _located(over: Symbol, at: Any, between: Ends | None) -> tuple[Term | None, tuple[Term | None, Term | None] | None]:
    if (at is None) == (between is None):
        raise ValueError("say where it is, or between which points")
    if between is None:
        return place(over, at), None
    low, high = (None if each is None else exact(each) for each in between)
    return None, (low, high)


def _curved(term: Any, over: tuple[Symbol, ...], is_strict: bool, *, is_convex: bool) -> Concave:
    if not 1 <= len(over) <= 2 or (is_strict and len(over) == 2):
        raise ValueError("concavity and convexity are stated in one variable, strictly or not, or in two, not strictly")
    return Concave(exact(term), over, is_strict, is_convex)


def _greatest(term: Any, over: Symbol, cases: tuple[Case, ...], *, or_nothing: bool) -> Greatest:
    if not cases:
        raise ValueError("a point must be given: cases=(case(0),)")
    for each in cases:
        place(over, each.at)
    return Greatest(exact(term), over, cases, or_nothing)


def _inside(over: Symbol, at: Term, *, given: tuple[Claim, ...] = (), strictly: bool = False) -> tuple[Sequent, ...]:
    """The point lies in the symbol's domain, or in its interior."""
    relations = [(claim, STRICT[claim.relation] if strictly else claim.relation) for claim in domain_claims(over)]
    return tuple(Sequent(given, Claim(at, relation, claim.right)) for claim, relation in relations)


def _defined(term: Term) -> Sequent:
    return Sequent((), Claim(term, "=", term))


def _one_root(root: OneRoot) -> tuple[Sequent, ...]:
    return (_defined(root.term), *_sign_change(root))


def _sign_change(root: OneRoot) -> tuple[Sequent, ...]:
    """There is a zero, and beside any zero the signs are as they should be, so that there is no other."""
    relations = ("<", ">") if root.before < 0 else (">", "<")
    if root.at is not None:
        below, above = Claim(root.over, "<", root.at), Claim(root.over, ">", root.at)
        vanishing = Claim(substitute(root.term, {root.over: root.at}), "=", 0)
        sides = (Sequent((given,), Claim(root.term, relation, 0)) for given, relation in zip((below, above), relations, strict=True))
        return (*_inside(root.over, root.at), Sequent((), vanishing), *sides)
    second = other(root.over)
    if second.name in {symbol.name for symbol in free_symbols(root.term)}:
        raise ValueError(f"{second.name} is needed as a second variable; rename it")
    vanishing, there = Claim(root.term, "=", 0), substitute(root.term, {root.over: second})
    sides = (
        Sequent((vanishing, Claim(second, side, root.over)), Claim(there, relation, 0), may_be_empty=True)
        for side, relation in zip(("<", ">"), relations, strict=True)
    )
    return (*_bracketed(root, relations), *sides)


def _monotone(slope: OneRoot) -> tuple[Sequent, ...]:
    """What is necessary for the term to rise and fall as it should: a slope that vanishes at single points is no fault."""
    if slope.at is None:
        return ()
    sides = zip(("<", ">"), ("<=", ">=") if slope.before < 0 else (">=", "<="), strict=True)
    return tuple(Sequent((Claim(slope.over, side, slope.at),), Claim(slope.term, relation, 0)) for side, relation in sides)


def _bracketed(root: OneRoot, relations: tuple[str, str]) -> tuple[Sequent, ...]:
    """The signs at the two points, in order and in the domain, or the limits at its ends; others may serve where these do not."""
    if root.between is None:
        return ()
    low, high = root.between
    shown: list[Claim] = [] if low is None or high is None else [Claim(low, "<", high)]
    for at, relation, is_low in ((low, relations[0], True), (high, relations[1], False)):
        if at is None:
            shown.append(_infinite(root, relation, is_low=is_low))
        else:
            shown += [claim.subs({root.over: at}) for claim in domain_claims(root.over)]
            shown.append(Claim(substitute(root.term, {root.over: at}), relation, 0))
    return tuple(Sequent((), claim, sharp=False) for claim in shown)


def _infinite(root: OneRoot, relation: str, *, is_low: bool) -> Claim:
    end = root.over.domain.low if is_low else root.over.domain.high
    if is_low and end is None:
        raise ValueError(f"a limit at minus infinity is not stated; give a point below the zero of {root.term}")
    limit = Limit(root.term, root.over, None if end is None else exact(end))
    return Claim(limit, "=", INFINITY if relation == ">" else Negative(INFINITY))


def _extremum(extremum: Extremum) -> tuple[Sequent, ...]:
    term, over, at = extremum.term, extremum.over, extremum.at
    second, relation = At(Derivative(term, over, 2), over, at), ">" if extremum.is_minimum else "<"
    first = (*_inside(over, at, strictly=True), Sequent((), stationary_at(term, over=over, at=at)))
    return (*first, Sequent((), Claim(second, f"{relation}=", 0)), Sequent((), Claim(second, relation, 0), sharp=False))


def _concave(curved: Concave) -> tuple[Sequent, ...]:
    relation = (">" if curved.is_convex else "<") + ("" if curved.is_strict else "=")
    goals = [Claim(Derivative(curved.term, symbol, 2), relation, 0) for symbol in curved.over]
    if curved.is_strict:  # -x**4 is strictly concave, though its second derivative vanishes at 0
        return (*(Sequent((), Claim(each.left, f"{each.relation}=", 0)) for each in goals), *(Sequent((), each, sharp=False) for each in goals))
    if len(curved.over) == 2:
        one, two = curved.over
        mixed = Derivative(Derivative(curved.term, one), two)
        goals.append(Claim(Derivative(curved.term, one, 2) * Derivative(curved.term, two, 2) - mixed**2, ">=", 0))
    return tuple(Sequent((), goal) for goal in goals)


def _by_cases(statement: Greatest) -> tuple[Sequent, ...]:
    shown: list[Sequent] = []
    for each in statement.cases:
        given = () if each.when is None else (each.when,)
        value = substitute(statement.term, {statement.over: each.at})
        shown += [*_inside(statement.over, each.at, given=given), Sequent(given, Claim(statement.term, "<=", value))]
        shown += [Sequent(given, Claim(value, ">=", 0))] if statement.or_nothing else []
    return (*shown, *_covering(statement))


def _covering(statement: Greatest) -> tuple[Sequent, ...]:
    """The cases leave nothing out, or what they leave out is no reason to take part; where one is not defined, none is excluded."""
    whens = [each.when for each in statement.cases if each.when is not None]
    if len(whens) < len(statement.cases):
        return ()
    defined = tuple(_defined(side) for when in whens for side in (when.left, when.right))
    outside = tuple(when.negation for when in whens)
    if statement.or_nothing:
        return (*defined, Sequent(outside, Claim(statement.term, "<=", 0)))
    return (*defined, Sequent(outside[:-1], whens[-1], sharp=False))
