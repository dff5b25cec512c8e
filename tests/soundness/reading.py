"""Reading: the obligations that a claim of the corpus stands for, made from its tree without the project's parser.

So the engines can be tried without the parser, and the parser against what is made here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.language.claims import NEGATION, Claim
from checks.language.domains import REAL, Interval
from checks.language.orders import Goal, Order
from checks.language.terms import INFINITY, PI, Derivative, E, Elementary, Integral, Limit, Negative, Number, Quotient, Symbol, Term
from checks.obligations import Obligation
from tests.soundness.corpus import Entry
from tests.soundness.grammar import Ends, Tree, read
from tests.soundness.points import bounds, cut
from tests.soundness.values import put

CONSTANTS: dict[str, Term] = {"e": E, "pi": PI, "oo": INFINITY}
Case = tuple[tuple[Claim, ...], Goal]


def obligations(entry: Entry) -> tuple[Obligation, ...]:
    """All that must hold for the claim to hold."""
    given = [read(each) for each in entry.given]
    here = _Names(_domains(given))
    assumed = tuple(claim for each in given if not _is_domain(each) for claim in here.claims(each))
    return tuple(Obligation(hypotheses, goal) for hypotheses, goal in here.cases(read(entry.claim), assumed))


def _is_domain(given: Tree) -> bool:
    """Whether it says nothing but between which numbers one name lies."""
    return given[0] == "in" or (given[0] == "chain" and len(tuple(bounds(given))) == len(given[2]))


def _domains(given: Sequence[Tree]) -> dict[str, Interval]:
    found = dict[str, Ends]()
    for name, ends in (pair for each in given if _is_domain(each) for pair in bounds(each)):
        found[name] = cut(found[name], ends) if name in found else ends
    return {name: _interval(ends) for name, ends in found.items()}


def _interval(ends: Ends) -> Interval:
    return Interval(ends.low, ends.high, ends.with_low or ends.low is None, ends.with_high or ends.high is None)


@dataclass(frozen=True)
class _Names:
    domains: Mapping[str, Interval]

    def symbol(self, name: str) -> Symbol:
        return Symbol(name, self.domains.get(name, REAL))

    def term(self, tree: Tree) -> Term:
        match tree:
            case ("number", number):
                return Number(number)
            case ("name", name):
                return CONSTANTS[name] if name in CONSTANTS else self.symbol(name)
            case ("neg", a):
                return Negative(self.term(a))
            case ("+", a, b):
                return self.term(a) + self.term(b)
            case ("-", a, b):
                return self.term(a) - self.term(b)
            case ("*", a, b):
                return self.term(a) * self.term(b)
            case ("/", a, b):
                return Quotient(self.term(a), self.term(b))
            case ("**", a, b):
                return self.term(a) ** self.term(b)
            case ("call", function, arguments):
                return self._call(function, arguments)
        raise ValueError(f"{tree} is no expression")

    def _call(self, function: str, arguments: tuple[Tree, ...]) -> Term:
        match function, arguments:
            case "diff", (term, (_, name), *order):
                return Derivative(self.term(term), self.symbol(name), int(order[0][1]) if order else 1)
            case "integral", (term, (_, name), low, high):
                return Integral(self.term(term), self.symbol(name), self.term(low), self.term(high))
            case "limit", (term, (_, name), point):
                return Limit(self.term(term), self.symbol(name), None if point == ("name", "oo") else self.term(point))
        return Elementary(function, tuple(self.term(each) for each in arguments))

    def claims(self, tree: Tree) -> tuple[Claim, ...]:
        """A conjunction as its claims."""
        match tree:
            case ("chain", sides, relations):
                return tuple(Claim(self.term(a), r, self.term(b)) for a, r, b in zip(sides, relations, sides[1:], strict=False))
            case ("and", p, q):
                return self.claims(p) + self.claims(q)
            case ("in", name, ends):
                low = () if ends.low is None else (Claim(self.symbol(name), ">=" if ends.with_low else ">", ends.low),)
                high = () if ends.high is None else (Claim(self.symbol(name), "<=" if ends.with_high else "<", ends.high),)
                return low + high
            case ("not", ("chain", (left, right), (relation,))):
                return (Claim(self.term(left), NEGATION[relation], self.term(right)),)
        raise ValueError(f"{tree} is no conjunction")

    def cases(self, tree: Tree, given: tuple[Claim, ...]) -> tuple[Case, ...]:
        """The claims that must hold, each with what may be assumed; to show `p or q`, q is shown where p fails."""
        match tree:
            case ("=>", ("or", p, q), goal):
                return self.cases(("=>", p, goal), given) + self.cases(("=>", q, goal), given)
            case ("=>", p, q):
                return self.cases(q, given + self.claims(p))
            case ("<=>", p, q):
                return self.cases(("=>", p, q), given) + self.cases(("=>", q, p), given)
            case ("and", p, q):
                return self.cases(p, given) + self.cases(q, given)
            case ("or", p, q):
                return self._either(p, q, given)
            case ("exists", name, value, claim):
                return self.cases(put(claim, name, value), given)
            case ("all", name, ends, claim):
                return self.cases(("=>", ("in", name, ends), claim), given)
            case ("order", relation, left, right, growing, ranging):
                symbols = (tuple(map(self.symbol, growing)), tuple(map(self.symbol, ranging)))
                return ((given, Order(self.term(left), relation, self.term(right), *symbols)),)
        return tuple((given, claim) for claim in self.claims(tree))

    def _either(self, p: Tree, q: Tree, given: tuple[Claim, ...]) -> tuple[Case, ...]:
        """Where p is several claims, q is shown where each of them fails."""
        if p[0] == "or":
            return self._either(p[1], ("or", p[2], q), given)
        return tuple(case for claim in self.claims(p) for case in self.cases(q, (*given, claim.negation)))
