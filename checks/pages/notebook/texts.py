"""Texts for where a notebook, or Python's prompt, shows letters only."""

from __future__ import annotations

from checks.calculation import Calculation, Step
from checks.judging import StatementReport
from checks.language.assumptions import Assumption
from checks.language.notation import UNICODE, right_in, sign_in, unicode_text
from checks.language.terms import Term
from checks.pages.notebook.formulas import PROPOSITIONS
from checks.pages.phrases import unicode_line
from checks.pages.proof import proof_page
from checks.pages.prose import readable
from checks.pages.spans import marked, plain
from checks.pages.terminal import page
from checks.proofs import Proof
from checks.statements import Statement
from checks.verdicts import Verdict, explanation, word


def text_of(value: object) -> str:
    """The value in Unicode, without the line break at its end."""
    match value:
        case Term():
            return unicode_text(value)
        case Assumption(name, claim):
            return f"{name}: {unicode_text(claim)}"
        case Step(claim, reason):
            return f"{unicode_text(claim)}  {readable(str(reason))}"
        case Calculation(title, steps):
            rows = [f"  {sign_in(step.claim, UNICODE)} {right_in(step.claim, UNICODE)}  {readable(str(step.reason))}" for step in steps]
            return "\n".join([readable(title), f"    {unicode_text(steps[0].claim.left)}", *rows])
        case Statement(id, title, claims):
            return "\n".join([f"{readable(title)}  {id}", *(f"  {unicode_line(each)}" for each in claims)])
        case StatementReport():
            return plain(page(value)).rstrip()
        case Proof():
            return plain(proof_page(value)).rstrip()
        case _ if isinstance(value, PROPOSITIONS):
            return unicode_line(value)
        case _:
            return f"{marked(word(value)).text}, {readable(explanation(value))}" if isinstance(value, Verdict) else str(value)
