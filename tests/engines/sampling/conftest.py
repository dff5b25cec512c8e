"""What the tests of the sampling engine share: how to ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks.engines.sampling import SAMPLING
from checks.language.claims import Claim
from checks.obligations import Obligation
from checks.verdicts import Verdict


@pytest.fixture
def ask() -> Callable[..., Verdict]:
    """Asks the engine whether a goal follows from assumptions."""

    def asked(goal: Claim, *given: Claim) -> Verdict:
        return SAMPLING.answer(Obligation(given, goal))

    return asked
