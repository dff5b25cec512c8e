"""The proved obligations of a derivation script, their twins, and what the panel and the oracle say of each."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from checks.judging import StatementReport, judge
from checks.language.claims import Claim
from checks.ledger import read_ledger
from checks.obligations import Obligation
from checks.panel import Panel
from checks.questions import Question, questions
from checks.reconciling import Answer, EnginesContradict, reconciled
from checks.scripts import load_script, scripts_at
from checks.settings import Settings
from checks.statements import Statement
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Verdict, Witness, word
from tests import oracle
from tests.twins import Twin, sample, twins

FOLDER = Path(__file__).parents[2] / "derivations"
SCRIPTS = scripts_at(FOLDER)
LEDGER = read_ledger(FOLDER)
EACH_KIND = 1
MOST_OBLIGATIONS = 3  # of a script, the same ones on every machine
POINTS = 60
REFUTED, STILL_TRUE, MISSED, ACCEPTED = "refuted", "still true", "missed", "accepted"
Asked = tuple[tuple[Question, Mapping[str, Answer]], ...]
Tally = dict[str, tuple["Outcome", ...]]
TALLY = pytest.StashKey[Tally]()


@dataclass(frozen=True, slots=True)
class Family:
    """A proved obligation, where it was asked, and the twins that are tried."""

    name: str
    obligation: Obligation
    twins: tuple[Twin, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a twin.

    Attributes:
        fate: refuted; still true, so far as the oracle sees; missed, that is false and not refuted; accepted, that is false and proved.
        seen: what the oracle sees at the witness, or where it found a violation.
        held: at how many points the oracle saw it hold.
    """

    family: str
    twin: Twin
    verdict: str
    fate: str
    seen: str = ""
    held: int = 0

    def __str__(self) -> str:
        return f"{self.family}: {self.twin.name}: {self.verdict}, {self.fate} ({self.seen}): {self.twin.obligation}"


@lru_cache
def panel() -> Panel:
    """The engines, asked once about each obligation in a test session."""
    return Panel(Settings(seconds=2))


@lru_cache
def asked(script: Path) -> tuple[tuple[Statement, Asked], ...]:
    """The statements of a script with their questions and the answers."""
    return tuple((each, tuple((question, panel().answers(question.obligation)) for question in questions(each))) for each in load_script(script))


@lru_cache
def reports(script: Path) -> tuple[StatementReport, ...]:
    """The script's statements judged."""
    entries = {entry.id: entry for entry in LEDGER.entries}
    return tuple(judge(statement, entries[statement.id], answered) for statement, answered in asked(script))


def families(script: Path, each_kind: int = EACH_KIND) -> tuple[Family, ...]:
    """Proved obligations, each once, with the earlier results it may use where there are any; orders have no points and no twins."""
    found = dict[str, tuple[str, Obligation]]()
    for question, answers in (pair for _, answered in asked(script) for pair in answered):
        digest = question.obligation.bare.digest
        is_proved = isinstance(question.obligation.goal, Claim) and isinstance(reconciled(question.obligation, answers), Proved | Certified)
        if is_proved and (digest not in found or question.obligation.lemmas):
            found[digest] = (_name(question), question.obligation)
    chosen = [found[digest] for digest in sorted(found)[:MOST_OBLIGATIONS]]
    return tuple(Family(name, obligation, sample(twins(obligation), each_kind)) for name, obligation in chosen)


def outcomes(script: Path, each_kind: int = EACH_KIND) -> tuple[Outcome, ...]:
    """What becomes of the twins of a script."""
    return tuple(outcome(family.name, twin) for family in families(script, each_kind) for twin in family.twins)


def swept(scripts: Sequence[Path]) -> Tally:
    """The outcomes of several scripts, found by as many processes as there are processors."""
    with ProcessPoolExecutor(os.cpu_count()) as processes:
        return {script.stem: found for script, found in zip(scripts, processes.map(outcomes, scripts), strict=True)}


def outcome(family: str, twin: Twin) -> Outcome:
    """Puts a twin to the panel and has the oracle look at the answer."""
    answers = panel().answers(twin.obligation)
    try:
        verdict = reconciled(twin.obligation, answers)
    except EnginesContradict as contradiction:
        return Outcome(family, twin, "contradiction", ACCEPTED, str(contradiction))
    match verdict:
        case Refuted(witness) | IllDefined(witness=witness):
            return _refuted(family, twin, verdict, witness, answers)
        case _:
            return _not_refuted(family, twin, verdict)


def _refuted(family: str, twin: Twin, verdict: Verdict, witness: Witness, answers: Mapping[str, Answer]) -> Outcome:
    """Refuted, unless some engine proved it."""
    believed = any(isinstance(answer.verdict, Proved | Certified) for answer in answers.values())
    seen = oracle.confirms(twin.obligation, witness)
    return Outcome(family, twin, word(verdict), ACCEPTED if believed else REFUTED, seen)


def _not_refuted(family: str, twin: Twin, verdict: Verdict) -> Outcome:
    found = oracle.search(twin.obligation, POINTS)
    if found.violation is None:
        return Outcome(family, twin, word(verdict), STILL_TRUE, f"true at {found.held} points", found.held)
    believed = isinstance(verdict, Proved | Certified)
    return Outcome(family, twin, word(verdict), ACCEPTED if believed else MISSED, f"violated at {found.violation}", found.held)


def share(found: tuple[Outcome, ...]) -> float:
    """The share of the twins that are not still true which were refuted."""
    fates = Counter(each.fate for each in found)
    false = fates.total() - fates[STILL_TRUE]
    return fates[REFUTED] / false if false else 1.0


def _name(question: Question) -> str:
    return f"{question.statement}, {question.role} {question.index + 1}"
