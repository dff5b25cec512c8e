"""Tables: rows in aligned columns, with rules on a terminal and plain everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TextIO

from checks.pages.spans import PLAIN, STRONG, Line, Span, line, show

Row = tuple[Span, ...]


def print_table(titles: Sequence[str], rows: Sequence[Row], stream: TextIO | None = None) -> None:
    """Writes the table; on a terminal its last column is wrapped, in a pipe each row stays one line."""
    stream = stream or sys.stdout
    if not stream.isatty():
        show(aligned(titles, rows), stream)
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*titles, box=box.SIMPLE_HEAD, header_style=STRONG, pad_edge=False)
    for column in table.columns[:-1]:
        column.no_wrap = column is not table.columns[1]
    for row in rows:
        table.add_row(*(Text(cell.text, cell.tone) for cell in row))
    Console(file=stream, highlight=False).print(table)


def aligned(titles: Sequence[str], rows: Sequence[Row]) -> list[Line]:
    """The table as lines of text, a column as wide as its widest cell."""
    widths = [max(len(title), *(len(row[place].text) for row in rows), 0) for place, title in enumerate(titles)]
    head = line(Span("  ".join(title.ljust(width) for title, width in zip(titles, widths, strict=True)), STRONG))
    return [head, *(_row(row, widths) for row in rows)]


def _row(row: Row, widths: Sequence[int]) -> Line:
    return tuple(Span(cell.text.ljust(width) + "  ", cell.tone or PLAIN) for cell, width in zip(row, widths, strict=True))
