"""Certificates: a polynomial as a sum of products of what is not negative, found by linear programming and checked exactly.

The goal p >= 0 is written as p = sum of l*m + sum of q*e with numbers l >= 0, products m of hypotheses, of positive
atoms and of squares, and equations e = 0. Z3's linear arithmetic looks for the numbers; whether the identity holds is
decided by multiplying out in FLINT.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq, fmpq_mpoly

from checks.engines.smt.atoms import clauses_of
from checks.engines.smt.formulas import MIRROR, Clause, rational, total
from checks.engines.smt.solver import Satisfiability
from checks.engines.smt.theory import Theory
from checks.engines.smt.written import polynomial_text
from checks.normal_forms.ring import CONTEXT, GENERATORS, ONE, Element, factored, generators_of, to_fraction
from checks.normal_forms.signs import MINUS, NOT_NEGATIVE, PLUS, Sign

HYPOTHESES_LIMIT = 60
FEW = 9
PRODUCTS_LIMIT = 1200
TERMS_LIMIT = 40
SIZE_LIMIT = 30_000
SQUARES_LIMIT = 120
EXTRA_DEGREE = 2
TEXT_LIMIT = 600
Monomial = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A polynomial that is positive, or not negative, or a free multiple of an equation; and how it is written."""

    value: fmpq_mpoly
    text: str
    is_strict: bool = False
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class Factors:
    """The generators known to be positive, and those known not to be negative."""

    positive: frozenset[int]
    not_negative: frozenset[int]


@dataclass(frozen=True, slots=True)
class Certificate:
    """The identity, as text, of which the goal is a corollary; no text where it is one of the facts."""

    text: str


def certificate(theory: Theory, goal: Element, relation: str, lemmas: Sequence[Clause], seconds: float) -> Certificate | None:
    """A certificate that the goal stands in the relation >=, >, <= or < to zero, if one is found in time."""
    target = _signed(theory, goal, relation)
    if target is None or target.is_constant() or len(target) > TERMS_LIMIT:
        return None
    factors = Factors(_generators_at_least(theory, PLUS), _generators_at_least(theory, NOT_NEGATIVE))
    hypotheses = tuple(_hypotheses(theory, target, lemmas))[:HYPOTHESES_LIMIT]
    products = _products(theory, target, factors, hypotheses, time.monotonic() + seconds * 0.4)
    chosen = _chosen(theory, target, products, relation in (">", "<"), seconds * 0.6)
    return None if chosen is None else _written(theory, target, relation in (">", "<"), chosen)


def _signed(theory: Theory, element: Element, relation: str) -> fmpq_mpoly | None:
    """The polynomial that is not negative, or positive, where the element stands in the relation to zero."""
    numerator, denominator = element.numerator, element.denominator
    if relation not in (">", ">=", "<", "<="):
        return None
    if not denominator.is_one():
        known = theory.signs.known(denominator)
        if known == MINUS:
            relation = MIRROR[relation]
        elif known != PLUS:
            numerator = numerator * denominator
    return numerator if relation in (">", ">=") else -numerator


def _hypotheses(theory: Theory, target: fmpq_mpoly, lemmas: Sequence[Clause]) -> Iterator[Known]:
    """The facts and lemmas that are one comparison each, and what holds of the atoms by their nature."""
    clauses = [*(clause for clause, _ in theory.facts), *lemmas]
    indices = theory.occurring(clauses) | generators_of(target)
    by_nature = [clause for index in sorted(indices) for clause in clauses_of(theory.ring, index)]
    seen = set[str]()
    for clause in [*clauses, *by_nature]:
        if len(clause) != 1:
            continue
        ((element, relation),) = clause
        value = element.numerator if relation == "=" else _signed(theory, element, relation)
        if value is None or value.is_constant() or len(value) > TERMS_LIMIT or _is_generator(value) or str(value) in seen:
            continue
        seen.add(str(value))
        yield Known(value, f"({polynomial_text(theory.ring, value)})", relation in (">", "<"), relation == "=")


def _is_generator(value: fmpq_mpoly) -> bool:
    return len(value) == 1 and value.total_degree() == 1


def _generators_at_least(theory: Theory, sign: Sign) -> frozenset[int]:
    """The generators of which a sign is known by rule."""
    return frozenset(index for index in range(len(theory.ring.atoms)) if theory.signs.known(GENERATORS[index]) <= sign)


def _products(theory: Theory, target: fmpq_mpoly, factors: Factors, hypotheses: Sequence[Known], end: float) -> list[Known]:
    """Products worth trying: each shares a monomial with the target, after multiplication by positive atoms and squares."""
    degree = target.total_degree() + EXTRA_DEGREE
    signed = [each for each in hypotheses if not each.is_free]
    single: list[Known] = [Known(ONE, "", is_strict=True), *hypotheses]
    simple = [each for each in signed if each.value.total_degree() == 1] if len(signed) > FEW else signed
    pairs = [_times(one, other) for other in simple for one in signed]
    squares = list(_squares(theory, target))
    bases = [*single, *squares, *(each for each in pairs if each.value.total_degree() <= degree + 1)]
    bases += [
        _times(square, each) for square in squares[:12] for each in signed[:8] if each.value.total_degree() + square.value.total_degree() <= degree
    ]
    found: dict[str, Known] = {}
    monomials = {exponents for exponents, _ in target.to_dict().items()}
    for base in bases:
        for multiplier in _multipliers(base.value, monomials, factors, base.is_free):
            product = Known(base.value * multiplier, _text(theory, multiplier, base.text), _is_strict(base, multiplier, factors), base.is_free)
            if product.value.total_degree() <= degree:
                found.setdefault(f"{product.is_free}{product.value}", product)
        if len(found) > PRODUCTS_LIMIT or time.monotonic() > end:
            break
    return list(found.values())


