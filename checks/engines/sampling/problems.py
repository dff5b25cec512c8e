"""Problems: an obligation prepared for sampling, compiled once."""

from __future__ import annotations

from functools import cached_property

from checks.engines.sampling.carrying import carried_out
from checks.engines.sampling.drawing import Drawing, narrowed
from checks.engines.sampling.hazards import hazards
from checks.engines.sampling.interpretations import Interpretation
from checks.engines.sampling.judging import Sides, sides
from checks.engines.sampling.lowering import Lowering
from checks.language.claims import Claim
from checks.language.differentiation import NotDifferentiable
from checks.language.terms import Integral, Term
from checks.language.walking import subterms
from checks.obligations import Obligation


class Unsupported(Exception):
    """An obligation that cannot be compiled; the message says why."""


class Problem:
    """The assumptions and the goal as programs, the symbols to draw, the hazards to look for.

    Raises:
        Unsupported: where a derivative has no rule, or a substitution would capture a variable.
    """

    def __init__(self, obligation: Obligation) -> None:
        self._lowering = Lowering()
        self.interpretations = tuple(map(Interpretation, obligation.functions))
        try:
            self.assumptions = tuple(sides(self._lowered(claim)) for claim in obligation.assumptions)
            self.goal = sides(self._lowered(obligation.claim))
        except (NotDifferentiable, ValueError, RecursionError) as fault:
            raise Unsupported(f"cannot be evaluated: {fault}") from fault
        coefficients = [symbol for each in self.interpretations for symbol in each.coefficients]
        symbols = [*obligation.variables, *coefficients]
        self.drawing = Drawing(narrowed(symbols, (each.claim for each in self.assumptions)))
        self.is_closed = not (self.goal.claim.symbols or obligation.claim.functions)

    def hazards(self) -> tuple[Sides, ...]:
        """Claims under which the goal might not be defined."""
        claim = self.goal.claim
        found = dict.fromkeys((*hazards(claim.left, self.drawing.domains), *hazards(claim.right, self.drawing.domains)))
        return tuple(map(sides, found))

    @cached_property
    def carried_out(self) -> Sides:
        """The goal with derivatives and integrals carried out where rules do it: quicker, and as good for support."""
        claim = self.goal.claim
        quick = Claim(carried_out(claim.left), claim.relation, carried_out(claim.right))
        return self.goal if quick == claim else sides(quick)

    @cached_property
    def is_slow(self) -> bool:
        """Whether there is quadrature, which is dear."""
        claims = [each.claim for each in (*self.assumptions, self.goal)]
        return any(isinstance(part, Integral) for claim in claims for side in (claim.left, claim.right) for part in subterms(side))

    def written(self, subterm: Term) -> str:
        """A lowered subterm as the claim wrote it."""
        return str(self._lowering.original(subterm))

    def _lowered(self, claim: Claim) -> Claim:
        return Claim(self._lowering(claim.left), claim.relation, self._lowering(claim.right))
