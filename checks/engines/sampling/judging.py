"""Judging a claim at a point: certain, or in agreement to so many digits, or not defined, or unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from flint import arb

from checks.engines.sampling.faults import Undefined, Unknown
from checks.engines.sampling.points import Point, precision
from checks.engines.sampling.programs import Program, program
from checks.engines.sampling.scalars import Scalar, is_finite, sign
from checks.language.claims import Claim
from checks.language.terms import Symbol, Term

SIGNS = {"=": (0,), "!=": (-1, 1), "<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (1, 0)}


class Answer(Enum):
    """What is known of a claim at a point; only the first two are certain of its truth."""

    HOLDS = auto()
    FAILS = auto()
    AGREES = auto()
    UNDEFINED = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Judgement:
    """An answer, the two sides' values, and the digits at which it was reached or to which they agree."""

    answer: Answer
    left: Scalar = None
    right: Scalar = None
    digits: int = 0
    subterm: Term | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """A claim compiled: `claim` as it was lowered, a program for each side."""

    claim: Claim
    left: Program
    right: Program
    symbols: frozenset[Symbol]

    def judged(self, point: Point, ladder: Sequence[int]) -> Judgement:
        """The claim at the point, at the first number of digits that decides it."""
        verdict = Judgement(Answer.UNKNOWN, reason="no precision was tried")
        for digits in ladder:
            with precision(digits):
                verdict = self._at(point, digits)
            if verdict.answer not in (Answer.UNKNOWN, Answer.AGREES):
                return verdict
        return verdict

    def _at(self, point: Point, digits: int) -> Judgement:
        try:
            environment = point.environment()
            left, right = self._values(environment)
        except Undefined as fault:
            return Judgement(Answer.UNDEFINED, digits=digits, subterm=fault.subterm, reason=fault.reason)
        except Unknown as doubt:
            return Judgement(Answer.UNKNOWN, digits=digits, reason=doubt.reason)
        return self._compared(left, right, digits)

    def _values(self, environment: Mapping[str, Scalar]) -> tuple[Scalar, Scalar]:
        """Both sides; where one is unknown, the other may still be undefined."""
        try:
            left = self.left.at(environment)
        except Unknown:
            self.right.at(environment)
            raise
        return left, self.right.at(environment)

    def _compared(self, left: Scalar, right: Scalar, digits: int) -> Judgement:
        if not (is_finite(left) and is_finite(right)):
            return Judgement(Answer.UNKNOWN, left, right, digits, reason="a side is too large to be enclosed")
        known = sign(left - right)
        if known is not None:
            return Judgement(Answer.HOLDS if known in SIGNS[self.claim.relation] else Answer.FAILS, left, right, digits)
        agreed = agreement(left, right)
        if 0 in SIGNS[self.claim.relation] and agreed >= min(digits, 30):
            return Judgement(Answer.AGREES, left, right, min(agreed, digits))
        return Judgement(Answer.UNKNOWN, left, right, digits, reason=f"the sides cannot be told apart at {digits} digits")


def sides(claim: Claim) -> Sides:
    """The compiled claim."""
    return Sides(claim, program(claim.left), program(claim.right), claim.symbols)


def agreement(left: Scalar, right: Scalar) -> int:
    """To how many digits two values that cannot be told apart agree for certain, relative to their size where that is known."""
    apart, size = arb(left - right).abs_upper(), arb(left).abs_lower().max(arb(right).abs_lower())
    ratio = apart / size if size > 0 else arb(apart)
    decimals = -(ratio.log() / arb(10).log())
    whole = decimals.lower().floor().unique_fmpz() if decimals.is_finite() and abs(decimals) < 10**9 else None
    return 0 if whole is None else int(whole)
