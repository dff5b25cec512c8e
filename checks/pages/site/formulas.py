"""Formulas: claims and propositions as rows of mathematics and words, each row as wide as a page and no wider."""

from __future__ import annotations

from markupsafe import Markup, escape

from checks.language.claims import Claim
from checks.language.orders import Goal
from checks.language.propositions import Proposition
from checks.language.terms import Term
from checks.pages.latex.boxes import RELATION, Box
from checks.pages.latex.lines import broken
from checks.pages.latex.terms import RELATIONS, boxed, right_side
from checks.pages.phrases import phrases
from checks.pages.site.mathematics import UnknownLatex, mathml

ROOM = 38.0  # of a row, in em


def mathematics(latex: str) -> Markup:
    """LaTeX set as mathematics, or as it is written where it cannot be."""
    try:
        return Markup(mathml(latex))  # noqa: S704  # escaped where it is made
    except UnknownLatex:
        return Markup('<code class="latex">{}</code>').format(latex)


def rows(item: Term | Goal, room: float = ROOM) -> tuple[str, ...]:
    """The item in LaTeX, on as many rows as it needs."""
    whole = boxed(item)
    if whole.width <= room:
        return (whole.latex,)
    if isinstance(item, Term):
        return _latex(broken(item, room))
    sign, (first, *rest) = RELATIONS[item.relation], right_rows(item, room - RELATION)
    return (*_latex(broken(item.left, room)), f"{sign} {first}", *rest)


def right_rows(goal: Goal, room: float = ROOM) -> tuple[str, ...]:
    """The right side of a goal in LaTeX, with what grows and what ranges where it is an order."""
    return _latex(broken(goal.right, room)) if isinstance(goal, Claim) else (right_side(goal).latex,)


def formula(item: Term | Goal) -> Markup:
    """The item on its rows; those after the first are set in."""
    first, *rest = rows(item)
    return mathematics(first) + Markup("").join(Markup('<span class="row">{}</span>').format(mathematics(each)) for each in rest)


def proposition(said: Proposition) -> Markup:
    """The proposition as phrases, one below another."""
    lines = (Markup("").join(escape(part) if isinstance(part, str) else formula(part) for part in phrase) for phrase in phrases(said))
    return Markup("").join(Markup('<span class="phrase">{}</span>').format(each) for each in lines)


def _latex(boxes: tuple[Box, ...]) -> tuple[str, ...]:
    """Rows in LaTeX; a sign before which a row was broken still stands between two terms."""
    first, *rest = (each.latex for each in boxes)
    return (first, *(f"{{}} {each}" if each[0] in "+-" else each for each in rest))
