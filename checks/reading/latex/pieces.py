"""Pieces: LaTeX cut into commands, numbers, letters and signs, as TeX does."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.reading.faults import NotRead

PIECE = re.compile(r"(?P<command>\\(?:[A-Za-z]+\*?|.))|(?P<number>\d+\.\d+|\d+|\.\d+)|(?P<letter>[^\W\d_])|(?P<space>[\s~]+)|(?P<sign>.)", re.DOTALL)
SIZES = ("limits", "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr")
SKIPPED = {"$", "\\ ", *(f"\\{name}" for name in (*",;:!()[]", "quad", "qquad", "displaystyle", "textstyle", *SIZES))}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of LaTeX and where it stands, counted from 0."""

    kind: str
    text: str
    start: int


def pieces(text: str) -> list[Piece]:
    """The pieces of a text, without space and without what only changes how it looks."""
    found = [Piece(each.lastgroup or "", each[0], each.start()) for each in PIECE.finditer(text)]
    return [each for each in found if each.kind != "space" and each.text not in SKIPPED]


class Stream:
    """Pieces that are taken one after the other."""

    def __init__(self, text: str) -> None:
        self.text, self._pieces, self._at = text, pieces(text), 0

    def fault(self, message: str, remedy: str = "", at: int | None = None) -> NotRead:
        """What is wrong at a place, or at the next piece."""
        return NotRead(self.text, (self.start if at is None else at) + 1, message, remedy)

    @property
    def next(self) -> Piece | None:
        """The piece that comes next."""
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    @property
    def start(self) -> int:
        """Where that stands, or the end of the text."""
        return len(self.text) if self.next is None else self.next.start

    def shows(self, *texts: str) -> bool:
        """Whether one of these comes next."""
        return self.next is not None and self.next.text in texts

    def ahead(self, distance: int = 1) -> str:
        """The text of a piece further on."""
        return self._pieces[self._at + distance].text if self._at + distance < len(self._pieces) else ""

    def rest(self) -> list[str]:
        """The texts of all pieces that are left."""
        return [each.text for each in self._pieces[self._at :]]

    def take(self, *wanted: str) -> Piece:
        """The next piece, which must be one of these.

        Raises:
            NotRead: where it is not.
        """
        piece = self.next
        if piece is None or (wanted and piece.text not in wanted):
            said = f"{wanted[0]!r} belongs here" if wanted else "the claim ends too early"
            raise NotRead(self.text, self.start + 1, said)
        self._at += 1
        return piece

    def taken(self, *wanted: str) -> bool:
        """Whether one of these came next, and was taken."""
        if self.shows(*wanted):
            self._at += 1
            return True
        return False

    def single(self) -> Piece:
        """The next piece as TeX takes an argument without braces: of a number its first digit."""
        piece = self.take()
        if piece.kind == "number" and len(piece.text) > 1:
            self._at -= 1
            self._pieces[self._at] = Piece("number", piece.text[1:], piece.start + 1)
            return Piece("number", piece.text[0], piece.start)
        return piece

    def raw_group(self) -> str:
        """The text of the group in braces that comes next; empty where none does. Nothing is taken."""
        if not self.shows("{"):
            return ""
        depth, start = 0, self.start
        for piece in self._pieces[self._at :]:
            depth += (piece.text == "{") - (piece.text == "}")
            if depth == 0:
                return self.text[start + 1 : piece.start]
        raise NotRead(self.text, start + 1, "this '{' is not closed", "close it with '}'")

    def skip_group(self) -> None:
        """Takes the group in braces that comes next."""
        depth = 0
        while True:
            piece = self.take()
            depth += (piece.text == "{") - (piece.text == "}")
            if depth == 0:
                return
