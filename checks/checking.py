"""Checking: scripts are run, their statements judged, compared with the ledger and its record, and an exit code found."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from checks.comparing import Concern, concerns
from checks.exits import ALARM, USAGE, exit_code
from checks.judging import Answers, StatementReport, judge, without_derivation
from checks.language.places import shown
from checks.ledger import Entry, Ledger
from checks.papers import entry_of, ledger_of, stated_twice, unlisted
from checks.questions import Question
from checks.reconciling import EnginesContradict, reconciled
from checks.runs import Answered, Event, Loaded, Unreadable, run
from checks.scripts import ScriptProblem, nearest
from checks.selection import Part, mentioned_ids
from checks.settings import Settings
from checks.statements import Statement

Watcher = Callable[[Event], None]
Runner = Callable[[tuple[Path, ...], Settings], Iterator[Event]]


@dataclass(frozen=True, slots=True)
class Alarm:
    """Engines contradicted each other: about which question, and how."""

    question: Question
    contradiction: EnginesContradict


@dataclass(frozen=True, slots=True)
class Checked:
    """All that a run found out, in the order of the ledger."""

    settings: Settings
    ledgers: Mapping[Path, Ledger]
    reports: tuple[StatementReport, ...]
    concerns: Mapping[str, tuple[Concern, ...]]
    problems: tuple[ScriptProblem, ...] = ()
    alarm: Alarm | None = None
    seconds: float = 0.0

    @property
    def exit_code(self) -> int:
        """0 all as recorded, 1 refuted or fallen, 2 unreadable, 3 undecided that was settled, 4 engines contradict."""
        codes = [each.code for several in self.concerns.values() for each in several]
        return exit_code([*codes, *[USAGE] * bool(self.problems), *[ALARM] * (self.alarm is not None)])

    @property
    def paper(self) -> str:
        """The title and reference of each ledger."""
        names = [f"{ledger.title}{f' ({ledger.reference})' if ledger.reference else ''}" for ledger in self.ledgers.values() if ledger.title]
        return "; ".join(dict.fromkeys(names))


@dataclass(slots=True)
class _Gathering:
    """What the events of a run have brought so far."""

    stated: dict[Path, tuple[Statement, ...]] = field(default_factory=dict)
    asked: dict[tuple[Path, str], list[tuple[Question, Answers]]] = field(default_factory=dict)
    problems: list[ScriptProblem] = field(default_factory=list)
    unreadable: list[Path] = field(default_factory=list)
    alarm: Alarm | None = None

    def take(self, event: Event) -> None:
        match event:
            case Loaded(script, statements):
                self.stated[script] = statements
            case Answered(script, question, answers):
                self.asked.setdefault((script, question.statement), []).append((question, answers))
                self._listen(question, answers)
            case Unreadable(script, problem):
                self.problems.append(problem)
                self.unreadable.append(script)

    def _listen(self, question: Question, answers: Answers) -> None:
        try:
            reconciled(question.obligation, answers)
        except EnginesContradict as contradiction:
            self.alarm = Alarm(question, contradiction)


def check(parts: Sequence[Part], settings: Settings, watch: Watcher = lambda event: None, *, events: Runner | None = None) -> Checked:
    """Checks the parts; engines that contradict each other stop the run, and what was judged before is reported.

    Args:
        parts: scripts and statements.
        settings: of the engines.
        watch: is told each event.
        events: tells what the scripts state and what was answered, where they need not all be run.
    """
    start = time.monotonic()
    ledgers, faults = _ledgers(parts)
    gathered = _gather(tuple(dict.fromkeys(script for part in parts for script in part.scripts)), settings, watch, events or run)
    reports: dict[tuple[Path, str], StatementReport] = {}
    problems = [*faults, *gathered.problems]
    for part in parts:
        found, wrong = _reports(part, ledgers[part.folder], gathered)
        reports |= {(part.folder, report.id): report for report in found}
        problems += wrong
    compared = {report.id: concerns(report, ledgers[folder].recorded.get(report.id)) for (folder, _), report in reports.items()}
    return Checked(settings, ledgers, tuple(reports.values()), compared, tuple(dict.fromkeys(problems)), gathered.alarm, time.monotonic() - start)


def _ledgers(parts: Sequence[Part]) -> tuple[dict[Path, Ledger], list[ScriptProblem]]:
    found = {folder: ledger_of(folder) for folder in dict.fromkeys(part.folder for part in parts)}
    return {folder: ledger for folder, (ledger, _) in found.items()}, [fault for _, fault in found.values() if fault is not None]


def _gather(scripts: tuple[Path, ...], settings: Settings, watch: Watcher, runner: Runner) -> _Gathering:
    gathered = _Gathering()
    with closing(runner(scripts, settings)) as events:  # type: ignore[type-var]  # a generator, so that it ends its workers
        for event in events:
            gathered.take(event)
            watch(event)
            if gathered.alarm is not None:
                break
    return gathered


def _reports(part: Part, ledger: Ledger, gathered: _Gathering) -> tuple[list[StatementReport], list[ScriptProblem]]:
    stated, problems = _statements(part, gathered)
    unknown = {id: fault for id, (_, statement) in stated.items() if (fault := unlisted(statement, ledger)) is not None}
    stated = {id: each for id, each in stated.items() if id not in unknown}
    problems += unknown.values()
    wanted = [entry for entry in ledger.entries if entry.id in stated or part.whole or entry.id in (part.ids or ())]
    own = [entry_of(statement, ledger) for _, statement in stated.values() if ledger.entry(statement.id) is None]
    reports = [_report(part, entry, stated.get(entry.id), gathered) for entry in (*wanted, *own)]
    problems += [
        _missing(part, wanted_id, gathered)
        for wanted_id in part.ids or ()
        if wanted_id not in stated and ledger.entry(wanted_id) is None and not problems
    ]
    return [report for report in reports if report is not None], problems


def _statements(part: Part, gathered: _Gathering) -> tuple[dict[str, tuple[Path, Statement]], list[ScriptProblem]]:
    """The wanted statements by id, each with its script; the first counts where an id comes twice."""
    stated, problems = dict[str, tuple[Path, Statement]](), list[ScriptProblem]()
    for script in part.scripts:
        for statement in gathered.stated.get(script, ()):
            if part.ids is not None and statement.id not in part.ids:
                continue
            _, first = stated.setdefault(statement.id, (script, statement))
            if first is not statement:
                problems.append(stated_twice(statement, first))
    return stated, problems


def _report(part: Part, entry: Entry, stated: tuple[Path, Statement] | None, gathered: _Gathering) -> StatementReport | None:
    """The report on an entry; none where an alarm stopped the run before it was settled."""
    if stated is None:
        lost = [script for script in gathered.unreadable if script in part.scripts and mentioned_ids(script, (entry.id,))]
        open_entry = without_derivation(entry)
        return replace(open_entry, why=f"its script could not be read: {shown(str(lost[0]))}") if lost else open_entry
    script, statement = stated
    asked = gathered.asked.get((script, statement.id), [])
    try:
        return judge(statement, entry, asked)
    except EnginesContradict as contradiction:
        question = next(each for each, _ in asked if each.obligation == contradiction.obligation)
        gathered.alarm = gathered.alarm or Alarm(question, contradiction)
        return None
    except (KeyError, ValueError):
        if gathered.alarm is None:
            raise
        return None


def _missing(part: Part, id: str, gathered: _Gathering) -> ScriptProblem:
    known = [statement.id for script in part.scripts for statement in gathered.stated.get(script, ())]
    return ScriptProblem(shown(str(part.folder)), "", f"no script states {id!r}", nearest(id, known))
