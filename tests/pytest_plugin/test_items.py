"""Items: what passes, what fails and how that is told, what is skipped, and what ends the run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests import papers
from tests.pytest_plugin.running import DISTRIBUTED, PLUGINS, WRONG, run
from tests.pytest_plugin.stand_in import replace_engines, sums

pytest_plugins = ["pytester"]
TALK = '\ntalk = statement("talk", "Talk", informal="it is a matter of taste")\n'
HOW: tuple[list[str], ...] = ([], [*DISTRIBUTED, "--dist", "loadscope"])


@pytest.fixture
def folder(pytester: pytest.Pytester) -> Path:
    return pytester.mkdir("paper")


def test_what_fails_is_told_as_the_checker_tells_it(pytester: pytest.Pytester, folder: Path) -> None:
    script = papers.write(folder, papers.MEANS, WRONG, TALK)
    number = script.read_text().splitlines().index("    equals(x**2 + 2 * x + 2, by.algebra),") + 1
    done = run(pytester, "paper", "-rfs", "--junitxml=report.xml", "-o", "junit_family=xunit1")
    done.assert_outcomes(passed=4, failed=2, skipped=1)
    done.stdout.fnmatch_lines(
        [
            "*square, step 2: A wrong line*",
            f"paper/quadratics.py:{number}: refuted by sampling (seed 0, 50 digits)",
            "    line      equals(x[*][*]2 + 2 [*] x + 2, by.algebra),",
            "    claimed   x[*][*]2 + 2[*]x + 1 = x[*][*]2 + 2[*]x + 2",
            "    but       the left side is *",
            "    at        x = *",
            "    This step cites no assumption.",
            "    remedy    correct the line, or assume what excludes this point",
            "*: square rests on this step too, which is refuted; see square::step-2",
            f"FAILED paper/quadratics.py::square::step-2 - line {number}: *",
            "SKIPPED [[]1[]] paper/quadratics.py:*: informal: it is a matter of taste",
        ]
    )
    done.stdout.no_fnmatch_line("*Traceback*")
    done.stdout.no_fnmatch_line("*pytest_plugin*")
    (case,) = ET.parse("report.xml").iterfind(".//testcase[@name='step-2'][failure]")  # noqa: S314 — our own
    assert (case.get("classname"), case.get("file"), case.get("line")) == ("paper.quadratics.square", "paper/quadratics.py", str(number - 1))
    assert case.find("properties/property[@name='verdict'][@value='refuted']") is not None


def test_stopping_at_the_first_failure_and_repeating_it(pytester: pytest.Pytester, folder: Path) -> None:
    papers.write(folder, WRONG, papers.MEANS)
    run(pytester, "paper", "-x").assert_outcomes(passed=1, failed=1)
    again = run(pytester, "paper", "--lf")
    again.assert_outcomes(failed=1)
    again.stdout.fnmatch_lines(["FAILED paper/quadratics.py::square::step-2*"])


def test_distributed_over_processes(pytester: pytest.Pytester, folder: Path) -> None:
    pytest.importorskip("xdist")
    papers.write(folder, papers.MEANS, WRONG, TALK)
    done = run(pytester, "paper", *DISTRIBUTED)
    done.assert_outcomes(passed=4, failed=2, skipped=1)
    done.stdout.fnmatch_lines(["paper/quadratics.py:*: refuted by sampling (seed 0, 50 digits)", "    at        x = *", "FAILED *step-2 - line *"])


def test_a_verdict_is_compared_with_the_record(pytester: pytest.Pytester, folder: Path) -> None:
    papers.write(folder, papers.FALSE, papers.NEEDY)
    run(pytester, "paper").assert_outcomes(failed=2)
    (folder / "recorded.toml").write_text(papers.record(root="fails", needy="needs"))
    done = run(pytester, "paper", "-rP")
    done.assert_outcomes(passed=2)
    done.stdout.fnmatch_lines(["✗ fails: y must be added", "+ needs: true if y is large: y ≥ 1"])
    (folder / "recorded.toml").write_text(papers.record(root="holds", needy="fails"))
    done = run(pytester, "paper", "-rP")
    done.assert_outcomes(passed=1, failed=1)
    done.stdout.fnmatch_lines(["*: root: fails, recorded as holds; *", "    at        y = 1/2", "needs, better than recorded (fails); *"])


def test_strict_lets_nothing_pass_that_fails_as_printed(pytester: pytest.Pytester, folder: Path) -> None:
    papers.write(folder, papers.FALSE, papers.NEEDY)
    (folder / "recorded.toml").write_text(papers.record(root="fails", needy="needs"))
    done = run(pytester, "paper", "--lemmata-strict")
    done.assert_outcomes(passed=1, failed=1)
    done.stdout.fnmatch_lines(
        ["*: root: false as printed, as is recorded: y must be added", "    at        y = 1/2", "    remedy    correct what is printed; *"]
    )


def test_what_is_recorded_as_open_may_be(pytester: pytest.Pytester, folder: Path) -> None:
    papers.write(folder, papers.HARD)
    limit = "--lemmata-timeout=0.5"
    run(pytester, "paper", limit).assert_outcomes(failed=1)
    (folder / "recorded.toml").write_text(papers.record(hard="open"))
    run(pytester, "paper", limit, "-rs").stdout.fnmatch_lines(["SKIPPED [[]1[]] paper/quadratics.py:*: open: *"])


def test_a_script_that_cannot_be_read_is_an_error_of_collection(pytester: pytest.Pytester, folder: Path) -> None:
    papers.write(folder, "\nnamed = omegga\n")
    papers.write(folder, "\nbroken = (\n", name="syntax.py")
    papers.write(folder, "\nwhile True:\n    pass\n", name="unending.py")
    done = run(pytester, "paper", "--lemmata-timeout=1")
    done.assert_outcomes(errors=3)
    done.stdout.fnmatch_lines(
        [
            "paper/quadratics.py:11: unusable: NameError: name 'omegga' is not defined",
            "    line      named = omegga",
            "    remedy    declare or import omegga",
            "paper/syntax.py:11: unusable: SyntaxError: '(' was never closed",
            "paper/unending.py:*: unusable: TimeoutError: the script was still running after 1 s",
        ]
    )
    done.stdout.no_fnmatch_line("*Traceback*")
    done.stdout.no_fnmatch_line("*pytest_plugin*")


def test_what_the_ledger_lacks_and_what_is_stated_twice_is_refused_and_the_rest_goes_on(pytester: pytest.Pytester, folder: Path) -> None:
    papers.write(folder, papers.MEANS, papers.FALSE, name="a.py")
    papers.write(folder, papers.MEANS, name="b.py")
    (folder / "ledger.toml").write_text(papers.ledger("means"))
    done = run(pytester, "paper", "--continue-on-collection-errors")
    done.assert_outcomes(passed=3, errors=2)
    done.stdout.fnmatch_lines(["paper/a.py:*: unusable: the ledger has no entry 'root'", "*the id 'means' is stated twice, first at paper/a.py:*"])
    (folder / "ledger.toml").write_text("[[statement]]\n")
    done = run(pytester, "paper")
    done.stdout.fnmatch_lines(["paper/ledger.toml: unusable: statement 1 (without id) lacks the text 'id'"])


def test_options_that_do_not_serve_are_refused(pytester: pytest.Pytester, folder: Path) -> None:
    done = run(pytester, "paper", "--lemmata-digits=3")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*argument --lemmata-digits: '3': take from 50 to 10000 digits"])


@pytest.mark.parametrize("processes", HOW)
def test_engines_that_contradict_each_other_end_the_run(
    pytester: pytest.Pytester, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: list[str]
) -> None:
    if processes:
        pytest.importorskip("xdist")
    replace_engines(tmp_path / "stand_in", monkeypatch)
    papers.write(folder, sums(1, 77, 3, 4, 5))
    done = run(pytester, "paper", *processes)
    assert done.ret == 4
    done.stdout.fnmatch_lines(
        ["ALARM: engines contradict each other; one of them has a bug", "!*engines contradict each other; one of them has a bug !*"]
    )
    outcomes = done.parseoutcomes()
    assert outcomes["failed"] == 1 and (processes or outcomes["passed"] == 1)


@pytest.mark.parametrize("processes", HOW)
def test_an_interrupted_run_leaves_no_process(
    pytester: pytest.Pytester, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: list[str]
) -> None:
    if processes:
        pytest.importorskip("xdist")
    replace_engines(tmp_path / "stand_in", monkeypatch)
    papers.write(folder, sums(1, 88))
    with subprocess.Popen([sys.executable, "-m", "pytest", *PLUGINS, "paper", *processes], stdout=subprocess.PIPE, start_new_session=True) as started:
        told = _told(Path("pids"))
        os.killpg(started.pid, signal.SIGINT)
        out, _ = started.communicate(timeout=60)
    assert started.returncode == 2 and b"KeyboardInterrupt" in out
    assert told and not [each for each in told if _is_alive(each, patience=20)]


def test_answers_are_kept_for_the_next_run(pytester: pytest.Pytester, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEMMATA_CACHE", str(tmp_path / "cache"))
    papers.write(folder, sums(99))
    run(pytester, "paper").assert_outcomes(passed=1)
    replace_engines(tmp_path / "stand_in", monkeypatch)
    run(pytester, "paper").assert_outcomes(passed=1)
    run(pytester, "paper", "--lemmata-no-cache").assert_outcomes(failed=1)


def _told(file: Path) -> list[int]:
    """The processes that are at work, once they say so."""
    until = time.monotonic() + 60
    while time.monotonic() < until and not (file.exists() and file.read_text().endswith(" ")):
        time.sleep(0.05)
    return [int(each) for each in file.read_text().split()]


def _is_alive(process: int, patience: float) -> bool:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True
