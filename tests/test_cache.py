"""The cache: answers that are written and read back exactly, on which grounds they are recalled, and what harms no run."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import sys
import time
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.cache import Cache, grounds
from checks.cache.entries import LARGEST, UNFINISHED, Entries, folder
from checks.cache.grounds import Source
from checks.cache.written import Unreadable, read, written
from checks.checking import Checked, check
from checks.commandline import main
from checks.language import POSITIVE, exact, symbol
from checks.obligations import Obligation
from checks.pool import Worker
from checks.questions import questions
from checks.reconciling import Answer
from checks.runs import Answered, Event
from checks.scripts import load_script
from checks.selection import selection
from checks.settings import Settings
from checks.tasks import Answering, Asked, Task
from checks.verdicts import WORDS, Certified, IllDefined, Proved, Refuted, Supported, Undecided, Vacuous, Verdict, Witness
from tests import papers

# ---------------------------------------------------------------------------------------------------------------- written

TEXT = st.text(max_size=20)
NATURAL = st.integers(0, 10**30)
POINTS = st.builds(
    Witness, st.dictionaries(TEXT, st.fractions(), max_size=3), st.dictionaries(TEXT, TEXT, max_size=2), st.dictionaries(TEXT, TEXT, max_size=2)
)
OPTIONAL_POINTS = st.none() | POINTS
VERDICTS: dict[type[Verdict], st.SearchStrategy[Verdict]] = {
    Certified: st.builds(Certified, TEXT),
    Proved: st.builds(Proved, TEXT, OPTIONAL_POINTS, st.none() | TEXT, st.lists(TEXT, max_size=3).map(tuple)),
    Supported: st.builds(Supported, NATURAL, NATURAL, NATURAL, NATURAL, POINTS),
    Undecided: st.builds(Undecided, TEXT, OPTIONAL_POINTS, st.booleans()),
    Refuted: st.builds(Refuted, POINTS, TEXT, TEXT, NATURAL, NATURAL, OPTIONAL_POINTS, TEXT),
    Vacuous: st.builds(Vacuous, TEXT),
    IllDefined: st.builds(IllDefined, TEXT, TEXT, POINTS),
}
SECONDS = st.floats(0, 1e6, allow_nan=False)
POINT = Witness({"x": Fraction(1, 3)}, {"f(x)": "1 + x/2"}, {"rho": "[0.5 +/- 1e-9]"})
PROVED, REFUTED, SUPPORTED = Proved("so it is", POINT), Refuted(POINT, "1", "2", 50, 0), Supported(1, 1, 50, 0, POINT)


def test_every_kind_of_verdict_is_tried() -> None:
    assert VERDICTS.keys() == WORDS.keys()


@pytest.mark.parametrize("kind", WORDS)
@given(st.data())
def test_what_is_written_is_read_back_exactly(kind: type[Verdict], data: st.DataObject) -> None:
    answers = data.draw(st.dictionaries(TEXT, st.builds(Answer, VERDICTS[kind], SECONDS), max_size=4))
    text = written(answers)
    assert text is not None and text.isascii() and "\n" not in text
    found = read(text)
    assert found == answers
    assert repr(found) == repr(answers)  # in the same order, and of the same types


def changed(answers: Mapping[str, Answer], change: Callable[[Any], object]) -> str:
    stored = json.loads(written(answers) or "")
    change(stored)
    return json.dumps(stored)


def setting(value: object, *path: str) -> Callable[[Any], object]:
    def change(stored: Any) -> None:
        for name in path[:-1]:
            stored = stored[name]
        stored[path[-1]] = value

    return change


SAID = {"sampling": Answer(SUPPORTED, 0.25), "algebra": Answer(Proved("how", POINT, None, ("x > 0",)), 0.5)}
VALUE = ("sampling", "verdict", "example", "values", "x")
HARMED = {
    "no JSON": "{",
    "nested deeply": "[" * 100_000,
    "no mapping": "[]",
    "no answer": '{"sampling": 1}',
    "a number of too many digits": changed(SAID, setting("9" * 5000 + "/1", *VALUE)),
    "a decimal for a rational": changed(SAID, setting("0.5", *VALUE)),
    "a power for a rational": changed(SAID, setting("1e999999999", *VALUE)),
    "division by zero": changed(SAID, setting("1/0", *VALUE)),
    "a number for a rational": changed(SAID, setting(1, *VALUE)),
    "no verdict": changed(SAID, setting(None, "sampling", "verdict")),
    "a text for a verdict": changed(SAID, setting("proved", "sampling", "verdict")),
    "an unknown kind": changed(SAID, setting("believed", "sampling", "verdict", "kind")),
    "a kind that is no text": changed(SAID, setting([], "sampling", "verdict", "kind")),
    "another kind": changed(SAID, setting("proved", "sampling", "verdict", "kind")),
    "a truth value for a number": changed(SAID, setting(True, "sampling", "verdict", "met")),
    "a number for a text": changed(SAID, setting(1, "algebra", "verdict", "how")),
    "a text for several": changed(SAID, setting("x > 0", "algebra", "verdict", "unneeded")),
    "a field more": changed(SAID, setting(1, "algebra", "verdict", "more")),
    "a field less": changed(SAID, lambda stored: stored["algebra"]["verdict"].pop("how")),
    "no point": changed(SAID, setting(None, "sampling", "verdict", "example")),
    "seconds that are no number": changed(SAID, setting("1", "algebra", "seconds")),
}


@pytest.mark.parametrize("harm", HARMED)
def test_what_was_not_written_is_refused(harm: str) -> None:
    with pytest.raises(Unreadable):
        read(HARMED[harm])


UNWRITABLE: dict[str, Mapping[Any, Answer]] = {
    "a number of more digits than are read": {"a": Answer(Proved("", Witness({"x": Fraction(10**5000)})), 0.1)},
    "no time": {"a": Answer(PROVED, float("nan"))},
    "a list for a tuple": {"a": Answer(Proved("", None, None, ["x > 0"]), 0.1)},  # type: ignore[arg-type]
    "a term": {"a": Answer(Proved(exact(1)), 0.1)},  # type: ignore[arg-type]
    "a name that is no text": {1: Answer(PROVED, 0.1)},
}


@pytest.mark.parametrize("case", UNWRITABLE)
def test_what_could_not_be_read_back_is_not_written(case: str) -> None:
    assert written(UNWRITABLE[case]) is None


# ---------------------------------------------------------------------------------------------------------------- entries

KEY, OTHER = "0a" * 32, "0b" * 32


@pytest.fixture
def entries(tmp_path: Path) -> Entries:
    return Entries(tmp_path / "answers")


def test_an_entry_is_there_as_it_was_put(entries: Entries) -> None:
    assert entries.body(KEY) is None
    entries.put(KEY, "one")
    assert (entries.body(KEY), entries.body(OTHER)) == ("one", None)
    entries.put(KEY, "two")
    assert entries.body(KEY) == "two"
    assert [each.name for each in entries.folder.iterdir()] == [f"{KEY}.answers"]


def test_a_truncated_or_changed_entry_is_not_believed(entries: Entries) -> None:
    entries.put(KEY, "some text")
    path = entries.folder / f"{KEY}.answers"
    whole = path.read_bytes()
    for place, byte in enumerate(whole):
        path.write_bytes(whole[:place])
        assert entries.body(KEY) is None
        path.write_bytes(bytes([*whole[:place], byte ^ 1, *whole[place + 1 :]]))
        assert entries.body(KEY) is None
    path.write_bytes(whole + b" ")
    assert entries.body(KEY) is None
    path.write_bytes(b"\xff" * len(whole))
    assert entries.body(KEY) is None
    path.write_bytes(whole)
    assert entries.body(KEY) == "some text"


def test_an_entry_under_the_name_of_another_is_not_believed(entries: Entries) -> None:
    entries.put(KEY, "one")
    (entries.folder / f"{KEY}.answers").rename(entries.folder / f"{OTHER}.answers")
    assert entries.body(OTHER) is None


def test_a_folder_in_the_place_of_an_entry_harms_nothing(entries: Entries) -> None:
    (entries.folder / f"{KEY}.answers").mkdir(parents=True)
    entries.put(KEY, "one")
    assert entries.body(KEY) is None
    entries.prune()


def test_an_interruption_leaves_what_was_there(entries: Entries, monkeypatch: pytest.MonkeyPatch) -> None:
    entries.put(KEY, "one")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            entries.put(KEY, "two")
    assert entries.body(KEY) == "one"
    assert len(list(entries.folder.iterdir())) == 1


def test_what_is_too_large_is_not_kept(entries: Entries) -> None:
    entries.put(KEY, "x" * LARGEST)
    assert not entries.folder.exists()


def test_what_was_not_used_for_longest_is_dropped(entries: Entries) -> None:
    keys = [f"{number:064x}" for number in range(6)]
    for age, key in enumerate(keys):
        entries.put(key, key)
        os.utime(entries.folder / f"{key}.answers", (age, age))
    assert entries.body(keys[0]) == keys[0]  # so that it is used last
    own, fresh, left = (entries.folder / name for name in ("notes.txt", f"{KEY}.new.part", f"{KEY}.old.part"))
    for path in (own, fresh, left):
        path.touch()
    before = time.time_ns() - 2 * UNFINISHED
    for path in (own, left):
        os.utime(path, ns=(before, before))
    entries.most = 3
    entries.prune()
    assert {each.name for each in entries.folder.iterdir()} == {own.name, fresh.name, *(f"{keys[place]}.answers" for place in (0, 4, 5))}


def test_a_run_that_kept_nothing_looks_for_nothing_to_drop(entries: Entries) -> None:
    entries.put(KEY, "one")
    idle = Entries(entries.folder, most=0)
    idle.prune()
    assert idle.body(KEY) == "one"


ROUNDS = 300


def _writing(place: Path, letter: str) -> None:
    entries = Entries(place)
    for _ in range(ROUNDS):
        entries.put(KEY, letter * 50_000)


def test_writers_at_once_leave_whole_entries(entries: Entries) -> None:
    entries.put(KEY, "a" * 50_000)
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_writing, args=(entries.folder, letter)) for letter in "bc"]
    for writer in writers:
        writer.start()
    seen = set()
    while any(writer.is_alive() for writer in writers):
        seen.add(entries.body(KEY))
    assert [writer.exitcode for writer in writers] == [0, 0]
    seen.add(entries.body(KEY))
    assert seen <= {letter * 50_000 for letter in "abc"} and len(seen) > 1
    assert len(list(entries.folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LEMMATA_CACHE": "/own", "XDG_CACHE_HOME": "/xdg", "HOME": "/home/me"}, "/own/answers"),
        ({"LEMMATA_CACHE": "", "XDG_CACHE_HOME": "/xdg", "HOME": "/home/me"}, "/xdg/lemmata/answers"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/home/me"}, "/home/me/.cache/lemmata/answers"),
        ({"HOME": "/home/me"}, "/home/me/.cache/lemmata/answers"),
        ({}, None),
    ],
)
def test_the_folder_follows_the_platform(environment: dict[str, str], expected: str | None) -> None:
    assert folder(environment) == (Path(expected) if expected else None)


# ---------------------------------------------------------------------------------------------------------------- grounds


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name in ("panel.py", "engines/signs/engine.py", "pages/terminal.py", "options.py", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x = 1\n")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("panel.py", True),
        ("engines/signs/engine.py", True),
        ("engines/new.py", True),
        ("pages/terminal.py", False),
        ("options.py", False),
        ("notes.txt", False),
    ],
)
def test_the_source_is_that_on_which_answers_depend(name: str, matters: bool, package: Path) -> None:
    before = Source.now(package)
    (package / name).write_text("x = 2\n")
    after = Source.now(package)
    assert before is not None and after is not None
    assert (before.digest != after.digest) == matters
    assert before.is_unchanged == (not matters or name == "engines/new.py") and after.is_unchanged


def test_a_module_that_is_renamed_or_gone_is_another_source(package: Path) -> None:
    before = Source.now(package)
    (package / "panel.py").rename(package / "board.py")
    after = Source.now(package)
    assert before is not None and after is not None and before.digest != after.digest and not before.is_unchanged


def test_without_source_there_is_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Source.now(tmp_path) is None
    monkeypatch.setenv("LEMMATA_CACHE", str(tmp_path))
    monkeypatch.setattr(Source, "now", lambda: None)
    assert Cache.of(Settings(uses_cache=True)).entries is None


def test_what_answers_is_read_and_what_only_shows_is_not() -> None:
    source = Source.now()
    names = {path.relative_to(grounds.PACKAGE).as_posix() for path, _ in source.stamps} if source else set()
    assert {"panel.py", "verdicts.py", "engines/smt/engine.py", "language/terms.py", "cache/cache.py"} <= names
    assert not {name for name in names if name.partition("/")[0] in grounds.SHOWING}


def test_what_only_shows_is_kept_apart_from_what_answers_by_a_contract() -> None:
    contracts = tomllib.loads((grounds.PACKAGE.parent / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    apart = next(each for each in contracts if each.get("source_modules") == ["checks.panel", "checks.worker"])
    assert {f"checks.{name.removesuffix('.py')}" for name in grounds.SHOWING} == {*apart["forbidden_modules"], "checks.display"}


# ------------------------------------------------------------------------------------------------------------------- keys

x, y = symbol("x", POSITIVE), symbol("y", POSITIVE)
ASKED = Asked(Obligation((y > 1,), x * y > x), (y > 1,))


@pytest.mark.parametrize(
    "other",
    [
        Asked(Obligation((y > 2,), x * y > x), (y > 1,)),
        Asked(Obligation((y > 1,), x * y >= x), (y > 1,)),
        Asked(Obligation((y > 1,), x * y > x, (x > 0,)), (y > 1,)),
        Asked(Obligation((y > 1,), x * y > x)),
        Asked(Obligation((y > 1,), x * y > x), (y > exact(1), y > 0)),
        Asked(Obligation((symbol("y") > 1,), x * symbol("y") > x), (symbol("y") > 1,)),
    ],
)
def test_another_question_has_another_digest(other: Asked) -> None:
    assert other.digest != ASKED.digest
    assert ASKED.digest == Asked(Obligation((y > 1,), x * y > x), (y > 1,)).digest


# ------------------------------------------------------------------------------------------------------------ what is kept

LATE = Answer(Undecided("time: over 2 s", is_late=True), 2.0)
PROOF, COUNTEREXAMPLE = Answer(PROVED, 0.1), Answer(REFUTED, 0.1)
LASTING: dict[str, dict[str, Answer]] = {
    "proved": {"algebra": PROOF},
    "proved, and others do not know": {"algebra": Answer(Undecided("no"), 0.1), "signs": PROOF},
    "refuted": {"sampling": COUNTEREXAMPLE},
    "ill-defined": {"sampling": Answer(IllDefined("1/x", "zero", POINT), 0.1)},
    "vacuous": {"algebra": Answer(Vacuous("no"), 0.1)},
    "engines contradict": {"algebra": PROOF, "sampling": COUNTEREXAMPLE},
}
PASSING: dict[str, dict[str, Answer]] = {
    "proved, but perhaps of nothing": {"algebra": Answer(Proved("so"), 0.1)},
    "only supported": {"sampling": Answer(SUPPORTED, 0.1)},
    "undecided": {"smt": Answer(Undecided("Z3 does not know within its time"), 10.0)},
    "out of time": {"smt": LATE},
    "supported, and one was out of time": {"sampling": Answer(SUPPORTED, 0.1), "smt": LATE},
    "a lost worker": {"worker": Answer(Undecided("the worker ended with code -9, perhaps for want of memory"), 0.0)},
    "nothing": {},
}


@pytest.mark.parametrize("case", [*LASTING, *PASSING])
def test_what_a_second_try_could_improve_is_not_kept(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEMMATA_CACHE", str(tmp_path))
    opened = Cache.of(Settings(uses_cache=True))
    opened.keep(ASKED, LASTING.get(case, {}) or PASSING.get(case, {}))
    assert opened.recalled(ASKED) == LASTING.get(case)


@pytest.mark.parametrize("case", LASTING)
def test_a_time_out_is_not_kept_beside_what_settles_the_question(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEMMATA_CACHE", str(tmp_path))
    opened = Cache.of(Settings(uses_cache=True))
    opened.keep(ASKED, {"balls": LATE, **LASTING[case], "orders": LATE})
    assert opened.recalled(ASKED) == LASTING[case]


def test_nothing_is_kept_once_the_source_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: Path) -> None:
    monkeypatch.setenv("LEMMATA_CACHE", str(tmp_path / "cache"))
    opened = replace(Cache.of(Settings(uses_cache=True)), source=Source.now(package))
    (package / "panel.py").write_text("x = 2\n")
    opened.keep(ASKED, {"algebra": Answer(PROVED, 0.1)})
    assert not (tmp_path / "cache").exists()


# ------------------------------------------------------------------------------------------------------------------- runs


@pytest.fixture
def kept(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own; the folder of its entries."""
    place = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("LEMMATA_CACHE", str(place))
    return place / "answers"


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """What was put to the engines so far."""
    told = list[Asked]()
    begin = Worker.begin

    def listening(worker: Worker, task: Task) -> None:
        told.extend(task.asked if isinstance(task, Answering) else ())
        begin(worker, task)

    monkeypatch.setattr(Worker, "begin", listening)
    return told


