"""What must be refused: claims that are false, or not defined somewhere, however true they look."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.engines.sampling import SAMPLING
from checks.language.claims import Claim
from checks.language.terms import Derivative, exact
from checks.language.vocabulary import absolute, exp, log, maximum, minimum, sqrt
from checks.obligations import Obligation
from checks.verdicts import IllDefined, Proved, Refuted, Undecided, Verdict

from .letters import L, integral, limit

Ask = Callable[..., Verdict]
HALF = Fraction(1, 2)
a, b, n, p, q, x, y, z, t, m, u = L.a, L.b, L.n, L.p, L.q, L.x, L.y, L.z, L.t, L.m, L.u
alpha, f, g = L.alpha, L.f, L.g
ZERO = exact(0)

UNDEFINED: dict[str, tuple[Claim, ...]] = {
    "cancelling at a zero": (Claim((x**2 - 1) / (x - 1), "=", x + 1),),
    "cancelling a factor": (Claim(x / x * y, "=", y),),
    "zero times an undefined term": (Claim(0 * (1 / x), "=", 0),),
    "an undefined term less itself": (Claim(log(x) - log(x), "=", 0),),
    "exp of log for all reals": (Claim(exp(log(x)), "=", x),),
    "the logarithm of a product of negative numbers": (Claim(log(x * y), "=", log(x) + log(y)), x * y > 0),
    "the logarithm of a square": (Claim(log(x**2), "=", 2 * log(x)), Claim(x, "!=", 0)),
    "a real power of a negative number": (Claim((x**alpha) ** 2, "=", x ** (2 * alpha)),),
    "the cube root of a cube": (Claim((x**3) ** Fraction(1, 3), "=", x),),
    "zero to the power zero": (Claim(ZERO**ZERO, "=", 1),),
    "the power zero of what may be zero": (Claim(x**0, "=", 1),),
    "a power of zero whose exponent may vanish": (Claim(m**L.k, "=", m**L.k),),
    "a division by a slope that may vanish": (Claim(x, "=", y / z), Claim(x * z, "=", y)),
    "a minimum of which only one argument is defined": (minimum(1, 1 / x) <= 1,),
    "a minimum times zero": (Claim(0 * minimum(1, 1 / x), "=", 0),),
    "a maximum less itself": (Claim(maximum(x, log(x)) - maximum(x, log(x)), "=", 0),),
    "the derivative of a logarithm is defined beyond it": (Claim(Derivative(log(x), x), "=", 1 / x), Claim(x, "!=", 0)),
    "a derivative of nothing": (Claim(Derivative(log(x), y), "=", 0),),
    "an integral that diverges": (Claim(integral(1 / t ** (1 + p), t, 0, 1), "=", -1 / p),),
    "a limit of a quotient whose denominator may vanish": (Claim(limit((n * y + 1) / (n * z + 1), n), "=", y / z),),
    "iterated logarithms": (Claim(log(log(a)), "=", log(log(a))),),
}
FALSE: dict[str, tuple[Claim, ...]] = {
    "the root of a square": (Claim(sqrt(x**2), "=", x), Claim(x, "!=", 0)),
    "a root of a power": (Claim((x**2) ** HALF, "=", x), Claim(x, "!=", 0)),
    "inverting across zero": (1 / x < 1 / y, x > y, Claim(x * y, "!=", 0)),
    "multiplying by something of unknown sign": (x * z > y * z, x > y),
    "dividing by something of unknown sign": (x > y, log(a) * x > log(a) * y),
    "a factor of even multiplicity": (x > 0, x**2 * y > 0, y > 0),
    "a factor that may vanish": (y >= 0, x**2 * y >= 0),
    "an exact decimal below one": (n ** Fraction("0.34") <= n ** Fraction("0.35"),),
    "powers whose exponent may be negative": (a**x > b**x, a > b),
    "f is not injective": (Claim(f(x), "=", f(y)), Claim(x * x, "=", y * y)),
    "f is not increasing": (f(x) > f(y), x > y),
    "an increasing function of a square": (Derivative(g(x**2), x) >= 0,),
    "the power of a sum": (Claim((a + b) ** alpha, "=", a**alpha + b**alpha),),
    "the sign of a square root of zero": (sqrt(m) > 0,),
    "a strict distance from a closed end": ((1 - u) * (1 - L.v) > 0,),
    "a sum of absolute values": (absolute(x) + absolute(y) > 0,),
}
OTHERS: dict[str, tuple[Claim, ...]] = {
    "an integral across a pole": (Claim(integral(1 / t**2, t, -1, 1), "=", -2),),
    "an integral to an end of unknown sign": (Claim(integral(1 / t**2, t, x, 1), "=", 1 / x - 1),),
    "an integral of t/t across zero": (Claim(integral(t / t, t, -1, 1), "=", 2),),
    "an integral of roots of negative numbers": (Claim(integral(sqrt(t) * sqrt(t), t, -1, 0), "=", -HALF),),
    "an infinite limit": (Claim(limit(1 / (x * x), x, 0), "=", 0),),
    "a limit that is not rational at infinity": (Claim(limit(n**p / (n**p + 1), n), "=", 1),),
    "a second derivative of an unspecified function": (Claim(Derivative(f(x), x, 2), "=", 0),),
}


@pytest.mark.parametrize("name", UNDEFINED)
def test_claims_that_are_not_defined_are_not_proved(name: str, ask: Ask) -> None:
    goal, *given = UNDEFINED[name]
    assert isinstance(ask(goal, *given), Undecided)
    assert isinstance(SAMPLING.answer(Obligation(tuple(given), goal)), IllDefined), "the trap is none"


@pytest.mark.parametrize("name", FALSE)
def test_claims_that_are_false_are_not_proved(name: str, ask: Ask) -> None:
    goal, *given = FALSE[name]
    assert isinstance(ask(goal, *given), Undecided)
    assert isinstance(SAMPLING.answer(Obligation(tuple(given), goal)), Refuted), "the trap is none"


@pytest.mark.parametrize("name", OTHERS)
def test_claims_beyond_the_class_are_not_proved(name: str, ask: Ask) -> None:
    goal, *given = OTHERS[name]
    assert isinstance(ask(goal, *given), Undecided)
    assert not isinstance(SAMPLING.answer(Obligation(tuple(given), goal)), Proved)
