"""Reasons: each justifies some relations, some need what they speak of, and they cite named things only."""

from __future__ import annotations

from typing import Any

import pytest

from checks import by
from checks.by import VOCABULARY, MisusedReason, Reason
from checks.calculation import calculation, deduction, equals
from checks.language import At, Claim, Curve, Derivative, Differential, Integral, Limit, Term, assumption, exact, order, symbol
from checks.language.claims import RELATIONS

x, y = symbol("x"), symbol("y")
SPEAKS: dict[str, Term] = {
    "differentiation": Derivative(x**2, x),
    "integration": Integral(x, x, exact(0), y),
    "limit": Limit(x, x, exact(0)),
}
EQUALITIES = {"units", "definition", "algebra", "substitution", "differentiation", "integration", "limit", "growth"}
INEQUALITIES = {"sign", "monotonicity", "inequality", "enclosure", "roots"}


@pytest.mark.parametrize("reason", VOCABULARY, ids=lambda each: each.rule)
@pytest.mark.parametrize("relation", RELATIONS)
def test_reasons_justify_their_relations_only(reason: Reason, relation: str) -> None:
    claim = Claim(SPEAKS.get(reason.rule, x), relation, y)
    allowed = (relation == "=") if reason.rule in EQUALITIES else (relation != "=") if reason.rule in INEQUALITIES else True
    if allowed:
        reason.require(claim)
    else:
        with pytest.raises(MisusedReason, match="it justifies") as fault:
            reason.require(claim)
        assert fault.value.claim == claim and fault.value.reason == reason


@pytest.mark.parametrize("reason", VOCABULARY, ids=lambda each: each.rule)
def test_only_growth_justifies_an_order(reason: Reason) -> None:
    slower = order(x, "O", x**2, growing=x)
    if reason is by.growth:
        assert deduction("x grows more slowly than its square", slower, reason).conclusion == slower
    else:
        with pytest.raises(MisusedReason, match="it justifies"):
            deduction("x grows more slowly than its square", slower, reason)


def test_no_reason_uses_an_order() -> None:
    slower = deduction("x grows more slowly than its square", order(x, "O", x**2, growing=x), by.growth)
    with pytest.raises(TypeError, match="says nothing at any point"):
        by.sign(slower)


@pytest.mark.parametrize("rule", SPEAKS)
def test_reasons_of_calculus_need_what_they_speak_of(rule: str) -> None:
    reason: Reason = getattr(by, rule)
    with pytest.raises(MisusedReason, match="occurs in it"):
        reason.require(Claim(x, "=", y))
    reason.require(Claim(x, "=", 1 + y * SPEAKS[rule]))


def test_differentials_and_values_count_as_differentiation() -> None:
    for term in (Differential(x, (x,)), Differential(x, Curve(x * y, x, y)), At(Derivative(x, x), x, exact(1))):
        by.differentiation.require(Claim(term, "=", y))
    with pytest.raises(MisusedReason):
        by.limit.require(Claim(Derivative(x, x), "=", 1))


def test_every_reason_is_in_the_vocabulary_under_its_name() -> None:
    named = {name: each for name, each in vars(by).items() if isinstance(each, Reason)}
    assert set(named.values()) == set(VOCABULARY)
    assert all(each.rule == name for name, each in named.items())
    assert len({each.says for each in VOCABULARY}) == len(VOCABULARY)


IMPOSTORS: dict[str, Any] = {"a claim": x > 1, "a term": x, "a string": "growth", "a truth value": True, "a reason": by.sign, "nothing": None}


@pytest.mark.parametrize("name", IMPOSTORS)
def test_reasons_cite_named_things_only(name: str) -> None:
    with pytest.raises(TypeError, match="named assumptions and earlier calculations"):
        by.sign(IMPOSTORS[name])


def test_citing_leaves_the_vocabulary_as_it_is() -> None:
    growth = assumption("growth", x > 1)
    earlier = calculation("Earlier", x, equals(x, by.algebra))
    citing = by.sign(growth)(earlier)
    assert citing.using == (growth, earlier) and by.sign.using == ()
    assert str(citing) == "by its sign, growth, Earlier" and str(by.sign) == "by its sign"
