"""False twins: an obligation with one thing changed, so that it says something else and mostly something false.

The changes are mechanical and in order: signs, coefficients, exponents, terms and factors, relations, assumptions.
An assumption that is not cited takes the earlier results with it, since they may rest on it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from checks.language.claims import Claim
from checks.language.terms import Negative, Number, Power, Product, Sum, Term
from checks.language.walking import parts, rebuild
from checks.obligations import Obligation

SIGN, COEFFICIENT, EXPONENT = "a sign flipped", "a coefficient changed", "an exponent changed"
DROPPED, RELATION, UNCITED = "a term dropped", "a relation reversed", "an assumption not cited"
KINDS = (SIGN, COEFFICIENT, EXPONENT, DROPPED, RELATION, UNCITED)
REVERSED = {"=": ("!=", "<", ">"), "!=": ("=",), "<": (">", ">=", "="), "<=": (">", "<", "="), ">": ("<", "<=", "="), ">=": ("<", ">", "=")}
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Twin:
    """A changed obligation, the kind of change, and in words what was changed."""

    kind: str
    name: str
    obligation: Obligation


@dataclass(frozen=True, slots=True)
class Change:
    """A term with one thing changed in it."""

    kind: str
    what: str
    term: Term


def twins(obligation: Obligation) -> tuple[Twin, ...]:
    """All twins, each once, those that say the same as the obligation left out; the names are distinct."""
    met, found = {obligation.bare.digest}, list[Twin]()
    names = dict[str, int]()
    for twin in _all(obligation):
        if (digest := twin.obligation.bare.digest) not in met:
            met.add(digest)
            names[twin.name] = names.get(twin.name, 0) + 1
            again = f", occurrence {names[twin.name]}" if names[twin.name] > 1 else ""
            found.append(Twin(twin.kind, twin.name + again, twin.obligation))
    return tuple(found)


def sample(found: tuple[Twin, ...], each_kind: int) -> tuple[Twin, ...]:
    """At most so many twins of each kind, the same ones on every machine."""
    ordered = sorted(found, key=lambda twin: hashlib.sha256(twin.obligation.content.encode()).hexdigest())
    return tuple(twin for kind in KINDS for twin in [each for each in ordered if each.kind == kind][:each_kind])


def _all(obligation: Obligation) -> Iterator[Twin]:
    goal = obligation.goal
    for change in _of_side(goal.left):
        yield _with_goal(obligation, change.kind, f"{change.what}, on the left", Claim(change.term, goal.relation, goal.right))
    for change in _of_side(goal.right):
        yield _with_goal(obligation, change.kind, f"{change.what}, on the right", Claim(goal.left, goal.relation, change.term))
    for relation in REVERSED[goal.relation]:
        yield _with_goal(obligation, RELATION, f"{goal.relation} turned into {relation}", Claim(goal.left, relation, goal.right))
    for index, claim in enumerate(obligation.assumptions):
        kept = obligation.assumptions[:index] + obligation.assumptions[index + 1 :]
        yield Twin(UNCITED, f"{_short(claim)} not cited", Obligation(kept, goal))


def _with_goal(obligation: Obligation, kind: str, name: str, goal: Claim) -> Twin:
    return Twin(kind, name, Obligation(obligation.assumptions, goal, obligation.lemmas))


def _of_side(side: Term) -> Iterator[Change]:
    yield Change(SIGN, "the whole side negated", _negated(side))
    yield Change(COEFFICIENT, "the whole side doubled", Product((Number(Fraction(2)), side)))
    yield from _changes(side)


def _changes(term: Term) -> Iterator[Change]:
    """One change at the term itself or somewhere inside."""
    yield from _here(term)
    for index, part in enumerate(parts(term)):
        for change in _inside(term, index, part):
            yield Change(change.kind, change.what, _with_part(term, index, change.term))


def _inside(term: Term, index: int, part: Term) -> Iterator[Change]:
    """A number that is an exponent changes as an exponent, any other part as itself."""
    if isinstance(term, Power) and index == 1 and isinstance(part, Number):
        return
    yield from _changes(part)


def _here(term: Term) -> Iterator[Change]:
    match term:
        case Sum(terms) if len(terms) > 1:
            for index, part in enumerate(terms):
                yield Change(SIGN, f"the sign of {_short(part)} flipped", _with_part(term, index, _negated(part)))
            for index, part in enumerate(terms):
                yield Change(DROPPED, f"the term {_short(part)} dropped", _without(terms, index, Sum))
        case Product(factors) if len(factors) > 1:
            for index, part in enumerate(factors):
                yield Change(DROPPED, f"the factor {_short(part)} dropped", _without(factors, index, Product))
        case Negative(inner):
            yield Change(SIGN, f"the sign of {_short(term)} flipped", inner)
        case Number(value):
            yield Change(COEFFICIENT, f"{value} changed to {value + 1}", Number(value + 1))
        case Power(base, Number(value)):
            yield Change(EXPONENT, f"the exponent of {_short(term)} changed to {value + 1}", Power(base, Number(value + 1)))
        case Power(base, exponent):
            yield Change(SIGN, f"the sign of the exponent of {_short(term)} flipped", Power(base, _negated(exponent)))
            yield Change(EXPONENT, f"the exponent of {_short(term)} raised by 1", Power(base, Sum((exponent, Number(Fraction(1))))))
            yield Change(EXPONENT, f"the exponent of {_short(term)} doubled", Power(base, Product((Number(Fraction(2)), exponent))))


def _negated(term: Term) -> Term:
    return term.term if isinstance(term, Negative) else Negative(term)


def _without(items: tuple[Term, ...], index: int, whole: Callable[[tuple[Term, ...]], Term]) -> Term:
    left = items[:index] + items[index + 1 :]
    return whole(left) if len(left) > 1 else left[0]


def _with_part(term: Term, index: int, new: Term) -> Term:
    """The term with one of its immediate subterms replaced, by position."""
    positions = iter(range(len(parts(term))))
    return rebuild(term, lambda part: new if next(positions) == index else part)


def _short(item: Term | Claim) -> str:
    text = str(item)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
