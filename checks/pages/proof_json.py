"""The JSON of `prove`, stable and versioned: keys come in a fixed order, points are exact."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from checks.combining import PartProof
from checks.language.notation import ascii_text
from checks.pages.formulas import ascii_formula, latex_formula
from checks.pages.json_answers import engine_answer
from checks.pages.latex.terms import latex
from checks.proofs import Proof
from checks.reading.faults import NotRead
from checks.values import values
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Verdict, Witness, explanation, word

SCHEMA = 1
CONTRADICTION = "contradiction"


def proof_json(proof: Proof) -> str:
    """The proof as JSON."""
    return _text(as_json(proof))


def fault_json(fault: NotRead) -> str:
    """Why a text is no claim, as JSON."""
    return _text({"schema": SCHEMA, "error": fault.message, "text": fault.text, "column": fault.column, "remedy": fault.remedy or None})


def as_json(proof: Proof) -> dict[str, Any]:
    """The proof as plain values, under the contract of schema 1."""
    verdict = CONTRADICTION if proof.contradiction is not None else word(proof.verdict)
    decided = verdict not in ("undecided", CONTRADICTION)
    return {
        "schema": SCHEMA,
        "claim": ascii_formula(proof.question.claim),
        "latex": latex_formula(proof.question.claim),
        "given": [ascii_formula(each) for each in proof.question.given],
        "domains": {name: str(domain) for name, domain in proof.question.variables.items()},
        "verdict": verdict,
        "engine": ", ".join(proof.engines) or None if decided else None,
        "seconds": round(proof.seconds, 4),
        **_grounds(proof.verdict),
        "value": {ascii_text(term): value for term, value in values(proof.question.claim, proof.settings.digits)} or None,
        "example": _point(proof.example),
        "unused": [ascii_formula(each) for each in proof.unused],
        "parts": [_part(each) for each in proof.parts],
    }


def _part(each: PartProof) -> dict[str, Any]:
    obligation = each.part.obligation
    return {
        "claim": ascii_text(obligation.goal),
        "latex": latex(obligation.goal),
        "given": [ascii_text(claim) for claim in obligation.assumptions],
        "domains": {symbol.name: str(symbol.domain) for symbol in obligation.variables},
        "verdict": word(each.verdict),
        "engine": each.engine if word(each.verdict) != "undecided" else None,
        "seconds": round(sum(answer.seconds for answer in each.answers.values()), 4),
        **_grounds(each.verdict),
        "example": _point(each.example),
        "engines": {name: engine_answer(answer) for name, answer in each.answers.items()},
    }


def _grounds(verdict: Verdict) -> dict[str, Any]:
    told: dict[str, Any] = {"explanation": explanation(verdict), "certificate": None, "witness": None, "holds": None}
    match verdict:
        case Certified(certificate) | Proved(certificate=certificate):
            told["certificate"] = certificate
        case Refuted(witness=witness, holds=holds):
            told |= {"witness": _point(witness), "holds": _point(holds)}
        case IllDefined(witness=witness):
            told["witness"] = _point(witness)
    return told


def _point(point: Witness | None) -> dict[str, str] | None:
    """A point by its exact values; enclosures of irrational ones and chosen functions stand as texts beside them."""
    if point is None:
        return None
    everything: Mapping[str, object] = {**point.values, **point.solved, **point.functions}
    return {name: str(everything[name]) for name in sorted(everything)}


def _text(told: dict[str, Any]) -> str:
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
