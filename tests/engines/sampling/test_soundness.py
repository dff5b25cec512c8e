"""What must hold of every answer: witnesses confirmed elsewhere, answers that repeat, no state left behind."""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction

import mpmath
import pytest
from flint import arb, ctx, fmpq

from checks.engines.sampling import SAMPLING, Sampling
from checks.engines.sampling.faults import Undefined, Unknown
from checks.engines.sampling.points import precision
from checks.engines.sampling.programs import program
from checks.language.claims import Claim
from checks.language.differentiation import derivative
from checks.language.terms import Derivative, Elementary, Negative, Number, Power, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.vocabulary import exp, log, sqrt
from checks.obligations import Obligation
from checks.verdicts import Proved, Refuted, Supported, Verdict

from .letters import L

Ask = Callable[..., Verdict]
FUNCTIONS = {"log": mpmath.log, "exp": mpmath.exp, "sqrt": mpmath.sqrt, "abs": abs, "min": min, "max": max}


def valued(term: Term, at: dict[str, Fraction]) -> mpmath.mpf:
    """The term's value by mpmath, without a line of the engine."""
    match term:
        case Number(value):
            return mpmath.mpf(value.numerator) / value.denominator
        case Symbol(name):
            return mpmath.mpf(at[name].numerator) / at[name].denominator
        case Sum(terms):
            return mpmath.fsum(valued(part, at) for part in terms)
        case Product(factors):
            return mpmath.fprod(valued(part, at) for part in factors)
        case Negative(inner):
            return -valued(inner, at)
        case Quotient(above, below):
            return valued(above, at) / valued(below, at)
        case Power(base, exponent):
            return valued(base, at) ** valued(exponent, at)
        case Elementary(name, arguments):
            return FUNCTIONS[name](*(valued(part, at) for part in arguments))
        case _:
            raise TypeError(term)


FALSE = {
    "a sum of powers": (Claim((L.p + L.q) ** L.alpha, "=", L.p**L.alpha + L.q**L.alpha), ()),
    "a difference of logarithms": (Claim(log(L.p) - log(L.q), "=", log(L.p - L.q)), (L.p > L.q + 1,)),
    "a mean": (Claim(sqrt(L.p * L.q), ">=", (L.p + L.q) / 2), ()),
    "a bound": (Claim(exp(L.x), "<=", 1 + L.x + L.x**2 / 2), ()),
    "an order": (Claim(L.p**L.alpha, "<=", L.q**L.alpha), (L.p < L.q + 1,)),
    "an order with a side condition": (Claim(L.a * L.n - L.b, "<", L.a), (L.a * L.n - L.b * L.d > 0, L.d > 2, L.n > L.d)),
}


@pytest.mark.parametrize("name", FALSE)
def test_witnesses_are_confirmed_by_mpmath(name: str, ask: Ask) -> None:
    goal, given = FALSE[name]
    verdict = ask(goal, *given)
    assert isinstance(verdict, Refuted)
    at = dict(verdict.witness.values)
    with mpmath.workdps(60):
        for claim in given:
            assert _difference(claim, at) * (1 if claim.relation in (">", ">=") else -1) > mpmath.mpf(10) ** -40
        gap = _difference(goal, at)
        assert abs(gap) > mpmath.mpf(10) ** -40
        assert goal.relation == "=" or (gap > 0) == (goal.relation in ("<", "<="))


@pytest.mark.parametrize("name", FALSE)
def test_witnesses_are_small(name: str, ask: Ask) -> None:
    verdict = ask(*(FALSE[name][0], *FALSE[name][1]))
    assert isinstance(verdict, Refuted)
    assert all(abs(value.numerator) <= 10**4 and value.denominator <= 10**4 for value in verdict.witness.values.values())


def test_series_agree_with_the_rules_of_differentiation() -> None:
    generator = random.Random(7)
    compared = 0
    for _ in range(150):
        term = _random_term(generator, 4)
        rule, series = program(derivative(term, L.p)), program(Derivative(term, L.p))
        at = {"p": fmpq(generator.randint(1, 30), 7), "q": fmpq(generator.randint(1, 30), 11)}
        with precision(50):
            try:
                apart = arb(rule.at(at)) - arb(series.at(at))
            except (Undefined, Unknown):
                continue
        assert not (apart > 0 or apart < 0), term
        compared += 1
    assert compared > 100


