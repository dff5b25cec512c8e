"""The errata as a document that pdflatex compiles: the content of the page, with its formulas set as such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checks.checking import Checked
from checks.judging import FindingReport, StatementReport
from checks.language.assumptions import Assumption
from checks.language.propositions import Proposition
from checks.pages.errata.gravity import Errata, Erratum, Neighbour, gathered
from checks.pages.errata.items import Content, Graded, Item, Printed, Related, Words, erratum_items, finding_items
from checks.pages.errata.summary import HEADINGS, NOTICED, PASSING, TITLES, remarks, table
from checks.pages.latex import latex
from checks.pages.latex.calculations import displayed, inline
from checks.pages.latex.document import PREAMBLE
from checks.pages.latex.lines import WIDTH
from checks.pages.latex.prose import prose
from checks.pages.latex.symbols import printed_width

LONG = re.compile(r"\d{10}(?=\d)")  # within a number, where TeX may break it
BESIDE = WIDTH - 8.0  # what is left of a line beside a label, in em
LABELS = r"""\newenvironment{items}{\begin{list}{}{\settowidth{\labelwidth}{through oth}%
\setlength{\leftmargin}{\labelwidth}\addtolength{\leftmargin}{\labelsep}\setlength{\itemsep}{2pt}\setlength{\parsep}{0pt}%
\renewcommand{\makelabel}[1]{\textit{##1}\hfil}\raggedright}}{\end{list}}
"""


def document(checked: Checked) -> str:
    """The errata of a run."""
    found = gathered(checked)
    head = [
        PREAMBLE + LABELS,
        rf"\title{{Errata to\\ {prose(checked.paper or 'the statements checked')}}}",
        rf"\author{{checked with seed {checked.settings.seed}, {checked.settings.digits} digits}}",
        r"\date{}",
        r"\begin{document}",
        r"\maketitle",
    ]
    return "\n".join([*head, *_summary(found), *_sections(found), r"\end{document}"]) + "\n"


def _summary(found: Errata) -> Iterator[str]:
    yield rf"\begin{{tabular}}{{l{'r' * (len(TITLES) - 1)}}}"
    yield " \\\\\n".join(" & ".join(map(prose, row)) for row in (TITLES, *table(found)))
    yield r"\end{tabular}\par\medskip"
    yield from (rf"{prose(each)}\par" for each in remarks(found))


def _sections(found: Errata) -> Iterator[str]:
    for kind, group in found.groups.items():
        yield from _section(HEADINGS[kind], [_entry(each.report, erratum_items(each)) for each in group])
    yield from _section(PASSING, [_passing(each) for each in found.passing])
    yield from _section(NOTICED, [_noticed(*each) for each in found.noticed])


def _section(title: str, entries: Sequence[str]) -> list[str]:
    return [rf"\section*{{{title} ({len(entries)})}}", *entries] if entries else []


def _entry(report: StatementReport, items: Iterable[Item]) -> str:
    return _headed(report, rf"{prose(report.entry.where)}\hfill\textbf{{{report.verdict}}}", items)


def _passing(erratum: Erratum) -> str:
    """What holds, and what fails below it."""
    report = erratum.report
    return rf"\noindent{_id(report.id)}, {prose(report.entry.where)}: {Related(erratum.rests_on).text(_neighbour)}\par"


def _noticed(report: StatementReport, finding: FindingReport) -> str:
    return _headed(report, rf"{prose(report.entry.where)}: \textbf{{{prose(finding.finding.title)}}}", finding_items(finding))


def _headed(report: StatementReport, head: str, items: Iterable[Item]) -> str:
    written = [rf"\item[{label}] {_content(content)}" for label, content in items]
    return "\n".join([rf"\medskip\noindent{_id(report.id)}, {head}\par\nopagebreak", r"\begin{items}", *written, r"\end{items}"])


def _content(content: Content) -> str:
    match content:
        case Printed(formula):
            return rf"$\displaystyle {formula}$"
        case Words(text):
            return LONG.sub(r"\g<0>\\allowbreak ", prose(text))
        case Assumption(name, claim, stated):
            return f"{prose(name)}: ${latex(claim)}$" + (f" ({prose(stated)})" if stated else "")
        case Graded(verdict, grounds):
            return rf"\emph{{{verdict}}}, {prose(grounds)}"
        case Related():
            return content.text(_neighbour)
        case _:
            return _formula(content)


def _formula(proposition: Proposition) -> str:
    """The proposition behind its label where it is short, and else below it, over the whole width of the page."""
    short = inline(proposition)
    if printed_width(short) <= BESIDE:
        return rf"$\displaystyle {short}$"
    return rf"\mbox{{}}\par\hspace*{{-\leftmargin}}\begin{{minipage}}{{\textwidth}}{displayed(proposition)}\end{{minipage}}"


def _neighbour(each: Neighbour) -> str:
    return f"{_id(each.id)} ({'recorded: ' * each.is_recorded}{each.verdict})"


def _id(id: str) -> str:
    return rf"\texttt{{\detokenize{{{id}}}}}"
