"""The errata as a document that pdflatex compiles: the content of the page, with what is printed beside what holds instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby

from checks.checking import Checked
from checks.judging import FindingReport
from checks.language.assumptions import Assumption
from checks.language.claims import Claim
from checks.language.propositions import Proposition
from checks.pages.errata.columns import WHOLE, compared
from checks.pages.errata.gravity import Errata, Erratum, Neighbour, gathered
from checks.pages.errata.items import Content, Graded, Item, Printed, Related, Words, erratum_items, finding_items
from checks.pages.errata.summary import HEADINGS, NOTICED, PASSING, TITLES, remarks, table
from checks.pages.latex.displays import defined, displayed, inline, printed, running
from checks.pages.latex.document import PREAMBLE, opening
from checks.pages.latex.lines import WIDTH
from checks.pages.latex.marks import SIGNS, legend
from checks.pages.latex.measures import printed_width
from checks.pages.latex.prose import named, placed, prose
from checks.pages.latex.references import reference
from checks.pages.latex.witnesses import shortened
from checks.verdicts import word

COMPARED, MEANT, GROUNDS = ("printed", "corrected", "needs"), "where", "corrected"
INDENT = 6.5  # of a line behind its label, in em
BESIDE = WIDTH - INDENT - 1.0
Labels = Mapping[str, int]  # the number of the erratum to which the label of an id leads
LABELS = r"""\newenvironment{items}{\begin{list}{}{\settowidth{\labelwidth}{through oth}%
\setlength{\leftmargin}{\labelwidth}\addtolength{\leftmargin}{\labelsep}\setlength{\itemsep}{2pt}\setlength{\parsep}{0pt}%
\renewcommand{\makelabel}[1]{\textit{##1}\hfil}\raggedright}}{\end{list}}
"""


def document(checked: Checked) -> str:
    """The errata of a run."""
    found = gathered(checked)
    return PREAMBLE + LABELS + "\n".join([*opening(checked, "Errata to"), *_summary(found), *_sections(found), r"\end{document}"]) + "\n"


def _summary(found: Errata) -> Iterator[str]:
    head, *rows, total = (" & ".join(map(prose, row)) + r" \\" for row in (TITLES, *table(found)))
    yield rf"\begin{{tabular}}{{@{{}}l{'R{4.5em}' * (len(TITLES) - 2)}R{{11em}}@{{}}}}\toprule"
    yield "\n".join([head, r"\midrule", *rows, r"\midrule", total, r"\bottomrule\end{tabular}\par\bigskip"])
    claims = [word(claim.verdict) for each in found.wrong for claim in each.report.claims]
    marks = legend([each.report.verdict for each in found.wrong], claims) if found.wrong else ""
    yield from (rf"{each}\par" for each in (marks, *map(prose, remarks(found))) if each)


def _sections(found: Errata) -> Iterator[str]:
    ids = {each.report.id: number for number, each in reversed([*enumerate(found.wrong, start=1)])}
    numbers = count(1)
    for kind, group in found.groups.items():
        yield from _section(HEADINGS[kind], [_entry(each, ids, next(numbers)) for each in group])
    yield from _section(PASSING, [_passing(each, ids) for each in found.passing])
    noticed = [_noticed(each.id, each.entry.where, finding, ids) for each, finding in found.noticed]
    yield from _section(NOTICED, noticed)


def _section(title: str, entries: Sequence[str]) -> list[str]:
    return [rf"\section*{{{title} ({len(entries)})}}", *entries] if entries else []


def _entry(erratum: Erratum, ids: Labels, number: int) -> str:
    """An erratum: printed and corrected side by side, then why, and what rests on it."""
    report, items = erratum.report, list(erratum_items(erratum))
    meant = [content for label, content in items if label == MEANT and isinstance(content, Claim)]
    title = prose(report.statement.title) if report.statement else prose(report.entry.says)
    head = _head(title, report.id, report.entry.where, report.verdict, rf"\label{{{report.id}}}" if ids[report.id] == number else "")
    rest = [(label or GROUNDS, content) for label, content in items if label not in (MEANT, *COMPARED)]
    where = [rf"\noindent\textit{{{MEANT}}}", defined(meant, room=WHOLE)] if meant else []
    return "\n".join([head, *compared(report), *where, *_items(_once(rest), ids)])


def _once(items: Sequence[Item]) -> Iterator[Item]:
    """The items, those that say the same again in a row left out."""
    return (each for each, before in zip(items, [None, *items], strict=False) if each != before)


def _noticed(id: str, where: str, finding: FindingReport, ids: Labels) -> str:
    head = _head(prose(finding.finding.title), id, where, word(finding.verdict))
    return "\n".join([head, *_items(finding_items(finding), ids)])


def _head(title: str, id: str, where: str, verdict: str, label: str = "") -> str:
    return f"\\subsection{{{title}}}{label}\n\\statementhead{{{named(id)}}}{{{placed(where)}}}{{{SIGNS[verdict]}}}"


def _passing(erratum: Erratum, ids: Labels) -> str:
    """What holds, and what fails below it."""
    report = erratum.report
    return rf"\noindent\hangindent=1.5em {named(report.id)}, {placed(report.entry.where)}: {_related(Related(erratum.rests_on), ids)}\par"


def _items(items: Iterable[Item], ids: Labels) -> list[str]:
    """What is said, each with its label, which is not repeated."""
    rows, before = list[str](), ""
    for label, several in groupby(items, lambda item: (item[0], isinstance(item[1], Assumption))):
        contents = [_content(content, ids) for _, content in several]
        for content in ["; ".join(contents)] if label[1] else contents:
            rows.append(rf"\item[{label[0] if label[0] != before else ''}] {content}")
            before = label[0]
    return [r"\begin{items}", *rows, r"\end{items}"] if rows else []


def _content(content: Content, ids: Labels) -> str:
    match content:
        case Printed(formula):
            return printed(formula)
        case Words(text):
            return shortened(prose(text))
        case Assumption(name, claim, stated):
            return f"{prose(name)}: ${running(claim)}$" + (f" ({prose(stated)})" if stated else "")
        case Graded(verdict, grounds):
            return rf"\emph{{{verdict}}}, {prose(grounds)}"
        case Related():
            return _related(content, ids)
        case _:
            return _formula(content)


def _formula(proposition: Proposition) -> str:
    """The proposition behind its label where it is short, and else below it, over the whole width of the page."""
    short = inline(proposition)
    if printed_width(short) <= BESIDE:
        return rf"$\displaystyle {short}$"
    return rf"\mbox{{}}\par\hspace*{{-\leftmargin}}\begin{{minipage}}{{\textwidth}}{displayed(proposition)}\end{{minipage}}"


def _related(content: Related, ids: Labels) -> str:
    def written(each: Neighbour) -> str:
        said = [*["recorded"] * each.is_recorded, each.verdict, *[f"no.~{reference(each.id, ids.get(each.id))}"] * (each.id in ids)]
        return f"{named(each.id)} ({', '.join(said)})"

    return content.text(written)
