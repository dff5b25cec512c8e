"""Decimals: bounds with finitely many digits around a ball, rounded outward."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from flint import arb

from checks.enclosures.arithmetic import excludes_zero
from checks.enclosures.programs import ball

MOST_PLACES = 10**17  # Python's decimals have exponents of 18 digits
SLACK = 2  # units of the last digit: a value that has so few digits itself lies between its neighbours


class BeyondDecimals(ValueError):
    """A value lies beyond all decimals, as exp(10**30) does."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An exact decimal that a value certainly is not below, and one that it is not above."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"the enclosure [{self.low}, {self.high}] is empty")

    def __contains__(self, value: Fraction | Enclosure) -> bool:
        if isinstance(value, Enclosure):
            return self.low <= value.low and value.high <= self.high
        return Fraction(self.low) <= value <= Fraction(self.high)

    def __str__(self) -> str:
        return f"[{decimal_text(self.low)}, {decimal_text(self.high)}]"


ZERO = Enclosure(Decimal(0), Decimal(0))


def enclosure(value: arb | Fraction, digits: int) -> Enclosure | None:
    """Bounds of so many significant digits, or one more, at most two units of the last one apart; None for a ball that is too wide.

    Raises:
        BeyondDecimals: where the value has more than 10**17 digits before the point, or zeros behind it.
    """
    if isinstance(value, Fraction):
        if value == 0:
            return ZERO
        value = ball(value)
    if not excludes_zero(value) or not value.is_finite():
        return None
    leading = (abs(value).upper().log() / arb(10).log()).lower().floor().unique_fmpz()
    if leading is None:
        return None
    if abs(leading) > MOST_PLACES:
        raise BeyondDecimals(f"its decimal exponent, about {decimal_text(+Decimal(int(leading)))}, is beyond all decimals")
    exponent = int(leading) - digits + 1
    scaled = value * arb(10) ** -exponent
    low, high = scaled.lower().floor().unique_fmpz(), scaled.upper().ceil().unique_fmpz()
    if low is None or high is None or high - low > SLACK:
        return None
    return Enclosure(_decimal(int(low), exponent), _decimal(int(high), exponent))


def _decimal(mantissa: int, exponent: int) -> Decimal:
    sign, digits, _ = Decimal(mantissa).as_tuple()
    return Decimal((sign, digits, exponent))  # arithmetic on decimals would round


def decimal_text(value: Decimal) -> str:
    """The decimal with all its digits, as 0.0123 or 123.40 where that is short, else as 1.2340e17.

    >>> decimal_text(Decimal("12.3400E+20"))
    '1.23400e21'
    """
    digits, leading = len(value.as_tuple().digits), value.adjusted()
    if value == 0 or -6 <= leading < max(digits, 6):
        return f"{value:f}"
    return f"{value:e}".replace("e+", "e")
