"""Drawing, solving and mending: where the points come from."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from checks.engines.sampling.drawing import Drawing, narrowed
from checks.engines.sampling.faults import Undefined
from checks.engines.sampling.isolation import isolated, linear
from checks.engines.sampling.judging import Answer, sides
from checks.engines.sampling.plans import Plan, plans
from checks.engines.sampling.points import Point, precision
from checks.engines.sampling.programs import program
from checks.language.claims import Claim
from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, UNIT, Interval
from checks.language.terms import Derivative, Symbol, Term, exact
from checks.language.vocabulary import exp, log, sqrt, symbol
from checks.language.walking import increment

from .letters import L

DOMAINS = (
    REAL,
    POSITIVE,
    NONNEGATIVE,
    UNIT,
    Interval(Fraction(-1), Fraction(0), False, False),
    Interval(high=Fraction(3)),
    Interval(Fraction(2), Fraction(2)),
)

EQUATIONS: dict[str, tuple[Term, Term, Symbol]] = {
    "a factor": (L.a * L.n**L.alpha, L.b * L.d**L.beta, L.a),
    "a base": (L.a * L.n**L.alpha, L.b * L.d**L.beta, L.n),
    "an exponent": (L.a * L.n**L.alpha, L.b * L.d**L.beta, L.alpha),
    "both sides": (L.a * L.x + L.b, L.d * L.x - 1, L.x),
    "a denominator": (L.a / (1 + L.p), L.b / (1 + L.a), L.p),
    "a logarithm": (log(L.p) - 1, L.x, L.p),
    "an exponential": (exp(2 * L.x), L.p, L.x),
    "a root": (sqrt(L.p + 1), L.q + 2, L.p),
    "a derivative": (Derivative(L.p * log(L.n) - L.q * L.n, L.n), exact(0), L.p),
}


@pytest.mark.parametrize("name", EQUATIONS)
def test_an_isolated_symbol_meets_its_equation(name: str) -> None:
    left, right, target = EQUATIONS[name]
    value = isolated(left, right, target)
    assert value is not None
    claim = Claim(left, "=", right)
    others = tuple(sorted(claim.symbols - {target}, key=lambda each: each.name))
    point = Point(Plan(others, ((target, program(value)),)), {each: Fraction(3 + index, 2 + index) for index, each in enumerate(others)})
    assert sides(claim).judged(point, (50,)).answer in (Answer.HOLDS, Answer.AGREES)


def test_the_square_of_a_negative_number_does_not_solve_a_root() -> None:
    value = isolated(sqrt(L.p), L.x, L.p)
    assert value is not None
    found = program(value).run((program(exact(-2)).run(()),))
    assert found < 0  # so that sqrt(p) is not defined, and the point is rejected


def test_what_is_not_linear_is_not_taken_for_linear() -> None:
    assert linear(L.x * L.x, L.x) is None and linear(1 / L.x, L.x) is None and linear(L.x**2, L.x) is None


def test_plans_solve_chains_and_leave_repetitions_alone() -> None:
    chain = [Claim(L.a, "=", L.b), Claim(L.b, "=", L.d), Claim(L.a, "=", L.d)]
    for plan in plans(chain, (L.a, L.b, L.d)):
        assert len(plan.free) == 1 and len(plan.equations) == 2


@pytest.mark.parametrize("domain", DOMAINS, ids=str)
def test_values_lie_in_their_domain(domain: Interval) -> None:
    drawing, generator = Drawing({(t := symbol("t", domain)): domain}), Random(3)
    drawn = {drawing.values((t,), generator)[t] for _ in range(400)}
    assert all(value in domain for value in drawn)
    if domain.includes_low and domain.low is not None:
        assert domain.low in drawn


def test_increments_are_never_zero() -> None:
    moving = increment(L.x)
    drawing, generator = Drawing({moving: REAL}), Random(3)
    assert all(drawing.values((moving,), generator)[moving] != 0 for _ in range(400))


def test_corner_coincidences_are_met() -> None:
    drawing, generator = Drawing(dict.fromkeys((L.n, L.d, L.a), POSITIVE)), Random(3)
    drawn = [tuple(drawing.values((L.n, L.d, L.a), generator).values()) for _ in range(400)]
    assert (1, 1, 1) in drawn and any(len(set(values)) == 1 for values in drawn)
    assert max(max(values) for values in drawn) > 10**9 and min(min(values) for values in drawn) < Fraction(1, 10**7)


def test_assumptions_narrow_domains() -> None:
    found = narrowed((L.x,), (Claim(L.x, ">", -1), Claim(exact(0), ">", L.x), Claim(L.x, "<", L.y)))
    assert str(found[L.x]) == "(-1, 0)"


def test_precision_is_restored_after_an_error() -> None:
    from flint import ctx

    before = ctx.prec
    with pytest.raises(Undefined), precision(300):
        program(log(exact(-1))).run(())
    assert ctx.prec == before
