"""An oracle for the tests: claims evaluated with mpmath at random points, sharing no code with the engines.

It decides nothing for all points. At one point it says whether a claim holds, fails, is not defined, or cannot be told;
a sign counts only where two precisions agree about it. Derivatives are taken by differences, integrals by quadrature.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from random import Random
from typing import Any

import mpmath

from checks.language.claims import Claim
from checks.language.domains import Interval
from checks.language.terms import (
    Application,
    At,
    Constant,
    Curve,
    Derivative,
    Differential,
    Elementary,
    Function,
    Integral,
    Limit,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Term,
)
from checks.obligations import Obligation
from checks.verdicts import Witness

Real = Any  # mpmath's numbers carry no types
Meaning = Callable[..., Real]
HOLDS, FAILS, UNDEFINED, UNCLEAR = "holds", "fails", "undefined", "unclear"
DIGITS = 60
TRIES_A_POINT = 25
SIGNS = {"=": (0,), "!=": (-1, 1), "<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (1, 0)}
mp = mpmath.mp.clone()
mp.dps = DIGITS
FAR = mp.mpf(10) ** 15  # what a search for a root may run away to, where rounding hides everything else
NEAR = mp.mpf(10) ** -10  # an open end is kept at this distance, which a solved value may miss by rounding


class Undefined(Exception):
    """A term has no real value here."""


class Unclear(Exception):
    """The value cannot be found reliably by differences or quadrature."""


@dataclass(frozen=True)
class Surroundings:
    """What the letters stand for: symbols by name, and functions by name."""

    symbols: Mapping[str, Real]
    functions: Mapping[str, Meaning]

    def moved(self, name: str, value: Real) -> Surroundings:
        """The same but for one symbol."""
        return Surroundings({**self.symbols, name: value}, self.functions)


def value(term: Term, here: Surroundings) -> Real:
    """The term's value.

    Raises:
        Undefined: where it has none.
        Unclear: where it cannot be found reliably.
    """
    return RULES[type(term)](term, here)


def _sum(term: Sum, here: Surroundings) -> Real:
    return mp.fsum(value(part, here) for part in term.terms)


def _product(term: Product, here: Surroundings) -> Real:
    return mp.fprod([value(part, here) for part in term.factors])


def _quotient(term: Quotient, here: Surroundings) -> Real:
    above, below = value(term.numerator, here), value(term.denominator, here)
    if below == 0:
        raise Undefined(str(term))
    return above / below


def _power(term: Power, here: Surroundings) -> Real:
    base, exponent = value(term.base, here), value(term.exponent, here)
    if base > 0:
        return mp.power(base, exponent)
    if base == 0 and exponent > 0:
        return base
    if base < 0 and isinstance(term.exponent, Number) and term.exponent.value.denominator == 1:
        return base ** int(term.exponent.value)
    raise Undefined(str(term))


def _logarithm(argument: Real) -> Real:
    if argument <= 0:
        raise Undefined("log")
    return mp.log(argument)


def _root(argument: Real) -> Real:
    if argument < 0:
        raise Undefined("sqrt")
    return mp.sqrt(argument)


ELEMENTARY: dict[str, Meaning] = {"log": _logarithm, "exp": mp.exp, "sqrt": _root, "abs": abs, "min": min, "max": max}


def _elementary(term: Elementary, here: Surroundings) -> Real:
    return ELEMENTARY[term.name](*(value(part, here) for part in term.arguments))


def _application(term: Application, here: Surroundings) -> Real:
    return here.functions[term.function.name](*(value(part, here) for part in term.arguments))


def _slope(term: Term, name: str, here: Surroundings, order: int = 1) -> Real:
    """A derivative by differences; the function must be defined there and on both sides."""
    value(term, here)
    try:
        return mp.diff(lambda x: value(term, here.moved(name, x)), here.symbols[name], order)
    except Undefined as fault:
        raise Unclear(f"no values on both sides: {fault}") from fault


def _derivative(term: Derivative, here: Surroundings) -> Real:
    return _slope(term.term, term.symbol.name, here, term.order)


def _differential(term: Differential, here: Surroundings) -> Real:
    match term.along:
        case Curve(level, independent, dependent):
            below = _slope(level, dependent.name, here)
            if below == 0:
                raise Undefined("the curve stands upright")
            if abs(below) < mp.mpf(10) ** -30:
                raise Unclear("the curve may stand upright")
            along = -_slope(level, independent.name, here) / below
            rate = _slope(term.term, independent.name, here) + _slope(term.term, dependent.name, here) * along
            return rate * here.symbols[f"d({independent.name})"]
        case symbols:
            return mp.fsum(_slope(term.term, each.name, here) * here.symbols[f"d({each.name})"] for each in symbols)


def _integral(term: Integral, here: Surroundings) -> Real:
    low, high = value(term.low, here), value(term.high, here)

    def height(x: Real) -> Real:
        return value(term.term, here.moved(term.symbol.name, x))

    if _is_defined(height, low) and _is_defined(height, high):
        return _area(height, [low, high])
    return _improper(height, low, high)


def _is_defined(height: Meaning, x: Real) -> bool:
    try:
        height(x)
    except Undefined:
        return False
    return True


def _area(height: Meaning, ends: Sequence[Real]) -> Real:
    area, error = mp.quad(height, ends, error=True)
    if error > mp.mpf(10) ** (-DIGITS // 2) * (1 + abs(area)):
        raise Unclear("the quadrature does not settle")
    return area


def _improper(height: Meaning, low: Real, high: Real) -> Real:
    """Undefined at the lower end: the pieces from 1e-10, 1e-20, ... of the width must shrink for there to be a limit."""
    width = high - low
    cuts = [low + width * mp.mpf(10) ** -k for k in (0, 5, 10, 15)]
    pieces = [abs(_area(height, [near, far])) for far, near in pairwise(cuts)]
    if pieces[2] >= pieces[1] * mp.mpf("0.99"):
        raise Undefined("the integral diverges")
    return _area(height, [low, high])


def _at(term: At, here: Surroundings) -> Real:
    return value(term.term, here.moved(term.symbol.name, value(term.value, here)))


def _limit(term: Limit, here: Surroundings) -> Real:
    """The mean of the values on both sides, which must lie close together and must not grow as they come nearer."""
    if term.point is None:
        raise Unclear("a limit at infinity")
    point, step = value(term.point, here), mp.mpf(10) ** (-mp.dps // 3)

    def beside(distance: Real) -> Real:
        return value(term.term, here.moved(term.symbol.name, point + distance))

    left, right = beside(-step), beside(step)
    if abs(beside(step / 1000)) > 100 * abs(right) > 0:
        raise Undefined("the limit is infinite")
    if abs(left - right) > mp.mpf(10) ** (-mp.dps // 4) * (1 + abs(left)):
        raise Unclear("a limit that is not seen")
    return (left + right) / 2


CONSTANTS = {"e": lambda: mp.e, "pi": lambda: mp.pi}
RULES: dict[type, Callable[[Any, Surroundings], Real]] = {
    Number: lambda term, here: mp.mpf(term.value.numerator) / term.value.denominator,
    Constant: lambda term, here: +CONSTANTS[term.name](),
    Symbol: lambda term, here: here.symbols[term.name],
    Negative: lambda term, here: -value(term.term, here),
    Sum: _sum,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Elementary: _elementary,
    Application: _application,
    Derivative: _derivative,
    Differential: _differential,
    Integral: _integral,
    At: _at,
    Limit: _limit,
}

INCREASING: tuple[Meaning, ...] = (
    lambda *x: mp.fsum(x),
    lambda *x: mp.fsum(x) / 3 + 2,
    lambda *x: 5 * mp.fsum(x) - 7,
    lambda *x: mp.fsum(x) ** 3 + mp.fsum(x) - 1,
    lambda *x: mp.atan(mp.fsum(x)) - 1,
    lambda *x: mp.asinh(mp.fsum(x)) * 3 + 1,
)
ANY: tuple[Meaning, ...] = (*INCREASING, lambda *x: -mp.fsum(x), lambda *x: x[0] ** 2 - 2 * mp.fsum(x) + 1, lambda *x: mp.mpf(3))


@dataclass(frozen=True)
class Point:
    """Exact values, functions, and equations to be solved for one symbol each, from a first guess.

    Attributes:
        rough: symbols known to so many digits only, from a printed enclosure.
    """

    values: Mapping[str, Fraction]
    functions: Mapping[str, Meaning]
    equations: tuple[tuple[Claim, str, Fraction], ...] = ()
    rough: Mapping[str, str] = field(default_factory=dict)
    _known: dict[int, Surroundings] = field(default_factory=dict, compare=False, repr=False)

    def __str__(self) -> str:
        here = self.here().symbols
        return ", ".join(f"{name} = {mp.nstr(here[name], 12)}" for name in sorted(here))

    def here(self) -> Surroundings:
        """The values at the working precision."""
        if mp.prec not in self._known:
            self._known[mp.prec] = self._solved()
        return self._known[mp.prec]

    def _solved(self) -> Surroundings:
        found = {name: mp.mpf(each.numerator) / each.denominator for name, each in self.values.items()}
        here = Surroundings({**found, **{name: _parsed(text) for name, text in self.rough.items()}}, self.functions)
        for claim, name, guess in self.equations:
            here = here.moved(name, _solution(claim, name, here, guess))
        return here


def _difference(claim: Claim, here: Surroundings) -> tuple[Real, Real]:
    left, right = value(claim.left, here), value(claim.right, here)
    return left - right, max(abs(left), abs(right))


def _solution(claim: Claim, name: str, here: Surroundings, guess: Fraction) -> Real:
    for side, other in ((claim.left, claim.right), (claim.right, claim.left)):
        if isinstance(side, Symbol) and side.name == name and name not in {each.name for each in Claim(other, "=", 0).symbols}:
            return value(other, here)
    start = mp.mpf(guess.numerator) / guess.denominator
    try:
        root = mp.findroot(lambda x: _difference(claim, here.moved(name, x))[0], (start, start * mp.mpf("1.001")), solver="secant", maxsteps=60)
    except (ValueError, ZeroDivisionError, TypeError) as fault:
        raise Unclear(f"no root found: {fault}") from fault
    if not isinstance(root, mp.mpf):
        raise Unclear("no real root")
    return root


def judged(claim: Claim, point: Point) -> str:
    """Whether the claim holds at the point: holds, fails, undefined or unclear."""
    try:
        return _judged(claim, point)
    except Undefined:
        return UNDEFINED
    except (Unclear, OverflowError, mpmath.libmp.libhyper.NoConvergence):
        return UNCLEAR


def _judged(claim: Claim, point: Point) -> str:
    apart, size = _difference(claim, point.here())
    visible = abs(apart) > mp.mpf(10) ** (-DIGITS // 2) * size
    sign: int | None = _sign(apart) if visible else 0
    if not (sign in SIGNS[claim.relation] and (visible or claim.relation == "=")):
        sign = _sign_for_certain(claim, point, apart)
    if sign is None:
        return UNCLEAR
    return HOLDS if sign in SIGNS[claim.relation] else FAILS


def _sign(number: Real) -> int:
    return int(mp.sign(number))


def _sign_for_certain(claim: Claim, point: Point, apart: Real) -> int | None:
    """The sign on which two precisions agree; zero where the difference falls with the precision, or is printed too roughly."""
    with mp.workdps(2 * DIGITS):
        finer, size = _difference(claim, point.here())
        if point.rough:
            return _sign(finer) if abs(finer) > mp.mpf(10) ** -12 * (1 + size) else 0
        if abs(finer - apart) <= abs(finer) / 10:
            return _sign(finer)
        noise = max(mp.mpf(10) ** (-DIGITS // 2) * abs(apart), mp.mpf(10) ** (-3 * DIGITS // 2) * size)
        return 0 if abs(finer) <= noise else None


def meets(assumptions: Sequence[Claim], point: Point) -> bool:
    """Whether all the assumptions hold at the point; those that were solved need hold only as closely as they were."""
    return all(judged(claim, point) == HOLDS for claim in assumptions)


@dataclass
class Pool:
    """The points that meet some assumptions, found as they are asked for, the same ones each time."""

    assumptions: tuple[Claim, ...]
    variables: tuple[Symbol, ...]
    functions: tuple[Function, ...]
    found: list[Point] = field(default_factory=list)
    tried: int = 0
    random: Random = field(default_factory=lambda: Random(0))

    def points(self, count: int) -> Iterator[Point]:
        """So many points, if as many are found in a fair number of tries."""
        for index in range(count):
            while len(self.found) <= index:
                if self.tried >= count * TRIES_A_POINT:
                    return
                self._try()
            yield self.found[index]

    def _try(self) -> None:
        self.tried += 1
        point = _drawn(self.assumptions, self.variables, self.functions, self.random)
        if meets(self.assumptions, point) and _is_inside(point, self.variables):
            self.found.append(point)


@lru_cache(maxsize=512)
def pool(assumptions: tuple[Claim, ...], variables: tuple[Symbol, ...], functions: tuple[Function, ...]) -> Pool:
    """The pool for these assumptions, kept for other goals."""
    return Pool(assumptions, variables, functions)


def _is_inside(point: Point, variables: Sequence[Symbol]) -> bool:
    try:
        here = point.here()
    except (Undefined, Unclear):
        return False
    return all(_contains(symbol.domain, here.symbols[symbol.name]) and abs(here.symbols[symbol.name]) < FAR for symbol in variables)


def _contains(domain: Interval, number: Real) -> bool:
    low, high = _end(domain.low, -mp.inf), _end(domain.high, mp.inf)
    above = number > low + NEAR or (domain.includes_low and number >= low)
    below = number < high - NEAR or (domain.includes_high and number <= high)
    return bool(above and below)


def _end(end: Fraction | None, infinite: Real) -> Real:
    return infinite if end is None else mp.mpf(end.numerator) / end.denominator


def _drawn(assumptions: Sequence[Claim], variables: Sequence[Symbol], functions: Sequence[Function], random: Random) -> Point:
    style = random.choice(("simple", "corner", "wide", "wide", "mixed"))
    values = {symbol.name: _number(symbol, style, random) for symbol in variables}
    meanings = {each.name: random.choice(INCREASING if each.increasing else ANY) for each in functions}
    equations = list[tuple[Claim, str, Fraction]]()
    fixed = set[str]()
    for claim in _to_be_solved(assumptions, random):
        names = sorted({symbol.name for symbol in claim.symbols} - fixed)
        if names and not (style in ("simple", "corner") and random.random() < 0.5):
            name = random.choice(names)
            equations.append((claim, name, abs(values[name]) + Fraction(1, 7)))
        fixed |= {symbol.name for symbol in claim.symbols}
    return Point(values, meanings, tuple(equations))


def _to_be_solved(assumptions: Sequence[Claim], random: Random) -> Iterator[Claim]:
    """The equations, and now and then an inequality at its boundary."""
    yield from (claim for claim in assumptions if claim.relation == "=")
    slack = [claim for claim in assumptions if claim.relation in ("<=", ">=")]
    if slack and random.random() < 0.25:
        yield random.choice(slack)


def _number(symbol: Symbol, style: str, random: Random) -> Fraction:
    domain = symbol.domain
    for _ in range(100):
        number = _raw(domain, style, random)
        if number in domain and not (number == 0 and symbol.name.startswith("d(")):
            return number
    return ((domain.low or Fraction(0)) + (domain.high if domain.high is not None else (domain.low or Fraction(0)) + 2)) / 2


def _raw(domain: Interval, style: str, random: Random) -> Fraction:
    match random.choice(("simple", "corner", "wide")) if style == "mixed" else style:
        case "simple":
            size = Fraction(random.choice((1, 1, 2, 3)))
        case "corner":
            size = random.choice((Fraction(0), Fraction(0), Fraction(1), Fraction(1, 10), Fraction(10)))
        case _:
            size = Fraction(round(10 ** random.uniform(-1, 1) * 1000), 1000)
    number = size if domain.low == 0 or random.random() < 0.5 else -size
    if domain.low is not None and domain.high is not None and random.random() < 0.5:
        return domain.low + (domain.high - domain.low) * Fraction(random.randint(0, 20), 20)
    return number


@dataclass(frozen=True, slots=True)
class Search:
    """At how many points the goal held, and a point at which it visibly does not, if one was found."""

    held: int
    violation: Point | None


def search(obligation: Obligation, count: int = 300) -> Search:
    """Looks for a violation at points that meet the assumptions, more of them where some are unclear."""
    held = 0
    for point in pool(obligation.assumptions, obligation.variables, obligation.functions).points(count + count // 3):
        answer = judged(obligation.goal, point)
        if answer in (FAILS, UNDEFINED):
            return Search(held, point)
        held += answer == HOLDS
        if held >= count:
            break
    return Search(held, None)


def confirms(obligation: Obligation, witness: Witness) -> str:
    """How the goal fares at an engine's witness: fails or undefined; holds where it does not; unclear; or "assumptions" where one is not met."""
    functions = {head.partition("(")[0]: _meaning(head, text) for head, text in witness.functions.items()}
    point = Point(witness.values, functions, rough=witness.solved)
    for claim in obligation.assumptions:
        is_rough = claim.relation == "=" and any(symbol.name in witness.solved for symbol in claim.symbols)
        if not is_rough and (answer := judged(claim, point)) != HOLDS:  # a solved value has digits, and meets its equation only to them
            return UNCLEAR if answer == UNCLEAR else "assumptions"
    return judged(obligation.goal, point)


