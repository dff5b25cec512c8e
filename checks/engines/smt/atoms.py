"""Atoms: what holds of each by its nature, whatever is assumed: domains, signs, roots, numbers enclosed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.engines.smt.enclosing import generator_bounds
from checks.engines.smt.formulas import Clause, holds
from checks.language.domains import Interval
from checks.language.terms import Symbol
from checks.language.walking import is_increment
from checks.normal_forms.constants import is_number
from checks.normal_forms.ring import GENERATORS, ConstantAtom, Element, ExpAtom, Ring, RootAtom, SymbolAtom, ValueAtom, constant, polynomial

UNIT = Fraction(1)


def clauses_of(ring: Ring, index: int) -> Iterator[Clause]:
    """What holds of a generator."""
    generator = polynomial(GENERATORS[index])
    match ring.atoms[index]:
        case SymbolAtom(symbol):
            yield from _of_symbol(symbol, generator, ring.unit(index))
        case RootAtom(base):
            yield holds(generator, ">")
            yield from _root(generator, base, ring.unit(index))
        case ExpAtom() | ConstantAtom():
            yield holds(generator, ">")
        case ValueAtom(_, slot, _, increasing):
            if increasing and slot is not None:
                yield holds(generator, ">")
        case _:
            pass
    if is_number(ring, index):
        yield from _enclosed(ring, index, generator)


def inside(ring: Ring, index: int) -> frozenset[int]:
    """The generators of which a generator is a function in a way that its clauses show."""
    match ring.atoms[index]:
        case RootAtom(base):
            return base.generators
        case _:
            return frozenset()


def _of_symbol(symbol: Symbol, generator: Element, unit: Fraction) -> Iterator[Clause]:
    if is_increment(symbol):
        yield holds(generator, "!=")
    if unit == UNIT:
        yield from _in_domain(generator, symbol.domain)
        return
    yield holds(generator, ">")  # another power than the first is taken only of what was shown to be positive
    power = generator.power(unit.denominator)
    for end, relation in _ends(symbol.domain):
        if end > 0:
            yield holds(power - constant(end**unit.numerator), relation)


def _in_domain(generator: Element, domain: Interval) -> Iterator[Clause]:
    for end, relation in _ends(domain):
        yield holds(generator - constant(end), relation)


def _ends(domain: Interval) -> Iterator[tuple[Fraction, str]]:
    if domain.low is not None:
        yield domain.low, ">=" if domain.includes_low else ">"
    if domain.high is not None:
        yield domain.high, "<=" if domain.includes_high else "<"


def _root(generator: Element, base: Element, unit: Fraction) -> Iterator[Clause]:
    """The generator is base**(p/q), so its power q is base**p."""
    yield holds(generator.power(unit.denominator) - base.power(unit.numerator), "=")


def _enclosed(ring: Ring, index: int, generator: Element) -> Iterator[Clause]:
    bounds = generator_bounds(ring, index)
    if bounds is not None:
        low, high = bounds
        yield holds(generator - constant(low), ">=")
        yield holds(generator - constant(high), "<=")
