"""Orders of growth: what can be said, how it is written, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from checks.language import INFINITY, POSITIVE, Claim, Interval, Limit, Order, define, log, order, symbol
from checks.language.notation import ascii_text, unicode_text
from checks.obligations import ClashingSymbols, Obligation
from checks.pages.latex.terms import latex

N, M, a, alpha, x = symbol("N", POSITIVE), symbol("M", POSITIVE), symbol("a", POSITIVE), symbol("alpha"), symbol("x")
BOUNDED = symbol("b", Interval(Fraction(0), Fraction(1)))

WRITTEN: dict[str, tuple[Order, str, str, str]] = {
    "a bound": (
        order(log(N + 1), "O", log(N), growing=N),
        "log(N + 1) = O(log(N)) as N -> oo",
        "ln(N + 1) = O(ln(N)) as N → ∞",
        r"\ln(N + 1) = O(\ln N) \text{ as } N \to \infty",
    ),
    "a ratio that tends to one": (
        order(N + 1, "~", N, growing=N),
        "N + 1 ~ N as N -> oo",
        "N + 1 ∼ N as N → ∞",
        r"N + 1 \sim N \text{ as } N \to \infty",
    ),
    "uniformly": (
        order(alpha * N, "Theta", N * M, growing=(N, M), uniformly=(alpha,)),
        "alpha*N = Theta(N*M) as N -> oo, M -> oo, uniformly in alpha",
        "α·N = Θ(N·M) as N → ∞, M → ∞, uniformly in α",
        r"\alpha N = \Theta(N M) \text{ as } N \to \infty, M \to \infty\text{, uniformly in } \alpha",
    ),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_orders_are_written_in_three_ways(name: str) -> None:
    told, ascii_form, unicode_form, latex_form = WRITTEN[name]
    assert (ascii_text(told), unicode_text(told), latex(told)) == (ascii_form, unicode_form, latex_form)


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "an unknown relation": (lambda: order(N, "<<", N**2, growing=N), "is no order; use one of O o Omega Theta ~"),
    "nothing grows": (lambda: order(N, "O", N, growing=()), "says which symbols grow"),
    "something bounded grows": (lambda: order(BOUNDED, "O", 1, growing=BOUNDED), "is bounded and cannot tend to infinity"),
    "the same grows and ranges": (lambda: order(N, "O", N, growing=N, uniformly=(N,)), "cannot both tend to infinity and range"),
    "what grows is replaced": (lambda: order(a * N, "O", N, growing=N).subs({N: a}), "N cannot be replaced"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_orders_that_say_nothing_are_refused(name: str) -> None:
    make, message = REFUSED[name]
    with pytest.raises(ValueError, match=message):
        make()


def test_an_order_has_no_truth_value() -> None:
    with pytest.raises(TypeError, match="no truth value"):
        bool(order(N, "O", N, growing=N))


def test_obligations_tell_orders_apart_by_everything_they_say() -> None:
    goals = [
        order(a * N, "O", N, growing=N),
        order(a * N, "o", N, growing=N),
        order(a * N, "O", N, growing=N, uniformly=(a,)),
        order(a * N, "O", N, growing=(N, M)),
        order(N, "O", a * N, growing=N),
    ]
    assert len({Obligation((), goal).digest for goal in goals}) == len(goals)
    assert all(Obligation((), goal).is_asymptotic for goal in goals)


def test_definitions_in_orders_are_unfolded_and_names_must_not_clash() -> None:
    square = define("square", x, by=x**2)
    assert Obligation((), order(square(N), "O", N**2, growing=N)).goal == order(N**2, "O", N**2, growing=N)
    with pytest.raises(ClashingSymbols):
        Obligation((symbol("N") > 3,), order(N, "O", N, growing=N))


def test_an_engine_that_asks_for_a_claim_is_not_given_an_order() -> None:
    with pytest.raises(TypeError, match="compares orders"):
        _ = Obligation((), order(N, "O", N, growing=N)).claim


def test_a_limit_may_be_infinite_and_nothing_else() -> None:
    assert Obligation((), Claim(Limit(N**2, N, None), "=", INFINITY)).is_asymptotic
    assert Obligation((), Claim(Limit(-N, N, None), "=", -INFINITY)).is_asymptotic
    assert not Obligation((), Claim(Limit(1 / N, N, None), "=", 0)).is_asymptotic
    limit = Limit(N, N, None)
    for goal in (Claim(N, "=", INFINITY), Claim(limit, "<", INFINITY), Claim(limit, "=", INFINITY - 1), Claim(INFINITY, "=", limit)):
        with pytest.raises(ValueError, match="oo is no number"):
            Obligation((), goal)
    with pytest.raises(ValueError, match="oo is no number"):
        Obligation((Claim(N, "<", INFINITY),), Claim(N, "=", N))
