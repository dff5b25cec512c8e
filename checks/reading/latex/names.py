"""Names in LaTeX: a letter or a worded name, with its subscripts, and with a star or a prime above it."""

from __future__ import annotations

import re

from checks.reading.latex.pieces import Piece, Stream
from checks.reading.latex.signs import FONTS, LETTERS, SPELLED, STARS
from checks.reading.words import Word, ascii_name


def name(stream: Stream) -> Word:
    """A letter or a worded name with its subscripts, and with a star or a prime if it has one."""
    piece = stream.take()
    if piece.text in FONTS:
        inner = _flat(stream) if stream.shows("{") else ""
        if not inner.isidentifier():
            raise stream.fault(f"{inner!r} is no name", "name it with letters", piece.start)
        found = inner
    else:
        found = LETTERS.get(piece.text) or ascii_name(piece.text)
    _require_no_function(piece, stream)
    found += _suffixes(stream)
    return Word("NAME", found, piece.text, piece.start)


def _suffixes(stream: Stream) -> str:
    """Subscripts, and stars and primes above, as the end of a name."""
    found = ""
    while True:
        if stream.taken("_"):
            found += f"_{_flat(stream)}"
        elif stream.shows("^") and (star := STARS.get(stream.ahead())):
            stream.take()
            stream.take()
            found += f"_{star}"
        elif stream.shows("^") and stream.ahead() == "{" and stream.ahead(3) == "}" and (star := STARS.get(stream.ahead(2))):
            for _ in range(4):
                stream.take()
            found += f"_{star}"
        elif stream.taken("'"):
            found += "_prime"
        else:
            return found


def _flat(stream: Stream) -> str:
    """A subscript as part of a name."""
    start = stream.start
    if not stream.shows("{"):
        texts = [stream.single().text]
    else:
        stream.take()
        texts = []
        while not stream.shows("}"):
            piece = stream.take()
            if piece.text not in (*FONTS, "{", "}"):
                texts.append(piece.text)
            elif piece.text in FONTS and stream.shows("{"):
                texts.append(_flat(stream))
        stream.take("}")
    spelled = [LETTERS.get(text, STARS.get(text, "_" if text == "," else ascii_name(text))) for text in texts]
    name = "".join(spelled)
    if not re.fullmatch(r"\w+", name):
        raise stream.fault("a subscript is part of a name, and this one cannot be", "use letters and digits", start)
    return name


def _require_no_function(piece: Piece, stream: Stream) -> None:
    """What looks like a function in plain letters, or like the value of an unknown one, is refused."""
    rest = stream.text[piece.start :]
    spelled = next((name for name in SPELLED if re.match(rf"{name}(?![a-zA-Z])", rest)), None)
    if piece.kind == "letter" and spelled is not None:
        raise stream.fault(f"{spelled} in plain letters is a product of variables", f"write \\{spelled}", piece.start)
    if piece.text in ("f", "g", "h") and stream.shows("("):
        raise stream.fault(f"there is no function {piece.text}", f"for a product write {piece.text} \\cdot (...)", piece.start)
