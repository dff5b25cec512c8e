"""Wrapping: long formulas and sentences on several lines, formulas broken where they are least tightly bound."""

from __future__ import annotations

import shutil
import sys
import textwrap

OPENING, CLOSING = "([{", ")]}"
PIPED = 110  # columns where nobody's terminal sets the width
AFTER = "·,/"


def page_width() -> int:
    """The width of the terminal, within what can be read, or that of a page where there is none."""
    return max(60, min(shutil.get_terminal_size().columns, 140)) if sys.stdout.isatty() else PIPED


def wrapped(formula: str, width: int, indent: int = 4) -> list[str]:
    """The formula on lines of at most that width, if it can be broken there.

    >>> wrapped("a·b + c·(d + e) + f", 14, indent=2)
    ['a·b', '  + c·(d + e)', '  + f']
    """
    lines, rest, room = [], formula, width
    while len(rest) > room and (at := _break(rest, room)):
        lines.append(rest[:at].rstrip())
        rest, room = rest[at:].lstrip(), width - indent
    return [each if place == 0 else " " * indent + each for place, each in enumerate([*lines, rest])]


def _break(formula: str, room: int) -> int:
    """Where to break: before a sign or after a dot, as little deep in parentheses as possible, then as far right."""
    depth, best, least = 0, 0, 1000
    for place, letter in enumerate(formula[: room + 1]):
        depth += (letter in OPENING) - (letter in CLOSING)
        rank = _rank(formula, place, depth)
        if place >= room // 4 and rank is not None and rank <= least:
            best, least = place, rank
    return best


def _rank(formula: str, place: int, depth: int) -> int | None:
    """How tightly the formula is bound at a place; None where it must not be broken."""
    before = formula[place - 1]
    if formula[place] == " " and before not in "+−-=<>≤≥≠":
        return 4 * depth
    return 4 * depth + 2 if before in AFTER and formula[place] != " " else None


def sentences(text: str, width: int, indent: str = "") -> list[str]:
    """Prose filled into lines."""
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
