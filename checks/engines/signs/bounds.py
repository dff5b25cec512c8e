"""Bounds: what an obligation's assumptions say of where one variable lies."""

from __future__ import annotations

from collections.abc import Iterator

from checks.engines.signs.contexts import Bound, Stretch, learned
from checks.engines.signs.points import strict_sign
from checks.engines.signs.written import term_of
from checks.language.claims import MIRROR, Claim, domain_claims
from checks.language.terms import Number, Symbol, Term
from checks.language.walking import free_symbols
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import CONTEXT, Element, OutOfClass, Ring, SymbolAtom, polynomial
from checks.obligations import Obligation

STRETCH_LIMIT = 6


def stretches(obligation: Obligation, symbol: Symbol) -> Iterator[Stretch]:
    """Intervals in which the variable lies: between bounds that are no numbers first, then between the tightest numbers.

    Raises:
        Contradiction: where the assumptions visibly contradict one another.
    """
    bounds = with_fine_roots(lambda ring: _bounds(ring, obligation, symbol))
    lows, highs = (_ordered([bound for bound in bounds if bound.is_low == is_low], is_low=is_low) for is_low in (True, False))
    found = [Stretch(symbol, low, high) for low in lows for high in highs]
    yield from found[:STRETCH_LIMIT]


def is_bound(claim: Claim, symbol: Symbol) -> bool:
    """Whether a claim compares the symbol alone with what is free of it."""
    return any(side.left == symbol and symbol not in free_symbols(side.right) for side in (claim, claim.mirrored))


def _ordered(bounds: list[Bound], *, is_low: bool) -> list[Bound | None]:
    others: list[Bound | None] = [bound for bound in bounds if not isinstance(bound.term, Number)]
    numbers = [(bound.term.value, bound) for bound in bounds if isinstance(bound.term, Number)]
    if not numbers:
        return [*others, None]
    edge = (max if is_low else min)(value for value, _ in numbers)
    tied = [bound for value, bound in numbers if value == edge]
    return [*others, next((bound for bound in tied if not bound.is_closed), tied[0])]


def _bounds(ring: Ring, obligation: Obligation, symbol: Symbol) -> list[Bound]:
    forms = learned(ring, obligation.assumptions)
    claims = (*(claim for claim in obligation.assumptions if symbol in claim.symbols), *domain_claims(symbol))
    found = [_bound(forms, claim, symbol) for claim in claims if claim.relation not in ("=", "!=")]
    return list(dict.fromkeys(bound for bound in found if bound is not None))


def _bound(forms: NormalForms, claim: Claim, symbol: Symbol) -> Bound | None:
    for side in (claim, claim.mirrored):
        if side.left == symbol and symbol not in free_symbols(side.right):
            return Bound(side.relation, side.right)
    try:
        solution = solved_for(forms, forms.of(claim.left) - forms.of(claim.right), symbol)
    except OutOfClass:
        return None
    if solution is None or solution[1] is None:
        return None
    value, direction = solution
    return Bound(claim.relation if direction == 1 else MIRROR[claim.relation], value)


def solved_for(forms: NormalForms, difference: Element, symbol: Symbol) -> tuple[Term, int | None] | None:
    """Where a difference vanishes, if it is linear in a symbol, and the sign of its slope there; None where it is not.

    The slope is known not to vanish; its sign is None where only that is known.
    """
    ring = forms.ring
    index = ring.index(SymbolAtom(symbol))
    above, below = difference.numerator, difference.denominator
    if any(other != index and symbol in ring.symbols_inside(other) for other in difference.generators):
        return None
    if above.degrees()[index] != 1 or below.degrees()[index] or ring.unit(index) != 1:
        return None
    slope = polynomial(above.derivative(index))
    rest = polynomial(CONTEXT.from_dict({e: c for e, c in above.to_dict().items() if not e[index]}))
    if 0 in forms.signs.of_element(slope):
        return None
    return term_of(ring, ring.reduced(-rest / slope)), strict_sign(forms.signs, slope / polynomial(below))
