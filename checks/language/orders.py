"""Orders: how two terms compare as quantities grow without bound, with what is fixed and what ranges said in the claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checks.display import Displayed
from checks.language.claims import Claim
from checks.language.notation import LANDAU, ascii_text
from checks.language.terms import Function, Symbol, Term, exact
from checks.language.walking import content, free_symbols, functions, substitute, unfolded

ORDERS = (*LANDAU, "~")


@dataclass(frozen=True, slots=True)
class Order(Displayed):
    """`left relation right` as all `growing` symbols tend to infinity together.

    O: there are C and a threshold T such that |left| <= C*|right| wherever every growing symbol is at least T.
    Omega: the same with the sides exchanged; Theta: both; o: for every C > 0 there is such a T; ~: left - right is o of right.
    Beyond the threshold both sides must be defined. C and T may depend on the symbols that are neither growing nor
    `ranging`; one C and one T must serve for all values that the ranging ones have under the assumptions.
    """

    left: Term
    relation: str
    right: Term
    growing: tuple[Symbol, ...]
    ranging: tuple[Symbol, ...] = ()

    def __post_init__(self) -> None:
        if self.relation not in ORDERS:
            raise ValueError(f"{self.relation!r} is no order; use one of {' '.join(ORDERS)}")
        if not self.growing:
            raise ValueError("an order says which symbols grow")
        if both := {each.name for each in self.growing} & {each.name for each in self.ranging}:
            raise ValueError(f"{', '.join(sorted(both))} cannot both tend to infinity and range over its domain")
        for each in self.growing:
            if each.domain.high is not None:
                raise ValueError(f"{each.name} in {each.domain} is bounded and cannot tend to infinity")

    def __bool__(self) -> bool:
        raise TypeError(f"the order {self} has no truth value")

    def __str__(self) -> str:
        return ascii_text(self)

    @property
    def symbols(self) -> frozenset[Symbol]:
        """The symbols it speaks of."""
        return free_symbols(self.left) | free_symbols(self.right) | {*self.growing, *self.ranging}

    @property
    def functions(self) -> frozenset[Function]:
        """The unspecified functions it speaks of."""
        return functions(self.left) | functions(self.right)

    @property
    def unfolded(self) -> Order:
        """The order with definitions replaced by what they stand for."""
        return Order(unfolded(self.left), self.relation, unfolded(self.right), self.growing, self.ranging)

    @property
    def content(self) -> str:
        """One string that says everything about the order."""
        growing, ranging = (" ".join(map(content, symbols)) for symbols in (self.growing, self.ranging))
        return f"{content(self.left)} {self.relation} {content(self.right)} growing {growing} ranging {ranging}"

    def subs(self, replacements: dict[Symbol, Term]) -> Order:
        """The order with symbols replaced on both sides.

        Raises:
            ValueError: where one of them grows or ranges.
        """
        if moved := {*self.growing, *self.ranging} & replacements.keys():
            raise ValueError(f"{', '.join(sorted(each.name for each in moved))} cannot be replaced in {self}")
        return Order(substitute(self.left, replacements), self.relation, substitute(self.right, replacements), self.growing, self.ranging)


def order(left: Any, relation: str, right: Any, *, growing: Symbol | tuple[Symbol, ...], uniformly: tuple[Symbol, ...] = ()) -> Order:
    """An order: `order(log(N + 1), "O", log(N), growing=N)`.

    Raises:
        ValueError: for an unknown relation, or where what grows is bounded.
    """
    return Order(exact(left), relation, exact(right), growing if isinstance(growing, tuple) else (growing,), uniformly)


Goal = Claim | Order
