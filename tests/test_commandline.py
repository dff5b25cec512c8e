"""The command line: what is asked, exit codes, pipes, colours, interruption, and how fast it starts."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checks.commandline import main
from tests import papers

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
COMMAND = [sys.executable, "-m", "checks.commandline"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def on_terminal(*arguments: str, interrupt: bool = False, **environment: str) -> tuple[int, str]:
    """The exit code and what is shown on a terminal of 100 columns."""
    pid, descriptor = pty.fork()
    if pid == 0:  # pragma: no cover, the child
        os.execvpe(sys.executable, [*COMMAND, *arguments], {**ENVIRONMENT, "TERM": "xterm-256color", "COLUMNS": "100", **environment})  # noqa: S606 — no shell is wanted
    shown = b""
    while select.select([descriptor], [], [], 60)[0]:
        try:
            some = os.read(descriptor, 1 << 16)
        except OSError:
            break
        shown += some
        if interrupt and b"checking" in shown:
            time.sleep(0.5)
            os.write(descriptor, b"\x03")
            interrupt = False
        if not some:
            break
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def test_a_fresh_paper_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(folder, papers.MEANS)
    assert main(["check", "quadratics.py"]) == 0
    assert re.search(r"means +Lemma 1 +✓ holds +proved as printed", capsys.readouterr().out)


@pytest.mark.parametrize("what", ["quadratics.py", "quadratics", ".", "quadratics.py::means", "quadratics::means", ".::means"])
def test_path_module_folder_and_id_name_the_same(
    what: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(folder))
    papers.write(folder, papers.MEANS)
    assert main(["check", what]) == 0
    assert "means" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("what", "suggests"),
    [("quadratic.py", "did you mean quadratics.py?"), ("quadratics.py::mean", "did you mean means?"), ("nowhere/x.py", "no file or folder")],
)
def test_what_is_not_there_is_a_usage_error(what: str, suggests: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(folder, papers.MEANS)
    assert main(["check", what]) == 2
    assert suggests in capsys.readouterr().err


def test_an_unknown_id_of_the_default_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "derivations").mkdir()
    (folder / "derivations" / "ledger.toml").write_text(papers.ledger("lemma-1", "lemma-2"))
    assert main(["show", "lemma-3"]) == 2
    assert "did you mean lemma-2 or lemma-1?" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["check", "--digits", "3"], ["check", "--timeout", "0"], ["check", "--jobs", "no"], ["nonsense"], []])
def test_misuse_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2


@pytest.mark.parametrize("command", ["check", "list", "show", "latex", "errata"])
def test_help_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert f"  lemmata {command}" in capsys.readouterr().out.partition("examples:")[2]


def test_show_and_its_steps(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(folder, papers.MEANS)
    assert main(["show", "quadratics.py::means"]) == 0
    page = capsys.readouterr().out
    assert "x² + y² ≥ 2·x·y" in page
    assert "    1 = (x − y)²  by algebra   ✓ proved\n    2 ≥ 0         by its sign  ✓ proved\n" in page
    assert main(["show", "quadratics.py::means", "--step", "2"]) == 0
    step = capsys.readouterr().out
    assert re.search(r"algebra +✓ proved +\d\.\d{3} s", step)
    assert re.search(r"sampling +~ supported", step)
    assert main(["show", "quadratics.py::means", "--step", "3"]) == 2
    assert "means has 2 steps" in capsys.readouterr().err


def test_latex_goes_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(folder, papers.MEANS)
    assert main(["latex", "quadratics.py", "--standalone", "-o", "out.tex"]) == 0
    assert (folder / "out.tex").read_text().startswith(r"\documentclass")
    assert main(["latex", "quadratics.py", "-o", "no/such/out.tex"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_errata_shows_witness_correction_and_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(folder, papers.FALSE, papers.NEEDY, papers.NOTED, papers.UNCONFIRMED)
    assert main(["errata", "quadratics.py"]) == 0
    page = capsys.readouterr().out
    for shown in ("witness     y = 1/2", "corrected   y² + y ≥ y", "why         y must be added", "needs       y is large: y ≥ 1"):
        assert shown in page
    assert "✗ refuted, as the finding says" in page
    assert "not confirmed: expected refuted, but proved" in page


def test_list_shows_scripts_and_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(folder, papers.MEANS)
    (folder / "ledger.toml").write_text(papers.ledger("means", "more"))
    (folder / "recorded.toml").write_text(papers.record(means="holds"))
    assert main(["list", "."]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"means +§1 +✓ holds +quadratics.py +x", shown)
    assert "2 statements, 1 with a script" in shown


def test_a_script_checks_itself(folder: Path) -> None:
    papers.write(folder, papers.MEANS, papers.MAIN)
    for how in (["quadratics.py"], ["-m", "quadratics"]):
        done = subprocess.run([sys.executable, *how], env=ENVIRONMENT, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "✓ holds" in done.stdout


def test_a_pipe_gets_plain_aligned_text(folder: Path) -> None:
    papers.write(folder, papers.MEANS, papers.FALSE)
    done = subprocess.run([*COMMAND, "check", "quadratics.py"], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stderr == ""
    first, second = (row for row in done.stdout.splitlines() if re.match("means|root", row))
    assert first.index("✓") == second.index("✗")


def test_a_terminal_gets_colours_unless_told_otherwise(folder: Path) -> None:
    papers.write(folder, papers.FALSE)
    code, shown = on_terminal("check", "quadratics.py")
    assert code == 1
    assert "\x1b[1;31m✗ fails" in shown
    code, shown = on_terminal("check", "quadratics.py", NO_COLOR="1")
    assert code == 1
    assert not re.search(r"\x1b\[[0-9;]*3\d", shown)
    assert "✗ fails" in shown


def test_a_closed_pipe_leaves_no_traceback(folder: Path) -> None:
    papers.write(folder, papers.MEANS)
    (folder / "ledger.toml").write_text(papers.ledger("means", *(f"entry-{number}" for number in range(3000))))
    with subprocess.Popen([*COMMAND, "list", "."], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141


def test_an_interrupt_leaves_neither_traceback_nor_workers(folder: Path) -> None:
    script = papers.write(folder, "\nwhile True:\n    pass\n", name="endless_script.py")
    code, shown = on_terminal("check", str(script), interrupt=True)
    assert code == 130
    assert "interrupted" in shown
    assert "Traceback" not in shown


def test_termination_ends_the_workers(folder: Path) -> None:
    papers.write(folder, "\nimport os, pathlib\npathlib.Path('pid').write_text(str(os.getpid()))\nwhile True:\n    pass\n")
    with subprocess.Popen([*COMMAND, "check", "quadratics.py"], env=ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
        pid = folder / "pid"
        while not (pid.exists() and pid.read_text()):
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 143
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["list", "quadratics.py"], ["show", "quadratics.py::means"]], ids=" ".join)
def test_imports_no_algebra_before_it_is_needed(arguments: list[str], folder: Path) -> None:
    papers.write(folder, papers.MEANS)
    code = (
        "import sys; from checks.commandline import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "print(sorted({'sympy', 'flint', 'z3', 'lark'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_step_shows_the_certificate_of_its_proof(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "nesbitt.py"
    script.write_text(
        "from checks import by\n"
        "from checks.calculation import deduction\n"
        "from checks.language import POSITIVE, symbol\n"
        "from checks.statements import statement\n"
        "a, b, c = (symbol(name, POSITIVE) for name in 'abc')\n"
        "claim = a / (b + c) + b / (a + c) + c / (a + b) >= 1 + a / (2 * a)\n"
        "nesbitt = statement('nesbitt', 'Nesbitt', claims=[claim]).proved_by(deduction('Nesbitt', claim, by.inequality))\n"
    )
    assert main(["show", f"{script}::nesbitt", "--step", "1"]) == 0
    assert "(a − b)²" in capsys.readouterr().out
