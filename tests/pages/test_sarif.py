"""SARIF: the shape of a log, rules, levels, places, and fingerprints that stay when lines move."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from checks.checking import Checked, check
from checks.pages.rules import RULES
from checks.pages.sarif import FINGERPRINT, Outcome, sarif, sarif_text
from checks.selection import selection
from checks.settings import Settings
from tests import papers
from tests.pages.mixed import BAD, contradicting, mixed, sound

TEXT = {"type": "object", "properties": {"text": {"type": "string", "minLength": 1}}, "required": ["text"]}
LEVEL = {"enum": ["error", "warning", "note"]}


def shape(**properties: Any) -> dict[str, Any]:
    """An object that has just these properties."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def array(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


# what SARIF 2.1.0 and code scanning require of what we write
ARTIFACT = {"type": "object", "properties": {"uri": {"type": "string"}, "uriBaseId": {"const": "SRCROOT"}}, "required": ["uri"]}
PLACE = shape(artifactLocation=ARTIFACT, region=shape(startLine={"type": "integer", "minimum": 1}))
HELP = {**TEXT, "required": ["text", "markdown"]}
RULE = shape(
    id={"type": "string"},
    shortDescription=TEXT,
    fullDescription=TEXT,
    help=HELP,
    defaultConfiguration=shape(level=LEVEL),
)
DRIVER = shape(name={"const": "lemmata"}, version={"type": "string"}, semanticVersion={"type": "string"}, rules=array(RULE, 1))
ROOT = shape(uri={"type": "string", "pattern": "^file:///.*/$"})
RESULT = shape(
    ruleId={"enum": [each.id for each in RULES]},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations=array(shape(physicalLocation=PLACE)),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
    properties={"type": "object"},
)
RUN = shape(
    tool=shape(driver=DRIVER),
    invocations=array(shape(executionSuccessful={"type": "boolean"}, exitCode={"type": "integer"}, workingDirectory=ROOT), 1),
    originalUriBaseIds=shape(SRCROOT=ROOT),
    columnKind={"const": "unicodeCodePoints"},
    results=array(RESULT),
    properties={"type": "object"},
)
SCHEMA = shape(**{"$schema": {"type": "string", "pattern": "sarif-schema-2.1.0.json$"}, "version": {"const": "2.1.0"}, "runs": array(RUN, 1)})


def results(checked: Checked, *, strict: bool = False) -> list[dict[str, Any]]:
    (run,) = sarif(checked, Outcome(checked.exit_code, strict), "0.1.0")["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


def of(checked: Checked, id: str, *, strict: bool = False) -> dict[str, Any]:
    (found,) = [each for each in results(checked, strict=strict) if each["properties"].get("statement") == id]
    return found


@pytest.mark.parametrize("run", [mixed, sound, contradicting])
def test_the_shape_of_a_log(run: object) -> None:
    assert callable(run)
    log = json.loads(sarif_text(run(), Outcome(run().exit_code), "0.1.0"))
    jsonschema.validate(log, SCHEMA)
    rules = [each["id"] for each in log["runs"][0]["tool"]["driver"]["rules"]]
    assert all(rules[each["ruleIndex"]] == each["ruleId"] for each in log["runs"][0]["results"])


def test_the_schema_refuses_what_it_should() -> None:
    log = json.loads(sarif_text(mixed(), Outcome(1), "0.1.0"))
    del log["runs"][0]["results"][0]["message"]["text"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SCHEMA)


RULE_AND_LEVEL = {
    "unconfirmed": ("unconfirmed", "error"),
    "hard": ("undecided", "warning"),
    "bad": ("refuted", "error"),
    "fell": ("fallen", "error"),
    "new": ("refuted", "error"),
    "bare": ("ill-defined", "error"),
    "empty": ("vacuous", "error"),
    "root": ("fails", "note"),
    "needy": ("needs", "note"),
    "later": ("open", "note"),
    "rose": ("better", "note"),
    "gone": ("undecided", "warning"),
}


@pytest.mark.parametrize("id", RULE_AND_LEVEL)
def test_rule_and_level(id: str) -> None:
    found = of(mixed(), id)
    assert (found["ruleId"], found["level"]) == RULE_AND_LEVEL[id]


def test_every_rule_occurs_and_nothing_else_is_told() -> None:
    found = {each["ruleId"] for each in [*results(mixed()), *results(contradicting())]}
    assert found == {each.id for each in RULES}
    told = {each["properties"].get("statement") for each in results(mixed())}
    assert told == {*RULE_AND_LEVEL, None}


def test_printed_failures_are_errors_under_strict() -> None:
    assert [each["level"] for each in results(sound())] == ["note", "note"]
    assert (of(sound(), "root", strict=True)["level"], of(sound(), "needy", strict=True)["level"]) == ("error", "note")


def test_a_step_that_two_statements_rest_on_is_told_once() -> None:
    found = of(mixed(), "bad")
    assert "on this step rests also worse" in found["message"]["text"]
    assert found["locations"][0]["physicalLocation"]["region"]["startLine"] == next(
        number for number, line in enumerate((next(iter(mixed().ledgers)) / "quadratics.py").read_text().splitlines(), 1) if "wrong = " in line
    )


def test_places_are_relative_to_the_working_directory_or_else_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    (folder,) = mixed().ledgers
    far = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in results(mixed())]
    assert all(each["uri"].startswith(folder.as_uri()) and "uriBaseId" not in each for each in far)
    monkeypatch.chdir(folder)
    near = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in results(mixed())]
    assert {unquote(each["uri"]) for each in near} == {"quadratics.py", "ledger.toml", "broken, 100%: x.py"}
    assert all(each["uriBaseId"] == "SRCROOT" for each in near)
    log = sarif(mixed(), Outcome(2), "0.1.0")["runs"][0]
    assert log["originalUriBaseIds"]["SRCROOT"]["uri"] == f"{folder.as_uri()}/"
    assert (log["invocations"][0]["executionSuccessful"], log["invocations"][0]["exitCode"]) == (False, 2)


def fingerprints(folder: Path, *parts: str) -> dict[str, int]:
    """Each result's fingerprint with its line."""
    papers.write(folder, *parts)
    found = results(check(selection([str(folder / "quadratics.py")]), Settings(seconds=2.0, jobs=1)))
    assert len({each["partialFingerprints"][FINGERPRINT] for each in found}) == len(found)
    return {each["partialFingerprints"][FINGERPRINT]: each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in found}


def test_fingerprints_stay_when_lines_move(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, moved = fingerprints(tmp_path / "a", BAD, papers.FALSE), fingerprints(tmp_path / "b", "\n\n# moved\n", BAD, papers.FALSE)
    assert first.keys() == moved.keys()
    assert {moved[each] - first[each] for each in first} == {3}
