"""Drawing exact values from domains: over many orders of magnitude, and at the corners where claims break."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from random import Random

from checks.language.claims import Claim
from checks.language.domains import Interval
from checks.language.terms import Negative, Number, Symbol, Term
from checks.language.walking import is_increment

TINY = tuple(map(Fraction, ("0", "1", "-1", "2", "1/2", "3", "-2", "1/3", "-1/2")))
MANNERS = ("tiny", "equal", "near", "near", "mixed", "mixed", "far", "corner")
CORNERED = ("tiny", "tiny", "equal", "near", "mixed", "corner")
MIXTURE = ("tiny", "near", "far", "corner")
POOL = 200


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws values for symbols whose domains may have been narrowed by assumptions."""

    domains: dict[Symbol, Interval]
    manners: tuple[str, ...] = MANNERS

    def values(self, symbols: Iterable[Symbol], random: Random) -> dict[Symbol, Fraction]:
        """A value for each symbol, all drawn in one manner."""
        manner = random.choice(self.manners)
        shared = random.choice(SHARED) if manner == "equal" else None
        found = {}
        for symbol in symbols:
            if shared is not None and self.allows(symbol, shared):
                found[symbol] = shared
            else:
                found[symbol] = random.choice(_pool(self.domains[symbol], is_increment(symbol), self._manner(manner, random)))
        return found

    def allows(self, symbol: Symbol, value: Fraction) -> bool:
        """Whether the value lies in the symbol's domain; increments are never zero."""
        return value in self.domains[symbol] and not (value == 0 and is_increment(symbol))

    def _manner(self, manner: str, random: Random) -> str:
        return random.choice(MIXTURE) if manner == "mixed" else manner


@lru_cache(maxsize=1024)
def _pool(domain: Interval, is_nonzero: bool, manner: str) -> tuple[Fraction, ...]:
    """Values of a domain in one manner, the same in every process."""
    random = Random(f"{domain} {manner}")
    drawn = (_value(domain, manner, random) for _ in range(POOL))
    allowed = tuple(value for value in drawn if value in domain and not (is_nonzero and value == 0))
    return allowed or tuple(_inside(domain, random, 2) for _ in range(POOL))


def _value(domain: Interval, manner: str, random: Random) -> Fraction:
    if manner == "tiny" and (allowed := [value for value in TINY if value in domain]):
        return random.choice(allowed)
    if manner == "corner" and (domain.low is not None or domain.high is not None):
        return _corner(domain, random)
    return _inside(domain, random, 2 if manner in ("near", "tiny", "equal") else 12)


def narrowed(symbols: Iterable[Symbol], claims: Iterable[Claim]) -> dict[Symbol, Interval]:
    """The symbols' domains, cut down by those claims that bound a symbol by a number."""
    domains = {symbol: symbol.domain for symbol in symbols}
    for claim in claims:
        for side in (claim, claim.mirrored):
            bound = _number(side.right)
            if isinstance(side.left, Symbol) and bound is not None and side.left in domains:
                domains[side.left] = _cut(domains[side.left], side.relation, bound)
    return domains


def _number(term: Term) -> Fraction | None:
    match term:
        case Number(value):
            return value
        case Negative(Number(value)):
            return -value
        case _:
            return None


def _cut(domain: Interval, relation: str, bound: Fraction) -> Interval:
    """The part of the domain on one side of a bound; the domain itself where that would be empty."""
    try:
        return domain.cut(relation, bound)
    except ValueError:
        return domain


def _magnitude(random: Random, orders: int) -> Fraction:
    """A positive number of few digits, its logarithm about uniform."""
    exponent = random.randint(-min(orders, 9), orders)
    mantissa = random.choice((Fraction(random.randint(1, 9)), Fraction(random.randint(10, 99), 10), Fraction(random.randint(100, 999), 100)))
    if random.random() < 0.2:
        return Fraction(random.randint(1, 12), random.randint(1, 12))
    return mantissa * Fraction(10) ** exponent


SHARED = (*TINY, *(_magnitude(Random(number), 2) for number in range(len(TINY))))


def _inside(domain: Interval, random: Random, orders: int) -> Fraction:
    low, high = domain.low, domain.high
    size = _magnitude(random, orders)
    if low is not None and high is not None:
        return _between(low, high, random)
    if low is not None:
        return size if size in domain and random.random() < 0.5 else low + size
    if high is not None:
        return -size if -size in domain and random.random() < 0.5 else high - size
    return size if random.random() < 0.5 else -size


def _between(low: Fraction, high: Fraction, random: Random) -> Fraction:
    steps = random.choice((2, 3, 4, 7, 10, 100))
    share = Fraction(random.randint(1, steps - 1), steps)
    if random.random() < 0.2:
        share = Fraction(random.randint(1, 9)) / Fraction(10) ** random.randint(1, 9)
        share = share if random.random() < 0.5 else 1 - share
    return low + (high - low) * share


def _corner(domain: Interval, random: Random) -> Fraction:
    ends = []
    step = Fraction(1, 10 ** random.choice((1, 2, 3, 6, 9)))
    width = None if domain.low is None or domain.high is None else domain.high - domain.low
    step = step if width is None else step * width
    if domain.low is not None:
        ends.append(domain.low if domain.includes_low and random.random() < 0.7 else domain.low + step)
    if domain.high is not None:
        ends.append(domain.high if domain.includes_high and random.random() < 0.7 else domain.high - step)
    return random.choice(ends)
