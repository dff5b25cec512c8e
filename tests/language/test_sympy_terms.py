"""SymPy expressions as terms: what is exact and real comes in, the rest is refused with the value shown."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from checks import Claim, prove
from checks.language import NONNEGATIVE, POSITIVE, REAL, Symbol
from checks.language.sympy_terms import from_sympy
from checks.language.terms import exact
from checks.verdicts import Proved, Refuted

x, y = sympy.symbols("x y", positive=True)
r = sympy.Symbol("r", real=True)
g = sympy.Function("g")

WRITTEN: dict[str, Any] = {
    "x - y": x - y,
    "2*x/(3*y)": 2 * x / (3 * y),
    "-x/y": -x / y,
    "x**(-y)": x**-y,
    "1/sqrt(x)": 1 / sympy.sqrt(x),
    "exp(-r)": sympy.exp(-r),
    "e": sympy.E,
    "pi*x": sympy.pi * x,
    "log(x/y)": sympy.log(x / y),
    "min(x, y)": sympy.Min(x, y),
    "abs(r)": sympy.Abs(r),
    "g(x)": g(x),
    "Derivative(g(x), x)": sympy.Derivative(g(x), x),
    "Integral(1/x, x, 1, y)": sympy.Integral(1 / x, (x, 1, y)),
    "Limit(1/x, x, oo)": sympy.Limit(1 / x, x, sympy.oo),
    "Limit(x, x, 0)": sympy.Limit(x, x, 0, "+-"),
    "-3/4": sympy.Rational(-3, 4),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_exact_expressions(text: str) -> None:
    assert str(exact(WRITTEN[text])) == text


@pytest.mark.parametrize(("assumption", "domain"), [({"positive": True}, POSITIVE), ({"nonnegative": True}, NONNEGATIVE), ({"real": True}, REAL)])
def test_domains(assumption: dict[str, bool], domain: object) -> None:
    term = from_sympy(sympy.Symbol("s", **assumption))
    assert isinstance(term, Symbol)
    assert term.domain == domain


def test_a_negative_symbol_has_no_other_values() -> None:
    assert isinstance(prove(Claim(sympy.Symbol("s", negative=True), "<", 0)), Proved)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (sympy.Symbol("z"), "declare it real: Symbol('z', real=True) or positive=True"),
        (sympy.Symbol("i", integer=True), "assumed integer"),
        (sympy.Symbol("w", real=True, nonzero=True), "assumed nonzero"),
        (sympy.Float(0.5), "0.500000000000000 (Float)"),
        (x * sympy.Float(2.5), "a float is not exact"),
        (x < y, "x < y (StrictLessThan)"),
        (sympy.Eq(x, y), "write Claim(left, relation, right)"),
        (sympy.true, "BooleanTrue"),
        (sympy.sin(x), "sin(x) (sin)"),
        (sympy.I, "ImaginaryUnit"),
        (sympy.oo, "Infinity"),
        (sympy.Limit(1 / x, x, 0), "two-sided"),
        (sympy.Integral(1 / x, x), "finite limits"),
        (sympy.Matrix([1]), "Matrix"),
    ],
)
def test_refused(value: object, says: str) -> None:
    with pytest.raises(TypeError) as refused:
        exact(value)
    assert says in str(refused.value)


def test_claims_from_sympy_are_proved_and_refuted() -> None:
    assert isinstance(prove(Claim((x + y) ** 2, "=", x**2 + 2 * x * y + y**2)), Proved)
    assert isinstance(prove(Claim(sympy.log(x), "<=", 0)), Refuted)
    with pytest.raises(TypeError, match="write Claim"):
        prove(sympy.Eq(x, y))  # type: ignore[arg-type]  # that is what is refused
