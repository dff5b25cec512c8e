"""The JSON of `errata`, schema 1: every erratum as `check` tells it, with what it rests on and what rests on it, nearest first.

Here `rests_on` and `rested_on_by` go through others and give each statement with its verdict and its distance; the former
lists what fails only. Findings are told with their statement where that is an erratum, and else under `noticed`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checks.checking import Checked
from checks.judging import StatementReport
from checks.pages import json_report
from checks.pages.errata.gravity import Erratum, Neighbour, gathered
from checks.pages.errata.summary import counts

KEYS = (
    *("id", "where", "kind", "verdict", "title", "printed", "given", "definitions", "claims"),
    *("needed", "repaired", "corrected", "provided", "why", "findings"),
)
COUNTED = ("fails", "needs", "passing")


def json_text(checked: Checked) -> str:
    """The errata of a run as JSON."""
    return json_report.written(as_json(checked))


def as_json(checked: Checked) -> dict[str, Any]:
    """The errata of a run as plain values, the gravest first."""
    found = gathered(checked)
    wrong = {id(each.report) for each in found.wrong}  # two papers of one run may use the same ids
    noticed = {id(report): report for report, _ in found.noticed if id(report) not in wrong}
    return {
        **json_report.head(checked),
        "summary": {kind: dict(zip(COUNTED, row, strict=True)) for kind, row in counts(found).items()} | {"open": found.open},
        "entries": [_entry(each, checked) for each in found.wrong],
        "passing": [_entry(each, checked) for each in found.passing],
        "noticed": [_noticed(report) for report in noticed.values()],
        **json_report.hindrances(checked),
    }


def _entry(erratum: Erratum, checked: Checked) -> dict[str, Any]:
    told = json_report.statement(erratum.report, checked)
    return {
        **{key: told[key] for key in KEYS},
        "rests_on": _neighbours(erratum.rests_on),
        "rested_on_by": _neighbours(erratum.rested_on_by),
    }


def _neighbours(several: Iterable[Neighbour]) -> list[dict[str, Any]]:
    return [{"id": each.id, "kind": each.kind, "verdict": each.verdict, "distance": each.distance, "recorded": each.is_recorded} for each in several]


def _noticed(report: StatementReport) -> dict[str, Any]:
    return {"id": report.id, "where": report.entry.where, "findings": [json_report.finding(each) for each in report.findings]}
