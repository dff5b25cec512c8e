"""Contexts: what an obligation's assumptions say of signs, on the whole domain or on an open interval of one variable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from checks.engines.signs.analysis import Analysis
from checks.engines.signs.effort import Effort
from checks.engines.signs.faults import Unsettled
from checks.engines.signs.lines import Line
from checks.engines.signs.points import Point, point
from checks.engines.signs.remembering import RememberedSigns
from checks.language.claims import Claim, bound_of
from checks.language.terms import E, Number, Symbol, Term, exact
from checks.language.walking import subterms
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import OutOfClass, Ring
from checks.normal_forms.signs import ALLOWED, NOT_NEGATIVE, PLUS, Contradiction
from checks.obligations import Obligation

Answer = TypeVar("Answer")
HINT_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Bound:
    """A symbol's bound: `symbol relation term`, with a term that is free of the symbol."""

    relation: str
    term: Term

    @property
    def is_low(self) -> bool:
        """Whether it bounds from below."""
        return self.relation in (">", ">=")

    @property
    def is_closed(self) -> bool:
        """Whether the bound itself is allowed."""
        return self.relation in (">=", "<=")


@dataclass(frozen=True, slots=True)
class Stretch:
    """An interval in which the assumptions place a variable; a bound of None is infinite."""

    symbol: Symbol
    low: Bound | None
    high: Bound | None

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """The bounds that there are."""
        return tuple(bound for bound in (self.low, self.high) if bound is not None)


def learned(ring: Ring, claims: Iterable[Claim]) -> NormalForms:
    """Normal forms that know the claims; those that are outside their class are left out, which is safe.

    Raises:
        Contradiction: where the claims contradict one another.
    """
    forms = NormalForms(ring, RememberedSigns(ring))
    waiting = [claim for claim in claims if not _bounded(forms, claim)]
    for _ in range(2):
        waiting = [claim for claim in waiting if not _assumed(forms, claim)]
    return forms


def _bounded(forms: NormalForms, claim: Claim) -> bool:
    bound = bound_of(claim)
    if bound is not None:
        forms.signs.assume_bound(*bound)
    return bound is not None


def _assumed(forms: NormalForms, claim: Claim) -> bool:
    try:
        difference = forms.of(claim.left) - forms.of(claim.right)
    except OutOfClass:
        return False
    forms.signs.assume(difference, ALLOWED[claim.relation])
    return True


def is_contradictory(obligation: Obligation) -> bool:
    """Whether the assumptions visibly contradict one another."""
    try:
        with_fine_roots(lambda ring: learned(ring, obligation.assumptions))
    except Contradiction:
        return True
    except OutOfClass:
        return False
    return False


def analysis(ring: Ring, obligation: Obligation, stretch: Stretch, effort: Effort) -> tuple[NormalForms, Analysis]:
    """Normal forms and the analysis on the open interval, under what is assumed of the other variables only.

    What is known of signs then holds for every value of the variable between the bounds. Assumptions about the variable
    that are no bounds may hold here and there only; with them, a derivative's sign would be false in between.

    Raises:
        Unsettled: where the bounds are not known to lie in the variable's domain.
        OutOfClass: where they are not known to be defined.
    """
    effort.spend(1)
    symbol = stretch.symbol
    forms = learned(ring, (claim for claim in obligation.assumptions if symbol not in claim.symbols))
    low, high = (_end(forms, symbol, bound, is_low=is_low) for bound, is_low in ((stretch.low, True), (stretch.high, False)))
    return forms, Analysis(Line(forms.signs, symbol, low, high), _hints(forms, obligation, symbol), effort)


def _end(forms: NormalForms, symbol: Symbol, bound: Bound | None, *, is_low: bool) -> Point | None:
    """The end of the line; that the variable lies beyond it is learned.

    The normal forms know the symbol's whole domain, so that the line must lie within it.
    """
    edge = symbol.domain.low if is_low else symbol.domain.high
    if bound is None:
        if edge is not None:
            raise Unsettled("the domain has an end there")
        return None
    value = forms.of(bound.term)
    if edge is not None:
        gap = value - forms.of(exact(edge))
        if not forms.signs.of_element(gap if is_low else -gap) <= NOT_NEGATIVE:
            raise Unsettled(f"is {bound.term} {'>=' if is_low else '<='} {edge}?")
    if value.rational is not None:
        forms.signs.assume_bound(symbol, ">" if is_low else "<", value.rational)
    else:
        distance = forms.of(symbol) - value
        forms.signs.assume(distance if is_low else -distance, PLUS)
    return point(forms.signs, value)


def _hints(forms: NormalForms, obligation: Obligation, symbol: Symbol) -> tuple[Point, ...]:
    """Points at which functions often vanish: the other variables, and the numbers and sides in sight."""
    sides = [side for claim in (obligation.claim, *obligation.assumptions) for side in (claim.left, claim.right)]
    numbers = {part for side in sides for part in subterms(side) if isinstance(part, Number)}
    terms = [*obligation.variables, exact(1), E, *sides, *sorted(numbers, key=lambda each: each.value), exact(0)]
    found: dict[str, Point] = {}
    for term in terms:
        try:
            value = forms.of(term)
        except OutOfClass:
            continue
        if not any(symbol in forms.ring.symbols_inside(index) for index in value.generators):
            found.setdefault(f"{value.numerator}/{value.denominator}", point(forms.signs, value))
    return tuple(found.values())[:HINT_LIMIT]
