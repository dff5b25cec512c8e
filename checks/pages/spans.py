"""Spans: the lines of a page as pieces of text with a tone, in colour on a terminal and plain everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

GOOD, BAD, WARNING, FAINT, STRONG, PLAIN = "green", "bold red", "yellow", "dim", "bold", ""

MARKS: dict[str, tuple[str, str]] = {
    "holds": ("✓", GOOD),
    "needs": ("+", WARNING),
    "fails": ("✗", BAD),
    "open": ("?", FAINT),
    "informal": ("–", FAINT),
    "certified": ("✓", GOOD),
    "proved": ("✓", GOOD),
    "supported": ("~", WARNING),
    "undecided": ("?", WARNING),
    "refuted": ("✗", BAD),
    "vacuous": ("∅", BAD),
    "ill-defined": ("!", BAD),
}


@dataclass(frozen=True, slots=True)
class Span:
    """Some text and its tone; the tone never says what the text does not."""

    text: str
    tone: str = PLAIN


Line = tuple[Span, ...]


def line(*parts: str | Span) -> Line:
    """A line of text and spans."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def marked(verdict: str) -> Span:
    """A verdict's sign and word."""
    sign, tone = MARKS[verdict]
    return Span(f"{sign} {verdict}", tone)


def heading(text: str) -> Line:
    """A line that names what follows."""
    return (Span(text, STRONG),)


def plain(lines: Iterable[Line]) -> str:
    """The lines without tones."""
    return "".join("".join(span.text for span in each).rstrip() + "\n" for each in lines)


def show(lines: Iterable[Line], stream: TextIO | None = None) -> None:
    """Writes the lines, in colour where the stream is a terminal."""
    stream = stream or sys.stdout
    if not stream.isatty():
        stream.write(plain(lines))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for each in lines:
        console.print(Text.assemble(*((span.text, span.tone) for span in each)))
