"""Field: the constants of an expansion, exact elements in the parameters, with signs decided under assumptions."""

from __future__ import annotations

from dataclasses import dataclass, field

from flint import fmpq_mpoly

from checks.engines.orders.faults import SignMissing, Undecidable
from checks.engines.orders.solver import excluded_signs
from checks.engines.orders.written import polynomial_term, written
from checks.language.claims import Claim, bound_of
from checks.language.terms import Elementary, Negative, Symbol, Term
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.powers import exponential, logarithm, real_power
from checks.normal_forms.ring import Element, OutOfClass, Ring, constant, factored, generators_of
from checks.normal_forms.signs import ALLOWED, NIL, Contradiction, Sign, Signs

ZERO, ONE = constant(0), constant(1)


@dataclass(slots=True)
class Field:
    """Elements over one ring; a sign that the assumptions do not settle is asked for by `SignMissing`."""

    ring: Ring
    signs: Signs
    facts: list[tuple[fmpq_mpoly, Sign]] = field(default_factory=list)
    _signs_found: dict[str, Sign] = field(default_factory=dict)

    @staticmethod
    def under(ring: Ring, assumptions: tuple[Claim, ...]) -> Field:
        """The field with all assumptions learned that are in the class; leaving one out is safe.

        Raises:
            Contradiction: where the assumptions contradict one another.
        """
        found = Field(ring, Signs(ring))
        claims = [part for claim in assumptions for part in _without_bars(claim)]
        bounds = tuple(bound_of(claim) for claim in claims)
        for bound in bounds:
            if bound is not None:
                found.signs.assume_bound(*bound)
        forms = NormalForms(ring, found.signs)
        postponed = [claim for claim in claims if not found._learned(forms, claim)]
        for claim in postponed:
            found._learned(NormalForms(ring, found.signs), claim)
        return found

    def _learned(self, forms: NormalForms, claim: Claim) -> bool:
        try:
            difference = self.ring.reduced(forms.of(claim.left) - forms.of(claim.right))
        except OutOfClass:
            return False
        self.signs.assume(difference, ALLOWED[claim.relation])
        self.facts.append((difference.numerator * difference.denominator, ALLOWED[claim.relation]))
        return True

    def plain(self, element: Element) -> Element:
        """The element reduced, 0 where an assumed equation visibly says so."""
        reduced = self.ring.reduced(element)
        if self._has_equations and not reduced.is_zero and self.signs.of(reduced.numerator) == NIL:
            return ZERO
        return reduced

    @property
    def _has_equations(self) -> bool:
        return any(allowed == NIL for _, allowed in self.facts)

    def sign(self, element: Element) -> int:
        """The sign of an element.

        Raises:
            SignMissing: where the assumptions do not settle it.
            Undecidable: where it is a number that cannot be told from zero.
        """
        possible = self.possible(element)
        if len(possible) != 1:
            raise self._missing(element, possible)
        return min(possible)

    def is_zero(self, element: Element) -> bool:
        """Whether an element vanishes.

        Raises:
            SignMissing, Undecidable: as for signs.
        """
        possible = self.possible(element)
        if 0 in possible and len(possible) > 1:
            raise self._missing(element, possible)
        return 0 in possible

    def possible(self, element: Element) -> Sign:
        """The signs that an element may have."""
        reduced = self.ring.reduced(element)
        return frozenset({0}) if reduced.is_zero else self.sign_of(reduced.numerator * reduced.denominator)

    def sign_of(self, value: fmpq_mpoly) -> Sign:
        """The possible signs of a polynomial in the atoms: by rules, and where they do not suffice by the solver."""
        key = str(value)
        if key not in self._signs_found:
            possible = self.signs.of(value)
            if len(possible) > 1 and self._symbols(value):
                possible = possible - excluded_signs(self.ring, self.signs, self.facts, value, possible)
            if not possible:
                raise Contradiction
            self._signs_found[key] = possible
        return self._signs_found[key]

    def _symbols(self, value: fmpq_mpoly) -> frozenset[Symbol]:
        return frozenset(symbol for index in generators_of(value) for symbol in self.ring.symbols_inside(index))

    def _missing(self, element: Element, possible: Sign) -> Exception:
        """The first factor whose sign is not known, rather than the product."""
        reduced = self.ring.reduced(element)
        value = reduced.numerator * reduced.denominator
        if not self._symbols(value):
            return Undecidable(f"the number {polynomial_term(self.ring, value)} is too close to zero to be told from it")
        for factor, _ in factored(value)[1]:
            of_factor = self.sign_of(factor)
            if len(of_factor) > 1 and self._symbols(factor):
                return SignMissing(polynomial_term(self.ring, factor), of_factor)
        return SignMissing(polynomial_term(self.ring, value), possible)

    def log(self, element: Element) -> Element:
        """The logarithm of a positive element."""
        return logarithm(self.ring, self.ring.reduced(element), self.sign_of)

    def exp(self, element: Element) -> Element:
        """The exponential."""
        return exponential(self.ring, self.ring.reduced(element))

    def power(self, base: Element, exponent: Element) -> Element:
        """A power of a positive element, or of any to an integer."""
        return self.ring.reduced(real_power(self.ring, self.ring.reduced(base), exponent, self.sign_of))

    def term(self, element: Element) -> Term:
        """The element, written."""
        return written(self.ring, self.ring.reduced(element))


def _without_bars(claim: Claim) -> list[Claim]:
    """|a| < b as -b < a < b."""
    for side in (claim, claim.mirrored):
        match side.left:
            case Elementary("abs", (inner,)) if side.relation in ("<", "<="):
                return [Claim(inner, side.relation, side.right), Claim(Negative(inner), side.relation, side.right)]
    return [claim]


__all__ = ["ONE", "ZERO", "Field"]
