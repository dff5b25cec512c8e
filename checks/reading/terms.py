"""Terms from trees, by the operators of the language, so that nothing is evaluated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lark import Token, Tree

from checks.language.terms import INFINITY, PI, Derivative, E, Elementary, Integral, Limit, Negative, Number, Symbol, Term
from checks.language.vocabulary import decimal
from checks.language.walking import free_symbols
from checks.reading.faults import NotRead
from checks.reading.words import SIGNS, number

DEEPEST = 100
HIGHEST = 20  # order of a derivative
CONSTANTS: dict[str, Term] = {"e": E, "pi": PI}
ARGUMENTS = {"diff": ("f, x", "f, x, 2"), "integral": ("f, x, a, b",), "limit": ("f, x, oo", "f, x, 0")}
OPERATIONS: dict[str, Callable[[Term, Term], Term]] = {
    "add": lambda left, right: left + right,
    "subtract": lambda left, right: left - right,
    "multiply": lambda left, right: left * right,
    "divide": lambda left, right: left / right,
}
Node = Tree[Token] | Token


class Terms:
    """Makes terms of the trees of one text; `symbols` are those that are known by their names already."""

    def __init__(self, text: str, symbols: Mapping[str, Symbol]) -> None:
        self._text, self._symbols = text, symbols
        self._depth = 0

    def term(self, tree: Node) -> Term:
        """A tree as a term.

        Raises:
            NotRead: where it is none.
        """
        self._depth += 1
        if self._depth > DEEPEST:
            raise self.fault(tree, f"the expression is nested over {DEEPEST} deep", "name its parts, or flatten it")
        try:
            return self._term(tree)
        finally:
            self._depth -= 1

    def fault(self, tree: Any, message: str, remedy: str = "") -> NotRead:
        """What is wrong with a part of the text."""
        return NotRead(self._text, start(tree) + 1, message, remedy)

    def symbol(self, name: Node) -> Symbol:
        """The variable of a name."""
        text = str(name)
        if text in CONSTANTS or text == "oo":
            raise self.fault(name, f"{text} is a constant, not a variable", "choose another name")
        return self._symbols[text] if text in self._symbols else Symbol(text, unicode=SIGNS.get(text))

    def limit(self, term: Node, variable: Node, point: Node) -> Limit:
        """A limit; at -oo it is that of the term with the variable's sign changed at oo."""
        body, symbol, place = self.term(term), self._variable(variable), infinite(point)
        if place is None:
            return self._made(variable, lambda: Limit(body, symbol, self._point(point, symbol)))
        if place != INFINITY:
            return self._made(variable, lambda: Limit(body.subs(symbol, Negative(symbol)), symbol, None))
        return self._made(variable, lambda: Limit(body, symbol, None))

    def _made(self, at: Node, make: Callable[[], Limit]) -> Limit:
        try:
            return make()
        except NotRead:
            raise
        except ValueError as fault:
            raise self.fault(at, str(fault)) from None

    def _point(self, tree: Node, symbol: Symbol) -> Term:
        point = self.term(tree)
        if symbol in free_symbols(point):
            raise self.fault(tree, f"{symbol.name} cannot tend to what depends on it", "rename one of them")
        return point

    def _term(self, tree: Node) -> Term:
        match tree:
            case Tree("number", [digits]):
                value, whole = number(str(digits), self._text, start(tree) + 1)
                return Number(value) if whole else decimal(str(digits))
            case Tree("name", [name]):
                return self._named(name)
            case Tree("group", [_, inner, _]) | Tree("positive", [_, inner]):
                return self.term(inner)
            case Tree("bars", [_, inner, _]):
                return Elementary("abs", (self.term(inner),))
            case Tree("add" | "subtract" | "multiply" | "divide", _):
                return self._operated(tree)
            case Tree("negative", [_, inner]):
                return _negative(self.term(inner))
            case Tree("raised", [base, _, exponent]):
                return self._raised(base, exponent)
            case Tree("call", [name, _, *arguments, _]):
                return self._call(name, arguments[::2])
            case Tree("applied", [name, inner]):
                return self._call(name, [inner])
            case Tree("landau", [name, *_]):
                raise self.fault(tree, f"{name}(...) is no term", f"it stands alone on the right of an equation: f = {name}(g) as N -> oo")
        raise self.fault(tree, "a claim stands where an expression belongs", "compare expressions, and join claims with and, or, =>")

    def _operated(self, tree: Node) -> Term:
        """A chain of operations from left to right, which may be longer than it may be deep."""
        steps = list[tuple[str, Node]]()
        while isinstance(tree, Tree) and tree.data in OPERATIONS:
            steps.append((str(tree.data), tree.children[2]))
            tree = tree.children[0]
        total = self.term(tree)
        for operation, other in reversed(steps):
            total = OPERATIONS[operation](total, self.term(other))
        return total

    def _raised(self, base: Node, exponent: Node) -> Term:
        if isinstance(base, Tree) and base.data == "applied":
            name = base.children[0]
            raise self.fault(base, f"a power behind {name} without parentheses can be read in two ways", f"write {name}(x)**2 or {name}(x**2)")
        return self.term(base) ** self.term(exponent)

    def _named(self, name: Node) -> Term:
        if str(name) == "oo":
            remedy = "it stands as what x tends to, as the end of an interval, or as what a limit equals: limit(f, x, oo) = oo"
            raise self.fault(name, "oo is no number", remedy)
        return CONSTANTS[str(name)] if str(name) in CONSTANTS else self.symbol(name)

    def _call(self, name: Node, arguments: Sequence[Node]) -> Term:
        match str(name), arguments:
            case "diff", [term, variable]:
                return Derivative(self.term(term), self._variable(variable))
            case "diff", [term, variable, order]:
                return Derivative(self.term(term), self._variable(variable), self._order(order))
            case "integral", [term, variable, low, high]:
                return Integral(self.term(term), self._variable(variable), self.term(low), self.term(high))
            case "limit", [term, variable, point]:
                return self.limit(term, variable, point)
            case "log" | "exp" | "sqrt" | "abs" as function, [argument]:
                return Elementary(function, (self.term(argument),))
            case "min" | "max" as function, [_, _, *_]:
                return Elementary(function, tuple(map(self.term, arguments)))
        raise self.fault(name, *_miscalled(str(name), len(arguments)))

    def _variable(self, tree: Node) -> Symbol:
        match tree:
            case Tree("name", [name]):
                return self.symbol(name)
        raise self.fault(tree, "a variable belongs here, not an expression", "write its name, as in limit(f, x, oo)")

    def _order(self, tree: Node) -> int:
        match tree:
            case Tree("number", [digits]) if str(digits) in map(str, range(1, HIGHEST + 1)):
                return int(str(digits))
        raise self.fault(tree, f"the order of a derivative is a whole number from 1 to {HIGHEST}", "write diff(f, x, 2)")


