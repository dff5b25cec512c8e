"""Factoring: a term as a product of factors of known sign and of simpler factors whose sign changes are the term's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flint import fmpq_mpoly

from checks.engines.balls.knowledge import Knowledge, in_normal_form
from checks.engines.balls.rendering import element_term, polynomial_term
from checks.language.differentiation import NotDifferentiable, derivative
from checks.language.terms import Symbol, Term
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.powers import logarithm
from checks.normal_forms.ring import CONTEXT, Element, ExpAtom, LogAtom, OutOfClass, Ring, RootAtom, SymbolAtom, factored, polynomial
from checks.normal_forms.signs import MINUS, PLUS

DEPTH = 4
MOST_COST = 20


@dataclass(frozen=True, slots=True)
class Factored:
    """A term has the sign of `sign` times these factors to their multiplicities; a sign of 0 means that it vanishes."""

    sign: int
    factors: tuple[tuple[Term, int], ...]
    cost: int


@dataclass(frozen=True, slots=True)
class Slope:
    """A divisor, its sign, and the derivative of the term divided by it, factored."""

    divisor: Term
    sign: int
    slope: Factored


def factorization(term: Term, knowledge: Knowledge) -> Factored:
    """The term factored, wherever the knowledge holds.

    Raises:
        Unsettled: where it has no normal form there.
    """
    return in_normal_form(knowledge, lambda forms: _factored(forms, forms.of(term)))


def slopes(term: Term, symbol: Symbol, knowledge: Knowledge) -> tuple[Slope, ...]:
    """For each monomial of known sign by which the term may be divided first, the derivative factored; the simplest first.

    Raises:
        Unsettled: where the term has no normal form.
    """
    return in_normal_form(knowledge, lambda forms: _slopes(forms, term, symbol))


def _slopes(forms: NormalForms, term: Term, symbol: Symbol) -> tuple[Slope, ...]:
    element = forms.ring.reduced(forms.of(term))
    most = MOST_COST + 2 * _cost(forms.ring, element.numerator)
    found = []
    for divisor, sign in _divisors(forms, element):
        quotient = element_term(forms.ring, element / divisor)
        try:
            slope = _factored(forms, forms.of(derivative(quotient, symbol)))
        except (NotDifferentiable, OutOfClass):
            continue
        if slope.cost <= most:
            found.append(Slope(element_term(forms.ring, divisor), sign, slope))
    if not found:
        raise OutOfClass(f"the derivatives of {term} do not become simpler")
    return tuple(sorted(found, key=lambda each: each.slope.cost))


def _divisors(forms: NormalForms, element: Element) -> Iterator[tuple[Element, int]]:
    """One, and of the monomials that occur and of their powers of single atoms those of known sign."""
    yield polynomial(CONTEXT.constant(1)), 1
    for exponents in _candidates(element.numerator):
        monomial = CONTEXT.from_dict({exponents: 1})
        if (sign := forms.signs.of(monomial)) in (PLUS, MINUS):
            yield polynomial(monomial), min(sign)
    for index in sorted(element.generators):
        match forms.ring.atoms[index]:
            case LogAtom(Element() as base) if len(base.numerator) > 1 and forms.signs.of_element(base) == PLUS:
                yield base, 1


def _candidates(value: fmpq_mpoly) -> Iterator[tuple[int, ...]]:
    occurring = [tuple(map(int, exponents)) for exponents in value.to_dict()]
    single = [tuple(e if other == index else 0 for other in range(len(exps))) for exps in occurring for index, e in enumerate(exps) if e]
    return iter(dict.fromkeys(exponents for exponents in (*occurring, *single) if any(exponents)))


def _factored(forms: NormalForms, element: Element, depth: int = 0) -> Factored:
    """The sign of a fraction is that of the product of all factors, above and below."""
    element = forms.ring.reduced(element)
    if element.is_zero:
        return Factored(0, (), 0)
    sign, cost = 1, 0
    factors: list[tuple[Term, int]] = []
    for part in (element.numerator, element.denominator):
        content, pairs = factored(part)
        sign *= 1 if content > 0 else -1
        for factor, multiplicity in pairs:
            known = forms.signs.of(factor)
            if known in (PLUS, MINUS):
                sign *= min(known) ** multiplicity
                continue
            deeper = _as_logarithms(forms, factor, depth)
            if deeper is not None:
                sign *= deeper.sign**multiplicity
                factors += [(inner, power * multiplicity) for inner, power in deeper.factors]
                cost += deeper.cost
            else:
                factors.append((polynomial_term(forms.ring, factor), multiplicity))
                cost += _cost(forms.ring, factor)
    return Factored(sign, tuple(factors), cost)


def _as_logarithms(forms: NormalForms, factor: fmpq_mpoly, depth: int) -> Factored | None:
    """A difference of two positive products has the sign of the difference of their logarithms; taken where exponentials are compared."""
    if depth > DEPTH or not _has_powers(forms.ring, factor):
        return None
    items = factor.to_dict().items()
    first = CONTEXT.from_dict({exponents: coefficient for exponents, coefficient in items if coefficient > 0})
    second = CONTEXT.from_dict({exponents: -coefficient for exponents, coefficient in items if coefficient < 0})
    if not all(_is_plain_product(forms, side) for side in (first, second)):
        return None
    try:
        difference = logarithm(forms.ring, polynomial(first), forms.signs.of) - logarithm(forms.ring, polynomial(second), forms.signs.of)
    except OutOfClass:
        return None
    return _factored(forms, difference, depth + 1)


def _is_plain_product(forms: NormalForms, value: fmpq_mpoly) -> bool:
    """Whether a polynomial is positive and a product of atoms and of sums without exponentials and roots."""
    if value.is_zero() or forms.signs.of(value) != PLUS:
        return False
    return all(len(factor) == 1 or not _has_powers(forms.ring, factor) for factor, _ in factored(value)[1])


def _has_powers(ring: Ring, value: fmpq_mpoly) -> bool:
    """Whether an exponential or a root occurs, or a symbol's root: what a logarithm makes simpler."""
    for index, degree in enumerate(value.degrees()):
        if degree and (isinstance(ring.atoms[index], ExpAtom | RootAtom) or ring.unit(index) != 1):
            return True
    return False


def _cost(ring: Ring, value: fmpq_mpoly) -> int:
    """How far a polynomial is from having no zeros to be sought."""
    degrees = value.degrees()
    hard = sum(int(degree) for index, degree in enumerate(degrees) if degree and not isinstance(ring.atoms[index], SymbolAtom))
    plain = sum(int(degree) for index, degree in enumerate(degrees) if degree and isinstance(ring.atoms[index], SymbolAtom))
    return 4 * (len(value) - 1) + 3 * hard + plain
