"""The JSON of `check`, stable and versioned: keys come in a fixed order, witnesses are exact."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from checks.checking import Alarm, Checked
from checks.judging import ClaimReport, FindingReport, StatementReport, StepReport
from checks.language.assumptions import Assumption
from checks.language.notation import ascii_text
from checks.language.places import shown
from checks.language.propositions import Proposition
from checks.pages.definitions import used
from checks.pages.json_answers import engine_answer
from checks.pages.latex.calculations import inline
from checks.pages.latex.terms import latex
from checks.pages.phrases import ascii_line
from checks.pages.reports import counts
from checks.questions import CORRECTED, PRINTED, REPAIRED
from checks.reconciling import example
from checks.scripts import ScriptProblem
from checks.verdicts import IllDefined, Proved, Refuted, Verdict, explanation, word

SCHEMA = 1


def json_text(checked: Checked) -> str:
    """The report as JSON."""
    return json.dumps(as_json(checked), indent=2, ensure_ascii=False) + "\n"


def as_json(checked: Checked) -> dict[str, Any]:
    """The report as plain values, under the contract of schema 1."""
    from checks.engines import ENGINES

    steps = sum(len(report.steps) for report in checked.reports)
    return {
        "schema": SCHEMA,
        "paper": checked.paper,
        "engines": {engine.name: engine.version for engine in ENGINES},
        "seed": checked.settings.seed,
        "digits": checked.settings.digits,
        "statements": [_statement(report, checked) for report in checked.reports],
        "problems": [_problem(each) for each in checked.problems],
        "alarm": None if checked.alarm is None else _alarm(checked.alarm),
        "summary": {**counts(checked), "steps": steps, "seconds": round(checked.seconds, 3)},
        "exit": checked.exit_code,
    }


def _statement(report: StatementReport, checked: Checked) -> dict[str, Any]:
    statement = report.statement
    needed = statement.needs if statement is not None and report.verdict == "needs" else ()
    correction = statement.correction if statement is not None else None
    return {
        "id": report.id,
        "where": report.entry.where,
        "verdict": report.verdict,
        "why": report.why,
        "needs": [each.name for each in needed],
        "corrected": r",\quad ".join(map(inline, correction.propositions)) if correction else None,
        "seconds": round(report.seconds, 3),
        "title": statement.title if statement else None,
        "printed": report.entry.printed,
        "location": str(statement.place) if statement else None,
        "definitions": [{"claim": ascii_text(each), "latex": latex(each)} for each in used(report)],
        "given": _assumptions(statement.given if statement else ()),
        "needed": _assumptions(needed),
        "claims": [_claim(each) for each in report.claims if each.role in (PRINTED, CORRECTED)],
        "repaired": [_claim(each) for each in report.claims if each.role == REPAIRED],
        "steps": [_step(each) for each in report.steps],
        "findings": [_finding(each) for each in report.findings],
        "concerns": [each.says for each in checked.concerns[report.id]],
    }


def _claim(claim: ClaimReport) -> dict[str, Any]:
    return {"role": claim.role, **_proposition(claim.proposition), **_verdict(claim.verdict)}


def _finding(finding: FindingReport) -> dict[str, Any]:
    told = finding.finding
    expected = {"expected": told.expected, "confirmed": finding.confirmed}
    return {
        "title": told.title,
        "says": told.says,
        **_proposition(told.proposition),
        **expected,
        **_verdict(finding.verdict),
        "given": _assumptions(told.given),
    }


def _step(step: StepReport) -> dict[str, Any]:
    return {
        "calculation": step.calculation.title,
        "claim": ascii_text(step.step.claim),
        "latex": latex(step.step.claim),
        "reason": str(step.step.reason),
        "location": str(step.step.place),
        **_verdict(step.verdict),
        "unneeded": list(step.verdict.unneeded) if isinstance(step.verdict, Proved) else [],
        "certificate": step.verdict.certificate if isinstance(step.verdict, Proved) else None,
        "engines": {name: engine_answer(answer) for name, answer in sorted(step.answers.items())},
    }


def _proposition(proposition: Proposition) -> dict[str, str]:
    return {"claim": ascii_line(proposition), "latex": inline(proposition)}


def _verdict(verdict: Verdict) -> dict[str, Any]:
    """The verdict's word and, where something is false or not defined, the point; formulas and enclosures apart."""
    point = example(verdict) if isinstance(verdict, Refuted | IllDefined) else None
    told: dict[str, Any] = {"verdict": word(verdict), "detail": explanation(verdict)}
    told["witness"] = None if point is None else {name: str(value) for name, value in sorted(point.values.items())}
    if isinstance(verdict, Refuted) and verdict.holds is not None:
        told["holds"] = {name: str(value) for name, value in sorted(verdict.holds.values.items())}
    if point is not None and point.functions:
        told["functions"] = dict(sorted(point.functions.items()))
    if point is not None and point.solved:
        told["solved"] = dict(sorted(point.solved.items()))
    return told


def _assumptions(assumed: Iterable[Assumption]) -> list[dict[str, Any]]:
    return [{"name": each.name, "claim": ascii_text(each.claim), "latex": latex(each.claim), "stated": each.stated} for each in assumed]


def _problem(problem: ScriptProblem) -> dict[str, str]:
    return {"location": shown(problem.place), "line": problem.line, "message": problem.message, "remedy": problem.remedy}


def _alarm(alarm: Alarm) -> dict[str, Any]:
    contradiction = alarm.contradiction
    return {
        "statement": alarm.question.statement,
        "role": alarm.question.role,
        "obligation": str(contradiction.obligation),
        "digest": contradiction.obligation.digest,
        "engines": {name: engine_answer(answer) for name, answer in sorted(contradiction.answers.items())},
    }
