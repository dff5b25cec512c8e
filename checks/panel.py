"""The panel: every engine asked about an obligation, each within its time; a failure is no answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from checks.engines import engines
from checks.engines.engine import Engine
from checks.limits import OutOfTime, within
from checks.obligations import Obligation
from checks.reconciling import Answer
from checks.settings import Settings
from checks.verdicts import Proved, Undecided, Verdict


class Panel:
    """The engines, asked one after the other; what was answered once is not asked again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._engines = engines(settings.seed, settings.digits)
        self._known: dict[tuple[str, str, bool], Answer] = {}

    def answers(self, obligation: Obligation) -> Mapping[str, Answer]:
        """What every engine says; what one has proved, those behind it only confirm; one without use for lemmas is asked without."""
        said: dict[str, Answer] = {}
        for engine in self._engines:
            is_proved = any(isinstance(answer.verdict, Proved) for answer in said.values())
            said[engine.name] = self._answer(engine, obligation if engine.uses_lemmas else obligation.bare, is_proved)
        return said

    def _answer(self, engine: Engine, obligation: Obligation, is_proved: bool) -> Answer:
        key = (engine.name, obligation.digest, is_proved)
        if key not in self._known:
            start = time.perf_counter()
            verdict = self._verdict(engine.confirm if is_proved else engine.answer, obligation)
            self._known[key] = Answer(verdict, time.perf_counter() - start)
        return self._known[key]

    def _verdict(self, ask: Callable[[Obligation], Verdict], obligation: Obligation) -> Verdict:
        try:
            return within(self._settings.seconds, lambda: ask(obligation))
        except OutOfTime:
            return Undecided(f"time: over {self._settings.seconds:g} s")
        except MemoryError:
            return Undecided(f"memory: over {self._settings.memory >> 20} MB")
        except RecursionError:
            return Undecided("the expression is nested too deeply")
        except Exception as bug:  # a bug in an engine must not take the run with it, nor be taken for an answer
            return Undecided(f"the engine failed, please report it: {type(bug).__name__}: {bug}")
