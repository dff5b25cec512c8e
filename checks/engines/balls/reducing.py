"""Reducing: claims in several symbols that say something about one combination of them only.

`x**a - 1 - a*log(x)` depends on `a*log(x)` alone, and `x*log(x/y) - x + y` is y times a function of x/y.
What is shown for every value of the combination holds for those that it takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from flint import fmpq_mpoly

from checks.engines.balls.factoring import Factored, factorization
from checks.engines.balls.knowledge import Knowledge, Unsettled, in_normal_form
from checks.engines.balls.rendering import polynomial_term
from checks.language.claims import Claim
from checks.language.domains import POSITIVE, REAL
from checks.language.terms import Negative, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.vocabulary import exp
from checks.language.walking import free_symbols
from checks.normal_forms.binding import substituted, substituted_in
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.ring import CONTEXT, ExpAtom, OutOfClass, to_fraction
from checks.normal_forms.signs import PLUS

WHOLE = Symbol("s'", REAL)
RATIO = Symbol("s'", POSITIVE)


def one_exponent(term: Term, knowledge: Knowledge) -> Term | None:
    """The term in one real variable, where it depends only on the exponent of an exponential in it."""
    try:
        return in_normal_form(knowledge, lambda forms: _by_exponent(forms, term))
    except Unsettled:
        return None


def _by_exponent(forms: NormalForms, term: Term) -> Term | None:
    element = forms.ring.reduced(forms.of(term))
    if not element.denominator.is_one():
        return None
    for index in sorted(element.generators):
        match forms.ring.atoms[index]:
            case ExpAtom(exponent) if exponent.denominator.is_one() and len(exponent.numerator) == 1:
                found = _in_terms_of(forms, element.numerator, index, exponent.numerator)
                if found is not None:
                    return found
    return None


def _in_terms_of(forms: NormalForms, value: fmpq_mpoly, index: int, exponent: fmpq_mpoly) -> Term | None:
    """A polynomial as one in a monomial and its exponential; the monomial has coefficient one."""
    powers = tuple(map(int, next(iter(exponent.to_dict()))))
    lead = to_fraction(exponent.leading_coefficient())
    total: Term = exact(0)
    for found, coefficient in value.to_dict().items():
        exponents = tuple(map(int, found))
        count = min((exponents[other] // power for other, power in enumerate(powers) if power), default=0)
        rest = [e - count * power for e, power in zip(exponents, powers, strict=True)]
        times, rest[index] = rest[index], 0
        kept = polynomial_term(forms.ring, CONTEXT.from_dict({tuple(rest): coefficient}))
        if free_symbols(kept):
            return None
        factors: list[Term] = [kept, WHOLE ** exact(count)] if count else [kept]
        if times:
            factors.append(exp(Product((exact(int(times) * forms.ring.unit(index) * lead), WHOLE))))
        total = total + (Product(tuple(factors)) if len(factors) > 1 else kept)
    return total


def substitutions(symbols: tuple[Symbol, ...], knowledge: Knowledge) -> Iterator[tuple[Symbol, Term, Symbol]]:
    """A symbol, what it is put for, and the fresh symbol in that: ratios, products and differences of two symbols."""
    for x, y in permutations(symbols, 2):
        if _is_positive(y, knowledge):
            fresh = RATIO if _is_positive(x, knowledge) else WHOLE
            yield x, Product((fresh, y)), fresh
            yield x, Quotient(fresh, y), fresh
        yield x, Sum((y, WHOLE)), WHOLE


def _is_positive(symbol: Symbol, knowledge: Knowledge) -> bool:
    try:
        return in_normal_form(knowledge, lambda forms: forms.signs.of_element(forms.of(symbol)) == PLUS)
    except Unsettled:
        return False


def by_substitution(term: Term, given: tuple[Claim, ...], knowledge: Knowledge, x: Symbol, value: Term) -> tuple[Factored, tuple[Claim, ...]] | None:
    """The term factored after a substitution, where every factor has one symbol, and the assumptions about these."""
    try:
        facts = tuple(substituted_in(fact, {x: value}) for fact in knowledge.facts)
        near = Knowledge(tuple(pair for pair in knowledge.bounds if pair[0] != x), facts)
        found = factorization(substituted(term, {x: value}), near)
    except (Unsettled, OutOfClass):
        return None
    if any(len(free_symbols(factor)) != 1 for factor, _ in found.factors):
        return None
    return found, tuple(claim for fact in given if (claim := _about_one(fact, x, value, knowledge)) is not None)


def _about_one(fact: Claim, x: Symbol, value: Term, knowledge: Knowledge) -> Claim | None:
    """An assumption as one about a single symbol, where it is."""
    try:
        near = Knowledge((), tuple(substituted_in(other, {x: value}) for other in knowledge.facts if other != fact))
        found = factorization(substituted(Sum((fact.left, Negative(fact.right))), {x: value}), near)
    except (Unsettled, OutOfClass):
        return None
    if len(found.factors) != 1 or found.factors[0][1] != 1 or len(free_symbols(found.factors[0][0])) != 1:
        return None
    claim = Claim(found.factors[0][0], fact.relation, exact(Fraction(0)))
    return claim if found.sign > 0 else Claim(exact(0), fact.relation, claim.left)
