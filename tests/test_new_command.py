"""The command `new`: a fresh paper checks green at once, its README is true, and nothing is overwritten or left half done."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checks.checking import Checked, check
from checks.commandline import main
from checks.pages.faults import faults
from checks.pages.spans import plain
from checks.selection import selection
from checks.settings import Settings
from checks.starting import lay_out, title_of
from checks.starting.layout import FILES, TEMPLATES

ROOT = Path(__file__).parents[1]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    lay_out(tmp_path / "paper", "On monopoly")
    return tmp_path / "paper"


def checked(paper: Path) -> Checked:
    return check(selection([str(paper / "derivations")]), Settings(seconds=5.0))


def edit(file: Path, old: str, new: str) -> None:
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def uncommented(text: str) -> str:
    """The text with the statement that is commented out, of which the first line ends with a bracket."""
    return re.sub(r"^# (?=pass_through|    |\)|\[\[|\w+ = )", "", text, flags=re.MULTILINE)


def test_a_fresh_paper_checks_green(paper: Path) -> None:
    found = checked(paper)
    assert found.exit_code == 0
    assert {report.id: report.verdict for report in found.reports} == {"best-quantity": "holds", "best-price": "holds"}
    assert not any(found.concerns.values())
    assert found.paper == "On monopoly"
    assert all(report.steps for report in found.reports)


def test_the_command_names_what_it_made_and_what_to_do_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my papers/optimal-tax"]) == 0
    *made, blank, following = capsys.readouterr().out.splitlines()
    assert (blank, following) == ("", "Next: cd 'my papers/optimal-tax' && lemmata check")
    assert {str(each.relative_to(tmp_path)) for each in (tmp_path / "my papers").rglob("*") if each.is_file()} == set(made)
    monkeypatch.chdir("my papers/optimal-tax")
    assert main(["check"]) == 0
    assert "Optimal tax\n" in capsys.readouterr().out
    assert main(["check", "derivations/monopoly.py", "--record"]) == 0
    assert (Path("derivations/recorded.toml").read_text()) == (TEMPLATES / "derivations/recorded.toml").read_text()


def test_a_repository_without_files_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["new", "."]) == 0
    assert capsys.readouterr().out.endswith("Next: lemmata check\n")


@pytest.mark.parametrize("title", ['On "quotes" \\ and $prices', "Über Preise", "100 % 'true'"])
def test_titles_are_kept_as_they_are(title: str, tmp_path: Path) -> None:
    lay_out(tmp_path, title)
    assert tomllib.loads((tmp_path / "derivations/ledger.toml").read_text())["paper"]["title"] == title
    assert (tmp_path / "README.md").read_text().startswith(f"# {title}\n")


def test_a_title_on_two_lines_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["new", str(tmp_path / "paper"), "--title", "On\nprices"])
    assert "a title is one line of text" in capsys.readouterr().err
    assert title_of(tmp_path / "_") == "A paper"


def test_a_folder_that_holds_something_is_refused_and_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("notes.txt", *"abcd"):
        (tmp_path / name).write_text(name)
    assert main(["new", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "holds a, b, c, d and 1 more; name a folder that is empty" in said
    assert sorted(each.name for each in tmp_path.iterdir()) == [*"abcd", "notes.txt"]
    assert main(["new", str(tmp_path / "a")]) == 2
    assert "a is a file" in capsys.readouterr().err


def test_where_a_file_cannot_be_written_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write = Path.write_text

    def full(file: Path, *arguments: str, **named: str) -> int:
        if file.name == ".gitignore":
            write(file, "half")
            raise OSError(28, "No space left on device", str(file))
        return write(file, *arguments, **named)

    monkeypatch.setattr(Path, "write_text", full)
    assert main(["new", str(tmp_path / "deep" / "paper")]) == 2
    assert ".gitignore cannot be written: No space left on device" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_mistake_of_the_first_step_is_reported_at_its_line(paper: Path) -> None:
    script = paper / "derivations/monopoly.py"
    edit(script, "q_star = (a - c) / (2 * b)", "q_star = (a - c) / b")
    found = checked(paper)
    assert found.exit_code == 1
    wrong = next(number for number, line in enumerate(script.read_text().splitlines(), 1) if "2 * b * (q_star - q)" in line)
    assert re.search(rf"monopoly.py:{wrong}: refuted by", plain(faults(found)))


def test_the_statement_of_the_second_step_fails_and_its_correction_is_proved(paper: Path) -> None:
    for name in ("monopoly.py", "ledger.toml"):
        file = paper / "derivations" / name
        file.write_text(uncommented(file.read_text()))
    found = checked(paper)
    report = next(each for each in found.reports if each.id == "pass-through")
    assert (report.verdict, report.why) == ("fails", "only half of a rise in cost is passed on")
    assert [problem.message for problem in found.problems] == []


def test_every_template_is_laid_out_and_lint_likes_the_scripts(paper: Path) -> None:
    templates = {str(each.relative_to(TEMPLATES)) for each in TEMPLATES.rglob("*") if each.is_file() and "__pycache__" not in each.parts}
    assert templates == set(FILES.values())
    pytest.importorskip("ruff")
    for command in (["check", "--no-cache"], ["format", "--check", "--no-cache"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--config", str(ROOT / "pyproject.toml"), "."]
        done = subprocess.run(ruff, cwd=paper, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_file_for_ci_is_read_as_it_is_meant(paper: Path) -> None:
    text = (paper / ".github/workflows/check.yml").read_text()
    assert re.findall(r"- run: (.+)", text) == ["pip install lemmata", "lemmata check"]
    assert "://" not in text
