"""Comparative statics: derivatives in parameters, and optima that move, by the implicit function theorem."""

from __future__ import annotations

import pytest

from checks.language import (
    POSITIVE,
    REAL,
    Proposition,
    constant_in,
    decreases,
    exp,
    iff,
    implies,
    increases,
    log,
    monotone_where,
    moves,
    optimum_constant,
    optimum_decreases,
    optimum_increases,
    symbol,
)
from checks.pages.phrases import ascii_line
from checks.proving import prove
from checks.verdicts import Proved, Refuted, word

x, a, c, alpha = symbol("x", POSITIVE), symbol("a", POSITIVE), symbol("c", POSITIVE), symbol("alpha", POSITIVE)
r = symbol("r", REAL)

HOLDS: dict[str, Proposition] = {
    "a power of a parameter": increases(c * a**alpha, in_=a),
    "a falling bound": decreases(c / a**2, in_=a),
    "what does not depend": constant_in((a * c) / c, in_=c),
    "on a part of the domain": iff(monotone_where(r**2 - a * r, r), 2 * r > a),
    "under a hypothesis": implies(a > 1, increases(a**x, in_=x)),
    "a curve that rises": moves(x * exp(x) - a, dependent=x, independent=a, direction="up"),
    "a curve that falls": moves(x**3 + x * a - 1, dependent=x, independent=a, direction="down"),
    "what does not move": moves(x - 1 + 0 * a, dependent=x, independent=a, direction="not"),
    "an optimum that rises with what it earns": optimum_increases(a * x - x**2, over=x, in_=a),
    "an optimum that falls with its cost": optimum_decreases(log(x) - c * x, over=x, in_=c),
    "an optimum that stays": optimum_constant(a * (log(x) - x), over=x, in_=a),
    "a minimum that rises": optimum_increases((x - a) ** 2, over=x, in_=a, of_minimum=True),
}
FAILS: dict[str, Proposition] = {
    "the other direction": decreases(c * a**alpha, in_=a),
    "on a part only": increases(r**2 - a * r, in_=r),
    "a curve in the other direction": moves(x * exp(x) - a, dependent=x, independent=a, direction="down"),
    "an optimum in the other direction": optimum_decreases(a * x - x**2, over=x, in_=a),
    "an optimum that moves": optimum_constant(log(x) - c * x, over=x, in_=c),
}
NOT_PROVED: dict[str, Proposition] = {
    "a stationary point that is no maximum": optimum_increases(x**2 - a * x, over=x, in_=a),
    "a curve with a vertical tangent": moves(r**3 - a * r + 1, dependent=r, independent=a, direction="up"),
}


@pytest.mark.parametrize("name", HOLDS)
def test_what_holds_is_proved(name: str) -> None:
    verdict = prove(HOLDS[name])
    assert isinstance(verdict, Proved), verdict


@pytest.mark.parametrize("name", FAILS)
def test_what_does_not_hold_is_refuted(name: str) -> None:
    verdict = prove(FAILS[name])
    assert isinstance(verdict, Refuted), verdict


@pytest.mark.parametrize("name", NOT_PROVED)
def test_what_the_implicit_function_theorem_does_not_show_is_not_proved(name: str) -> None:
    assert word(prove(NOT_PROVED[name])) != "proved"


@pytest.mark.parametrize("name", [*HOLDS, *FAILS])
def test_each_is_written_on_one_line(name: str) -> None:
    assert "\n" not in ascii_line({**HOLDS, **FAILS}[name])


def test_directions_are_words() -> None:
    with pytest.raises(ValueError, match="use one of up, down, not"):
        moves(x - a, dependent=x, independent=a, direction="sideways")
    with pytest.raises(ValueError, match="cannot move with itself"):
        optimum_increases(x, over=x, in_=x)
