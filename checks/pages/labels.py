"""Labels: text behind a word that says what it is, wrapped behind it."""

from __future__ import annotations

from checks.pages.spans import Line, Span, line
from checks.pages.wrapping import page_width, sentences, wrapped

LABEL = 12


def labelled(label: str, text: str, *, formula: bool = True) -> list[Line]:
    """Text behind a label, wrapped behind it."""
    width = page_width() - LABEL - 2
    first, *rest = (wrapped(text, width) if formula else sentences(text, width)) or [""]
    return [line(Span(f"  {label:<{LABEL}}"), first), *(line(" " * (LABEL + 2), each) for each in rest)]
