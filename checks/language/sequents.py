"""Sequents: claims under hypotheses, for all values of their variables; the only thing that engines decide."""

from __future__ import annotations

from dataclasses import dataclass

from checks.language.claims import Claim
from checks.language.orders import Goal


@dataclass(frozen=True, slots=True)
class Sequent:
    """`goal` under `hypotheses`.

    Attributes:
        sharp: whether refuting it refutes the proposition; if not, only the values chosen are unfit.
        against: whether it belongs to a counterexample: all of these proved refute the proposition.
        may_be_empty: whether the proposition holds too if the hypotheses contradict one another.
    """

    hypotheses: tuple[Claim, ...]
    goal: Goal
    sharp: bool = True
    against: bool = False
    may_be_empty: bool = False
