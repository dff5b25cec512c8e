"""Formulas in notebooks: LaTeX between the signs that every notebook knows, for what is a formula and nothing else."""

from __future__ import annotations

from typing import get_args

from checks.calculation import Calculation, Step
from checks.language.assumptions import Assumption
from checks.language.propositions import Proposition
from checks.language.terms import Term
from checks.pages.latex.displays import inline
from checks.pages.latex.prose import prose
from checks.pages.latex.terms import RELATIONS, latex, right_side

PROPOSITIONS = get_args(Proposition)


def latex_of(value: object) -> str | None:
    """The value in LaTeX, None where it is more than a formula."""
    match value:
        case Term():
            return rf"$\displaystyle {latex(value)}$"
        case Assumption(name, claim):
            return rf"$\displaystyle {_words(f'{name}: ')}{latex(claim)}$"
        case Step(claim, reason):
            return rf"$\displaystyle {latex(claim)} \quad {_words(str(reason))}$"
        case Calculation(title, steps):
            first = rf"& {latex(steps[0].claim.left)} \\"
            return "\n".join([r"$$\begin{aligned}", rf"& {_words(title)} \\", first, *map(_row, steps), r"\end{aligned}$$"])
        case _ if isinstance(value, PROPOSITIONS):
            return rf"$\displaystyle {inline(value)}$"
        case _:
            return None


def _row(step: Step) -> str:
    return rf"& {RELATIONS[step.claim.relation]} {right_side(step.claim).latex} && {_words(str(step.reason))} \\"


def _words(text: str) -> str:
    return rf"\text{{{prose(text)}}}"
