"""How verdicts on steps and claims make verdicts on statements: what rests on a step that is not proved counts for nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checks import by
from checks.calculation import Calculation, deduction
from checks.judging import StatementReport, judge
from checks.language import REAL, Claim, EveryMaximum, Maximum, assumption, choice, counterexample, every_maximum, maximum_at, symbol
from checks.ledger import Entry
from checks.panel import Panel
from checks.questions import STEP, Question, questions
from checks.reconciling import Answer, EnginesContradict
from checks.settings import Settings
from checks.statements import Statement, statement
from checks.verdicts import Proved, Refuted, Supported, Undecided, Verdict, Witness, word

x, y = symbol("x", REAL), symbol("y", REAL)
PANEL = Panel(Settings())
FALSE = deduction("A square is at most 0", -(y**2) + x <= -(x**2), by.sign)


def report(told: Statement) -> StatementReport:
    """The statement's report, from the engines themselves."""
    return judge(told, Entry(told.id, "§1", "", ""), [(each, PANEL.answers(each.obligation)) for each in questions(told)])


def claimed(proposition: Claim | EveryMaximum | Maximum, *proof: Calculation) -> Statement:
    """A statement of one claim."""
    return statement("s", "S", claims=[proposition]).proved_by(*proof)


def test_a_proof_counts_for_nothing_where_a_step_is_refuted() -> None:
    told = report(claimed(x <= y**2 - x**2, FALSE))
    assert told.verdict == "fails"
    assert [word(step.verdict) for step in told.steps] == ["refuted"]
    assert word(report(claimed(maximum_at(-(x**2), over=x, at=0), FALSE)).claims[0].verdict) == "proved", "that needs no proof"


def test_a_counterexample_counts_only_where_it_is_proved() -> None:
    """At x = 0 the term is greatest and x > 0 fails; at x = 1 it is not greatest."""
    better = (choice({x: 1}, when=x <= 0),)
    right = counterexample({}, {}, {x: 0})
    wrong = counterexample({}, {}, {x: -1})
    assert report(claimed(every_maximum(-(x**2), over=(x,), satisfies=x > 0, improvements=better, unless=right))).verdict == "fails"
    assert report(claimed(every_maximum(-(x**2), over=(x,), satisfies=x > 0, improvements=better, unless=wrong))).verdict == "open"


@pytest.mark.parametrize(
    ("step", "verdict"), [(Proved("shown"), "fails"), (Undecided("not settled"), "open"), (Supported(1, 1, 50, 0, Witness({})), "open")]
)
def test_a_counterexample_that_rests_on_a_step_counts_only_with_it(step: Verdict, verdict: str) -> None:
    """Here the engines find the maximum only by way of the lemma, so that all hangs on the lemma's step."""
    lemma = deduction("A square is at least 1", -(x**2) <= -1, by.sign)
    example = counterexample({}, {}, {x: 1})
    told = claimed(
        every_maximum(-(x**2), over=(x,), satisfies=x <= 0, improvements=(choice({x: 0}, when=x > 0),), unless=example),
        lemma,
    )

    def answer(question: Question) -> Verdict:
        if question.role == STEP:
            return step
        return (
            Proved("by the lemma")
            if question.against and (question.obligation.lemmas or not question.obligation.variables)
            else Undecided("not without it")
        )

    asked = [(each, {"engine": Answer(answer(each), 0.0)}) for each in questions(told)]
    assert judge(told, Entry("s", "§1", "", ""), asked).verdict == verdict


def test_a_proof_beside_a_counterexample_is_an_alarm() -> None:
    """Both cannot be: here the engines are made to say so."""
    told = claimed(
        every_maximum(
            -(x**2),
            over=(x,),
            satisfies=Claim(x, "=", 0),
            improvements=(choice({x: 0}, when=Claim(x, "!=", 0)),),
            unless=counterexample({}, {}, {x: 1}),
        )
    )
    proved = PANEL.answers(questions(claimed(x**2 >= 0))[0].obligation)
    with pytest.raises(EnginesContradict):
        judge(told, Entry("s", "§1", "", ""), [(each, proved) for each in questions(told)])


def test_a_refutation_of_what_proved_steps_prove_is_an_alarm() -> None:
    """Where all steps are proved nobody can be right against them; where one is not, the refutation counts."""
    lemma = deduction("A square", x**2 >= 0, by.sign)
    told = claimed(x**2 + 1 > 0, lemma)
    refuted = Answer(Refuted(Witness({"x": Fraction(0)}), "1", "0", 50, 0), 0.0)

    def asked(step: Verdict) -> list[tuple[Question, dict[str, Answer]]]:
        both = {"one": Answer(Proved("shown"), 0.0), "other": refuted}
        return [(each, {"one": Answer(step, 0.0)} if each.role == STEP else both) for each in questions(told)]

    with pytest.raises(EnginesContradict):
        judge(told, Entry("s", "§1", "", ""), asked(Proved("shown")))
    assert judge(told, Entry("s", "§1", "", ""), asked(Undecided("not settled"))).verdict == "fails"


def test_what_the_paper_does_not_state_is_not_given() -> None:
    ours = assumption("x is positive", x > 0)
    with pytest.raises(ValueError, match=r"s is given x is positive \(x > 0\), which the paper does not state.*needing"):
        statement("s", "S", claims=[x >= 0], given=[ours])
    assert report(statement("s", "S", claims=[x >= 0]).needing(ours)).verdict == "needs"
