"""Profit: its costs, and what remains when the volume and the data are chosen (sections 2.3 and 3)."""

from __future__ import annotations

from typing import Any

from checks.language import Term, exact
from symbolic_model.symbols import E, delta, omega


def training_cost(size: Any, data: Any) -> Term:
    """Training cost in dollars, 6nd/E. Source: section 2.3."""
    return 6 * exact(size) * exact(data) / E


def inference_cost(size: Any, tokens: Any) -> Term:
    """Inference cost in dollars, 2nt/E. Source: section 2.3."""
    return 2 * exact(size) * exact(tokens) / E


def profit(size: Any, data: Any, tokens: Any, linked: Any) -> Term:
    """Profit as displayed, omega*t*f - delta*t**2 - (6nd + 2nt)/E, when `linked` is f(q(n, d)). Source: section 2.3."""
    size, data, tokens = exact(size), exact(data), exact(tokens)
    return omega * tokens * exact(linked) - delta * tokens**2 - (6 * size * data + 2 * size * tokens) / E


def best_volume(size: Any, linked: Any) -> Term:
    """The volume of Lemma 1, (omega*f - 2n/E)/(2*delta), as displayed there. Source: Lemma 1."""
    return 1 / (2 * delta) * (omega * exact(linked) - 2 * exact(size) / E)


def reduced_profit(size: Any, data: Any, linked: Any) -> Term:
    """Profit at the volume of Lemma 1, (omega*f - 2n/E)**2/(4*delta) - 6nd/E. Source: section 3, after Lemma 1."""
    size = exact(size)
    return 1 / (4 * delta) * (omega * exact(linked) - 2 * size / E) ** 2 - 6 * size * exact(data) / E
