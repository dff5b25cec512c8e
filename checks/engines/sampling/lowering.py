"""Lowering: terms without unspecified functions and differentials, and how to name their subterms as they were written."""

from __future__ import annotations

from dataclasses import dataclass, field

from checks.engines.sampling.interpretations import Interpretation
from checks.language.differentiation import differential, without_derivatives
from checks.language.terms import Application, Derivative, Differential, Integral, Product, Sum, Term, exact
from checks.language.walking import rebuild, subterms


@dataclass(slots=True)
class Lowering:
    """Rewrites terms for the programs, and remembers what each lowered subterm was.

    Raises:
        NotDifferentiable, ValueError: where a derivative of an integral has no rule.
    """

    originals: dict[Term, Term] = field(default_factory=dict)

    def __call__(self, term: Term) -> Term:
        """The term rewritten, with all its subterms noted."""
        lowered = self._lowered(term)
        self.originals.setdefault(lowered, term)
        return lowered

    def original(self, term: Term) -> Term:
        """The subterm as the claim writes it."""
        return self.originals.get(term, term)

    def _lowered(self, term: Term) -> Term:
        match term:
            case Application(function, arguments):
                return Interpretation(function).formula(tuple(map(self, arguments)))
            case Differential(inner, along):
                return self(differential(inner, along))
            case Derivative(inner, _, _) if any(isinstance(part, Integral) for part in subterms(inner)):
                return self._under_the_integral(rebuild(term, self))
            case _:
                return rebuild(term, self)

    def _under_the_integral(self, term: Term) -> Term:
        """Leibniz' rule for what series cannot do; zero times the undifferentiated term, which must be defined too."""
        match term:
            case Derivative(inner, _, _):
                return Sum((without_derivatives(term), Product((exact(0), inner))))
            case _:
                raise TypeError(f"{term} is not a derivative")
