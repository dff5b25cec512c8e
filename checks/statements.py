"""Statements: what the paper prints, as claims, with proofs, repairs and findings beside them.

    lemma = statement("lemma-1", "The best volume", claims=[maximum_at(profit, over=t, at=t_star)])
    lemma_1 = lemma.proved_by(maximality).needing(viability)

Everything is a value; each method returns a new statement, and a script's last one for an id counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar, get_args

from checks.calculation import Calculation
from checks.display import Displayed
from checks.language.assumptions import Assumption
from checks.language.places import Place, caller
from checks.language.propositions import Proposition

Item = TypeVar("Item")
PROPOSITIONS = get_args(Proposition)


@dataclass(frozen=True, slots=True)
class Finding(Displayed):
    """Something noticed beside a statement: a claim that one would take for granted and is false, or a fact.

    Attributes:
        expected: "refuted", "ill-defined" or "proved", what the checker must answer for it to be confirmed.
        proof: calculations from which a fact follows.
    """

    title: str
    proposition: Proposition
    expected: str
    says: str
    given: tuple[Assumption, ...] = ()
    proof: tuple[Calculation, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Correction:
    """The statement that does hold: its propositions, what they assume, their proof, and what was wrong."""

    propositions: tuple[Proposition, ...]
    given: tuple[Assumption, ...]
    proof: tuple[Calculation, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Statement(Displayed):
    """An entry of the ledger with what is said about it.

    Attributes:
        given: what the paper assumes here, beyond the domains of the variables.
        needs: assumptions that the paper does not state here, under which the printed claims hold.
        informal: why it is not a mathematical claim, where it is none.
    """

    id: str
    title: str
    claims: tuple[Proposition, ...]
    given: tuple[Assumption, ...] = ()
    proof: tuple[Calculation, ...] = ()
    needs: tuple[Assumption, ...] = ()
    correction: Correction | None = None
    findings: tuple[Finding, ...] = ()
    informal: str | None = None
    where: str = ""
    printed: str = ""
    place: Place | None = field(default=None, compare=False)

    def proved_by(self, *proof: Calculation) -> Statement:
        """With the calculations from which the claims follow."""
        return replace(self, proof=(*self.proof, *_all(proof, Calculation, "calculation")))

    def needing(self, *assumptions: Assumption) -> Statement:
        """With assumptions that the paper does not state and that the claims need."""
        return replace(self, needs=(*self.needs, *_all(assumptions, Assumption, "named assumption")))

    def corrected(self, *claims: Proposition, says: str, given: Iterable[Assumption] | None = None, by: Iterable[Calculation] = ()) -> Statement:
        """With the statement that holds instead; it assumes what the printed one does, unless `given` says otherwise."""
        assumed = self.given if given is None else _all(given, Assumption, "named assumption")
        return replace(self, correction=Correction(_all(claims, PROPOSITIONS, "claim"), assumed, _all(by, Calculation, "calculation"), says))

    def finding(self, *findings: Finding) -> Statement:
        """With what was noticed beside it."""
        return replace(self, findings=(*self.findings, *_all(findings, Finding, "finding")))


def statement(
    id: str,
    title: str,
    *,
    claims: Iterable[Proposition] = (),
    given: Iterable[Assumption] = (),
    informal: str | None = None,
    where: str = "",
    printed: str = "",
) -> Statement:
    """States an entry of the ledger; `where` and `printed` are for papers that keep no ledger file.

    Raises:
        ValueError: for an id that is not letters, digits, dots and hyphens, without claims, or where a given assumption is
            not said to be stated by the paper: what it does not state is what a statement needs.
        TypeError: where a claim is a Python truth value, a SymPy relation or anything else that is no claim.
    """
    if not id or not id.replace("-", "").replace(".", "").isalnum() or id != id.strip():
        raise ValueError(f"{id!r} cannot be a statement's id: use letters, digits, dots and hyphens")
    stated = _all(claims, PROPOSITIONS, "claim")
    if not stated and informal is None:
        raise ValueError(f"the statement {id!r} makes no claim; give claims=[...], or informal='why'")
    assumed = _all(given, Assumption, "named assumption")
    for each in assumed:
        if each.stated is None:
            raise ValueError(f"{id} is given {each}, which the paper does not state; say where it does, stated='§1', or write .needing(...)")
    return Statement(id, title, stated, assumed, informal=informal, where=where, printed=printed, place=caller())


def false_belief(title: str, claim: Proposition, *, says: str, given: Iterable[Assumption] = ()) -> Finding:
    """A finding: the claim, which the text takes for granted, is refuted."""
    return Finding(title, claim, "refuted", says, tuple(given), place=caller())


def undefined(title: str, claim: Proposition, *, says: str, given: Iterable[Assumption] = ()) -> Finding:
    """A finding: something in the claim, which the text writes down, is not defined somewhere."""
    return Finding(title, claim, "ill-defined", says, tuple(given), place=caller())


def fact(title: str, claim: Proposition, *, says: str, given: Iterable[Assumption] = (), by: Iterable[Calculation] = ()) -> Finding:
    """A finding: the claim, which the text does not make, is proved; `by` are calculations from which it follows."""
    return Finding(title, claim, "proved", says, tuple(given), _all(by, Calculation, "calculation"), caller())


def _all(items: Iterable[Item], kind: type | tuple[type, ...], wanted: str) -> tuple[Item, ...]:
    collected = tuple(items)
    for item in collected:
        if not isinstance(item, kind):
            raise TypeError(f"{item!r} ({type(item).__name__}) stands where a {wanted} belongs")
    return collected
