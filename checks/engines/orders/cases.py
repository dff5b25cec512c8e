"""Cases: a goal decided where a missing sign is positive, zero and negative, each case on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TypeVar

from flint import fmpq_mpoly

from checks.engines.orders.faults import NotDefined, SignMissing
from checks.engines.orders.field import Field
from checks.engines.orders.outcomes import Breaks, Empty, Outcome, Unsettled
from checks.engines.orders.written import polynomial_term, written
from checks.language.claims import Claim, domain_claims
from checks.language.orders import Goal, Order
from checks.language.terms import Symbol, Term, exact
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import (
    GENERATORS,
    Element,
    LogAtom,
    OutOfClass,
    Ring,
    SymbolAtom,
    constant,
    generators_of,
    polynomial,
    to_fraction,
)
from checks.normal_forms.signs import Contradiction, Signs

DEPTH, CASE_LIMIT = 6, 60
RELATIONS = {1: ">", 0: "=", -1: "<"}
Answer = TypeVar("Answer")
Solution = tuple[Symbol, Term, tuple[Claim, ...]]
Decide = Callable[[Field, "Case"], Outcome]


@dataclass(frozen=True, slots=True)
class Case:
    """A goal under assumptions, some symbols having been replaced by what an equation makes of them.

    Attributes:
        asked: the quantities whose signs were assumed, outermost first.
    """

    goal: Goal
    assumptions: tuple[Claim, ...]
    replaced: tuple[tuple[Symbol, Term], ...] = ()
    asked: tuple[Claim, ...] = ()

    @property
    def kept(self) -> frozenset[Symbol]:
        """Symbols that nothing may be put in the place of."""
        return frozenset((*self.goal.growing, *self.goal.ranging)) if isinstance(self.goal, Order) else frozenset()

    @property
    def tied(self) -> tuple[Claim, ...]:
        """The assumptions that mention a symbol that grows."""
        growing = frozenset(self.goal.growing) if isinstance(self.goal, Order) else frozenset()
        return tuple(claim for claim in self.assumptions if claim.symbols & growing)

    @property
    def free(self) -> tuple[Claim, ...]:
        """The other assumptions."""
        return tuple(claim for claim in self.assumptions if claim not in self.tied)

    def where(self, claim: Claim) -> Case:
        """The case in which a claim holds besides."""
        return replace(self, assumptions=(*self.assumptions, claim), asked=(*self.asked, claim))


@dataclass(frozen=True, slots=True)
class Leaf:
    """A case and its outcome."""

    case: Case
    outcome: Outcome


@dataclass(slots=True)
class Cases:
    """The cases of a goal, as many as its missing signs make."""

    decide: Decide
    leaves: list[Leaf] = field(default_factory=list)

    def explore(self, case: Case, depth: int = 0) -> None:
        """Collects the outcomes of all cases."""
        case = with_equations_solved(case)
        try:
            outcome = self.outcome(case)
        except SignMissing as missing:
            if depth >= DEPTH or len(self.leaves) > CASE_LIMIT:
                outcome = Unsettled(question(missing.term))
            else:
                for sign in sorted(missing.possible, reverse=True):
                    self.explore(case.where(Claim(missing.term, RELATIONS[sign], exact(0))), depth + 1)
                return
        self.leaves.append(Leaf(case, outcome))

    def outcome(self, case: Case) -> Outcome:
        """The outcome of one case.

        Raises:
            SignMissing: where it must be split.
        """
        return with_fine_roots(lambda ring: self._decided(ring, case))

    def _decided(self, ring: Ring, case: Case) -> Outcome:
        try:
            return self.decide(Field.under(ring, case.free), case)
        except Contradiction:
            return Empty()
        except NotDefined as fault:
            return Breaks(fault.term, fault.reason)
        except OutOfClass as limit:
            return Unsettled(str(limit))


def question(term: Term) -> str:
    """The question whose answer is missing, with the number on the right."""
    left, right = with_number_apart(term)
    return f"is {left} > {right}?"


def with_number_apart(term: Term) -> tuple[Term, Term]:
    """A term that is compared with zero, as one without a constant term that is compared with a number."""
    try:
        return with_fine_roots(lambda ring: _apart(ring, term))
    except OutOfClass:
        return term, exact(0)


def _apart(ring: Ring, term: Term) -> tuple[Term, Term]:
    element = NormalForms(ring, Signs(ring)).of(term)
    number = _constant(element)
    if not element.denominator.is_one() or number == 0:
        return term, exact(0)
    return written(ring, element - constant(number)), exact(-number)


def _constant(element: Element) -> Fraction:
    for exponents, coefficient in element.numerator.to_dict().items():
        if not any(exponents):
            return to_fraction(coefficient)
    return Fraction(0)


def with_equations_solved(case: Case) -> Case:
    """Symbols replaced by what assumed linear equations make of them; their domains become assumptions."""
    for _ in range(len(case.assumptions)):
        simpler = next(_simpler(case), None)
        if simpler is None:
            return case
        case = simpler
    return case


def _simpler(case: Case) -> Iterator[Case]:
    for equation in case.free:
        if equation.relation != "=":
            continue
        try:
            found = with_fine_roots(lambda ring, equation=equation: _solution(ring, case, equation))  # type: ignore[misc]
        except (OutOfClass, Contradiction):
            continue
        if found is None:
            continue
        symbol, value, given = found
        kept = (*given, *(claim for claim in case.assumptions if claim is not equation), *domain_claims(symbol))
        try:
            assumptions = tuple(substituted_in(claim, {symbol: value}) for claim in kept)
            goal = case.goal.subs({symbol: value})
        except (OutOfClass, ValueError):
            continue
        yield replace(case, goal=goal, assumptions=assumptions, replaced=((symbol, value), *case.replaced))


def _solution(ring: Ring, case: Case, equation: Claim) -> Solution | None:
    """A symbol in which the equation is linear, with a coefficient that does not vanish, and its value."""
    field = Field.under(ring, case.free)
    forms = NormalForms(ring, field.signs)
    element = ring.reduced(forms.of(equation.left) - forms.of(equation.right))
    for index in sorted(element.generators):
        found = _solved_for(field, element.numerator, index, case.kept)
        if found is not None:
            return found
    return None


def _solved_for(field: Field, value: fmpq_mpoly, index: int, kept: frozenset[Symbol]) -> Solution | None:
    ring, atom = field.ring, field.ring.atoms[index]
    match atom:
        case LogAtom(SymbolAtom(symbol)) if len(value) == 1 and symbol not in kept and symbol not in _others(ring, value, index):
            return symbol, exact(1), ()
        case SymbolAtom(symbol) if symbol not in kept and ring.unit(index) == 1 and symbol not in _others(ring, value, index):
            if value.degrees()[index] != 1:
                return None
            slope = value.derivative(index)
            if 0 in field.sign_of(slope):
                return None
            rest = value - slope * GENERATORS[index]
            given = () if slope.is_constant() else (Claim(polynomial_term(ring, slope), "!=", exact(0)),)
            return symbol, written(ring, -polynomial(rest) / polynomial(slope)), given
    return None


def _others(ring: Ring, value: fmpq_mpoly, index: int) -> frozenset[Symbol]:
    """The symbols in the other generators."""
    return frozenset(symbol for other in generators_of(value) - {index} for symbol in ring.symbols_inside(other))
