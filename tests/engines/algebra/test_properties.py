"""Random claims: true identities made by rewriting are proved, mutated ones never are, and nothing proved is refuted."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest

from checks.engines.sampling import Sampling
from checks.language.claims import Claim
from checks.language.differentiation import derivative
from checks.language.terms import Derivative, Elementary, Negative, Number, Power, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.vocabulary import exp, log, sqrt
from checks.language.walking import rebuild, subterms
from checks.obligations import Obligation
from checks.verdicts import IllDefined, Proved, Refuted, Supported, Undecided, Vacuous, Verdict

from .letters import L

Ask = Callable[..., Verdict]
ONE, TWO = exact(1), exact(2)
POSITIVES: tuple[Symbol, ...] = (L.a, L.b, L.alpha)
REALS: tuple[Symbol, ...] = (L.x, L.y, L.u, L.m)


def positive(generator: Random, depth: int) -> Term:
    """A term that is visibly positive, so that every power and logarithm of it is defined."""
    if depth == 0 or generator.random() < 0.2:
        return generator.choice((*POSITIVES, exact(generator.randint(1, 4)), exact(Fraction(generator.randint(1, 5), 3))))
    left, right = positive(generator, depth - 1), positive(generator, depth - 1)
    exponent = generator.choice((TWO, exact(-1), exact(Fraction(1, 2)), exact(Fraction(-2, 3)), L.alpha, L.x))
    makers = (left + right, left * right, left / right, Power(left, exponent), exp(generator.choice((left, L.x))), sqrt(left), log(1 + left))
    return generator.choice(makers)


def rewritten(generator: Random, term: Term) -> Term:
    """The same value written otherwise, by laws that hold for positive terms."""

    def again(part: Term) -> Term:
        return rewritten(generator, part)

    def shuffled(terms: tuple[Term, ...]) -> tuple[Term, ...]:
        return tuple(generator.sample([again(part) for part in terms], len(terms)))

    match term:
        case Sum(terms):
            return Sum(shuffled(terms))
        case Product((factor, Sum(terms))):
            return Sum(tuple(Product((again(factor), again(part))) for part in terms))
        case Product(factors):
            return Product(shuffled(factors))
        case Quotient(above, below):
            return generator.choice((Product((again(above), Power(again(below), exact(-1)))), ONE / (again(below) / again(above))))
        case Power(Product(factors), exponent):
            return Product(tuple(Power(again(factor), exponent) for factor in factors))
        case Power(Power(base, first), second):
            return Power(again(base), Product((first, second)))
        case Power(base, exponent) if generator.random() < 0.5:
            return exp(Product((exponent, log(again(base)))))
        case Power(base, Number(value)):
            return Product((again(base), Power(again(base), exact(value - 1))))
        case Elementary("log", (argument,)):
            return log(2 * again(argument)) - log(TWO)
        case Elementary("exp", (argument,)):
            return Power(exp(again(argument) / 2), TWO)
        case Elementary("sqrt", (argument,)):
            return Power(again(argument), exact(Fraction(1, 2)))
        case Symbol() if generator.random() < 0.2:
            return Sum((term + L.x, Negative(L.x)))
        case _:
            return rebuild(term, again)


def mutated(generator: Random, term: Term) -> Term:
    """The term with one place changed so that the value is another, if the place matters."""
    place = generator.choice([part for part in subterms(term) if not isinstance(part, Number)] or [term])
    change = generator.choice((lambda part: part + 1, lambda part: 2 * part, lambda part: part**2 + part, lambda part: part * (1 + L.b)))
    seen = [False]

    def replace(part: Term) -> Term:
        if part == place and not seen[0]:
            seen[0] = True
            return change(part)
        return rebuild(part, replace)

    return replace(term)


@pytest.mark.parametrize("seed", range(40))
def test_rewritten_terms_are_equal(seed: int, ask: Ask) -> None:
    generator = Random(seed)
    for _ in range(10):
        term = positive(generator, 3)
        assert isinstance(ask(Claim(term, "=", rewritten(generator, term))), Proved), term


@pytest.mark.parametrize("seed", range(40))
def test_mutated_terms_are_never_proved_equal(seed: int, ask: Ask) -> None:
    generator = Random(seed)
    for _ in range(10):
        term = positive(generator, 3)
        claim = Claim(term, "=", mutated(generator, rewritten(generator, term)))
        if isinstance(ask(claim), Proved):  # the place did not matter, as in 1**x: then no engine may object
            assert isinstance(Sampling(points=8).answer(Obligation((), claim)), Supported | Proved | Undecided), claim


def test_most_mutations_matter(ask: Ask) -> None:
    generator, undecided = Random(5), 0
    for _ in range(100):
        term = positive(generator, 3)
        undecided += isinstance(ask(Claim(term, "=", mutated(generator, term))), Undecided)
    assert undecided > 90


@pytest.mark.parametrize("seed", range(20))
def test_derivatives_follow_the_rules(seed: int, ask: Ask) -> None:
    generator = Random(seed)
    for _ in range(5):
        term = positive(generator, 2)
        slope = derivative(term, L.a)
        assert isinstance(ask(Claim(Derivative(term, L.a), "=", rewritten(generator, slope))), Proved | Undecided)
        assert isinstance(ask(Claim(Derivative(term, L.a), "=", slope)), Proved), term
        assert not isinstance(ask(Claim(Derivative(term, L.a), "=", slope + L.b)), Proved), term


@pytest.mark.parametrize("seed", range(10))
def test_positive_terms_are_seen_to_be(seed: int, ask: Ask) -> None:
    generator, seen = Random(seed), 0
    for _ in range(20):
        term = positive(generator, 3)
        seen += isinstance(ask(term > 0), Proved)
        assert isinstance(ask(term <= 0), Undecided)
    assert seen >= 17  # a logarithm may hide its sign


def wild(generator: Random, depth: int) -> Term:
    """Any term, defined or not."""
    if depth == 0 or generator.random() < 0.15:
        return generator.choice((*REALS, *REALS, L.a, exact(generator.randint(-2, 3))))
    left, right = wild(generator, depth - 1), wild(generator, depth - 1)
    exponent = exact(generator.choice((2, 2, 3, -1, 0, Fraction(1, 2), Fraction(2, 3))))
    elementary = Elementary(generator.choice(("log", "exp", "sqrt", "abs")), (left,))
    branch = Elementary(generator.choice(("min", "max")), (left, right))
    return generator.choice((left + right, left - right, left * right, left / right, left**exponent, left**right, elementary, branch))


def wild_obligation(generator: Random) -> Obligation:
    relations = ("<", "<=", ">", ">=", "!=", "=")
    given = [Claim(wild(generator, 1), generator.choice(relations), wild(generator, 1)) for _ in range(generator.choice((0, 1, 1, 2)))]
    left = wild(generator, 3)
    right = generator.choice((left, exact(0), wild(generator, 2), rewritten(generator, left)))
    return Obligation(tuple(given), Claim(left, generator.choice(relations), right))


@pytest.mark.parametrize("seed", range(25))
def test_what_is_proved_is_not_refuted(seed: int) -> None:
    from checks.engines.algebra import Algebra
    from checks.reconciling import example

    generator, proved = Random(f"wild {seed}"), 0
    for _ in range(60):
        obligation = wild_obligation(generator)
        verdict = Algebra().answer(obligation)
        if isinstance(verdict, Undecided):
            continue
        proved += 1
        other = Sampling(points=8, tries=100).answer(obligation)
        if isinstance(verdict, Vacuous):
            assert example(other) is None, obligation
        else:
            assert not isinstance(other, Refuted | IllDefined), obligation
    assert proved > 3
