"""Arithmetic on values, be they scalars or series: what the generated programs call for all but +, - and *.

Every operation is strict: outside its domain it raises `Undefined`, at a doubt `Unknown`.
"""

from __future__ import annotations

from flint import arb, fmpq

from checks.engines.sampling import scalars
from checks.engines.sampling.faults import Undefined, Unknown
from checks.engines.sampling.scalars import ZERO
from checks.engines.sampling.series import Series, Value, leading_sign
from checks.language.terms import Term


def divide(above: Value, below: Value, site: Term) -> Value:
    """The quotient of two values."""
    level = _level(above, below)
    if level is None:
        return scalars.divide(above, below, site)
    if not isinstance(below, Series) or below.level < level:
        return above.like(above.valuation, tuple(divide(each, below, site) for each in above.coefficients))
    _refuse_zero(below, site, "the denominator is zero")
    lower = below.stripped()
    if not lower.coefficients or leading_sign(lower.coefficients[0]) not in (1, -1):
        raise Unknown("a denominator cannot be told from zero")
    upper = below.lifted(above)
    length = min(len(upper.coefficients), len(lower.coefficients))
    found: list[Value] = []
    for power in range(length):
        rest = upper.coefficients[power]
        for index in range(1, power + 1):
            rest = rest - lower.coefficients[index] * found[power - index]
        found.append(divide(rest, lower.coefficients[0], site))
    return below.like(upper.valuation - lower.valuation, tuple(found))


def integer_power(base: Value, exponent: int, site: Term) -> Value:
    """A value to an integer literal."""
    if not isinstance(base, Series):
        return scalars.integer_power(base, exponent, site)
    if exponent <= 0:
        _refuse_zero(base, site, "zero to the power zero" if exponent == 0 else "zero to a negative power")
    lower = base.stripped()
    if not lower.coefficients:
        if exponent <= 0:
            raise Unknown("a base of a power cannot be told from zero")
        return base.like(base.end * min(exponent, 64), ())
    if lower.valuation and abs(exponent) > 64:
        raise Unknown("a high power of an infinitesimal")
    if leading_sign(lower.coefficients[0]) in (1, -1):
        powered = _miller(lower, fmpq(exponent), integer_power(lower.coefficients[0], exponent, site), site)
        return base.like(lower.valuation * exponent, powered)
    if not 0 < exponent <= 64:
        raise Unknown("a base of a power cannot be told from zero")
    result: Value = lower
    for _ in range(exponent - 1):
        result = result * lower
    return result


def power(base: Value, exponent: Value, site: Term) -> Value:
    """A value to an exponent that is not an integer literal."""
    if not isinstance(base, Series) and not isinstance(exponent, Series):
        return scalars.real_power(base, exponent, site)
    known, of_exponent = leading_sign(base), leading_sign(exponent)
    if known == -1:
        raise Undefined(site, "a negative base with an exponent that is not an integer literal")
    if known == 0 and of_exponent in (0, -1) and not _punctured(base, exponent):
        raise Undefined(site, "zero to the power zero" if of_exponent == 0 else "zero to a negative power")
    if known != 1:
        raise Unknown("a power whose base is zero, or cannot be told from zero, has no expansion here")
    level = _level(base, exponent)
    if isinstance(exponent, Series) and exponent.level == level:
        return exponential(exponent * logarithm(base, site))
    return base.like(0, _miller(base, exponent, power(base.coefficient(0), exponent, site), site))


def exponential(argument: Value) -> Value:
    """The exponential function."""
    if not isinstance(argument, Series):
        return scalars.exponential(argument)
    series = _regular(argument)
    found = [exponential(series.coefficient(0))]
    for order in range(1, series.end):
        total = ZERO
        for index in range(1, order + 1):
            total = total + index * series.coefficient(index) * found[order - index]
        found.append(total * fmpq(1, order))
    return argument.like(0, tuple(found))


def logarithm(argument: Value, site: Term) -> Value:
    """The natural logarithm."""
    if not isinstance(argument, Series):
        return scalars.logarithm(argument, site)
    if leading_sign(argument) == -1:
        raise Undefined(site, "the logarithm of a negative number")
    _refuse_zero(argument, site, "the logarithm of zero")
    if leading_sign(argument) != 1:
        raise Unknown("an argument of a logarithm cannot be told from zero")
    series = _regular(argument)
    first = series.coefficient(0)
    found = [logarithm(first, site)]
    for order in range(1, series.end):
        total = series.coefficient(order)
        for index in range(1, order):
            total = total - fmpq(index, order) * found[index] * series.coefficient(order - index)
        found.append(divide(total, first, site))
    return argument.like(0, tuple(found))


def square_root(argument: Value, site: Term) -> Value:
    """The square root."""
    if not isinstance(argument, Series):
        return scalars.square_root(argument, site)
    known = leading_sign(argument)
    if known == -1:
        raise Undefined(site, "the square root of a negative number")
    if known != 1:
        raise Unknown("the square root has no expansion at zero")
    return argument.like(0, _miller(argument, fmpq(1, 2), square_root(argument.coefficient(0), site), site))


def absolute(argument: Value) -> Value:
    """The absolute value."""
    if type(argument) is arb:
        return abs(argument)
    known = leading_sign(argument)
    if known is None or (known == 0 and isinstance(argument, Series)):
        raise Unknown("the branch of an absolute value is not certain")
    return -argument if known < 0 else argument


def least(*arguments: Value) -> Value:
    """The minimum."""
    return -greatest(*(-argument for argument in arguments))


def greatest(*arguments: Value) -> Value:
    """The maximum."""
    best = arguments[0]
    for other in arguments[1:]:
        known = leading_sign(best - other)
        if known is None and type(best - other) is arb:
            best = arb(best).max(arb(other))
        elif known is None or (known == 0 and _level(best, other) is not None):
            raise Unknown("the branch of a minimum or maximum is not certain")
        else:
            best = other if known < 0 else best
    return best


def _miller(base: Series, exponent: Value, first: Value, site: Term) -> tuple[Value, ...]:
    """The coefficients of base**exponent, by J. C. P. Miller's recurrence, relative to the leading power."""
    given, found = base.coefficients, [first]
    for order in range(1, len(given)):
        total = ZERO
        for index in range(1, order + 1):
            total = total + (exponent * index - (order - index)) * given[index] * found[order - index]
        found.append(divide(total * fmpq(1, order), given[0], site))
    return tuple(found)


def _level(*values: Value) -> int | None:
    return max((value.level for value in values if isinstance(value, Series)), default=None)


def _punctured(*values: Value) -> bool:
    return any(value.punctured for value in values if isinstance(value, Series))


def _refuse_zero(series: Series, site: Term, reason: str) -> None:
    if not series.punctured and leading_sign(series) == 0:
        raise Undefined(site, reason)


def _regular(series: Series) -> Series:
    if series.valuation < 0 or series.end <= 0:
        raise Unknown("an essential singularity, or too few terms of an expansion")
    return series
