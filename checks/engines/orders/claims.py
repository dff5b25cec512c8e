"""Claims about limits: each limit computed, the sides compared."""

from __future__ import annotations

from checks.engines.orders.expansion import constant_part, fixed, limit, value_of
from checks.engines.orders.faults import InfiniteLimit
from checks.engines.orders.field import Field
from checks.engines.orders.outcomes import Breaks, Fails, Holds, Outcome
from checks.language.claims import Claim
from checks.language.terms import INFINITY, Limit, Negative, Term
from checks.normal_forms.ring import Element
from checks.normal_forms.signs import ALLOWED


def claim_outcome(field: Field, claim: Claim) -> Outcome:
    """Whether a claim about limits holds, the parameters' signs being what the field says.

    Raises:
        SignMissing, Undecidable, NotDefined: as expansions do.
    """
    if claim.relation == "=" and isinstance(claim.left, Limit):
        return _equation(field, claim.left, claim.right)
    if claim.relation == "=" and isinstance(claim.right, Limit):
        return _equation(field, claim.right, claim.left)
    expansion = fixed(field)
    try:
        left, right = (constant_part(expansion.of(side)) for side in (claim.left, claim.right))
    except InfiniteLimit as infinite:
        return Breaks(infinite.term, infinite.reason)
    if field.sign(left - right) in ALLOWED[claim.relation]:
        return Holds(f"computed exactly, the left side is {field.term(left)}")
    return Fails(f"the left side is {field.term(left)}, the right side {field.term(right)}")


def _equation(field: Field, term: Limit, claimed: Term) -> Outcome:
    found = limit(field, term)
    if claimed in (INFINITY, Negative(INFINITY)):
        direction = 1 if claimed == INFINITY else -1
        if found == direction and isinstance(found, int):
            return Holds(f"the leading term tends to {_text(field, found)}")
        return Fails(f"the limit is {_text(field, found)}, not {_text(field, direction)}")
    value = value_of(field, claimed)
    if isinstance(found, int):
        return Fails(f"the limit is {_text(field, found)}, not {claimed}")
    if field.is_zero(found - value):
        return Holds(f"the leading term tends to {_text(field, found)}")
    return Fails(f"the limit is {_text(field, found)}, not {claimed}")


def _text(field: Field, value: Element | int) -> str:
    return ("oo" if value > 0 else "-oo") if isinstance(value, int) else str(field.term(value))
