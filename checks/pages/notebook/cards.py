"""Cards: verdicts, witnesses, calculations, statements and reports as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from checks.calculation import Calculation, Step
from checks.judging import StatementReport
from checks.language.assumptions import Assumption
from checks.language.propositions import Proposition
from checks.pages.errata import counterpoint
from checks.pages.formulas import latex_formula
from checks.pages.latex.symbols import named
from checks.pages.latex.terms import RELATIONS, right_side
from checks.pages.notebook.markup import Row, card, faint, formula, heading, labelled, mark, mathematics, proposition, table, words
from checks.proofs import Proof
from checks.questions import CORRECTED, PRINTED, REPAIRED
from checks.statements import Finding, Statement
from checks.verdicts import IllDefined, Proved, Refuted, Verdict, Witness, explanation, word

ROLES = {PRINTED: "claim", REPAIRED: "with that", CORRECTED: "corrected"}


def html_of(value: object) -> str | None:
    """The value as HTML, None where it is a formula."""
    match value:
        case Witness():
            return card(_point(value))
        case Calculation():
            return card(_chain(value))
        case Finding():
            return card(_finding(value))
        case Statement():
            return card(*_statement(value))
        case StatementReport():
            return card(*_report(value))
        case Proof():
            return card(*_proof(value))
        case _:
            return card(_verdict(value)) if isinstance(value, Verdict) else None


def _verdict(verdict: Verdict) -> str:
    """The sign and the word, the grounds, and the point or the certificate that goes with them."""
    match verdict:
        case Refuted(witness=point) | IllDefined(witness=point):
            there = [text for label, text in counterpoint(verdict) if label == "there"]
            return f"{mark(word(verdict))}, {words(', '.join(there))}{_point(point)}"
        case Proved(certificate=str(certificate)):
            return f"{mark(word(verdict))}, {words(explanation(verdict))}{labelled([('certificate', words(certificate))])}"
        case _:
            return f"{mark(word(verdict))}, {words(explanation(verdict))}"


def _point(point: Witness) -> str:
    """The values of a witness below their symbols."""
    columns = [(mathematics(named(name).latex), escape(str(value))) for name, value in sorted(point.values.items())]
    columns += [(mathematics(named(name).latex), words(text)) for name, text in sorted(point.solved.items())]
    columns += [(words(name), words(text)) for name, text in sorted(point.functions.items())]
    return table(zip(*columns, strict=True)) or "<div>no variables</div>"


def _chain(calculation: Calculation, verdicts: Mapping[Step, Verdict] | None = None) -> str:
    """The title, the first expression, and below it each line with its reason, and its verdict where there is one."""
    known = verdicts or {}
    first = (formula(calculation.steps[0].claim.left), "", "", "")
    rows = [(*_line(step), mark(word(known[step])) if step in known else "") for step in calculation.steps]
    return f"{heading(words(calculation.title))}{table([('', *first), *[('', *row) for row in rows]])}"


def _line(step: Step) -> Row:
    right = mathematics(f"{{}} {RELATIONS[step.claim.relation]} {right_side(step.claim).latex}")
    return (right, faint(words(str(step.reason))))


def _statement(stated: Statement) -> Iterator[str]:
    claims = [(PRINTED, each, None) for each in stated.claims] + [(CORRECTED, each, None) for each in _corrected(stated)]
    yield _head(stated.title, stated.id, stated.where)
    yield labelled([*_printed(stated.printed), *_said(stated, claims)])
    yield from map(_chain, _proofs(stated))
    yield from map(_finding, stated.findings)


def _report(report: StatementReport) -> Iterator[str]:
    stated, entry = report.statement, report.entry
    yield _head(stated.title if stated else "No derivation yet", report.id, entry.where)
    yield f"<div>{mark(report.verdict)}{f', {words(report.why)}' if report.why else ''}</div>"
    claims = [(each.role, each.proposition, each.verdict) for each in report.claims]
    said = [row for row in _said(stated, claims) if row != ("why", words(report.why))] if stated else []
    yield labelled([*_printed(entry.printed), *said])
    verdicts = {each.step: each.verdict for each in report.steps}
    yield from (_chain(each, verdicts) for each in dict.fromkeys(step.calculation for step in report.steps))
    yield from (_finding(each.finding, each.verdict) for each in report.findings)


def _proof(proof: Proof) -> Iterator[str]:
    yield f"<div>{mathematics(latex_formula(proof.question.claim))}</div>"
    yield labelled(("given", mathematics(latex_formula(each))) for each in proof.question.given)
    yield _verdict(proof.verdict)


def _said(stated: Statement, claims: Iterable[tuple[str, Proposition, Verdict | None]]) -> Iterator[Row]:
    """What is claimed and what came of it, what is given and needed, and why something else holds instead."""
    yield from (("given", _assumed(each)) for each in stated.given)
    yield from (("needs", _assumed(each)) for each in stated.needs)
    for role, claim, verdict in claims:
        yield ROLES[role], proposition(claim)
        if verdict is not None:
            yield "", _verdict(verdict)
    if stated.correction is not None:
        yield "why", words(stated.correction.says)
    if stated.informal is not None:
        yield "informal", words(stated.informal)


def _finding(finding: Finding, verdict: Verdict | None = None) -> str:
    said = [("given", _assumed(each)) for each in finding.given]
    answer = [] if verdict is None else [("", _verdict(verdict))]
    return f"{heading(words(finding.title))}{labelled([('claim', proposition(finding.proposition)), *said, *answer, ('so', words(finding.says))])}"


def _head(title: str, id: str, where: str) -> str:
    return f"{heading(words(title))} {faint(escape(', '.join(filter(None, (id, where)))))}"


def _printed(latex: str) -> list[Row]:
    return [("printed", mathematics(latex))] if latex else []


def _assumed(each: Assumption) -> str:
    return f"{words(each.name)}: {formula(each.claim)}{f' {faint(escape(each.stated))}' if each.stated else ''}"


def _corrected(stated: Statement) -> tuple[Proposition, ...]:
    return stated.correction.propositions if stated.correction else ()


def _proofs(stated: Statement) -> tuple[Calculation, ...]:
    """All calculations, those before others that rest on them."""
    own = (*stated.proof, *(stated.correction.proof if stated.correction else ()))
    return tuple(dict.fromkeys(each for calculation in own for each in calculation.with_earlier()))
