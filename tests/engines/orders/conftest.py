"""What the tests of the orders engine share: how to ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks.engines.orders import Orders
from checks.language.claims import Claim
from checks.language.orders import Goal
from checks.obligations import Obligation
from checks.verdicts import Verdict


@pytest.fixture
def ask() -> Callable[..., Verdict]:
    """Asks the engine whether a goal follows from assumptions."""

    def asked(goal: Goal, *given: Claim) -> Verdict:
        return Orders().answer(Obligation(given, goal))

    return asked
