"""Roots: all of them, each alone, or an honest no."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest

from checks.engines.balls.roots import NotIsolated, roots
from checks.language.terms import E, Term, exact
from checks.language.vocabulary import exp, log, symbol

x = symbol("x")
ISOLATED: dict[str, tuple[Term, Fraction | None, list[str], list[bool]]] = {
    "a quintic": (x**5 - x - 1, None, ["1.1673039782614186842560458998548421807206"], [True]),
    "three roots": (x**3 - 3 * x + 1, None, ["-1.879385", "0.3472964", "1.532089"], [True] * 3),
    "a tangency": (x - 1 - log(x), Fraction(0), ["1.000000"], [False]),
    "a tangency at e": (x / E - log(x), Fraction(0), ["2.7182818284590452354"], [False]),
    "an exponential and a cube": (exp(x) - x**3, None, ["1.857184", "4.536404"], [True, True]),
    "none": (exp(x) + x**2, None, [], []),
    "two close ones": ((x - 1) * (x - 1 - Fraction(1, 10**12)), None, ["1.00000000000000", "1.00000000000100"], [True, True]),
}


@pytest.mark.parametrize("name", ISOLATED)
def test_isolated(name: str) -> None:
    term, low, digits, changes = ISOLATED[name]
    found = roots(term, x, low)
    assert isinstance(found, tuple)
    assert [root.digits(len(text.replace(".", "").lstrip("-0"))) for root, text in zip(found, digits, strict=True)] == digits
    assert [root.changes_sign for root in found] == changes
    assert all(root.low <= root.high for root in found)


NOT_ISOLATED: dict[str, tuple[Term, Fraction | None]] = {
    "undefined in the interval": (log(x), Fraction(-1)),
    "zero throughout": (log(x) - log(x), Fraction(0)),
    "two symbols": (x - symbol("y"), None),
    "an absolute pole": (1 / x, Fraction(-1)),
}


@pytest.mark.parametrize("name", NOT_ISOLATED)
def test_not_isolated(name: str) -> None:
    term, low = NOT_ISOLATED[name]
    assert isinstance(roots(term, x, low), NotIsolated)


def test_digits_are_as_many_as_asked() -> None:
    found = roots(x**2 - 2, x, Fraction(0))
    assert isinstance(found, tuple)
    with mpmath.workdps(320):
        assert abs(mpmath.mpf(found[0].digits(300)) - mpmath.sqrt(2)) < mpmath.mpf(10) ** -299


def test_an_end_is_no_root() -> None:
    assert roots(x * (x - 1), x, Fraction(0), exact(1)) == ()
