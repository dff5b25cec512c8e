"""Effort ends: large, deep and ill-formed claims are answered soon, with a reason, and nothing is raised."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from functools import reduce

import pytest

from checks.engines.algebra import Algebra
from checks.language.claims import Claim
from checks.language.domains import NONNEGATIVE, POSITIVE, REAL
from checks.language.terms import Constant, Derivative, Elementary, Symbol, Term, exact
from checks.language.vocabulary import exp, log, minimum, sqrt, symbol
from checks.limits import within
from checks.obligations import Obligation
from checks.verdicts import Proved, Undecided, Verdict

from .letters import L

Ask = Callable[..., Verdict]
SECONDS = 10.0
MANY = tuple(symbol(f"s{index}", REAL) for index in range(12))
POSITIVES = tuple(symbol(f"p{index}", POSITIVE) for index in range(12))
x, y, a = L.x, L.y, L.a


def added(terms: list[Term]) -> Term:
    return reduce(lambda left, right: left + right, terms)


def multiplied(terms: list[Term]) -> Term:
    return reduce(lambda left, right: left * right, terms)


def polynomial(generator: random.Random, symbols: tuple[Symbol, ...], terms: int) -> Term:
    monomials = [
        multiplied([exact(generator.randint(1, 9)), *(generator.choice(symbols) ** generator.randint(1, 6) for _ in range(3))]) for _ in range(terms)
    ]
    return added(list(monomials))


G = random.Random(1)
LARGE: dict[str, tuple[Claim, ...]] = {
    "a number of millions of digits": (exact(2) ** (10**7) > 1,),
    "a large power of a sum": (added(list(MANY[:7])) ** 20 > 0,),
    "powers of powers": (((x + y + 1) ** 20) ** 20 > 0,),
    "a product of sums": (multiplied([1 + s for s in MANY]) * multiplied([2 + s for s in MANY]) > 0,),
    "a large degree": (x**3000 + x + 1 > 0,),
    "a large degree below a fraction bar": (1 / (x**9999 + x + 1) > 0,),
    "a derivative of high order": (Derivative(exp(x**2) * log(1 + x**2), x, 9) > 0,),
    "many large assumptions": (
        polynomial(G, POSITIVES[:6], 30) > polynomial(G, POSITIVES[:6], 30),
        *(polynomial(G, POSITIVES[:6], 30) > polynomial(G, POSITIVES[:6], 30) for _ in range(5)),
    ),
    "many bounds": (polynomial(G, MANY, 30) > 0, *(s <= 3 for s in MANY), *(s >= -3 for s in MANY)),
    "many faces": (added([sqrt(symbol(f"m{index}", NONNEGATIVE)) for index in range(12)]) >= 0,),
    "many branches": (added([minimum(MANY[index], MANY[index + 1]) for index in range(11)]) <= MANY[0],),
    "coprime roots": (multiplied([a ** Fraction(1, each) for each in (2, 3, 5, 7, 11, 13, 17)]) > 0,),
    "a tower of sigmoids": (reduce(lambda inner, _: 1 / (1 + exp(inner)), range(60), x) > 0,),
    "a number that is hard to factor": (log(exact(2**521 - 1) * (2**607 - 1)) > 0,),
}
ILL_FORMED: dict[str, Claim] = {
    "a logarithm of nothing": Claim(Elementary("log", ()), "=", x),
    "an absolute value of two": Claim(Elementary("abs", (x, y)), "=", x),
    "a maximum of nothing": Claim(Elementary("max", ()), "=", x),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_claims_are_answered_in_time(name: str, ask: Ask) -> None:
    goal, *given = LARGE[name]
    assert isinstance(within(SECONDS, lambda: ask(goal, *given)), Undecided)


def test_large_claims_that_need_no_expansion_are_still_proved(ask: Ask) -> None:
    assert isinstance(ask(x**1000 * x**-1000 > 0, Claim(x, "!=", 0)), Proved)
    assert isinstance(ask(added(list(POSITIVES)) / multiplied(list(POSITIVES)) > 0), Proved)
    assert isinstance(ask(reduce(lambda inner, _: -inner, range(200), x) >= x), Proved)


@pytest.mark.parametrize("depth", range(50, 500, 30))
def test_deep_claims_do_not_overflow_the_stack(depth: int) -> None:
    deep = reduce(lambda inner, _: log(1 + exp(inner)), range(depth), x)
    try:
        obligation = Obligation((Claim(x, "=", y),), Claim(deep, ">=", 0))
    except RecursionError:  # too deep to be said
        return
    assert isinstance(Algebra().answer(obligation), Undecided | Proved)


@pytest.mark.parametrize("name", ILL_FORMED)
def test_ill_formed_terms_are_undecided(name: str, ask: Ask) -> None:
    assert isinstance(ask(ILL_FORMED[name]), Undecided)


def test_of_an_unknown_constant_nothing_is_known_but_its_sign(ask: Ask) -> None:
    assert isinstance(ask(Constant("euler") > Fraction(1, 2)), Undecided)
    assert isinstance(ask(Claim(Constant("euler"), "=", Constant("euler"))), Proved)
