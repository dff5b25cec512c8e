"""Substitution respects bound variables and variables of differentiation, and captures nothing."""

from __future__ import annotations

import pytest

from checks.language import At, Claim, Curve, Derivative, Differential, Function, Integral, Limit, Term, exact, log, symbol
from checks.language.walking import free_symbols, increment, is_increment

x, y, z, t = symbol("x"), symbol("y"), symbol("z"), symbol("t")
f = Function("f")
ZERO, ONE = exact(0), exact(1)

SUBSTITUTED: dict[str, tuple[Term, dict[object, object], str]] = {
    "everywhere": (x + x * y, {x: 2}, "2 + 2*y"),
    "all at once": (x - y, {x: y, y: x}, "y - x"),
    "inside a function": (f(x) ** x, {x: z}, "f(z)**z"),
    "not the variable of an integral": (Integral(x * t, t, ZERO, t), {t: z}, "Integral(x*t, t, 0, z)"),
    "the parameter of an integral": (Integral(x * t, t, ZERO, ONE), {x: z}, "Integral(z*t, t, 0, 1)"),
    "not the variable of a limit": (Limit(x * t, t, t), {t: z}, "Limit(x*t, t, z)"),
    "the parameter of a limit": (Limit(x * t, t, None), {x: z}, "Limit(z*t, t, oo)"),
    "a value": (At(Derivative(t * x, t), t, x), {x: z}, "Derivative(t*z, t)"),
    "the parameter of a derivative": (Derivative(x * t, t), {x: z}, "Derivative(z*t, t)"),
    "the variable of a derivative": (Derivative(t**2, t), {t: 3}, "Derivative(t**2, t)"),
    "the parameter of a differential": (Differential(x * t, (t,)), {x: z}, "d(z*t)"),
}


@pytest.mark.parametrize("name", SUBSTITUTED)
def test_substitution(name: str) -> None:
    term, replacements, said = SUBSTITUTED[name]
    result = term.subs(replacements)  # type: ignore[arg-type]
    inner = result.term if isinstance(result, At) else result
    assert str(inner) == said


def test_a_value_for_the_variable_of_a_derivative_is_taken_afterwards() -> None:
    assert Derivative(t**2, t).subs(t, 3) == At(Derivative(t**2, t), t, exact(3))
    assert Derivative(t**2 * x, t).subs({t: 3, x: y}) == At(Derivative(t**2 * y, t), t, exact(3))
    assert Differential(x * y, Curve(x * y, x, y)).subs(x, 1) == At(Differential(x * y, Curve(x * y, x, y)), x, ONE)


CAPTURED: dict[str, tuple[Term, dict[object, object]]] = {
    "by an integral": (Integral(x * t, t, ZERO, ONE), {x: t}),
    "by a limit": (Limit(x * t, t, None), {x: t + 1}),
    "by a value": (At(Derivative(x * t, t), t, ONE), {x: log(t)}),
    "by a derivative": (Derivative(x * t, t), {x: t**2}),
    "by a differential": (Differential(x * t, (t,)), {x: t}),
    "by a curve": (Differential(z, Curve(x * y, x, y)), {z: y}),
    "deep inside": (1 + log(Integral(x * t, t, ZERO, ONE)), {x: t}),
}


@pytest.mark.parametrize("name", CAPTURED)
def test_captures_are_refused(name: str) -> None:
    term, replacements = CAPTURED[name]
    with pytest.raises(ValueError, match=r"rename one of them|is differentiated"):
        term.subs(replacements)  # type: ignore[arg-type]


def test_what_does_not_occur_captures_nothing() -> None:
    term = Integral(t**2, t, ZERO, ONE)
    assert term.subs(x, t) == term
    assert Integral(x * t, t, ZERO, ONE).subs(t, x) == Integral(x * t, t, ZERO, ONE)


FREE: dict[str, tuple[Term, set[object]]] = {
    "a sum": (x + f(y), {x, y}),
    "an integral": (Integral(x * t, t, ZERO, z), {x, z}),
    "an integral up to its own letter": (Integral(x * t, t, ZERO, t), {x, t}),
    "a limit": (Limit(x * t, t, z), {x, z}),
    "a derivative": (Derivative(x, t), {x, t}),
    "a value": (At(x * t, t, z), {x, z}),
    "a differential": (Differential(x * y, (x,)), {x, y, increment(x)}),
    "along a curve": (Differential(z, Curve(x * y, x, y)), {x, y, z, increment(x)}),
}


@pytest.mark.parametrize("name", FREE)
def test_free_symbols(name: str) -> None:
    term, symbols = FREE[name]
    assert free_symbols(term) == symbols
    assert free_symbols(term) == symbols  # the second time from what was kept
    assert Claim(term, "=", 0).symbols == symbols


def test_increments_are_told_apart() -> None:
    assert is_increment(increment(x)) and not is_increment(x) and increment(x) != increment(y)
