"""Logarithms: pairs of a positive quantity and its logarithm, and the inequalities between any two of them.

With u and v the logarithms of P and Q: u - v <= P/Q - 1, and so u - v >= 1 - Q/P. From these follow monotonicity,
log(x) <= x - 1, exp(x) >= 1 + x, and the weighted means; a power's logarithm is its exponent times its base's.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from flint import fmpq_mpoly

from checks.engines.smt.enclosing import element_bounds, logarithm_bounds
from checks.engines.smt.formulas import Clause, holds
from checks.engines.smt.theory import Theory
from checks.language.terms import Elementary, Negative, Power, Product, Quotient, Sum, Term
from checks.language.walking import parts
from checks.normal_forms.constants import is_number
from checks.normal_forms.powers import logarithm
from checks.normal_forms.ring import CONTEXT, Element, ExpAtom, LogAtom, OutOfClass, RootAtom, SymbolAtom, constant, polynomial
from checks.normal_forms.signs import PLUS

PAIRS_LIMIT = 12
SIGN_PAIRS_LIMIT = 5
MULTIPLICITY_LIMIT = 8
ONE = constant(1)


@dataclass(frozen=True, slots=True)
class Pair:
    """A positive quantity and its logarithm."""

    positive: Element
    logarithm: Element


UNIT = Pair(ONE, constant(0))


def pairs_of_atoms(theory: Theory, elements: Iterable[Element]) -> Iterator[Pair]:
    """A pair for each logarithm and each exponential among the atoms of which the elements are made."""
    ring = theory.ring
    for index in sorted(_reached(theory, elements)):
        match ring.atoms[index]:
            case LogAtom(SymbolAtom() as symbol):
                yield Pair(ring.power(symbol), theory.generator(index))
            case LogAtom(Element() as base):
                yield Pair(base, theory.generator(index))
            case ExpAtom(exponent):
                yield Pair(theory.generator(index), constant(ring.unit(index)) * exponent)
            case _:
                pass


def _reached(theory: Theory, elements: Iterable[Element]) -> frozenset[int]:
    """The generators of the elements, and those inside their atoms."""
    found = set[int]()
    new = {index for element in elements for index in element.generators}
    while new:
        found |= new
        new = {other for index in new for inner in _inside(theory, index) for other in inner.generators} - found
    return frozenset(found)


def _inside(theory: Theory, index: int) -> tuple[Element, ...]:
    match theory.ring.atoms[index]:
        case LogAtom(SymbolAtom() as symbol):
            return (theory.ring.power(symbol),)
        case LogAtom(Element() as inner) | ExpAtom(inner) | RootAtom(inner):
            return (inner,)
        case _:
            return ()


def pairs_in_sight(theory: Theory) -> Iterator[Pair]:
    """Pairs for what stands under a logarithm, for powers, and for products of powers."""
    for term in dict.fromkeys(part for whole in theory.terms for part in visible(whole)):
        pair = None
        if isinstance(term, Elementary) and term.name == "log":
            pair = _inverse(theory, term.arguments[0], term)
        elif isinstance(term, Elementary) and term.name == "exp":
            pair = _inverse(theory, term, term.arguments[0])
        elif isinstance(term, Product | Quotient | Power):
            pair = _pair(theory, term)
        if pair is not None:
            yield pair


def pair_of_sides(theory: Theory, difference: Element) -> Iterator[Pair]:
    """Where a difference compares two positive products: their quotient. Where it is a sum of logarithms: the product under them."""
    numerator = difference.numerator
    terms = sorted(numerator.to_dict().items(), key=lambda item: -item[1])
    if len(terms) == 2 and terms[0][1] > 0 > terms[1][1]:
        above, below = (polynomial(CONTEXT.from_dict({exponents: abs(coefficient)})) for exponents, coefficient in terms)
        with suppress(OutOfClass):
            yield Pair(above / below, logarithm(theory.ring, above / below, theory.signs.of))
    if (found := _of_sum(theory, numerator)) is not None:
        yield found


def _of_sum(theory: Theory, numerator: fmpq_mpoly) -> Pair | None:
    product, total = ONE, constant(0)
    scale = lcm(*(int(coefficient.q) for coefficient in numerator.to_dict().values()))
    for exponents, coefficient in (numerator * scale).to_dict().items():
        index = next((index for index, exponent in enumerate(exponents) if exponent), 0)
        atom = theory.ring.atoms[index] if sum(exponents) == 1 else None
        if not isinstance(atom, LogAtom) or abs(coefficient) > MULTIPLICITY_LIMIT:
            return None
        base = theory.ring.power(atom.base) if isinstance(atom.base, SymbolAtom) else atom.base
        product = product * base.power(int(coefficient.p))
        total = total + constant(int(coefficient.p)) * theory.generator(index)
    return Pair(product, total)


def visible(term: Term) -> Iterator[Term]:
    """The term and what is inside it, but not what stands under derivatives."""
    yield term
    if isinstance(term, Elementary | Product | Quotient | Power | Sum | Negative):
        for part in parts(term):
            yield from visible(part)


def _inverse(theory: Theory, positive: Term, logarithm: Term) -> Pair | None:
    try:
        return Pair(theory.ring.reduced(theory.forms.of(positive)), theory.ring.reduced(theory.forms.of(logarithm)))
    except OutOfClass:
        return None


def _pair(theory: Theory, term: Term) -> Pair | None:
    """The pair of a term whose logarithm can be written with the logarithms that are there."""
    try:
        element = theory.ring.reduced(theory.forms.of(term))
        if element.rational is not None or theory.signs.of_element(element) != PLUS:
            return None
        if not (element.is_monomial and all(_has_logarithm(theory, index) for index in element.generators)):
            return None
        return Pair(element, logarithm(theory.ring, element, theory.signs.of))
    except OutOfClass:
        return None


def _has_logarithm(theory: Theory, index: int) -> bool:
    match theory.ring.atoms[index]:
        case ExpAtom():
            return True
        case SymbolAtom() as atom:
            return LogAtom(atom) in theory.ring.indices
        case RootAtom(base):
            return LogAtom(base) in theory.ring.indices
        case _:
            return False


def all_pairs(theory: Theory, clauses: Sequence[Clause]) -> tuple[Pair, ...]:
    """The pairs of the atoms, those in sight, and those of the sides that the clauses compare; none of polynomials alone."""
    elements = [element for clause in (*clauses, *(clause for clause, _ in theory.facts)) for element, _ in clause]
    own = dict.fromkeys(pairs_of_atoms(theory, elements))
    if not own:
        return ()
    sides = [pair for clause in clauses for element, _ in clause for pair in pair_of_sides(theory, element)]
    met = [element for pair in sides for element in (pair.positive, pair.logarithm)]
    found = dict.fromkeys((*own, *pairs_in_sight(theory), *sides, *pairs_of_atoms(theory, met)))
    return tuple(pair for pair in found if pair != UNIT)[:PAIRS_LIMIT]


def on_signs(theory: Theory, clause: Clause) -> tuple[Clause, ...]:
    """What is worth knowing of the logarithms in a clause in order to see whether it can hold."""
    pairs = tuple(pair for pair in dict.fromkeys(pairs_of_atoms(theory, [element for element, _ in clause])) if pair != UNIT)[:SIGN_PAIRS_LIMIT]
    single = [lemma for pair in pairs for lemma in against_one(pair)]
    return (*single, *(lemma for two in itertools.combinations(pairs, 2) for lemma in between(*two)))


def against_one(pair: Pair) -> tuple[Clause, ...]:
    """What compares a quantity with 1 and its logarithm with 0."""
    return between(pair, UNIT)


def between(first: Pair, second: Pair) -> tuple[Clause, ...]:
    """The difference of two logarithms lies between 1 - Q/P and P/Q - 1, strictly unless P is Q; and their order, which follows."""
    difference, ratio = first.logarithm - second.logarithm, first.positive - second.positive
    if difference.is_zero or ratio.is_zero:
        return ()
    above, below = difference * second.positive - ratio, difference * first.positive - ratio
    return (
        holds(above, "<="),
        holds(below, ">="),
        ((difference, ">="), (ratio, "<")),
        ((difference, "<="), (ratio, ">")),
        ((ratio, "="), (above, "<")),
        ((ratio, "="), (below, ">")),
    )


def times(first: Pair, second: Pair) -> Pair:
    """The product of two quantities, whose logarithm is the sum."""
    return Pair(first.positive * second.positive, first.logarithm + second.logarithm)


def expansions(pair: Pair) -> tuple[Clause, ...]:
    """Taylor's polynomials and Padé's fractions around 1, on the sides where they bound, with equality only at 1."""
    P, u = pair.positive, pair.logarithm
    two, four, five, six = map(constant, (2, 4, 5, 6))
    second = ONE + u + u * u / two
    lower = (P + ONE) * u - two * (P - ONE)  # log P > 2(P - 1)/(P + 1) for P > 1
    upper = (four * P + two) * u - (P + five) * (P - ONE)  # log P < (P + 5)(P - 1)/(4P + 2) for all other P
    root = two * P * u - (P * P - ONE)  # log P < (P**2 - 1)/(2P) for P > 1
    return (
        ((u, "="), (P - second - u * u * u / six, ">")),
        ((u, "<="), (P - second, ">")),
        ((u, ">="), (P - second, "<")),
        ((P - ONE, "<="), (lower, ">")),
        ((P - ONE, ">="), (lower, "<")),
        ((P - ONE, "="), (upper, "<")),
        ((P - ONE, "<="), (root, "<")),
        ((P - ONE, ">="), (root, ">")),
    )


def chords(theory: Theory, pairs: Sequence[Pair]) -> Iterator[Clause]:
    """The logarithm lies above its chord between two numbers whose logarithms are in sight, and below it outside."""
    numbers = [UNIT, *(pair for pair in pairs if _is_number(theory, pair))]
    for one, other in itertools.combinations(numbers, 2):
        ends = _ordered(theory, one, other)
        if ends is None:
            continue
        low, high = ends
        for pair in pairs:
            if not _is_number(theory, pair):
                yield from _chord(pair, low, high)


def _chord(pair: Pair, low: Pair, high: Pair) -> Iterator[Clause]:
    above = (pair.logarithm - low.logarithm) * (high.positive - low.positive) - (high.logarithm - low.logarithm) * (pair.positive - low.positive)
    yield ((pair.positive - low.positive, "<"), (pair.positive - high.positive, ">"), (above, ">="))
    yield ((pair.positive - low.positive, ">"), (above, "<="))
    yield ((pair.positive - high.positive, "<"), (above, "<="))


def _ordered(theory: Theory, one: Pair, other: Pair) -> tuple[Pair, Pair] | None:
    bounds = element_bounds(theory.ring, one.positive - other.positive)
    if bounds is None:
        return None
    return (other, one) if bounds[0] > 0 else (one, other) if bounds[1] < 0 else None


def _is_number(theory: Theory, pair: Pair) -> bool:
    return all(is_number(theory.ring, index) for index in pair.positive.generators)


def tangents(pair: Pair, at: Fraction) -> tuple[Clause, ...]:
    """The bounds on a logarithm that are exact at a positive rational, whose own logarithm is enclosed."""
    bounds = logarithm_bounds(at)
    if bounds is None:
        return ()
    low, high = map(constant, bounds)
    point = constant(at)
    return (
        holds(pair.logarithm - high - pair.positive / point + ONE, "<="),
        holds((pair.logarithm - low - ONE) * pair.positive + point, ">="),
    )
