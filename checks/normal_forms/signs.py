"""Signs of polynomials over the atoms: what is visible term by term, factor by factor, or from assumptions.

A sign is the set of those of -1, 0, 1 that are possible. Nothing here is searched far: a polynomial's sign is
known if its factors' signs are, and a factor's if its terms agree, if they agree after shifting a variable to
the end of its domain, if an assumption settles it, or if it compares two products whose logarithms compare.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from flint import fmpq, fmpq_mpoly

from checks.language.domains import REAL, Interval
from checks.language.terms import Symbol
from checks.language.walking import is_increment
from checks.normal_forms.constants import number_sign
from checks.normal_forms.powers import logarithm
from checks.normal_forms.ring import (
    CONTEXT,
    GENERATORS,
    ONE,
    ConstantAtom,
    Element,
    ExpAtom,
    LogAtom,
    OutOfClass,
    Ring,
    RootAtom,
    SymbolAtom,
    ValueAtom,
    factored,
    generators_of,
    polynomial,
)

Sign = frozenset[int]
ANY: Sign = frozenset({-1, 0, 1})
PLUS: Sign = frozenset({1})
MINUS: Sign = frozenset({-1})
NIL: Sign = frozenset({0})
NOT_NEGATIVE: Sign = frozenset({0, 1})
NONZERO: Sign = frozenset({-1, 1})
ALLOWED: dict[str, Sign] = {
    "=": NIL,
    "!=": NONZERO,
    ">": PLUS,
    ">=": NOT_NEGATIVE,
    "<": MINUS,
    "<=": frozenset({-1, 0}),
}
NAMES = tuple(map(str, GENERATORS))
NOTHING: Mapping[int, Sign] = MappingProxyType({})
DEPTH = 3
MULTIPLES_LIMIT = 400


class Contradiction(Exception):
    """The assumptions leave no possible sign for some quantity."""


def product(left: Sign, right: Sign) -> Sign:
    """The possible signs of a product."""
    return frozenset(a * b for a in left for b in right)


def squared(sign: Sign) -> Sign:
    """The possible signs of a square, or of any even power."""
    return frozenset(s * s for s in sign)


def total(left: Sign, right: Sign) -> Sign:
    """The possible signs of a sum."""
    if left == NIL or right == NIL:
        return right if left == NIL else left
    if not left or not right or (1 in left | right and -1 in left | right):
        return ANY
    strict = 0 not in left or 0 not in right
    return frozenset((left | right) - {0}) if strict else left | right


@dataclass(slots=True)
class Signs:
    """What is known of signs: of factors, from assumptions, and the bounds of symbols from their domains."""

    ring: Ring
    factors: dict[str, tuple[fmpq_mpoly, Sign]] = field(default_factory=dict)
    bounds: dict[Symbol, Interval] = field(default_factory=dict)
    _busy: set[str] = field(default_factory=set)

    def domain(self, symbol: Symbol) -> Interval:
        """Where a symbol lies: its domain, cut down by what is assumed."""
        return self.bounds.get(symbol, symbol.domain)

    def assume_bound(self, symbol: Symbol, relation: str, bound: Fraction) -> None:
        """Learns that a symbol lies on one side of a number.

        Raises:
            Contradiction: where nothing of its domain lies there.
        """
        try:
            self.bounds[symbol] = self.domain(symbol).cut(relation, bound)
        except ValueError:
            raise Contradiction from None

    def is_positive(self, symbol: Symbol) -> bool:
        """Whether a symbol is known to be positive."""
        return self._of_generator(self.ring.index(SymbolAtom(symbol))) == PLUS

    def assume(self, element: Element, allowed: Sign) -> None:
        """Learns that an element's sign is among the allowed ones.

        Raises:
            Contradiction: where it cannot be.
        """
        reduced = self.ring.reduced(element)
        value = reduced.numerator * reduced.denominator
        if not self.of(value) & allowed:
            raise Contradiction
        rest, allowed = self._without_known_factors(value, allowed)
        self._learn(rest, allowed)
        form = self._logarithmic_form(rest)
        if form is not None:
            self._learn(*self._without_known_factors(form.numerator * form.denominator, allowed))

    def _without_known_factors(self, value: fmpq_mpoly, allowed: Sign) -> tuple[fmpq_mpoly, Sign]:
        """What remains of a polynomial, and the signs allowed to it, when factors of known sign are divided out."""
        if value.is_zero():
            return ONE, PLUS
        content, factors = factored(value)
        allowed = product(allowed, MINUS) if content < 0 else allowed
        rest = ONE
        for factor, multiplicity in factors:
            known = self.of(factor)
            if multiplicity % 2 == 0:
                rest = rest if 0 not in known else rest * factor**2
            elif known in (PLUS, MINUS):
                allowed = product(allowed, known)
            else:
                rest = rest * factor
        return rest, allowed

    def _learn(self, rest: fmpq_mpoly, allowed: Sign) -> None:
        if 0 not in allowed:
            for factor, _ in factored(rest)[1]:
                self._intersect(factor, NONZERO)
            rest, allowed = self._without_known_factors(rest, allowed)
        if rest.is_constant():
            if 1 not in allowed:
                raise Contradiction
            return
        factors = factored(rest)[1]
        if len(factors) == 1 and (factors[0][1] == 1 or 1 not in allowed):
            self._intersect(factors[0][0], allowed if factors[0][1] == 1 else NIL)
        else:
            self._intersect(rest, allowed)

    def _intersect(self, factor: fmpq_mpoly, allowed: Sign) -> None:
        monic, direction = _monic(factor)
        allowed = product(allowed, direction)
        known = self.of(monic) & allowed
        if not known:
            raise Contradiction
        self.factors[str(monic)] = (monic, known)

    def of_element(self, element: Element) -> Sign:
        """The possible signs of a fraction."""
        reduced = self.ring.reduced(element)
        return self.of(reduced.numerator * reduced.denominator)

    def of(self, value: fmpq_mpoly) -> Sign:
        """The possible signs of a polynomial, as far as they are known."""
        if value.is_zero():
            return NIL
        by_terms = self._by_terms(value)
        if len(by_terms) == 1:
            return by_terms
        whole = self._assumed(value)
        content, factors = factored(value)
        sign = PLUS if content > 0 else MINUS
        for factor, multiplicity in factors:
            of_factor = self._of_factor(factor)
            sign = product(sign, of_factor if multiplicity % 2 else squared(of_factor))
        return sign & whole & by_terms

    def _assumed(self, value: fmpq_mpoly) -> Sign:
        monic, direction = _monic(value)
        return product(self._known(monic), direction)

    def _known(self, monic: fmpq_mpoly) -> Sign:
        entry = self.factors.get(str(monic))
        return ANY if entry is None else entry[1]

    def _of_factor(self, factor: fmpq_mpoly) -> Sign:
        sign = self._assumed(factor) & self._by_terms(factor)
        key = str(factor)
        if len(sign) == 1 or key in self._busy or len(self._busy) > DEPTH:
            return sign
        self._busy.add(key)
        try:
            for rule in (self._by_enclosure, self._by_shifting, self._by_assumption, self._by_logarithms):
                sign = sign & rule(factor)
                if len(sign) == 1:
                    break
        finally:
            self._busy.discard(key)
        return sign

    def _by_terms(self, value: fmpq_mpoly, distances: Mapping[int, Sign] = NOTHING) -> Sign:
        """The sign on which all terms agree; `distances` are signs of generators that were shifted."""
        sign = NIL
        for exponents, coefficient in value.to_dict().items():
            term = PLUS if coefficient > 0 else MINUS
            for index, exponent in enumerate(exponents):
                if exponent:
                    of_generator = distances.get(index) or self._of_generator(index)
                    term = product(term, of_generator if exponent % 2 else squared(of_generator))
            sign = total(sign, term)
        return sign

    def _of_generator(self, index: int) -> Sign:
        known = self.factors[NAMES[index]][1] if NAMES[index] in self.factors else ANY
        if self.ring.unit(index).denominator % 2 == 0:
            known = known & NOT_NEGATIVE
        match self.ring.atoms[index]:
            case ExpAtom() | RootAtom() | ConstantAtom():
                return PLUS
            case SymbolAtom(symbol):
                return known & (NONZERO if is_increment(symbol) else _of_interval(self.domain(symbol)))
            case ValueAtom(_, slot, _, increasing):
                return PLUS if increasing and slot is not None else known
            case LogAtom(base):
                return known & self._of_logarithm(index, base)

    def _of_logarithm(self, index: int, base: Element | SymbolAtom) -> Sign:
        if isinstance(base, SymbolAtom):
            interval = self.domain(base.symbol)
            return _of_interval(interval.shifted(-1))
        key = f"log {index}"
        if key in self._busy or len(self._busy) > DEPTH:
            return ANY
        self._busy.add(key)
        try:
            return self.of((base.numerator - base.denominator) * base.denominator)
        finally:
            self._busy.discard(key)

    def _by_enclosure(self, value: fmpq_mpoly) -> Sign:
        sign = number_sign(self.ring, value)
        return ANY if sign is None else frozenset({sign})

    def _by_shifting(self, value: fmpq_mpoly) -> Sign:
        """Counts from the ends of domains: 1 - alpha, for alpha up to 1, is the distance from that end."""
        sign = ANY
        shifts = [(index, end, towards) for index in sorted(generators_of(value)) for end, towards in self._ends(index)]
        for count in (1, 2):
            for chosen in itertools.combinations(shifts, count):
                if len({index for index, _, _ in chosen}) == count:
                    sign = sign & self._shifted_sign(value, chosen)
        return sign

    def _shifted_sign(self, value: fmpq_mpoly, shifts: Iterable[tuple[int, Fraction, int]]) -> Sign:
        distances: dict[int, Sign] = {}
        substitution = list(GENERATORS)
        for index, end, towards in shifts:
            substitution[index] = CONTEXT.constant(fmpq(end.numerator, end.denominator)) + towards * GENERATORS[index]
            distances[index] = self._distance_sign(index, towards)
        return self._by_terms(value.compose(*substitution, ctx=CONTEXT), distances)

    def _ends(self, index: int) -> list[tuple[Fraction, int]]:
        atom = self.ring.atoms[index]
        if not isinstance(atom, SymbolAtom) or self.ring.unit(index) != 1:
            return []
        interval = self.domain(atom.symbol)
        low = [] if interval.low is None or interval.low == 0 else [(interval.low, 1)]
        high = [] if interval.high is None else [(interval.high, -1)]
        return low + high

    def _distance_sign(self, index: int, towards: int) -> Sign:
        atom = self.ring.atoms[index]
        interval = self.domain(atom.symbol) if isinstance(atom, SymbolAtom) else REAL
        included = interval.includes_low if towards > 0 else interval.includes_high
        return NOT_NEGATIVE if included else PLUS

    def _by_assumption(self, value: fmpq_mpoly) -> Sign:
        """Subtracts a multiple of an assumed quantity that leaves only terms of the same sign."""
        sign = ANY
        for assumed, known in tuple(self.factors.values()):
            if known == ANY or len(assumed) > len(value) + 2 or len(assumed) * len(value) > MULTIPLES_LIMIT:
                continue
            for multiple in _multiples(value, assumed):
                part = product(self._by_terms(multiple), known)
                rest = value - multiple * assumed
                sign = sign & total(part, self._by_assumed_factors(rest))
                if len(sign) == 1:
                    return sign
        return sign

    def _by_assumed_factors(self, value: fmpq_mpoly) -> Sign:
        """The sign without any search: from terms, and from factors that are assumed."""
        if value.is_zero():
            return NIL
        sign = self._by_terms(value)
        if len(sign) == 1:
            return sign
        content, factors = factored(value)
        of_factors = PLUS if content > 0 else MINUS
        for factor, multiplicity in factors:
            of_factor = self._assumed(factor) & self._by_terms(factor)
            of_factors = product(of_factors, of_factor if multiplicity % 2 else squared(of_factor))
        return sign & of_factors & self._assumed(value)

    def _by_logarithms(self, value: fmpq_mpoly) -> Sign:
        form = self._logarithmic_form(value)
        return ANY if form is None else self.of(form.numerator * form.denominator)

    def _logarithmic_form(self, value: fmpq_mpoly) -> Element | None:
        """For a difference of two positive products, the difference of their logarithms, of the same sign."""
        terms = sorted(value.to_dict().items(), key=lambda item: -item[1])
        if len(terms) != 2 or not terms[0][1] > 0 > terms[1][1]:
            return None
        first, second = (CONTEXT.from_dict({exponents: abs(coefficient)}) for exponents, coefficient in terms)
        if self._by_terms(first) != PLUS or self._by_terms(second) != PLUS:
            return None
        try:
            return logarithm(self.ring, polynomial(first), self.of) - logarithm(self.ring, polynomial(second), self.of)
        except OutOfClass:
            return None


def _monic(value: fmpq_mpoly) -> tuple[fmpq_mpoly, Sign]:
    lead = value.leading_coefficient()
    return value / lead, PLUS if lead > 0 else MINUS


def _multiples(value: fmpq_mpoly, assumed: fmpq_mpoly) -> Iterable[fmpq_mpoly]:
    """The quotients of a term of `value` by a term of `assumed`."""
    seen = set()
    for exponents, coefficient in value.to_dict().items():
        for other, divisor in assumed.to_dict().items():
            difference = tuple(a - b for a, b in zip(exponents, other, strict=True))
            if min(difference) >= 0 and (key := (difference, coefficient / divisor)) not in seen:
                seen.add(key)
                yield CONTEXT.from_dict({difference: coefficient / divisor})


@lru_cache(maxsize=1 << 12)
def _of_interval(interval: Interval) -> Sign:
    possible = set[int]()
    if interval.low is None or interval.low < 0:
        possible.add(-1)
    if interval.high is None or interval.high > 0:
        possible.add(1)
    if Fraction(0) in interval:
        possible.add(0)
    return frozenset(possible)
