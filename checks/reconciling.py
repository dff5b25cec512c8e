"""Reconciling: one verdict from what the engines answer, and an alarm where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checks.obligations import Obligation
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Supported, Undecided, Vacuous, Verdict, Witness, word


@dataclass(frozen=True, slots=True)
class Answer:
    """An engine's verdict and the time it took."""

    verdict: Verdict
    seconds: float


class EnginesContradict(Exception):
    """One engine proved what another refuted: one of them has a bug.

    Attributes:
        obligation: what they were asked.
        answers: engine name to answer.
    """

    def __init__(self, obligation: Obligation, answers: Mapping[str, Answer]) -> None:
        words = ", ".join(f"{name} says {word(answer.verdict)}" for name, answer in answers.items())
        super().__init__(f"engines contradict each other about {obligation}: {words}")
        self.obligation, self.answers = obligation, dict(answers)

    def __reduce__(self) -> tuple[type, tuple[Obligation, dict[str, Answer]]]:
        return type(self), (self.obligation, self.answers)


def reconciled(obligation: Obligation, answers: Mapping[str, Answer], *, are_lemmas_proved: bool = False) -> Verdict:
    """The verdict on an obligation.

    A proof counts only if some engine has shown a point that meets the assumptions, so that it is not vacuous.
    A proof from earlier results is no contradiction to a refutation, unless these are proved: else they may be false.

    Raises:
        EnginesContradict: where one engine's answer excludes another's.
    """
    verdicts = [answer.verdict for answer in answers.values()]
    met = any(example(verdict) is not None for verdict in verdicts)
    proof = _first(verdicts, Certified, Proved)
    against = _first(verdicts, Refuted) or _first(verdicts, IllDefined)
    vacuous = _first(verdicts, Vacuous)
    if (are_lemmas_proved or not obligation.lemmas) and ((proof and against) or (vacuous and met)):
        raise EnginesContradict(obligation, answers)
    if against:
        return against
    if vacuous:
        return Undecided("earlier results contradict the assumptions, so one of them is false") if met else vacuous
    if proof and (met or not obligation.assumptions):
        return proof
    if proof:
        return Undecided("proved, but no point that meets the assumptions was found, so it may be vacuous")
    return _first(verdicts, Supported) or Undecided("; ".join(_reasons(answers)))


def example(verdict: Verdict) -> Witness | None:
    """A point that meets the assumptions, where the verdict shows one."""
    match verdict:
        case Proved(example=point) | Supported(example=point) | Refuted(witness=point) | IllDefined(witness=point) | Undecided(example=point):
            return point
        case _:
            return None


def _first(verdicts: Iterable[Verdict], *kinds: type[Verdict]) -> Verdict | None:
    return next((verdict for verdict in verdicts if isinstance(verdict, kinds)), None)


def _reasons(answers: Mapping[str, Answer]) -> list[str]:
    return [f"{name}: {answer.verdict.reason}" for name, answer in answers.items() if isinstance(answer.verdict, Undecided)]
