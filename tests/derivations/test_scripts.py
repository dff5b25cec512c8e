"""The scripts: they say what they show, state each id once, and come to another verdict where a formula is changed."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from pathlib import Path

import pytest

from checks.judging import FAILS, HOLDS, OPEN, judge
from checks.ledger import Entry
from checks.questions import questions
from checks.scripts import load_script
from checks.selection import LITERAL
from tests.derivations.families import FOLDER, LEDGER, SCRIPTS, panel

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
    assert LEDGER.recorded[id] != expected
    assert _verdict(changed, id) == expected


def _replaced(source: str, old: str, new: str) -> str:
    assert source.count(old) == 1, f"{old!r} must occur once in the script, so that one thing is changed"
    return source.replace(old, new)


def _verdict(script: Path, id: str) -> str:
    (statement,) = [each for each in load_script(script) if each.id == id]
    asked = [(question, panel().answers(question.obligation)) for question in questions(statement)]
    return judge(statement, Entry(id, "", "", ""), asked).verdict
