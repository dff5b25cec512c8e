"""Faults: why a text is no claim, at which column, and what to write instead."""

from __future__ import annotations


class NotRead(ValueError):
    """A text that is no claim of the language.

    Attributes:
        text: what was to be read.
        column: where it goes wrong, counted from 1.
        message: what is wrong there, in one sentence.
        remedy: what to write instead; empty where that is plain.
    """

    def __init__(self, text: str, column: int, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} (column {column})")
        self.text, self.column, self.message, self.remedy = text, column, message, remedy

    def __reduce__(self) -> tuple[type, tuple[str, int, str, str]]:
        return type(self), (self.text, self.column, self.message, self.remedy)

    @property
    def pointed(self) -> tuple[str, str]:
        """The text and a caret below the column, both cut to what is near it."""
        start = max(0, self.column - 61)
        shown = self.text[start : start + 100].translate(str.maketrans("\n\t\r", "   "))
        return shown, " " * (self.column - 1 - start) + "^"
