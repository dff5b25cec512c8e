"""Witnesses: points and values as reports show them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import arb, fmpq

from checks.engines.sampling.interpretations import Interpretation
from checks.engines.sampling.points import Point, precision
from checks.engines.sampling.scalars import LARGEST, Scalar, bits, fraction
from checks.verdicts import Witness

SHOWN = 20
MOST_BITS = 400


def witness(point: Point, interpretations: Sequence[Interpretation], digits: int) -> Witness:
    """The point in words: rational values, enclosures of irrational ones, formulas of functions."""
    with precision(digits):
        found = point.environment()
        exact = {name: fraction(value) for name, value in found.items() if type(value) is fmpq and bits(value) <= LARGEST}
        enclosed = {name: decimal_text(value, SHOWN) for name, value in found.items() if name not in exact}
    everything: dict[str, Fraction | str] = {**exact, **enclosed}
    hidden = {symbol.name for interpretation in interpretations for symbol in interpretation.coefficients}
    return Witness(
        {name: value for name, value in sorted(exact.items()) if name not in hidden},
        dict(interpretation.text(everything) for interpretation in interpretations),
        {name: value for name, value in sorted(enclosed.items()) if name not in hidden},
    )


def value_texts(left: Scalar, right: Scalar, digits: int) -> tuple[str, str]:
    """Both values, with as many digits as tell them apart."""
    texts = value_text(left, SHOWN), value_text(right, SHOWN)
    for shown in (SHOWN, 2 * SHOWN, digits):
        texts = value_text(left, shown), value_text(right, shown)
        if texts[0] != texts[1]:
            break
    return texts


def value_text(value: Scalar, shown: int) -> str:
    """The exact value as p/q, or the digits that are certain."""
    if type(value) is fmpq and bits(value) <= MOST_BITS:
        return str(fraction(value))
    return decimal_text(value, shown)


def decimal_text(value: Scalar, shown: int) -> str:
    """The certain decimal digits of a value; its size alone where it is astronomical."""
    ball = arb(value)
    size = ball.abs_upper()
    if size > 0 and not arb(2) ** -20000 < size < arb(2) ** 20000:
        sign = "-" if ball < 0 else ""
        return f"{sign}exp({abs(ball).log().str(shown, radius=False)})" if abs(ball) > 0 else f"0 within exp({size.log().str(shown)})"
    return str(ball.str(shown, radius=False))
