"""Coefficients: those of the power series that are composed with what tends to zero."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from checks.engines.orders.field import ONE, ZERO
from checks.normal_forms.ring import Element, constant

Coefficients = Callable[[int], Element | None]


def binomial(exponent: Element) -> Coefficients:
    """The coefficients of (1 + x)**exponent."""
    made = [ONE]

    def coefficient(index: int) -> Element | None:
        while len(made) <= index:
            k = len(made)
            made.append(made[-1] * (exponent - constant(k - 1)) * constant(Fraction(1, k)))
        whole = exponent.rational
        is_over = whole is not None and whole.denominator == 1 and 0 <= whole < index
        return None if is_over else made[index]

    return coefficient


def logarithmic(index: int) -> Element:
    """The coefficients of log(1 + x)."""
    return constant(Fraction((-1) ** (index + 1), index)) if index else ZERO


def exponential(index: int) -> Element:
    """The coefficients of exp(x)."""
    value = Fraction(1)
    for k in range(2, index + 1):
        value /= k
    return constant(value)
