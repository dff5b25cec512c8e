"""What the tests of the algebra engine share: how to ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks.engines.algebra import Algebra
from checks.language.claims import Claim
from checks.obligations import Obligation
from checks.verdicts import Verdict


@pytest.fixture
def ask() -> Callable[..., Verdict]:
    """Asks the engine whether a goal follows from assumptions."""

    def asked(goal: Claim, *given: Claim) -> Verdict:
        return Algebra().answer(Obligation(given, goal))

    return asked
