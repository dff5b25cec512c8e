"""Theory: the claims of an obligation as clauses over one ring, each subterm shown to be defined where it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from flint import fmpq_mpoly

from checks.engines.smt.atoms import clauses_of, inside
from checks.engines.smt.formulas import DEGREE_LIMIT, TERMS_LIMIT, Clause, Translation, holds, is_too_large, variable
from checks.engines.smt.knowledge import AskingSigns
from checks.engines.smt.requirements import requirements
from checks.engines.smt.solver import Response, Solver
from checks.language.claims import Claim, bound_of
from checks.language.terms import At, Derivative, Differential, Elementary, Integral, Limit, Number, Power, Quotient, Symbol, Term
from checks.language.walking import parts, rebuild
from checks.normal_forms.normal_form import NormalForms, NotShownDefined
from checks.normal_forms.ring import GENERATORS, Element, OutOfClass, Ring, SymbolAtom, polynomial
from checks.normal_forms.signs import ALLOWED, MINUS, NOT_NEGATIVE, PLUS, Sign

SIGN_SECONDS = 0.4  # for one question about a sign
ROOTS_LIMIT = 12
LARGEST_ROOT = 20
Model = dict[int, Fraction]
RELATION_OF = {-1: "<", 0: "=", 1: ">"}


def _no_lemmas(_: Theory, __: Clause) -> Sequence[Clause]:
    return ()


@dataclass(slots=True)
class Theory:
    """What is known under the assumptions, as clauses over a ring of atoms.

    Attributes:
        facts: clauses that hold where the assumptions do, with the assumption from which they come.
        terms: those that were brought to normal form.
        watched: generators whose values models must tell.
        lemmas_on_signs: what may be added where the sign of something is asked for.
    """

    ring: Ring
    solver: Solver
    signs: AskingSigns = field(init=False)
    forms: NormalForms = field(init=False)
    translation: Translation = field(init=False)
    facts: list[tuple[Clause, Claim | None]] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    watched: frozenset[int] = frozenset()
    lemmas_on_signs: Callable[[Theory, Clause], Sequence[Clause]] = _no_lemmas
    _named: dict[Term, Symbol] = field(default_factory=dict)
    _signs_found: dict[tuple[str, int], Sign] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.signs = AskingSigns(self.ring, narrowing=self._narrowed)
        self.forms = NormalForms(self.ring, self.signs)
        self.translation = Translation(self.signs.known)

    def assume(self, claims: Sequence[Claim]) -> None:
        """Learns assumptions; those outside the class are left out, which is safe.

        Raises:
            Contradiction: where they visibly contradict one another.
        """
        with self.signs.by_rule():
            remaining = [claim for claim in claims if not self._is_bound(claim)]
            for _ in range(2):  # a later one may say that an earlier one is in the class
                remaining = [claim for claim in remaining if not self._assumed(claim)]
        for claim in remaining:
            self._assumed(claim)

    def _is_bound(self, claim: Claim) -> bool:
        bound = bound_of(claim)
        if bound is None:
            return False
        self.signs.assume_bound(*bound)
        symbol, relation, end = bound
        self._learn(self.difference(Claim(symbol, relation, end)), relation, claim)
        return True

    def _assumed(self, claim: Claim) -> bool:
        """Whether the assumption could be learned, with what it requires in order to be defined."""
        for condition in requirements(claim):
            try:
                self._learn(self.difference(condition), condition.relation, claim)
            except OutOfClass:
                continue
        try:
            self._learn(self.difference(claim), claim.relation, claim)
        except OutOfClass:
            return False
        return True

    def _learn(self, element: Element, relation: str, source: Claim) -> None:
        clause = holds(element, relation)
        if (clause, source) in self.facts:
            return
        self.facts.append((clause, source))
        with self.signs.by_rule():
            self.signs.assume(element, ALLOWED[relation])

    def difference(self, claim: Claim) -> Element:
        """Left less right.

        Raises:
            OutOfClass: where a side is outside the class, or not shown to be defined.
        """
        return self.ring.reduced(self.form(claim.left) - self.form(claim.right))

    def form(self, term: Term) -> Element:
        """The normal form, where absolute values, minima, maxima, and roots of what may be zero become variables.

        Raises:
            OutOfClass: where there is none.
        """
        for _ in range(ROOTS_LIMIT):
            plain = self._plain(term)
            try:
                element = self.forms.of(plain)
            except NotShownDefined as fault:
                if (root := _root(fault.term)) is None or fault.term in self._named or not _occurs_freely(fault.term, plain):
                    raise
                self._name_root(fault.term, *root)
            else:
                self.terms.append(plain)
                return element
        raise OutOfClass(f"{term} has over {ROOTS_LIMIT} roots in it")

    def _plain(self, term: Term) -> Term:
        if isinstance(term, At | Derivative | Differential | Integral | Limit):
            return term
        term = rebuild(term, self._plain)
        if term in self._named:
            return self._named[term]
        if isinstance(term, Elementary) and term.name in ("abs", "min", "max"):
            return self._name_branch(term)
        return term

    def _name(self, term: Term) -> tuple[Symbol, Element]:
        self._named[term] = symbol = Symbol(f"s{len(self._named)}'")
        return symbol, self.ring.power(SymbolAtom(symbol))

    def _name_branch(self, term: Elementary) -> Symbol:
        """An absolute value, minimum or maximum is one of some values, and on the right side of all."""
        values = [self.forms.of(argument) for argument in term.arguments]
        if term.name == "abs":
            values.append(-values[0])
        symbol, element = self._name(term)
        relation = "<=" if term.name == "min" else ">="
        for value in values:
            self.facts.append((holds(element - value, relation), None))
        self.facts.append((tuple((element - value, "=") for value in values), None))
        if term.name == "abs":
            self.facts.append((holds(element, ">="), None))
        return symbol

    def _name_root(self, term: Term, base: Term, exponent: Fraction) -> None:
        """The root s of what is not negative: s >= 0, and its power is that of the base."""
        below = self.forms.of(base)
        if not self.signs.of_element(below) <= NOT_NEGATIVE:
            raise NotShownDefined(term, f"{base} is not known to be at least zero")
        _, element = self._name(term)
        self.facts.append((holds(element, ">="), None))
        self.facts.append((holds(element.power(exponent.denominator) - below.power(exponent.numerator), "="), None))

    def _narrowed(self, value: fmpq_mpoly, sign: Sign) -> Sign:
        """The signs that Z3 does not exclude."""
        key = (str(value), len(self.facts))
        if key not in self._signs_found:
            element = polynomial(value)
            excluded = [each for each in sorted(sign) if self._excludes(holds(element, RELATION_OF[each]))]
            self._signs_found[key] = sign - frozenset(excluded)
        return self._signs_found[key]

    def _excludes(self, clause: Clause) -> bool:
        if self.response((clause,), SIGN_SECONDS)[0].is_unsatisfiable:
            return True
        lemmas = self.lemmas_on_signs(self, clause)
        return bool(lemmas) and self.response((clause,), SIGN_SECONDS, lemmas)[0].is_unsatisfiable

    def response(
        self, clauses: Sequence[Clause], seconds: float, lemmas: Sequence[Clause] = (), without: frozenset[Claim] = frozenset()
    ) -> tuple[Response, Model]:
        """What Z3 says of clauses together with the facts, and what holds of the atoms that occur; and the generators' values in its model."""
        facts = [clause for clause, source in self.facts if source is None or source not in without]
        if any(map(is_too_large, clauses)):
            raise OutOfClass(f"a polynomial of degree over {DEGREE_LIMIT}, or of over {TERMS_LIMIT} terms, is not put to Z3")
        every = [*clauses, *facts, *lemmas]
        indices = sorted(self.occurring(every) | self.watched)
        every += [clause for index in indices for clause in clauses_of(self.ring, index)]
        formulas = self._formulas([clause for clause in every if not is_too_large(clause)])
        response = self.solver.nonlinear(formulas, [variable(index) for index in indices], seconds)
        return response, {index: response.values[variable(index)] for index in indices} if response.values else {}

    def _formulas(self, clauses: Sequence[Clause]) -> list[str]:
        formulas = [self.translation.clause(clause) for clause in clauses]
        denominators = {
            str(element.denominator): element.denominator for clause in clauses for element, _ in clause if not element.denominator.is_one()
        }
        return formulas + [self._nonzero(each) for each in denominators.values()]

    def _nonzero(self, denominator: fmpq_mpoly) -> str:
        known = self.signs.known(denominator)
        relation = ">" if known == PLUS else "<" if known == MINUS else "!="
        return self.translation.comparison(polynomial(denominator), relation)

    def occurring(self, clauses: Sequence[Clause]) -> frozenset[int]:
        """The generators of the clauses, and those on which roots among them depend."""
        return self._closed({index for clause in clauses for element, _ in clause for index in element.generators})

    def watch(self, elements: Iterable[Element]) -> None:
        """Has models tell the values of the elements' generators."""
        self.watched = self._closed({index for element in elements for index in element.generators})

    def _closed(self, new: set[int]) -> frozenset[int]:
        found = set[int]()
        while new:
            found |= new
            new = {other for index in new for other in inside(self.ring, index)} - found
        return frozenset(found)

    def generator(self, index: int) -> Element:
        """A generator as an element."""
        return polynomial(GENERATORS[index])


def _root(term: Term) -> tuple[Term, Fraction] | None:
    """The base and the exponent, if a term is a root or a positive fractional power of moderate degree."""
    match term:
        case Elementary("sqrt", (base,)):
            return base, Fraction(1, 2)
        case Power(base, Number(exponent)):
            return (base, exponent) if _is_moderate(exponent) else None
        case Power(base, Quotient(Number(above), Number(below))) if below != 0:
            return (base, above / below) if _is_moderate(above / below) else None
        case _:
            return None


def _is_moderate(exponent: Fraction) -> bool:
    return exponent > 0 and max(exponent.numerator, exponent.denominator) <= LARGEST_ROOT


def _occurs_freely(term: Term, whole: Term) -> bool:
    """Whether a subterm occurs outside of derivatives and the like."""
    return term in _free_parts(whole)


def _free_parts(term: Term) -> Iterator[Term]:
    yield term
    if not isinstance(term, At | Derivative | Differential | Integral | Limit):
        for part in parts(term):
            yield from _free_parts(part)
