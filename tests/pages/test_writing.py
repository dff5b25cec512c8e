"""Formulas and prose for a terminal: the ledger's LaTeX in Unicode, wrapping, phrases."""

from __future__ import annotations

import pytest

from checks.language import POSITIVE, Claim, choice, exists, iff, implies, maximum_at, rounds_to, symbol
from checks.pages.phrases import ascii_line, unicode_line
from checks.pages.printed import terminal
from checks.pages.prose import readable
from checks.pages.wrapping import wrapped

x, t = symbol("x"), symbol("t", POSITIVE)

PRINTED = {
    r"\frac{1}{2\delta}\left(\omega f - \frac{2n}{E}\right)": "1/(2δ)·(ω f − 2n/E)",
    r"C^*_{\mathrm{train}} \sim E^{\frac{1-\alpha\gamma}{1+\alpha\gamma}}": "C*_train ∼ E^((1−αγ)/(1+αγ))",
    r"d\ln\frac{d}{n}": "d ln(d/n)",
    r"\text{scales sub-quadratically in } E": "scales sub-quadratically in E",
    r"a^{2\gamma}": "a^(2γ)",
    r"\min\{a, b\},\quad \sigma = .76": "min{a, b},   σ = .76",
    r"\unknown{x}": r"\unknownx",
}


@pytest.mark.parametrize("formula", PRINTED)
def test_printed_formulas(formula: str) -> None:
    assert terminal(formula) == PRINTED[formula]


PROSE = {
    "gamma > -1": "γ > −1",
    "a*n**alpha = b*d**beta": "a·n^α = b·d^β",
    "Any volume but t* loses": "Any volume but t* loses",
    "the density q_*^-(1+gamma)": "the density q⁎^−(1+γ)",
    "t*(n,d) against a*(b + c)": "t*(n,d) against a·(b + c)",
    "near-linear, x**2 <= 3": "near-linear, x² ≤ 3",
    "alphabet, betaine": "alphabet, betaine",
}


@pytest.mark.parametrize("words", PROSE)
def test_prose(words: str) -> None:
    assert readable(words) == PROSE[words]


def test_wrapping_loses_nothing() -> None:
    formula = " + ".join(f"a{number}·(b − c/{number})" for number in range(20))
    lines = wrapped(formula, 40, indent=4)
    assert all(len(line) <= 40 for line in lines)
    assert " ".join(line.strip() for line in lines) == formula


def test_what_cannot_be_broken_is_kept_whole() -> None:
    assert wrapped("x" * 100, 40) == ["x" * 100]


def test_propositions_read_as_sentences() -> None:
    assert ascii_line(implies(x > 0, x >= 0)) == "if x > 0, then x >= 0"
    assert ascii_line(iff(x > 0, -x < 0)) == "x > 0 if and only if -x < 0"
    assert unicode_line(maximum_at(t - t**2, over=t, at=1)) == "t − t² is greatest over t > 0 at t = 1"
    assert unicode_line(rounds_to(x, "0.77")) == "x rounds to 0.77"
    some = exists(t, such_that=(Claim(t, ">=", x),), choices=(choice({t: 1}, when=x <= 1), choice({t: x}, when=x > 1)))
    assert ascii_line(some) == "there are t > 0 with t >= x namely t = 1, if x <= 1 namely t = x, if x > 1"
