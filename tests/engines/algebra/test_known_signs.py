"""Products judged by the signs assumed of their factors, first-order conditions solved, lemmas second, and what is seen at sight."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest

from checks.engines.algebra import Algebra
from checks.language.claims import Claim
from checks.language.terms import Derivative, Term, exact
from checks.language.vocabulary import absolute, exp, log, minimum
from checks.normal_forms.signs import ALLOWED, ANY, MINUS, NIL, NOT_NEGATIVE, PLUS
from checks.normal_forms.visible import known_signs
from checks.obligations import Obligation
from checks.verdicts import Proved, Undecided, Vacuous, Verdict, word

from .letters import L, at

Ask = Callable[..., Verdict]
a, b, c, n, p, q, x, y, z, t, m, f = L.a, L.b, L.c, L.n, L.p, L.q, L.x, L.y, L.z, L.t, L.m, L.f
LONG = a * n**p - q * n ** (1 + p) - b * n  # multiplied out, its factors are not to be seen again
UNEVEN = a * x**2 - a * y**2
STEEP = q * p * n**p - a * b * n - c

# name: what follows from the assumptions, what does not, the assumptions
Case = tuple[Claim, Claim, tuple[Claim, ...]]
PRODUCTS: dict[str, Case] = {
    "of differences": ((x - y) * (z - t) < 0, (x - y) * (z - t) > 0, (x > y, z < t)),
    "of a difference turned round": ((x - y) * z < 0, (x - y) * z > 0, (y > x, z > 0)),
    "of long factors": (LONG * STEEP > 0, LONG * STEEP < 0, (LONG > 0, STEEP > 0)),
    "of long sides that are compared": (
        (a * n**p - STEEP) * LONG < 0,
        (a * n**p - STEEP) * LONG >= 0,
        (a * n**p > STEEP, LONG < 0),
    ),
    "of three": (LONG * STEEP * (x - y) <= 0, LONG * STEEP * (x - y) < 0, (LONG > 0, STEEP < 0, x >= y)),
    "one of them not strict": (LONG * STEEP >= 0, LONG * STEEP > 0, (LONG >= 0, STEEP > 0)),
    "a quotient": (LONG / STEEP < 0, LONG / STEEP > 0, (LONG > 0, STEEP < 0)),
    "an even power": (LONG**2 * STEEP < 0, LONG**3 * STEEP < 0, (LONG < 0, STEEP < 0)),
    "a sum of products": (LONG * STEEP + (x - y) ** 2 > 0, LONG * STEEP - (x - y) ** 2 > 0, (LONG < 0, STEEP < 0)),
    "a negative of one": (-LONG * STEEP <= 0, -LONG * STEEP < 0, (LONG >= 0, STEEP >= 0)),
    "one that is zero": (Claim(LONG * STEEP, "=", 0), Claim(LONG + STEEP, "=", 0), (Claim(LONG, "=", 0),)),
    "of a difference of squares, in units of something": (UNEVEN * z > 0, UNEVEN * z < 0, (UNEVEN > 0, z > 0)),
    "of sides that are compared, in units of something": (
        (a * y**2 - a * x**2) * z < 0,
        (a * y**2 - a * x**2) * z > 0,
        (a * x**2 > a * y**2, z > 0),
    ),
    "a quotient of such a difference, and more": (UNEVEN / z - b < 0, UNEVEN / z + b > 0, (UNEVEN <= 0, z > 0)),
    "signs from two assumptions": (Claim(LONG * STEEP, "=", 0), LONG * STEEP > 0, (LONG >= 0, LONG <= 0, STEEP > 0)),
}


@pytest.mark.parametrize("name", PRODUCTS)
def test_a_product_has_the_sign_of_its_factors(name: str, ask: Ask) -> None:
    follows, twin, given = PRODUCTS[name]
    assert isinstance(verdict := ask(follows, *given), Proved), verdict
    assert isinstance(verdict := ask(twin, *given), Undecided), verdict


UNKNOWN: dict[str, tuple[Claim, ...]] = {
    "a factor of which nothing is said": (LONG * STEEP > 0, LONG > 0),
    "signs that are only not zero": (LONG * STEEP > 0, Claim(LONG, "!=", 0), Claim(STEEP, "!=", 0)),
    "a quotient by what may vanish": (LONG / STEEP >= 0, LONG >= 0, STEEP >= 0),
    "a negative power of what may vanish": (LONG**-2 >= 0, LONG >= 0),
    "a logarithm of what may be negative": (log(x) * (x - y) * (x - y) >= 0, Claim(x, "!=", 1)),
    "a compared sum, of which another sum is asked": ((x + y) * z > 0, x > y, z > 0),
    "a term that a derivative binds": (Derivative(x * y, x) * z > 0, x * y > 0, z > 0),
    "a term at another value": (at(x - y, x, t) * z > 0, x > y, z > 0),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_product_whose_sign_is_not_known_is_undecided(name: str, ask: Ask) -> None:
    goal, *given = UNKNOWN[name]
    assert isinstance(verdict := ask(goal, *given), Undecided), verdict


CONTRADICTORY: dict[str, tuple[Claim, ...]] = {
    "a term": (x * y > 0, x * y < 0),
    "a difference, both ways": (LONG > STEEP, STEEP > LONG),
    "strict and zero": (Claim(LONG, "=", 0), LONG > 0),
    "three that leave nothing": (LONG >= 0, LONG <= 0, Claim(LONG, "!=", 0)),
}


@pytest.mark.parametrize("name", CONTRADICTORY)
@pytest.mark.parametrize("goal", [LONG * STEEP > 0, x * y * (x - y) <= 0])
def test_signs_that_contradict_one_another_prove_nothing(name: str, goal: Claim, ask: Ask) -> None:
    assert isinstance(verdict := ask(goal, *CONTRADICTORY[name]), Vacuous), verdict


@pytest.mark.parametrize(("one", "other"), list(product(ALLOWED, ALLOWED)))
def test_signs_that_can_be_met_together_are_no_contradiction(one: str, other: str, ask: Ask) -> None:
    """Whatever is assumed of a sign, it is vacuous exactly where the two exclude each other."""
    allowed = ALLOWED[one] & ALLOWED[other]
    for relation in ALLOWED:
        verdict = ask(Claim((x - y) * p, relation, 0), Claim(x - y, one, 0), Claim(x, other, y))
        expected = "vacuous" if not allowed else "proved" if allowed <= ALLOWED[relation] else "undecided"
        assert word(verdict) == expected, (one, other, relation, verdict)


def test_what_is_known_is_what_is_compared() -> None:
    known = known_signs((x > 0, x >= y, Claim(y, "=", z), x <= 0))
    assert known[x] == frozenset() and known[x - y] == NOT_NEGATIVE and known[y - x] == frozenset({-1, 0})
    assert known[y - z] == NIL == known[z - y] and y not in known
    assert known_signs((x - y > z,)) == {x - y - z: PLUS, z - (x - y): MINUS}
    assert known.get(y, ANY) == ANY


PROFIT = a * x - y * x**2 / 2
# name: what follows from the conditions, what does not, the conditions
CONDITIONS: dict[str, Case] = {
    "a first-order condition": (Claim(a, "=", 2 * x), Claim(a, "=", x), (Claim(Derivative(a * x - x**2, x), "=", 0),)),
    "solved for what alone is linear in it": (
        Claim(PROFIT, "=", a * x / 2),
        Claim(PROFIT, "=", a * x),
        (Claim(Derivative(PROFIT, x), "=", 0), Claim(x, "!=", 0)),
    ),
    "at a value": (Claim(a, "=", 2 * p), Claim(a, "=", p), (Claim(at(Derivative(a * x - x**2, x), x, p), "=", 0),)),
    "between two slopes": (
        Claim(a, "=", exp(x) - 1),
        Claim(a, "=", exp(x)),
        (Claim(Derivative(exp(x) + y, x), "=", Derivative((a + 1) * x, x)),),
    ),
    "with a logarithm": (Claim(p * n, "=", a), Claim(p * n, "=", 2 * a), (Claim(Derivative(a * log(n) - p * n, n), "=", 0),)),
    "below a logarithm": (
        Claim(log(a), "=", log(p) + log(n)),
        Claim(log(a), "=", log(p) - log(n)),
        (Claim(Derivative(a * log(n) - p * n, n), "=", 0),),
    ),
    "below a power": (Claim(a**y, "=", (2 * n) ** y), Claim(a**y, "=", n**y), (Claim(Derivative(a * n - n**2, n), "=", 0),)),
    "in several places": (
        Claim(exp(a) + a, "=", exp(2 * n) + 2 * n),
        Claim(exp(a) + a, "=", exp(2 * n) + n),
        (Claim(Derivative(a * n - n**2, n), "=", 0),),
    ),
    "with a plain equation before it": (
        Claim(a, "=", 2 * b),
        Claim(a, "=", b),
        (Claim(Derivative(a * x - x**2, x), "=", 0), Claim(x, "=", b)),
    ),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_first_order_condition_is_solved(name: str, ask: Ask) -> None:
    follows, twin, given = CONDITIONS[name]
    assert isinstance(verdict := ask(follows, *given), Proved), verdict
    assert isinstance(verdict := ask(twin, *given), Undecided), verdict


NOT_SOLVED: dict[str, tuple[Claim, ...]] = {
    "a slope that vanishes with what it is divided by": (Claim(y, "=", 0), Claim(Derivative(y * x**2, x), "=", 0)),
    "a slope that need not exist": (Claim(y, "=", 0), Claim(Derivative(absolute(x) + y * x, x), "=", 1)),
    "a slope of a minimum": (Claim(y, "=", 1), Claim(Derivative(minimum(x, y * x), x), "=", 1)),
    "another variable's slope": (Claim(x, "=", 0), Claim(Derivative(x**2 + y, y), "=", 1)),
    "a variable of differentiation that is solved for": (Claim(Derivative(n * p, n), "=", n), Claim(n, "=", 2 * p)),
    "a parameter that is solved for, below a derivative": (Claim(Derivative(n * p, n), "=", 2 * p), Claim(p, "=", n / 2)),
    "an unspecified slope at two places": (
        Claim(at(Derivative(f(t), t), t, x), "=", 0),
        Claim(at(Derivative(f(t), t), t, y), "=", 0),
    ),
}


@pytest.mark.parametrize("name", NOT_SOLVED)
def test_what_a_condition_does_not_say_is_undecided(name: str, ask: Ask) -> None:
    goal, *given = NOT_SOLVED[name]
    assert isinstance(verdict := ask(goal, *given), Undecided), verdict


def linked(goal: Claim, *lemmas: Claim, given: tuple[Claim, ...] = ()) -> Verdict:
    """The engine's answer to whether a goal follows, with lemmas."""
    return Algebra().answer(Obligation(given, goal, lemmas))