OPERATORS: dict[type, Callable[..., Real]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}


def _meaning(head: str, text: str) -> Meaning:
    """The function that a witness spells out, such as f(x) as 1 + x/2."""
    names = [name.strip() for name in head.partition("(")[2].rstrip(")").split(",")]
    tree = ast.parse(text, mode="eval").body
    return lambda *arguments: _evaluated(tree, dict(zip(names, arguments, strict=True)))


def _parsed(text: str) -> Real:
    return _evaluated(ast.parse(text, mode="eval").body, {})


def _evaluated(node: ast.expr, here: Mapping[str, Real]) -> Real:
    match node:
        case ast.Constant(number):
            return mp.mpf(str(number)) if isinstance(number, float) else mp.mpf(number)
        case ast.Name(name):
            return here[name]
        case ast.UnaryOp(sign, operand):
            return OPERATORS[type(sign)](_evaluated(operand, here))
        case ast.BinOp(left, sign, ast.Constant(int(exponent))) if isinstance(sign, ast.Pow):
            return _evaluated(left, here) ** exponent
        case ast.BinOp(left, sign, right):
            return OPERATORS[type(sign)](_evaluated(left, here), _evaluated(right, here))
        case ast.Call(ast.Name("exp"), [argument]):
            return mp.exp(_evaluated(argument, here))
        case _:
            raise ValueError(f"{ast.dump(node)} is no arithmetic")
