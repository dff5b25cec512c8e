"""Combining: the verdict on a question from those on its parts, of which it is as strong as the weakest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checks.obligations import TRUTH
from checks.reading.formulas import Formula
from checks.reading.question import Part
from checks.reconciling import Answer, EnginesContradict, example, reconciled
from checks.verdicts import Certified, Proved, Undecided, Vacuous, Verdict, Witness
from checks.weighing import blunted, by_counterexample, of_case, rank, together


@dataclass(frozen=True, slots=True)
class PartProof:
    """A part, the verdict on it, and what each engine that was asked said."""

    part: Part
    verdict: Verdict
    answers: Mapping[str, Answer]

    @property
    def engine(self) -> str | None:
        """The engine whose answer the verdict is, of those that contributed the first."""
        return next((name for name, answer in self.answers.items() if type(answer.verdict) is type(self.verdict)), None)

    @property
    def example(self) -> Witness | None:
        """A point that meets the part's assumptions, where one was shown."""
        return next((point for answer in self.answers.values() if (point := example(answer.verdict)) is not None), None)


def part_proof(part: Part, answers: Mapping[str, Answer]) -> PartProof:
    """A part with the verdict on it; one that may be empty is proved without a point that meets its assumptions.

    Raises:
        EnginesContradict: where one engine's answer excludes another's.
    """
    if not answers:
        return PartProof(part, Undecided("no engine was asked"), answers)
    verdict = reconciled(part.obligation, answers)
    if part.may_be_empty and isinstance(verdict, Undecided):
        verdict = of_case(verdict, answers)
    return PartProof(part, verdict, answers)


def combined(claim: Formula, parts: Sequence[PartProof]) -> Verdict:
    """The verdict on the claim.

    Raises:
        EnginesContradict: where a counterexample to it and itself are both proved.
    """
    against = [each for each in parts if each.part.against]
    found = [(each, _for_the_claim(each)) for each in parts if not each.part.against]
    weakest = min((verdict for _, verdict in found), key=rank)
    if against and all(isinstance(each.verdict, Proved | Certified) for each in against):
        if isinstance(weakest, Proved | Certified):
            raise EnginesContradict(against[-1].part.obligation, against[-1].answers)
        return by_counterexample(claim)
    if not isinstance(weakest, Proved | Certified):
        return weakest
    return _proved([each for each, _ in found], weakest)


def _for_the_claim(each: PartProof) -> Verdict:
    """What the verdict on a part means for the claim."""
    if each.part.may_be_empty and isinstance(each.verdict, Vacuous):
        return of_case(each.verdict, each.answers)
    return each.verdict if each.part.sharp else blunted(each.verdict)


def _proved(parts: Sequence[PartProof], weakest: Verdict) -> Verdict:
    """All parts are proved: so is the claim, if what is assumed can be met."""
    points = [point for each in parts if (point := each.example) is not None]
    if not points and all(each.part.may_be_empty for each in parts) and any(each.part.obligation.goal == TRUTH for each in parts):
        return _unmet(parts)
    if len(parts) == 1 and isinstance(weakest, Certified):
        return weakest
    proof = together([(each.part.obligation.goal, _for_the_claim(each)) for each in parts])
    return replace(proof, example=points[0] if points else None)


def _unmet(parts: Sequence[PartProof]) -> Verdict:
    if all(isinstance(each.verdict, Vacuous) for each in parts):
        return Vacuous("the assumptions contradict one another in every case")
    return Undecided("proved, but no point that meets the assumptions was found, so it may be vacuous")
