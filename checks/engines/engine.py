"""What an engine is: a name, a version, and an answer to each obligation."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from checks.obligations import Obligation
from checks.verdicts import Verdict


class Engine(Protocol):
    """Answers obligations; never raises for mathematics, says `Undecided` instead."""

    @property
    def name(self) -> str:
        """The word by which reports call it."""

    @property
    def version(self) -> str:
        """What its answers depend on: the libraries and their versions."""

    @property
    def uses_lemmas(self) -> bool:
        """Whether its answers depend on an obligation's lemmas."""

    @property
    def knows_orders(self) -> bool:
        """Whether it may be asked about obligations that are asymptotic."""

    def answer(self, obligation: Obligation) -> Verdict:
        """The verdict on the obligation over its whole domain."""


@runtime_checkable
class Confirming(Engine, Protocol):
    """An engine that can look at a proof from another side."""

    def confirm(self, obligation: Obligation) -> Verdict:
        """The answer where another engine has a proof: points that meet the assumptions suffice, no counterexample is hunted for."""
