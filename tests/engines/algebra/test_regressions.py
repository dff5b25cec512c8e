"""Bugs that were found by attacking the engine: each claim was once proved, or once raised, and must not again."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.language.claims import Claim
from checks.language.domains import POSITIVE
from checks.language.terms import Derivative, Differential, Symbol, exact
from checks.language.vocabulary import absolute, log, minimum, sqrt, symbol
from checks.language.walking import increment
from checks.normal_forms.ring import ExpAtom, LogAtom, Ring, SymbolAtom, constant
from checks.verdicts import Undecided, Verdict

from .letters import L, at, integral, limit

Ask = Callable[..., Verdict]
HALF = Fraction(1, 2)
a, n, p, q, x, y, z, t, m, f = L.a, L.n, L.p, L.q, L.x, L.y, L.z, L.t, L.m, L.f

# Every one of these was "proved".
UNSOUND: dict[str, tuple[Claim, ...]] = {
    # At checked what it differentiates only where the derivative stood alone, so log(y) of negative y slipped through.
    "a derivative inside a product, at a value": (Claim(at(x * Derivative(log(x), x), x, y), "=", 1), Claim(y, "!=", 0)),
    "a differential at a value": (Claim(at(Differential(log(x), (x,)), x, y) * y, "=", increment(x)), Claim(y, "!=", 0)),
    "nested values": (Claim(at(at(x * Derivative(log(x), x), x, z), z, y), "=", 1), Claim(y, "!=", 0)),
    # A value or a point at which nothing stands was never looked at.
    "a value that is not defined": (Claim(at(y, x, 1 / z), "=", y),),
    "a point that is not defined": (Claim(limit(y, x, 1 / z), "=", y),),
    "a differential in no variable": (Claim(Differential(log(x), ()), "=", 0),),
    # Cases x >= 0 and x <= 0 were differentiated apart, although there is no derivative where they meet.
    "the derivative of an absolute value": (Claim(Derivative(absolute(x), x) ** 2, "=", 1),),
    "the derivative of a minimum": (Derivative(minimum(x, 2 * x), x) > 0,),
    "the differential of an absolute value": (Claim(Differential(absolute(x), (x,)) ** 2, "=", increment(x) ** 2),),
    "the derivative of a minimum on one side": (Claim(Derivative(minimum(x, 0), x), "=", 0), x >= 0),
    "an absolute value inside and outside of its derivative": (Claim(absolute(x) * Derivative(absolute(x), x), "=", x),),
    # A branch was taken under an integral too, where the same letter is another variable: this is x + 1/2.
    "a branch below an integral over the same letter": (Claim(absolute(x) + integral(absolute(x), x, -1, 0), "=", x - HALF), x >= 0),
    # Bound variables were renamed to _p and _t, which a script can call its own.
    "a free variable named like a renamed one, in a limit": (Claim(limit((p + symbol("_p", POSITIVE)) / p, p), "=", 2),),
    "a free variable named like a renamed one, in an integral": (Claim(integral(symbol("_t", POSITIVE) * t, t, 0, 1), "=", Fraction(1, 3)),),
    "a free variable that is no identifier": (Claim(limit((p + Symbol("p'", POSITIVE)) / p, p), "=", 2),),
    # An inner limit jumps: for every y but 0 it is 1.
    "a limit of limits at infinity": (Claim(limit(limit(y * n / (y * n + 1), n), y, 0), "=", 0),),
    "a limit of limits at a point": (Claim(limit(limit(y / (y + x), x, 0), y, 0), "=", 0),),
    # Unspecified functions are differentiable; their derivatives need not be continuous.
    "a limit of an unspecified derivative": (Claim(limit(Derivative(f(x), x), x, 0), "=", at(Derivative(f(x), x), x, 0)),),
    # Zero to a positive power is defined, but beside the point the base is negative.
    "a limit of a root that is defined at the point only": (Claim(limit(sqrt(-(x**2)), x, 0), "=", 0),),
    "a derivative of a power that is defined at the point only": (Claim(at(Derivative((-(x**2)) ** Fraction(3, 2), x), x, 0), "=", 0),),
    "a limit of a root from one side only": (Claim(limit(sqrt(x), x, 0), "=", 0),),
    "a limit of an integral of roots from one side only": (Claim(limit(integral(sqrt(t), t, 0, -(x**2)), x, 0), "=", 0),),
    # x**y is not x**2 at negative x, even where y is 2: its exponent is no literal.
    "an exponent that is assumed to be two": (Claim(x**y, "=", x * x), Claim(y, "=", 2)),
    "an exponent that is a minimum": (Claim(x ** minimum(2, 3), "=", x * x),),
    "an exponent with a value": (Claim(at(x**y, y, 2), "=", x * x),),
    "an exponent that tends to two": (Claim(limit(x**y, y, 2), "=", x * x),),
    "an exponent with a value inside a limit": (Claim(at(limit(t * x**y, t, 1), y, 2), "=", x * x),),
    "an exponent at the face at zero": (Claim(x**m + 0 * sqrt(m), "=", 1), m <= 0, Claim(x, "!=", 0)),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_what_was_once_proved_wrongly_is_undecided(name: str, ask: Ask) -> None:
    goal, *given = UNSOUND[name]
    assert isinstance(ask(goal, *given), Undecided)


# Every one of these raised.
RAISED: dict[str, tuple[Claim, ...]] = {
    "a value that a bound variable captures": (Claim(at(integral(x * t, t, 0, 1), x, t), "=", t),),
    "a placeholder that is free": (Claim(Derivative(L.h(x, symbol("_h_0")), x), "=", 0),),
    "a minimum of nothing": (Claim(minimum(), "=", x),),
    "a limit of what has no derivative": (Claim(limit(f(x) / x + limit(y * x, y, 1), x, 0), "=", 0),),
    "an enormous exponent": (Claim(x ** (10**30), "=", 1),),
    "an enormous even exponent": (x ** (10**30) >= 0,),
}


@pytest.mark.parametrize("name", RAISED)
def test_what_once_raised_is_undecided(name: str, ask: Ask) -> None:
    goal, *given = RAISED[name]
    assert isinstance(ask(goal, *given), Undecided)


def test_units_do_not_pass_to_another_atom() -> None:
    """After a restart an index may belong to another atom; a real variable then had a square root, so that it was not negative."""
    ring = Ring()
    first = ring.index(ExpAtom(constant(1)))
    ring.power(ExpAtom(constant(1)), HALF)
    again = Ring(dict(ring.units))
    assert again.index(SymbolAtom(x)) == first
    assert again.unit(first) == 1
    again.power(SymbolAtom(a), HALF)
    third = Ring(dict(again.units))
    assert third.unit(third.index(LogAtom(SymbolAtom(a)))) == 1
    assert third.unit(third.index(SymbolAtom(a))) == HALF
    assert third.unit(third.index(SymbolAtom(y))) == 1


def test_an_even_power_of_the_exponent_one_half_stays_apart(ask: Ask) -> None:
    assert isinstance(ask(Claim((x**2) ** exact(HALF), "=", x), Claim(x, "!=", 0)), Undecided)
