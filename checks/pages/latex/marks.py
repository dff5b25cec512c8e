"""Marks: verdicts as signs in the margin, which are told apart without colour, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterable

SIGNS = {
    "holds": r"$\checkmark$", "needs": "$+$", "fails": r"$\boldsymbol{\times}$", "open": "?", "informal": "--",
    "certified": r"$\checkmark$", "proved": r"$\checkmark$", "supported": r"$\sim$", "undecided": "?",
    "refuted": r"$\boldsymbol{\times}$", "vacuous": r"$\varnothing$", "ill-defined": r"\textbf{!}",
}  # fmt: skip
STATEMENTS = {
    "holds": "a statement that holds as printed",
    "needs": "one that holds under assumptions that the paper does not state",
    "fails": "one that fails as printed",
    "open": "one that is not settled",
    "informal": "one that is no mathematical claim",
}
CLAIMS = {
    "certified": "certified by a proof kernel",
    "proved": "proved",
    "refuted": "refuted, with a witness",
    "supported": "true at finitely many points, and no more",
    "undecided": "undecided",
    "vacuous": "vacuous, since the assumptions contradict one another",
    "ill-defined": "not defined somewhere",
}


def marked(verdict: str) -> str:
    """The verdict's sign, set into the margin at the right."""
    return rf"\verdictmark{{{SIGNS[verdict]}}}"


def legend(statements: Iterable[str], claims: Iterable[str]) -> str:
    """What the signs mean that are used for statements and for claims and steps."""
    told = [_explained(STATEMENTS, frozenset(statements)), _explained(CLAIMS, frozenset(claims))]
    return rf"In the margin stand verdicts: beside the name of a statement {told[0]}; beside a claim or a line of a calculation {told[1]}."


def _explained(meanings: dict[str, str], used: frozenset[str]) -> str:
    return ", ".join(f"{SIGNS[verdict]}~{meaning}" for verdict, meaning in meanings.items() if verdict in used) or "none"
