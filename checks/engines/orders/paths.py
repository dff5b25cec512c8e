"""Paths: ways on which the growing symbols tend to infinity and the ranging ones move, to see an order fail."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from checks.engines.orders.cases import Case
from checks.engines.orders.expansion import Expansion
from checks.engines.orders.faults import NotDefined, SignMissing, Undecidable
from checks.engines.orders.field import Field
from checks.engines.orders.outcomes import Fails, Outcome
from checks.engines.orders.relations import order_outcome, require_met
from checks.language.claims import Claim, domain_claims
from checks.language.domains import POSITIVE, Interval
from checks.language.orders import Order
from checks.language.terms import Number, Power, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.vocabulary import exp, log
from checks.language.walking import real
from checks.normal_forms.binding import substituted, substituted_in
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import OutOfClass, Ring

TIME = Symbol("t", POSITIVE)
PATH_LIMIT = 500
HALF = Number(Fraction(1, 2))
SPEEDS: tuple[Term, ...] = (TIME, Power(TIME, real(exact(2))), Power(TIME, real(exact(3))), Power(TIME, HALF), exp(TIME), log(TIME))
RANGES: tuple[Term, ...] = (TIME, Power(TIME, real(exact(2))), exp(TIME), log(TIME), Power(exp(TIME), TIME))


@dataclass(frozen=True, slots=True)
class Way:
    """What each symbol is along a path."""

    put: dict[Symbol, Term]

    def __str__(self) -> str:
        return ", ".join(f"{symbol.name} = {term}" for symbol, term in self.put.items()) + ", t -> oo"


def failure(case: Case, order: Order, speeds: Mapping[Symbol, Fraction]) -> Outcome | None:
    """The failure of a joint or uniform order along some path, all other parameters being numbers."""
    for way in itertools.chain(_hinted(order, speeds), itertools.islice(ways(case, order), PATH_LIMIT)):
        try:
            outcome = with_fine_roots(lambda ring, way=way: _along(ring, case, order, way))  # type: ignore[misc]
        except (OutOfClass, SignMissing, NotDefined):
            continue
        if isinstance(outcome, Fails):
            return Fails(outcome.says, {"path": str(way)})
    return None


def _hinted(order: Order, speeds: Mapping[Symbol, Fraction]) -> Iterator[Way]:
    symbols = (*order.growing, *order.ranging)
    if all(symbol in speeds for symbol in symbols):
        yield Way({symbol: Power(TIME, real(Number(speeds[symbol]))) for symbol in symbols})


def ways(case: Case, order: Order) -> Iterator[Way]:
    """The paths tried, plain ones first."""
    choices = [list(SPEEDS) for _ in order.growing]
    choices[0] = choices[0] if len(order.growing) > 1 else [TIME, exp(TIME)]
    choices += [list(_within(_domain(symbol, case.assumptions))) for symbol in order.ranging]
    symbols = (*order.growing, *order.ranging)
    indices = sorted(itertools.product(*(range(len(each)) for each in choices)), key=lambda each: (sum(each), each))
    for chosen in indices:
        yield Way({symbol: choice[index] for symbol, choice, index in zip(symbols, choices, chosen, strict=True)})


def _domain(symbol: Symbol, assumptions: tuple[Claim, ...]) -> Interval:
    """Where a symbol lies, as far as assumptions compare it with numbers."""
    domain = symbol.domain
    for claim in assumptions:
        for side in (claim, claim.mirrored):
            if side.left == symbol and isinstance(side.right, Number) and side.relation not in ("=", "!="):
                try:
                    domain = domain.cut(side.relation, side.right.value)
                except ValueError:
                    return symbol.domain
    return domain


def _within(domain: Interval) -> Iterator[Term]:
    """Paths in an interval: to its ends, fast and slowly, and points of it."""
    if domain.high is None:
        yield from RANGES
    for end, sign in ((domain.high, -1), (domain.low, 1)):
        if end is None:
            continue
        included = domain.includes_high if sign < 0 else domain.includes_low
        if included:
            yield Number(end)
        for step in RANGES:
            yield Sum((Number(end), Product((exact(sign), Quotient(exact(1), step)))))
    if domain.low is not None and domain.high is not None:
        yield Number((domain.low + domain.high) / 2)
    elif domain.low is not None:
        yield Number(domain.low + 1)


def _along(ring: Ring, case: Case, order: Order, way: Way) -> Outcome:
    """The order along a path on which every growing symbol tends to infinity and everything assumed is met."""
    field = Field.under(ring, ())
    expansion = Expansion(field, TIME)
    for symbol in order.growing:
        if expansion.series.sums.limit(expansion.of(way.put[symbol])) != 1:
            raise Undecidable(f"{symbol.name} does not tend to infinity")
    claims = [claim for symbol in way.put for claim in domain_claims(symbol)]
    require_met(expansion, tuple(substituted_in(claim, way.put) for claim in (*claims, *case.assumptions)))
    along = Order(substituted(order.left, way.put), order.relation, substituted(order.right, way.put), (TIME,))
    return order_outcome(field, along, ())
