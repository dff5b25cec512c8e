"""Values: what the corpus's trees are worth at a point, by mpmath, and whether a claim holds there.

A relation counts as seen only where two precisions agree about it; sides that agree ever more closely count as equal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from typing import Any

import mpmath

from tests.soundness.grammar import Tree, names
from tests.soundness.slopes import derivative

Real = Any  # mpmath's numbers carry no types
Point = Mapping[str, Fraction]
HOLDS, FAILS, UNDEFINED, UNCLEAR = "holds", "fails", "undefined", "unclear"
DIGITS = (80, 600)
HUGE = 300  # an exponent of e beyond this is not worked out: what is smaller might be lost at 600 digits
SIGNS = {"=": (0,), "!=": (-1, 1), "<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (1, 0)}
mp = mpmath.mp.clone()


class Undefined(Exception):
    """A term has no real value here."""


class Unclear(Exception):
    """The value cannot be found reliably."""


def value(tree: Tree, here: Mapping[str, Real]) -> Real:
    """The value of an expression at the working precision.

    Raises:
        Undefined: where it has none.
        Unclear: where it cannot be found reliably.
    """
    match tree:
        case ("number", number):
            return mp.mpf(number.numerator) / number.denominator
        case ("name", "e"):
            return +mp.e
        case ("name", "pi"):
            return +mp.pi
        case ("name", name):
            return here[name]
        case ("neg", inner):
            return -value(inner, here)
        case ("+", a, b):
            return value(a, here) + value(b, here)
        case ("-", a, b):
            return value(a, here) - value(b, here)
        case ("*", a, b):
            return value(a, here) * value(b, here)
        case ("/", a, b):
            return _quotient(value(a, here), value(b, here))
        case ("**", a, b):
            return _power(value(a, here), b, here)
        case ("call", "diff", arguments):
            return _slope(arguments, here)
        case ("call", "integral", (term, ("name", name), low, high)):
            return _area(term, name, value(low, here), value(high, here), here)
        case ("call", "limit", _):
            raise Unclear("a limit")
        case ("sign", inner):
            return _side(value(inner, here))
        case ("call", function, arguments):
            return FUNCTIONS[function](*(value(each, here) for each in arguments))
    raise ValueError(f"{tree} is no expression")


def _quotient(above: Real, below: Real) -> Real:
    if below == 0:
        raise Undefined("division by zero")
    return above / below


def _power(base: Real, exponent: Tree, here: Mapping[str, Real]) -> Real:
    power = value(exponent, here)
    literal = exponent[1] if exponent[0] == "neg" else exponent
    if literal[0] == "number" and literal[1].denominator == 1:
        if base == 0 and power <= 0:
            raise Undefined("zero to no positive power")
        return base ** int(power)
    if base == 0 and power > 0:
        return base
    if base <= 0:
        raise Undefined("a real power of no positive base")
    if abs(power * mp.log(base)) > HUGE:
        raise Unclear("too large")
    return mp.power(base, power)


def _side(number: Real) -> Real:
    if number == 0:
        raise Undefined("a corner")
    return mp.sign(number)


def _logarithm(argument: Real) -> Real:
    if argument <= 0:
        raise Undefined("log")
    return mp.log(argument)


def _exponential(argument: Real) -> Real:
    if abs(argument) > HUGE:
        raise Unclear("too large")
    return mp.exp(argument)


def _root(argument: Real) -> Real:
    if argument < 0:
        raise Undefined("sqrt")
    return mp.sqrt(argument)


FUNCTIONS: dict[str, Callable[..., Real]] = {"log": _logarithm, "exp": _exponential, "sqrt": _root, "abs": abs, "min": min, "max": max}


def _slope(arguments: tuple[Tree, ...], here: Mapping[str, Real]) -> Real:
    """A derivative, where the term and each derivative before are defined."""
    term, (_, name), *order = arguments
    for _ in range(int(order[0][1]) if order else 1):
        value(term, here)
        term = derivative(term, name)
    return value(term, here)


def _area(term: Tree, name: str, low: Real, high: Real, here: Mapping[str, Real]) -> Real:
    with mp.workdps(40):
        area, error = mp.quad(lambda x: value(term, {**here, name: x}), [low, high], error=True)
    if error > mp.mpf(10) ** -25 * (1 + abs(area)):
        raise Unclear("the quadrature does not settle")
    return area


def judged(tree: Tree, point: Point) -> str:
    """Whether a claim holds at exact values of its names: holds, fails, undefined or unclear."""
    match tree:
        case ("chain", sides, relations):
            pairs = zip(sides, relations, sides[1:], strict=False)
            return reduce(_both, [_comparison(*pair, point) for pair in pairs])
        case ("in", name, ends):
            number = point[name]
            above = ends.low is None or number > ends.low or (ends.with_low and number == ends.low)
            below = ends.high is None or number < ends.high or (ends.with_high and number == ends.high)
            return HOLDS if above and below else FAILS
        case ("and", p, q):
            return _both(judged(p, point), judged(q, point))
        case ("or", p, q):
            found = {judged(p, point), judged(q, point)}
            return next(each for each in (UNDEFINED, HOLDS, UNCLEAR, FAILS) if each in found)
        case ("not", p):
            return {HOLDS: FAILS, FAILS: HOLDS}.get(judged(p, point), judged(p, point))
        case ("=>", p, q):
            given = judged(p, point)
            return judged(q, point) if given == HOLDS else UNCLEAR if given == UNCLEAR else HOLDS
        case ("<=>", p, q):
            return _both(judged(("=>", p, q), point), judged(("=>", q, p), point))
        case ("exists", name, chosen, claim):
            return judged(put(claim, name, chosen), point)
        case ("all", name, ends, claim):
            return judged(("=>", ("in", name, ends), claim), point)
    return UNCLEAR


def _both(one: str, other: str) -> str:
    return next(each for each in (UNDEFINED, FAILS, UNCLEAR, HOLDS) if each in (one, other))


def put(tree: Any, name: str, chosen: Tree) -> Any:
    """The tree with an expression in place of a name."""
    if tree == ("name", name):
        return chosen
    return tuple(put(part, name, chosen) for part in tree) if isinstance(tree, tuple) else tree


def _comparison(left: Tree, relation: str, right: Tree, point: Point) -> str:
    try:
        sign = _sign_of_area(left, right, point) if _has_area((left, right)) else _sign(left, right, point)
    except Undefined:
        return UNDEFINED
    except (Unclear, OverflowError, mpmath.libmp.libhyper.NoConvergence):
        return UNCLEAR
    if sign is None:
        return UNCLEAR
    return HOLDS if sign in SIGNS[relation] else FAILS


def _has_area(sides: Any) -> bool:
    match sides:
        case ("call", "integral", _):
            return True
        case tuple():
            return any(_has_area(part) for part in sides)
    return False


def _sign(left: Tree, right: Tree, point: Point) -> int | None:
    """The sign of the difference; zero where the digits of it are rounding at both precisions, None where that is not clear."""
    (rough, _), (fine, size) = (_difference(left, right, point, digits) for digits in DIGITS)
    if abs(rough - fine) <= abs(fine) * mp.mpf(10) ** -10:
        return int(mp.sign(fine))
    noise = max(abs(rough), size * mp.mpf(10) ** -DIGITS[0])  # by chance the rough difference may be nothing at all
    return 0 if abs(fine) <= noise * mp.mpf(10) ** -300 else None


def _sign_of_area(left: Tree, right: Tree, point: Point) -> int | None:
    apart, size = _difference(left, right, point, 40)
    if abs(apart) <= mp.mpf(10) ** -20 * (1 + size):
        return 0
    return int(mp.sign(apart)) if abs(apart) > mp.mpf(10) ** -9 * (1 + size) else None


def _difference(left: Tree, right: Tree, point: Point, digits: int) -> tuple[Real, Real]:
    """The difference of the sides, and the larger of them."""
    with mp.workdps(digits):
        here = {name: mp.mpf(each.numerator) / each.denominator for name, each in point.items()}
        one, other = value(left, here), value(right, here)
        return one - other, max(abs(one), abs(other))


def variables(tree: Tree, given: tuple[Tree, ...]) -> tuple[str, ...]:
    """The names that a claim and its givens speak of, sorted."""
    return tuple(sorted(names(tree) | names(given)))


def fails(claim: Tree, given: tuple[Tree, ...], point: Point) -> bool:
    """Whether the point meets what is given and the claim visibly fails there or is not defined."""
    return all(judged(each, point) == HOLDS for each in given) and judged(claim, point) in (FAILS, UNDEFINED)
