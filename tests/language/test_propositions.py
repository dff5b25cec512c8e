"""Propositions unfold into sequents: what must be shown, and what would refute them."""

from __future__ import annotations

import pytest

from checks import Claim
from checks.engines.algebra import Algebra
from checks.engines.sampling import SAMPLING
from checks.language import (
    NONNEGATIVE,
    POSITIVE,
    UNIT,
    Function,
    Proposition,
    choice,
    counterexample,
    every_maximum,
    exists,
    iff,
    implies,
    log,
    maximum_at,
    rounds_to,
    sqrt,
    symbol,
)
from checks.language.propositions import Sequent, sequents
from checks.obligations import Obligation
from checks.verdicts import Proved, Refuted

x, y, p, m, u = symbol("x"), symbol("y"), symbol("p", POSITIVE), symbol("m", NONNEGATIVE), symbol("u", UNIT)
f = Function("f")


def said(proposition: Proposition, *assumed: Claim) -> list[str]:
    return [f"{', '.join(map(str, each.hypotheses))} |- {each.goal}" for each in sequents(proposition, assumed)]


def proved(sequent: Sequent) -> bool:
    return isinstance(Algebra().answer(Obligation(sequent.hypotheses, sequent.goal)), Proved)


def refuted(sequent: Sequent) -> bool:
    return isinstance(SAMPLING.answer(Obligation(sequent.hypotheses, sequent.goal)), Refuted)


def test_a_claim_is_its_own_sequent() -> None:
    assert sequents(x > y) == (Sequent((), x > y, sharp=True, against=False),)


def test_implications_collect_hypotheses_outermost_first() -> None:
    assert said(implies(x > 0, implies((y > 0, y < 1), x * y > 0))) == ["x > 0, y > 0, y < 1 |- x*y > 0"]


def test_equivalences_go_both_ways() -> None:
    assert said(iff(x > 0, (x >= 0, Claim(x, "!=", 0)))) == ["x > 0 |- x >= 0", "x > 0 |- x != 0", "x >= 0, x != 0 |- x > 0"]
    assert all(map(proved, sequents(iff(p > 1, 1 / p < 1))))
    forward, backward = sequents(iff(x > 1, x**2 > 1))
    assert not refuted(forward) and refuted(backward)


def test_a_maximum_lies_in_the_domain_and_is_not_exceeded() -> None:
    assert said(maximum_at(-((p - x) ** 2), over=p, at=x)) == [" |- x > 0", " |- -(p - x)**2 <= -(x - x)**2"]
    assert all(map(proved, sequents(maximum_at(-((x - y) ** 2), over=x, at=y))))
    outside, above = sequents(maximum_at(-((p + 1) ** 2), over=p, at=-1))
    assert refuted(outside) and not refuted(above)
    inside, exceeded = sequents(maximum_at((u - 1) ** 2, over=u, at=1))[0], sequents(maximum_at((u - 1) ** 2, over=u, at=1))[-1]
    assert proved(inside) and refuted(exceeded), "a stationary point that is a minimum"


def test_existence_is_shown_by_what_is_chosen() -> None:
    statement = exists(p, such_that=(Claim(p**2, "=", 2),), choices=(choice({p: sqrt(2)}),))
    assert said(statement) == [" |- sqrt(2)**2 = 2", " |- sqrt(2) > 0"]
    assert all(map(proved, sequents(statement)))


def test_a_choice_that_does_not_serve_refutes_nothing() -> None:
    statement = exists(x, such_that=(x > 1,), choices=(choice({x: 0}),))
    (only,) = sequents(statement)
    assert refuted(only) and not only.sharp


def test_a_choice_outside_the_domain_does_not_serve() -> None:
    wrong = exists(p, such_that=(Claim(p**2, "=", 4),), choices=(choice({p: -2}),))
    assert [proved(each) for each in sequents(wrong)] == [True, False]


def test_choices_by_cases_must_cover_all_cases() -> None:
    covering = exists(y, such_that=(y >= x, y >= 0), choices=(choice({y: x}, when=x > 0), choice({y: 0}, when=x <= 0)))
    assert said(covering)[-1] == "x <= 0 |- x <= 0"
    assert all(map(proved, sequents(covering)))
    leaking = exists(y, such_that=(y >= x, y >= 0), choices=(choice({y: x}, when=x > 0), choice({y: 0}, when=x < 0)))
    assert refuted(sequents(leaking)[-1])
    assert all(map(proved, sequents(leaking)[:-1]))


def test_a_choice_gives_a_value_to_every_symbol() -> None:
    with pytest.raises(ValueError, match="wrong about y"):
        exists(x, y, such_that=(x > y,), choices=(choice({x: 1}),))


