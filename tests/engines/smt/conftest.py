"""What the tests of the engine smt share: how to ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks.engines.smt import Smt
from checks.language.claims import Claim
from checks.obligations import Obligation
from checks.verdicts import Verdict


@pytest.fixture
def ask() -> Callable[..., Verdict]:
    """Asks the engine whether a goal follows from assumptions."""

    def asked(goal: Claim, *given: Claim) -> Verdict:
        return Smt().answer(Obligation(given, goal))

    return asked
