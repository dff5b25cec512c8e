"""What `check` writes for other programs: files, standard output, GitHub's commands, and the JSON contract field by field."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from checks.commandline import main
from checks.commands.output_files import write_whole
from tests import papers

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a paper in which everything is as recorded."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "derivations").mkdir()
    papers.write(tmp_path / "derivations", papers.MEANS, papers.FALSE, papers.NEEDY)
    (tmp_path / "derivations" / "ledger.toml").write_text(papers.ledger("means", "root", "needy"))
    (tmp_path / "derivations" / "recorded.toml").write_text(papers.record(means="holds", root="fails", needy="needs"))
    return tmp_path


def cases(file: Path) -> dict[str, str | None]:
    """The cases of a JUnit file, each with how it ended."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 — our own file
    return {str(case.get("name")): next((each.tag for each in case if each.tag != "system-out"), None) for case in root.iter("testcase")}


def test_both_files_are_written_and_the_report_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--junit", "junit.xml", "--sarif", "lemmata.sarif"]) == 0
    assert "Everything is as recorded." in capsys.readouterr().out
    assert cases(folder / "junit.xml") == dict.fromkeys(["means", "means step 1", "means step 2", "root", "needy"])
    (run,) = json.loads((folder / "lemmata.sarif").read_text())["runs"]
    uris = [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]]
    assert uris == ["derivations/quadratics.py"] * 2
    assert sorted(each.name for each in folder.iterdir()) == ["derivations", "junit.xml", "lemmata.sarif"]


def test_strict_counts_in_the_files_as_in_the_exit_code(folder: Path) -> None:
    assert main(["check", "--strict", "--junit", "junit.xml", "--sarif", "lemmata.sarif"]) == 1
    assert {name for name, ended in cases(folder / "junit.xml").items() if ended} == {"root"}
    (run,) = json.loads((folder / "lemmata.sarif").read_text())["runs"]
    assert run["invocations"][0]["exitCode"] == 1


