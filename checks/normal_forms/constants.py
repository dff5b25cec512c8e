"""Numbers such as `log(4/3)` or `pi - 3` enclosed in balls, and their signs; a ball that meets zero says nothing."""

from __future__ import annotations

from fractions import Fraction

from flint import arb, ctx, fmpq, fmpq_mpoly

from checks.normal_forms.ring import ConstantAtom, Element, ExpAtom, LogAtom, OutOfClass, Ring, RootAtom, generators_of

BITS = 256


def number_sign(ring: Ring, value: fmpq_mpoly) -> int | None:
    """The sign of a polynomial over numbers, 1 or -1, None where it has variables or is not told from zero."""
    if any(ring.symbols_inside(index) or not is_number(ring, index) for index in generators_of(value)):
        return None
    with ctx.workprec(BITS):
        ball = _polynomial(ring, value)
        return 1 if ball > 0 else -1 if ball < 0 else None


def is_number(ring: Ring, index: int) -> bool:
    """Whether a generator stands for a number."""
    match ring.atoms[index]:
        case ConstantAtom(name):
            return name == "pi"
        case LogAtom(Element() as inner) | ExpAtom(inner) | RootAtom(inner):
            return all(is_number(ring, other) for other in inner.generators)
        case _:
            return False


def _polynomial(ring: Ring, value: fmpq_mpoly) -> arb:
    total = arb(0)
    for exponents, coefficient in value.to_dict().items():
        term = arb(fmpq(coefficient))
        for index, exponent in enumerate(exponents):
            if exponent:
                term *= generator_ball(ring, index) ** int(exponent)
        total += term
    return total


def generator_ball(ring: Ring, index: int) -> arb:
    """A ball around the number that a generator stands for, at the working precision.

    Raises:
        OutOfClass: where it stands for none.
    """
    match ring.atoms[index]:
        case LogAtom(Element() as inner):
            return element_ball(ring, inner).log()
        case ExpAtom(inner):
            return (element_ball(ring, inner) * _rational(ring.unit(index))).exp()
        case RootAtom(inner):
            return (element_ball(ring, inner).log() * _rational(ring.unit(index))).exp()
        case ConstantAtom("pi"):
            return arb.pi()
        case atom:
            raise OutOfClass(f"{atom} is no number")


def element_ball(ring: Ring, element: Element) -> arb:
    """A ball around an element made of numbers."""
    return _polynomial(ring, element.numerator) / _polynomial(ring, element.denominator)


def _rational(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))
