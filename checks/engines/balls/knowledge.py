"""Knowledge: what is known where a term is decomposed, and the normal forms that rest on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from checks.language.claims import Claim, bound_of
from checks.language.domains import Interval
from checks.language.terms import Number, Symbol, Term
from checks.language.walking import substitute
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import OutOfClass, Ring
from checks.normal_forms.signs import ALLOWED, Contradiction, Signs

Answer = TypeVar("Answer")


class Unsettled(Exception):
    """What these methods cannot settle; the message says what and, where it can, near which value."""


class Contradicted(Unsettled):
    """What is known contradicts itself, so that there is nothing to show."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Bounds of symbols and claims that hold wherever the terms are looked at; all of them are defined there."""

    bounds: tuple[tuple[Symbol, Interval], ...] = ()
    facts: tuple[Claim, ...] = ()

    def having(self, *facts: Claim) -> Knowledge:
        """The same with more claims."""
        return Knowledge(self.bounds, tuple(dict.fromkeys((*self.facts, *facts))))

    def within(self, symbol: Symbol, interval: Interval) -> Knowledge:
        """The same with a symbol in an interval."""
        return Knowledge((*(pair for pair in self.bounds if pair[0] != symbol), (symbol, interval)), self.facts)

    def forms(self, ring: Ring) -> NormalForms:
        """Normal forms under all that is known; what is outside the class is left out."""
        forms = NormalForms(ring, Signs(ring))
        for symbol, interval in self.bounds:
            for relation, end in ((">=" if interval.includes_low else ">", interval.low), ("<=" if interval.includes_high else "<", interval.high)):
                if end is not None:
                    forms.signs.assume_bound(symbol, relation, end)
        postponed = [fact for fact in self.facts if not _learned(forms, fact)]
        for fact in postponed:
            _learned(forms, fact)
        return forms


def _learned(forms: NormalForms, fact: Claim) -> bool:
    """Whether a fact could be taken in; a bound of a symbol is taken in as such."""
    if (bound := bound_of(fact)) is not None:
        forms.signs.assume_bound(*bound)
        return True
    try:
        difference = forms.of(fact.left) - forms.of(fact.right)
    except OutOfClass:
        return False
    forms.signs.assume(difference, ALLOWED[fact.relation])
    return True


def in_normal_form(knowledge: Knowledge, work: Callable[[NormalForms], Answer]) -> Answer:
    """Does the work, again with finer roots adjoined as often as it asks for them.

    Raises:
        Unsettled: where a term is outside the class of normal forms, or what is known contradicts itself.
    """
    try:
        return with_fine_roots(lambda ring: work(knowledge.forms(ring)))
    except OutOfClass as fault:
        raise Unsettled(str(fault)) from None
    except Contradiction:
        raise Contradicted("what is assumed contradicts itself") from None
    except RecursionError:
        raise Unsettled("the expression is nested too deeply") from None


def closed(term: Term, symbol: Symbol, value: Fraction | Term) -> Term:
    """The term with the symbol at a value."""
    return substitute(term, {symbol: value if isinstance(value, Term) else Number(value)})
