"""Terms stay as they were written, refuse impostors with the value shown, and have no truth value."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
import sympy

from checks.language import (
    NONNEGATIVE,
    POSITIVE,
    REAL,
    UNIT,
    At,
    Claim,
    Derivative,
    E,
    Function,
    Integral,
    Limit,
    Symbol,
    Term,
    decimal,
    exact,
    exp,
    log,
    sqrt,
    symbol,
)
from checks.language.terms import Elementary, Negative, Number, Power, Product, Quotient, Sum

x, y, n = symbol("x"), symbol("y"), symbol("n", POSITIVE)
f, h = Function("f"), Function("h", 2)
HALF = Fraction(1, 2)

VERBATIM: dict[str, tuple[Term, Term]] = {
    "a fraction that would cancel": (x / x, Quotient(x, x)),
    "a sum in its order": (y + x, Sum((y, x))),
    "a sum of sums": ((x + y) + 1, Sum((x, y, exact(1)))),
    "a sum in parentheses": (x + (y + 1), Sum((x, Sum((y, exact(1)))))),
    "a difference": (x - y, Sum((x, Negative(y)))),
    "a difference from a number": (1 - x, Sum((exact(1), Negative(x)))),
    "a product in its order": (y * x * 2, Product((y, x, exact(2)))),
    "a product of numbers": (exact(2) * 3, Product((exact(2), exact(3)))),
    "a power of a power": ((x**2) ** HALF, Power(Power(x, exact(2)), exact(HALF))),
    "a power zero": (x**0, Power(x, exact(0))),
    "a number to a symbol": (2**x, Power(exact(2), x)),
    "a number over a symbol": (1 / x, Quotient(exact(1), x)),
    "a negative of a negative": (x.__neg__().__neg__(), Negative(Negative(x))),
    "a positive sign": (+x, x),
    "zero times": (0 * x, Product((exact(0), x))),
}


@pytest.mark.parametrize("name", VERBATIM)
def test_terms_are_kept_as_written(name: str) -> None:
    written, meant = VERBATIM[name]
    assert written == meant


DIFFERENT: dict[str, tuple[Term, Term]] = {
    "the order of a sum": (x + y, y + x),
    "the order of a product": (x * y, y * x),
    "cancelling": (x / x, exact(1)),
    "adding zero": (x + 0, x),
    "two ways of a half": (x / 2, x * HALF),
    "a domain": (symbol("x"), symbol("x", POSITIVE)),
    "a slot": (h(x, y), h(y, x)),
    "an order of differentiation": (Derivative(f(x), x), Derivative(f(x), x, 2)),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_terms_that_are_written_otherwise_differ(name: str) -> None:
    left, right = DIFFERENT[name]
    assert left != right


def test_what_only_the_pages_show_does_not_distinguish_terms() -> None:
    assert decimal("0.50") == exact(HALF)
    assert symbol("x", latex=r"\xi", meaning="a number", unicode="ξ") == symbol("x")
    assert hash(symbol("x", POSITIVE)) == hash(symbol("x"))  # equal names meet, so that clashes are found


IMPOSTORS: dict[str, tuple[Any, str]] = {
    "a float": (0.5, "0.5"),
    "an infinite float": (float("inf"), "inf"),
    "a truth value": (True, "True"),
    "a string": ("x", "'x'"),
    "a decimal": (Decimal("0.5"), "0.5"),
    "a complex number": (1j, "1j"),
    "nothing": (None, "None"),
    "a claim": (Claim(x, "<", y), "x < y"),
    "a list": ([x], "["),
    "a function that is not applied": (f, "f"),
    "a relation of SymPy": (sympy.Symbol("x") < 1, "x < 1"),
    "an equation of SymPy": (sympy.Eq(sympy.Symbol("x"), 1), "x"),
    "a truth value of SymPy": (sympy.true, "True"),
    "a float of SymPy": (sympy.Float("0.5"), "0.5"),
}


@pytest.mark.parametrize("name", IMPOSTORS)
def test_impostors_are_refused_with_the_value_shown(name: str) -> None:
    value, shown = IMPOSTORS[name]
    with pytest.raises(TypeError) as refusal:
        exact(value)
    assert shown in str(refusal.value)


@pytest.mark.parametrize("name", IMPOSTORS)
def test_impostors_are_refused_inside_terms(name: str) -> None:
    value, _ = IMPOSTORS[name]
    for make in (lambda: x + value, lambda: x**value, lambda: log(value), lambda: Claim(x, "=", value), lambda: f(value), lambda: x.subs(x, value)):
        with pytest.raises(TypeError):
            make()


def test_numbers_that_are_exact_are_taken() -> None:
    assert exact(3) == Number(Fraction(3))
    assert exact(Fraction(1, 3)) == Number(Fraction(1, 3))
    assert exact(sympy.Rational(1, 3)) == exact(Fraction(1, 3))
    assert exact(x) is x


def test_decimals_keep_their_digits() -> None:
    assert decimal("0.3390").value == Fraction(339, 1000)
    assert str(decimal("0.3390")) == "0.3390"
    for wrong in (0.339, 1):
        with pytest.raises(TypeError):
            decimal(wrong)  # type: ignore[arg-type]
    for wrong in ("nan", "inf", "x", ""):
        with pytest.raises(ValueError):  # noqa: PT011  # whatever it says
            decimal(wrong)


def test_terms_and_claims_have_no_truth_value() -> None:
    for thing in (x, x + 1, x < y, Claim(x, "=", x)):
        with pytest.raises(TypeError, match="no truth value"):
            bool(thing)
    with pytest.raises(TypeError, match="no truth value"):
        _ = 0 < x < 1
    with pytest.raises(TypeError, match="no truth value"):
        assert x and y


def test_functions_count_their_arguments() -> None:
    for wrong in ((), (x,), (x, y, x)):
        with pytest.raises(TypeError, match="takes 2"):
            h(*wrong)


def test_names_are_identifiers() -> None:
    for wrong in ("", "2x", "x y", "x'", "d(x)"):
        with pytest.raises(ValueError, match="cannot name a symbol"):
            symbol(wrong)


@pytest.mark.parametrize("term", [x, n, x / x + exp(f(x)) ** sqrt(E), Derivative(h(x, n), x), At(log(n), n, exact(2)), decimal("0.10")])
def test_terms_survive_pickling(term: Term) -> None:
    copy = pickle.loads(pickle.dumps(term))
    assert copy == term and str(copy) == str(term) and hash(copy) == hash(term)


def test_terms_are_frozen() -> None:
    for thing in (x, x + y, Claim(x, "<", y), Symbol("z", REAL), NONNEGATIVE):
        with pytest.raises((AttributeError, TypeError)):
            thing.name = "other"  # type: ignore[misc, union-attr]


def test_plain_numbers_become_terms_inside_integrals_limits_and_values() -> None:
    assert Integral(x, x, 0, 1).low == exact(0)  # type: ignore[arg-type]
    assert At(x, x, 2).value == exact(2)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"0\.5"):
        Integral(x, x, 0.5, 1)  # type: ignore[arg-type]


def test_a_variable_tends_only_to_where_its_domain_reaches() -> None:
    p, u = symbol("p", POSITIVE), symbol("u", UNIT)
    assert Limit(p, p, exact(0)).point == exact(0)
    with pytest.raises(ValueError, match=r"p in \(0, oo\) cannot tend to -1"):
        Limit(p, p, exact(-1))
    with pytest.raises(ValueError, match=r"u in .* cannot tend to infinity"):
        Limit(u, u, None)


def test_what_names_no_function_or_derivative_is_refused() -> None:
    with pytest.raises(ValueError, match="'sin' is no named function; there are log, exp"):
        Elementary("sin", (x,))
    with pytest.raises(ValueError, match="order 1 or more"):
        Derivative(x, x, 0)
