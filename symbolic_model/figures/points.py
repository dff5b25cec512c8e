"""Points: terms and the optimum over a range of one parameter, every value enclosed, at the parameters of the figures.

The exponents are those of section 6 and of Figure 1; b makes rho = (a/b)**(1/alpha) about 21 training tokens a parameter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any

from flint import arb, ctx

from checks.enclosures import Evaluator, compiled
from checks.enclosures.isolation import bracket, isolated
from checks.enclosures.programs import ball
from checks.figures import Point, Points
from checks.language import Symbol, Term, exact
from symbolic_model.growth import fitted_alpha
from symbolic_model.numerical_optimum import Kind, Optimum, optimum
from symbolic_model.scaling import balanced_data
from symbolic_model.symbols import E, a, alpha, b, beta, delta, gamma, omega, rho

BITS, DIGITS, LAST = 128, 20, 20
VALUES: dict[Symbol, Fraction] = {
    alpha: fitted_alpha.value,
    beta: fitted_alpha.value,
    a: Fraction(1),
    b: Fraction(2, 5),
    omega: Fraction(1),
    delta: Fraction(1),
}
SAID = "alpha = beta = 0.3, a = omega = delta = 1 and b = 0.4, so that rho = 21.2"


def valued(term: Any, values: Mapping[Symbol, Fraction]) -> Term:
    """The term at the parameters of the figures, but for what else these values say; rho is what a and b make it."""
    return valued_but(term, rho, values)


def valued_but(term: Any, over: Symbol, values: Mapping[Symbol, Fraction]) -> Term:
    """The same, where one symbol keeps its name."""
    fixed = {symbol: value for symbol, value in {**VALUES, **values}.items() if symbol != over}
    return exact(term).subs({rho: balanced_data(1)}).subs(fixed)


def enclosed(term: Any, over: Symbol, places: Iterable[Fraction], values: Mapping[Symbol, Fraction]) -> Points:
    """The term's values at places of one symbol.

    Raises:
        ValueError: where it has none there.
    """
    program = compiled([valued_but(term, over, values)], (over,))
    with ctx.workprec(BITS):
        return tuple(point(place, program(ball(place))[0]) for place in places)


def value(term: Any, values: Mapping[Symbol, Fraction], at: Fraction = Fraction(0)) -> Point:
    """The term's value where all symbols have one."""
    with ctx.workprec(BITS):
        return point(at, compiled([valued(term, values)], ())()[0])


def point(at: Fraction, found: arb) -> Point:
    """A ball as a point."""
    if not found.is_finite():
        raise ValueError(f"at {at} there is no value, or none that {BITS} bits enclose")
    return Point(at, _rational(found.lower()), _rational(found.upper()))


def _rational(bound: arb) -> Fraction:
    mantissa, exponent = bound.mid().man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def crossings(term: Any, over: Symbol, places: Sequence[Fraction], values: Mapping[Symbol, Fraction]) -> Points:
    """Where a term changes its sign between neighbouring places: each an exact number within bounds that certainly enclose the crossing."""
    there = valued_but(term, over, values)
    program = compiled([there], (over,))
    with ctx.workprec(BITS):
        signs = [(place, _sign(program(ball(place))[0])) for place in places]
        return tuple(_crossing(program, low, high, before) for (low, before), (high, after) in pairwise(signs) if before * after < 0)


def _sign(found: arb) -> int:
    """1 or -1 where it is certain, else 0."""
    return bool(found > 0) - bool(found < 0)


def _crossing(program: Evaluator, low: Fraction, high: Fraction, sign: int) -> Point:
    def falling(at: arb) -> arb:
        return sign * program(at)[0]

    around = bracket(falling, ball(low).mid(), ball(high).mid())
    if around is None:
        raise ValueError(f"{BITS} bits do not tell the sign at {low} or {high}")
    found = point(low, isolated(falling, around).hull)
    return Point(found.middle, found.low, found.high)


def spread(low: Fraction | int, high: Fraction | int, steps: int) -> tuple[Fraction, ...]:
    """Places at equal distances."""
    return tuple(low + (Fraction(high) - low) * step / steps for step in range(steps + 1))


def geometric(low: Fraction | int, high: Fraction | int, steps: int) -> tuple[Fraction, ...]:
    """Places at about equal ratios, of three decimals."""
    return tuple(Fraction(round(1000 * float(low) * float(Fraction(high) / low) ** (step / steps)), 1000) for step in range(steps + 1))


def decades(low: int, high: int, mantissas: Sequence[Fraction | int] = (1, 3)) -> tuple[Fraction, ...]:
    """Places from one power of ten to another."""
    return (*(Fraction(10) ** power * each for power in range(low, high) for each in mantissas), Fraction(10) ** high)


def best(values: Mapping[Symbol, Fraction]) -> Optimum:
    """The optimum at the parameters of the figures, but for what else these values say."""
    return _best(tuple((symbol.name, each) for symbol, each in {**VALUES, **values}.items()))


@cache
def _best(values: tuple[tuple[str, Fraction], ...]) -> Optimum:
    return optimum(dict(values), DIGITS)


def optima(quantity: str, found: Mapping[Fraction, Optimum]) -> Points:
    """A quantity of the optima at the places where a model is trained."""
    bounds = ((place, getattr(each, quantity)) for place, each in found.items() if each.kind is Kind.INTERIOR)
    return tuple(Point(place, Fraction(each.low), Fraction(each.high)) for place, each in bounds)


@cache
def threshold(curvature: Fraction) -> Fraction:
    """The least hardware efficiency at which a model is certain to be trained, to 0.2 %: at so much less none is.

    What a firm can earn with given choices rises with E, so that a model is trained at every larger one.
    """
    low, high = next((10**power, 10 ** (power + 1)) for power in range(30) if _trains(curvature, 10 ** (power + 1)))
    while 500 * (high - low) > high:
        middle = (low + high) // 2
        low, high = (low, middle) if _trains(curvature, middle) else (middle, high)
    return Fraction(high)


def _trains(curvature: Fraction, hardware: int) -> bool:
    return best({gamma: curvature, E: Fraction(hardware)}).participates


def efficiencies(curvature: Fraction) -> tuple[Fraction, ...]:
    """Hardware efficiencies from the threshold on, closer where the optimum bends."""
    start = threshold(curvature)
    return (*(start * each / 10 for each in (10, 11, 12, 14, 17, 20, 25, 30, 40, 60, 100)), *decades(6, LAST, (1,)))
