"""Outcomes: what a goal comes to where the signs that matter are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from checks.language.terms import Symbol, Term


@dataclass(frozen=True, slots=True)
class Holds:
    """True, and how that is seen."""

    how: str


@dataclass(frozen=True, slots=True)
class Fails:
    """False: what is seen, and the path along which it is."""

    says: str
    path: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Breaks:
    """A subterm is not defined."""

    term: Term
    reason: str


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Not decided, and why.

    Attributes:
        hint: values of parameters, and exponents of the growing symbols' speeds, at which it may fail.
    """

    reason: str
    hint: Mapping[Symbol, Fraction] = field(default_factory=dict)
    speeds: Mapping[Symbol, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Empty:
    """The assumptions contradict one another."""


Outcome = Holds | Fails | Breaks | Unsettled | Empty
