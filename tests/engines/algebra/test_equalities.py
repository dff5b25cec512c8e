"""Equalities that are decided, each with a false twin that must not be."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.language.claims import Claim
from checks.language.terms import PI, Curve, Derivative, Differential, E, Term, exact
from checks.language.vocabulary import absolute, exp, log, maximum, minimum, sqrt
from checks.language.walking import increment
from checks.verdicts import Proved, Undecided, Verdict

from .letters import L, at, integral, limit

Ask = Callable[..., Verdict]
HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
a, b, c, n, p, q, x, y, z, t, m, u = L.a, L.b, L.c, L.n, L.p, L.q, L.x, L.y, L.z, L.t, L.m, L.u
alpha, beta, f, h = L.alpha, L.beta, L.f, L.h

# name: the left side, the right side that equals it, one that does not, assumptions
Case = tuple[Term, object, object, tuple[Claim, ...]]

RATIONAL: dict[str, Case] = {
    "expanding": ((x + y) ** 3, x**3 + 3 * x**2 * y + 3 * x * y**2 + y**3, x**3 + y**3, ()),
    "partial fractions": (1 / (a * (a + 1)), 1 / a - 1 / (a + 1), 1 / a + 1 / (a + 1), ()),
    "cancelling where it is allowed": ((x**2 - 1) / (x - 1), x + 1, x - 1, (x > 1,)),
    "a nested fraction": (1 / (1 + 1 / (1 + p)), (1 + p) / (2 + p), (1 + p) / (1 + 2 * p), ()),
    "a negative power": (p**-2 * p**5, p**3, p**7, ()),
    "decimals are exact": (exact(Fraction("0.1")) + Fraction("0.2"), Fraction("0.3"), Fraction("0.3001"), ()),
}
POWERS: dict[str, Case] = {
    "a symbolic real exponent splits over a product": ((a * b) ** x, a**x * b**x, a**x + b**x, ()),
    "exponents add": (a**x * a**y, a ** (x + y), a ** (x * y), ()),
    "exponents multiply": ((a**x) ** y, a ** (x * y), a ** (x + y), ()),
    "a power of a quotient": ((a / b) ** -alpha, b**alpha / a**alpha, a**alpha / b**alpha, ()),
    "exponents cancel": ((n**alpha) ** (1 / alpha), n, n**alpha, ()),
    "a rational exponent": ((a**alpha) ** (1 / (1 + alpha)) * a ** (1 / (1 + alpha)), a, 1 / a, ()),
    "roots": (sqrt(a) * a**THIRD, a ** Fraction(5, 6), a ** Fraction(1, 6), ()),
    "roots of primes": (sqrt(exact(2)) * sqrt(exact(3)), sqrt(exact(6)), sqrt(exact(5)), ()),
    "powers of a root of a sum": ((x**2 + 1) ** Fraction(2, 3) * (x**2 + 1) ** THIRD, x**2 + 1, (x**2 + 1) ** 2, ()),
    "units that are no whole fraction": (exact(8) ** Fraction(2, 3), 4, 2, ()),
    "a root rationalized": (1 / (sqrt(a + 1) + sqrt(a)), sqrt(a + 1) - sqrt(a), sqrt(a + 1) + sqrt(a), ()),
    "the square of the root of a square": (sqrt(x**2) ** 2, x**2, x, (Claim(x, "!=", 0),)),
    "a power at zero": (m**alpha * m, m ** (alpha + 1), m**alpha, ()),
    "zero to a positive power": (exact(0) ** alpha, 0, 1, ()),
}
LOGARITHMS: dict[str, Case] = {
    "of a product": (log(a * b), log(a) + log(b), log(a) * log(b), ()),
    "of a power": (log(a**x), x * log(a), log(a) + x, ()),
    "of a quotient of primes": (log(exact(12)) - log(exact(18)), log(exact(2)) - log(exact(3)), log(exact(3)) - log(exact(2)), ()),
    "of a root": (log(sqrt(a)), log(a) / 2, log(a) * 2, ()),
    "of an exponential": (log(exp(x) * a), x + log(a), x * log(a), ()),
    "of e": (log(E), 1, E, ()),
    "an exponential of logarithms": (exp(x * log(a) - log(b)), a**x / b, a**x * b, ()),
    "an exponential of a sum": (exp(x + y), exp(x) * exp(y), exp(x) + exp(y), ()),
    "of negative factors": (log(x * y), log(-x) + log(-y), log(-x) - log(-y), (x < 0, y < 0)),
    "of a square": (log(x**2), 2 * log(-x), log(-x), (x < 0,)),
    "pi is a number": (PI * a / PI, a, PI, ()),
}
DERIVATIVES: dict[str, Case] = {
    "of a power": (Derivative(a**x, a), x * a ** (x - 1), x * a**x, ()),
    "of an exponential": (Derivative(a**x, x), a**x * log(a), x * a ** (x - 1), ()),
    "of a power tower": (Derivative(a**a, a), a**a * (log(a) + 1), a**a * log(a), ()),
    "of a logarithm": (Derivative(log(a * b + 1), a), b / (a * b + 1), 1 / (a * b + 1), ()),
    "of a root": (Derivative(sqrt(1 + x**2), x), x / sqrt(1 + x**2), 1 / sqrt(1 + x**2), ()),
    "partial": (Derivative(x * y**2, y), 2 * x * y, 2 * x * y + y**2, ()),
    "of second order": (Derivative(a**x, a, 2), x * (x - 1) * a ** (x - 2), x**2 * a ** (x - 2), ()),
    "mixed": (Derivative(Derivative(x**2 * y**3, x), y), 6 * x * y**2, 6 * x * y, ()),
    "at a value": (at(Derivative(x**2 * y, x), x, 3), 6 * y, 9 * y, ()),
    "at a value of another variable": (at(Derivative(x**2 * y, x), y, x), 2 * x**2, 3 * x**2, ()),
    "at a value, inside a product": (at(x * Derivative(x**2, x), x, y), 2 * y**2, 2 * y, ()),
    "at the face at zero": (Derivative(m**2 + m ** Fraction(3, 2), m), 2 * m + Fraction(3, 2) * sqrt(m), 2 * m + sqrt(m), ()),
    "of an unspecified function": (Derivative(f(x**2), x), 2 * x * at(Derivative(f(y), y), y, x**2), at(Derivative(f(y), y), y, x**2), ()),
    "in both slots": (
        Derivative(h(x, x), x),
        at(Derivative(h(y, x), y), y, x) + at(Derivative(h(x, z), z), z, x),
        2 * at(Derivative(h(y, x), y), y, x),
        (),
    ),
    "of an absolute value away from zero": (Derivative(absolute(x), x) * x, absolute(x), -absolute(x), (Claim(x, "!=", 0),)),
    "of a maximum that is decided strictly": (Derivative(maximum(a, -1), a), 1, 0, ()),
    "of an integral": (Derivative(integral(t**2, t, 0, x), x), x**2, x**3 / 3, ()),
    "along a curve": (Differential(log(p) + q, Curve(p * q, p, q)), (1 / p - q / p) * increment(p), (1 / p + q / p) * increment(p), ()),
    "total": (Differential(x * y, (x, y)), y * increment(x) + x * increment(y), x * increment(x) + y * increment(y), ()),
    "of zero along its own curve": (Differential(p**alpha * q, Curve(p**alpha * q, p, q)), 0, 1, ()),
}
INTEGRALS: dict[str, Case] = {
    "of a polynomial": (integral(x * t**2 + 1, t, -1, 2), 3 * x + 3, 3 * x, ()),
    "with ends in the wrong order": (integral(t**2, t, 1, 0), Fraction(-1, 3), THIRD, ()),
    "of the reciprocal": (integral(1 / t, t, 1, q), log(q), 1 / q, ()),
    "of a symbolic power": (integral(t**alpha, t, 1, q), (q ** (1 + alpha) - 1) / (1 + alpha), q ** (1 + alpha) / (1 + alpha), ()),
    "improper": (integral(1 / sqrt(t), t, 0, q), 2 * sqrt(q), sqrt(q), ()),
    "improper, with a parameter": (integral(t ** (p - 1), t, 0, 1), 1 / p, 1 / (p - 1), ()),
    "between the same ends": (integral(t, t, x, x), 0, 1, ()),
    "whose variable is also free": (integral(t, t, 0, t), t**2 / 2, t, ()),
}
LIMITS: dict[str, Case] = {
    "by continuity": (limit((x * y + 1) / (x + 2), x, 0), HALF, 1, ()),
    "by L'Hôpital's rule": (limit((a**x - 1) / x, x, 0), log(a), a, ()),
    "by L'Hôpital's rule twice": (limit((exp(x) - 1 - x) / x**2, x, 0), HALF, 1, ()),
    "of a quotient of powers": (limit((n**alpha - 1) / (n - 1), n, 1), alpha, alpha - 1, ()),
    "of a difference quotient": (limit((f(x + t) - f(x)) / t, t, 0), Derivative(f(x), x), f(x), ()),
    "at the end of a domain": (limit(sqrt(q), q, 0), 0, 1, ()),
    "at infinity": (limit((2 * n + x) / (n + 1), n), 2, x, ()),
    "at infinity, vanishing": (limit(n / (n**2 + 1), n), 0, 1, ()),
    "of a limit that does not move": (limit(y * limit(t, t, 1), y, 2), 2, 1, ()),
}
CASES: dict[str, Case] = {
    "the two branches of a minimum": (minimum(x, y) + maximum(x, y), x + y, x - y, ()),
    "one branch that is known": (minimum(a, -1), -1, a, ()),
    "the square of an absolute value": (absolute(x) ** 2, x**2, x, ()),
    "the least of one": (minimum(x), x, -x, ()),
    "the least of three": (minimum(x, y, z), minimum(x, minimum(y, z)), minimum(x, y), ()),
    "a branch inside an integral of another variable": (integral(t * absolute(y), t, 0, 1), absolute(y) / 2, y / 2, ()),
}
ASSUMED: dict[str, Case] = {
    "an equation solved for a symbol": (x**2, y**2 + 2 * y + 1, y**2 + 1, (Claim(x, "=", y + 1),)),
    "an equation divided by what is not zero": (x, y / a, y * a, (Claim(a * x, "=", y),)),
    "two equations": (x, 3, 4, (Claim(x + y, "=", 5), Claim(x - y, "=", 1))),
    "an equation solved inside a derivative": (Derivative(x * y, x), y, x + 1, (Claim(x, "=", y + 1),)),
    "an equation whose value a derivative would capture": (Derivative(x * y, x), y, x * y, (Claim(y, "=", x**2),)),
    "an equation whose value an integral would capture": (integral(x * t, t, 0, 1), t / 2, t**2 / 2, (Claim(x, "=", t),)),
    "a square that is at most zero": (x, y, -y, ((x - y) ** 2 <= 0,)),
    "an exponent that is known": (a**y, a * a, a, (Claim(y, "=", 2),)),
    "a domain of one point": (log(L.one) * x, 0, x, ()),
}
GROUPS = {
    "rational": RATIONAL,
    "powers": POWERS,
    "logarithms": LOGARITHMS,
    "derivatives": DERIVATIVES,
    "integrals": INTEGRALS,
    "limits": LIMITS,
    "cases": CASES,
    "assumed": ASSUMED,
}
TABLE = [pytest.param(case, id=f"{group}: {name}") for group, cases in GROUPS.items() for name, case in cases.items()]


@pytest.mark.parametrize("case", TABLE)
def test_equalities_are_proved(case: Case, ask: Ask) -> None:
    left, right, _, given = case
    assert isinstance(ask(Claim(left, "=", right), *given), Proved)
    assert isinstance(ask(Claim(right, "=", left), *given), Proved)


@pytest.mark.parametrize("case", TABLE)
def test_their_false_twins_are_not(case: Case, ask: Ask) -> None:
    left, _, wrong, given = case
    assert isinstance(ask(Claim(left, "=", wrong), *given), Undecided)


@pytest.mark.parametrize("case", TABLE)
def test_equal_sides_are_not_different(case: Case, ask: Ask) -> None:
    left, right, _, given = case
    for relation in ("!=", "<", ">"):
        assert isinstance(ask(Claim(left, relation, right), *given), Undecided)
