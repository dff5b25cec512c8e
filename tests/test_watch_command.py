"""The command `watch`: what is checked again when files change, what is shown of it, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import pytest

from checks.checking import Checked, check
from checks.commandline import main
from checks.pages.spans import plain
from checks.pages.watching import round_page
from checks.selection import Part
from checks.settings import Settings
from checks.watching import Changes, Memory, Round, rounds
from checks.watching.changes import Overtaken
from checks.watching.imports import Imports
from tests import papers

ROOT = Path(__file__).parents[1]
MEAN_FALSE = papers.MEANS.replace("equals((x - y) ** 2", "equals((x + y) ** 2")
HALVES = 'from quadratics import x\nhalf = statement("half", "A square", claims=[4 * x**2 >= 0])\n'


# ----------------------------------------------------------------------------------------------------------------- rounds


class Played:
    """Changes that a test plays; what is done to the files comes before it is told."""

    def __init__(self, *changed: Path) -> None:
        self.left = list(changed)
        self.folders: set[Path] = set()

    def follow(self, folders: frozenset[Path]) -> None:
        self.folders |= folders

    def next(self) -> frozenset[Path]:
        return frozenset([self.left.pop(0)])

    def unless_overtaken(self, work: object) -> object:
        return work()  # type: ignore[operator]


class Paper:
    """A paper whose rounds are taken one by one; how many scripts were run is counted."""

    def __init__(self, folder: Path, *named: str) -> None:
        self.folder, self.changes = folder, Played()
        self.rounds: Iterator[Round] = rounds(named or [str(folder)], self.changes, self.check)  # type: ignore[arg-type]

    def check(self, parts: Sequence[Part], memory: Memory) -> Checked:
        return check(parts, Settings(seconds=5.0), events=memory.events)

    def first(self) -> Round:
        return next(self.rounds)

    def after(self, *files: Path) -> Round:
        self.changes.left += files
        return next(self.rounds)


def verdicts(each: Round) -> dict[str, str]:
    return {report.id: report.verdict for report in each.checked.reports}


def said(each: Round) -> str:
    assert each.before is not None
    return plain(round_page(each, each.before, datetime(2026, 1, 2, 13, 4, 5)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_only_the_script_that_changed_is_run_again(folder: Path) -> None:
    script, other = papers.write(folder, papers.MEANS), papers.write(folder, papers.FALSE, name="roots.py")
    paper = Paper(folder)
    assert paper.first().again == {script, other}
    papers.write(folder, MEAN_FALSE)
    told = paper.after(script)
    assert told.again == {script}
    assert verdicts(told) == {"means": "open", "root": "fails"}
    text = said(told)
    assert text.startswith("13:04:05  quadratics.py\n")
    assert re.search(r"\? open +means +was holds +a step of its proof is refuted: quadratics.py:\d+", text)
    assert re.search(r"quadratics.py:\d+: refuted by sampling", text)
    assert "roots.py" not in text, "what is wrong elsewhere is not told again"
    assert "1 fails, 1 is open" in text


def test_what_is_mended_is_told(folder: Path) -> None:
    script = papers.write(folder, MEAN_FALSE)
    paper = Paper(folder)
    paper.first()
    papers.write(folder, papers.MEANS)
    text = said(paper.after(script))
    assert re.search(r"✓ holds +means +was open$", text, re.MULTILINE)
    assert text.endswith("Nothing is refuted or undecided.\n")


def test_a_syntax_error_is_told_with_its_line_and_the_next_save_mends_it(folder: Path) -> None:
    script = papers.write(folder, papers.MEANS)
    paper = Paper(folder)
    paper.first()
    script.write_text(papers.HEAD + "broken = statement(\n")
    text = said(paper.after(script))
    number = papers.HEAD.count("\n") + 1
    assert f"quadratics.py:{number}: unusable: SyntaxError" in text
    assert "means is stated no more" in text
    papers.write(folder, papers.MEANS)
    assert re.search(r"✓ holds +means +new", said(paper.after(script)))


def test_who_imports_what_changed_is_run_again_too(folder: Path) -> None:
    script = papers.write(folder, papers.MEANS)
    taking, other = folder / "halves.py", papers.write(folder, papers.FALSE, name="roots.py")
    taking.write_text(papers.HEAD.replace("x, y = ", "_, y = ") + HALVES)
    paper = Paper(folder)
    paper.first()
    script.write_text(script.read_text() + "# a remark\n")
    told = paper.after(script)
    assert told.again == {script, taking}
    assert other not in told.again
    assert "quadratics.py, and 1 script that imports it" in said(told)


def test_files_that_concern_nothing_start_no_round(folder: Path) -> None:
    script = papers.write(folder, papers.MEANS)
    paper = Paper(folder, str(script))
    paper.first()
    stranger = papers.write(folder, papers.FALSE, name="roots.py")
    told = paper.after(stranger, script)
    assert told.changed == {script}
    assert paper.changes.left == []


def test_the_ledger_and_the_record_are_compared_again_without_running_a_script(folder: Path) -> None:
    papers.write(folder, papers.FALSE)
    paper = Paper(folder)
    assert paper.first().checked.exit_code == 1
    (folder / "recorded.toml").write_text(papers.record(root="fails"))
    told = paper.after(folder / "recorded.toml")
    assert (told.again, told.checked.exit_code) == (frozenset(), 0)
    (folder / "ledger.toml").write_text(papers.ledger("root", "later"))
    told = paper.after(folder / "ledger.toml")
    assert re.search(r"\? open +later +new  no derivation yet", said(told))


def test_scripts_that_come_and_go(folder: Path) -> None:
    script = papers.write(folder, papers.MEANS)
    paper = Paper(folder)
    paper.first()
    other = papers.write(folder, papers.NOTED, name="squares.py")
    assert re.search(r"✓ holds +noted +new", said(paper.after(other)))
    other.unlink()
    told = paper.after(other)
    assert "squares.py (gone)" in said(told)
    assert "noted is stated no more" in said(told)
    script.unlink()
    told = paper.after(script)
    assert "holds no scripts" in said(told)
    papers.write(folder, papers.MEANS)
    assert verdicts(paper.after(script)) == {"means": "holds"}


def test_of_many_statements_only_what_is_new_or_wrong_is_told(folder: Path) -> None:
    many = "".join(f'\ns{number} = statement("s{number}", "A square", claims=[x**2 >= -{number}])' for number in range(20))
    script = papers.write(folder, many)
    paper = Paper(folder)
    paper.first()
    papers.write(folder, many.replace("-7", "7"))
    text = said(paper.after(script))
    assert re.findall(r"\bs\d+", text.partition("\n\n")[0]) == ["s7"]


def test_a_round_that_is_overtaken_is_made_together_with_the_next(folder: Path) -> None:
    one, two = papers.write(folder, papers.MEANS), papers.write(folder, papers.FALSE, name="roots.py")
    paper = Paper(folder)
    paper.first()
    work = iter([Overtaken, None])

    def unless_overtaken(do: object) -> object:
        if next(work):
            raise Overtaken
        return do()  # type: ignore[operator]

    paper.changes.unless_overtaken = unless_overtaken  # type: ignore[method-assign]
    told = paper.after(one, two)
    assert told.changed == told.again == {one, two}


def test_imports_are_found_in_packages_and_through_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {
        "paper/__init__.py": "",
        "paper/one.py": "from paper import symbols\nfrom .two import three\nimport math, json.decoder\nfrom checks import by\n",
        "paper/two.py": "def late():\n    import model.costs as costs\n",
        "paper/symbols.py": "",
        "model/costs.py": "import paper.one\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    imports, script = Imports(), tmp_path / "paper/one.py"
    assert {str(each.relative_to(tmp_path)) for each in imports.of([script])[script]} == set(texts)
    script.write_text("from paper import (")
    imports.forget([script])
    assert tmp_path / "paper/symbols.py" in imports.of([script])[script], "what it named before still counts"
    script.write_text("import nothing")
    imports.forget([script])
    assert imports.of([script])[script] == {script}


# ---------------------------------------------------------------------------------------------------------------- command


class Watching:
    """The command at work in a folder; what it says is collected by a thread."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
        command = [sys.executable, "-m", "checks.commandline", "watch", *arguments]
        self.process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines: SimpleQueue[str] = SimpleQueue()
        self.reader = Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, wanted: str, seconds: float = 60.0) -> str:
        """What is said up to a line that matches."""
        seen = ""
        while not re.search(wanted, seen, re.MULTILINE):
            try:
                seen += self.lines.get(timeout=seconds)
            except Empty:
                pytest.fail(f"{wanted!r} is not said, but:\n{seen}")
        return seen

    @property
    def children(self) -> list[str]:
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False)  # noqa: S607
        return found.stdout.split()

    def end(self, sign: int = signal.SIGINT) -> int:
        self.process.send_signal(sign)
        code = self.process.wait(30)
        self.reader.join(10)
        if self.process.stdout is not None:
            self.process.stdout.close()
        return code


