"""Growth: bounds on a quantity that is defined only by conditions, as parameters grow, with constants that serve or a path on which none does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checks.display import Displayed
from checks.language.claims import Claim, domain_claims
from checks.language.orders import Goal, Order
from checks.language.sequents import Sequent
from checks.language.terms import Symbol, Term, exact
from checks.language.walking import free_symbols, substitute

VANISHES, EXPLODES = "vanishes", "explodes"
REFUTING = {"O": (EXPLODES,), "Omega": (VANISHES,), "Theta": (VANISHES, EXPLODES)}


@dataclass(frozen=True, slots=True)
class Path:
    """Values that meet the conditions as `along` tends to infinity, while the quantity over its bound vanishes or explodes."""

    along: Symbol
    values: tuple[tuple[Symbol, Term], ...]
    ratio: str

    @property
    def outcome(self) -> str:
        """What the ratio does, in words."""
        return "tends to 0" if self.ratio == VANISHES else "tends to infinity"


@dataclass(frozen=True, slots=True)
class Grows(Displayed):
    """`quantity` is O, Omega or Theta of `bound` as the growing symbols grow, wherever the conditions `where` hold.

    That is: there are positive constants and a threshold that depend on no symbol that is growing, ranging or `chosen`, such that
    wherever every growing symbol is at least the threshold, quantity <= upper*bound (O), quantity >= lower*bound (Omega), or both.
    The quantity and the bound are positive. `upper`, `lower` and `beyond` are a choice that serves; a path refutes.
    """

    quantity: Term
    relation: str
    bound: Term
    growing: tuple[Symbol, ...]
    ranging: tuple[Symbol, ...]
    chosen: tuple[Symbol, ...]
    where: tuple[Claim, ...]
    upper: Term
    lower: Term
    beyond: Term | None = None
    unless: Path | None = None


def grows(
    quantity: Any,
    relation: str,
    bound: Any,
    *,
    growing: Symbol | tuple[Symbol, ...],
    chosen: Symbol | tuple[Symbol, ...],
    where: tuple[Claim, ...],
    uniformly: tuple[Symbol, ...] = (),
    upper: Any = None,
    lower: Any = None,
    beyond: Any = None,
    unless: Path | None = None,
) -> Grows:
    """A bound on an implicitly defined quantity: `grows(n, "O", E, growing=E, chosen=n, where=(first_order,), upper=3)`.

    Args:
        chosen: the symbols that the conditions determine, such as the optimum.
        uniformly: the symbols of which, too, the constants must not depend.
        upper, lower, beyond: constants that serve, and from which value of the growing symbols on (always, if None).
        unless: a path that refutes the bound.

    Raises:
        ValueError: for an unknown relation, for constants that are not constant, and where neither they nor a path are given.
    """
    if relation not in REFUTING:
        raise ValueError(f"{relation!r} is no order that can be stated of what conditions define; use one of {' '.join(REFUTING)}")
    symbols = growing if isinstance(growing, tuple) else (growing,)
    picked = chosen if isinstance(chosen, tuple) else (chosen,)
    moving = {*symbols, *uniformly, *picked}
    constants = [exact(1 if each is None else each) for each in (upper, lower)]
    threshold = None if beyond is None else exact(beyond)
    for constant in (*constants, *([threshold] if threshold is not None else [])):
        if varying := free_symbols(constant) & moving:
            raise ValueError(f"{constant} is no constant: it depends on {', '.join(sorted(each.name for each in varying))}")
    wanted = {"O": (upper,), "Omega": (lower,), "Theta": (upper, lower)}[relation]
    if unless is None and any(each is None for each in wanted):
        raise ValueError("give the constants that serve, upper=... or lower=..., or a path that refutes the bound, unless=path(...)")
    stated = (exact(quantity), exact(bound), *(side for claim in where for side in (claim.left, claim.right)))
    if unless is not None:
        _require_refuting(unless, relation, moving, symbols, frozenset[Symbol]().union(*map(free_symbols, stated)))
    return Grows(exact(quantity), relation, exact(bound), symbols, uniformly, picked, where, constants[0], constants[1], threshold, unless)


def path(along: Symbol, values: Mapping[Symbol, Any], *, ratio: str) -> Path:
    """A path: the value of each symbol as a term in `along`, whose domain says from where on they meet the conditions.

    Raises:
        ValueError: unless the ratio of quantity to bound "vanishes" or "explodes", or where a value depends on another symbol.
    """
    if ratio not in (VANISHES, EXPLODES):
        raise ValueError(f"along a path the ratio {VANISHES!r} or {EXPLODES!r}, not {ratio!r}")
    pairs = tuple((symbol, exact(value)) for symbol, value in values.items())
    for symbol, value in pairs:
        if others := free_symbols(value) - {along}:
            raise ValueError(f"along a path {symbol.name} may depend on {along.name} only, not on {', '.join(sorted(each.name for each in others))}")
    return Path(along, pairs, ratio)


def sequents_of(growth: Grows, assumed: tuple[Claim, ...]) -> tuple[Sequent, ...]:
    """What must be shown for the bound to hold; and for the path, on which also what is `assumed` must be met, to refute it."""
    return (*_bounded(growth), *_against(growth, assumed))


def _bounded(growth: Grows) -> tuple[Sequent, ...]:
    """Both sides are positive, and the constants serve."""
    late = () if growth.beyond is None else tuple(Claim(each, ">=", growth.beyond) for each in growth.growing)
    goals = [Claim(growth.quantity, ">", 0), Claim(growth.bound, ">", 0)]
    if growth.relation != "Omega":
        goals.append(Claim(growth.quantity, "<=", growth.upper * growth.bound))
    if growth.relation != "O":
        goals += [Claim(growth.lower, ">", 0), Claim(growth.quantity, ">=", growth.lower * growth.bound)]
    return tuple(Sequent((*growth.where, *late), goal, sharp=False) for goal in goals)


def _against(growth: Grows, assumed: tuple[Claim, ...]) -> tuple[Sequent, ...]:
    if growth.unless is None:
        return ()
    along, values = growth.unless.along, dict(growth.unless.values)
    if any(along in claim.symbols for claim in assumed):
        raise ValueError(f"the path runs along {along.name}, of which something is assumed; take a symbol of its own")
    domains = tuple(bound for symbol in values for bound in domain_claims(symbol))
    met = tuple(claim.subs(values) for claim in (*domains, *assumed, *growth.where))
    quantity, bound = (substitute(term, values) for term in (growth.quantity, growth.bound))
    small, large = (quantity, bound) if growth.unless.ratio == VANISHES else (bound, quantity)
    unbounded = tuple(Order(exact(1), "o", values[each], (along,)) for each in growth.growing)
    positive = tuple(Claim(side, ">", 0) for side in (quantity, bound))
    goals: tuple[Goal, ...] = (*met, *positive, *unbounded, Order(small, "o", large, (along,)))
    return tuple(Sequent((), goal, against=True) for goal in goals)


def _require_refuting(unless: Path, relation: str, moving: set[Symbol], growing: tuple[Symbol, ...], stated: frozenset[Symbol]) -> None:
    if unless.ratio not in REFUTING[relation]:
        raise ValueError(f"a path on which the ratio {unless.ratio} does not refute {relation}")
    if unless.along in stated | moving:
        raise ValueError(f"the path runs along {unless.along.name}, which the bound speaks of; take a symbol of its own")
    if lost := [each.name for each in growing if each not in dict(unless.values)]:
        raise ValueError(f"the path does not say how {', '.join(lost)} grows")
    for symbol, value in unless.values:
        if symbol not in moving and unless.along in free_symbols(value):
            raise ValueError(f"{symbol.name} is fixed, but moves along the path; let it range, uniformly=({symbol.name},), or give it a number")
