"""Unread: why a text is no claim, with a caret below the place."""

from __future__ import annotations

from checks.pages.spans import BAD, STRONG, Line, Span, line
from checks.reading.faults import NotRead


def fault_page(fault: NotRead) -> list[Line]:
    """Why a text is no claim, with a caret below the place."""
    text, caret = fault.pointed
    lines = [line(Span("not a claim", BAD), f": {fault.message}"), line("  ", text), line("  ", Span(caret, STRONG))]
    return lines + ([line(f"  {fault.remedy}")] if fault.remedy else [])
