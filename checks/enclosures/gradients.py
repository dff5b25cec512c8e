"""Gradients: terms evaluated together with their partial derivatives."""

from __future__ import annotations

from collections.abc import Sequence

from checks.enclosures.programs import Evaluator, compiled
from checks.language.differentiation import derivative
from checks.language.terms import Symbol, Term
from checks.language.walking import unfolded


def with_gradients(terms: Sequence[Term], symbols: Sequence[Symbol]) -> Evaluator:
    """Evaluates each term and, after all of them, their derivatives: those of the first term in each symbol, then the next.

    Raises:
        NotDifferentiable: for min, max and abs.
        NotEvaluable: where a term is not made of numbers, these symbols and elementary functions.
    """
    plain = [unfolded(term) for term in terms]
    return compiled([*plain, *(derivative(term, symbol) for term in plain for symbol in symbols)], symbols)