def test_lemmas_come_second() -> None:
    """What follows without them is not taken for vacuous because they are false; what does not is."""
    false = (x**2 < 0,)
    assert isinstance(linked((x - y) ** 2 >= 0, *false), Proved)
    assert isinstance(linked(x > y, *false), Vacuous)
    assert isinstance(linked(x > y, x > y + 1), Proved) and isinstance(linked(x > y + 1, x > y), Undecided)
    assert isinstance(linked((x - y) * LONG > 0, x > y, given=(LONG > 0,)), Proved)


def test_what_was_shown_before_is_known() -> None:
    hard = log(n) <= n - 1
    assert isinstance(linked(hard), Undecided)
    assert linked(hard, hard) == Proved("it was shown before")
    assert isinstance(linked(log(n) <= n - 2, hard), Undecided) and isinstance(linked(log(n) < n - 1, hard), Undecided)


HALF = Fraction(1, 2)
NOWHERE: tuple[Term, ...] = (exact(1) / 0, exact(0) ** exact(0), exact(0) ** -1, log(exact(0)), exact(-8) ** Fraction(1, 3))


def test_evident_goals_hold_at_sight_where_lemmas_would_have_to_be_learned_first(ask: Ask) -> None:
    for goal in (Claim(x, "=", x), x <= x, exact(2) < 3, exact(HALF) + HALF >= 1, Claim(exact(1) / 3, "!=", HALF)):
        assert linked(goal, y > 0) == Proved("the sides compare at sight"), goal
        assert isinstance(ask(goal), Proved), goal
    for goal in (Claim(x, "!=", x), x < x, exact(3) < 3, exact(HALF) > 1, Claim(exact(2) / 4, "!=", HALF)):
        assert not isinstance(ask(goal), Proved), goal


@pytest.mark.parametrize("term", [*NOWHERE, x / x, log(x), 1 / y - 1 / y, (x - x) ** 0])
@pytest.mark.parametrize("relation", ["=", "<=", ">="])
def test_what_is_undefined_does_not_equal_itself(term: Term, relation: str, ask: Ask) -> None:
    assert isinstance(ask(Claim(term, relation, term)), Undecided)
