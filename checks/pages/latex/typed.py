"""Typed mathematics: formulas that stand in prose, recognized by their grammar and set as such."""

from __future__ import annotations

import re

from checks.letters import GREEK
from checks.pages.latex.signs import CLOSING, LETTERS, LOWERED, MARKS, NAMES, RAISED, RELATIONS

START = re.compile(r"(?<![\w.’'-])(?=[^\W_]|[(\[|−√∂∞.])")
BESIDE = re.compile(r"(?!st\b|rd\b|th\b)[a-zA-Z]{1,2}(?![a-zA-Z])")
NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+")
WORD = re.compile(r"[A-Za-z]+(?![A-Za-z])")
DIFFERENTIAL = re.compile(r"d[b-df-hj-np-tv-z]")
INDEX = re.compile(r"[A-Za-z]+|\d+|[^\W\d_]")
TRIVIAL = re.compile(r"[\d.]+|[AIe]|ln|log|exp|min|max|\([\d.]+\)|\(?\w\)")
AFTER = (  # follows `a` where it is a letter and not the article
    "and or is as at in for has rises falls grows moves lies ranges may must depends tends becomes makes pushes where fixed alone only the free"
)
ARTICLE = re.compile(rf"[^\w\s]|$| (?:{AFTER.replace(' ', '|')})\b")


class Mismatch(Exception):
    """What stands here is no formula."""


def formula_at(text: str, start: int) -> tuple[str, int] | None:
    r"""The formula that begins at a place of a text, in LaTeX, and where it ends.

    >>> formula_at("for E^(1/(1 + α·γ)), a rate", 4)
    ('E^{1/(1 + \\alpha \\gamma)}', 19)
    >>> formula_at("a rate", 0), formula_at("so a is", 3), formula_at("and", 0)
    (None, ('a', 4), None)
    """
    scanner = Scanner(text, start)
    try:
        written = scanner.chain()
    except Mismatch:
        return None
    found, rest = text[start : scanner.at], text[scanner.at :]
    if TRIVIAL.fullmatch(found) or (found == "a" and not ARTICLE.match(rest)) or re.match(r"[\w’]|['.-]\w", rest):
        return None
    return written, scanner.at


