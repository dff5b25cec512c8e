"""Enclosing: rational numbers below and above logarithms and numbers that the atoms stand for, from balls, rounded outward."""

from __future__ import annotations

from fractions import Fraction

from flint import arb, ctx, fmpq, fmpq_mpoly

from checks.normal_forms.ring import ConstantAtom, Element, ExpAtom, LogAtom, OutOfClass, Ring, RootAtom

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
        return _bounds(_generator(ring, index))


def element_bounds(ring: Ring, element: Element) -> tuple[Fraction, Fraction] | None:
    """Rationals below and above an element without variables."""
    with ctx.workprec(BITS):
        return _bounds(_element(ring, element))


def is_number(ring: Ring, index: int) -> bool:
    """Whether a generator stands for a number."""
    match ring.atoms[index]:
        case ConstantAtom(name):
            return name == "pi"
        case LogAtom(Element() as inner) | ExpAtom(inner) | RootAtom(inner):
            return all(is_number(ring, other) for other in inner.generators)
        case _:
            return False


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


def _polynomial(ring: Ring, value: fmpq_mpoly) -> arb:
    total = arb(0)
    for exponents, coefficient in value.to_dict().items():
        term = arb(fmpq(coefficient))
        for index, exponent in enumerate(exponents):
            if exponent:
                term *= _generator(ring, index) ** int(exponent)
        total += term
    return total


def _element(ring: Ring, element: Element) -> arb:
    return _polynomial(ring, element.numerator) / _polynomial(ring, element.denominator)


def _generator(ring: Ring, index: int) -> arb:
    match ring.atoms[index]:
        case LogAtom(Element() as inner):
            return _element(ring, inner).log()
        case ExpAtom(inner):
            return (_element(ring, inner) * _ball(ring.unit(index))).exp()
        case RootAtom(inner):
            return (_element(ring, inner).log() * _ball(ring.unit(index))).exp()
        case ConstantAtom("pi"):
            return arb.pi()
        case atom:
            raise OutOfClass(f"{atom} is no number")