@pytest.fixture
def started(folder: Path) -> Iterator[list[Watching]]:
    """Those that a test has started, which do not outlive it."""
    found: list[Watching] = []
    yield found
    for each in found:
        if each.process.poll() is None:
            each.end(signal.SIGKILL)


def test_saving_and_ctrl_c(folder: Path, started: list[Watching]) -> None:
    script = papers.write(folder, papers.MEANS)
    started.append(Watching(folder, "quadratics.py"))
    assert "✓ holds" in started[0].until("Watching quadratics.py")
    new = folder / "quadratics.py.new"
    new.write_text(papers.HEAD + MEAN_FALSE)
    new.replace(script)  # as many editors save
    assert "was holds" in started[0].until(r"Exit code 1\.")
    papers.write(folder, papers.MEANS)
    started[0].until("Nothing is refuted")
    same = script.stat()
    script.write_text(script.read_text().replace("(x - y) ** 2", "(x - y) ** 3"))  # within the second, and as long
    os.utime(script, ns=(same.st_atime_ns, same.st_mtime_ns))
    started[0].until(r"Exit code 1\.")
    assert started[0].end() == 0
    assert started[0].children == []


def test_a_check_is_broken_off_when_something_changes(folder: Path, started: list[Watching]) -> None:
    script = papers.write(folder, papers.MEANS)
    started.append(Watching(folder, "."))
    started[0].until("Watching quadratics.py")
    script.write_text("import time\ntime.sleep(500)\n")
    while not started[0].children:  # until the script is being read
        time.sleep(0.05)
    papers.write(folder, papers.FALSE)
    text = started[0].until(r"Exit code 1\.")
    assert "✗ fails" in text
    assert text.count("quadratics.py\n") == 1
    assert started[0].end() == 0


def test_without_the_library_the_remedy_is_named(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    papers.write(folder, papers.MEANS)
    monkeypatch.setattr("checks.watching.changes.find_spec", lambda name: None)
    assert main(["watch", "quadratics.py"]) == 2
    assert "pip install 'lemmata[watch]'" in capsys.readouterr().err


def test_what_is_not_there_cannot_be_watched(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "nowhere.py"]) == 2
    assert "there is no file or folder 'nowhere.py'" in capsys.readouterr().err
    assert signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL
    assert Changes().threads == {}