def test_true_random_identities_are_never_refuted(ask: Ask) -> None:
    generator = random.Random(11)
    for _ in range(40):
        left, right = _random_term(generator, 3), _random_term(generator, 3)
        verdict = ask(Claim((left + right) ** 2, "=", left**2 + 2 * left * right + right**2))
        assert not isinstance(verdict, Refuted | Proved), (left, right)


def test_the_same_seed_gives_the_same_answer_in_another_process() -> None:
    source = (
        "from fractions import Fraction\n"
        "from checks.engines.sampling import Sampling\n"
        "from checks.language.claims import Claim\n"
        "from checks.language.terms import Function\nfrom checks.language.vocabulary import log, symbol\n"
        "from checks.obligations import Obligation\n"
        "x, y = symbol('x'), symbol('y')\n"
        "f = Function('f')\n"
        "goals = [Claim(x * y, '<', x + y), Claim(f(x), '<=', f(y)), Claim(log(x * y), '=', 0), Claim(x * x - y, '=', x * x - y)]\n"
        "print([Sampling(seed=5).answer(Obligation((x > y,), goal)) for goal in goals])\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", source],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": str(number), "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for number in (1, 2)
    }
    assert len(runs) == 1


def test_other_seeds_draw_other_points() -> None:
    obligation = Obligation((), Claim(L.x + L.y, "=", L.y + L.x))
    first, second = (Sampling(seed=seed).answer(obligation) for seed in (0, 1))
    assert isinstance(first, Supported) and isinstance(second, Supported)
    assert first.example != second.example and (first.seed, second.seed) == (0, 1)


def test_no_state_is_left_behind(ask: Ask) -> None:
    before = (ctx.prec, ctx.cap)
    ask(Claim(Derivative(log(L.x), L.x), "<", L.y))
    ask(Claim(exp(L.p), "=", exp(L.p) * exp(exact(0))))
    assert (ctx.prec, ctx.cap) == before


def test_the_engine_and_its_answers_can_be_pickled(ask: Ask) -> None:
    assert pickle.loads(pickle.dumps(SAMPLING)) == SAMPLING
    verdict = ask(Claim(L.x, "<", L.y))
    assert pickle.loads(pickle.dumps(verdict)) == verdict


def test_solved_values_are_reported_apart(ask: Ask) -> None:
    verdict = ask(Claim(L.a, "=", 1), Claim(L.a, "=", exp(L.b)))
    assert isinstance(verdict, Refuted)
    assert verdict.witness.solved or verdict.witness.values.keys() == {"a", "b"}


def test_mending_and_shrinking_keep_an_increasing_function_increasing(ask: Ask) -> None:
    for bound in (1, 100):
        verdict = ask(Claim(L.f(L.x) - L.f(L.y), ">", 0), L.x > L.y, L.f(L.y) > bound, L.f(L.x) < 2 * bound)
        assert isinstance(verdict, Supported), verdict


def _difference(claim: Claim, at: dict[str, Fraction]) -> mpmath.mpf:
    return valued(claim.left, at) - valued(claim.right, at)


def _random_term(generator: random.Random, depth: int) -> Term:
    if depth == 0 or generator.random() < 0.15:
        return generator.choice((L.p, L.q, L.p, exact(generator.randint(1, 4)), exact(Fraction(generator.randint(1, 5), 3))))
    left, right = _random_term(generator, depth - 1), _random_term(generator, depth - 1)
    makers: list[Callable[[], Term]] = [
        lambda: left + right,
        lambda: left * right,
        lambda: left - right,
        lambda: left / right,
        lambda: left ** generator.choice((2, 3, -1, Fraction(1, 2))),
        lambda: (left**2 + 1) ** right,
        lambda: log(left**2 + 1),
        lambda: exp(left / (1 + left**2)),
        lambda: sqrt(left**2 + right**2),
    ]
    return generator.choice(makers)()
