"""Asking: what each engine alone says of a claim of the corpus, and what the panel makes of their answers."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from checks.engines import ENGINES
from checks.engines.engine import Engine
from checks.limits import OutOfTime, within
from checks.obligations import Obligation
from checks.panel import verdict_of
from checks.reconciling import Answer, EnginesContradict, reconciled
from checks.verdicts import IllDefined, Refuted, Supported, Undecided, Vacuous, Verdict, word
from tests.soundness.corpus import Entry
from tests.soundness.reading import obligations

SECONDS = 1.0  # for each engine and obligation
PROCESSES = 2
PANEL, CONTRADICTION, UNREAD = "panel", "contradiction", "not read"


@dataclass(frozen=True)
class Asked:
    """A claim and one word from each engine, and from the panel; with why, where that is of interest.

    Attributes:
        late: engines that used more than a second of processor time beyond theirs.
        failed: engines that raised what is no answer.
    """

    entry: Entry
    words: Mapping[str, str]
    why: Mapping[str, str]
    late: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


def asked(entries: Iterable[Entry], seconds: float = SECONDS, processes: int = PROCESSES) -> tuple[Asked, ...]:
    """Every engine asked about every claim, in several processes."""
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        return tuple(pool.imap(_Ask(seconds), tuple(entries), chunksize=4))


@dataclass(frozen=True)
class _Ask:
    seconds: float

    def __call__(self, entry: Entry) -> Asked:
        return ask(entry, self.seconds)


def ask(entry: Entry, seconds: float = SECONDS) -> Asked:
    """Every engine asked alone about each obligation of a claim."""
    try:
        wanted = obligations(entry)
    except ValueError as fault:
        return Asked(entry, {PANEL: UNREAD}, {PANEL: str(fault)})
    tables = [{engine.name: _answer(engine, each, seconds) for engine in ENGINES} for each in wanted]
    names = [engine.name for engine in ENGINES]
    words = {name: _word_of_all([table[name].verdict for table in tables]) for name in names}
    words[PANEL], why = _of_panel(wanted, tables)
    late = tuple(name for name in names for table in tables if table[name].seconds > seconds + 1)
    failed = tuple(reason for table in tables for answer in table.values() if (reason := _reason(answer.verdict)).startswith("raised"))
    return Asked(entry, words, {PANEL: why}, late, failed)


def _answer(engine: Engine, obligation: Obligation, seconds: float) -> Answer:
    start = time.process_time()
    verdict = _timed(lambda: verdict_of(engine, obligation, is_proved=False), seconds)
    return Answer(verdict, time.process_time() - start)


def _timed(work: Callable[[], Verdict], seconds: float) -> Verdict:
    try:
        return within(seconds, work)
    except OutOfTime:
        return Undecided("time", is_late=True)
    except Exception as bug:
        return Undecided(f"raised {type(bug).__name__}: {bug}")


def _reason(verdict: Verdict) -> str:
    return verdict.reason if isinstance(verdict, Undecided) else ""


def _of_panel(wanted: tuple[Obligation, ...], tables: list[dict[str, Answer]]) -> tuple[str, str]:
    try:
        verdicts = [reconciled(obligation, table) for obligation, table in zip(wanted, tables, strict=True)]
    except EnginesContradict as contradiction:
        return CONTRADICTION, str(contradiction)
    return _word_of_all(verdicts), "; ".join(map(str, verdicts))


def _word_of_all(verdicts: list[Verdict]) -> str:
    """One word for a claim that is several obligations: it is proved if all are, and fails if one does."""
    for kind in (Refuted, IllDefined, Undecided, Supported, Vacuous):
        if found := [each for each in verdicts if isinstance(each, kind)]:
            return word(found[0])
    return word(verdicts[0])
