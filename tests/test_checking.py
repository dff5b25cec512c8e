"""Checking: comparison with the ledger and its record, precedence of exit codes, alarms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checks import checking
from checks.checking import Checked, check
from checks.commandline import main
from checks.exits import exit_code
from checks.pages.faults import faults
from checks.pages.spans import plain
from checks.questions import questions
from checks.reconciling import Answer
from checks.runs import Answered, Event, Loaded
from checks.scripts import load_script
from checks.selection import selection
from checks.settings import Settings
from checks.verdicts import Proved, Refuted, Witness
from tests import papers


def checked(what: Path | str, **settings: Any) -> Checked:
    return check(selection([str(what)]), Settings(**{"seconds": 5.0, **settings}))


def says(found: Checked, id: str) -> str:
    return "; ".join(each.says for each in found.concerns[id])


@pytest.mark.parametrize(
    ("codes", "expected"),
    [((), 0), ((0, 0), 0), ((3, 0), 3), ((3, 1), 1), ((1, 2), 2), ((3, 2), 2), ((4, 2, 1, 3), 4)],
)
def test_the_most_urgent_code_wins(codes: tuple[int, ...], expected: int) -> None:
    assert exit_code(codes) == expected


# script, recorded verdict (None: not recorded), exit code, what is said
COMPARISONS = {
    "holds as recorded": (papers.MEANS, "means", "holds", 0, ""),
    "holds, new": (papers.MEANS, "means", None, 0, ""),
    "holds, was open": (papers.MEANS, "means", "open", 0, "better than recorded"),
    "holds, failed before": (papers.MEANS, "means", "fails", 0, "better than recorded"),
    "fails as recorded": (papers.FALSE, "root", "fails", 0, ""),
    "fails, new": (papers.FALSE, "root", None, 1, "not recorded"),
    "fails, held before": (papers.FALSE, "root", "holds", 1, "recorded as holds"),
    "fails, was open": (papers.FALSE, "root", "open", 1, "recorded as open"),
    "needs as recorded": (papers.NEEDY, "needy", "needs", 0, ""),
    "needs, held before": (papers.NEEDY, "needy", "holds", 1, "recorded as holds"),
    "needs, failed before": (papers.NEEDY, "needy", "fails", 0, "better than recorded"),
    "open as recorded": (papers.HARD, "hard", "open", 0, ""),
    "open, new": (papers.HARD, "hard", None, 3, "open"),
    "open, held before": (papers.HARD, "hard", "holds", 3, "undecided, recorded as holds"),
    "finding not confirmed": (papers.UNCONFIRMED, "unconfirmed", "holds", 1, "is not confirmed: proved, not refuted"),
}


@pytest.mark.parametrize("case", COMPARISONS)
def test_compared_with_the_record(case: str, tmp_path: Path) -> None:
    part, name, recorded, code, said = COMPARISONS[case]
    papers.write(tmp_path, part)
    if recorded:
        (tmp_path / "recorded.toml").write_text(papers.record(**{name: recorded}))
    found = checked(tmp_path)
    assert found.exit_code == code
    assert said in says(found, name)
    assert bool(said) == bool(found.concerns[name])


def test_entries_without_a_script_are_open_and_no_fault(tmp_path: Path) -> None:
    papers.write(tmp_path, papers.MEANS, papers.NOTED)
    (tmp_path / "ledger.toml").write_text(papers.ledger("later", "noted", "means"))
    found = checked(tmp_path)
    assert [(report.id, report.verdict) for report in found.reports] == [("later", "open"), ("noted", "holds"), ("means", "holds")]
    assert found.exit_code == 0
    assert found.paper == "On quadratics (2026)"


def test_an_entry_that_was_settled_and_lost_its_script(tmp_path: Path) -> None:
    (tmp_path / "ledger.toml").write_text(papers.ledger("lost"))
    (tmp_path / "recorded.toml").write_text(papers.record(lost="holds"))
    found = checked(tmp_path)
    assert found.exit_code == 3
    assert "undecided, recorded as holds" in says(found, "lost")


def test_an_entry_whose_script_cannot_be_read_says_so(tmp_path: Path) -> None:
    papers.write(tmp_path, papers.MEANS, "\n1 / 0\n")
    (tmp_path / "ledger.toml").write_text(papers.ledger("means"))
    found = checked(tmp_path)
    assert found.exit_code == 2
    assert "its script could not be read" in found.reports[0].why


def test_one_script_reports_its_own_statements_only(tmp_path: Path) -> None:
    script = papers.write(tmp_path, papers.MEANS)
    (tmp_path / "ledger.toml").write_text(papers.ledger("means", "later"))
    assert [report.id for report in checked(script).reports] == ["means"]


def test_two_scripts_of_one_id(tmp_path: Path) -> None:
    papers.write(tmp_path, papers.MEANS, name="first.py")
    papers.write(tmp_path, papers.MEANS, name="second.py")
    found = checked(tmp_path)
    assert found.exit_code == 2
    assert "second.py" in found.problems[0].place
    assert "first.py" in found.problems[0].message


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("ledger.toml", "not toml at all [", "not valid TOML"),
        ("ledger.toml", '[[statement]]\nid = "x"\n', "lacks the text 'where'"),
        ("ledger.toml", papers.ledger("x", "x"), "comes twice"),
        ("recorded.toml", papers.record(means="perhaps"), "a recorded verdict is one of"),
    ],
)
def test_a_faulty_ledger_is_told_and_the_rest_goes_on(file: str, text: str, says: str, tmp_path: Path) -> None:
    papers.write(tmp_path, papers.MEANS)
    (tmp_path / file).write_text(text)
    found = checked(tmp_path)
    assert found.exit_code == 2
    assert says in found.problems[0].message
    assert [report.verdict for report in found.reports] == ["holds"]


def test_recording_and_checking_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(tmp_path, papers.MEANS, papers.FALSE, papers.HARD)
    (tmp_path / "ledger.toml").write_text(papers.ledger("root", "hard", "means", "later"))
    assert main(["check", str(tmp_path)]) == 1
    assert main(["check", str(tmp_path), "--record"]) == 0
    assert main(["check", str(tmp_path)]) == 0
    assert "Everything is as recorded." in capsys.readouterr().out
    rows = (tmp_path / "recorded.toml").read_text().partition("[verdicts]\n")[2]
    assert rows == '"root" = "fails"\n"hard" = "open"\n"means" = "holds"\n'  # no script speaks of "later"


def test_recording_one_statement_keeps_the_others(tmp_path: Path) -> None:
    papers.write(tmp_path, papers.MEANS, papers.FALSE)
    (tmp_path / "recorded.toml").write_text(papers.record(root="fails", means="open"))
    assert main(["check", f"{tmp_path}::means", "--record"]) == 0
    assert '"root" = "fails"\n"means" = "holds"\n' in (tmp_path / "recorded.toml").read_text()


def test_nothing_is_recorded_where_something_is_unreadable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(tmp_path, papers.MEANS)
    papers.write(tmp_path, "\n1 / 0\n", name="worse.py")
    assert main(["check", str(tmp_path), "--record"]) == 2
    assert not (tmp_path / "recorded.toml").exists()
    assert "not recorded" in capsys.readouterr().err


def test_engines_that_contradict_each_other_stop_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = papers.write(tmp_path, papers.MEANS)
    answers = {"algebra": Answer(Proved("by a bug"), 0.1), "sampling": Answer(Refuted(Witness({}), "1", "2", 50, 0), 0.1)}

    def contradicting(scripts: tuple[Path, ...], settings: Settings) -> Iterator[Event]:
        statements = load_script(script)
        yield Loaded(script, statements)
        for question in questions(statements[0]):
            yield Answered(script, question, answers)
        raise AssertionError("the run was not stopped")

    monkeypatch.setattr(checking, "run", contradicting)
    found = checked(script)
    assert found.exit_code == 4
    assert found.alarm is not None
    told = plain(faults(found))
    for shown in ("ALARM", "x**2 + y**2 - 2*x*y = (x - y)**2", "proved: by a bug", "refuted: 1 against 2", "::means --steps --seed 0 --digits 50"):
        assert shown in told
