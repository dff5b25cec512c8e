"""A derivation as a LaTeX fragment: what is printed, what it comes to, what is assumed, and the calculations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.calculation import Calculation
from checks.judging import FAILS, HOLDS, NEEDS, ClaimReport, FindingReport, StatementReport
from checks.pages.definitions import used
from checks.pages.latex.calculations import chain
from checks.pages.latex.displays import displayed, printed
from checks.pages.latex.hypotheses import ROOM, assumed, hypotheses, listed, meant
from checks.pages.latex.lines import WIDTH
from checks.pages.latex.marks import SIGNS, marked
from checks.pages.latex.prose import named, placed, prose
from checks.pages.latex.references import References, reference, tag
from checks.pages.latex.witnesses import broken
from checks.questions import CORRECTED, PRINTED, REPAIRED
from checks.verdicts import word

COMMANDS = r"""\providecommand{\verdictmark}[1]{\rlap{\hspace{1em}\normalfont #1}}
\providecommand{\statementhead}[3]{\noindent\textit{#2}\hfill #1\verdictmark{#3}\par\nopagebreak\medskip}
\providecommand{\refto}[2]{\ref{#1}}"""
NEEDS_OF_A_FRAGMENT = rf"""% Needs amsmath, amssymb and lines of 45em; with hyperref its references are links. Labels begin with its id. Run it twice.
% The commands are yours to redefine; an empty \verdictmark leaves out the verdicts in the margin:
{COMMANDS}"""
UNCITED = References()
INDENTED = WIDTH - 3.0
GROUPS = {HOLDS: "Holds", NEEDS: "Needs more", FAILS: "Fails"}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A derivation set, and the references for what comes after it."""

    latex: str
    references: References


def fragment(report: StatementReport) -> str:
    """The statement with everything said about it, as it stands in anybody's paper."""
    return f"% {report.id}\n{NEEDS_OF_A_FRAGMENT}\n{following(report).latex}"


def following(report: StatementReport, references: References = UNCITED, label: str = "", number: int = 1) -> Fragment:
    """The statement after others: what they have set out already is referred to; the label is its id unless one is given."""
    label = label or report.id
    own = [each for each in calculations(report) if each not in references.calculations]
    places = {each: reference(f"{label}:{place}", place) for place, each in enumerate(own, start=1)}
    numbers = {each: f"({reference(f'{label}:H{place}', f'H{place}')})" for place, each in enumerate(assumed(report), start=1)}
    inside = references.within(numbers, {each: f"({place})" for each, place in places.items()})
    parts = [_head(report, label), *_says(report, label), _verdict(report, inside), *_rests(report, references)]
    if report.statement is not None:
        parts += [*hypotheses(report, label), *meant(report, references), *_claims(report, PRINTED, "As encoded")]
        parts += [*_repaired(report, inside), *_claims(report, CORRECTED, "Corrected"), *_given(report, inside)]
        parts += [*_calculations(report, own, label, inside), *(part for each in report.findings for part in _finding(each, inside))]
    elsewhere = {each: f"({reference(label, number)}.{place})" for each, place in places.items()}
    defined = dict.fromkeys((each for each in used(report) if each not in references.definitions), reference(label, number))
    return Fragment("\n".join(parts) + "\n", references.after(elsewhere, defined))


def steps(report: StatementReport) -> str:
    """The calculations alone, each step on its line."""
    return "\n".join(f"% {report.id}: {' '.join(each.title.split())}\n{chain(each)}" for each in calculations(report)) + "\n"


def calculations(report: StatementReport) -> tuple[Calculation, ...]:
    """The calculations of a statement, each once."""
    return tuple(dict.fromkeys(step.calculation for step in report.steps))


def _head(report: StatementReport, label: str) -> str:
    title = prose(report.statement.title) if report.statement else "No derivation yet"
    head = rf"\statementhead{{{named(report.id)}}}{{{placed(report.entry.where)}}}{{{SIGNS[report.verdict]}}}"
    return f"\\subsection{{{title}}}\\label{{{label}}}\n{head}"


def _says(report: StatementReport, label: str) -> Iterator[str]:
    yield rf"\noindent {prose(report.entry.says)}"
    if report.entry.printed:
        number = prose(tag(report.entry.where))
        yield printed(report.entry.printed, room=ROOM, tag=rf"{number}\label{{{label}:printed}}" if number else "")


def _verdict(report: StatementReport, references: References) -> str:
    said = GROUPS.get(report.verdict, report.verdict.capitalize())
    if report.verdict == HOLDS:
        return rf"\noindent\textbf{{{said}}}, {prose(report.why)}."
    if report.verdict == NEEDS and report.statement is not None:
        return rf"\noindent\textbf{{{said}:}} {', '.join(f'{prose(each.name)} {references.cited(each)}' for each in report.statement.needs)}."
    return rf"\noindent\textbf{{{said}:}} {prose(report.why)}."


def _rests(report: StatementReport, references: References) -> list[str]:
    """From which statements of this document the paper derives this one."""
    below = [f"{references.statements[id]}~({named(id)})" for id in report.entry.rests_on if id in references.statements]
    return [rf"The paper derives it from {', '.join(below)}.\par"] if below else [r"\par"]


def _claims(report: StatementReport, role: str, title: str) -> list[str]:
    claims = [each for each in report.claims if each.role == role]
    head = [rf"\paragraph{{{title}.}}\mbox{{}}"] if claims else []
    return [*head, *_displayed(claims)]


def _displayed(claims: Sequence[ClaimReport]) -> Iterator[str]:
    """Claims with their marks, and behind each that breaks where it does."""
    together: list[ClaimReport] = []
    for place, claim in enumerate(claims, start=1):
        together.append(claim)
        said = broken(claim.verdict, claim.proposition)
        if said or place == len(claims):
            yield displayed(*(each.proposition for each in together), room=ROOM, tags=[marked(word(each.verdict)) for each in together])
            together.clear()
        if said:
            yield rf"{{\raggedright\noindent {said}\par}}"


def _repaired(report: StatementReport, references: References) -> list[str]:
    """What becomes of the printed claims under what the statement needs."""
    repaired = [each for each in report.claims if each.role == REPAIRED]
    if report.statement is None or not repaired:
        return []
    needs = ", ".join(map(references.cited, report.statement.needs))
    marks = " ".join(SIGNS[word(each.verdict)] for each in repaired)
    told = ", ".join(dict.fromkeys(word(each.verdict) for each in repaired))
    return [rf"\paragraph{{With what it needs.}} Under {needs} as well: {told}.\hspace*{{\fill}}\verdictmark{{{marks}}}\par"]


def _given(report: StatementReport, references: References) -> list[str]:
    """Under what the correction holds, where that is something else than for the printed claim."""
    correction = report.statement.correction if report.statement else None
    if correction is None or not correction.given or report.statement is None or correction.given == report.statement.given:
        return []
    return [rf"\noindent This assumes {', '.join(map(references.cited, correction.given))}.\par"]


def _calculations(report: StatementReport, own: Sequence[Calculation], label: str, references: References) -> list[str]:
    """The calculations, numbered and labelled; those that stand elsewhere are referred to."""
    elsewhere = [references.calculations[each] for each in calculations(report) if each not in own]
    said = f"It rests on the calculations {', '.join(elsewhere)}." if elsewhere else r"\mbox{}"
    head = [rf"\paragraph{{Calculations.}} {said}"] if own or elsewhere else []
    verdicts = {each: [step.verdict for step in report.steps if step.calculation == each] for each in own}
    items = [
        f"  \\item\\label{{{label}:{place}}} {prose(each.title)}.\n{chain(each, verdicts[each], references=references, room=INDENTED)}"
        for place, each in enumerate(own, start=1)
    ]
    return [*head, *listed(items)]


def _finding(finding: FindingReport, references: References) -> Iterator[str]:
    told = finding.finding
    given = f"Given {', '.join(map(references.cited, told.given))}:" if told.given else r"\mbox{}"
    doubt = "" if finding.confirmed else f" Not confirmed: expected {told.expected}."
    yield rf"\paragraph{{Finding: {prose(told.title)}.}} {given}"
    yield displayed(told.proposition, room=ROOM, tags=[marked(word(finding.verdict))])
    yield rf"{{\raggedright\noindent {' '.join(filter(None, (broken(finding.verdict, told.proposition), prose(told.says))))}{doubt}\par}}"