class Scanner:
    """Reads a formula as far as it goes; `at` is where it has come to."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.at = text, at

    def chain(self) -> str:
        """Expressions with relations between them."""
        written = self.sum()
        while sign := self.sign(" ", "".join(RELATIONS)):
            try:
                written += f" {RELATIONS[sign]} {self.sum()}"
            except Mismatch:
                self.at = self.before
                break
        return written

    def sum(self) -> str:
        """Terms with signs between them."""
        written = "-" + self.product() if self.took("−-") else "+" + self.product() if self.took("+") else self.product()
        while sign := self.sign(" ", "+−-"):
            back = self.before
            try:
                written += f" {sign.replace('−', '-')} {self.product()}"
            except Mismatch:
                self.at = back
                break
        return written

    def product(self) -> str:
        """Factors, with dots, slashes or nothing between them."""
        written, first = self.factor(), self.at
        while True:
            back, rest = self.at, self.text[self.at :]
            try:
                if sign := self.sign("", "·×/*"):
                    dot = r" \times " if sign == "×" else "/" if sign == "/" else r" \cdot " if self.peek().isdigit() else " "
                    written += dot + self.factor()
                elif back == first and written.isdigit() and BESIDE.match(rest) and not f"{written}{rest}".startswith("2nd "):
                    written += " " + self.letters()
                elif written.isalpha() and re.match(r" [a-z]\^", rest):
                    self.at += 1
                    written += " " + self.factor()
                else:
                    return written
            except Mismatch:
                self.at = back
                return written

    def factor(self) -> str:
        """A number, a letter or something in brackets, with what is raised, lowered or applied."""
        first = self.peek()
        if first in CLOSING:
            return self.marked(self.bracketed())
        if found := NUMBER.match(self.text, self.at):
            self.at = found.end()
            return self.marked(found[0])
        if first in ("∂", "√", "∞"):
            self.at += 1
            return {"∂": r"\partial ", "√": r"\surd ", "∞": r"\infty"}[first] + (self.factor() if first != "∞" else "")
        return self.applied()

    def applied(self) -> str:
        """A letter or the name of a function, with its arguments."""
        if self.peek() in LETTERS:
            self.at += 1
            return self.called(LETTERS[self.text[self.at - 1]])
        word = WORD.match(self.text, self.at)
        if word and DIFFERENTIAL.fullmatch(word[0]):
            self.at = word.end()
            return rf"\mathrm{{d}}{word[0][1]}"
        if word is None or (len(word[0]) > 1 and word[0] not in NAMES):
            raise Mismatch
        self.at = word.end()
        if word[0] == "sqrt":
            return rf"\sqrt{{{self.bracketed()[1:-1]}}}"
        if word[0] in ("ln", "log") and self.peek() == " ":
            return self.spaced(NAMES[word[0]])
        return self.called(NAMES.get(word[0], word[0]))

    def spaced(self, name: str) -> str:
        """The name of a function with its argument after a space, or alone where none follows."""
        back = self.at
        self.at += 1
        if found := re.compile(r"[A-Z]{2,}\b").match(self.text, self.at):
            self.at = found.end()
            return rf"{name} \mathrm{{{found[0]}}}"
        try:
            return f"{name} {self.factor()}"
        except Mismatch:
            self.at = back
            return name

    def letters(self) -> str:
        """Letters in a row behind a number, such as those of 6nd."""
        written = self.called(self.text[self.at], step=1)
        return written if not re.match(r"[a-zA-Z]", self.text[self.at :]) else f"{written} {self.called(self.text[self.at], step=1)}"

    def called(self, written: str, step: int = 0) -> str:
        """What is written, with its marks and with arguments behind it."""
        self.at += step
        written = self.marked(written)
        return self.marked(written + self.bracketed()) if self.peek() == "(" else written

    def marked(self, written: str) -> str:
        """What is written, with everything raised and lowered that follows."""
        while True:
            first = self.peek()
            if first == "^":
                self.at += 1
                written = _raised(written, self.exponent())
            elif first == "_" and (index := INDEX.match(self.text, self.at + 1)):
                self.at = index.end()
                written += _index(index[0])
            elif first in RAISED or first in LOWERED:
                table = RAISED if first in RAISED else LOWERED
                digits = re.match(f"[{''.join(table)}]+", self.text[self.at :])
                self.at += len(digits[0]) if digits else 1
                digit = "".join(table[each] for each in digits[0]) if digits else table[first]
                written = _raised(written, digit) if table is RAISED else f"{written}_{{{digit}}}"
            elif first in MARKS and not re.match(r"'\w|\*[\w|]", self.text[self.at :]):
                self.at += 1
                written += MARKS[first]
            else:
                return written

    def exponent(self) -> str:
        """What follows the sign of a power, without the parentheses about it."""
        if self.peek() == "(":
            return self.bracketed()[1:-1]
        sign = "-" if self.took("−-") else ""
        if self.peek() == "(":
            return sign + self.bracketed()
        if found := NUMBER.match(self.text, self.at):
            self.at = found.end()
            return sign + found[0]
        if (word := WORD.match(self.text, self.at)) and len(word[0]) > 1 and word[0] not in NAMES:
            self.at = word.end()
            return rf"{sign}\mathrm{{{word[0]}}}"
        return sign + self.applied()

    def bracketed(self) -> str:
        """Brackets with expressions in them."""
        opening = self.peek()
        if opening not in CLOSING:
            raise Mismatch
        self.at += 1
        parts = [self.chain()]
        while self.took(",") or self.took(";"):
            self.took(" ")
            parts.append(self.chain())
        if not self.took(CLOSING[opening]):
            raise Mismatch
        return f"{opening}{', '.join(parts)}{CLOSING[opening]}"

    def sign(self, gap: str, signs: str) -> str:
        """The sign that follows, with the same gap on both sides; `before` is where it was looked for."""
        self.before = self.at
        for space in dict.fromkeys((gap, "")):
            found = self.text[self.at + len(space) : self.at + len(space) + 1]
            after = self.text[self.at + len(space) + 1 :]
            if found and found in signs and self.text.startswith(space, self.at) and after.startswith(space):
                self.at += 2 * len(space) + 1
                return found
        return ""

    def took(self, signs: str) -> bool:
        """Whether one of the signs follows; it is passed."""
        is_there = self.peek() != "" and self.peek() in signs
        self.at += is_there
        return is_there

    def peek(self) -> str:
        """The next character, if there is one."""
        return self.text[self.at : self.at + 1]


def _raised(base: str, exponent: str) -> str:
    return f"({base})^{{{exponent}}}" if base.endswith("^{*}") else f"{base}^{{{exponent}}}"


def _index(name: str) -> str:
    if name == "star":
        return "^{*}"
    written = LETTERS.get(name) or (f"\\{name}" if name in GREEK else name if len(name) == 1 or name.isdigit() else rf"\mathrm{{{name}}}")
    return f"_{{{written}}}"
