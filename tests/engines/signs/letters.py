"""The letters of the tests of the engine `signs`, and how to ask it."""

from __future__ import annotations

from fractions import Fraction
from types import SimpleNamespace

from checks.engines.signs import SignRule
from checks.language.claims import Claim
from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, UNIT, Interval
from checks.language.vocabulary import symbol
from checks.obligations import Obligation
from checks.verdicts import Verdict

OPEN_UNIT = Interval(Fraction(0), Fraction(1), includes_low=False, includes_high=False)
L = SimpleNamespace(
    **{name: symbol(name, REAL) for name in ("r", "s", "t", "gamma")},
    **{name: symbol(name, POSITIVE) for name in ("x", "y", "a", "b", "c", "p", "q", "n", "alpha", "beta")},
    m=symbol("m", NONNEGATIVE),
    u=symbol("u", OPEN_UNIT),
    v=symbol("v", Interval(Fraction(0), Fraction(1))),
    w=symbol("w", UNIT),
)


def ask(goal: Claim, *given: Claim) -> Verdict:
    """The engine's answer on whether a goal follows from assumptions."""
    return SignRule().answer(Obligation(given, goal))
