"""The grammar of the corpus: claims of the shell's language as nested tuples, read without any of the project's code.

Expressions: ("number", Fraction), ("name", str), ("neg", a), ("+", a, b), ("-", a, b), ("*", a, b), ("/", a, b), ("**", a, b),
("call", name, arguments). Claims: ("chain", expressions, relations), ("in", name, interval), ("order", relation, f, g, growing, ranging),
("and", p, q), ("or", p, q), ("not", p), ("=>", p, q), ("<=>", p, q), ("exists", name, value, p), ("all", name, interval, p).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Tree = tuple[Any, ...]
TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|<=>|=>|->|\*\*|<=|>=|!=|==|[-+*/^()\[\],|<>=~:])")
NAMED = ("log", "ln", "exp", "sqrt", "abs", "min", "max", "diff", "integral", "limit")
RELATIONS = ("=", "==", "!=", "<", "<=", ">", ">=")
LANDAU = ("O", "o", "Omega", "Theta")


class NotRead(ValueError):
    """A text that is no claim of the language."""


@dataclass(frozen=True)
class Ends:
    """An interval; an end of None is infinite."""

    low: Fraction | None
    high: Fraction | None
    with_low: bool
    with_high: bool


def read(text: str) -> Tree:
    """The claim as a tree."""
    reader = _Reader(text)
    tree = reader.claim()
    if reader.next != "":
        raise NotRead(f"{text!r}: {reader.next!r} is left over")
    return tree


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at, self.tokens = text, 0, list[str]()
        end = 0
        while end < len(text.rstrip()):
            found = TOKEN.match(text, end)
            if found is None:
                raise NotRead(f"{text!r}: {text[end:]!r}")
            self.tokens.append(found[1])
            end = found.end()

    @property
    def next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, *wanted: str) -> str:
        if wanted and self.next not in wanted:
            raise NotRead(f"{self.text!r}: {self.next!r} where one of {wanted} belongs")
        self.at += 1
        return self.tokens[self.at - 1]

    def has(self, *wanted: str) -> bool:
        if self.next in wanted and self.next:
            self.at += 1
            return True
        return False

    def claim(self) -> Tree:
        left = self._implication()
        return ("<=>", left, self._implication()) if self.has("<=>") else left

    def _implication(self) -> Tree:
        left = self._either()
        return ("=>", left, self._implication()) if self.has("=>") else left

    def _either(self) -> Tree:
        left = self._both()
        while self.has("or"):
            left = ("or", left, self._both())
        return left

    def _both(self) -> Tree:
        left = self._single()
        while self.has("and"):
            left = ("and", left, self._single())
        return left

    def _single(self) -> Tree:
        if self.has("not"):
            return ("not", self._single())
        if self.has("exists"):
            name = self.take()
            self.take("=")
            value = self.sum()
            self.take(":")
            return ("exists", name, value, self.claim())
        if self.has("for"):
            self.take("all")
            name = self.take()
            self.take("in")
            ends = self._ends()
            self.take(":")
            return ("all", name, ends, self.claim())
        if self.next == "(":
            start = self.at
            try:
                self.take("(")
                inner = self.claim()
                self.take(")")
                if self.next in ("", ")", "and", "or", "=>", "<=>", ":"):
                    return inner
            except NotRead:
                pass
            self.at = start
        return self._comparison()

    def _comparison(self) -> Tree:
        sides, relations = [self.sum()], list[str]()
        if self.has("in"):
            return ("in", sides[0][1], self._ends())
        if self.has("->"):
            value = self.sum()
            return self._tends(sides[0], value)
        if self.has("~"):
            return self._order("~", sides[0], self.sum())
        while self.next in RELATIONS:
            relation = self.take()
            if relation == "=" and self.next in LANDAU and self.tokens[self.at + 1 : self.at + 2] == ["("]:
                landau = self.take()
                self.take("(")
                bound = self.sum()
                self.take(")")
                return self._order(landau, sides[0], bound)
            relations.append("=" if relation == "==" else relation)
            sides.append(self.sum())
        if not relations:
            raise NotRead(f"{self.text!r}: a claim compares")
        return ("chain", tuple(sides), tuple(relations))

    def _tends(self, term: Tree, value: Tree) -> Tree:
        self.take("as")
        name = self.take()
        self.take("->")
        return ("chain", (("call", "limit", (term, ("name", name), self.sum())), value), ("=",))

    def _order(self, relation: str, left: Tree, right: Tree) -> Tree:
        self.take("as")
        growing, ranging = [self.take()], list[str]()
        while self.has(","):
            growing.append(self.take())
        self.take("->")
        self.take("oo")
        if self.has(","):
            self.take("uniformly")
            self.take("in")
            ranging.append(self.take())
            while self.has(","):
                ranging.append(self.take())
        return ("order", relation, left, right, tuple(growing), tuple(ranging))

    def _ends(self) -> Ends:
        with_low = self.take("[", "(") == "["
        low = self._end()
        self.take(",")
        high = self._end()
        return Ends(low, high, with_low, self.take("]", ")") == "]")

    def _end(self) -> Fraction | None:
        return constant(self.sum())

    def sum(self) -> Tree:
        left = self._product()
        while self.next in ("+", "-"):
            left = (self.take(), left, self._product())
        return left

    def _product(self) -> Tree:
        left = self._signed()
        while self.next in ("*", "/"):
            left = (self.take(), left, self._signed())
        return left

    def _signed(self) -> Tree:
        if self.has("-"):
            return ("neg", self._signed())
        if self.has("+"):
            return self._signed()
        return self._power()

    def _power(self) -> Tree:
        base = self._atom()
        return ("**", base, self._signed()) if self.has("**", "^") else base

    def _atom(self) -> Tree:
        token = self.take()
        if token == "(":  # noqa: S105 — a parenthesis
            inner = self.sum()
            self.take(")")
            return inner
        if token == "|":  # noqa: S105 — a bar
            inner = self.sum()
            self.take("|")
            return ("call", "abs", (inner,))
        if token[0].isdigit():
            return ("number", Fraction(token))
        if token in NAMED:
            return self._call("log" if token == "ln" else token)  # noqa: S105 — a name
        if token[0].isalpha() or token[0] == "_":
            return ("name", token)
        raise NotRead(f"{self.text!r}: {token!r} where an expression belongs")

    def _call(self, name: str) -> Tree:
        if not self.has("("):
            return ("call", name, (self._atom(),))
        arguments = [self.sum()]
        while self.has(","):
            arguments.append(self.sum())
        self.take(")")
        return ("call", name, tuple(arguments))


def constant(tree: Tree) -> Fraction | None:
    """The rational that an expression without names spells out; None for plus or minus infinity.

    Raises:
        NotRead: where it spells out no rational.
    """
    match tree:
        case ("number", value):
            return value
        case ("name", "oo") | ("neg", ("name", "oo")):
            return None
        case ("neg", inner):
            return -_rational(inner)
        case ("+", a, b):
            return _rational(a) + _rational(b)
        case ("-", a, b):
            return _rational(a) - _rational(b)
        case ("*", a, b):
            return _rational(a) * _rational(b)
        case ("/", a, b) if _rational(b):
            return _rational(a) / _rational(b)
    raise NotRead(f"{tree} is no rational number")


def _rational(tree: Tree) -> Fraction:
    value = constant(tree)
    if value is None:
        raise NotRead("oo is no number")
    return value


def names(tree: Any) -> frozenset[str]:
    """The free names of a tree."""
    match tree:
        case ("name", name):
            return frozenset() if name in ("e", "pi", "oo") else frozenset({name})
        case ("call", "integral", (term, ("name", bound), low, high)):
            return (names(term) - {bound}) | names(low) | names(high)
        case ("call", "limit", (term, ("name", bound), point)):
            return (names(term) - {bound}) | names(point)
        case ("exists", name, value, claim):
            return (names(claim) - {name}) | names(value)
        case ("in", name, _):
            return frozenset({name})
        case ("order", _, left, right, growing, ranging):
            return names(left) | names(right) | {*growing, *ranging}
        case ("all", name, _, claim):
            return names(claim) | {name}
        case tuple():
            return frozenset[str]().union(*(names(part) for part in tree))
    return frozenset()
