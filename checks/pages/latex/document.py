"""A LaTeX document that pdflatex compiles as it stands: the statements in a list, then each with its derivation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checks.checking import Checked
from checks.judging import StatementReport
from checks.ledger import VERDICTS
from checks.pages.latex.derivations import COMMANDS, NEEDS_OF_A_FRAGMENT, following
from checks.pages.latex.marks import SIGNS, legend
from checks.pages.latex.prose import named, placed, prose
from checks.pages.latex.references import References, reference
from checks.verdicts import Verdict, word

PREAMBLE = rf"""\documentclass[10pt,a4paper,fleqn]{{article}}
\usepackage[utf8]{{inputenc}}
\usepackage{{amsmath}}
\usepackage{{amssymb}}
\usepackage{{array}}
\usepackage{{booktabs}}
\usepackage{{longtable}}
\usepackage{{fancyhdr}}
\usepackage[hidelinks,bookmarks=false]{{hyperref}}
\setlength{{\textwidth}}{{470pt}}
\setlength{{\oddsidemargin}}{{-8pt}}
\setlength{{\evensidemargin}}{{-8pt}}
\setlength{{\topmargin}}{{-30pt}}
\setlength{{\textheight}}{{690pt}}
\setlength{{\parindent}}{{0pt}}
\setlength{{\mathindent}}{{1.5em}}
\setlength{{\leftmargini}}{{3em}}
\setlength{{\emergencystretch}}{{4em}}
\setlength{{\headheight}}{{14pt}}
\allowdisplaybreaks
\pagestyle{{fancy}}
\fancyhf{{}}
\fancyhead[L]{{\small\nouppercase{{\leftmark}}}}
\fancyhead[R]{{\small\rightmark}}
\fancyfoot[C]{{\thepage}}
\newcolumntype{{L}}[1]{{>{{\raggedright\arraybackslash}}p{{#1}}}}
\newcolumntype{{R}}[1]{{>{{\raggedleft\arraybackslash}}p{{#1}}}}
\newcolumntype{{C}}[1]{{>{{\centering\arraybackslash}}p{{#1}}}}
{COMMANDS}
\renewcommand{{\refto}}[2]{{\hyperref[#1]{{#2}}}}
\let\plainhead\statementhead
\renewcommand{{\statementhead}}[3]{{\markright{{#1}}\plainhead{{#1}}{{#2}}{{#3}}}}
\renewcommand{{\sectionmark}}[1]{{}}
\renewcommand{{\subsectionmark}}[1]{{}}
\renewcommand{{\thesubsection}}{{\arabic{{subsection}}}}
"""
WORDS = {
    "holds": ("holds", "hold"),
    "needs": ("needs more", "need more"),
    "fails": ("fails", "fail"),
    "open": ("is open", "are open"),
    "informal": ("is informal", "are informal"),
}


def document(checked: Checked) -> str:
    """Every derivation of a run, one after another."""
    reports = _derived(checked)
    parts = [*opening(checked, "The derivations of"), *_summary(reports), *_list(reports), *_set(reports)]
    return PREAMBLE + "\n".join([*parts, r"\end{document}"]) + "\n"


def fragments(checked: Checked) -> Sequence[str]:
    """The derivations of a run, after what they need; entries without one are left out, and nothing is set out twice."""
    return [NEEDS_OF_A_FRAGMENT, *_set(_derived(checked))]


def opening(checked: Checked, title: str) -> Iterator[str]:
    """The beginning of a document about a run."""
    paper = prose(checked.paper) if checked.paper else "the statements checked"
    yield rf"\title{{{title}\\ {paper}}}"
    yield rf"\author{{checked with seed {checked.settings.seed}, {checked.settings.digits} digits}}"
    yield r"\date{}"
    yield r"\begin{document}"
    yield r"\maketitle"
    titles = [ledger.title for ledger in checked.ledgers.values() if ledger.title]
    yield rf"\markboth{{{prose('; '.join(titles)) or title}}}{{}}"


def _derived(checked: Checked) -> list[StatementReport]:
    return [report for report in checked.reports if report.statement is not None]


def labels(reports: Sequence[StatementReport]) -> list[str]:
    """A label for each, its id, with a number where several papers have the same."""
    ids = [report.id for report in reports]
    before = [ids[:place].count(id) for place, id in enumerate(ids)]
    return [f"{id}/{number + 1}" if number else id for id, number in zip(ids, before, strict=True)]


def _set(reports: Sequence[StatementReport]) -> Iterator[str]:
    ids = [report.id for report in reports]
    references = References(statements={report.id: reference(report.id, ids.index(report.id) + 1) for report in reports})
    for number, (report, label) in enumerate(zip(reports, labels(reports), strict=True), start=1):
        done = following(report, references, label, number)
        references = done.references
        yield f"% {report.id}\n{done.latex}"


def _summary(reports: Sequence[StatementReport]) -> Iterator[str]:
    """How many statements are of which verdict, and what the signs mean."""
    counted = Counter(report.verdict for report in reports)
    told = ", ".join(f"{number} {WORDS[verdict][number != 1]}" for verdict in VERDICTS if (number := counted[verdict]))
    verdicts = (verdict for report in reports for verdict in _verdicts(report))
    yield rf"\noindent Of {len(reports)} statements, {told}. {legend(counted, map(word, verdicts))}"
    yield "A number in parentheses names a calculation, such as (3) of the same statement or (2.3) of statement 2; (H1) is a hypothesis."
    yield r"\par\bigskip"


def _verdicts(report: StatementReport) -> Iterator[Verdict]:
    for several in (report.claims, report.steps, report.findings):
        yield from (each.verdict for each in several)


def _list(reports: Sequence[StatementReport]) -> Iterator[str]:
    """All statements with their verdicts and pages."""
    yield r"\small\begin{longtable}{@{}"
    yield r"R{1.6em}@{\ \ }C{1em}@{\ \ }L{14em}@{\ \ }L{11em}@{\ \ }L{17em}@{\ \ }R{2em}@{}}"
    yield r"\toprule & & statement & where & & page\\ \midrule\endhead \bottomrule\endfoot"
    for number, (report, label) in enumerate(zip(reports, labels(reports), strict=True), start=1):
        title = prose(report.statement.title) if report.statement else ""
        cells = [reference(label, number), SIGNS[report.verdict], named(report.id), placed(report.entry.where), title]
        yield rf"{' & '.join(cells)} & \pageref{{{label}}}\\"
    yield r"\end{longtable}\normalsize"
