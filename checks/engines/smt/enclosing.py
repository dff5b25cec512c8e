"""Enclosing: rational numbers below and above logarithms and numbers that the atoms stand for, from balls, rounded outward."""

from __future__ import annotations

from fractions import Fraction

from flint import arb, ctx, fmpq

from checks.normal_forms.constants import element_ball, generator_ball
from checks.normal_forms.ring import Element, Ring

BITS = 128
KEPT = 40  # bits of a bound
LARGEST = 4096  # bits before or after the point: what is larger or smaller is left alone


def logarithm_bounds(value: Fraction) -> tuple[Fraction, Fraction] | None:
    """Rationals below and above the logarithm of a positive rational."""
    with ctx.workprec(BITS):
        return _bounds(_ball(value).log())


def generator_bounds(ring: Ring, index: int) -> tuple[Fraction, Fraction] | None:
    """Rationals below and above the number that a generator stands for."""
    with ctx.workprec(BITS):
        return _bounds(generator_ball(ring, index))


def element_bounds(ring: Ring, element: Element) -> tuple[Fraction, Fraction] | None:
    """Rationals below and above an element without variables."""
    with ctx.workprec(BITS):
        return _bounds(element_ball(ring, element))


def _bounds(ball: arb) -> tuple[Fraction, Fraction] | None:
    if not ball.is_finite():
        return None
    (low, low_power), (high, high_power) = (end.man_exp() for end in (ball.lower(), ball.upper()))
    if max(abs(int(low_power)), abs(int(high_power))) > LARGEST:
        return None
    return _shortened(int(low), int(low_power), up=False), _shortened(int(high), int(high_power), up=True)


def _shortened(mantissa: int, power: int, *, up: bool) -> Fraction:
    """The number mantissa * 2**power with fewer bits, rounded outward."""
    excess = max(mantissa.bit_length() - KEPT, 0)
    kept = -(-mantissa >> excess) if up else mantissa >> excess
    return Fraction(kept) * Fraction(2) ** (power + excess)


def _ball(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))
