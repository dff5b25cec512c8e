"""The vocabulary of formulas: symbols, printed decimals, definitions, and the named functions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from checks.language.domains import REAL, Interval
from checks.language.terms import Defined, Definition, Elementary, Number, Symbol, Term, exact


def symbol(name: str, domain: Interval = REAL, *, latex: str | None = None, meaning: str = "", unicode: str | None = None) -> Symbol:
    """Declares a real variable.

    Raises:
        ValueError: where the name is not an identifier.
    """
    if not name.isidentifier():
        raise ValueError(f"{name!r} cannot name a symbol: use letters, digits and underscores")
    return Symbol(name, domain, latex, meaning, unicode)


def decimal(text: str) -> Number:
    """A number as printed, kept exactly: `decimal("0.3392")` is 3392/10000 and shows as 0.3392.

    Raises:
        TypeError: for anything but a string; a float has lost the printed digits already.
        ValueError: for a string that is not a finite decimal.
    """
    if not isinstance(text, str):
        raise TypeError(f"decimal takes the printed digits as a string, not {text!r}")
    return Number(Fraction(text), text)


def define(name: str, *parameters: Symbol, latex: str | None = None, unicode: str | None = None, by: Any) -> Definition:
    """Names an expression: `define("pi", n, t, by=omega*t - 2*n*t/E)` makes pi(n, t) stand for it."""
    return Definition(name, parameters, exact(by), latex, unicode)


def abbreviate(name: str, value: Any, *, latex: str | None = None, unicode: str | None = None) -> Defined:
    """A name for one expression, such as t* for the best volume."""
    return Definition(name, (), exact(value), latex, unicode)()


def log(argument: Any) -> Term:
    """The natural logarithm; defined for a positive argument."""
    return Elementary("log", (exact(argument),))


def exp(argument: Any) -> Term:
    """The exponential function."""
    return Elementary("exp", (exact(argument),))


def sqrt(argument: Any) -> Term:
    """The square root; defined for an argument that is not negative."""
    return Elementary("sqrt", (exact(argument),))


def absolute(argument: Any) -> Term:
    """The absolute value."""
    return Elementary("abs", (exact(argument),))


def minimum(*arguments: Any) -> Term:
    """The least of its arguments."""
    return Elementary("min", tuple(exact(argument) for argument in arguments))


def maximum(*arguments: Any) -> Term:
    """The greatest of its arguments."""
    return Elementary("max", tuple(exact(argument) for argument in arguments))
