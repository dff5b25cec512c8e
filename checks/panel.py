"""The panel: engines asked about an obligation until it is settled, each within its time; a failure is no answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from checks.engines import engines
from checks.engines.engine import Confirming, Engine
from checks.language.claims import Claim
from checks.limits import OutOfTime, within
from checks.needed import needless
from checks.obligations import Obligation
from checks.reconciling import Answer, example
from checks.settings import Settings
from checks.verdicts import IllDefined, Proved, Refuted, Undecided, Vacuous, Verdict

QUICK = 2.0  # seconds: what one engine cannot settle by then, the next may settle at once
EXTRA = 0.5  # seconds: for a proof from less
LEAST = 0.05  # seconds: for an engine whose turn comes when the time for all is over


class Panel:
    """The engines, asked one after the other; what was answered once is not asked again.

    Attributes:
        names: of the engines to ask; none means all.
    """

    def __init__(self, settings: Settings, names: Collection[str] = ()) -> None:
        self._settings = settings
        self._engines = tuple(each for each in engines(settings.seed, settings.digits) if not names or each.name in names)
        self._known: dict[tuple[str, str, bool], Answer] = {}

    def answers(self, obligation: Obligation, cited: Sequence[Claim] = ()) -> Mapping[str, Answer]:
        """What the engines say that were asked, by their names; a proof also says which of the assumptions cited it can do without."""
        said = dict(self.asked(obligation))
        proof = next(((engine, said[engine.name]) for engine in self._engines if engine.name in said and _is_proof(said[engine.name])), None)
        if proof is None or not cited:
            return said
        engine, answer = proof
        unneeded = tuple(map(str, needless(cited, lambda kept: self._proves(engine, _without(obligation, cited, kept)))))
        return {**said, engine.name: _with_unneeded(answer, unneeded)}

    def _proves(self, engine: Engine, obligation: Obligation) -> bool:
        return isinstance(_within(EXTRA, self._settings.memory, lambda: engine.answer(obligation)), Proved)

    def asked(self, obligation: Obligation) -> Iterator[tuple[str, Answer]]:
        """The engines' answers as they come; an engine that was out of time comes again if nobody else has settled it.

        After a proof only those are asked that look at it from another side; after a counterexample nobody is.
        Lemmas may help or hinder: what is not settled with them is asked without, and one without use for them is asked only so.
        """
        said: dict[str, Answer] = {}
        tried: dict[tuple[str, Obligation], Answer] = {}
        deadline = time.monotonic() + self._settings.question_seconds
        for seconds in (min(QUICK, self._settings.seconds), self._settings.seconds):
            for helped in dict.fromkeys((obligation, obligation.bare)):
                for engine in self._engines:
                    posed = helped if engine.uses_lemmas else helped.bare
                    last = tried.get((engine.name, posed))
                    if (last is None or (_is_late(last) and seconds > QUICK)) and _is_wanted(engine, posed, said):
                        allowed = max(min(seconds, deadline - time.monotonic()), LEAST)
                        found = self._answer(engine, posed, _is_proved(said), allowed)
                        said[engine.name] = tried[engine.name, posed] = _unaided(found) if obligation.lemmas and not posed.lemmas else found
                        yield engine.name, said[engine.name]

    def _answer(self, engine: Engine, obligation: Obligation, is_proved: bool, seconds: float) -> Answer:
        key = (engine.name, obligation.digest, is_proved)
        known = self._known.get(key)
        if known is None or _is_late(known):
            start = time.perf_counter()
            verdict = _within(seconds, self._settings.memory, lambda: verdict_of(engine, obligation, is_proved))
            self._known[key] = Answer(verdict, time.perf_counter() - start + (known.seconds if known else 0))
        return self._known[key]


def verdict_of(engine: Engine, obligation: Obligation, is_proved: bool) -> Verdict:
    """What an engine says; of growth, those that do not know it say only whether the assumptions can be met."""
    if obligation.is_asymptotic and not engine.knows_orders:
        return Undecided("growth is not seen at points, only whether the assumptions can be met", example(engine.answer(obligation.premises)))
    return engine.confirm(obligation) if is_proved and isinstance(engine, Confirming) else engine.answer(obligation)


def _is_wanted(engine: Engine, obligation: Obligation, said: Mapping[str, Answer]) -> bool:
    """Whether an engine's answer could matter."""
    if obligation.is_asymptotic and not engine.knows_orders:
        return isinstance(engine, Confirming) and _is_proved(said) and bool(obligation.assumptions)
    if any(isinstance(each.verdict, Refuted | IllDefined | Vacuous) for each in said.values()):
        return isinstance(engine, Confirming)
    return not _is_proved(said) or isinstance(engine, Confirming)


def _is_proved(said: Mapping[str, Answer]) -> bool:
    return any(map(_is_proof, said.values()))


def _is_proof(answer: Answer) -> bool:
    return isinstance(answer.verdict, Proved)


def _without(obligation: Obligation, cited: Sequence[Claim], kept: Collection[Claim]) -> Obligation:
    """The obligation without the assumptions that are cited and not kept."""
    dropped = {claim.unfolded for claim in cited} - {claim.unfolded for claim in kept}
    return Obligation(tuple(claim for claim in obligation.assumptions if claim not in dropped), obligation.goal, obligation.lemmas)


def _with_unneeded(answer: Answer, unneeded: tuple[str, ...]) -> Answer:
    return replace(answer, verdict=replace(answer.verdict, unneeded=unneeded)) if isinstance(answer.verdict, Proved) else answer


def _unaided(answer: Answer) -> Answer:
    return replace(answer, verdict=replace(answer.verdict, unaided=True)) if isinstance(answer.verdict, Proved) else answer


def _is_late(answer: Answer) -> bool:
    return isinstance(answer.verdict, Undecided) and answer.verdict.is_late


def _within(seconds: float, memory: int, ask: Callable[[], Verdict]) -> Verdict:
    try:
        return within(seconds, ask)
    except OutOfTime:
        return Undecided(f"time: over {seconds:.3g} s", is_late=True)
    except MemoryError:
        return Undecided(f"memory: over {memory >> 20} MB")
    except RecursionError:
        return Undecided("the expression is nested too deeply")
    except Exception as bug:  # a bug in an engine must not take the run with it, nor be taken for an answer
        return Undecided(f"the engine failed, please report it: {type(bug).__name__}: {bug}")
