"""Claims: `left relation right`, kept verbatim, and what follows from turning one over."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from checks.display import Displayed
from checks.language.notation import ascii_text
from checks.language.terms import Function, Number, Symbol, Term, exact
from checks.language.walking import content, free_symbols, functions, substitute, unfolded

RELATIONS = ("=", "!=", "<", "<=", ">", ">=")
NEGATION = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
MIRROR = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Claim(Displayed):
    """A comparison of two terms, not evaluated and without a truth value.

    Raises:
        TypeError: where a side is not an exact term: a float, a string, a truth value, a relation.
        ValueError: for an unknown relation; the known ones are = != < <= > >=.
    """

    left: Term
    relation: str
    right: Term

    def __init__(self, left: Any, relation: str, right: Any) -> None:
        if relation not in RELATIONS:
            raise ValueError(f"{relation!r} is not a relation; use one of {' '.join(RELATIONS)}")
        object.__setattr__(self, "left", exact(left))
        object.__setattr__(self, "relation", relation)
        object.__setattr__(self, "right", exact(right))

    def __bool__(self) -> bool:
        raise TypeError(f"the claim {self} has no truth value; split a chain a < b < c into two claims")

    def __str__(self) -> str:
        return ascii_text(self)

    @property
    def negation(self) -> Claim:
        """The claim that holds exactly where this one, being defined, does not."""
        return Claim(self.left, NEGATION[self.relation], self.right)

    @property
    def mirrored(self) -> Claim:
        """The same claim read from right to left."""
        return Claim(self.right, MIRROR[self.relation], self.left)

    @property
    def symbols(self) -> frozenset[Symbol]:
        """The symbols the claim depends on."""
        return free_symbols(self.left) | free_symbols(self.right)

    @property
    def functions(self) -> frozenset[Function]:
        """The unspecified functions it speaks of."""
        return functions(self.left) | functions(self.right)

    @property
    def unfolded(self) -> Claim:
        """The claim with definitions replaced by what they stand for; itself where there are none."""
        left, right = unfolded(self.left), unfolded(self.right)
        return self if (left, right) == (self.left, self.right) else Claim(left, self.relation, right)

    @property
    def content(self) -> str:
        """One string that says everything about the claim."""
        return f"{content(self.left)} {self.relation} {content(self.right)}"

    def subs(self, replacements: dict[Symbol, Term]) -> Claim:
        """The claim with symbols replaced on both sides."""
        return Claim(substitute(self.left, replacements), self.relation, substitute(self.right, replacements))


def bound_of(claim: Claim) -> tuple[Symbol, str, Fraction] | None:
    """The symbol, the relation and the number, where a claim puts a symbol on one side of a number."""
    for side in (claim, claim.mirrored):
        if isinstance(side.left, Symbol) and isinstance(side.right, Number) and side.relation not in ("=", "!="):
            return side.left, side.relation, side.right.value
    return None


def domain_claims(symbol: Symbol) -> tuple[Claim, ...]:
    """What a symbol's domain says, as claims."""
    domain = symbol.domain
    low = () if domain.low is None else (Claim(symbol, ">=" if domain.includes_low else ">", domain.low),)
    high = () if domain.high is None else (Claim(symbol, "<=" if domain.includes_high else "<", domain.high),)
    return low + high
