"""Cases: what must be shown for a formula to hold, each a claim under claims; nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checks.language.claims import Claim
from checks.language.definedness import NoSuchConditions, conditions
from checks.language.orders import Goal, Order
from checks.language.propositions import Implies, sequents
from checks.language.terms import INFINITY, Negative, Symbol, Term
from checks.language.walking import substitute
from checks.obligations import TRUTH
from checks.reading.formulas import Both, Chosen, Denied, Either, Equivalent, ForAll, Formula, If

MOST = 64
TRUE = Both(())
Claims = tuple[Claim, ...]


class Unaskable(ValueError):
    """A formula that makes sense, but that engines cannot be asked about."""


@dataclass(frozen=True, slots=True)
class Case:
    """A goal under hypotheses.

    Attributes:
        sharp, against: what its answer means for the formula, as for sequents of propositions.
        may_be_empty: whether the formula holds too if the hypotheses contradict one another.
    """

    hypotheses: Claims
    goal: Goal
    sharp: bool = True
    against: bool = False
    may_be_empty: bool = False


def cases(formula: Formula, given: Formula = TRUE) -> tuple[Case, ...]:
    """All that must be shown where what is given holds.

    Raises:
        Unaskable: where that cannot be said by claims under claims.
    """
    found = list[Case]()
    for case in _met(assumed(given), (), formula):
        found.append(case)
        if len(found) > MOST:
            raise Unaskable(f"the claim splits into over {MOST} cases; split it")
    return tuple(found) or (Case((), TRUTH),)


def _cases(formula: Formula, given: Claims) -> Iterator[Case]:
    match formula:
        case Claim() | Order():
            yield Case(given, formula)
        case Both(parts):
            for part in parts:
                yield from _cases(part, given)
        case Either(parts):
            yield from _either(parts, given)
        case Denied(part):
            yield from _cases(denied(part), given)
        case If(condition, consequence):
            yield from _met(assumed(condition), given, consequence)
        case Equivalent(left, right):
            yield from (*_defined(left, given), *_defined(right, given))
            yield from _possibly_empty((*_implied(left, right, given), *_implied(right, left, given)), True)
        case Chosen(symbol, value, part):
            chosen = (*_term_defined(value, given), *_cases(put(part, symbol, value), given))
            yield from (replace(case, sharp=False) for case in chosen)
        case ForAll(_, bounds, part):
            yield from _cases(part, given + bounds)
        case _:
            for each in sequents(formula, given):
                yield Case(() if each.against else (*given, *each.hypotheses), each.goal, each.sharp, each.against, each.may_be_empty)


def _met(alternatives: tuple[Claims, ...], given: Claims, formula: Formula) -> Iterator[Case]:
    """The cases of a formula under each alternative, and whether one of these can be met where the cases do not ask that."""
    found = [_cases(formula, given + alternative) for alternative in alternatives]
    split = len(found) > 1
    several = [case for each in found for case in _possibly_empty(each, split)]
    yield from several
    if all(case.may_be_empty for case in several):
        for alternative in alternatives:
            if given or alternative:
                yield Case(given + alternative, TRUTH, may_be_empty=split)


def _implied(condition: Formula, consequence: Formula, given: Claims) -> Iterator[Case]:
    for alternative in assumed(condition):
        yield from _cases(consequence, given + alternative)


def _possibly_empty(found: Iterator[Case] | tuple[Case, ...], empty: bool) -> Iterator[Case]:
    for case in found:
        yield replace(case, may_be_empty=case.may_be_empty or empty)


def _either(parts: tuple[Formula, ...], given: Claims) -> Iterator[Case]:
    """Where the first fails, one of the others holds; orders, which cannot be denied, come last."""
    first, *rest = sorted(parts, key=lambda part: isinstance(part, Order))
    if not rest:
        yield from _cases(first, given)
        return
    yield from _defined(first, given)
    for alternative in assumed(denied(first)):
        yield from _possibly_empty(_either(tuple(rest), given + alternative), True)


def _defined(formula: Formula, given: Claims) -> Iterator[Case]:
    """Whether it holds or not, it is defined; of and, or, implies what comes later where it matters."""
    match formula:
        case Claim(left, _, right):
            yield from (*_term_defined(left, given), *_term_defined(right, given))
        case Both(parts) | Either(parts):
            for index, part in enumerate(parts):
                before = parts[:index] if isinstance(formula, Both) else tuple(Denied(each) for each in parts[:index])
                for alternative in assumed(Both(before)):
                    yield from _possibly_empty(_defined(part, given + alternative), index > 0)
        case Denied(part):
            yield from _defined(part, given)
        case If(condition, consequence):
            yield from _defined(Either((Denied(condition), consequence)), given)
        case Equivalent(left, right):
            yield from (*_defined(left, given), *_defined(right, given))
        case _:
            raise Unaskable(f"{_kind(formula)} cannot stand on a side of 'or' or '<=>'")


def _term_defined(term: Term, given: Claims) -> Iterator[Case]:
    """A term is defined where it equals itself; that is not asked where it always is."""
    if not _is_total(term):
        yield Case(given, Claim(term, "=", term))


def _is_total(term: Term) -> bool:
    try:
        return not conditions(term)
    except NoSuchConditions:
        return False


def assumed(formula: Formula) -> tuple[Claims, ...]:
    """The alternatives under which the formula holds, each a conjunction.

    Raises:
        Unaskable: where it is no combination of claims.
    """
    found: tuple[Claims, ...] = ((),)
    match formula:
        case Claim():
            if formula.right in (INFINITY, Negative(INFINITY)):
                raise Unaskable("that a limit is infinite cannot be assumed")
            return ((formula,),)
        case Both(parts):
            for part in parts:
                found = _few(tuple(before + after for before in found for after in assumed(part)))
            return found
        case Either(parts):
            return _few(tuple(alternative for part in parts for alternative in assumed(part)))
        case Denied(part):
            return assumed(denied(part))
        case If(condition, consequence):
            return assumed(Either((Denied(condition), consequence)))
        case Equivalent(left, right):
            return assumed(Either((Both((left, right)), Both((Denied(left), Denied(right))))))
        case Implies(hypotheses, conclusion):
            return assumed(Either((Denied(Both(hypotheses)), conclusion)))
        case _:
            raise Unaskable(f"{_kind(formula)} cannot be assumed")


def _few(alternatives: tuple[Claims, ...]) -> tuple[Claims, ...]:
    if len(alternatives) > MOST:
        raise Unaskable(f"what is assumed splits into over {MOST} cases; split the claim")
    return alternatives


def denied(formula: Formula) -> Formula:
    """The formula that holds where this one, being defined, does not.

    Raises:
        Unaskable: where none of the language says that.
    """
    match formula:
        case Claim():
            if formula.right in (INFINITY, Negative(INFINITY)):
                raise Unaskable("that a limit is not infinite is no claim")
            return formula.negation
        case Both(parts):
            return Either(tuple(Denied(part) for part in parts))
        case Either(parts):
            return Both(tuple(Denied(part) for part in parts))
        case Denied(part):
            return part
        case If(condition, consequence):
            return Both((condition, Denied(consequence)))
        case Equivalent(left, right):
            return Either((Both((left, Denied(right))), Both((Denied(left), right))))
        case _:
            raise Unaskable(f"{_kind(formula)} cannot be denied")


def _kind(formula: Formula) -> str:
    match formula:
        case Order():
            return "an order"
        case Chosen():
            return "'exists'"
        case ForAll():
            return "'for all'"
        case _:
            return f"{type(formula).__name__.lower()!r}"


def put(formula: Formula, symbol: Symbol, value: Term) -> Formula:
    """The formula with the value in the place of a symbol.

    Raises:
        Unaskable: where the value would be captured.
    """
    try:
        return _put(formula, symbol, value)
    except ValueError as fault:
        raise Unaskable(str(fault)) from None


def _put(formula: Formula, symbol: Symbol, value: Term) -> Formula:
    match formula:
        case Claim() | Order():
            return formula.subs({symbol: value})
        case Both(parts):
            return Both(tuple(_put(part, symbol, value) for part in parts))
        case Either(parts):
            return Either(tuple(_put(part, symbol, value) for part in parts))
        case Denied(part):
            return Denied(_put(part, symbol, value))
        case If(condition, consequence):
            return If(_put(condition, symbol, value), _put(consequence, symbol, value))
        case Equivalent(left, right):
            return Equivalent(_put(left, symbol, value), _put(right, symbol, value))
        case Chosen(other, inner, part):
            inside = part if other == symbol else _put(part, symbol, value)
            return Chosen(other, substitute(inner, {symbol: value}), inside)
        case ForAll(other, bounds, part):
            return ForAll(other, tuple(each.subs({symbol: value}) for each in bounds), _put(part, symbol, value))
        case _:
            raise Unaskable(f"{_kind(formula)} cannot stand below 'exists'")
