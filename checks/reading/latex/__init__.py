"""LaTeX cut into the words of the language; what it says by juxtaposition gets its sign, what it leaves open is refused."""

from __future__ import annotations

from checks.reading.latex.pieces import Stream
from checks.reading.latex.reader import Reader
from checks.reading.words import Word


def words(text: str) -> list[Word]:
    """The words of a text.

    Raises:
        NotRead: at what is not known, or could be read in two ways.
    """
    reader = Reader(Stream(text))
    found = reader.sequence(())
    if reader.stream.next is not None:
        raise reader.stream.fault(f"{reader.stream.next.text!r} closes nothing", "leave it out, or open it before")
    return found
