"""Points: where a claim is tried, corners and extremes among them, equations solved where they are linear in a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from tests.soundness.grammar import Ends, NotRead, Tree, constant, names
from tests.soundness.values import FAILS, HOLDS, UNDEFINED, judged

REAL = Ends(None, None, with_low=False, with_high=False)
SIMPLE = [Fraction(n, d) for n, d in ((0, 1), (1, 1), (2, 1), (1, 2), (3, 1), (1, 3), (3, 2), (5, 1), (10, 1), (4, 1), (1, 10), (2, 3))]


@dataclass(frozen=True)
class Stress:
    """What was seen: at how many points the claim held, and the first at which it failed, with how."""

    held: int
    tried: int
    point: Mapping[str, Fraction] | None = None
    how: str = ""


def stress(claim: Tree, given: Sequence[Tree], count: int, seed: int = 0, extremes: bool = True) -> Stress:
    """Looks for a point that meets the givens and at which the claim does not hold."""
    held = tried = 0
    for point in drawn(claim, given, count, Random(seed), extremes):
        tried += 1
        if not all(judged(each, point) == HOLDS for each in given):
            continue
        answer = judged(claim, point)
        if answer in (FAILS, UNDEFINED):
            return Stress(held, tried, point, answer)
        held += answer == HOLDS
    return Stress(held, tried)


def drawn(claim: Tree, given: Sequence[Tree], count: int, random: Random, extremes: bool = True) -> Iterator[dict[str, Fraction]]:
    """Points of the domains that the givens describe."""
    domains = dict.fromkeys(sorted(names(claim) | names(tuple(given))), REAL)
    for each in (*given, *_inner(claim)):
        for name, ends in bounds(each):
            domains[name] = cut(domains[name], ends)
    equations = [each for each in (*given, *_premises(claim)) if each[0] == "chain" and "=" in each[2]]
    for _ in range(count):
        point = _point(domains, random, extremes)
        yield from _solved(point, equations, random)


def _inner(claim: Tree) -> Iterator[Tree]:
    match claim:
        case ("all", name, ends, inner):
            yield ("in", name, ends)
            yield from _inner(inner)
        case ("=>", premise, inner):
            yield from _flat(premise)
            yield from _inner(inner)


def _premises(claim: Tree) -> Iterator[Tree]:
    match claim:
        case ("=>" | "<=>", p, q):
            yield from _flat(p)
            yield from _flat(q)


def _flat(claim: Tree) -> Iterator[Tree]:
    match claim:
        case ("and" | "or", p, q):
            yield from _flat(p)
            yield from _flat(q)
        case _:
            yield claim


def bounds(claim: Tree) -> Iterator[tuple[str, Ends]]:
    """The names that a claim bounds by a number, with the bounds."""
    match claim:
        case ("and", p, q):
            yield from bounds(p)
            yield from bounds(q)
        case ("in", name, ends):
            yield name, ends
        case ("chain", sides, relations):
            for left, relation, right in zip(sides, relations, sides[1:], strict=False):
                yield from _bound(left, relation, right)
                yield from _bound(right, relation.translate(str.maketrans("<>", "><")), left)


def _bound(left: Tree, relation: str, right: Tree) -> Iterator[tuple[str, Ends]]:
    if left[0] != "name" or relation in ("=", "!="):
        return
    try:
        number = constant(right)
    except NotRead:
        return
    if number is not None:
        closed = relation.endswith("=")
        yield left[1], Ends(number, None, closed, False) if relation[0] == ">" else Ends(None, number, False, closed)


def cut(one: Ends, other: Ends) -> Ends:
    """What two intervals have in common."""
    low, with_low = max(((e.low, not e.with_low) for e in (one, other) if e.low is not None), default=(None, True))
    high, out = min(((e.high, e.with_high) for e in (one, other) if e.high is not None), default=(None, False))
    return Ends(low, high, not with_low, out)


def _point(domains: Mapping[str, Ends], random: Random, extremes: bool) -> dict[str, Fraction]:
    style = random.choice(("simple", "simple", "corner", "wide", "near", "equal") + (("extreme", "mixed") if extremes else ("mixed",)))
    point = {name: _number(ends, style, random, extremes) for name, ends in domains.items()}
    if style == "equal":
        one = random.choice(list(point.values()) or [Fraction(0)])
        point = {name: one if _inside(one, domains[name]) and random.random() < 0.8 else number for name, number in point.items()}
    return point


def _number(ends: Ends, style: str, random: Random, extremes: bool) -> Fraction:
    for _ in range(60):
        number = _raw(ends, style, random, extremes)
        if _inside(number, ends):
            return number
    low, high = ends.low, ends.high
    if low is not None and high is not None:
        return (low + high) / 2
    return low + 1 if low is not None else high - 1 if high is not None else Fraction(0)


def _raw(ends: Ends, style: str, random: Random, extremes: bool) -> Fraction:
    low, high = ends.low, ends.high
    if style == "mixed":
        style = random.choice(("simple", "corner", "wide", "near") + (("extreme",) if extremes else ()))
    tiny = Fraction(1, 10 ** random.randint(1, 25 if extremes else 8))
    match style:
        case "corner" if low is not None or high is not None:
            end = random.choice([each for each in (low, high) if each is not None])
            return end if random.random() < 0.6 else end + random.choice((-1, 1)) * tiny
        case "near":
            return random.choice(SIMPLE) * random.choice((-1, 1)) + random.choice((-1, 1)) * tiny
        case "wide":
            size = Fraction(int(10 ** random.uniform(-2, 2) * 10**6), 10**6)
        case "extreme":
            size = Fraction(int(10 ** random.uniform(0, 3) * 1000), 1000) * Fraction(10) ** random.randint(-28, 28)
        case _:
            size = random.choice(SIMPLE)
    if low is not None and high is not None and random.random() < 0.7:
        return low + (high - low) * random.choice((Fraction(random.randint(0, 1000), 1000), random.choice(SIMPLE) / 10))
    if low is not None and high is None:
        return low + size
    if high is not None and low is None:
        return high - size
    return size if random.random() < 0.5 else -size


def _inside(number: Fraction, ends: Ends) -> bool:
    above = ends.low is None or number > ends.low or (ends.with_low and number == ends.low)
    below = ends.high is None or number < ends.high or (ends.with_high and number == ends.high)
    return above and below


def _solved(point: dict[str, Fraction], equations: Sequence[Tree], random: Random) -> Iterator[dict[str, Fraction]]:
    """The point with each equation solved for a name that it is linear in, as far as that is seen at three values."""
    fixed = set[str]()
    for equation in equations:
        (left, right), free = equation[1][:2], sorted(names(equation) - fixed)
        random.shuffle(free)
        for name in free:
            solution = _root(("-", left, right), name, point)
            if solution is not None:
                point = {**point, name: solution}
                fixed |= names(equation)
                break
    yield point


def _root(term: Tree, name: str, point: Mapping[str, Fraction]) -> Fraction | None:
    try:
        here = [rational(term, {**point, name: Fraction(each)}) for each in (1, 2, 5)]
    except (ZeroDivisionError, NotRead):
        return None
    slope = here[1] - here[0]
    if slope == 0 or here[2] - here[1] != 3 * slope:
        return None
    return 1 - here[0] / slope


def rational(tree: Tree, point: Mapping[str, Fraction]) -> Fraction:
    """The exact value of a rational expression.

    Raises:
        NotRead: where it is none.
    """
    match tree:
        case ("number", number):
            return number
        case ("name", name) if name in point:
            return point[name]
        case ("neg", a):
            return -rational(a, point)
        case ("+" | "-" | "*" | "/", a, b):
            one, other = rational(a, point), rational(b, point)
            return {"+": one.__add__, "-": one.__sub__, "*": one.__mul__, "/": one.__truediv__}[tree[0]](other)
        case ("**", a, ("number", exponent)) if exponent.denominator == 1:
            return rational(a, point) ** int(exponent)
    raise NotRead(f"{tree} is not rational")
