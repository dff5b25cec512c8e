"""Calculations in LaTeX: aligned at their relation signs, the reason in words at the right of each line."""

from __future__ import annotations

from collections.abc import Iterable

from checks.calculation import Calculation, Step
from checks.language.claims import Claim
from checks.language.orders import Goal
from checks.language.propositions import Proposition
from checks.language.terms import Term
from checks.pages.latex.boxes import RELATION, Box, joined, text
from checks.pages.latex.lines import WIDTH, broken, size
from checks.pages.latex.prose import prose
from checks.pages.latex.terms import RELATIONS, boxed, right_side
from checks.pages.phrases import Phrase, phrases

SHORT, INDENT = 14.0, 2.0


def chain(calculation: Calculation) -> str:
    """The calculation as an `align*` environment; its first expression stands alone where it is long."""
    first = boxed(calculation.steps[0].claim.left)
    room = WIDTH - RELATION - INDENT - (first.width if first.width <= SHORT else 0.0)
    rows, widest = _first(calculation.steps[0], first, room)
    for step in calculation.steps[bool(first.width <= SHORT) :]:
        lines = _right(step.claim, room)
        rows += _rows("&" + RELATIONS[step.claim.relation], lines, str(step.reason))
        widest = max(widest, *(line.width for line in lines))
    return environment("align*", rows, size(widest, room))


def displayed(proposition: Proposition) -> str:
    """The proposition as a display, each of its lines broken where it is too wide."""
    boxes = [box for phrase in phrases(proposition) for box in _phrase(phrase)]
    widest = max(box.width for box in boxes)
    return environment("gather*", [box.latex for box in boxes], size(widest, WIDTH))


def inline(proposition: Proposition) -> str:
    """The proposition in one line of LaTeX mathematics."""
    return r"\ ".join(_joined(phrase).latex for phrase in phrases(proposition))


def environment(name: str, rows: Iterable[str], command: str = "") -> str:
    """Rows in an environment, in smaller type where a command for it is given."""
    body = " \\\\\n".join(f"  {row}" for row in rows)
    display = f"\\begin{{{name}}}\n{body}\n\\end{{{name}}}"
    return f"{{{command}\n{display}\n}}" if command else display


def _first(step: Step, first: Box, room: float) -> tuple[list[str], float]:
    """The rows of the first expression, together with the first line after it where both are short."""
    if first.width <= SHORT:
        lines = _right(step.claim, room)
        rows = _rows(f"{first.latex} &{RELATIONS[step.claim.relation]}", lines, str(step.reason))
        return rows, max(line.width for line in lines)
    lines = broken(step.claim.left, room)
    return [rf"&\phantom{{=}}\; {line.latex}" for line in lines], max(line.width for line in lines)


def _right(claim: Goal, room: float) -> tuple[Box, ...]:
    return broken(claim.right, room) if isinstance(claim, Claim) else (right_side(claim),)


def _rows(relation: str, lines: tuple[Box, ...], reason: str) -> list[str]:
    head, *tail = lines
    rows = [f"{relation} {head.latex}", *(rf"&\qquad {line.latex}" for line in tail)]
    rows[-1] += _tag(reason)
    return rows


def _tag(reason: str) -> str:
    """The reason at the right margin; TeX moves it below the line where there is no room beside it."""
    if len(reason) <= 70:
        return rf" \tag*{{\text{{{prose(reason)}}}}}"
    return rf" \tag*{{\parbox{{24em}}{{\raggedleft\small {prose(reason)}}}}}"


def _phrase(phrase: Phrase) -> list[Box]:
    whole = _joined(phrase)
    if whole.width <= WIDTH:
        return [whole]
    lines: list[Box] = []
    for part in phrase:
        lines += [_part(part)] if isinstance(part, str) else _wide(part)
    return [line for line in lines if line.latex not in (r"\text{}", r"\text{ }")]


def _wide(item: Term | Goal) -> list[Box]:
    if isinstance(item, Term):
        return list(broken(item, WIDTH))
    right = _right(item, WIDTH - RELATION)
    sign = Box(RELATIONS[item.relation], 0, RELATION)
    return [*broken(item.left, WIDTH), joined(sign, right[0]), *right[1:]]


def _joined(phrase: Phrase) -> Box:
    return joined(*map(_part, phrase), by="")


def _part(part: str | Term | Goal) -> Box:
    return text(prose(part), 0.5 * len(part)) if isinstance(part, str) else boxed(part)