def test_files_are_written_where_scripts_cannot_be_read(folder: Path) -> None:
    (folder / "derivations" / "broken.py").write_text("1 / 0\n")
    assert main(["check", "--junit", "junit.xml", "--sarif", "lemmata.sarif"]) == 2
    assert cases(folder / "junit.xml")["unusable script or ledger"] == "error"
    assert json.loads((folder / "lemmata.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "unreadable"


def test_a_recorded_run_is_reported_as_recorded(folder: Path) -> None:
    (folder / "derivations" / "recorded.toml").unlink()
    assert main(["check", "--record", "--junit", "junit.xml"]) == 0
    assert set(cases(folder / "junit.xml").values()) == {None}


def test_a_paper_outside_the_working_directory(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    script = folder / "derivations" / "quadratics.py"
    assert main(["check", "../derivations", "--github", "--junit", "junit.xml", "--sarif", "lemmata.sarif"]) == 0
    assert f"::notice file={script},line=21,title=root::" in capsys.readouterr().out
    places = {each.get("file") for each in ElementTree.parse("junit.xml").getroot().iter("testcase")}  # noqa: S314 — our own file
    assert places == {str(script)}
    (run,) = json.loads(Path("lemmata.sarif").read_text())["runs"]
    assert {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]} == {script.as_uri()}


UNWRITABLE = {
    "a folder": (".", "it is a folder"),
    "no name": ("", "it is a folder"),
    "a folder that is not there": ("nowhere/junit.xml", "No such file or directory"),
    "below a file": ("derivations/quadratics.py/junit.xml", "Not a directory"),
    "a name too long": ("x" * 300, "File name too long"),
}


@pytest.mark.parametrize("form", ["--junit", "--sarif"])
@pytest.mark.parametrize("name", UNWRITABLE)
def test_what_cannot_be_written_is_told_before_the_run(
    name: str, form: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("checks.checking.check", lambda *_: pytest.fail("the run has begun"))
    file, says = UNWRITABLE[name]
    assert main(["check", form, file]) == 2
    assert f"cannot be written: {says}" in capsys.readouterr().err


def test_a_file_without_permission_is_told_before_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "junit.xml").touch(mode=0o400)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # for root everything is writable
    assert main(["check", "--junit", "junit.xml"]) == 2
    assert "junit.xml cannot be written: Permission denied" in capsys.readouterr().err


CONFUSED = {
    "one file for both": (["--junit", "a", "--sarif", "./a"], "--junit and --sarif both name"),
    "both on standard output": (["--junit", "-", "--sarif", "-"], "--junit and --sarif both name"),
    "with --json on standard output": (["--json", "--junit", "-"], "--json is printed on standard output"),
}


@pytest.mark.parametrize("name", CONFUSED)
def test_what_cannot_be_said_together(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, says = CONFUSED[name]
    assert main(["check", *arguments]) == 2
    assert says in capsys.readouterr().err


def test_a_dash_is_standard_output_and_the_report_gives_way(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--sarif", "-"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["version"] == "2.1.0"
    assert "Everything is as recorded." in shown.err


def test_a_file_that_was_there_is_replaced_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = folder / "old.xml"
    old.write_text("old")
    (folder / "link.xml").symlink_to(old)
    write_whole("link.xml", "new")
    assert (old.read_text(), (folder / "link.xml").is_symlink()) == ("new", True)
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space"):
        write_whole("link.xml", "newer")
    assert old.read_text() == "new"
    assert not list(folder.glob(".lemmata*"))


def test_what_is_no_ordinary_file_is_written_as_it_stands(folder: Path) -> None:
    assert main(["check", "--junit", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


def test_the_report_is_shown_where_the_file_cannot_be_written_in_the_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    assert main(["check", "--no-cache", "--junit", "junit.xml"]) == 2
    shown = capsys.readouterr()
    assert "Everything is as recorded." in shown.out
    assert "junit.xml cannot be written: No space left on device" in shown.err


COMMAND = re.compile("^::(error|warning|notice) ", re.MULTILINE)
ASKED = {
    "not asked": ([], {}, False),
    "asked": (["--github"], {}, True),
    "detected": ([], {"GITHUB_ACTIONS": "true"}, True),
    "not detected": ([], {"GITHUB_ACTIONS": "false"}, False),
    "declined": (["--no-github"], {"GITHUB_ACTIONS": "true"}, False),
}


@pytest.mark.parametrize("name", ASKED)
def test_when_github_is_told(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, environment, told = ASKED[name]
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    assert main(["check", *arguments]) == 0
    report, _, after = capsys.readouterr().out.partition("Everything is as recorded.\n")
    assert COMMAND.findall(after) == ["notice", "notice"] * told
    assert not COMMAND.search(report)


def test_json_is_not_disturbed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", "--github"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["schema"] == 1
    assert COMMAND.findall(shown.err) == ["notice", "notice"]


def test_paths_are_relative_to_the_repository_on_github(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    monkeypatch.chdir(folder / "derivations")
    assert main(["check", "quadratics.py", "--github"]) == 0
    assert "file=derivations/quadratics.py,line=21,title=root::" in capsys.readouterr().out


@pytest.mark.parametrize("beside", ["ledger.toml", "recorded.toml", "_letters.py", "__init__.py"])
def test_what_lies_beside_scripts_means_its_folder(beside: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "derivations" / beside).touch()
    assert main(["check", f"derivations/{beside}"]) == 0
    assert "1 holds, 1 needs more, 1 fails" in capsys.readouterr().out


def test_a_reader_that_goes_away_does_not_cost_the_file(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    command = [sys.executable, "-m", "checks.commandline", "check", "--junit", "junit.xml"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait(60) == 141
    assert "means" in cases(folder / "junit.xml")


NUMBER, WORDS = (int, float), (str,)
CONTRACT: dict[str, dict[str, tuple[type, ...]]] = {  # the design's, beside which there may be more
    "top": {"schema": (int,), "paper": WORDS, "engines": (dict,), "statements": (list,), "summary": (dict,)},
    "statement": {
        "id": WORDS,
        "where": WORDS,
        "verdict": WORDS,
        "needs": (list,),
        "corrected": (str, type(None)),
        "seconds": NUMBER,
        "claims": (list,),
        "steps": (list,),
    },
    "claim": {"role": WORDS, "claim": WORDS, "latex": WORDS, "verdict": WORDS, "witness": (dict, type(None))},
    "step": {"claim": WORDS, "latex": WORDS, "reason": WORDS, "location": WORDS, "verdict": WORDS, "engines": (dict,)},
    "engine": {"verdict": WORDS, "seconds": NUMBER, "detail": WORDS},
    "summary": {**dict.fromkeys(("holds", "needs", "fails", "open", "informal", "steps"), (int,)), "seconds": NUMBER},
}


def keeps(told: dict[str, Any], kind: str) -> None:
    for name, types in CONTRACT[kind].items():
        assert isinstance(told[name], types) and not isinstance(told[name], bool), (kind, name, told[name])


def test_the_json_keeps_the_contract_field_by_field(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    keeps(told, "top")
    keeps(told["summary"], "summary")
    assert all(isinstance(version, str) for version in told["engines"].values())
    for statement in told["statements"]:
        keeps(statement, "statement")
        assert all(isinstance(name, str) for name in statement["needs"])
        for claim in statement["claims"]:
            keeps(claim, "claim")
            assert claim["role"] in ("printed", "corrected")
            assert all(re.fullmatch(r"-?\d+(/\d+)?", value) for value in (claim["witness"] or {}).values())
        for step in statement["steps"]:
            keeps(step, "step")
            assert re.fullmatch(r"derivations/quadratics\.py:\d+", step["location"])
            for engine in step["engines"].values():
                keeps(engine, "engine")
    assert {name for statement in told["statements"] for step in statement["steps"] for name in step["engines"]} <= set(told["engines"])
