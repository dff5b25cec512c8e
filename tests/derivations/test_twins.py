"""False twins of every proved step and claim: none is believed, and nearly all are refuted with a witness."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import oracle
from tests.derivations.families import ACCEPTED, REFUTED, SCRIPTS, STILL_TRUE, Outcome, Tally, share
from tests.twins import KINDS

LEAST_SHARE = 0.95
LEAST_POINTS = 5  # where a first-order condition ties the point down, the oracle meets it seldom
MOST_UNCLEAR = 0.01


def _listed(found: list[Outcome]) -> str:
    return "\n".join(map(str, found))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_no_false_twin_is_believed(script: Path, tally: Tally) -> None:
    believed = [each for each in tally[script.stem] if each.fate == ACCEPTED]
    assert not believed, _listed(believed)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_what_is_still_true_was_seen_at_several_points(script: Path, tally: Tally) -> None:
    seldom = [each for each in tally[script.stem] if each.fate == STILL_TRUE and each.held < LEAST_POINTS]
    assert not seldom, _listed(seldom)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_the_oracle_contradicts_no_witness(script: Path, tally: Tally) -> None:
    doubtful = [each for each in tally[script.stem] if each.fate == REFUTED and each.seen not in (oracle.FAILS, oracle.UNDEFINED, oracle.UNCLEAR)]
    assert not doubtful, _listed(doubtful)


def test_the_oracle_confirms_nearly_all_witnesses(tally: Tally) -> None:
    refuted = [each for outcomes in tally.values() for each in outcomes if each.fate == REFUTED]
    assert sum(each.seen == oracle.UNCLEAR for each in refuted) <= MOST_UNCLEAR * len(refuted)


def test_nearly_all_false_twins_are_refuted(tally: Tally) -> None:
    found = tuple(each for outcomes in tally.values() for each in outcomes)
    assert share(found) >= LEAST_SHARE


def test_every_kind_of_change_is_tried(tally: Tally) -> None:
    tried = {each.twin.kind for outcomes in tally.values() for each in outcomes}
    assert tried == set(KINDS)
