"""Calculations in LaTeX: aligned at their relation signs, at the right of each line its reason, in the margin its verdict."""

from __future__ import annotations

from collections.abc import Sequence

from checks.calculation import Calculation, Step
from checks.pages.latex.boxes import RELATION
from checks.pages.latex.displays import INDENT, aligned, environment, right_lines
from checks.pages.latex.lines import WIDTH, broken, size
from checks.pages.latex.marks import marked
from checks.pages.latex.references import References
from checks.pages.latex.terms import boxed
from checks.verdicts import Verdict, word

SHORT = 14.0
UNCITED = References()


def chain(calculation: Calculation, verdicts: Sequence[Verdict] = (), *, references: References = UNCITED, room: float = WIDTH) -> str:
    """The calculation as an `align*` environment; its first expression stands alone where it is long."""
    first = boxed(calculation.steps[0].claim.left)
    beside = room - RELATION - INDENT - first.width
    is_alone = first.width > SHORT or _widest(calculation, beside) > beside
    rest = room - RELATION - INDENT if is_alone else beside
    rows = _alone(calculation.steps[0], rest) if is_alone else []
    for place, step in enumerate(calculation.steps):
        left = first.latex if not is_alone and place == 0 else ""
        written = aligned(left, step.claim.relation, right_lines(step.claim, rest))
        written[-1] += _tag(references.reason(step.reason), verdicts[place : place + 1])
        rows += written
    widest = max(_widest(calculation, rest), *(line.width for line in broken(calculation.steps[0].claim.left, rest) if is_alone), 0.0)
    return environment("align*", rows, size(widest, rest))


def _widest(calculation: Calculation, room: float) -> float:
    return max(line.width for step in calculation.steps for line in right_lines(step.claim, room))


def _alone(step: Step, room: float) -> list[str]:
    """The rows of a first expression that has them for itself."""
    return [rf"&\phantom{{=}}\; {line.latex}" for line in broken(step.claim.left, room)]


def _tag(reason: str, verdicts: Sequence[Verdict]) -> str:
    """The reason at the right; TeX moves it below the line where there is no room beside it."""
    set_small = reason if len(reason) <= 160 else rf"\parbox{{24em}}{{\raggedleft\small {reason}}}"
    return rf" \tag*{{{set_small}{''.join(marked(word(each)) for each in verdicts)}}}"