def test_a_choice_moves_nothing_but_what_is_asked_for() -> None:
    """Else `there is y such that y = 1 and x = 0` would be shown by setting x to 0."""
    with pytest.raises(ValueError, match="wrong about x"):
        exists(y, such_that=(Claim(y, "=", 1), Claim(x, "=", 0)), choices=(choice({y: 1, x: 0}),))
    with pytest.raises(ValueError, match="must be chosen"):
        exists(y, such_that=(Claim(y, "=", 1),), choices=())
    with pytest.raises(ValueError, match="wrong about y"):
        every_maximum(-x * y, over=(x,), satisfies=x > 0, improvements=(choice({x: 1, y: 0}, when=x <= 0),))


def test_a_value_put_for_an_exponent_is_no_literal() -> None:
    """x**y with y = 2 is a real power, not defined at negative x, where x**2 is."""
    statement = exists(y, such_that=(Claim(x**y, "=", x * x),), choices=(choice({y: 2}),))
    assert not all(map(proved, sequents(statement)))


def test_cases_must_be_defined_where_they_are_to_cover() -> None:
    """Where log(x) is not defined neither case applies, so the two cover nothing there."""
    cases = (choice({y: 1}, when=log(x) > 0), choice({y: 2}, when=log(x) <= 0))
    statement = exists(y, such_that=(y > 0,), choices=cases)
    assert not all(map(proved, sequents(statement)))


def test_every_maximum_is_shown_by_improving_on_the_others() -> None:
    profit = -((x - 1) ** 2)
    statement = every_maximum(profit, over=(x,), satisfies=Claim(x, "=", 1), improvements=(choice({x: 1}, when=Claim(x, "!=", 1)),))
    defined = [" |- x = x", " |- 1 = 1", " |- x = x", " |- 1 = 1"]
    assert said(statement) == ["x != 1 |- -(1 - 1)**2 > -(x - 1)**2", *defined, "x != 1 |- x != 1"]
    assert all(map(proved, sequents(statement)))


def test_an_improvement_must_be_one_and_cover_every_failure() -> None:
    profit = -((x - 1) ** 2)
    worse = every_maximum(profit, over=(x,), satisfies=Claim(x, "=", 1), improvements=(choice({x: 2}, when=Claim(x, "!=", 1)),))
    assert refuted(sequents(worse)[0]) and not sequents(worse)[0].sharp
    partial = every_maximum(profit, over=(x,), satisfies=Claim(x, "=", 1), improvements=(choice({x: 1}, when=x > 1),))
    assert proved(sequents(partial)[0]) and refuted(sequents(partial)[-1])
    with pytest.raises(ValueError, match="says when it applies"):
        every_maximum(profit, over=(x,), satisfies=Claim(x, "=", 1), improvements=(choice({x: 1}),))


def test_an_improvement_stays_in_the_domain() -> None:
    statement = every_maximum(-p, over=(p,), satisfies=p > 1, improvements=(choice({p: -1}, when=p <= 1),))
    inside = sequents(statement)[0]
    assert str(inside.goal) == "-1 > 0" and refuted(inside)


def test_a_counterexample_is_a_maximum_at_which_the_claim_fails() -> None:
    example = counterexample({p: 2}, {f(x): x}, {m: 0})
    statement = every_maximum(f(p) - m, over=(m,), satisfies=m > 0, improvements=(choice({m: m + 1}, when=m <= 0),), unless=example)
    against = [each for each in sequents(statement, (p > 1,)) if each.against]
    assert [str(each.goal) for each in against] == ["2 > 0", "0 >= 0", "2 > 1", "2 - m <= 2 - 0", "0 <= 0"]
    assert all(map(proved, against))


def test_a_counterexample_must_meet_what_is_assumed_and_be_a_maximum() -> None:
    improvements = (choice({m: m + 1}, when=m <= 0),)
    outside = every_maximum(f(p) - m, over=(m,), satisfies=m > 0, improvements=improvements, unless=counterexample({p: 2}, {f(x): x}, {m: 0}))
    assert refuted(next(each for each in sequents(outside, (p > 3,)) if str(each.goal) == "2 > 3"))
    beaten = every_maximum(f(p) + m, over=(m,), satisfies=m > 0, improvements=improvements, unless=counterexample({p: 2}, {f(x): x}, {m: 0}))
    assert any(refuted(each) for each in sequents(beaten) if each.against)
    with pytest.raises(ValueError, match="distinct symbols"):
        counterexample({}, {f(x + 1): x}, {})


def test_a_printed_number_means_the_interval_that_rounds_to_it() -> None:
    assert said(rounds_to(sqrt(2), "1.41")) == [" |- sqrt(2) >= 1.41 - 1/200", " |- sqrt(2) <= 1.41 + 1/200"]
    assert said(rounds_to(x, "3")) == [" |- x >= 3 - 1/2", " |- x <= 3 + 1/2"]
    assert all(isinstance(SAMPLING.answer(Obligation((), each.goal)), Proved) for each in sequents(rounds_to(sqrt(2), "1.4142")))
    for wrong in ("1.42", "1.4143", "1.40", "1.4140"):
        assert any(map(refuted, sequents(rounds_to(sqrt(2), wrong)))), wrong
    with pytest.raises(TypeError):
        rounds_to(x, 1.41)  # type: ignore[arg-type]
