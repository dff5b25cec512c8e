"""Reconciling: one verdict from two, for each pair of kinds, with and without assumptions, and the alarm."""

from __future__ import annotations

import itertools
import pickle
from fractions import Fraction

import pytest

from checks.language import symbol
from checks.obligations import Obligation
from checks.reconciling import Answer, EnginesContradict, example, reconciled
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Supported, Undecided, Vacuous, Verdict, Witness, word

x = symbol("x")
POINT = Witness({"x": Fraction(1)})
PLAIN = Obligation((), x > 0)
ASSUMING = Obligation((x > 1,), x > 0)
LINKED = Obligation((x > 1,), x > 0, (x > 2,))

KINDS: dict[str, Verdict] = {
    "certified": Certified("a certificate"),
    "proved": Proved("a proof"),
    "proved, with a point": Proved("a proof", POINT),
    "supported": Supported(3, 5, 50, 0, POINT),
    "undecided": Undecided("too hard"),
    "undecided, with a point": Undecided("too hard", POINT),
    "refuted": Refuted(POINT, "0", "1", 50, 0),
    "vacuous": Vacuous("x > 1 and x < 0"),
    "ill-defined": IllDefined("1/x", "the denominator is zero", POINT),
}
PROOFS = ("certified", "proved", "proved, with a point")
AGAINST = ("refuted", "ill-defined")
MET = ("proved, with a point", "supported", "undecided, with a point", "refuted", "ill-defined")
PAIRS = list(itertools.product(KINDS, repeat=2))


def asked(obligation: Obligation, *names: str) -> Verdict:
    return reconciled(obligation, {f"engine {index}": Answer(KINDS[name], 0.1) for index, name in enumerate(names)})


def expected(names: tuple[str, ...], *, assuming: bool, linked: bool) -> str:
    """The rules once more, in other words: alarm, counterexample, contradiction, proof, support, nothing."""
    proof, against = any(name in PROOFS for name in names), any(name in AGAINST for name in names)
    met, vacuous = any(name in MET for name in names), "vacuous" in names
    if not linked and ((proof and against) or (vacuous and met)):
        return "alarm"
    if against:
        return "refuted" if "refuted" in names else "ill-defined"
    if vacuous:
        return "undecided" if met else "vacuous"
    if proof:
        kinds = {"certified" if name == "certified" else "proved" for name in names if name in PROOFS}
        return "/".join(sorted(kinds)) if met or not assuming else "undecided"
    return "supported" if "supported" in names else "undecided"


@pytest.mark.parametrize("names", PAIRS, ids=" and ".join)
@pytest.mark.parametrize("obligation", [PLAIN, ASSUMING, LINKED], ids=["plain", "assuming", "linked"])
def test_each_pair_of_verdicts(names: tuple[str, str], obligation: Obligation) -> None:
    due = expected(names, assuming=bool(obligation.assumptions), linked=bool(obligation.lemmas))
    if due == "alarm":
        with pytest.raises(EnginesContradict):
            asked(obligation, *names)
    else:
        assert word(asked(obligation, *names)) in due.split("/")


@pytest.mark.parametrize("names", PAIRS, ids=" and ".join)
def test_the_order_of_the_engines_does_not_matter(names: tuple[str, str]) -> None:
    def outcome(*order: str) -> str:
        try:
            verdict = asked(ASSUMING, *order)
        except EnginesContradict:
            return "alarm"
        return "proved" if isinstance(verdict, Certified) else word(verdict)

    assert outcome(*names) == outcome(*reversed(names))


def test_the_alarm_says_who_said_what_and_survives_pickling() -> None:
    with pytest.raises(EnginesContradict, match="engine 0 says proved, engine 1 says refuted") as alarm:
        asked(PLAIN, "proved", "refuted")
    copy = pickle.loads(pickle.dumps(alarm.value))
    assert str(copy) == str(alarm.value) and copy.obligation == PLAIN and copy.answers == alarm.value.answers


def test_a_proof_that_may_be_vacuous_is_none() -> None:
    verdict = asked(ASSUMING, "proved", "undecided")
    assert isinstance(verdict, Undecided) and "may be vacuous" in verdict.reason
    assert isinstance(asked(PLAIN, "proved", "undecided"), Proved)
    assert isinstance(asked(ASSUMING, "proved", "undecided, with a point"), Proved)


def test_nothing_answered_is_undecided_with_every_reason() -> None:
    verdict = reconciled(PLAIN, {"first": Answer(Undecided("no rule"), 0.1), "second": Answer(Undecided("no points"), 0.1)})
    assert verdict == Undecided("first: no rule; second: no points")
    assert isinstance(reconciled(PLAIN, {}), Undecided)


@pytest.mark.parametrize("name", KINDS)
def test_examples_are_points_that_meet_the_assumptions(name: str) -> None:
    assert example(KINDS[name]) == (POINT if name in MET else None)


@pytest.mark.parametrize("name", KINDS)
def test_one_engine_alone(name: str) -> None:
    verdict = asked(PLAIN, name)
    assert verdict == KINDS[name] or (isinstance(verdict, Undecided) and verdict.reason == "engine 0: too hard")
