"""Arithmetic inside an integrand, on complex balls: what `acb.integral` asks for.

An integrand is evaluated here only after it was found to be defined on the whole real range, so that the principal
branches agree with the real functions; with `analytic`, a ball that touches a branch cut becomes non-finite.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flint import acb, arb, fmpz

from checks.engines.sampling import arithmetic
from checks.engines.sampling.series import Value
from checks.language.terms import Term


def functions(analytic: bool) -> dict[str, Callable[..., Any]]:
    """The operations by the names that generated programs call."""

    def divide(above: Value, below: Value, site: Term) -> Value:
        return above / below if _complex(above, below) else arithmetic.divide(above, below, site)

    def integer_power(base: Value, exponent: int, site: Term) -> Value:
        return base ** fmpz(exponent) if _complex(base) else arithmetic.integer_power(base, exponent, site)

    def power(base: Value, exponent: Value, site: Term) -> Value:
        if not _complex(base, exponent):
            return arithmetic.power(base, exponent, site)
        return (exponent * logarithm(base, site)).exp()

    def logarithm(argument: Value, site: Term) -> Value:
        return argument.log(analytic=analytic) if _complex(argument) else arithmetic.logarithm(argument, site)

    def square_root(argument: Value, site: Term) -> Value:
        return argument.sqrt(analytic=analytic) if _complex(argument) else arithmetic.square_root(argument, site)

    def exponential(argument: Value) -> Value:
        return argument.exp() if _complex(argument) else arithmetic.exponential(argument)

    def absolute(argument: Value) -> Value:
        return argument.real_abs(analytic=analytic) if _complex(argument) else arithmetic.absolute(argument)

    def greatest(*arguments: Value) -> Value:
        if not _complex(*arguments):
            return arithmetic.greatest(*arguments)
        best = acb(arguments[0])
        for other in arguments[1:]:
            best = best.real_max(acb(other), analytic=analytic)
        return best

    def least(*arguments: Value) -> Value:
        return -greatest(*(-argument for argument in arguments))

    return {
        "divide": divide,
        "integer_power": integer_power,
        "power": power,
        "logarithm": logarithm,
        "square_root": square_root,
        "exponential": exponential,
        "absolute": absolute,
        "greatest": greatest,
        "least": least,
    }


def real_part(value: Value) -> arb | None:
    """The real part of an integral, where it is enclosed and may be real."""
    return value.real if value.is_finite() and value.imag.contains(0) else None


def _complex(*values: Value) -> bool:
    return acb in map(type, values)
