"""Joint: orders of several growing symbols, or uniform in ranging ones, proved by enclosing both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checks.engines.orders.cases import Case
from checks.engines.orders.enclosing import Enclosing
from checks.engines.orders.faults import NotDefined, SignMissing
from checks.engines.orders.field import Field
from checks.engines.orders.outcomes import Holds, Outcome, Unsettled
from checks.engines.orders.polyhedra import LOGARITHMS, Comparison, Tie
from checks.engines.orders.shapes import Monomial, Quantity, Shape, products
from checks.engines.orders.written import written
from checks.language.claims import Claim
from checks.language.domains import Interval
from checks.language.orders import Order
from checks.language.terms import Negative, Number, Sum, Symbol, Term
from checks.language.walking import substitute
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.ring import OutOfClass

SHOWN = "all exponents compared by linear programming"


def pieces(case: Case) -> Iterator[Case]:
    """The case with every ranging symbol positive: where one may also be zero or negative, each on its own."""
    order = case.goal
    if not isinstance(order, Order):
        yield case
        return
    for symbol in order.ranging:
        domain = symbol.domain
        if domain.low is not None and (domain.low > 0 or (domain.low == 0 and not domain.includes_low)):
            continue
        for value, fresh in _signed(symbol):
            ranging = tuple(each for each in (fresh if other == symbol else other for other in order.ranging) if each is not None)
            put = {symbol: value}
            try:
                goal = Order(substitute(order.left, put), order.relation, substitute(order.right, put), order.growing, ranging)
                yield from pieces(replace(case, goal=goal, assumptions=tuple(claim.subs(put) for claim in case.assumptions)))
            except ValueError as fault:
                raise OutOfClass(str(fault)) from None
        return
    yield case


def _signed(symbol: Symbol) -> Iterator[tuple[Term, Symbol | None]]:
    """The values of a symbol as a positive one's, zero, and a positive one's negative."""
    domain = symbol.domain
    if domain.high is None or domain.high > 0:
        positive = Symbol(f"{symbol.name}+", domain.cut(">", Fraction(0)))
        yield positive, positive
    if Fraction(0) in domain:
        yield Number(Fraction(0)), None
    if domain.low is None or domain.low < 0:
        below = domain.cut("<", Fraction(0))
        low = None if below.high is None else -below.high
        high = None if below.low is None else -below.low
        negative = Symbol(f"{symbol.name}-", Interval(low, high, below.includes_high, below.includes_low))
        yield Negative(negative), negative


def joint_outcome(field: Field, case: Case, order: Order) -> Outcome:
    """Holds where both sides are enclosed well enough, else unsettled; it never refutes.

    Raises:
        SignMissing: where the sign of a fixed parameter decides.
        Undecidable: where a side cannot be enclosed.
    """
    comparison = Comparison(field, order.growing, order.ranging)
    comparison.ties, comparison.loose = _ties(field, comparison, case.tied)
    enclosing = Enclosing(field, comparison)
    right = enclosing.of(order.right)
    if order.relation == "~":
        enclosing.of(order.left)
        return _compared(comparison, "o", enclosing.of(_difference(field, order)), right, order)
    left = enclosing.of(order.left)
    if order.relation == "Theta":
        first = _compared(comparison, "O", left, right, order)
        second = _compared(comparison, "Omega", left, right, order)
        if isinstance(first, Holds) and isinstance(second, Holds):
            return Holds(f"{first.how}; {second.how}" if first != second else first.how)
        return first if isinstance(second, Holds) else second
    return _compared(comparison, order.relation, left, right, order)


def with_constants(field: Field, case: Case, order: Order, outcome: Outcome) -> Outcome:
    """The outcome of a bound, with a constant and a number from which on it holds where they are found."""
    if not isinstance(outcome, Holds) or order.relation not in ("O", "Omega", "Theta") or case.tied:
        return outcome
    try:
        bounded = joint_outcome(field, case, order)
    except (OutOfClass, SignMissing, NotDefined):
        return outcome
    return Holds(f"{outcome.how}; {bounded.how}") if isinstance(bounded, Holds) and "<=" in bounded.how else outcome


def _compared(comparison: Comparison, relation: str, left: Shape, right: Shape, order: Order) -> Outcome:
    names = order.left, order.right
    if relation == "Omega":
        left, right, names = right, left, (order.right, order.left)
    if left.sign == 0:
        return Holds("one side is 0")
    if right.lower is None or right.sign not in (1, -1):
        return Unsettled(f"no lower bound is seen for |{names[1]}|")
    above, below = products(left.upper, right.below), products(right.lower, left.below)
    for monomial in above:
        fits = comparison.is_smaller(monomial, below) if relation == "o" else comparison.is_bounded(monomial, below)
        if not fits:
            return Unsettled(
                f"a term of {names[0]} is not seen to be {'o' if relation == 'o' else 'O'}({names[1]}) everywhere", comparison.hint, comparison.speeds
            )
    factor = None if relation == "o" else _factor(comparison, above, below)
    if factor is None:
        return Holds(SHOWN)
    where = " and ".join(f"{symbol.name} >= {comparison.threshold}" for symbol in order.growing)
    return Holds(f"|{names[0]}| <= {factor}*|{names[1]}| for {where}")


def _factor(comparison: Comparison, above: tuple[Monomial, ...], below: tuple[Monomial, ...]) -> Fraction | None:
    """The constant of an O, where all factors were kept: each monomial above is then at most the sum of those below."""
    quantities = {quantity for each in (*above, *below) for quantity, _ in each.exponents}
    if comparison.ties or comparison.loose or any(not _is_plain(comparison, quantity) for quantity in quantities):
        return None
    upper = [each.factor for each in above if each.factor is not None]
    lower = [each.factor for each in below if each.factor is not None]
    if len(upper) < len(above) or len(lower) < len(below):
        return None
    return sum(upper, Fraction(0)) / min(lower)


def _is_plain(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the cone that stands for a quantity's domain is the domain itself."""
    if quantity.level >= len(LOGARITHMS):
        return False
    if quantity.symbol in comparison.growing:
        return True
    interval = comparison.field.signs.domain(quantity.symbol)
    low, high = interval.low, interval.high
    return (low is None or low <= 0 or low >= 1) and (high is None or high <= 1)