def infinite(tree: Node) -> Term | None:
    """Infinity with its sign, where a tree is that."""
    match tree:
        case Tree("name", [name]) if str(name) == "oo":
            return INFINITY
        case Tree("negative", [_, inner]) if infinite(inner) == INFINITY:
            return Negative(INFINITY)
        case Tree("group", [_, inner, _]) | Tree("positive", [_, inner]):
            return infinite(inner)
    return None


def start(tree: Any) -> int:
    """Where a tree begins in the text, counted from 0."""
    while isinstance(tree, Tree):
        tree = tree.children[0]
    return int(tree.start_pos or 0)


def end(tree: Any) -> int:
    """Behind its last letter."""
    while isinstance(tree, Tree):
        tree = tree.children[-1]
    return int(tree.end_pos or 0)


def _negative(term: Term) -> Term:
    """The negative, as Python would make it: a number has its sign."""
    if isinstance(term, Number) and term.value > 0:
        return Number(-term.value, None if term.text is None else f"-{term.text}")
    return Negative(term)


def _miscalled(name: str, given: int) -> tuple[str, str]:
    if name in ARGUMENTS:
        ways = " or ".join(f"{name}({each})" for each in ARGUMENTS[name])
        return f"{name} is not written with {given} argument{'s' * (given != 1)}", f"write {ways}"
    if name in ("min", "max"):
        return f"{name} compares at least two arguments", f"write {name}(x, y)"
    return f"{name} has one argument, not {given}", "for a logarithm to another base write log(x)/log(2)" if name == "log" else f"write {name}(x)"
