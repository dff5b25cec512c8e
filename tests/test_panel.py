"""The panel: who is asked, in which order, for how long, and what counts as an answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

import pytest

from checks import panel
from checks.language import POSITIVE, Claim, order, symbol
from checks.obligations import Obligation
from checks.panel import Panel
from checks.reconciling import example, reconciled
from checks.settings import Settings
from checks.verdicts import Proved, Refuted, Supported, Undecided, Vacuous, Verdict, Witness, explanation, word

x, y = symbol("x", POSITIVE), symbol("y", POSITIVE)
ASKED = Obligation((), x > 0)
GROWTH = Obligation((), order(x, "O", x**2, growing=x))
POINT = Witness({"x": Fraction(1)})
PROVED, REFUTED, SUPPORTED = Proved("so it is"), Refuted(POINT, "1", "2", 50, 0), Supported(1, 1, 50, 0, POINT)
UNDECIDED = Undecided("no")


@dataclass
class Told:
    """An engine that says what it was told to, and keeps what it was asked."""

    name: str
    says: Verdict | Callable[[], Verdict]
    uses_lemmas: bool = True
    knows_orders: bool = False
    version: str = "1"
    asked: list[str] = field(default_factory=list)

    def answer(self, obligation: Obligation) -> Verdict:
        self.asked.append("answer")
        return self.says() if callable(self.says) else self.says


@dataclass
class Witnessing(Told):
    """One that confirms as well."""

    def confirm(self, obligation: Obligation) -> Verdict:
        self.asked.append("confirm")
        return SUPPORTED


def _asked(monkeypatch: pytest.MonkeyPatch, *engines: Told, obligation: Obligation = ASKED, seconds: float = 20.0) -> dict[str, str]:
    monkeypatch.setattr(panel, "engines", lambda seed, digits: engines)
    return {name: word(answer.verdict) for name, answer in Panel(Settings(seconds=seconds)).answers(obligation).items()}


def test_after_a_proof_only_who_confirms_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = Told("first", PROVED), Witnessing("second", SUPPORTED), Told("third", PROVED)
    assert _asked(monkeypatch, first, second, third) == {"first": "proved", "second": "supported"}
    assert (first.asked, second.asked, third.asked) == (["answer"], ["confirm"], [])


def test_without_a_proof_all_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    engines = Told("first", Undecided("no")), Witnessing("second", SUPPORTED), Told("third", Undecided("no")), Told("fourth", PROVED)
    assert list(_asked(monkeypatch, *engines).values()) == ["undecided", "supported", "undecided", "proved"]
    assert engines[1].asked == ["answer"]


def test_after_a_counterexample_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    last = Told("last", PROVED)
    assert _asked(monkeypatch, Told("first", Undecided("no")), Witnessing("second", REFUTED), last) == {"first": "undecided", "second": "refuted"}
    assert not last.asked


def test_a_contradiction_among_assumptions_is_looked_at_from_another_side(monkeypatch: pytest.MonkeyPatch) -> None:
    sampling = Witnessing("sampling", SUPPORTED)
    assert _asked(monkeypatch, Told("algebra", Vacuous("x > 1 and x < 0")), sampling) == {"algebra": "vacuous", "sampling": "supported"}
    assert sampling.asked == ["answer"]


def test_orders_are_for_those_who_know_them(monkeypatch: pytest.MonkeyPatch) -> None:
    ignorant, knowing = Witnessing("ignorant", SUPPORTED), Told("knowing", PROVED, knows_orders=True)
    assert _asked(monkeypatch, ignorant, knowing, obligation=GROWTH) == {"knowing": "proved"}
    assert not ignorant.asked


def test_what_an_order_assumes_is_met_at_a_point(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Obligation((y > 1,), GROWTH.goal)
    sampling, knowing = Witnessing("sampling", SUPPORTED), Told("knowing", PROVED, knows_orders=True)
    monkeypatch.setattr(panel, "engines", lambda seed, digits: (sampling, knowing))
    answers = Panel(Settings()).answers(given)
    assert sampling.asked == ["answer"] and example(answers["sampling"].verdict) == POINT
    assert reconciled(given, answers) == PROVED


def test_an_order_about_nothing_is_not_proved() -> None:
    answers = Panel(Settings()).answers(Obligation((y > 1, y < 1), GROWTH.goal))
    assert word(reconciled(Obligation((y > 1, y < 1), GROWTH.goal), answers)) in ("undecided", "vacuous")


def test_who_was_late_comes_again_when_all_others_have_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel, "QUICK", 0.05)

    def slow() -> Verdict:
        time.sleep(0.2)
        return PROVED

    late = Told("late", slow)
    assert _asked(monkeypatch, late, Told("other", Undecided("no"))) == {"late": "proved", "other": "undecided"}
    assert late.asked == ["answer", "answer"]
    late, quick = Told("late", slow), Told("quick", PROVED)
    assert _asked(monkeypatch, late, quick) == {"late": "undecided", "quick": "proved"}
    assert late.asked == ["answer"]


def test_a_time_out_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel, "engines", lambda seed, digits: (Told("slow", lambda: time.sleep(5) or PROVED),))
    start = time.monotonic()
    answers = Panel(Settings(seconds=0.1)).answers(ASKED)
    assert answers["slow"].verdict == Undecided("time: over 0.1 s", is_late=True)
    assert time.monotonic() - start < 2


FAULTS: dict[str, tuple[type[Exception], str]] = {
    "out of memory": (MemoryError, "memory: over"),
    "nested too deeply": (RecursionError, "nested too deeply"),
    "a bug": (ZeroDivisionError, "the engine failed, please report it: ZeroDivisionError"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_failure_is_no_answer_and_the_next_is_asked(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind, reason = FAULTS[name]

    def fail() -> Verdict:
        raise kind

    monkeypatch.setattr(panel, "engines", lambda seed, digits: (Told("failing", fail), Told("other", PROVED)))
    answers = Panel(Settings()).answers(ASKED)
    assert isinstance(answers["failing"].verdict, Undecided) and reason in answers["failing"].verdict.reason
    assert answers["other"].verdict == PROVED


def test_what_a_step_cites_and_does_not_need_is_told() -> None:
    high, low = x > 3, x > 2
    answers = Panel(Settings()).answers(Obligation((high, low, y > 1), x * y > 2), cited=(high, low))
    proof = answers["algebra"].verdict
    assert isinstance(proof, Proved) and proof.unneeded == ("x > 2",) and explanation(proof).endswith("; not needed: x > 2")
    answers = Panel(Settings()).answers(Obligation((high, y > 1), x * y > 2), cited=(high, y > 1))
    assert isinstance(answers["algebra"].verdict, Proved) and not answers["algebra"].verdict.unneeded


def test_all_together_have_twice_the_time_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    idle = [Told(f"idle {number}", lambda: time.sleep(5) or PROVED) for number in range(8)]
    start = time.monotonic()
    said = _asked(monkeypatch, *idle, seconds=0.2)
    assert set(said.values()) == {"undecided"} and time.monotonic() - start < 3


def test_only_the_engines_named_are_asked() -> None:
    assert set(Panel(Settings(), ["sampling"]).answers(ASKED)) == {"sampling"}


def test_nothing_is_asked_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Told("engine", Undecided("no"))
    monkeypatch.setattr(panel, "engines", lambda seed, digits: (engine,))
    asking = Panel(Settings())
    assert asking.answers(ASKED) == asking.answers(Obligation((), x > 0))
    assert engine.asked == ["answer"]


@dataclass
class Linked(Told):
    """One that keeps what lemmas it was shown, and answers by them."""

    shown: list[tuple[Claim, ...]] = field(default_factory=list)
    with_lemmas: Verdict = UNDECIDED

    def answer(self, obligation: Obligation) -> Verdict:
        self.shown.append(obligation.lemmas)
        return self.with_lemmas if obligation.lemmas else super().answer(obligation)


LEMMA = y > 0
LEMMATIC = Obligation((), x > 0, (LEMMA,))


def test_lemmas_are_shown_first_and_then_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    hindered, last = Linked("hindered", PROVED), Linked("last", PROVED)
    assert _asked(monkeypatch, hindered, last, obligation=LEMMATIC) == {"hindered": "proved", "last": "undecided"}
    assert hindered.shown == [(LEMMA,), ()] and last.shown == [(LEMMA,)]


def test_what_is_settled_with_lemmas_is_not_asked_without(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Linked("first", UNDECIDED), Linked("second", UNDECIDED, with_lemmas=PROVED)
    assert _asked(monkeypatch, first, second, obligation=LEMMATIC) == {"first": "undecided", "second": "proved"}
    assert first.shown == second.shown == [(LEMMA,)]
    refuting = Linked("refuting", PROVED, with_lemmas=REFUTED)
    assert _asked(monkeypatch, refuting, obligation=LEMMATIC) == {"refuting": "refuted"} and refuting.shown == [(LEMMA,)]


def test_lemmas_are_not_shown_to_who_has_no_use_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Linked("plain", UNDECIDED, uses_lemmas=False)
    assert _asked(monkeypatch, plain, Linked("other", UNDECIDED), obligation=LEMMATIC) == {"plain": "undecided", "other": "undecided"}
    assert plain.shown == [()], "once, and not again when the others are asked without"


def test_without_lemmas_each_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = Linked("alone", UNDECIDED)
    assert _asked(monkeypatch, alone) == {"alone": "undecided"} and alone.shown == [()]


def test_lemmas_that_are_false_make_nothing_vacuous_that_holds_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sampling sees that the assumptions can be met, so that the contradiction is laid to the lemmas."""
    emptied = Linked("emptied", PROVED, with_lemmas=Vacuous("y > 0 and y < 0"))
    monkeypatch.setattr(panel, "engines", lambda seed, digits: (emptied, Witnessing("sampling", SUPPORTED)))
    verdict = reconciled(LEMMATIC, Panel(Settings()).answers(LEMMATIC))
    assert word(verdict) == "undecided" and "one of them is false" in explanation(verdict)
    assert emptied.shown == [(LEMMA,)]


def test_a_refutation_outweighs_a_proof_by_lemmas(monkeypatch: pytest.MonkeyPatch) -> None:
    misled, sampling = Linked("misled", UNDECIDED, with_lemmas=PROVED), Witnessing("sampling", SUPPORTED)
    monkeypatch.setattr(sampling, "confirm", lambda obligation: REFUTED)
    monkeypatch.setattr(panel, "engines", lambda seed, digits: (misled, sampling))
    assert reconciled(LEMMATIC, Panel(Settings()).answers(LEMMATIC)) == REFUTED


def test_a_false_lemma_proves_nothing_false() -> None:
    """The engines themselves: the goal follows from the lemma, and points at which it fails are found all the same."""
    for goal in (x > 2, x * y > y):
        linked = Obligation((), goal, (x > 2,))
        assert word(reconciled(linked, Panel(Settings()).answers(linked))) == "refuted"
