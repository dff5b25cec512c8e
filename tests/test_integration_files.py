"""The action and the hook with which a paper's repository checks itself: what they declare, and that their commands work."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from checks.commandline import main
from tests import papers

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
(CHECK,) = [each for each in STEPS if each.get("id") == "check"]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Ran:
    """How the action's step ended, and what it left for the steps after it."""

    code: int
    shown: str
    outputs: dict[str, str]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A paper's repository in which everything is as recorded."""
    folder = tmp_path / "work space"
    for each in (folder / "derivations", folder / "-other"):
        each.mkdir(parents=True)
    papers.write(folder / "derivations", papers.FALSE)
    (folder / "derivations" / "recorded.toml").write_text(papers.record(root="fails"))
    papers.write(folder / "-other", papers.MEANS, name="means.py")
    return folder


def ran(workspace: Path, **inputs: str) -> Ran:
    """The step as the runner runs it: bash with -e and pipefail, inputs in the environment."""
    around = workspace.parent
    (around / "bin").mkdir(exist_ok=True)
    command = around / "bin" / "lemmata"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m checks.commandline "$@"\n')
    command.chmod(0o755)
    (around / "step.sh").write_text(CHECK["run"])
    output = around / "output"
    output.write_text("")
    given = {**{name: each["default"] for name, each in ACTION["inputs"].items()}, **inputs}
    values = {name: EXPRESSION.sub(lambda found: given[found[1].removeprefix("inputs.")], value) for name, value in CHECK["env"].items()}
    environment = {
        "PATH": f"{around / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
        "LEMMATA_CACHE": os.devnull,
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_OUTPUT": str(output),
        "RUNNER_TEMP": str(around),
    }
    command_line = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(around / "step.sh")]
    done = subprocess.run(command_line, cwd=workspace, env={**environment, **values}, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout + done.stderr, dict(line.split("=", 1) for line in output.read_text().splitlines()))


def test_the_action_declares_what_it_uses() -> None:
    assert set(ACTION["inputs"]) == {"path", "python-version", "strict", "args"}
    assert ACTION["runs"]["using"] == "composite"
    for text in (str(each) for each in STEPS):
        assert {name.removeprefix("inputs.") for name in EXPRESSION.findall(text)} <= set(ACTION["inputs"])
    assert {each["value"] for each in ACTION["outputs"].values()} == {f"${{{{ steps.check.outputs.{name} }}}}" for name in ACTION["outputs"]}
    assert all(each["description"] for each in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))


def test_nothing_that_users_write_is_pasted_into_a_shell() -> None:
    assert not any(EXPRESSION.search(each.get("run", "")) for each in STEPS)
    assert all(each["shell"] == "bash" for each in STEPS if "run" in each)


def test_the_action_checks_and_leaves_its_files(workspace: Path) -> None:
    done = ran(workspace)
    assert (done.code, done.outputs["exit-code"]) == (0, "0"), done.shown
    assert "Everything is as recorded." in done.shown
    assert "::notice file=derivations/quadratics.py,line=11,title=root::" in done.shown
    assert "<testsuites" in Path(done.outputs["junit"]).read_text()
    assert json.loads(Path(done.outputs["sarif"]).read_text())["version"] == "2.1.0"
    assert set(done.outputs) == set(ACTION["outputs"])


def test_the_action_fails_as_the_command_does(workspace: Path) -> None:
    done = ran(workspace, strict="true", args="--steps\n  --seed 7")
    assert (done.code, done.outputs["exit-code"]) == (1, "1")
    assert "seed 7" in done.shown
    assert "::error file=derivations/quadratics.py,line=11,title=root::" in done.shown
    assert Path(done.outputs["junit"]).exists()


def test_several_paths_and_names_that_begin_with_a_dash(workspace: Path) -> None:
    done = ran(workspace, path="derivations/quadratics.py\r\n-other\n\nderivations/quadratics.py::root")
    assert done.code == 0, done.shown
    assert "1 holds, 1 fails" in done.shown


@pytest.mark.parametrize("path", ["nowhere", "", "checks", "$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "*", "derivations; touch pwned"])
def test_a_path_that_is_not_there_is_an_error_and_never_a_command(path: str, workspace: Path) -> None:
    done = ran(workspace, path=path)
    assert (done.code, done.outputs) == (2, {"exit-code": "2"}), done.shown
    assert "::error title=lemmata::There is no script or folder" in done.shown
    assert not list(workspace.rglob("pwned"))


@pytest.mark.parametrize("args", ["$(touch pwned)", "`touch pwned`", "; touch pwned", "* && touch pwned", "--nonsense"])
def test_arguments_are_words_and_never_a_command(args: str, workspace: Path) -> None:
    assert ran(workspace, args=args).code == 2
    assert not list(workspace.rglob("pwned"))


MATCHED = {
    "derivations/lemma_1.py": True,
    "derivations/ledger.toml": True,
    "derivations/recorded.toml": True,
    "papers/one/derivations/appendix/lemma_1.py": True,
    "derivations/_letters.py": True,
    "lemma_1.py": False,
    "my_derivations/lemma_1.py": False,
    "derivations/notes.txt": False,
    "derivations/other.toml": False,
    "derivations/lemma_1.pyc": False,
}


@pytest.mark.parametrize("path", MATCHED)
def test_which_files_the_hook_takes(path: str) -> None:
    assert bool(re.search(HOOK["files"], path)) == MATCHED[path]


def test_the_hook_is_the_command(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (HOOK["id"], HOOK["language"], HOOK.get("pass_filenames", True)) == ("lemmata-check", "python", True)
    program, *arguments = HOOK["entry"].split()
    assert program == "lemmata"
    monkeypatch.chdir(workspace)
    assert main([*arguments, "derivations/quadratics.py", "derivations/recorded.toml"]) == 0
    (workspace / "derivations" / "recorded.toml").write_text(papers.record(root="holds"))
    assert main([*arguments, "derivations/recorded.toml"]) == 1
