"""Derivatives and limits of programs, by series around the point: independent of the rules of symbolic differentiation."""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING

from checks.engines.sampling.faults import Undefined, Unknown
from checks.engines.sampling.scalars import ZERO
from checks.engines.sampling.series import Series, Value, around, leading_sign, near_infinity
from checks.language.terms import Term

if TYPE_CHECKING:
    from checks.engines.sampling.programs import Program

LENGTHS = (4, 8, 16)  # terms of the expansions tried for a limit


def derivative(body: Program, values: tuple[Value, ...], index: int, order: int) -> Value:
    """The derivative of a program in one of its values."""
    level = level_above(values)
    variable = around(level, values[index], order + 1)
    found = body.run((*values[:index], variable, *values[index + 1 :]))
    if order == 0 or not (isinstance(found, Series) and found.level == level):
        return ZERO if order else found
    return found.coefficient(order) * factorial(order)


def limit(body: Program, values: tuple[Value, ...], index: int, centre: Value | None, site: Term) -> Value:
    """The limit of a program as one of its values tends to the centre, or to infinity where that is None."""
    level = level_above((*values, centre))
    for length in LENGTHS:
        variable = near_infinity(level, length) if centre is None else around(level, centre, length, punctured=True)
        found = body.run((*values[:index], variable, *values[index + 1 :]))
        if not (isinstance(found, Series) and found.level == level):
            return found
        series = found.stripped()
        if series.end > 0:
            return _constant(series, site)
    raise Unknown("too few terms of an expansion are known for the limit")


def level_above(values: tuple[Value, ...]) -> int:
    """A level whose infinitesimal none of the values knows."""
    return 1 + max((value.level for value in values if isinstance(value, Series)), default=0)


def _constant(series: Series, site: Term) -> Value:
    if series.valuation >= 0:
        return series.coefficient(0)
    if leading_sign(series.coefficients[0]) in (1, -1):
        raise Undefined(site, "the limit is infinite")
    raise Unknown("a limit cannot be told from infinity")
