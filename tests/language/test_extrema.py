"""Roots, peaks and maxima: what holds is proved by the engines, what does not is refuted, and nothing false is believed."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.language import (
    POSITIVE,
    REAL,
    Integral,
    Interval,
    Proposition,
    case,
    concave,
    convex,
    exact,
    exp,
    greatest,
    greatest_or_nothing,
    implies,
    local_maximum_at,
    local_minimum_at,
    log,
    minimum_at,
    one_root,
    stationary_at,
    symbol,
    unimodal,
    valley,
)
from checks.pages.phrases import ascii_line
from checks.proving import prove
from checks.verdicts import Proved, Refuted, word

x, p, q = symbol("x", POSITIVE), symbol("p", POSITIVE), symbol("q", POSITIVE)
r, s = symbol("r", REAL), symbol("s", REAL)
t = symbol("t", Interval(Fraction(0)))
b = symbol("b", Interval(Fraction(0), Fraction(1)))

HOLDS: dict[str, Proposition] = {
    "a minimum inside": minimum_at(x - log(x), over=x, at=1),
    "a minimum at a corner": minimum_at(t + t**2, over=t, at=0),
    "one root that can be written down": one_root(x**2 - p**2, over=x, rising=True, at=p),
    "one root between two points": one_root(x + log(x), over=x, rising=True, between=(Fraction(1, 2), 1)),
    "one root between an end and a point": one_root(x + log(x), over=x, rising=True, between=(None, 1)),
    "a falling root": one_root(1 - r**3, over=r, rising=False, at=1),
    "a peak": unimodal(log(x) - x, over=x, peak=1),
    "a peak that is not written down": unimodal(log(x) - x**2 - x, over=x, between=(Fraction(1, 4), 1)),
    "a valley": valley(exp(r) - r, over=r, bottom=0),
    "a stationary point": stationary_at(r**3, over=r, at=0),
    "a local maximum": local_maximum_at(r**2 - r**4, over=r, at=exact(2) ** Fraction(-1, 2)),
    "a local minimum beside a higher peak": local_minimum_at(r**4 - r**2, over=r, at=exact(2) ** Fraction(-1, 2)),
    "concavity": concave(log(x), x, strictly=True),
    "convexity in two variables": convex(r**2 + r * s + s**2, r, s),
    "a corner or the inside, by cases": greatest(r * t - t**2, over=t, cases=(case(0, when=r <= 0), case(r / 2, when=r > 0))),
    "taking part, or not": greatest_or_nothing(p * t - t**2 - q, over=t, cases=(case(p / 2, when=p**2 >= 4 * q),)),
}
FAILS: dict[str, Proposition] = {
    "a stationary point that is a minimum": local_maximum_at(r**2, over=r, at=0),
    "a maximum that is a minimum": minimum_at(r - r**2, over=r, at=Fraction(1, 2)),
    "a maximum attained at the boundary only": local_maximum_at(b, over=b, at=1),
    "a point outside of the domain": minimum_at(x, over=x, at=0),
    "two roots": one_root(r**2 - 1, over=r, rising=True, at=1),
    "a root that is none": one_root(x - p, over=x, rising=True, at=2 * p),
    "the wrong direction": one_root(x - p, over=x, rising=False, at=p),
    "a valley called a peak": unimodal(r**2, over=r, peak=0),
    "two peaks": unimodal(r**2 - r**4, over=r, peak=0),
    "concavity in each variable alone": concave(r * s - (r**2 + s**2) / 4, r, s),
    "a convex function": concave(exp(r), r),
    "a corner that is forgotten": greatest(r * t - t**2, over=t, cases=(case(r / 2),)),
    "taking part at a loss": greatest_or_nothing(p * t - t**2 - q, over=t, cases=(case(p / 2),)),
}
NOT_PROVED: dict[str, Proposition] = {
    "strict concavity where the second derivative vanishes": concave(-(r**4), r, strictly=True),
    "a strict peak whose slope vanishes elsewhere too": unimodal(-(r**6) + 3 * r**4 - 3 * r**2, over=r, peak=0),
    "a local maximum that the second order does not show": local_maximum_at(-(r**4), over=r, at=0),
    "cases that leave something out": greatest(r * t - t**2, over=t, cases=(case(0, when=r < 0), case(r / 2, when=r > 0))),
    "a bracket that holds no root": one_root(x + log(x), over=x, rising=True, between=(1, 2)),
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
def test_true_claims_beyond_these_conditions_are_neither_proved_nor_refuted(name: str) -> None:
    assert word(prove(NOT_PROVED[name])) in ("undecided", "supported")


def test_a_hypothesis_may_stand_before_them() -> None:
    assert isinstance(prove(implies(p > 1, minimum_at(p * t + t**2, over=t, at=0))), Proved)


MISUSED: dict[str, tuple[type[Exception], str, Callable[[], object]]] = {
    "no place": (ValueError, "say where it is", lambda: one_root(x, over=x, rising=True)),
    "two places": (ValueError, "say where it is", lambda: unimodal(x, over=x, peak=1, between=(0, 1))),
    "what may jump": (TypeError, "not known to be continuous", lambda: one_root(Integral(r, r, exact(0), x), over=x, rising=True, at=1)),
    "concavity in nothing": (ValueError, "in one variable", lambda: concave(x)),
    "strict concavity in two": (ValueError, "not strictly", lambda: concave(r * s, r, s, strictly=True)),
    "no case": (ValueError, "a point must be given", lambda: greatest(x, over=x, cases=())),
}


@pytest.mark.parametrize("name", MISUSED)
def test_what_says_nothing_is_refused(name: str) -> None:
    kind, message, make = MISUSED[name]
    with pytest.raises(kind, match=message):
        make()


@pytest.mark.parametrize("name", [*HOLDS, *FAILS])
def test_each_is_written_on_one_line(name: str) -> None:
    line = ascii_line({**HOLDS, **FAILS}[name])
    assert line and "\n" not in line and "Symbol(" not in line
