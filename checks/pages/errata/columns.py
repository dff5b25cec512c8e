"""Columns: what is printed at the left, what holds instead at the right; one below the other where they do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.judging import NEEDS, ClaimReport, StatementReport
from checks.language.assumptions import Assumption
from checks.pages.latex.displays import displayed, printed, proposed
from checks.pages.latex.lines import WIDTH
from checks.pages.latex.marks import marked
from checks.pages.latex.measures import printed_width
from checks.pages.latex.prose import prose
from checks.pages.latex.terms import boxed
from checks.questions import CORRECTED
from checks.verdicts import word

WHOLE, NARROWEST, WIDEST, GUTTER = WIDTH - 2.0, 10.0, 24.0, 3.5


def compared(report: StatementReport) -> Iterator[str]:
    """Both sides, each with its title."""
    corrected = [each for each in report.claims if each.role == CORRECTED]
    needs = report.statement.needs if report.statement is not None and report.verdict == NEEDS else ()
    left = max(NARROWEST, printed_width(report.entry.printed))
    right = WHOLE - left - GUTTER
    if report.entry.printed and (corrected or needs) and left <= WIDEST and _fit(corrected, needs, right):
        columns = _column(_printed(report.entry.printed, left), left + 2.0), _column([*_corrected(corrected, right), *_needed(needs)], right + 2.0)
        yield rf"\noindent{columns[0]}\hfill{columns[1]}\par\smallskip"
    else:
        sides = _printed(report.entry.printed, WHOLE), [*_corrected(corrected, WHOLE), *_needed(needs)]
        yield from ("\n".join([r"\noindent", *side, r"\par"]) for side in sides if side)


def _fit(corrected: Sequence[ClaimReport], needs: Sequence[Assumption], room: float) -> bool:
    """Whether what holds instead takes about as many lines in a column as on a whole page."""
    beside, below = ([box for each in corrected for box in proposed(each.proposition, width)] for width in (room, WHOLE))
    widest = max([*(box.width for box in beside), *(boxed(each.claim).width for each in needs)], default=0.0)
    return widest <= room and len(beside) <= len(below) + len(corrected)


def _column(side: Sequence[str], width: float) -> str:
    return "\n".join([rf"\begin{{minipage}}[t]{{{width:.1f}em}}", *side, r"\end{minipage}"])


def _printed(formula: str, room: float) -> list[str]:
    return [r"\textit{printed}", printed(formula, room=room)] if formula else []


def _corrected(claims: Sequence[ClaimReport], room: float) -> list[str]:
    marks = [marked(word(each.verdict)) for each in claims]
    return [r"\textit{corrected}", displayed(*(each.proposition for each in claims), room=room, tags=marks)] if claims else []


def _needed(needs: Sequence[Assumption]) -> list[str]:
    """What must be assumed beside, by name and as a formula."""
    return [rf"\textit{{true if}} {prose(each.name)}\[ {boxed(each.claim).latex} \]" for each in needs]
