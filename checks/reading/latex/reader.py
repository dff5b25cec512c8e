"""The reader: operands with their scripts, functions, groups and signs, as words of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.reading.latex.joining import at, join, parenthesised
from checks.reading.latex.names import name
from checks.reading.latex.operators import fraction, integral, is_differential, limit
from checks.reading.latex.pieces import Piece, Stream
from checks.reading.latex.signs import FONTS, FRACTIONS, FUNCTIONS, LETTERS, OPENING, OPERANDS, SIGNS, WORDED
from checks.reading.words import Word, ascii_name


class Reader:
    """Takes words from a stream of pieces."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream

    def sequence(self, until: Iterable[str], *, product: bool = False) -> list[Word]:
        """Words up to one of the pieces that end it; a product ends before a sum or a relation as well."""
        found = list[Word]()
        ends = {*until, "}", ")", "]", r"\}", r"\rvert"} - {"|"}
        while self.stream.next is not None and not self.stream.shows(*ends):
            if self.stream.shows("|") and "|" in until and found and found[-1].kind in OPERANDS:
                break
            if product and self.stream.next.text in SIGNS and SIGNS[self.stream.next.text][0] not in ("TIMES", "DIVIDE"):
                break
            if product and self.stream.next.text in FONTS and self.worded() in WORDED:
                break
            join(found, self.item(found))
        return found

    def item(self, before: list[Word]) -> list[Word]:
        """What comes next: a sign, or an operand with its scripts."""
        piece = self.stream.next
        if piece is not None and piece.text in SIGNS:
            self.stream.take()
            kind, value = SIGNS[piece.text]
            return [Word(kind, value, piece.text, piece.start)]
        if piece is not None and piece.text in FONTS and (worded := self.worded()) in WORDED:
            self.stream.take()
            self.stream.skip_group()
            return [Word(WORDED[worded], worded, worded, piece.start)]
        if before and before[-1].kind == "IN" and self.stream.shows("(", "["):
            return self._interval()
        if self.stream.shows("^"):
            return self._power()
        return self._operand(before)

    def worded(self) -> str:
        """The words in the group behind a command for fonts."""
        inside = re.match(r"\\[a-z]+\*?\s*\{([^{}]*)\}", self.stream.text[self.stream.start :])
        return " ".join(inside[1].split()) if inside else ""

    def _operand(self, before: list[Word]) -> list[Word]:
        piece = self.stream.next
        if piece is None:
            raise self.stream.fault("the claim ends too early")
        if self._is_landau(before):
            return self._landau()
        match piece:
            case Piece("number", text, start):
                self.stream.take()
                return [Word("NUMBER", text, text, start)]
            case Piece(_, "{" | "(" | "[" | "\\{" | "\\lvert" | "|", _):
                return self._group()
            case Piece(_, "\\sqrt", _):
                return self._root()
            case Piece(_, "\\lim", _):
                return limit(self)
            case Piece(_, "\\int", _):
                return integral(self)
            case Piece(_, text, _) if text in FRACTIONS:
                return fraction(self)
            case Piece(_, text, _) if text in FUNCTIONS or (text in FONTS and rf"\{self.worded()}" in FUNCTIONS):
                return self._function()
            case Piece("letter", _, _) | Piece(_, "\\partial", _):
                return [name(self.stream)]
            case Piece(_, text, _) if text in LETTERS or text in FONTS:
                return [name(self.stream)]
        raise self.stream.fault(f"{piece.text!r} is not known here", "see lemmata prove --help for what can be said")

    def _group(self) -> list[Word]:
        """A group in braces, parentheses or bars."""
        opening = self.stream.take()
        closing = OPENING.get(opening.text, "}" if opening.text == "{" else "|")
        inner = self.sequence((closing,))
        if not self.stream.shows(closing):
            raise self.stream.fault(f"this {opening.text!r} is not closed", f"close it with {closing!r}", opening.start)
        closed = self.stream.take()
        if closing in ("|", r"\rvert"):
            return [at("FUNCTION", "abs", opening), at("LPAR", "(", opening), *inner, at("RPAR", ")", closed)]
        return [at("LPAR", "(", opening), *inner, at("RPAR", ")", closed)]

    def _interval(self) -> list[Word]:
        opening = self.stream.take()
        low = self.sequence((",",))
        if not self.stream.shows(","):
            raise self.stream.fault("an interval has two ends", "write x \\in [0, 1]")
        comma = self.stream.take()
        high = self.sequence((")", "]"))
        closing = self.stream.take(")", "]")
        first = at("LBRACKET" if opening.text == "[" else "LPAR", opening.text, opening)
        last = at("RBRACKET" if closing.text == "]" else "RPAR", closing.text, closing)
        return [first, *low, at("COMMA", ",", comma), *high, last]

    def argument(self) -> list[Word]:
        """An argument of a command, in parentheses: a group in braces, or the next piece."""
        if self.stream.shows("{"):
            return self._group()
        start = self.stream.start
        piece = self.stream.single()
        if piece.kind == "number":
            inner = [Word("NUMBER", piece.text, piece.text, piece.start)]
        elif piece.kind == "letter" or piece.text in LETTERS:
            inner = [at("NAME", LETTERS.get(piece.text, ascii_name(piece.text)), piece)]
        else:
            raise self.stream.fault(f"{piece.text!r} needs braces around it here", "", start)
        return [Word("LPAR", "(", "", start), *inner, Word("RPAR", ")", "", start)]

    def _power(self) -> list[Word]:
        sign = self.stream.take("^")
        if self.stream.shows("^", "_") or self.stream.next is None:
            raise self.stream.fault("an exponent is missing behind '^'", "write what belongs there")
        exponent = self.argument()
        if self.stream.shows("^"):
            raise self.stream.fault("a second exponent can be read in two ways", "use braces: x^{a^b}")
        return [at("POWER", "**", sign), *exponent]

    def _is_landau(self, before: list[Word]) -> bool:
        opens = self.stream.ahead() == "("
        if self.stream.shows(r"\mathcal"):
            return self._calligraphic() in ("O", "o")
        return opens and self.stream.shows("O", "o", r"\Omega", r"\Theta") and bool(before) and before[-1].kind == "EQUAL"

    def _calligraphic(self) -> str:
        inside = re.match(r"\\mathcal\s*\{\s*([A-Za-z])\s*\}", self.stream.text[self.stream.start :])
        return inside[1] if inside else ""

    def _landau(self) -> list[Word]:
        piece = self.stream.take()
        letter = LETTERS.get(piece.text, piece.text)
        if piece.text == r"\mathcal":
            letter = self.stream.raw_group()
            self.stream.skip_group()
        if not self.stream.shows("("):
            raise self.stream.fault(f"{letter} needs parentheses", f"write {letter}(g)")
        return [at("LANDAU", letter, piece), *self._group()]

    def _root(self) -> list[Word]:
        """A square root, or a power with the exponent 1/n."""
        sign = self.stream.take()
        if not self.stream.shows("["):
            return [at("FUNCTION", "sqrt", sign), *self.argument()]
        self.stream.take("[")
        order = self.sequence(("]",))
        closing = self.stream.take("]")
        exponent = [
            at("LPAR", "(", sign),
            at("NUMBER", "1", sign),
            at("DIVIDE", "/", sign),
            *parenthesised(order, closing),
            at("RPAR", ")", closing),
        ]
        return parenthesised([*self.argument(), at("POWER", "**", sign), *exponent], sign)

    def _function(self) -> list[Word]:
        r"""A function, perhaps with a power, at a group or at one factor: `\log^2 x` and `\log x^2`."""
        piece = self.stream.take()
        name = FUNCTIONS.get(piece.text)
        if name is None:
            name = FUNCTIONS[rf"\{self.stream.raw_group().strip()}"]
            self.stream.skip_group()
        if self.stream.shows("_"):
            raise self.stream.fault(f"{piece.text} has no subscript", "write another base as \\frac{\\log x}{\\log b}")
        power = self._power() if self.stream.shows("^") else []
        if self.stream.shows("(", "[", r"\{"):
            called = [at("FUNCTION", name, piece), *self._group()]
        else:
            called = [at("FUNCTION", name, piece), *parenthesised(self._factor(piece), piece)]
            self._require_end(piece)
        return parenthesised([*called, *power], piece) if power else called

    def _factor(self, function: Piece) -> list[Word]:
        """One operand with its scripts, as the argument of a function without parentheses."""
        if self.stream.next is None or self.stream.next.text in SIGNS or self.stream.shows(")", "}", "]", r"\}"):
            raise self.stream.fault(f"{function.text} needs an argument", f"write {function.text}(x)")
        if self.stream.next.text in FUNCTIONS:
            return self._function()
        found = self._operand([])
        while self.stream.shows("^"):
            found += self._power()
        return found

    def _require_end(self, function: Piece) -> None:
        piece = self.stream.next
        if piece is None or piece.text in SIGNS or piece.text in (")", "}", "]", r"\}", "|", r"\rvert") or piece.text in FUNCTIONS:
            return
        if (piece.text in FONTS and self.worded() in WORDED) or is_differential(self):
            return
        raise self.stream.fault(f"it is not plain where the argument of {function.text} ends", f"use parentheses: {function.text}(...)")