def _difference(field: Field, order: Order) -> Term:
    """left - right, expanded and cancelled, where the growing symbols are positive."""
    put: dict[Symbol, Term] = {symbol: Symbol(f"{symbol.name}~", Interval(Fraction(1))) for symbol in order.growing}
    forms = NormalForms(field.ring, field.signs)
    element = forms.of(substitute(Sum((order.left, Negative(order.right))), put))
    back = {far: symbol for symbol, far in put.items() if isinstance(far, Symbol)}
    return substitute(written(field.ring, field.ring.reduced(element)), back)


def _ties(field: Field, comparison: Comparison, claims: tuple[Claim, ...]) -> tuple[tuple[Tie, ...], tuple[Tie, ...]]:
    """What assumptions say that compare products of powers: exactly, and up to constant factors."""
    enclosing = Enclosing(field, Comparison(field, comparison.growing, comparison.ranging))
    strict: list[Tie] = []
    loose: list[Tie] = []
    for claim in claims:
        try:
            left, right = enclosing.of(claim.left), enclosing.of(claim.right)
        except (OutOfClass, NotDefined):
            continue
        if not all(side.sign == 1 and side.is_tight and len(side.upper) == 1 and side.below == (Monomial(),) for side in (left, right)):
            continue
        plain = all(_is_plain(comparison, quantity) for side in (left, right) for quantity, _ in side.upper[0].exponents)
        found = strict if left.is_exact and right.is_exact and plain else loose
        pair = left.upper[0].exponents, right.upper[0].exponents
        found += [pair] if claim.relation in ("<", "<=", "=") else []
        found += [pair[::-1]] if claim.relation in (">", ">=", "=") else []
    return tuple(strict), tuple(loose)