def checked(script: Path, watch: Callable[[Event], None] = lambda event: None, **settings: Any) -> Checked:
    return check(selection([str(script)]), Settings(**{"uses_cache": True, **settings}), watch)


def events(script: Path) -> list[Answered]:
    told = list[Event]()
    checked(script, told.append)
    return [each for each in told if isinstance(each, Answered)]


def test_what_was_answered_is_not_asked_again(kept: Path, put: list[Asked], tmp_path: Path) -> None:
    script = papers.write(tmp_path, papers.MEANS, papers.FALSE, papers.NEEDY, papers.NOTED)
    first = events(script)
    assert put and len(list(kept.iterdir())) == len(put) <= len(first)
    put.clear()
    second = events(script)
    assert put == []
    of_each = [[(each.question, dict(each.answers)) for each in told] for told in (first, second)]
    assert sorted(of_each[0], key=repr) == sorted(of_each[1], key=repr)


def test_a_second_run_does_without_engines(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = papers.write(tmp_path, papers.MEANS, papers.FALSE)
    first = checked(script)
    without = tmp_path / "without"
    without.mkdir()
    (without / "sitecustomize.py").write_text(
        "import sys\nfor name in ('checks.panel', 'checks.engines', 'flint', 'z3'):\n    sys.modules[name] = None\n"
    )
    monkeypatch.syspath_prepend(str(without))  # the workers' path is made of this one
    second = checked(script)
    assert [(each.id, each.verdict, each.steps, each.claims) for each in second.reports] == [
        (each.id, each.verdict, each.steps, each.claims) for each in first.reports
    ]
    assert {each.verdict for each in checked(script, uses_cache=False).reports} == {"open"}


def test_a_changed_formula_is_asked_again_and_the_rest_is_not(kept: Path, put: list[Asked], tmp_path: Path) -> None:
    checked(papers.write(tmp_path, papers.MEANS, papers.FALSE))
    put.clear()
    found = checked(papers.write(tmp_path, papers.MEANS, papers.FALSE.replace("y**2 >= y]", "y**2 >= 2*y]")))
    assert [str(each.obligation.goal) for each in put] == ["y**2 >= 2*y"]
    assert [each.verdict for each in found.reports] == ["holds", "fails"]


def test_another_citation_is_another_question(kept: Path, put: list[Asked], tmp_path: Path) -> None:
    cited = """
large = assumption("y is large", y >= 3, stated="§1")
larger = assumption("y is larger", y >= 4, stated="§1")
cites = statement("cites", "A square", claims=[y**2 >= 9], given=[large, larger]).proved_by(
    calculation("A square", y**2, is_at_least(9, by.sign(large, larger)))
)
"""
    checked(papers.write(tmp_path, cited))
    put.clear()
    checked(papers.write(tmp_path, cited.replace("sign(large, larger)", "sign(large)")))
    assert [len(each.cited) for each in put if each.cited] == [1]


def edited(place: str, old: str, new: str) -> Callable[[pytest.MonkeyPatch, Path], None]:
    """Another source of this program, where a module differs."""

    def edit(patch: pytest.MonkeyPatch, copy: Path) -> None:
        shutil.copytree(grounds.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
        text = (copy / place).read_text(encoding="utf-8")
        assert old in text
        (copy / place).write_text(text.replace(old, new), encoding="utf-8")
        now = Source.now
        patch.setattr(Source, "now", lambda: now(copy))

    return edit


def libraries(**differing: str) -> Callable[[pytest.MonkeyPatch, Path], None]:
    """Libraries of another version, or with other files."""

    class Differing:
        def __init__(self, name: str) -> None:
            self._found = distribution(name)
            self.version = differing.get("version", self._found.version)

        def read_text(self, name: str) -> str | None:
            return differing.get("files", self._found.read_text(name))

    return lambda patch, _: patch.setattr(grounds, "distribution", Differing)


CHANGES: dict[str, Callable[[pytest.MonkeyPatch, Path], None]] = {
    "an engine's version": edited("engines/balls/engine.py", 'f"1, python-flint', 'f"2, python-flint'),
    "an engine's name": edited("engines/smt/engine.py", 'name: str = "smt"', 'name: str = "z3"'),
    "one engine less": edited("engines/__init__.py", ", Orders())", ")"),
    "an engine's limit": edited("engines/signs/effort.py", "LIMIT = 150", "LIMIT = 151"),
    "the time of the panel": edited("panel.py", "QUICK = 2.0", "QUICK = 3.0"),
    "a library's version": libraries(version="99"),
    "a library's files": libraries(files="z3/libz3.so,sha256=0,1"),
    "Python's version": lambda patch, _: patch.setattr(sys, "version", "3.99"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_another_program_asks_again(change: str, kept: Path, put: list[Asked], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = papers.write(tmp_path, papers.FALSE)
    checked(script)
    asked = list(put)
    put.clear()
    CHANGES[change](monkeypatch, tmp_path / "copy")
    checked(script)
    assert put == asked != []


@pytest.mark.parametrize(
    ("setting", "value", "matters"),
    [("seed", 1, True), ("digits", 60, True), ("seconds", 30.0, True), ("memory", 2 << 30, True), ("jobs", 1, False)],
)
def test_other_settings_ask_again_except_the_number_of_workers(
    setting: str, value: Any, matters: bool, kept: Path, put: list[Asked], tmp_path: Path
) -> None:
    script = papers.write(tmp_path, papers.FALSE)
    checked(script, jobs=2)
    put.clear()
    checked(script, **{"jobs": 2, setting: value})
    assert bool(put) == matters


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "truncated": lambda whole: whole[: len(whole) // 2],
    "changed": lambda whole: whole.replace(b'"kind": ', b'"kind":  '),
    "no text": lambda whole: b"\xff\xfe" * 40,
}


@pytest.mark.parametrize("harm", HARMS)
def test_corrupt_entries_are_asked_again_and_mended(harm: str, kept: Path, put: list[Asked], tmp_path: Path) -> None:
    script = papers.write(tmp_path, papers.FALSE)
    checked(script)
    asked = list(put)
    for path in kept.iterdir():
        path.write_bytes(HARMS[harm](path.read_bytes()))
    for expected in (asked, []):
        put.clear()
        assert [each.verdict for each in checked(script).reports] == ["fails"]
        assert put == expected


def test_an_entry_with_a_right_checksum_that_says_nothing_is_asked_again(kept: Path, put: list[Asked], tmp_path: Path) -> None:
    script = papers.write(tmp_path, papers.FALSE)
    checked(script)
    for path in kept.iterdir():
        Entries(kept).put(path.stem, '{"algebra": 1}')
    asked = list(put)
    put.clear()
    assert [each.verdict for each in checked(script).reports] == ["fails"]
    assert put == asked


def test_engines_that_contradict_each_other_raise_the_alarm_from_the_cache_as_well(kept: Path, put: list[Asked], tmp_path: Path) -> None:
    script = papers.write(tmp_path, papers.FALSE)
    asked = [Asked(each.obligation, each.cited) for statement in load_script(script) for each in questions(statement)]
    opened = Cache.of(Settings(uses_cache=True))
    for each in asked:
        opened.keep(each, {"algebra": Answer(PROVED, 0.1), "sampling": Answer(REFUTED, 0.1)})
    found = checked(script)
    assert found.exit_code == 4 and found.alarm is not None
    assert put == []


def test_what_is_asked_twice_is_answered_once(put: list[Asked], tmp_path: Path) -> None:
    twice = papers.FALSE + papers.FALSE.replace("root =", "again =").replace('"root"', '"again"')
    found = checked(papers.write(tmp_path, twice), uses_cache=False)
    assert [each.verdict for each in found.reports] == ["fails", "fails"]
    assert len({each.digest for each in put}) == len(put)


@pytest.mark.parametrize("command", [["check"], ["show"], ["latex"], ["errata"]])
def test_without_cache_nothing_is_read_or_written(
    command: list[str], kept: Path, put: list[Asked], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = papers.write(tmp_path, papers.NEEDY)
    named = f"{script}::needy"
    main([*command, named, "--no-cache"])
    assert put and not kept.exists()
    main([*command, named])
    there = sorted((path.name, path.stat().st_mtime_ns) for path in kept.iterdir())
    put.clear()
    main([*command, named])
    assert put == [] and there
    there = sorted((path.name, path.stat().st_mtime_ns) for path in kept.iterdir())
    main([*command, named, "--no-cache"])
    assert put and sorted((path.name, path.stat().st_mtime_ns) for path in kept.iterdir()) == there
    assert capsys.readouterr().err == ""


def test_from_python_nothing_is_kept_unless_it_is_wanted(kept: Path, tmp_path: Path) -> None:
    check(selection([str(papers.write(tmp_path, papers.FALSE))]), Settings())
    assert not kept.exists()


@pytest.mark.parametrize("place", ["a file", "below a file"])
def test_a_folder_that_cannot_be_written_is_no_fault(
    place: str, tmp_path: Path, put: list[Asked], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv("LEMMATA_CACHE", str(file if place == "a file" else file / "below"))
    script = papers.write(tmp_path, papers.FALSE)
    for _ in range(2):
        put.clear()
        assert main(["check", str(script)]) == 1
        assert put
    assert capfd.readouterr().err == ""


def test_a_full_disk_is_no_fault(kept: Path, put: list[Asked], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    assert [each.verdict for each in checked(papers.write(tmp_path, papers.FALSE)).reports] == ["fails"]
    assert list(kept.iterdir()) == []
