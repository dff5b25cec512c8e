"""The JSON contract, schema 1: keys, kinds and exact witnesses."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from checks.commandline import main
from tests import papers

VERDICTS = {"holds", "needs", "fails", "open", "informal"}
STEP_VERDICTS = {"certified", "proved", "supported", "undecided", "refuted", "vacuous", "ill-defined"}


@pytest.fixture
def report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    papers.write(tmp_path, papers.MEANS, papers.FALSE, papers.NEEDY, papers.NOTED)
    (tmp_path / "ledger.toml").write_text(papers.ledger("means", "root", "needy", "noted", "later"))
    assert main(["check", str(tmp_path), "--json"]) == 1
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_top_level(report: dict[str, Any]) -> None:
    assert report["schema"] == 1
    assert report["paper"] == "On quadratics (2026)"
    assert set(report["engines"]) >= {"algebra", "sampling"}
    assert {"schema", "paper", "engines", "statements", "summary"} <= report.keys()
    summary = report["summary"]
    assert {key: summary[key] for key in VERDICTS | {"steps"}} == {"holds": 2, "needs": 1, "fails": 1, "open": 1, "informal": 0, "steps": 2}
    assert isinstance(summary["seconds"], float)


def test_every_statement(report: dict[str, Any]) -> None:
    assert [each["id"] for each in report["statements"]] == ["means", "root", "needy", "noted", "later"]
    for each in report["statements"]:
        assert {"id", "where", "verdict", "needs", "corrected", "seconds", "claims", "steps"} <= each.keys()
        assert each["verdict"] in VERDICTS
        for claim in each["claims"]:
            assert {"role", "claim", "latex", "verdict", "witness"} <= claim.keys()
            assert claim["role"] in {"printed", "corrected"}
            assert claim["verdict"] in STEP_VERDICTS
        for step in each["steps"]:
            assert {"claim", "latex", "reason", "location", "verdict", "engines"} <= step.keys()
            place, _, line = step["location"].rpartition(":")
            assert place.endswith("quadratics.py")
            assert line.isdecimal()
            for answer in step["engines"].values():
                assert answer.keys() == {"verdict", "seconds", "detail"}
                assert answer["verdict"] in STEP_VERDICTS


def test_witnesses_are_exact(report: dict[str, Any]) -> None:
    root = report["statements"][1]
    witness = {name: Fraction(value) for name, value in root["claims"][0]["witness"].items()}
    assert witness["y"] ** 2 < witness["y"]
    assert root["corrected"] == r"y^{2} + y \ge y"
    assert report["statements"][2]["needs"] == ["y is large"]
    assert report["statements"][0]["claims"][0]["witness"] is None


def test_findings_are_told_with_whether_they_are_confirmed(report: dict[str, Any]) -> None:
    findings = report["statements"][3]["findings"]
    assert [(each["verdict"], each["confirmed"]) for each in findings] == [("refuted", True), ("proved", True)]


def test_unreadable_scripts_are_told_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(tmp_path, papers.MEANS, "\n1 / 0\n")
    assert main(["check", str(tmp_path), "--json"]) == 2
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert "ZeroDivisionError" in problem["message"]
    assert problem["location"].endswith(":21")


def test_the_same_run_gives_the_same_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papers.write(tmp_path, papers.MEANS, papers.FALSE)
    texts = []
    for _ in range(2):
        main(["check", str(tmp_path), "--json", "--jobs", "1"])
        texts.append(json.loads(capsys.readouterr().out, object_hook=lambda pairs: {k: v for k, v in pairs.items() if k != "seconds"}))
    assert json.dumps(texts[0]) == json.dumps(texts[1])
