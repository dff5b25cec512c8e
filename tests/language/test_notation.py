"""How terms are written: ASCII that Python reads back to the same term, and Unicode for readers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checks.language import (
    PI,
    POSITIVE,
    Claim,
    Derivative,
    Differential,
    Function,
    Integral,
    Limit,
    Term,
    absolute,
    decimal,
    exact,
    exp,
    log,
    maximum,
    minimum,
    sqrt,
    symbol,
)
from checks.language.notation import ascii_text, unicode_text

x, y, alpha, lam, n_1 = symbol("x"), symbol("y"), symbol("alpha", POSITIVE), symbol("lamda"), symbol("n_1")
f = Function("f")
HALF = Fraction(1, 2)

TABLE: list[tuple[Term | Claim, str, str]] = [
    (x - y * 2, "x - y*2", "x − y·2"),
    (-(x + y), "-(x + y)", "−(x + y)"),
    ((x + y) * (x - y), "(x + y)*(x - y)", "(x + y)·(x − y)"),
    (x - (y - 1), "x - (y - 1)", "x − (y − 1)"),
    (x - (-y), "x - (-y)", "x − (−y)"),
    (x + exact(-1), "x + (-1)", "x + (−1)"),
    (x / (y * 2), "x/(y*2)", "x/(y·2)"),
    (x / y / 2, "x/y/2", "x/y/2"),
    (x / (y / 2), "x/(y/2)", "x/(y/2)"),
    ((x + 1) / 2, "(x + 1)/2", "(x + 1)/2"),
    (x * (-y), "x*(-y)", "x·(−y)"),
    (x * HALF, "x*(1/2)", "x·(1/2)"),
    ((-x) ** 2, "(-x)**2", "(−x)²"),
    (-(x**2), "-x**2", "−x²"),
    ((x**2) ** y, "(x**2)**y", "(x²)^y"),
    (x ** (x**y), "x**(x**y)", "x^(x^y)"),
    (x**-1, "x**(-1)", "x^(−1)"),
    (x**12, "x**12", "x¹²"),
    (exact(2) ** HALF, "2**(1/2)", "2^(1/2)"),
    (exact(HALF) ** x, "(1/2)**x", "(1/2)^x"),
    (decimal("0.50") * x, "0.50*x", "0.50·x"),
    (sqrt(x) * exp(-x), "sqrt(x)*exp(-x)", "sqrt(x)·exp(−x)"),
    (log(alpha) * PI, "log(alpha)*pi", "ln(α)·π"),
    (minimum(x, y, 1) - maximum(x), "min(x, y, 1) - max(x)", "min(x, y, 1) − max(x)"),
    (f(x + 1) + lam + n_1, "f(x + 1) + lamda + n_1", "f(x + 1) + λ + n_1"),
    (absolute(x), "abs(x)", "abs(x)"),
    (Claim(x + 1, "<=", alpha), "x + 1 <= alpha", "x + 1 ≤ α"),
    (Claim(x, "!=", y), "x != y", "x ≠ y"),
    (Claim(x, "=", y), "x = y", "x = y"),
    (Derivative(alpha**2, alpha), "Derivative(alpha**2, alpha)", "∂[α²]/∂α"),
    (Derivative(x**3, x, 2), "Derivative(x**3, x, 2)", "∂²[x³]/∂x²"),
    (Differential(x, (x,)), "d(x)", "dx"),
    (Integral(1 / x, x, exact(1), y), "Integral(1/x, x, 1, y)", "∫[1, y] 1/x dx"),
    (Limit(x + y, x, None), "Limit(x + y, x, oo)", "lim[x→∞] (x + y)"),
    (Limit(x, x, exact(0)), "Limit(x, x, 0)", "lim[x→0] x"),
]


@pytest.mark.parametrize(("item", "plain", "pretty"), TABLE, ids=[plain for _, plain, _ in TABLE])
def test_notation(item: Term | Claim, plain: str, pretty: str) -> None:
    assert ascii_text(item) == plain == str(item)
    assert unicode_text(item) == pretty


READABLE = [item for item, plain, _ in TABLE if isinstance(item, Term) and not plain.startswith(("Deriv", "d(", "Integ", "Limit"))]


@pytest.mark.parametrize("term", READABLE, ids=map(str, READABLE))
def test_python_reads_plain_text_back_to_the_same_value(term: Term) -> None:
    names = {"x": 1.7, "y": 2.3, "alpha": 0.7, "lamda": 1.1, "n_1": 1.9, "pi": 3.14}
    import math

    functions = {"sqrt": math.sqrt, "exp": math.exp, "log": math.log, "min": min, "max": lambda *each: max(each), "abs": abs, "f": math.cos}
    value = eval(str(term), {"__builtins__": {}}, {**names, **functions})  # noqa: S307  # our own text
    assert value == pytest.approx(_value(term, {**names}, functions))


def _value(term: Term, names: dict[str, float], functions: dict[str, object]) -> float:
    from checks.language.terms import Application, Constant, Elementary, Negative, Number, Power, Product, Quotient, Sum, Symbol

    def of(part: Term) -> float:
        match part:
            case Number(value):
                return float(value)
            case Constant(name) | Symbol(name):
                return names[name]
            case Sum(terms):
                return sum(map(of, terms))
            case Product(factors):
                product = 1.0
                for factor in factors:
                    product *= of(factor)
                return product
            case Quotient(above, below):
                return of(above) / of(below)
            case Negative(inner):
                return -of(inner)
            case Power(base, exponent):
                return of(base) ** of(exponent)
            case Elementary(name, arguments):
                return functions[name](*map(of, arguments))  # type: ignore[operator, no-any-return]
            case Application(function, arguments):
                return functions[function.name](*map(of, arguments))  # type: ignore[operator, no-any-return]
        raise TypeError(part)

    return of(term)
