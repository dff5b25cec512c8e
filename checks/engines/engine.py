"""What an engine is: a name, a version, and an answer to each obligation."""

from __future__ import annotations

from typing import Protocol

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

    def answer(self, obligation: Obligation) -> Verdict:
        """The verdict on the obligation over its whole domain."""

    def confirm(self, obligation: Obligation) -> Verdict:
        """The same where another engine has a proof: points that meet the assumptions suffice, no counterexample is hunted for."""
