"""Markup: pieces of HTML that stand by themselves, in colours that can be read on light and on dark."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from checks.language.orders import Goal
from checks.language.propositions import Proposition
from checks.language.terms import Term
from checks.pages.latex.terms import latex
from checks.pages.phrases import phrases
from checks.pages.prose import readable
from checks.pages.spans import BAD, FAINT, GOOD, MARKS, WARNING

COLOURS = {GOOD: "#2b8a3e", BAD: "#d9363e", WARNING: "#a86a00", FAINT: "#767676"}
CELL = "padding:.15em .8em .15em 0;border:0;text-align:left;vertical-align:baseline;background:none"
Row = tuple[str, ...]


def mathematics(formula: str) -> str:
    """LaTeX as MathML; where that cannot be made, as LaTeX between signs at which a notebook sets it."""
    try:
        from checks.pages.site.mathematics import mathml

        made = mathml(formula).replace("<math", '<math displaystyle="true"', 1)
        return f'<span style="font-size:115%">{made}</span>'
    except (ImportError, ValueError):
        return escape(rf"\(\displaystyle {formula}\)")


def formula(item: Term | Goal) -> str:
    """A term or a claim."""
    return mathematics(latex(item))


def proposition(stated: Proposition) -> str:
    """A proposition, its words as words."""
    lines = ("".join(words(part) if isinstance(part, str) else formula(part) for part in phrase) for phrase in phrases(stated))
    return " ".join(lines)


def words(text: str) -> str:
    """Words, in which mathematics is typed in ASCII."""
    return escape(readable(text))


def faint(html: str) -> str:
    """What matters less."""
    return f'<span style="opacity:.7">{html}</span>'


def mark(verdict: str) -> str:
    """A verdict's sign and word."""
    sign, tone = MARKS[verdict]
    return f'<span style="color:{COLOURS[tone]};font-weight:600;white-space:nowrap">{escape(f"{sign} {verdict}")}</span>'


def table(rows: Iterable[Row]) -> str:
    """Rows of cells; nothing where there are none."""
    body = "".join(f'<tr style="background:none">{"".join(f"<td style={CELL!r}>{cell}</td>" for cell in row)}</tr>' for row in rows)
    return f'<table style="border:0;border-collapse:collapse;margin:.3em 0;font-size:inherit">{body}</table>' if body else ""


def labelled(rows: Iterable[Row]) -> str:
    """Rows behind words that say what they are."""
    return table((faint(words(label)), *cells) for label, *cells in rows)


def heading(html: str) -> str:
    """What names the rest."""
    return f"<strong>{html}</strong>"


def card(*parts: str) -> str:
    """A page of its own, which scrolls where a formula is wider than it."""
    return f'<div style="overflow-x:auto;line-height:1.5">{"".join(parts)}</div>'
