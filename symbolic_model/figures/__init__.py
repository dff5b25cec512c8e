"""The paper's figures redrawn, and what it could not show, as plain values computed from the model."""

from collections.abc import Callable, Mapping

from checks.figures import Figure
from symbolic_model.figures import exponents, growth, hardware, profit, redrawn

FIGURES: Mapping[str, Callable[[], Figure]] = {
    "figure-1": redrawn.expenditure,
    "figure-2": redrawn.demand,
    "figure-3": redrawn.linking_functions,
    "figure-4": redrawn.substitution,
    "optimum-gamma-negative": hardware.negative,
    "optimum-gamma-zero": hardware.zero,
    "optimum-gamma-positive": hardware.positive,
    "local-exponents": exponents.local_exponents,
    "profit": profit.over_size,
    "annual-growth": growth.annual,
}
"""Each figure under its name, made when it is asked for."""
