"""Relations: O, o, Omega, Theta and ~ of one growing symbol, all else fixed, by the limit of the ratio."""

from __future__ import annotations

from checks.engines.orders.calculus import carried_out
from checks.engines.orders.expansion import Expansion
from checks.engines.orders.faults import Undecidable
from checks.engines.orders.field import ONE, Field
from checks.engines.orders.outcomes import Fails, Holds, Outcome
from checks.language.claims import Claim
from checks.language.orders import Order
from checks.language.terms import Symbol
from checks.normal_forms.ring import Element
from checks.normal_forms.signs import ALLOWED


def order_outcome(field: Field, order: Order, tied: tuple[Claim, ...]) -> Outcome:
    """Whether an order of one growing symbol holds; `tied` are the assumptions that mention it.

    Raises:
        SignMissing, Undecidable, NotDefined: as expansions do.
    """
    (growing,) = order.growing
    expansion = Expansion(field, growing)
    require_met(expansion, tied)
    carried = [carried_out(side) for side in (order.left, order.right)]
    for term in (term for side in carried for term in side.differentiated):
        Expansion(field, growing, is_strict=True).of(term)
    left, right = (expansion.of(side.term) for side in carried)
    series = expansion.series
    left_vanishes, right_vanishes = series.sums.is_zero(left), series.sums.is_zero(right)
    if left_vanishes and right_vanishes:
        return Holds("both sides are 0 from some point on")
    if right_vanishes:
        return _against_nothing(order, growing, "right")
    if left_vanishes:
        return _against_nothing(order, growing, "left")
    return _judged(field, order, growing, series.sums.limit(series.divide(left, right)))


def require_met(expansion: Expansion, tied: tuple[Claim, ...]) -> None:
    """Refuses assumptions on the growing symbol that are not met from some point on, of which nothing is known."""
    for claim in tied:
        difference = expansion.series.sums.add(expansion.of(claim.left), expansion.series.sums.negative(expansion.of(claim.right)))
        if expansion.series.sums.sign(difference) not in ALLOWED[claim.relation]:
            raise Undecidable(f"{claim} does not hold for all large {expansion.growing.name}")


def _against_nothing(order: Order, growing: Symbol, side: str) -> Outcome:
    is_true = order.relation in (("O", "o") if side == "left" else ("Omega",))
    if is_true:
        return Holds(f"the {side} side is 0 from some point on")
    return Fails(f"the {side} side is 0 for all large {growing.name} and the other is not", _path(growing, "is not bounded or not defined"))


def _judged(field: Field, order: Order, growing: Symbol, ratio: Element | int) -> Outcome:
    """O: finite; Omega: not zero; Theta: both; o: zero; ~: one."""
    is_infinite = isinstance(ratio, int)
    text = _text(field, ratio)
    match order.relation:
        case "~":
            is_true = not isinstance(ratio, int) and field.is_zero(ratio - ONE)
        case "O":
            is_true = not is_infinite
        case "o":
            is_true = not isinstance(ratio, int) and field.is_zero(ratio)
        case "Omega":
            is_true = isinstance(ratio, int) or not field.is_zero(ratio)
        case _:
            is_true = not isinstance(ratio, int) and not field.is_zero(ratio)
    if is_true:
        return Holds(f"the ratio of the sides tends to {text}")
    return Fails(f"({order.left})/({order.right}) tends to {text}, but {WANTED[order.relation]}", _path(growing, f"tends to {text}"))


WANTED = {
    "~": "it must tend to 1",
    "O": "it must stay bounded",
    "o": "it must tend to 0",
    "Omega": "it must stay away from 0",
    "Theta": "it must stay bounded and away from 0",
}


def _path(growing: Symbol, what: str) -> dict[str, str]:
    return {"ratio": f"{what} along {growing.name} = t, t -> oo"}


def _text(field: Field, value: Element | int) -> str:
    return ("oo" if value > 0 else "-oo") if isinstance(value, int) else str(field.term(value))
