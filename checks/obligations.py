"""Obligations: a step made self-contained, so that it can be hashed, cached, and sent to another process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from checks.language.claims import Claim
from checks.language.orders import Goal, Order
from checks.language.terms import INFINITY, Function, Limit, Negative, Symbol, exact
from checks.language.walking import subterms


class ClashingSymbols(ValueError):
    """Two symbols of one name but different domains in one obligation.

    Attributes:
        first, second: the symbols.
    """

    def __init__(self, one: Symbol, other: Symbol) -> None:
        first, second = sorted((one, other), key=lambda symbol: str(symbol.domain))
        super().__init__(f"two symbols are called {first.name}: one in {first.domain}, one in {second.domain}; declare it once and import it")
        self.first, self.second = first, second


TRUTH = Claim(exact(0), "=", exact(0))  # asked under assumptions to see whether they can be met


@dataclass(frozen=True, slots=True)
class Obligation:
    """`goal` must hold for all values of its variables in their domains that meet the assumptions.

    A goal that is an order speaks of how things are from some values on; only an engine that says so is asked about it.

    Definitions are unfolded. Variables and functions are sorted by name; equal obligations have equal digests in every process.

    Attributes:
        lemmas: results shown elsewhere under the same assumptions: a proof may use them, a search for
            counterexamples need not, since they exclude no point.
    """

    assumptions: tuple[Claim, ...]
    goal: Goal
    lemmas: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "assumptions", tuple(claim.unfolded for claim in self.assumptions))
        object.__setattr__(self, "goal", self.goal.unfolded)
        object.__setattr__(self, "lemmas", tuple(claim.unfolded for claim in self.lemmas))
        _require_finite(self.assumptions + self.lemmas, self.goal)
        named: dict[str, Symbol | Function] = {}
        for item in sorted(self._mentioned, key=lambda each: each.name):
            other = named.setdefault(item.name, item)
            if isinstance(item, Symbol) and isinstance(other, Symbol) and item != other:
                raise ClashingSymbols(other, item)
            if type(item) is not type(other) or item != other:
                raise ValueError(f"{item.name} names two different things in one claim; rename one of them")

    @property
    def _mentioned(self) -> Iterable[Symbol | Function]:
        claims = (*self.assumptions, *self.lemmas, self.goal)
        symbols = frozenset[Symbol]().union(*(claim.symbols for claim in claims))
        functions = frozenset[Function]().union(*(claim.functions for claim in claims))
        return [*symbols, *functions]

    @property
    def claim(self) -> Claim:
        """The goal, of an engine that is asked about claims only.

        Raises:
            TypeError: where the goal is an order.
        """
        if isinstance(self.goal, Order):
            raise TypeError(f"{self.goal} compares orders, which this engine does not know")
        return self.goal

    @property
    def is_asymptotic(self) -> bool:
        """Whether the goal is an order, or equates a limit with infinity: what is told by growth and not by values."""
        return isinstance(self.goal, Order) or self.goal.right in (INFINITY, Negative(INFINITY))

    @property
    def variables(self) -> tuple[Symbol, ...]:
        """The symbols over which the obligation ranges, by name."""
        return tuple(sorted((item for item in self._mentioned if isinstance(item, Symbol)), key=lambda s: s.name))

    @property
    def functions(self) -> tuple[Function, ...]:
        """The unspecified functions over which it ranges, by name."""
        return tuple(sorted((item for item in self._mentioned if isinstance(item, Function)), key=lambda f: f.name))

    @property
    def bare(self) -> Obligation:
        """The same without lemmas."""
        return Obligation(self.assumptions, self.goal)

    @property
    def premises(self) -> Obligation:
        """Nothing but the assumptions: whoever answers it with a point has met them."""
        return Obligation(self.assumptions, TRUTH)

    @property
    def content(self) -> str:
        """One string that says everything about the obligation."""
        given = [f"given {claim.content}" for claim in self.assumptions]
        shown = [f"shown {claim.content}" for claim in self.lemmas]
        return "\n".join([*given, *shown, f"show {self.goal.content}"])

    @property
    def digest(self) -> str:
        """SHA-256 of the content, the same in every process and on every machine."""
        return hashlib.sha256(self.content.encode()).hexdigest()

    def __str__(self) -> str:
        given = ", ".join(map(str, self.assumptions))
        return f"{self.goal}, given {given}" if given else str(self.goal)


def _require_finite(assumptions: tuple[Claim, ...], goal: Goal) -> None:
    """Infinity is no number: a goal may say that a limit is infinite, and nothing else may speak of it.

    Raises:
        ValueError: where something does.
    """
    equated = not isinstance(goal, Order) and goal.relation == "=" and isinstance(goal.left, Limit) and goal.right in (INFINITY, Negative(INFINITY))
    claims = (*assumptions, goal)
    finite = [side for claim in claims for side in ((claim.left,) if equated and claim is goal else (claim.left, claim.right))]
    if any(part == INFINITY for side in finite for part in subterms(side)):
        raise ValueError("oo is no number; it stands only on the right of an equation whose left side is a limit: Limit(x**2, x, oo) = oo")
