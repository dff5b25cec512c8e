"""Assumptions: named hypotheses, with the place where the paper states them, or marked as ours."""

from __future__ import annotations

from dataclasses import dataclass, field

from checks.display import Displayed
from checks.language.claims import Claim
from checks.language.places import Place, caller


@dataclass(frozen=True, slots=True)
class Assumption(Displayed):
    """A claim that steps may cite; `stated` is its place in the paper, None where the paper does not state it."""

    name: str
    claim: Claim
    stated: str | None = None
    place: Place | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.name} ({self.claim})"


def assumption(name: str, claim: Claim, *, stated: str | None = None) -> Assumption:
    """Names a hypothesis.

    Raises:
        TypeError: where the hypothesis is not a claim.
    """
    if not isinstance(claim, Claim):
        raise TypeError(f"the assumption {name!r} must be a claim such as gamma > -1, not {claim!r}")
    return Assumption(name, claim, stated, caller())
