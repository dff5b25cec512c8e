"""Every reason that a step can give; `by.` in an editor lists the vocabulary.

A reason is a rule, and what it may use: `by.sign` uses nothing but the domains of the variables,
`by.sign(viability)` also the assumption viability, `by.algebra(stationarity)` an earlier result.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.language.assumptions import Assumption
from checks.language.claims import RELATIONS, Claim
from checks.language.orders import ORDERS, Goal, Order
from checks.language.terms import At, Derivative, Differential, Integral, Limit, Term
from checks.language.walking import subterms, unfolded

if TYPE_CHECKING:
    from checks.calculation import Calculation

ORDER = ("<", "<=", ">", ">=", "!=")


class MisusedReason(ValueError):
    """A reason was given for a line that it cannot justify.

    Attributes:
        reason: the reason.
        claim: the line's claim.
    """

    def __init__(self, reason: Reason, claim: Goal, why: str) -> None:
        super().__init__(f"by.{reason.rule} cannot justify `{claim}`: {why}")
        self.reason, self.claim = reason, claim


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule, the relations it may justify, what must occur in the line, and what it uses."""

    rule: str
    says: str
    relations: tuple[str, ...] = RELATIONS
    speaks_of: tuple[type[Term], ...] = ()
    using: tuple[Assumption | Calculation, ...] = ()

    def __call__(self, *using: Assumption | Calculation) -> Reason:
        """The same rule, allowed to use assumptions and earlier results."""
        for item in using:
            if isinstance(item, Claim | Term) or not hasattr(item, "place"):
                raise TypeError(f"by.{self.rule} may use named assumptions and earlier calculations, not {item!r}")
            if isinstance(getattr(item, "conclusion", None), Order):
                raise TypeError(f"by.{self.rule} may not use {item.name!r}: an order of growth says nothing at any point")
        return Reason(self.rule, self.says, self.relations, self.speaks_of, (*self.using, *using))

    def __str__(self) -> str:
        names = ", ".join(item.name for item in self.using)
        return f"{self.says}, {names}" if names else self.says

    def require(self, claim: Goal) -> None:
        """Refuses a line that the rule cannot justify.

        Raises:
            MisusedReason: with what the rule is for.
        """
        if claim.relation not in self.relations:
            raise MisusedReason(self, claim, f"it justifies {' '.join(self.relations)}")
        present = tuple(part for side in (claim.left, claim.right) for part in subterms(unfolded(side)))
        if self.speaks_of and not any(isinstance(part, self.speaks_of) for part in present):
            raise MisusedReason(self, claim, f"no {' or '.join(kind.__name__ for kind in self.speaks_of)} occurs in it")


definition = Reason("definition", "by definition", ("=",))
algebra = Reason("algebra", "by algebra", ("=",))
substitution = Reason("substitution", "by substitution", ("=",))
differentiation = Reason("differentiation", "by differentiation", ("=",), (Derivative, Differential, At))
integration = Reason("integration", "by integration", ("=",), (Integral, At))
limit = Reason("limit", "by continuity or L'Hôpital's rule", ("=",), (Limit,))
arithmetic = Reason("arithmetic", "by arithmetic")
sign = Reason("sign", "by its sign", ORDER)
monotonicity = Reason("monotonicity", "since powers are increasing", ORDER)
inequality = Reason("inequality", "by an inequality between its terms", ORDER)
enclosure = Reason("enclosure", "by enclosing it", ORDER)
roots = Reason("roots", "by the number of its roots", ORDER)
cases = Reason("cases", "in each case")
growth = Reason("growth", "by comparing orders of growth", (*ORDERS, "="))
units = Reason("units", "since both sides have the same units", ("=",))
assumption = Reason("assumption", "as assumed")

VOCABULARY: tuple[Reason, ...] = (
    definition,
    algebra,
    substitution,
    differentiation,
    integration,
    limit,
    arithmetic,
    sign,
    monotonicity,
    inequality,
    enclosure,
    roots,
    cases,
    growth,
    units,
    assumption,
)
