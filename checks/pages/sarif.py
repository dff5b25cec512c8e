"""SARIF: the notices of a run in the format of static analysers, version 2.1.0, for code scanning and editors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from checks.checking import Checked
from checks.language.places import Place
from checks.pages.json_report import written
from checks.pages.notices import Notice, notices
from checks.pages.rules import RULES, Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
FINGERPRINT = "statementAndClaim/v1"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: the exit code of the command, and whether printed failures count."""

    code: int
    strict: bool = False


def sarif_text(checked: Checked, outcome: Outcome, version: str) -> str:
    """The run as a SARIF log."""
    return written(sarif(checked, outcome, version))


def sarif(checked: Checked, outcome: Outcome, version: str) -> dict[str, Any]:
    """The run as plain values."""
    root = {"uri": f"{Path.cwd().as_uri().rstrip('/')}/"}
    tool = {"name": "lemmata", "version": version, "semanticVersion": version, "rules": [_rule(each) for each in RULES]}
    done = {"executionSuccessful": not checked.problems and checked.alarm is None, "exitCode": outcome.code, "workingDirectory": root}
    run = {
        "tool": {"driver": tool},
        "invocations": [done],
        "originalUriBaseIds": {ROOT: root},
        "columnKind": "unicodeCodePoints",
        "results": _results(notices(checked, strict=outcome.strict)),
        "properties": {"paper": checked.paper, "seed": checked.settings.seed, "digits": checked.settings.digits},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.says},
        "fullDescription": {"text": f"{rule.says} {rule.helps}"},
        "help": {"text": rule.helps, "markdown": rule.helps},
        "defaultConfiguration": {"level": rule.level},
    }


def _results(found: Iterable[Notice]) -> list[dict[str, Any]]:
    """The results; what says the same twice is numbered, so that each has its own fingerprint."""
    seen: Counter[str] = Counter()
    results = []
    for notice in found:
        about = f"{notice.rule} {notice.identity}"
        seen[about] += 1
        results.append(_result(notice, f"{sha256(about.encode(errors='replace')).hexdigest()[:32]}:{seen[about]}"))
    return results


def _result(notice: Notice, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": notice.rule,
        "ruleIndex": next(index for index, rule in enumerate(RULES) if rule.id == notice.rule),
        "level": notice.level,
        "message": {"text": f"{notice.title}: {notice.says}\n{notice.detail}".rstrip()},
        "locations": [] if notice.place is None else [{"physicalLocation": _location(notice.place)}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
        "properties": {} if notice.statement is None else {"statement": notice.statement},
    }


def _location(place: Place) -> dict[str, Any]:
    """The file relative to the working directory where it lies below it."""
    file = Path(place.relative)
    artifact = {"uri": file.as_uri()} if file.is_absolute() else {"uri": quote(file.as_posix()), "uriBaseId": ROOT}
    return {"artifactLocation": artifact, "region": {"startLine": place.line}}
