"""Parsing: words into the tree that the grammar in `claims.lark` gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checks.reading.faults import NotRead
from checks.reading.words import FUNCTIONS, LANDAU, MOST_CHARACTERS, Word

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

OPERANDS = ("NUMBER", "NAME", "RPAR", "BAR", "RBRACKET")  # what an operand may end with
BEGINNINGS = ("NUMBER", "NAME", "LPAR", "BAR", "FUNCTION", "LANDAU")
CLOSED = {"LPAR": "RPAR", "LBRACKET": "RBRACKET"}


def parsed(text: str, words: Sequence[Word]) -> Tree[Token]:
    """The tree of a text that was cut into words.

    Raises:
        NotRead: where it is no claim of the language.
    """
    if not words:
        raise NotRead(text, 1, "there is nothing to read", "write a claim, such as 'x**2 >= 0'")
    if len(text) > MOST_CHARACTERS:
        raise NotRead(text, MOST_CHARACTERS, f"the claim is longer than {MOST_CHARACTERS} characters", "split it")
    _require_balance(text, words)
    from lark import UnexpectedToken

    try:
        return _parser().parse(words)  # our lexer takes words, where Lark's own takes text
    except UnexpectedToken as fault:
        at = next((index for index, word in enumerate(words) if word.start == fault.token.start_pos), len(words))
        raise explained(text, words, len(words) if fault.token.type == "$END" else at, fault.accepts or fault.expected) from None


@lru_cache(maxsize=1)
def _parser() -> Lark:
    from importlib.resources import files

    from lark import Lark, Token
    from lark.lexer import Lexer

    class Cut(Lexer):
        """Passes words on that were cut before."""

        def __init__(self, _: Any) -> None: ...

        def lex(self, state: Any, _: Any = None) -> Iterator[Token]:
            """The words, as Lark has them."""
            words: Sequence[Word] = getattr(state, "text", state)
            for word in words:
                yield Token(word.kind, word.value, start_pos=word.start, end_pos=word.end)

    grammar = (files("checks.reading") / "claims.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer=Cut)


def _require_balance(text: str, words: Sequence[Word]) -> None:
    opened = list[Word]()
    for word in words:
        if word.kind in CLOSED:
            opened.append(word)
        elif word.kind in CLOSED.values() and not opened:
            raise NotRead(text, word.start + 1, f"this {word.text!r} closes nothing", f"open it before, or leave the {word.text!r} out")
        elif word.kind in CLOSED.values():
            opened.pop()
    if opened:
        raise NotRead(text, opened[-1].start + 1, f"this {opened[-1].text!r} is not closed", f"close it, or leave the {opened[-1].text!r} out")


def explained(text: str, words: Sequence[Word], at: int, expected: set[str]) -> NotRead:
    """What is wrong with the word at a place, or with the end."""
    before = words[at - 1] if at else None
    if at == len(words):
        return _ended(text, before, expected)
    word = words[at]
    column = word.start + 1
    if before is not None and before.kind in OPERANDS and word.kind in BEGINNINGS:
        return _juxtaposed(text, words, at)
    if before is not None and before.kind == "FUNCTION":
        return NotRead(text, column, f"{before.text} needs an argument", f"write {before.text}(...)")
    if expected & {"NUMBER", "NAME"}:
        where = f"between {before.text!r} and {word.text!r}" if before else f"before {word.text!r}"
        return NotRead(text, column, f"an operand is missing {where}", "write what belongs there")
    if "BAR" in expected and any(each.kind == "BAR" for each in words[:at]):
        return NotRead(text, column, f"a bar | is not closed before {word.text!r}", "write |x| or abs(x)")
    if word.kind == "COMMA":
        return NotRead(text, column, "a comma stands only between the arguments of a function", "write 'and' between claims; decimals have a point")
    if word.kind == "AS":
        return NotRead(text, column, "'as ... -> oo' says how an order or a limit is meant, and follows one", "write f = O(g) as N -> oo")
    if word.kind == "IFF":
        return NotRead(text, column, "a chain of <=> can be read in two ways", "use parentheses")
    return NotRead(text, column, f"{word.text!r} cannot stand here", _wanted(expected))


def _ended(text: str, before: Word | None, expected: set[str]) -> NotRead:
    column = len(text.rstrip()) + 1
    if before is not None and before.kind == "FUNCTION":
        return NotRead(text, column, f"{before.text} needs an argument", f"write {before.text}(...)")
    if before is not None and expected & {"NUMBER", "NAME"}:
        return NotRead(text, column, f"an operand is missing behind {before.text!r}", "write what belongs there")
    if "BAR" in expected:
        return NotRead(text, column, "a bar | is not closed", "write |x| or abs(x)")
    return NotRead(text, column, "the claim ends too early", _wanted(expected))


def _wanted(expected: set[str]) -> str:
    remedies = {
        "COLON": "a colon and a claim belong there",
        "IN": "'in [a, b]:' belongs there",
        "EQUAL": "'= value:' belongs there",
        "TENDS": "'-> oo' belongs there",
    }
    return next((remedies[kind] for kind in remedies if kind in expected), "")


def _juxtaposed(text: str, words: Sequence[Word], at: int) -> NotRead:
    """Two operands without an operator between them: an unknown function, or a product written without its sign."""
    before, word = words[at - 1], words[at]
    if before.kind == "NAME" and word.kind == "LPAR":
        return _unknown_function(text, before)
    product = f"write a product with its sign: {_written(before)}*{_written(word)}"
    is_product = before.kind == "NUMBER" or (word.kind in ("LPAR", "NAME", "FUNCTION") and before.kind in ("RPAR", "NAME"))
    remedy = product if is_product else "write + - * / ** or a relation between them"
    return NotRead(text, word.start + 1, f"an operator is missing between {before.text!r} and {word.text!r}", remedy)


def _unknown_function(text: str, name: Word) -> NotRead:
    known = (*FUNCTIONS, *LANDAU)
    if len(name.text) == 1 and name.text != "f":
        return NotRead(
            text, name.end + 1, f"an operator is missing between {name.text!r} and '('", f"write a product with its sign: {name.text}*(...)"
        )
    close = get_close_matches(name.text, known, n=1)
    remedy = f"did you mean {close[0]}?" if close else f"for a product write {name.text}*(...)"
    return NotRead(text, name.start + 1, f"there is no function {name.text}; the known ones are {', '.join(FUNCTIONS)}", remedy)


def _written(word: Word) -> str:
    """A word, with dots where a group begins or ends."""
    return {"RPAR": "(...)", "LPAR": "(...)", "FUNCTION": f"{word.text}(...)"}.get(word.kind, word.text)
