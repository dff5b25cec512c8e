"""A derivation as a LaTeX fragment: what is printed, what is assumed, the calculations, the verdict."""

from __future__ import annotations

from collections.abc import Iterable

from checks.calculation import Calculation
from checks.judging import HOLDS, ClaimReport, FindingReport, StatementReport
from checks.language.assumptions import Assumption
from checks.pages.definitions import used
from checks.pages.latex.calculations import chain, displayed
from checks.pages.latex.lines import WIDTH
from checks.pages.latex.prose import prose
from checks.pages.latex.symbols import printed_width
from checks.pages.latex.terms import latex
from checks.questions import CORRECTED, PRINTED
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Verdict, Witness, explanation, word


def fragment(report: StatementReport) -> str:
    """The statement with everything said about it; needs amsmath."""
    statement = report.statement
    title = prose(statement.title) if statement else "No derivation yet"
    parts = [
        f"% {report.id}",
        rf"\subsection*{{{title}}}",
        rf"\noindent\textit{{{prose(report.entry.where)}}}\hfill\texttt{{{prose(report.id)}}}\par\smallskip",
        *_printed(report.entry.printed),
        rf"\noindent {prose(report.entry.says)}\par",
    ]
    if statement is not None:
        parts += [*_claims(report, PRINTED, "As encoded"), *_assumed("Assumed", statement.given), *_assumed("Needed beside", statement.needs)]
        parts += _definitions(report)
        parts += [each for calculation in _calculations(report) for each in (_paragraph(calculation.title), chain(calculation))]
        parts += _claims(report, CORRECTED, "Corrected") + [each for finding in report.findings for each in _finding(finding)]
    return "\n".join([*parts, _verdict(report)]) + "\n"


def steps(report: StatementReport) -> str:
    """The calculations alone, each step on its line."""
    return "\n".join(f"% {report.id}: {' '.join(each.title.split())}\n{chain(each)}" for each in _calculations(report)) + "\n"


def _calculations(report: StatementReport) -> tuple[Calculation, ...]:
    return tuple(dict.fromkeys(step.calculation for step in report.steps))


def _paragraph(title: str) -> str:
    return rf"\paragraph{{{prose(title)}.}}\mbox{{}}"


def _printed(formula: str) -> list[str]:
    """The printed formula, displayed where it fits, and else as a paragraph of mathematics, which TeX can break."""
    if not formula:
        return []
    if printed_width(formula) <= WIDTH:
        return [rf"\[ {formula} \]"]
    return [rf"{{\raggedright\small\noindent $\displaystyle {formula}$\par}}"]


def _claims(report: StatementReport, role: str, title: str) -> list[str]:
    claims = [each for each in report.claims if each.role == role]
    return [part for each in claims for part in (rf"\paragraph{{{title}.}} {_answer(each)}", displayed(each.proposition))]


def _answer(claim: ClaimReport) -> str:
    return rf"\emph{{{word(claim.verdict)}}}{_point(claim.verdict)}"


def _point(verdict: Verdict) -> str:
    """Where a claim breaks, in words and mathematics."""
    match verdict:
        case Refuted(witness, says=says) if says:
            return f" at {_values(witness)}: {prose(says)}"
        case Refuted(witness, left, right):
            return f" at {_values(witness)}, where the left side is ${_value(left)}$ and the right side ${_value(right)}$"
        case IllDefined(subterm, reason, witness):
            return f" at {_values(witness)}: {prose(subterm)} is not defined ({prose(reason)})"
        case Proved() | Certified():
            return ""
        case _:
            return f" ({prose(explanation(verdict))})"


def _values(witness: Witness) -> str:
    return prose(str(witness))


def _value(text: str) -> str:
    return text.replace("+/-", r"\pm ").replace("%", r"\%") if text.isascii() else prose(text)


def _assumed(title: str, assumptions: Iterable[Assumption]) -> list[str]:
    items = [rf"  \item {prose(each.name)}: ${latex(each.claim)}$ ({prose(each.stated or 'ours')})" for each in assumptions]
    return [rf"\paragraph{{{title}.}}\mbox{{}}", r"\begin{itemize}", *items, r"\end{itemize}"] if items else []


def _definitions(report: StatementReport) -> list[str]:
    shown = [displayed(each) for each in used(report)]
    return [r"\paragraph{Definitions.}\mbox{}", *shown] if shown else []


def _finding(finding: FindingReport) -> list[str]:
    told = finding.finding
    given = f" Given {'; '.join(f'${latex(each.claim)}$' for each in told.given)}." if told.given else ""
    doubt = "" if finding.confirmed else f" (not confirmed: expected {told.expected})"
    said = rf"\emph{{{word(finding.verdict)}}}{_point(finding.verdict)}{doubt}."
    return [rf"\paragraph{{Finding: {prose(told.title)}.}}{given} {said}", displayed(told.proposition), rf"\noindent {prose(told.says)}\par"]


def _verdict(report: StatementReport) -> str:
    why = f"{', ' if report.verdict == HOLDS else ': '}{prose(report.why)}" if report.why else ""
    return rf"\par\medskip\noindent\textbf{{Verdict: {report.verdict}}}{why}\par"
