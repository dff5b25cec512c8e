"""Powers: inequalities between a power, its base and its exponent, as of Bernoulli."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from checks.engines.smt.formulas import Clause
from checks.engines.smt.logarithms import visible
from checks.engines.smt.theory import Theory
from checks.language.definedness import integer_literal
from checks.language.terms import Elementary, Power, exact
from checks.normal_forms.ring import Element, OutOfClass, constant
from checks.normal_forms.signs import PLUS

POWERS_LIMIT = 8
ONE = constant(1)
HALF = exact(1) / 2


@dataclass(frozen=True, slots=True)
class PowerOf:
    """A positive base, an exponent, and the power."""

    base: Element
    exponent: Element
    value: Element


def powers_in_sight(theory: Theory) -> tuple[PowerOf, ...]:
    """The powers with exponents that are no literal integers, and the quotients of two with the same exponent."""
    found = tuple(dict.fromkeys(_powers(theory)))[:POWERS_LIMIT]
    return (*found, *(_quotient(one, other) for one, other in itertools.permutations(found, 2) if one.exponent == other.exponent))


def _powers(theory: Theory) -> Iterator[PowerOf]:
    for term in dict.fromkeys(part for whole in theory.terms for part in visible(whole)):
        match term:
            case Power(base, exponent) if integer_literal(exponent) is None:
                pass
            case Elementary("sqrt", (base,)):
                exponent = HALF
            case _:
                continue
        try:
            below, above, value = map(theory.forms.of, (base, exponent, term))
        except OutOfClass:
            continue
        if not below.generators or theory.signs.of_element(below) != PLUS:
            continue
        yield PowerOf(below, above, value)


def _quotient(one: PowerOf, other: PowerOf) -> PowerOf:
    return PowerOf(one.base / other.base, one.exponent, one.value / other.value)


def bernoulli(power: PowerOf) -> tuple[Clause, ...]:
    """b**a is at least 1 + a*(b - 1) for an exponent outside (0, 1), and at most that inside."""
    tangent = power.value - ONE - power.exponent * (power.base - ONE)
    if tangent.is_zero:
        return ()
    a, beyond = power.exponent, power.exponent - ONE
    return (
        ((beyond, "<"), (tangent, ">=")),
        ((a, ">"), (tangent, ">=")),
        ((a, "<"), (beyond, ">"), (tangent, "<=")),
    )


def against_base(power: PowerOf) -> tuple[Clause, ...]:
    """Above 1 a power is larger than its base where the exponent is above 1; below 1 it is the other way round."""
    beyond, high, rest = power.exponent - ONE, power.base - ONE, power.value - power.base
    return (
        ((beyond, "<"), (high, "<"), (rest, ">=")),
        ((beyond, ">"), (high, "<"), (rest, "<=")),
        ((beyond, "<"), (high, ">"), (rest, "<=")),
        ((beyond, ">"), (high, ">"), (rest, ">=")),
    )
