"""Building: the tree of a text as a formula of claims and orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lark import Token, Tree

from checks.language.claims import Claim
from checks.language.orders import Order
from checks.language.terms import INFINITY, Limit, Power, Symbol, Term
from checks.language.walking import free_symbols, subterms
from checks.reading.faults import NotRead
from checks.reading.formulas import Both, Chosen, Denied, Either, Equivalent, ForAll, Formula, If, conjuncts
from checks.reading.terms import Node, Terms, end, infinite, start

Moving = tuple[tuple[Symbol, ...], tuple[Symbol, ...]]  # the symbols that grow, and those that range


class Builder:
    """Makes formulas of the trees of one text; `symbols` are those that are known by their names already."""

    def __init__(self, text: str, symbols: Mapping[str, Symbol]) -> None:
        self._text, self._terms = text, Terms(text, symbols)

    def formula(self, tree: Node) -> Formula:
        """A tree as a formula.

        Raises:
            NotRead: where it is none.
        """
        match tree:
            case Tree("group", [_, inner, _]):
                return self.formula(inner)
            case Tree("both", children):
                return _all(tuple(part for each in children[::2] for part in conjuncts(self.formula(each))))
            case Tree("either", children):
                return Either(tuple(self.formula(each) for each in children[::2]))
            case Tree("negated", [_, inner]):
                return Denied(self.formula(inner))
            case Tree("implies", [condition, _, consequence]):
                return If(self.formula(condition), self.formula(consequence))
            case Tree("equivalent", [left, _, right]):
                return Equivalent(self.formula(left), self.formula(right))
            case Tree("exists", [_, name, _, value, _, inner]):
                return self._chosen(name, value, inner)
            case Tree("for_all", [_, name, _, interval, _, inner]):
                symbol = self._terms.symbol(name)
                return ForAll(symbol, self._within(symbol, interval), self.formula(inner))
            case Tree("within", [inner, _, interval]):
                return _all(self._within(self._terms.term(inner), interval))
            case Tree("chain", children):
                return self._chain(children, None)
            case Tree("growing" | "growing_uniformly", children):
                return self._growing(children)
        raise self._no_claim(tree)

    def _chosen(self, name: Node, value: Node, inner: Node) -> Formula:
        symbol, term = self._terms.symbol(name), self._terms.term(value)
        if symbol in free_symbols(term):
            raise self._terms.fault(name, f"{symbol.name} is chosen by means of itself", "rename one of them")
        return Chosen(symbol, term, self.formula(inner))

    def _within(self, term: Term, interval: Node) -> tuple[Claim, ...]:
        match interval:
            case Tree(_, [Tree(_, [opening]), low, _, high, Tree(_, [closing])]):
                above = () if _is(infinite(low), -1) else (Claim(term, ">=" if opening == "[" else ">", self._terms.term(low)),)
                below = () if _is(infinite(high), 1) else (Claim(term, "<=" if closing == "]" else "<", self._terms.term(high)),)
                return above + below or (Claim(term, "=", term),)
        raise self._terms.fault(interval, "an interval belongs here", "write [0, 1], (0, 1) or [0, oo)")

    def _chain(self, children: Sequence[Node], moving: Moving | None) -> Formula:
        """Comparisons of neighbours; an order stands alone."""
        relations, sides = [str(_only(each)) for each in children[1::2]], children[::2]
        if len(sides) == 2 and (relations[0] == "~" or _is_landau(sides[1])):
            return self._order(sides[0], relations[0], sides[1], moving)
        for relation, at in zip(relations, children[1::2], strict=True):
            if relation in ("~", "->"):
                says = "write 'f -> 1 as x -> oo' or limit(f, x, oo) = 1" if relation == "->" else "write it as a claim of its own: f ~ g as N -> oo"
                raise self._terms.fault(at, f"{relation!r} cannot stand here", says)
        claims = tuple(self._claim(left, relation, right) for left, relation, right in zip(sides, relations, sides[1:], strict=False))
        if moving is not None:
            raise self._terms.fault(children[1], "a comparison holds for all values, not 'as' something grows", "give a bound such as N >= 10")
        return _all(claims)

    def _claim(self, left: Node, relation: str, right: Node) -> Claim:
        point = infinite(right)
        if point is None:
            return Claim(self._terms.term(left), relation, self._terms.term(right))
        term = self._terms.term(left)
        if not isinstance(term, Limit) or relation != "=":
            raise self._terms.fault(right, "oo is no number", "only a limit equals it: limit(f, x, oo) = oo")
        return Claim(term, "=", point)

    def _growing(self, children: Sequence[Node]) -> Formula:
        """A comparison with what it is meant for: an order as variables grow, or a limit."""
        at = next(index for index, each in enumerate(children) if isinstance(each, Token) and each.type == "AS")
        compared, tail = children[:at], [each for each in children[at + 1 :] if isinstance(each, Tree)]
        tending = [each for each in tail if each.data == "tending"]
        ranging = [symbol for each in tail if each.data == "names" for symbol in self._names(each)]
        if str(_only(compared[1])) == "->":
            return self._tends(compared, tending, is_uniform=bool(ranging))
        for each in tending:
            if infinite(each.children[2]) != INFINITY:
                raise self._terms.fault(each.children[2], "an order is about what grows without bound", "write as N -> oo")
        growing = [symbol for each in tending for symbol in self._names(each.children[0])]
        return self._chain(compared, (tuple(dict.fromkeys(growing)), tuple(dict.fromkeys(ranging))))

    def _names(self, tree: Node) -> list[Symbol]:
        return [self._terms.symbol(name) for name in tree.children[::2]] if isinstance(tree, Tree) else []

    def _tends(self, compared: Sequence[Node], tending: Sequence[Tree[Token]], *, is_uniform: bool) -> Formula:
        match compared, tending:
            case [term, _, value], [Tree(_, [Tree(_, [name]), _, point])] if not is_uniform:
                limit, value_at_infinity = self._terms.limit(term, Tree("name", [name]), point), infinite(value)
                return Claim(limit, "=", self._terms.term(value) if value_at_infinity is None else value_at_infinity)
        raise self._terms.fault(compared[1], "a limit is taken in one variable", "write f -> 1 as x -> oo")

    def _order(self, left: Node, relation: str, right: Node, moving: Moving | None) -> Formula:
        term, sign, bound = self._terms.term(left), "~", right
        match right:
            case Tree("landau", [letter, _, inner, _]):
                sign, bound = str(letter), inner
                if relation != "=":
                    raise self._terms.fault(right, "an order is equated with what is of that order", "write f = O(g) as N -> oo")
        against = self._terms.term(bound)
        growing, ranging = moving or (self._alone(term, against, right), ())
        try:
            return Order(term, sign, against, growing, ranging)
        except ValueError as fault:
            raise self._terms.fault(left, str(fault)) from None

    def _alone(self, left: Term, right: Term, at: Node) -> tuple[Symbol, ...]:
        """What grows where that is not said: the one symbol that can."""
        alone = growing_by_itself(left, right)
        if alone is None:
            raise self._terms.fault(at, "the order does not say what grows", "write it behind: ... as N -> oo")
        return (alone,)

    def _no_claim(self, tree: Node) -> NotRead:
        written = self._text[start(tree) : end(tree)].strip()
        says = f"{written} is no claim" if 0 < len(written) <= 40 else "this is an expression, not a claim"
        return self._terms.fault(tree, says, "a claim compares: = != < <= > >=, or f = O(g) as N -> oo")


def growing_by_itself(*sides: Term) -> Symbol | None:
    """The one symbol that occurs in no exponent of a power, or the only one there is."""
    free = frozenset[Symbol]().union(*map(free_symbols, sides))
    raised = frozenset[Symbol]().union(*(free_symbols(part.exponent) for side in sides for part in subterms(side) if isinstance(part, Power)))
    candidates = free if len(free) == 1 else free - raised
    return next(iter(candidates)) if len(candidates) == 1 else None


def _all(claims: tuple[Formula, ...]) -> Formula:
    return claims[0] if len(claims) == 1 else Both(claims)


def _only(tree: Node) -> Node:
    return tree.children[0] if isinstance(tree, Tree) else tree


def _is_landau(tree: Node) -> bool:
    return isinstance(tree, Tree) and tree.data == "landau"


def _is(point: Term | None, sign: int) -> bool:
    return point is not None and (point == INFINITY) == (sign > 0)