def _is_strict(base: Known, multiplier: fmpq_mpoly, factors: Factors) -> bool:
    return base.is_strict and generators_of(multiplier) <= factors.positive


def _times(one: Known, other: Known) -> Known:
    return Known(one.value * other.value, f"{one.text}*{other.text}", one.is_strict and other.is_strict)


def _squares(theory: Theory, target: fmpq_mpoly) -> Iterator[Known]:
    """Squares of generators' differences and sums, and of differences of the monomials whose squares occur in the target."""
    indices = sorted(generators_of(target))
    roots = [
        tuple(exponent // 2 for exponent in exponents) for exponents, _ in target.to_dict().items() if not any(exponent % 2 for exponent in exponents)
    ]
    generators = [tuple(int(place == index) for place in range(len(GENERATORS))) for index in indices]
    one = tuple([0] * len(GENERATORS))
    pairs = [*itertools.combinations(dict.fromkeys((*roots, one)), 2), *itertools.combinations(dict.fromkeys((*generators, one)), 2)]
    bases = [factor for factor, multiplicity in factored(target)[1] if multiplicity % 2 == 0]
    bases += [CONTEXT.from_dict({left: 1, right: sign}) for left, right in dict.fromkeys(pairs) for sign in (-1, 1)]
    for base in bases[:SQUARES_LIMIT]:
        yield Known(base * base, f"({polynomial_text(theory.ring, base)})**2")


def _multipliers(base: fmpq_mpoly, monomials: set[Monomial], factors: Factors, is_free: bool) -> Iterator[fmpq_mpoly]:
    """Monomials that take one of the base's to one of the target's; they are products of positive atoms and of squares."""
    seen = set[Monomial]()
    for other in base.to_dict():
        needed = [(index, exponent) for index, exponent in enumerate(other) if exponent]
        for exponents in monomials:
            if any(exponents[index] < exponent for index, exponent in needed):
                continue
            quotient = tuple(one - two for one, two in zip(exponents, other, strict=True))
            if quotient not in seen and (
                is_free or all(index in factors.not_negative or exponent % 2 == 0 for index, exponent in enumerate(quotient) if exponent)
            ):
                seen.add(quotient)
                yield CONTEXT.from_dict({quotient: 1})


def _text(theory: Theory, multiplier: fmpq_mpoly, base: str) -> str:
    written = "" if multiplier.is_one() else polynomial_text(theory.ring, multiplier)
    return "*".join(part for part in (written, base) if part) or "1"


def _chosen(theory: Theory, target: fmpq_mpoly, products: Sequence[Known], is_strict: bool, seconds: float) -> list[tuple[Fraction, Known]] | None:
    """Numbers for which the products sum to the target, those of signed products not negative."""
    if sum(len(each.value) for each in products) > SIZE_LIMIT:
        return None
    names = [f"l{index}" for index in range(len(products))]
    rows: dict[Monomial, list[str]] = {}
    for name, product in zip(names, products, strict=True):
        for exponents, coefficient in product.value.to_dict().items():
            rows.setdefault(exponents, []).append(f"(* {rational(to_fraction(coefficient))} {name})")
    wanted = {exponents: to_fraction(coefficient) for exponents, coefficient in target.to_dict().items()}
    if not wanted.keys() <= rows.keys():
        return None
    formulas = [f"(= {total(parts)} {rational(wanted.get(exponents, Fraction(0)))})" for exponents, parts in rows.items()]
    formulas += [f"(>= {name} 0)" for name, product in zip(names, products, strict=True) if not product.is_free]
    if is_strict:
        strict = [name for name, product in zip(names, products, strict=True) if product.is_strict and not product.is_free]
        formulas.append(f"(> {total(strict)} 0)")
    response = theory.solver.linear(formulas, names, seconds)
    if response.word is not Satisfiability.SATISFIABLE:
        return None
    return [(weight, product) for name, product in zip(names, products, strict=True) if (weight := response.values[name]) != 0]


def _written(theory: Theory, target: fmpq_mpoly, is_strict: bool, chosen: Sequence[tuple[Fraction, Known]]) -> Certificate | None:
    """The certificate, if its identity and its signs are as they must be."""
    total = target * 0
    for weight, product in chosen:
        total += product.value * fmpq(weight.numerator, weight.denominator)
    signed = all(product.is_free or weight > 0 for weight, product in chosen)
    strict = any(product.is_strict and not product.is_free for _, product in chosen)
    if not (total - target).is_zero() or not signed or (is_strict and not strict):
        return None
    if len(chosen) == 1 and len(target) == len(chosen[0][1].value) > 1 and "**2" not in chosen[0][1].text:
        return Certificate("")  # the goal is itself among the facts
    right = " + ".join(f"{weight}*{product.text}" if weight != 1 else product.text for weight, product in chosen).replace("+ -", "- ")
    text = f"{polynomial_text(theory.ring, target)} = {right}"
    return Certificate(text if len(text) <= TEXT_LIMIT else f"{text[:TEXT_LIMIT]}...")
