"""Proofs: all that is found out about one question by its deadline."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checks.asking import Lost, streamed
from checks.combining import PartProof, combined, part_proof
from checks.display import Displayed
from checks.exits import ALARM, FALLEN, SOUND, UNSETTLED
from checks.inquiry import Answered, Held, Unneeded, engine_names, inquiry
from checks.reading.formulas import Formula
from checks.reading.question import Question
from checks.reconciling import Answer, EnginesContradict
from checks.settings import Settings
from checks.verdicts import Refuted, Supported, Undecided, Verdict, Witness, word


@dataclass(frozen=True, slots=True)
class Proof(Displayed):
    """A question, the verdict on it, and why.

    Attributes:
        parts: its obligations, each with the engines' answers.
        unused: what is given and not needed, all of it together; found only for what is proved.
        contradiction: where engines contradict each other, so that there is no verdict.
    """

    question: Question
    parts: tuple[PartProof, ...]
    verdict: Verdict
    seconds: float
    settings: Settings
    unused: tuple[Formula, ...] = ()
    contradiction: EnginesContradict | None = None

    @property
    def exit_code(self) -> int:
        """What the command line returns."""
        if self.contradiction is not None:
            return ALARM
        return {"proved": SOUND, "certified": SOUND, "refuted": FALLEN, "ill-defined": FALLEN}.get(word(self.verdict), UNSETTLED)

    @property
    def deciding(self) -> tuple[PartProof, ...]:
        """The parts on which the verdict rests."""
        alike = tuple(each for each in self.parts if type(each.verdict) is type(self.verdict))
        return alike if word(self.verdict) == "proved" else alike[:1]

    @property
    def engines(self) -> tuple[str, ...]:
        """The engines whose answers the verdict is."""
        return tuple(dict.fromkeys(each.engine for each in self.deciding if each.engine is not None))

    @property
    def example(self) -> Witness | None:
        """A point that meets what is assumed, where one was shown."""
        return next((each.example for each in self.parts if each.example is not None), None)

    @property
    def holds(self) -> Witness | None:
        """A point at which what is assumed holds and the claim does, where it was refuted elsewhere."""
        return self.verdict.holds if isinstance(self.verdict, Refuted) else None


def proof(question: Question, settings: Settings, names: Sequence[str] = ()) -> Proof:
    """The engines' answers, those of the engines named or of all, within `settings.seconds` for the whole question."""
    start = time.monotonic()
    parts = question.parts
    answers: list[dict[str, Answer]] = [{} for _ in parts]
    points, unused, at = dict[int, Witness](), list[Formula](), time.monotonic()
    for found in streamed(lambda: inquiry(question, parts, settings, names), settings.seconds, settings.memory):
        match found:
            case Answered(index, engine, answer):
                answers[index][engine], at = answer, time.monotonic()
            case Held(index, point):
                points[index] = point
            case Unneeded(given):
                unused.append(given)
            case Lost():
                _lose(found, answers, names, time.monotonic() - at)
    try:
        proofs = tuple(part_proof(part, said) for part, said in zip(parts, answers, strict=True))
        proofs = tuple(_with_point(each, points.get(index)) for index, each in enumerate(proofs))
        verdict = combined(question.claim, proofs)
    except EnginesContradict as contradiction:
        told = tuple(PartProof(part, Undecided("engines contradict each other"), said) for part, said in zip(parts, answers, strict=True))
        return Proof(question, told, Undecided(str(contradiction)), time.monotonic() - start, settings, (), contradiction)
    kept = tuple(each for each in question.given if each in unused) if word(verdict) == "proved" else ()
    return Proof(question, proofs, verdict, time.monotonic() - start, settings, kept)


def _with_point(each: PartProof, point: Witness | None) -> PartProof:
    if point is None or not isinstance(each.verdict, Refuted):
        return each
    return replace(each, verdict=replace(each.verdict, holds=point))


def _lose(lost: Lost, answers: Sequence[dict[str, Answer]], names: Sequence[str], seconds: float) -> None:
    """What was being asked is undecided for that reason."""
    index = _at_work(answers)
    if index is None:
        return
    said = answers[index]
    asked = [name for name in engine_names() if not names or name in names]
    engine = next((name for name in asked if name not in said), None) or next((name for name in said if _is_late(said[name].verdict)), None)
    if engine is not None:
        before = said[engine].seconds if engine in said else 0.0
        said[engine] = Answer(Undecided(lost.reason, is_late=lost.is_late), before + seconds)


def _at_work(answers: Sequence[dict[str, Answer]]) -> int | None:
    """The last part about which anything was said, or the one behind it if that is settled; None if all are."""
    for index, said in enumerate(answers):
        settled = any(not isinstance(each.verdict, Undecided | Supported) for each in said.values())
        if not settled and not any(answers[index + 1 :]):
            return index
    return None


def _is_late(verdict: Verdict) -> bool:
    return isinstance(verdict, Undecided) and verdict.is_late
