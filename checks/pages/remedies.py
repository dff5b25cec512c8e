"""Remedies: what is likely to help where a step or a claim is not proved, in one sentence."""

from __future__ import annotations

from checks.judging import ClaimReport, StatementReport, StepReport
from checks.questions import PRINTED
from checks.verdicts import IllDefined, Refuted, Undecided, Vacuous, Verdict


def general_remedy(verdict: Verdict) -> str:
    """What helps whatever the claim is; empty where that depends on the claim."""
    match verdict:
        case Undecided(reason) if "time:" in reason:
            return "allow more with --timeout, or split the step into smaller ones"
        case Undecided(reason) if "memory" in reason:
            return "allow more with --memory, or split the step into smaller ones"
        case Vacuous():
            return "the assumptions cannot all be met; drop or correct one of them"
        case IllDefined(subterm):
            return f"assume what keeps {subterm} defined, or declare its symbols with a narrower domain"
        case _:
            return ""


def step_remedy(step: StepReport, report: StatementReport) -> str:
    """What may help where a step is refuted or not decided."""
    given = report.statement.given if report.statement else ()
    others = [each.name for each in given if each not in step.step.assumptions]
    rule = step.step.reason.rule
    if isinstance(step.verdict, Refuted):
        return (
            f"cite what the step needs, as by.{rule}({', '.join(others)}), or correct the line"
            if others
            else "correct the line, or assume what excludes this point"
        )
    return "no engine proves this; split the step into smaller ones, or cite earlier results"


def claim_remedy(claim: ClaimReport, report: StatementReport) -> str:
    """What may help where a claim is refuted or does not follow from its proof."""
    if not isinstance(claim.verdict, Refuted):
        return "prove it with calculations whose conclusions give it: .proved_by(...)"
    if claim.role != PRINTED:
        return "correct the claim, or what it assumes"
    if report.statement is not None and (report.statement.needs or report.statement.correction):
        return "if this is what the paper's statement deserves, accept it: lemmata check --record"
    return "if the paper errs, say so: .needing(assumption) or .corrected(claim, says=...); else correct the claim"
