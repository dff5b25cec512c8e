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
from checks.pages.latex.displays import inline
from checks.pages.latex.terms import latex
from checks.pages.phrases import ascii_line
from checks.pages.reports import counts
from checks.questions import CORRECTED, PRINTED, REPAIRED
from checks.reconciling import example
from checks.scripts import ScriptProblem
from checks.verdicts import IllDefined, Proved, Refuted, Verdict, explanation, word

SCHEMA = 1


def json_text(checked: Checked, code: int | None = None) -> str:
    """The report as JSON, with the exit code of the command where that is stricter than the run's own."""
    return written({**as_json(checked), **({} if code is None else {"exit": code})})


def written(told: dict[str, Any]) -> str:
    """Plain values as JSON text."""
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def as_json(checked: Checked) -> dict[str, Any]:
    """The report as plain values, under the contract of schema 1."""
    steps = sum(len(report.steps) for report in checked.reports)
    return {
        **head(checked),
        "statements": [statement(report, checked) for report in checked.reports],
        **hindrances(checked),
        "summary": {**counts(checked), "steps": steps, "seconds": round(checked.seconds, 3)},
        "exit": checked.exit_code,
    }


def head(checked: Checked) -> dict[str, Any]:
    """What was checked, by which engines, and how to repeat it."""
    from checks.engines import ENGINES

    return {
        "schema": SCHEMA,
        "paper": checked.paper,
        "engines": {engine.name: engine.version for engine in ENGINES},
        "seed": checked.settings.seed,
        "digits": checked.settings.digits,
    }


def hindrances(checked: Checked) -> dict[str, Any]:
    """What could not be read, and whether engines contradicted each other."""
    return {"problems": [_problem(each) for each in checked.problems], "alarm": None if checked.alarm is None else _alarm(checked.alarm)}


def statement(report: StatementReport, checked: Checked) -> dict[str, Any]:
    """All that is known of a statement; `rests_on` are the ids from which the paper derives it, as the ledger lists them."""
    told = report.statement
    needed = told.needs if told is not None and report.verdict == "needs" else ()
    correction = told.correction if told is not None else None
    return {
        "id": report.id,
        "where": report.entry.where,
        "kind": report.entry.kind,
        "rests_on": list(report.entry.rests_on),
        "verdict": report.verdict,
        "why": report.why,
        "needs": [each.name for each in needed],
        "corrected": r",\quad ".join(map(inline, correction.propositions)) if correction else None,
        "seconds": round(report.seconds, 3),
        "title": told.title if told else None,
        "printed": report.entry.printed,
        "location": str(told.place) if told else None,
        "definitions": [{"claim": ascii_text(each), "latex": latex(each)} for each in used(report)],
        "given": _assumptions(told.given if told else ()),
        "needed": _assumptions(needed),
        "provided": _assumptions(correction.given if correction else ()),
        "claims": [_claim(each) for each in report.claims if each.role in (PRINTED, CORRECTED)],
        "repaired": [_claim(each) for each in report.claims if each.role == REPAIRED],
        "steps": [_step(each) for each in report.steps],
        "findings": [finding(each) for each in report.findings],
        "concerns": [each.says for each in checked.concerns[report.id]],
    }


def _claim(claim: ClaimReport) -> dict[str, Any]:
    return {"role": claim.role, **_proposition(claim.proposition), **_verdict(claim.verdict)}


def finding(report: FindingReport) -> dict[str, Any]:
    """A finding with what the checker says of it."""
    told = report.finding
    expected = {"expected": told.expected, "confirmed": report.confirmed}
    return {
        "title": told.title,
        "says": told.says,
        **_proposition(told.proposition),
        **expected,
        **_verdict(report.verdict),
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
