"""Truncated Laurent series in one infinitesimal; coefficients are scalars, or series of a lower level.

A nested derivative lives on a higher level than the one around it, so that their infinitesimals are never confused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeGuard

from checks.engines.sampling.faults import Unknown
from checks.engines.sampling.scalars import ONE, ZERO, sign

Value = Any  # Scalar | Series


@dataclass(frozen=True, slots=True)
class Series:
    """`coefficients[i]` belongs to the power `valuation + i`; from `end` on nothing is known.

    `punctured`: the infinitesimal is never zero, as in a limit, so that a series may be divided by it.
    """

    level: int
    valuation: int
    coefficients: tuple[Value, ...]
    punctured: bool = False

    @property
    def end(self) -> int:
        """The first power whose coefficient is not known."""
        return self.valuation + len(self.coefficients)

    def coefficient(self, power: int) -> Value:
        """The coefficient of a power of the infinitesimal."""
        if power < self.valuation:
            return ZERO
        if power >= self.end:
            raise Unknown("too few terms of an expansion are known")
        return self.coefficients[power - self.valuation]

    def like(self, valuation: int, coefficients: tuple[Value, ...]) -> Series:
        """Another series in the same infinitesimal."""
        return Series(self.level, valuation, coefficients, self.punctured)

    def lifted(self, constant: Value) -> Series:
        """A value that is constant here, as a series known as far as this one."""
        if isinstance(constant, Series) and constant.level == self.level:
            return constant
        return self.like(0, (constant, *(ZERO,) * (self.end - 1))) if self.end > 0 else self.like(self.end, ())

    def stripped(self) -> Series:
        """The same series without leading coefficients that are certainly zero."""
        skip = 0
        while skip < len(self.coefficients) and is_zero(self.coefficients[skip]):
            skip += 1
        return self.like(self.valuation + skip, self.coefficients[skip:])

    def __neg__(self) -> Series:
        return self.like(self.valuation, tuple(-each for each in self.coefficients))

    def __add__(self, other: Value) -> Series:
        if self._is_below(other):
            return other.__add__(self)
        right = self.lifted(other)
        start, end = min(self.valuation, right.valuation), min(self.end, right.end)
        return self.like(min(start, end), tuple(self.coefficient(power) + right.coefficient(power) for power in range(start, end)))

    def __mul__(self, other: Value) -> Series:
        if self._is_below(other):
            return other.__mul__(self)
        if not (isinstance(other, Series) and other.level == self.level):
            return self.like(self.valuation, tuple(each * other for each in self.coefficients))
        length = min(len(self.coefficients), len(other.coefficients))
        return self.like(self.valuation + other.valuation, tuple(self._convolved(other, power) for power in range(length)))

    def __sub__(self, other: Value) -> Series:
        return self.__add__(-other)

    def __rsub__(self, other: Value) -> Series:
        return self.__neg__().__add__(other)

    __radd__ = __add__
    __rmul__ = __mul__

    def _is_below(self, other: Value) -> TypeGuard[Series]:
        return isinstance(other, Series) and other.level > self.level

    def _convolved(self, other: Series, power: int) -> Value:
        total = self.coefficients[0] * other.coefficients[power]
        for index in range(1, power + 1):
            total = total + self.coefficients[index] * other.coefficients[power - index]
        return total


def around(level: int, centre: Value, length: int, *, punctured: bool = False) -> Series:
    """The variable itself: its centre plus the infinitesimal."""
    return Series(level, 0, (centre, ONE, *(ZERO,) * (length - 2)), punctured)


def near_infinity(level: int, length: int) -> Series:
    """The variable itself, large: one over the infinitesimal."""
    return Series(level, -1, (ONE, *(ZERO,) * (length - 1)), punctured=True)


def is_zero(value: Value) -> bool:
    """Whether the value is certainly and identically zero; of a series only finitely many terms are known, so never."""
    return not isinstance(value, Series) and sign(value) == 0


def leading_sign(value: Value) -> int | None:
    """The sign of the value itself, at infinitesimals zero, where certain."""
    while isinstance(value, Series):
        if value.valuation < 0 or value.end <= 0:
            return None
        value = value.coefficient(0)
    return sign(value)
