"""Calculus: derivatives carried out in a term, and the terms that must be defined for them to exist."""

from __future__ import annotations

from dataclasses import dataclass

from checks.engines.orders.faults import Undecidable
from checks.language.differentiation import NotDifferentiable, derivative
from checks.language.terms import At, Derivative, Differential, Integral, Limit, Term
from checks.language.walking import rebuild, subterms


@dataclass(frozen=True, slots=True)
class Carried:
    """A term without derivatives, and the terms that were differentiated, which must be defined as well."""

    term: Term
    differentiated: tuple[Term, ...]


def carried_out(term: Term) -> Carried:
    """The term with its derivatives carried out.

    Raises:
        Undecidable: where no rule does so.
    """
    differentiated: list[Term] = []

    def carry(part: Term) -> Term:
        if isinstance(part, Limit | Integral | At | Differential):
            if any(isinstance(each, Derivative | At | Differential | Integral) for each in subterms(part)):
                raise Undecidable(f"{part} is outside the class of exp-log functions")
            return part
        inside = rebuild(part, carry)
        if not isinstance(inside, Derivative):
            return inside
        slope = inside.term
        for _ in range(inside.order):
            differentiated.append(slope)
            try:
                slope = derivative(slope, inside.symbol)
            except (NotDifferentiable, ValueError) as fault:
                raise Undecidable(str(fault)) from None
        return slope

    return Carried(carry(term), tuple(differentiated))
