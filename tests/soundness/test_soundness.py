"""Soundness: no engine, asked alone or with the others, believes a claim that is false, ill-defined or about nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest

from checks.obligations import Obligation
from checks.verdicts import Proved, Verdict, Witness
from tests.soundness import asking
from tests.soundness.asking import CONTRADICTION, PANEL, UNREAD, Asked
from tests.soundness.corpus import FALSE, ILL_DEFINED, TRUE, VACUOUS, of
from tests.soundness.shares import shares

DISBELIEVED = ("refuted", "ill-defined", "vacuous", CONTRADICTION)
LEAST = {TRUE: 350, FALSE: 400, ILL_DEFINED: 60, VACUOUS: 20}


@pytest.mark.parametrize("truth", LEAST)
def test_the_corpus_is_large_and_says_nothing_twice(truth: str) -> None:
    claims = Counter((entry.claim, entry.given) for entry in of(truth))
    assert claims.total() >= LEAST[truth]
    assert [claim for claim, times in claims.items() if times > 1] == []


def test_every_claim_is_read(answers: tuple[Asked, ...]) -> None:
    assert [f"{each.entry.place}: {each.entry}: {each.why[PANEL]}" for each in answers if each.words[PANEL] == UNREAD] == []


@pytest.mark.parametrize("truth", [FALSE, ILL_DEFINED])
def test_nothing_believes_what_does_not_hold(truth: str, answers: tuple[Asked, ...]) -> None:
    assert [wrong for each in answers if each.entry.truth == truth for wrong in _said(each, ("proved", "certified", "vacuous", CONTRADICTION))] == []


def test_the_panel_does_not_believe_what_is_about_nothing(answers: tuple[Asked, ...]) -> None:
    """An engine alone may prove it, since everything follows; that no point meets what is given is the panel's concern."""
    vacuous = [each for each in answers if each.entry.truth == VACUOUS]
    assert [wrong for each in vacuous for wrong in _said(each, ("refuted", "ill-defined", CONTRADICTION))] == []
    assert [str(each.entry) for each in vacuous if each.words[PANEL] in ("proved", "certified", "supported")] == []


def test_nothing_disbelieves_what_holds(answers: tuple[Asked, ...]) -> None:
    assert [wrong for each in answers if each.entry.truth == TRUE for wrong in _said(each, DISBELIEVED)] == []


def test_the_panel_proves_a_fair_share_of_what_holds(answers: tuple[Asked, ...]) -> None:
    true = [each for each in answers if each.entry.truth == TRUE]
    assert sum(each.words[PANEL] == "proved" for each in true) >= len(true) / 3


def test_no_engine_fails_or_overruns_its_time(answers: tuple[Asked, ...]) -> None:
    assert [f"{each.entry}: {each.late} {each.failed}" for each in answers if each.late or each.failed] == []


@dataclass(frozen=True)
class Credulous:
    """An engine that believes everything, with a point that meets whatever is given."""

    name: str = "credulous"
    version: str = "1"
    uses_lemmas: bool = False
    knows_orders: bool = True

    def answer(self, _: Obligation) -> Verdict:
        return Proved("so it is", Witness({}))


@pytest.mark.parametrize("truth", [FALSE, ILL_DEFINED, VACUOUS])
def test_an_engine_that_believes_everything_is_caught(truth: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "ENGINES", (Credulous(),))
    answers = [asking.ask(entry) for entry in of(truth)]
    assert {each.words[PANEL] for each in answers} == {"proved"}
    assert shares(answers)[-1].wrong == len(answers)


def _said(each: Asked, words: tuple[str, ...]) -> list[str]:
    """Who said one of the words of a claim, for a message that names the claim."""
    return [f"{name} says {word} of {each.entry.place}: {each.entry}" for name, word in each.words.items() if word in words]
