"""The engine `smt`: the negated goal is put to Z3; that nothing meets it is a proof, a model is only a candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from checks.engines.smt.candidates import example, refuted
from checks.engines.smt.cases import Case, by_sign, cases
from checks.engines.smt.certificates import certificate
from checks.engines.smt.formulas import Clause, holds
from checks.engines.smt.library import library
from checks.engines.smt.logarithms import on_signs
from checks.engines.smt.proving import Search, search
from checks.engines.smt.solver import Clock, Solver
from checks.engines.smt.theory import Model, Theory
from checks.language.claims import NEGATION, Claim
from checks.language.terms import Integral, Limit
from checks.language.walking import subterms
from checks.normal_forms.binding import require_names
from checks.normal_forms.refining import with_fine_roots
from checks.normal_forms.ring import Element, OutOfClass
from checks.normal_forms.signs import Contradiction
from checks.obligations import Obligation
from checks.verdicts import Proved, Refuted, Undecided, Vacuous, Verdict

USES_SECONDS = 0.1  # for finding out whether one assumption matters
USES_LIMIT = 6
SPLITS_LIMIT = 2
WHOLE_SHARE, HALF_SHARE = 0.5, 0.4  # of the time left, where a case may be split
EXAMPLE_SECONDS = 0.3
CERTIFICATE_SECONDS, PROOF_SECONDS = 1.0, 2.5
CONTRADICTION = Vacuous("no values meet the assumptions")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Smt:
    """Decides polynomial claims, and what follows from the lemmas for powers, exponentials and logarithms."""

    name: str = "smt"
    uses_lemmas: bool = True
    knows_orders: bool = False

    @property
    def version(self) -> str:
        """Z3, which searches, and FLINT's binding, which brings claims to normal form."""
        import flint

        z3 = library()
        return f"1, Z3 {z3.get_version_string()}, python-flint {flint.__version__}"

    def answer(self, obligation: Obligation) -> Verdict:
        """Proved, vacuous, refuted with a confirmed witness, or undecided with the reason."""
        clock = Clock.started()
        try:
            require_names(obligation)
            _require_no_limits(obligation)
            outcomes: list[Verdict] = []
            for case in cases(obligation):
                outcomes.append(_outcome(case, clock))
                if isinstance(outcomes[-1], Refuted):
                    return outcomes[-1]
        except RecursionError:
            return Undecided("the expression is nested too deeply")
        except OutOfClass as limit:
            return Undecided(str(limit))
        return _of_all(outcomes)


def _of_all(outcomes: Sequence[Verdict]) -> Verdict:
    """The verdict of cases none of which is refuted."""
    for each in outcomes:
        if isinstance(each, Undecided):
            return each
    proofs = [each for each in outcomes if isinstance(each, Proved)]
    if not proofs:
        return CONTRADICTION
    cases_text = f"in {len(outcomes)} cases: " if len(outcomes) > 1 else ""
    how = cases_text + "; ".join(dict.fromkeys(proof.how for proof in proofs))
    shown = next((proof.example for proof in proofs if proof.example is not None), None)
    return Proved(how, shown, proofs[0].certificate if len(outcomes) == 1 else None)


def _require_no_limits(obligation: Obligation) -> None:
    claims = (*obligation.assumptions, *obligation.lemmas, obligation.claim)
    for part in (part for claim in claims for side in (claim.left, claim.right) for part in subterms(side)):
        if isinstance(part, Limit | Integral):
            raise OutOfClass(f"{part} is not put to Z3")


def _outcome(case: Case, clock: Clock) -> Verdict:
    """The verdict on a case, of which those with a variable of either sign are split if they are not settled at once."""
    parts = tuple(by_sign(case))[:SPLITS_LIMIT]
    whole = _tried(case, clock.part(WHOLE_SHARE) if parts else clock)
    if not isinstance(whole, Undecided):
        return whole
    for halves in parts:
        outcomes = [_tried(half, clock.part(HALF_SHARE)) for half in halves]
        if not any(isinstance(each, Undecided) for each in outcomes):
            return next((each for each in outcomes if isinstance(each, Refuted)), _of_all(outcomes))
    return whole


def _tried(case: Case, clock: Clock) -> Verdict:
    try:
        return with_fine_roots(lambda ring: _settled(Theory(ring, Solver.fresh(clock), lemmas_on_signs=on_signs), case))
    except Contradiction:
        return CONTRADICTION
    except OutOfClass as limit:
        return Undecided(str(limit), is_late=clock.is_late and clock.is_short)


