"""Enclosures contain the value, are nan wherever it may not exist, and say what is certain only."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import mpmath
import pytest
from flint import arb, ctx, fmpq

from checks.enclosures import NotEvaluable, compiled, digits_of, holds, sign_of, with_gradients
from checks.language.claims import Claim
from checks.language.terms import PI, E, Function, Limit, Term, exact
from checks.language.vocabulary import absolute, exp, log, maximum, minimum, sqrt, symbol

x, y = symbol("x"), symbol("y")
WIDE, ZERO, NEGATIVE = arb(1, 2), arb(0), arb(-1)
HALF, THIRD = exact(Fraction(1, 2)), exact(Fraction(1, 3))

UNDEFINED: dict[str, tuple[Term, arb]] = {
    "a logarithm of a ball that meets zero": (log(x), WIDE),
    "a logarithm of zero": (log(x), ZERO),
    "a quotient by a ball that meets zero": (1 / x, WIDE),
    "a root of a ball that may be negative": (sqrt(x), WIDE),
    "a real power of a negative base": (x**THIRD, NEGATIVE),
    "a real power of a ball that may be negative": (x**HALF, WIDE),
    "zero to the zero": (x ** exact(0), ZERO),
    "a ball that meets zero to the zero": (x ** exact(0), WIDE),
    "zero to a real zero": (x ** (x + 0), ZERO),
    "zero to a negative power": (x ** exact(-1), ZERO),
    "zero times an undefined factor": ((x - x) * log(x), NEGATIVE),
    "a written zero times an undefined factor": (0 * log(x), NEGATIVE),
    "an undefined term cancelled": (log(x) - log(x), NEGATIVE),
    "a minimum with an undefined argument": (minimum(x, log(x)), NEGATIVE),
    "a maximum with an undefined argument": (maximum(log(x), x), NEGATIVE),
    "an absolute value of the undefined": (absolute(log(x)), NEGATIVE),
    "an undefined term to the zero": (log(x) ** exact(0), NEGATIVE),
}
DEFINED: dict[str, tuple[Term, arb, Fraction]] = {
    "zero to a positive power": (x**HALF, ZERO, Fraction(0)),
    "an integer power of a negative base": (x ** exact(3), NEGATIVE, Fraction(-1)),
    "a root of zero": (sqrt(x), ZERO, Fraction(0)),
    "a sum of one": (x + 0, NEGATIVE, Fraction(-1)),
}


@pytest.mark.parametrize("name", UNDEFINED)
def test_what_may_be_undefined_is_nan(name: str) -> None:
    term, value = UNDEFINED[name]
    assert not compiled([term], [x])(value)[0].is_finite()


@pytest.mark.parametrize("name", DEFINED)
def test_what_is_defined_is_enclosed(name: str) -> None:
    term, value, found = DEFINED[name]
    assert compiled([term], [x])(value)[0].contains(arb(fmpq(found.numerator, found.denominator)))


def test_wide_balls_contain_the_values_at_their_points() -> None:
    random = Random(1)
    terms = [exp(x), log(x), sqrt(x), x**2, x ** exact(-3), x**y, absolute(x - y), minimum(x, y), maximum(x, y), x / y, x ** exact(5) - y]
    program = compiled(terms, [x, y])
    for _ in range(200):
        balls = [arb(random.uniform(0.5, 4), random.uniform(0, 0.4)) for _ in range(2)]
        points = [ball.lower() + (ball.upper() - ball.lower()) * arb(random.random()) for ball in balls]
        with ctx.workprec(200):
            inside = program(*points)
        assert all(whole.overlaps(part) for whole, part in zip(program(*balls), inside, strict=True))


def test_an_even_power_is_not_negative() -> None:
    assert compiled([x**2], [x])(arb(-1, 3))[0] >= 0


def test_the_precision_is_that_of_the_call() -> None:
    program = compiled([exact(Fraction(1, 3)) + PI], [])
    with ctx.workprec(400):
        fine = program()[0]
    with ctx.workprec(64):
        coarse = program()[0]
    assert fine.rel_accuracy_bits() > 350 and coarse.rel_accuracy_bits() < 80 and coarse.overlaps(fine)


def test_gradients() -> None:
    value, by_x, by_y = with_gradients([x**y], [x, y])(arb(2), arb(3))
    assert value.contains(8) and by_x.contains(12) and by_y.overlaps(8 * arb(2).log())


@pytest.mark.parametrize("term", [Function("f")(x), Limit(x, x, None), y])
def test_what_balls_do_not_evaluate_is_refused(term: Term) -> None:
    with pytest.raises(NotEvaluable):
        compiled([term], [x])


SIGNS = {
    "e is below 3": (E - exact(3), -1),
    "pi is above 22/7 - 1/500": (PI - exact(Fraction(22, 7)) + exact(Fraction(1, 500)), 1),
    "a rational zero": (exact(Fraction(1, 3)) * 3 - 1, 0),
    "the logarithm of one": (log(exact(1)), 0),
    "a zero that is not seen": (exp(log(exact(2))) - 2, None),
    "a tiny number": (exp(exact(-1000)), 1),
    "an undefined zero": (0 * log(exact(-1)), None),
    "zero to the zero": (exact(0) ** exact(0), None),
}


@pytest.mark.parametrize("name", SIGNS)
def test_signs(name: str) -> None:
    term, sign = SIGNS[name]
    assert sign_of(term) == sign


POINTS = {
    "true": (Claim(exp(x), ">", 1 + x), Fraction(1, 10), True),
    "false, being equal": (Claim(exp(x), ">", 1 + x), Fraction(0), False),
    "equal": (Claim(x / x, "=", 1), Fraction(7, 3), True),
    "unequal": (Claim(x**2, "=", 2), Fraction(14142, 10000), False),
    "not defined": (Claim(x / x, "=", 1), Fraction(0), None),
    "not defined on one side": (Claim(log(x), "<", 5), Fraction(-1), None),
    "equal, but not to be seen": (Claim(exp(log(x)), "=", x), Fraction(2), None),
}


@pytest.mark.parametrize("name", POINTS)
def test_claims_at_points(name: str) -> None:
    claim, value, answer = POINTS[name]
    assert holds(claim, {x: value}) is answer


@pytest.mark.parametrize("digits", [1, 5, 40, 200])
@pytest.mark.parametrize("number", [E, PI, exp(exact(20)), exp(exact(-3)), log(exact(Fraction(101, 100)))])
def test_digits_agree_with_mpmath(number: Term, digits: int) -> None:
    with mpmath.workdps(digits + 30):
        known = {E: mpmath.e, PI: mpmath.pi, exp(exact(20)): mpmath.exp(20), exp(exact(-3)): mpmath.exp(-3)}
        value = +known.get(number, mpmath.log(mpmath.mpf(101) / 100))
        assert abs(mpmath.mpf(digits_of(number, digits)) - value) <= abs(value) * mpmath.mpf(10) ** (1 - digits) / 2


def test_digits_of_rationals() -> None:
    found = [digits_of(exact(value), 3) for value in (Fraction(0), Fraction(2, 3), Fraction(-1, 800), Fraction(999_999, 1000), Fraction(1234))]
    assert found == ["0", "0.667", "-0.00125", "1.00e3", "1.23e3"]
    assert digits_of(log(exact(-1)), 5) is None and digits_of(exp(log(exact(2))) - 2, 5) is None
