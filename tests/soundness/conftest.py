"""What the soundness tests share: the engines asked once about a part of the corpus, and the shares printed when the session ends."""

from __future__ import annotations

import hashlib

import pytest

from tests.soundness.asking import Asked, asked
from tests.soundness.corpus import Entry, corpus
from tests.soundness.shares import shares

ANSWERS = pytest.StashKey[tuple[Asked, ...]]()
PARTS = 2  # of the mutants one in so many is asked in a test, and every other claim; `python -m tests.soundness.shares` asks all


@pytest.fixture(scope="session")
def answers(request: pytest.FixtureRequest) -> tuple[Asked, ...]:
    """What was answered about the claims that are asked in the tests."""
    stash = request.config.stash
    if ANSWERS not in stash:
        stash[ANSWERS] = asked(entry for entry in corpus() if _is_asked(entry))
    return stash[ANSWERS]


def _is_asked(entry: Entry) -> bool:
    digest = hashlib.sha256(f"{entry.claim} given {entry.given}".encode()).digest()
    return not entry.place.startswith("false/mutants") or digest[0] % PARTS == 0


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line an engine and one for the panel."""
    if ANSWERS not in config.stash:
        return
    terminalreporter.section("soundness")
    for each in shares(config.stash[ANSWERS]):
        part = 100 * each.proved / each.true
        terminalreporter.write_line(
            f"{each.name:10} proves {each.proved:3} of {each.true} true claims ({part:.0f} %), refutes {each.refuted:3} of {each.false} false ones,"
            f" wrong {each.wrong}"
        )
