"""The inquiry: what is asked about a question, in order, and what is found out beside the verdict."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checks.engines import engines
from checks.engines.engine import Engine
from checks.language.claims import Claim
from checks.limits import OutOfTime, within
from checks.needed import needless
from checks.obligations import TRUTH, Obligation
from checks.panel import Panel
from checks.reading.formulas import Formula
from checks.reading.question import Part, Question
from checks.reconciling import Answer, example
from checks.settings import Settings
from checks.verdicts import Certified, Proved, Refuted, Undecided, Vacuous, Verdict, Witness

EXTRA = 1.0  # seconds: for a point, or for a proof from less
MOST_EXTRAS = 3.0  # seconds: for all proofs from less


@dataclass(frozen=True, slots=True)
class Answered:
    """An engine's answer about a part."""

    part: int
    engine: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Held:
    """A point at which the assumptions of a refuted part hold, and its goal as well."""

    part: int
    point: Witness


@dataclass(frozen=True, slots=True)
class Unneeded:
    """Something given that the proof can do without, together with all others that are."""

    given: Formula


Finding = Answered | Held | Unneeded
Answers = Mapping[str, Answer]


def engine_names() -> tuple[str, ...]:
    """The engines that can be chosen, in the order in which they are asked."""
    return tuple(each.name for each in engines(0, 50))


def inquiry(question: Question, parts: Sequence[Part], settings: Settings, names: Sequence[str] = ()) -> Iterator[Finding]:
    """Everything that is found out, as it comes; `settings.seconds` are for all of it, kept only between two answers."""
    deadline = time.monotonic() + settings.seconds
    said: list[dict[str, Answer]] = [{} for _ in parts]
    for index, part in enumerate(parts):
        share = (deadline - time.monotonic()) / (len(parts) - index)
        panel = Panel(replace(settings, seconds=max(share / 2, 0.1)), names)
        for name, answer in panel.asked(part.obligation):
            said[index][name] = _with_point(answer, part, settings) if names and "sampling" not in names else answer
            yield Answered(index, name, said[index][name])
        if part.sharp and any(isinstance(answer.verdict, Refuted) for answer in said[index].values()):
            yield from _holding(index, part, said[index], settings)
            return
    if question.given and all(_is_settled(part, answers) for part, answers in zip(parts, said, strict=True)):
        provers = {name for answers in said for name, answer in answers.items() if isinstance(answer.verdict, Proved | Vacuous)}
        spent = sum(answer.seconds for answers in said for answer in answers.values())
        yield from _unneeded(question, provers, settings, min(deadline - time.monotonic(), MOST_EXTRAS), min(EXTRA, max(0.25, 2 * spent)))


def _is_settled(part: Part, answers: Answers) -> bool:
    return any(isinstance(each.verdict, Proved | Certified) or (part.may_be_empty and isinstance(each.verdict, Vacuous)) for each in answers.values())


def _with_point(answer: Answer, part: Part, settings: Settings) -> Answer:
    """A proof with a point that meets the assumptions, where the engine that looks for one was not chosen."""
    if not isinstance(answer.verdict, Proved) or answer.verdict.example is not None or not part.obligation.assumptions:
        return answer
    return Answer(replace(answer.verdict, example=_point(part.obligation.assumptions, settings)), answer.seconds)


def _holding(index: int, part: Part, answers: Answers, settings: Settings) -> Iterator[Held]:
    goal = part.obligation.goal
    seen = any(isinstance(each.verdict, Refuted) and each.verdict.holds is not None for each in answers.values())
    if isinstance(goal, Claim) and not part.obligation.is_asymptotic and not seen and part.obligation.variables:
        point = _point((*part.obligation.assumptions, goal), settings)
        if point is not None:
            yield Held(index, point)


def _point(claims: tuple[Claim, ...], settings: Settings) -> Witness | None:
    """A point at which claims hold, where one is found by trying."""
    sampling = next(each for each in engines(settings.seed, settings.digits) if each.name == "sampling")
    return example(_asked(sampling, Obligation(claims, TRUTH), EXTRA))


def _asked(engine: Engine, obligation: Obligation, seconds: float) -> Verdict:
    try:
        return within(max(seconds, 0.01), lambda: engine.answer(obligation))
    except OutOfTime:
        return Undecided("time", is_late=True)
    except Exception as bug:  # a bug in an engine is told where it is asked first; here it is no answer
        return Undecided(f"{type(bug).__name__}: {bug}")


def _unneeded(question: Question, provers: set[str], settings: Settings, seconds: float, each: float) -> Iterator[Unneeded]:
    deadline = time.monotonic() + seconds
    asked = [engine for engine in engines(settings.seed, settings.digits) if engine.name in provers and engine.name != "sampling"]

    def proves(kept: tuple[Formula, ...]) -> bool:
        parts = (part for part in replace(question, given=kept).parts if part.obligation.goal != TRUTH)
        return all(_is_proved(part, asked, min(each, deadline - time.monotonic())) for part in parts)

    for formula in needless(question.given, proves):
        yield Unneeded(formula)


def _is_proved(part: Part, asked: Sequence[Engine], seconds: float) -> bool:
    able = [engine for engine in asked if engine.knows_orders or not part.obligation.is_asymptotic]
    return seconds > 0 and any(_is_settled(part, {engine.name: Answer(_asked(engine, part.obligation, seconds), 0.0)}) for engine in able)
