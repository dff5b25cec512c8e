"""Optimization: what a model says of its parameters and of the optimum it encloses, and how a model is found by name.

A model for `lemmata optimum` is a module with two names:

    PARAMETERS: tuple[Parameter, ...]
        what the optimum depends on; the command makes an option of each, in this order.
    optimum(values: Mapping[str, Fraction], digits: int) -> Found
        the optimum at exact values, certified; values that are not given take their defaults (`completed`).

What it returns is a frozen dataclass with `kind` and `says`, and for each quantity a field that is annotated with its meaning, such
as `n: Annotated[Enclosure | None, "model size, in parameters"]`: an enclosure, a bool, or None where there is no such thing.
`symbolic_model.numerical_optimum` is one.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, Protocol, cast, get_args, get_origin, get_type_hints

from checks.enclosures.decimals import Enclosure
from checks.language.claims import domain_claims
from checks.language.domains import Interval
from checks.language.notation import ascii_text
from checks.language.terms import Number, Symbol

WRITTEN = re.compile(r"[+-]?(\d+/\d+|(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,6})?)", re.ASCII)


class BadValue(ValueError):
    """A parameter has a value that the model does not take, or lacks one, or there is no such parameter.

    Attributes:
        name: the parameter.
        value: what was given, None where nothing was.
        remedy: what to give instead.
    """

    def __init__(self, name: str, value: object, remedy: str) -> None:
        super().__init__(f"{name}: {remedy}" if value is None else f"{name} = {value}: {remedy}")
        self.name = name
        self.value = value
        self.remedy = remedy


class NotShown(Exception):
    """What the optimum is could not be certified; the message says what could not be shown, and with how much precision."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What an optimum depends on.

    Attributes:
        symbol: its letter, with its meaning.
        domain: the values that it takes.
        default: its value where none is given, or the parameter that has the same one.
        is_required: whether a value must be given; one without a default that need not be given is left out.
    """

    symbol: Symbol
    domain: Interval
    default: Fraction | Symbol | None = None
    is_required: bool = False

    @property
    def name(self) -> str:
        """How the parameter is called, in Python and on the command line."""
        return self.symbol.name

    @property
    def range(self) -> str:
        """The domain in words of the shell, such as `alpha > 0 and alpha <= 1`."""
        bounds = domain_claims(Symbol(self.name, self.domain))
        return " and ".join(map(ascii_text, bounds)) or f"{self.name} real"

    def exact(self, value: object) -> Fraction:
        """The value, as a fraction.

        Raises:
            TypeError: for anything but an integer or a fraction; a float has lost what was meant.
            BadValue: for a value outside the domain.
        """
        if isinstance(value, bool) or not isinstance(value, int | Fraction):
            raise TypeError(f"{self.name} must be an int or a Fraction, not {value!r}")
        if Fraction(value) not in self.domain:
            raise BadValue(self.name, value, f"take {self.range}")
        return Fraction(value)


def completed(parameters: Sequence[Parameter], values: Mapping[str, object]) -> dict[Symbol, Fraction]:
    """The values with defaults where none is given.

    Raises:
        TypeError: for a value that is not exact.
        BadValue: for a value outside its domain, one that is missing, and a name that is not a parameter's.
    """
    names = [parameter.name for parameter in parameters]
    if unknown := [name for name in values if name not in names]:
        raise BadValue(unknown[0], None, f"there is no such parameter; there are {', '.join(names)}")
    found: dict[Symbol, Fraction] = {}
    for parameter in parameters:
        if parameter.name in values:
            found[parameter.symbol] = parameter.exact(values[parameter.name])
        elif parameter.is_required:
            raise BadValue(parameter.name, None, f"give a value, {parameter.range}")
    for parameter in parameters:
        if parameter.default is not None and parameter.symbol not in found:
            found[parameter.symbol] = parameter.default if isinstance(parameter.default, Fraction) else found[parameter.default]
    return found


def number(text: str) -> Number:
    """An exact number as written: an integer, a decimal, a power of ten or a fraction.

    >>> number("1/3").value, number("-0.77").value, number("1e3").value
    (Fraction(1, 3), Fraction(-77, 100), Fraction(1000, 1))

    Raises:
        ValueError: for any other text, and for a zero denominator.
    """
    if not WRITTEN.fullmatch(text):
        raise ValueError(f"{text!r} is not an exact number; write it as 2, -0.77, 1/3 or 1e18")
    try:
        return Number(Fraction(text), text)
    except ZeroDivisionError:
        raise ValueError(f"{text!r} has the denominator 0") from None


class Found(Protocol):
    """An optimum: of which kind it is, in a word and in a sentence; its quantities are annotated fields."""

    @property
    def kind(self) -> str:
        """The kind in a word or two."""

    @property
    def says(self) -> str:
        """The kind in a sentence."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What an optimum tells: a name, what it means with its unit, and its value; None where there is no such thing."""

    name: str
    meaning: str
    value: Enclosure | bool | None


def quantities(found: Found) -> tuple[Quantity, ...]:
    """What an optimum tells, in the order of its fields."""
    hints = get_type_hints(type(found), include_extras=True)
    meanings = {name: get_args(hint)[1] for name, hint in hints.items() if get_origin(hint) is Annotated}
    return tuple(Quantity(name, meaning, getattr(found, name)) for name, meaning in meanings.items())


class Model(Protocol):
    """A module that encloses an optimum."""

    @property
    def PARAMETERS(self) -> tuple[Parameter, ...]:  # noqa: N802  # a module's constant
        """What the optimum depends on."""

    def optimum(self, values: Mapping[str, Any], digits: int) -> Found:
        """The optimum, its quantities enclosed to so many significant digits.

        Raises:
            BadValue: for values that the model does not take.
            NotShown: where it could not be certified.
        """


class NoModel(ValueError):
    """There is no module of that name, it cannot be imported, or it is no model."""


def load_model(name: str) -> Model:
    """The model in a module, found here or where it is installed.

    Raises:
        NoModel: where there is none.
    """
    if "" not in sys.path:
        sys.path.append("")  # last, so that nothing here stands in for a module of Python
    try:
        module = importlib.import_module(name)
    except Exception as fault:  # whatever the author's module raises, the user is told
        raise NoModel(f"the model {name} cannot be imported: {type(fault).__name__}: {fault}") from fault
    if lacking := [each for each in ("PARAMETERS", "optimum") if not hasattr(module, each)]:
        raise NoModel(f"the module {name} is no model: it does not define {' and '.join(lacking)}")
    return cast("Model", module)
