"""Descending: a term in several symbols is least, in one of them, at an end of its interval or where its slope turns.

With all other symbols fixed, the assumptions that bound a symbol leave an interval of its values. If the term divided by
something positive rises throughout, it is at least its value at the low end, and likewise for falling; if it first falls
and then rises, at least its value in between. That value depends on fewer symbols.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checks.enclosures.points import ALLOWED
from checks.engines.balls.factoring import Slope, slopes
from checks.engines.balls.knowledge import Knowledge, Unsettled, in_normal_form
from checks.engines.balls.rendering import element_term
from checks.engines.balls.solving import solution
from checks.language.claims import Claim
from checks.language.differentiation import NotDifferentiable, derivative
from checks.language.terms import Negative, Quotient, Sum, Symbol, Term, exact
from checks.language.walking import free_symbols
from checks.normal_forms.binding import substituted
from checks.normal_forms.ring import OutOfClass

ZERO = exact(0)
TRIED = 3
UP, DOWN = (">", ">="), ("<", "<=")
Sign = Callable[[Term, int], int]


@dataclass(frozen=True, slots=True)
class Bound:
    """An assumption that a symbol lies on one side of a term without it."""

    relation: str
    value: Term


@dataclass(frozen=True, slots=True)
class Interval:
    """The bounds of a symbol, and what is known when it is not spoken of."""

    symbol: Symbol
    bounds: tuple[Bound, ...]
    others: Knowledge

    def holds_at(self, value: Term) -> bool:
        """Whether a value lies in the interval or at its ends, wherever the rest is met."""
        return all(self._meets(value, bound) for bound in self.bounds)

    def _meets(self, value: Term, bound: Bound) -> bool:
        relation = ">=" if bound.relation in UP else "<="
        return value == bound.value or is_visible(Claim(value, relation, bound.value), self.others)


def is_visible(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the sign rules of normal forms show a claim."""
    try:
        difference = Sum((claim.left, Negative(claim.right)))
        return in_normal_form(knowledge, lambda forms: forms.signs.of_element(forms.of(difference)) <= ALLOWED[claim.relation])
    except Unsettled:
        return False


def interval_of(symbol: Symbol, given: tuple[Claim, ...], facts: tuple[Claim, ...]) -> Interval | None:
    """The interval in which the assumptions keep a symbol; None where one of them speaks of it otherwise."""
    bounds, others = [], []
    for claim in given:
        bound = _bound(claim, symbol)
        if bound is not None:
            bounds.append(bound)
        elif symbol in claim.symbols:
            return None
        else:
            others.append(claim)
    domain = symbol.domain
    if domain.low is not None:
        bounds.append(Bound(">=" if domain.includes_low else ">", exact(domain.low)))
    if domain.high is not None:
        bounds.append(Bound("<=" if domain.includes_high else "<", exact(domain.high)))
    others += [fact for fact in facts if symbol not in fact.symbols]
    return Interval(symbol, tuple(bounds), Knowledge((), tuple(others)))


def _bound(claim: Claim, symbol: Symbol) -> Bound | None:
    for side in (claim, claim.mirrored):
        if side.left == symbol and symbol not in free_symbols(side.right) and side.relation in (*UP, *DOWN):
            return Bound(side.relation, side.right)
    return None


def least_values(term: Term, interval: Interval, knowledge: Knowledge, sign: Sign) -> Iterator[Term]:
    """Terms without the symbol that are at most the given one divided by something positive.

    Args:
        term: of which a lower bound is sought.
        interval: of the symbol.
        knowledge: what holds in the interval.
        sign: of a factor to a multiplicity; it raises `Unsettled` where that is not known.

    Raises:
        Unsettled: where the term cannot be differentiated.
    """
    for slope in slopes(term, interval.symbol, knowledge)[:TRIED]:
        try:
            quotient = _quotient(term, slope, knowledge)
            yield from _lowest(quotient, slope, interval, knowledge, sign)
        except (Unsettled, NotDifferentiable, OutOfClass):
            continue


def _quotient(term: Term, slope: Slope, knowledge: Knowledge) -> Term:
    divided = Quotient(term, slope.divisor)
    positive = divided if slope.sign > 0 else Negative(divided)
    return in_normal_form(knowledge, lambda forms: element_term(forms.ring, forms.of(positive)))


def _lowest(quotient: Term, slope: Slope, interval: Interval, knowledge: Knowledge, sign: Sign) -> Iterator[Term]:
    direction = slope.slope.sign * slope.sign
    turning: Term | None = None
    pending: list[tuple[Term, int]] = []
    for factor, multiplicity in slope.slope.factors:
        zeros = solution(factor, interval.symbol, knowledge) if multiplicity % 2 and interval.symbol in free_symbols(factor) else None
        if zeros and turning is None and interval.holds_at(zeros[0]):
            turning = zeros[0]
            direction *= _rise(factor, interval.symbol, knowledge)
        else:
            pending.append((factor, multiplicity))
    for factor, multiplicity in pending:
        direction *= sign(factor, multiplicity)
    if direction == 0:
        return
    if turning is not None:
        if direction > 0:
            yield from _at(quotient, turning, interval)
        return
    for bound in interval.bounds:
        if bound.relation in (UP if direction > 0 else DOWN) and interval.holds_at(bound.value):
            yield from _at(quotient, bound.value, interval)


def _rise(factor: Term, symbol: Symbol, knowledge: Knowledge) -> int:
    """The direction in which a factor that has one zero passes it: that of its derivative, where it has a sign throughout."""
    slope = derivative(factor, symbol)
    signs = in_normal_form(knowledge, lambda forms: forms.signs.of_element(forms.of(slope)))
    if len(signs) != 1:
        raise Unsettled(f"whether {factor} rises or falls is not known")
    return min(signs)


def _at(quotient: Term, value: Term, interval: Interval) -> Iterator[Term]:
    """The value, where it is defined, so that the term is continuous there."""
    at = substituted(quotient, {interval.symbol: value})
    yield in_normal_form(interval.others, lambda forms: element_term(forms.ring, forms.ring.reduced(forms.of(at))))
