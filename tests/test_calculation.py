"""Calculations: the conclusion is computed by transitivity, chains that say nothing are refused, places are exact."""

from __future__ import annotations

import inspect
from fractions import Fraction

import pytest

from checks import by
from checks.by import MisusedReason
from checks.calculation import (
    BrokenChain,
    Calculation,
    calculation,
    deduction,
    equals,
    is_at_least,
    is_at_most,
    is_greater_than,
    is_less_than,
)
from checks.language import POSITIVE, Claim, Derivative, assumption, exact, symbol

x, y, z, p = symbol("x"), symbol("y"), symbol("z"), symbol("p", POSITIVE)
LINES = {"=": equals, "<=": is_at_most, "<": is_less_than, ">=": is_at_least, ">": is_greater_than}
ORDERED = by.assumption

COMPOSED: dict[tuple[str, ...], str] = {
    ("=",): "=",
    ("<",): "<",
    (">=",): ">=",
    ("=", "="): "=",
    ("=", "<="): "<=",
    ("<=", "<="): "<=",
    ("<=", "<"): "<",
    ("<", "<=", "="): "<",
    ("=", "<", "="): "<",
    (">=", "=", ">="): ">=",
    (">=", ">", ">="): ">",
}


def chain(*relations: str) -> Calculation:
    terms = (y, z, x + 1, x + 2)
    return calculation("A chain", x, *(LINES[relation](term, ORDERED) for relation, term in zip(relations, terms, strict=False)))


@pytest.mark.parametrize("relations", COMPOSED, ids=" ".join)
def test_the_conclusion_is_between_the_ends(relations: tuple[str, ...]) -> None:
    made = chain(*relations)
    assert made.conclusion == Claim(x, COMPOSED[relations], made.steps[-1].claim.right)
    assert [step.claim.relation for step in made.steps] == list(relations)
    assert all(before.claim.right == after.claim.left for before, after in zip(made.steps, made.steps[1:], strict=False))


BROKEN = [("<=", ">="), ("<", ">"), ("=", "<", ">"), ("<=", "=", ">")]


@pytest.mark.parametrize("relations", BROKEN, ids=" ".join)
def test_mixed_chains_are_refused(relations: tuple[str, ...]) -> None:
    with pytest.raises(BrokenChain) as fault:
        chain(*relations)
    assert fault.value.relations == relations and fault.value.title == "A chain"


def test_a_calculation_needs_lines() -> None:
    with pytest.raises(TypeError, match="needs lines"):
        calculation("Nothing", x)
    with pytest.raises(TypeError, match="needs lines"):
        calculation("A claim", x, x > 1)  # type: ignore[arg-type]


def test_a_line_ends_with_its_reason() -> None:
    with pytest.raises(TypeError, match="ends with its reason"):
        equals(y, "by algebra")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="stands where an exact term belongs"):
        equals(0.5, by.algebra)
    with pytest.raises(TypeError):
        calculation("A float", 0.5, equals(y, by.algebra))
    assert equals(Fraction(1, 2), by.algebra).term == exact(Fraction(1, 2))


def here() -> int:
    frame = inspect.currentframe()
    assert frame is not None and frame.f_back is not None
    return frame.f_back.f_lineno


def test_places_are_exact_to_the_line() -> None:
    line = here() + 1
    made = calculation(
        "Placed",
        x,
        equals(y, ORDERED),
        is_less_than(
            z,
            ORDERED,
        ),
    )
    assert [step.place.line for step in made.steps] == [line + 3, line + 4]
    assert made.place.line == line
    assert {made.place.file, *(step.place.file for step in made.steps)} == {__file__}
    alone = deduction("Alone", x > y, ORDERED)
    assert alone.place.line == here() - 1 == alone.steps[0].place.line


def test_places_do_not_distinguish_calculations() -> None:
    first = calculation("Same", x, equals(y, ORDERED))
    second = calculation("Same", x, equals(y, ORDERED))
    assert first == second and first.place != second.place


def test_a_step_may_use_what_its_reason_cites_and_nothing_else() -> None:
    growth, decline = assumption("growth", x > 1), assumption("decline", y < 0)
    first = calculation("First", x, is_greater_than(1, by.assumption(growth)))
    second = calculation("Second", y, is_less_than(x, by.sign(first, decline)), is_at_most(x, by.sign))
    step, plain = second.steps
    assert step.assumptions == (growth, decline)
    assert step.obligation.assumptions == (growth.claim, decline.claim)
    assert step.obligation.lemmas == (first.conclusion,)
    assert plain.obligation.assumptions == () == plain.obligation.lemmas
    assert second.assumptions == (growth, decline)
    assert list(second.with_earlier()) == [first, second]


def test_assumptions_are_cited_once_and_through_earlier_results() -> None:
    growth = assumption("growth", x > 1)
    first = deduction("First", x > 1, by.assumption(growth))
    second = deduction("Second", x > 0, by.sign(first))
    third = deduction("Third", x**2 > 0, by.sign(second, first, growth))
    assert third.assumptions == (growth,)
    assert third.steps[0].obligation.lemmas == (second.conclusion, first.conclusion)


def test_a_misused_reason_is_placed() -> None:
    line = here() + 2
    with pytest.raises(MisusedReason) as fault:
        calculation("Misused", p, is_at_least(0, by.algebra))
    assert fault.value.__notes__ == [f"at {deduction('Here', p > 0, by.sign).place.relative}:{line}"]
    with pytest.raises(MisusedReason):
        calculation("No derivative", p, equals(p, by.differentiation))
    assert calculation("A derivative", Derivative(p, p), equals(1, by.differentiation)).conclusion.relation == "="
