"""The verdicts on the paper: every statement of the first part is settled, with grounds, and the verdicts are computed."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks.judging import FAILS, HOLDS, NEEDS, OPEN, ClaimReport, FindingReport, StatementReport, StepReport, judge
from checks.ledger import Entry
from checks.questions import CORRECTED, PRINTED, REPAIRED, questions
from checks.reconciling import example
from checks.scripts import load_script
from checks.selection import LITERAL
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Supported
from tests.derivations.families import FOLDER, LEDGER, SCRIPTS, panel, reports

BEGINNINGS = ("s2", "sA", "s3", "lemma-1", "lemma-2", "sB", "fig4-sigma")
IDS = tuple(entry.id for entry in LEDGER.entries if entry.id.startswith(BEGINNINGS))
NOT_AS_PRINTED = {
    "s2.1-linking-integral": FAILS,
    "lemma-1": NEEDS,
    "lemma-2-equality": NEEDS,
    "lemma-2-consequence": NEEDS,
    "s3-rho": FAILS,
    "s3-profit-n-general": FAILS,
    "fig4-sigma": FAILS,
}

CHANGES: dict[str, tuple[str, str, str, str, str]] = {
    "the sign of a term": ("lemma_1_best_volume", "- 2 * delta * t - 2 * n / E", "- 2 * delta * t + 2 * n / E", "s3-foc-t", FAILS),
    "an assumption no longer named": ("lemma_1_best_volume", ".needing(viability)", "", "lemma-1", FAILS),
    "a definition set right": ("section_3_one_variable", '"rho", (a / b) ** (1 / alpha)', '"rho", (a / b) ** (1 / beta)', "s3-rho", HOLDS),
    "an exponent": ("appendix_b_elasticity", "mrts = a * alpha * d ** (1 + beta)", "mrts = a * alpha * d ** (2 + beta)", "sB-mrts", FAILS),
    "the lower end of an integral": ("section_2_1_linking_functions", "q_star, exact(0), q)", "q_star, exact(1), q)", "s2.1-linking-integral", HOLDS),
    "a threshold": ("section_2_1_linking_functions", "q, 2) < 0, gamma > -1)", "q, 2) < 0, gamma > 0)", "s2.1-diminishing", FAILS),
    "a step that does not follow": (
        "lemma_1_best_volume",
        "equals(-2 * delta, by.differentiation),\n        is_less_than(0, by.sign)",
        "equals(-3 * delta, by.differentiation),\n        is_less_than(0, by.sign)",
        "s3-concave-in-t",
        OPEN,
    ),
    "a coefficient": ("section_2_3_profit", "displayed_cost = (6 * n * d", "displayed_cost = (5 * n * d", "s2.3-cost", FAILS),
    "a bound": ("appendix_b_elasticity", "claims=[sigma < 1]", "claims=[2 * sigma < 1]", "sB-complements", FAILS),
    "a printed digit": ("appendix_b_elasticity", '"0.7622"', '"0.7623"', "sB-average", FAILS),
}


def _reports() -> Iterator[StatementReport]:
    for script in SCRIPTS:
        yield from reports(script)


def _report(id: str) -> StatementReport:
    return next(report for report in _reports() if report.id == id)


def _claims(id: str, role: str) -> list[ClaimReport]:
    return [claim for claim in _report(id).claims if claim.role == role]


def _steps() -> list[tuple[str, StepReport]]:
    return [(report.id, step) for report in _reports() for step in report.steps]


def _findings() -> list[tuple[str, FindingReport]]:
    return [(report.id, finding) for report in _reports() for finding in report.findings]


def test_every_statement_of_the_first_part_has_a_script() -> None:
    assert {report.id for report in _reports()} >= set(IDS)


@pytest.mark.parametrize("id", IDS)
def test_each_is_settled(id: str) -> None:
    assert _report(id).verdict == NOT_AS_PRINTED.get(id, HOLDS), _report(id).why


@pytest.mark.parametrize("id", NOT_AS_PRINTED)
def test_what_is_not_as_printed_has_a_witness(id: str) -> None:
    assert any(isinstance(claim.verdict, Refuted | IllDefined) for claim in _claims(id, PRINTED))


@pytest.mark.parametrize("id", NOT_AS_PRINTED)
def test_what_is_not_as_printed_has_a_proved_repair(id: str) -> None:
    repaired = _claims(id, REPAIRED if NOT_AS_PRINTED[id] == NEEDS else CORRECTED)
    assert repaired
    assert all(isinstance(claim.verdict, Proved | Certified) for claim in repaired)


def test_every_finding_is_confirmed() -> None:
    assert _findings()
    assert not [(id, each.finding.title) for id, each in _findings() if not each.confirmed]


def test_no_step_passes_without_a_point() -> None:
    assert _steps()
    for id, step in _steps():
        verdicts = [answer.verdict for answer in step.answers.values()]
        assert any(example(verdict) is not None for verdict in verdicts), (id, step.step)
        assert all(verdict.met > 0 for verdict in verdicts if isinstance(verdict, Supported)), (id, step.step)


def test_every_step_is_asked_of_two_engines() -> None:
    assert not [(id, step.step) for id, step in _steps() if len(step.answers) < 2]


def test_ids_are_stated_once() -> None:
    written = Counter(id for script in SCRIPTS for id in LITERAL.findall(script.read_text(encoding="utf-8")))
    assert not [id for id, times in written.items() if times > 1]
    assert set(written) <= {entry.id for entry in LEDGER.entries}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_scripts_say_what_they_show(script: Path) -> None:
    described = ast.get_docstring(ast.parse(script.read_text(encoding="utf-8")))
    assert described is not None and len(described) > 40


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_formula_changes_the_verdict(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name, old, new, id, expected = CHANGES[change]
    monkeypatch.setattr(sys, "path", [*sys.path])
    changed = tmp_path / f"changed_{name}.py"
    changed.write_text(_replaced((FOLDER / f"{name}.py").read_text(encoding="utf-8"), old, new), encoding="utf-8")
    assert _report(id).verdict != expected
    assert _verdict(changed, id) == expected


def _replaced(source: str, old: str, new: str) -> str:
    assert source.count(old) == 1, f"{old!r} must occur once in the script, so that one thing is changed"
    return source.replace(old, new)


def _verdict(script: Path, id: str) -> str:
    (statement,) = [each for each in load_script(script) if each.id == id]
    asked = [(question, panel().answers(question.obligation)) for question in questions(statement)]
    return judge(statement, Entry(id, "", "", ""), asked).verdict
