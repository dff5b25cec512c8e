"""Findings: facts with and without calculations behind them, false beliefs, and what is undefined; none is confirmed by what is not proved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks import by
from checks.calculation import Calculation, calculation, deduction, equals, is_at_least
from checks.judging import FindingReport, StatementReport, judge
from checks.language import POSITIVE, REAL, Claim, assumption, exp, grows, implies, log, maximum_at, path, sole_peak, symbol
from checks.ledger import Entry
from checks.panel import Panel
from checks.questions import FINDING, STEP, Question, questions
from checks.reconciling import Answer
from checks.settings import Settings
from checks.statements import Finding, Statement, fact, false_belief, statement, undefined
from checks.verdicts import Proved, Refuted, Supported, Undecided, Vacuous, Verdict, Witness, word

x, y, p = symbol("x", REAL), symbol("y", REAL), symbol("p", POSITIVE)
PANEL = Panel(Settings())
LARGE = assumption("p is large", p > 3, stated="§1")
SQUARE = deduction("A square is not negative", x**2 >= 0, by.sign)
FALSE = deduction("A square is at least 1", x**2 >= 1, by.sign)
TANGENT = deduction("The logarithm lies below its tangent", log(p) <= p - 1, by.inequality)
GROWN = deduction("It is larger", p**2 > 9, by.monotonicity(LARGE))


def noticing(*findings: Finding) -> Statement:
    """A statement that holds, with what was noticed beside it."""
    return statement("s", "S", claims=[(x - y) ** 2 >= 0]).finding(*findings)


def reported(told: Statement, answers: Callable[[Question], Verdict] | None = None) -> StatementReport:
    """Its report, from the engines themselves or from answers that are made up."""
    asked = [(each, PANEL.answers(each.obligation) if answers is None else {"engine": Answer(answers(each), 0.0)}) for each in questions(told)]
    return judge(told, Entry(told.id, "§1", "", ""), asked)


def found(finding: Finding) -> FindingReport:
    """The report on a finding, from the engines."""
    return reported(noticing(finding)).findings[0]


along = symbol("along", POSITIVE)
CONFIRMED: dict[str, Finding] = {
    "a fact": fact("F", x**2 + 1 > 0, says=""),
    "a fact under an assumption": fact("F", p**2 > 9, says="", given=[LARGE]),
    "a fact by a calculation": fact("F", log(p) <= p - 1, says="", by=[TANGENT]),
    "a fact by a calculation that uses what is given": fact("F", p**2 * 2 > 18, says="", given=[LARGE], by=[GROWN]),
    "a fact about a maximum": fact("F", maximum_at(log(p) - p, over=p, at=1), says="", by=[TANGENT]),
    "a fact about growth": fact("F", grows(y, "O", p, growing=p, chosen=y, where=(Claim(y, "=", p),), upper=1), says=""),
    "a fact about a sole peak": fact("F", sole_peak(p**2 - x**2, over=x, inside=x**2 >= 0, ratio=-(x**2), level=-(p**2), peak=0), says=""),
    "a false belief": false_belief("F", x**2 >= 1, says=""),
    "a false belief about growth": false_belief(
        "F",
        grows(x, "O", p, growing=p, chosen=x, where=(Claim(x, "=", p**2),), unless=path(along, {p: along, x: along**2}, ratio="explodes")),
        says="",
    ),
    "what is undefined": undefined("F", Claim(x / x, "=", 1), says=""),
}
NOT_CONFIRMED: dict[str, Finding] = {
    "a fact that is false": fact("F", x**2 >= 1, says=""),
    "a fact by itself": fact("F", x**2 >= 1, says="", by=[FALSE]),
    "a fact that follows from what is false": fact("F", x**2 + y**2 >= 1, says="", by=[FALSE]),
    "a true fact by what is false": fact("F", exp(x**2) >= 1, says="", by=[FALSE]),
    "a fact by a calculation that uses what is not given": fact("F", p**2 * 2 > 18, says="", by=[GROWN]),
    "a fact about nothing": fact("F", implies((p > 3, p < 2), p > 5), says=""),
    "a fact that is undefined somewhere": fact("F", Claim(x / x, "=", 1), says=""),
    "a belief that is true": false_belief("F", x**2 >= 0, says=""),
    "a belief that is undefined": false_belief("F", Claim(x / x, "=", 1), says=""),
    "what is defined": undefined("F", Claim(p / p, "=", 1), says=""),
}


@pytest.mark.parametrize("name", CONFIRMED)
def test_what_the_checker_answers_as_expected_is_confirmed(name: str) -> None:
    assert found(CONFIRMED[name]).confirmed, found(CONFIRMED[name]).verdict


@pytest.mark.parametrize("name", NOT_CONFIRMED)
def test_what_it_answers_otherwise_is_not(name: str) -> None:
    assert not found(NOT_CONFIRMED[name]).confirmed


STEPS: dict[str, tuple[Verdict, str]] = {
    "proved": (Proved("shown"), "proved"),
    "undecided": (Undecided("not settled"), "undecided"),
    "supported": (Supported(1, 1, 50, 0, Witness({})), "undecided"),
    "vacuous": (Vacuous("it says nothing"), "undecided"),
    "refuted": (Refuted(Witness({}), "0", "1", 50, 0), "undecided"),
}


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("goal", [SQUARE.conclusion, x**2 + 1 >= 0])
def test_a_fact_by_a_calculation_counts_only_where_its_steps_are_proved(name: str, goal: Claim) -> None:
    """The goal is the lemma itself, or follows from it: the engines would say that it was shown before."""
    step, expected = STEPS[name]
    told = reported(noticing(fact("F", goal, says="", by=[SQUARE])), lambda question: step if question.role == STEP else Proved("shown before"))
    assert word(told.findings[0].verdict) == expected
    assert told.verdict == ("holds" if expected == "proved" else "open"), "a step that is not proved is not passed over"


def test_every_step_behind_a_fact_counts() -> None:
    """The weak one may be an earlier calculation that the fact does not name."""
    later = calculation("Later", x**2 + 1, is_at_least(1, by.sign(FALSE)), equals(exp(0 * x), by.algebra))
    told = reported(noticing(fact("F", x**2 + 1 >= exp(0 * x), says="", by=[later])))
    assert [word(each.verdict) for each in told.steps] == ["refuted", "proved", "proved"]
    assert not told.findings[0].confirmed and told.verdict == "open"


def test_one_finding_rests_on_its_own_calculations_only() -> None:
    """The other's lemma is not among what it may use."""
    told = noticing(fact("F", x**2 >= 0, says="", by=[SQUARE]), fact("G", x**2 + 1 >= 0, says=""))
    lemmas = {question.index: question.obligation.lemmas for question in questions(told) if question.role == FINDING}
    assert lemmas == {0: (SQUARE.conclusion,), 1: ()}


