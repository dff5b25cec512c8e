"""Arithmetic: the partial functions on balls, nan wherever an argument is not certainly inside their domain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flint import arb

NAN = arb.nan()
WIDE = arb(0.0625)


def excludes_zero(value: arb) -> bool:
    """Whether a ball certainly does not contain zero."""
    return bool(value > 0 or value < 0)


def exponential(value: arb) -> arb:
    """The exponential; of a wide ball from its ends, which is tight."""
    if value.rad() > WIDE and value.is_finite():
        return value.lower().exp().union(value.upper().exp())
    return value.exp()


def logarithm(value: arb) -> arb:
    """The logarithm of a ball that is certainly positive."""
    return value.log() if value > 0 else NAN


def quotient(above: arb, below: arb) -> arb:
    """The quotient by a ball that certainly excludes zero."""
    return above / below if excludes_zero(below) else NAN


def integer_power(base: arb, exponent: int) -> arb:
    """The power to an integer literal; an even one is not negative, and a wide base is raised at its ends."""
    if exponent <= 0 and not excludes_zero(base):
        return NAN
    if not base.is_finite():
        return NAN
    if not base.rad() > WIDE * abs(base.mid()):
        return base**exponent
    if base > 0 or base < 0 or (exponent > 0 and exponent % 2):
        return (base.lower() ** exponent).union(base.upper() ** exponent)
    if exponent > 0:
        return (base.abs_upper() ** exponent).union(arb(0)).nonnegative_part()
    return base**exponent


def square_root(value: arb) -> arb:
    """The root of a ball that is certainly not negative."""
    if value > 0:
        return value.sqrt()
    if value >= 0:
        return value.sqrt() if value.is_exact() else arb(0).union(value.upper().sqrt()).nonnegative_part()
    return NAN


def real_power(base: arb, exponent: arb) -> arb:
    """The power of a base that is certainly positive, or of zero to an exponent that certainly is."""
    if base > 0:
        return exponential(exponent * base.log())
    if base >= 0 and exponent > 0:
        return arb(0) if base.is_exact() else arb(0).union(exponential(exponent * base.upper().log())).nonnegative_part()
    return NAN


def absolute(value: arb) -> arb:
    """The absolute value."""
    return abs(value)


def least(*values: arb) -> arb:
    """The least of several; nan where one of them is."""
    return _extreme(arb.min, values)


def greatest(*values: arb) -> arb:
    """The greatest of several; nan where one of them is."""
    return _extreme(arb.max, values)


def _extreme(choose: Callable[[arb, arb], arb], values: Sequence[arb]) -> arb:
    """The extreme of several values, none of which may be nan, since a comparison with nan decides nothing."""
    if any(value.is_nan() for value in values):
        return NAN
    found = values[0]
    for value in values[1:]:
        found = choose(found, value)
    return found
