"""Proving from Python: claims, propositions and texts; points where it holds and fails; what is not needed; deadlines."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import pytest

from checks import inquiry
from checks.combining import combined, part_proof
from checks.language import POSITIVE, Claim, E, assumption, choice, exists, exp, iff, implies, log, maximum_at, rounds_to, symbol
from checks.needed import needless
from checks.obligations import Obligation
from checks.pages.formulas import ascii_formula
from checks.proving import proof, prove, question
from checks.reading import NotRead
from checks.reconciling import Answer, EnginesContradict
from checks.verdicts import IllDefined, Proved, Refuted, Undecided, Vacuous, Verdict, Witness, explanation, word

x, y = symbol("x", POSITIVE), symbol("y")

# claim, given, the verdict's word
TEXTS: dict[str, tuple[str, list[str], str]] = {
    "an identity": ("(x + y)**2 = x**2 + 2*x*y + y**2", [], "proved"),
    "under a domain": ("x*y > 0", ["x > 0", "y > 0"], "proved"),
    "and": ("x + 1 > x and x - 1 < x", [], "proved"),
    "and, one false": ("x + 1 > x and x > 0", [], "refuted"),
    "or": ("x >= 0 or x < 1", [], "proved"),
    "or, false": ("x > 0 or x < 0", [], "refuted"),
    "or, the first not always defined": ("1/x > 0 or x < 1", [], "ill-defined"),
    "or, guarded": ("x = 0 or x/x = 1", [], "proved"),
    "implies": ("x > 0 => x + 1 > 0", [], "proved"),
    "implies, false": ("x > 0 => x > 1", [], "refuted"),
    "implies, its condition is never met": ("x**2 < 0 => x > 1", [], "vacuous"),
    "implies, neither of its conditions is ever met": ("x < x or x**2 < 0 => x > 1", [], "vacuous"),
    "implies, one of its conditions is met": ("x < x or x > 1 => x > 0", [], "proved"),
    "equivalent": ("x > y <=> y < x", [], "proved"),
    "equivalent, in one direction only": ("x > 1 <=> x > 0", [], "refuted"),
    "equivalent, not always defined": ("log(x) > 0 <=> 0 < log(x)", [], "ill-defined"),
    "exists": ("exists y = x/2: y + y = x", [], "proved"),
    "exists, an unfit value": ("exists y = x: y > x", [], "undecided"),
    "for all": ("for all x in [1, 2]: x > 0", [], "proved"),
    "for all, false": ("for all x in [1, 2]: x > 1", [], "refuted"),
    "an alternative given": ("x > 0", ["x > 1 or x > 2"], "proved"),
    "an alternative given, one case fails": ("x > 1", ["x > 2 or x > 0"], "refuted"),
    "one given alternative cannot be": ("x > 1", ["x > 2 or x**2 < 0"], "proved"),
    "no given alternative can be": ("x > 1", ["x**2 < 0 or x < x"], "vacuous"),
    "contradictory bounds": ("x > 5", ["x > 2", "x < 1"], "vacuous"),
    "trap: cancelled": ("(x**2-1)/(x-1) = x+1", [], "ill-defined"),
    "trap: x/x": ("x/x*y = y", [], "ill-defined"),
    "trap: exp of log": ("exp(log(x)) = x", [], "ill-defined"),
    "trap: root of a square": ("sqrt(x**2) = x", [], "refuted"),
    "trap: log of a product": ("log(x*y) = log(x) + log(y)", ["x < 0", "y < 0"], "ill-defined"),
    "trap: power of a power": ("(x**a)**b = x**(a*b)", ["x < 0"], "ill-defined"),
    "trap: zero to the zero": ("0**0 = 1", [], "ill-defined"),
    "trap: reciprocals": ("1/x < 1/y", ["x > y", "x != 0", "y != 0"], "refuted"),
    "trap: an unknown sign": ("a*x > a*y", ["x > y"], "refuted"),
}


@pytest.mark.parametrize(("claim", "given", "expected"), TEXTS.values(), ids=TEXTS)
def test_texts(claim: str, given: list[str], expected: str) -> None:
    verdict = prove(claim, given, seconds=10)
    assert word(verdict) == expected, verdict


OBJECTS: dict[str, tuple[Any, list[Any], str]] = {
    "a claim": (x + 1 > x, [], "proved"),
    "given an assumption": (y > 1, [assumption("large", y > 2)], "proved"),
    "given a text": (y > 1, ["y > 2"], "proved"),
    "a text about a symbol": ("x > 0", [y > 2 * x], "proved"),
    "implies": (implies(y > 2, y > 1), [], "proved"),
    "implies, false": (implies(y > 1, y > 2), [], "refuted"),
    "iff": (iff(y > 2, y - 2 > 0), [], "proved"),
    "a maximum": (maximum_at(2 * y - y**2, over=y, at=1), [], "proved"),
    "exists": (exists(y, such_that=(y + y - x >= 0,), choices=(choice({y: x}),)), [], "proved"),
    "rounds to": (rounds_to(E, "2.718"), [], "proved"),
    "rounds to, wrongly": (rounds_to(E, "2.719"), [], "refuted"),
}


@pytest.mark.parametrize(("claim", "given", "expected"), OBJECTS.values(), ids=OBJECTS)
def test_objects(claim: Any, given: list[Any], expected: str) -> None:
    verdict = prove(claim, given)
    assert word(verdict) == expected, verdict


@pytest.mark.parametrize(("claim", "given"), [(True, []), (x, []), (x > 0, [True]), (x > 0, [implies(y > 2, y > 1)]), (3, ["x > 0"])])
def test_what_is_no_claim_is_a_mistake(claim: Any, given: list[Any]) -> None:
    with pytest.raises(TypeError, match="stands where a claim belongs"):
        prove(claim, given)


def test_a_text_that_is_no_claim() -> None:
    with pytest.raises(NotRead, match="operator is missing"):
        prove("2x > 1")


def test_a_claim_that_fails_on_a_part_shows_a_witness_of_each_kind() -> None:
    found = proof("x**2 > y", ["y > 3"])
    assert isinstance(found.verdict, Refuted)
    at, there = found.verdict.witness.values, found.holds
    assert at["x"] ** 2 <= at["y"] and at["y"] > 3
    assert there is not None and there.values["x"] ** 2 > there.values["y"] > 3


def test_points_that_engines_did_not_show_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with_engines(monkeypatch, Fixed("blunt", Refuted(Witness({"x": 0}), "0", "1", 50, 0)))  # type: ignore[dict-item]
    found = proof("x > 1", engines=["blunt"])
    assert found.holds is None  # the engine that looks for points is not there
    monkeypatch.undo()
    asked = question("x > 1")
    goal = asked.parts[0].obligation.claim
    point = inquiry._point((goal,), found.settings)
    assert point is not None and point.values["x"] > 1


def test_what_is_given_and_not_needed() -> None:
    found = proof("x*y > 0", ["x > 0", "y > 0", "x < 100", "x + y > z"])
    assert word(found.verdict) == "proved"
    assert [ascii_formula(each) for each in found.unused] == ["x < 100", "x + y > z"]
    assert proof("x*y > 0", ["x > 0", "y > 0"]).unused == ()
    assert proof("x > 3", ["x > 0", "x < 100"]).unused == ()


def test_of_two_that_are_each_needless_one_is_kept() -> None:
    assert list(needless((1, 2), lambda kept: bool(kept))) == [2]
    assert list(needless((1, 2, 3), lambda kept: 2 in kept)) == [3, 1]
    assert list(needless((1, 2), lambda kept: False)) == []


def test_an_example_shows_that_the_assumptions_can_be_met() -> None:
    point = proof("x > 0", ["x > y", "y > 3"]).example
    assert point is not None and point.values["x"] > point.values["y"] > 3


@dataclass(frozen=True)
class Fixed:
    """An engine that always says the same."""

    name: str
    verdict: Verdict
    uses_lemmas: bool = False
    knows_orders: bool = False
    version: str = "0"

    def answer(self, _: Obligation) -> Verdict:
        return self.verdict


@dataclass(frozen=True)
class Stuck:
    """An engine that never answers and that no signal reaches."""

    name: str = "stuck"
    uses_lemmas: bool = False
    knows_orders: bool = True
    version: str = "0"

    def answer(self, _: Obligation) -> Verdict:
        import signal

        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(60)
        return Proved("never")


def with_engines(monkeypatch: pytest.MonkeyPatch, *several: Any) -> None:
    for place in ("checks.panel.engines", "checks.inquiry.engines"):
        monkeypatch.setattr(place, lambda seed, digits: several)


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    with_engines(monkeypatch, Fixed("first", Undecided("beyond me")), Stuck())


@pytest.mark.usefixtures("stuck")
def test_a_time_out_is_kept_inside_a_solver_and_earlier_answers_are_kept() -> None:
    start = time.monotonic()
    found = proof("x > 0 and x > 1", seconds=0.6)
    assert time.monotonic() - start < 1.6
    assert isinstance(found.verdict, Undecided)
    first, second = found.parts
    assert explanation(first.answers["first"].verdict) == "beyond me"
    late = first.answers["stuck"].verdict
    assert isinstance(late, Undecided) and late.is_late and "time: over 0.6 s" in late.reason
    assert not second.answers and isinstance(second.verdict, Undecided)


def test_contradictory_engines_are_an_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    refuted = Refuted(Witness({}), "0", "1", 50, 0)
    with_engines(monkeypatch, Fixed("one", refuted), Fixed("other", Proved("so")))
    monkeypatch.setattr("checks.panel._is_wanted", lambda *_: True)
    found = proof("x > 0")
    assert found.contradiction is not None and found.exit_code == 4
    with pytest.raises(EnginesContradict):
        prove("x > 0")


def test_a_proof_without_a_point_that_meets_the_assumptions_is_none() -> None:
    asked = question("x > 0", ["x > y"])
    (part,) = asked.parts
    verdict = combined(asked.claim, [part_proof(part, {"one": Answer(Proved("so"), 0.0)})])
    assert isinstance(verdict, Undecided) and "vacuous" in verdict.reason
    verdict = combined(asked.claim, [part_proof(part, {"one": Answer(Proved("so", Witness({})), 0.0)})])
    assert isinstance(verdict, Proved)


SPLIT = question("x > 0", ["x > y or x < z"])  # two cases, and for each whether it can be met


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ((Proved("a"), Proved("b"), Proved("met", Witness({})), Vacuous("no")), Proved),
        ((Proved("a"), Vacuous("no"), Proved("met", Witness({})), Vacuous("no")), Proved),
        ((Proved("a"), Proved("b"), Proved("unmet"), Proved("unmet")), Undecided),
        ((Vacuous("no"), Vacuous("no"), Vacuous("no"), Vacuous("no")), Vacuous),
        ((Proved("a"), Refuted(Witness({}), "", "", 50, 0), Proved("met", Witness({})), Vacuous("no")), Refuted),
        ((Proved("a"), IllDefined("", "", Witness({})), Proved("met", Witness({})), Vacuous("no")), IllDefined),
        ((Proved("a"), Undecided("hm"), Proved("met", Witness({})), Vacuous("no")), Undecided),
    ],
)
def test_cases_together(verdicts: tuple[Verdict, ...], expected: type[Verdict]) -> None:
    parts = [part_proof(part, {"one": Answer(verdict, 0.0)}) for part, verdict in zip(SPLIT.parts, verdicts, strict=True)]
    assert isinstance(combined(SPLIT.claim, parts), expected)


def test_values_that_do_not_serve_refute_nothing() -> None:
    asked = question("exists y = x: y > x")
    parts = [part_proof(part, {"one": Answer(Refuted(Witness({}), "", "", 50, 0), 0.0)}) for part in asked.parts]
    verdict = combined(asked.claim, parts)
    assert isinstance(verdict, Undecided) and "do not serve" in verdict.reason


def test_a_claim_with_functions_of_the_language() -> None:
    assert isinstance(prove(Claim(log(exp(y)), "=", y)), Proved)