def _settled(theory: Theory, case: Case) -> Verdict:
    theory.assume(case.given)
    difference = theory.difference(case.goal)
    if difference.is_zero:
        return _of_equal_sides(theory, case)
    negated = holds(difference, NEGATION[case.goal.relation])
    watch = _Watch(theory, case)
    notary = _Notary(theory, difference, case.goal.relation)
    found = search(theory, (negated,), watch.refutes, notary.certifies)
    if found.is_certified:
        return _unless_vacuous(theory, case, Proved("a sum of products of what is not negative", certificate=notary.text))
    if found.is_refuted:
        notary.looks(found.lemmas)
        return _proved(theory, case, negated, found, notary.text)
    return watch.refuted or _undecided(found, theory)


@dataclass(slots=True)
class _Notary:
    """Looks for a certificate."""

    theory: Theory
    difference: Element
    relation: str
    text: str | None = None

    def certifies(self, lemmas: Sequence[Clause]) -> bool:
        """Whether there is one."""
        return self._finds(lemmas, min(PROOF_SECONDS, self.theory.solver.clock.left * 0.7))

    def looks(self, lemmas: Sequence[Clause]) -> None:
        """Looks for one where there is a proof already, with less patience."""
        self._finds(lemmas, min(CERTIFICATE_SECONDS, self.theory.solver.clock.left * 0.25))

    def _finds(self, lemmas: Sequence[Clause], seconds: float) -> bool:
        found = certificate(self.theory, self.difference, self.relation, lemmas, seconds)
        self.text = (found.text or None) if found else None
        return found is not None


@dataclass(slots=True)
class _Watch:
    """Looks at Z3's proposals until one is confirmed as a counterexample."""

    theory: Theory
    case: Case
    refuted: Refuted | None = None

    def refutes(self, model: Model) -> bool:
        """Whether it is."""
        self.refuted = refuted(self.case, self.theory, model)
        return self.refuted is not None


def _of_equal_sides(theory: Theory, case: Case) -> Verdict:
    """The goal is 0 rel 0."""
    if case.goal.relation in ("=", "<=", ">="):
        return _unless_vacuous(theory, case, Proved("both sides have one normal form"))
    watch = _Watch(theory, case)
    found = search(theory, (), watch.refutes)
    if found.is_refuted:
        return CONTRADICTION
    return watch.refuted or Undecided("both sides are equal, which the relation excludes")


def _proved(theory: Theory, case: Case, negated: Clause, found: Search, text: str | None) -> Verdict:
    uses = _uses(theory, case, negated, found)
    how = "Z3 finds no values that meet the assumptions and not the claim" if case.given else "Z3 finds no values where it fails"
    if found.lemmas:
        how += ", by the lemmas on logarithms"
    if uses:
        how += f"; uses: {', '.join(map(str, uses))}"
    return _unless_vacuous(theory, case, Proved(how, certificate=text), found.lemmas)


def _unless_vacuous(theory: Theory, case: Case, proof: Proved, lemmas: tuple[Clause, ...] = ()) -> Verdict:
    """The proof with a point that meets the assumptions; or that there is none."""
    seconds = min(EXAMPLE_SECONDS, theory.solver.clock.left)
    every = tuple(literal for clause, _ in theory.facts for literal in clause)
    response, model = theory.response((), seconds, (*lemmas, *on_signs(theory, every)))
    if response.is_unsatisfiable:
        return CONTRADICTION
    return replace(proof, example=example(case, theory, model))


def _uses(theory: Theory, case: Case, negated: Clause, found: Search) -> tuple[Claim, ...]:
    """The assumptions without which Z3 does not find this at once."""
    given = [claim for claim in case.whole.assumptions if any(source == claim for _, source in theory.facts)]
    if len(given) > USES_LIMIT:
        return ()
    needless: frozenset[Claim] = frozenset()
    for claim in reversed(given):
        if theory.response((negated,), USES_SECONDS, found.lemmas, needless | {claim})[0].is_unsatisfiable:
            needless |= {claim}
    return tuple(claim for claim in given if claim not in needless)


def _undecided(found: Search, theory: Theory) -> Undecided:
    clock = theory.solver.clock
    if not found.is_known:
        return Undecided("Z3 does not know within its time", is_late=clock.is_late and clock.is_short)
    return Undecided("the lemmas do not settle it, and no counterexample was confirmed", is_late=clock.is_late and clock.is_short)
