"""What the soundness suite rests on: the corpus is true to its word, so far as high precision can see."""

from __future__ import annotations

import pytest

from tests.soundness.corpus import FALSE, ILL_DEFINED, TRUE, VACUOUS, Entry, of
from tests.soundness.grammar import Tree, read
from tests.soundness.mutations import confirmed, mutants
from tests.soundness.points import stress
from tests.soundness.values import FAILS, HOLDS, UNCLEAR, UNDEFINED, judged, variables

POINTS = 12  # of each true claim, in a test; `python -m tests.soundness.stressing` tries many more


def _trees(entry: Entry) -> tuple[Tree, tuple[Tree, ...]]:
    return read(entry.claim), tuple(read(each) for each in entry.given)


def _is_of_growth(entry: Entry) -> bool:
    return " as " in entry.claim or "limit(" in entry.claim


def test_every_false_claim_has_a_point_at_which_it_fails() -> None:
    for entry in of(FALSE):
        claim, given = _trees(entry)
        if not _is_of_growth(entry):
            assert set(entry.point) == set(variables(claim, given)), entry
            assert [judged(each, entry.point) for each in given] == [HOLDS] * len(given), entry
            assert judged(claim, entry.point) == FAILS, entry


def test_every_ill_defined_claim_has_a_point_at_which_it_is_not_defined() -> None:
    for entry in of(ILL_DEFINED):
        claim, given = _trees(entry)
        if not _is_of_growth(entry):
            assert [judged(each, entry.point) for each in given] == [HOLDS] * len(given), entry
            assert judged(claim, entry.point) == UNDEFINED, entry


def test_no_true_claim_fails_anywhere_it_was_tried() -> None:
    for entry in of(TRUE):
        claim, given = _trees(entry)
        if not _is_of_growth(entry):
            found = stress(claim, given, POINTS)
            assert found.point is None, f"{entry}: {found}"


def test_no_point_meets_what_is_given_of_a_vacuous_claim() -> None:
    for entry in of(VACUOUS):
        claim, given = _trees(entry)
        found = stress(claim, given, 10 * POINTS)
        assert found.point is None, entry
        assert not given or found.held == 0, entry


def test_the_oracle_tells_true_from_false() -> None:
    read_at = {name: judged(read(text), {}) for name, text in SAMPLES.items()}
    assert read_at == {name: name.split(",")[0] for name in SAMPLES}


SAMPLES = {
    f"{HOLDS}, a number": "log(2) < 0.6931471805599453094172321215",
    f"{FAILS}, a number": "log(2) < 0.6931471805599453094172321214",
    f"{HOLDS}, an equality": "sqrt(2)*sqrt(3) = sqrt(6)",
    f"{FAILS}, an inequality that is tight": "exp(log(3)) > 3",
    f"{FAILS}, by a sixtieth digit": "1/3 = 0." + 60 * "3",
    f"{UNDEFINED}, a power": "(-8)**(1/3) = -2",
    f"{HOLDS}, a literal power": "(-2)**3 = -8",
    f"{UNDEFINED}, zero to the zero": "0**0 = 1",
    f"{HOLDS}, an area": "integral(1/x, x, 1, e) = 1",
    f"{UNCLEAR}, a limit": "limit(1/x, x, oo) = 0",
}


@pytest.mark.parametrize("text", ["x**2 >= 0", "log(x) <= x - 1 given x > 0", "x*y <= 1/4 given x + y = 1"])
def test_mutants_are_the_same_each_time_and_are_not_true(text: str) -> None:
    claim, _, given = text.partition(" given ")
    entry = Entry(TRUE, "", "", claim, (given,) if given else ())
    assert mutants(entry) == mutants(entry)
    found = [false for mutant in mutants(entry) if (false := confirmed(mutant, 60)) is not None]
    assert found
    for false in found:
        tree, hypotheses = _trees(false)
        assert judged(tree, false.point) == FAILS
        assert all(judged(each, false.point) == HOLDS for each in hypotheses)


def test_the_mutants_in_the_corpus_are_those_that_are_made() -> None:
    made = {(mutant.entry.claim, mutant.entry.given) for entry in of(TRUE) for mutant in mutants(entry)}
    kept = [entry for entry in of(FALSE) if entry.place.startswith("false/mutants")]
    assert len(kept) > 400
    assert [str(entry) for entry in kept if (entry.claim, entry.given) not in made] == []