@pytest.mark.parametrize(("given", "lemmas"), [((LARGE,), (GROWN.conclusion,)), ((), ())])
def test_a_calculation_is_used_only_under_what_it_assumes(given: tuple[object, ...], lemmas: tuple[object, ...]) -> None:
    told = noticing(fact("F", p**2 > 8, says="", given=given, by=[GROWN]))  # type: ignore[arg-type]
    assert [question.obligation.lemmas for question in questions(told) if question.role == FINDING] == [lemmas]


def test_a_path_rests_on_nothing_that_is_assumed() -> None:
    """What a counterexample shows must hold of itself: no lemma that needs an assumption serves it."""
    bound = grows(x, "O", p, growing=p, chosen=x, where=(Claim(x, "=", p**2),), unless=path(along, {p: along, x: along**2}, ratio="explodes"))
    against = [each for each in questions(noticing(fact("F", bound, says="", given=[LARGE], by=[GROWN]))) if each.against]
    assert against and all(not each.obligation.assumptions and not each.obligation.lemmas for each in against)


@pytest.mark.parametrize("wrong", [x > 0, "by algebra", LARGE, SQUARE.steps[0]])
def test_a_fact_follows_from_calculations_only(wrong: Calculation) -> None:
    with pytest.raises(TypeError, match="stands where a calculation belongs"):
        fact("F", x**2 >= 0, says="", by=[wrong])
