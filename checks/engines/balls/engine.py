"""The engine `balls`: inequalities proved by enclosures, on the whole domain: by the signs of derivatives, or box by box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import flint

from checks.enclosures import digits_of, holds, rational
from checks.engines.balls.branching import cases
from checks.engines.balls.eliminating import eliminated
from checks.engines.balls.faces import faces
from checks.engines.balls.knowledge import Unsettled
from checks.engines.balls.points import is_short
from checks.engines.balls.proving import Proving
from checks.language.claims import Claim, domain_claims
from checks.language.definedness import NoSuchConditions, conditions
from checks.language.terms import Number, Symbol, Term
from checks.language.walking import substitute
from checks.obligations import Obligation
from checks.verdicts import Proved, Refuted, Undecided, Vacuous, Verdict, Witness

DIGITS = 50


@dataclass(frozen=True, slots=True)
class Balls:
    """Proves inequalities in one variable, and in several over boxes; decides inequalities between numbers."""

    name: str = "balls"
    uses_lemmas: bool = True
    knows_orders: bool = False

    @property
    def version(self) -> str:
        """The arithmetic's version."""
        return f"1, python-flint {flint.__version__}"

    def answer(self, obligation: Obligation) -> Verdict:
        """Proved, refuted at a point, or undecided with the reason."""
        if obligation.functions:
            return Undecided(f"{obligation.functions[0].name} is no function that can be enclosed")
        if obligation.claim.relation == "=":
            return Undecided("enclosures do not show that two sides are equal")
        try:
            whole = Obligation((*obligation.assumptions, *obligation.lemmas), obligation.goal)
            return _combined([_proved(eliminated(face), obligation) for face in faces(whole)])
        except Unsettled as fault:
            return Undecided(str(fault))
        except NoSuchConditions as fault:
            return Undecided(f"{fault}, which enclosures do not do")
        except RecursionError:
            return Undecided("the expression is nested too deeply")


def _proved(obligation: Obligation, original: Obligation) -> Proved | Vacuous | Refuted:
    given = tuple(_usable(obligation.assumptions))
    claim = obligation.claim
    facts: list[Claim] = [bound for symbol in obligation.variables for bound in domain_claims(symbol)]
    grounds: list[str] = []
    for goal in (*conditions(claim.left), *conditions(claim.right), claim):
        is_empty = True
        for assumed, case in cases(given, goal):
            proving = Proving(assumed, tuple(facts), grounds=grounds)
            try:
                proving.show(case)
                is_empty = is_empty and proving.is_empty
            except Unsettled as fault:
                refuted = _refuted(original, proving.failing) if goal is claim else None
                if refuted is not None:
                    return refuted
                raise fault from None
        if is_empty:
            return Vacuous("the assumptions contradict one another")
        facts.append(goal)
    return Proved("; ".join(dict.fromkeys(grounds)) or "in every case")


def _combined(verdicts: Sequence[Proved | Vacuous | Refuted]) -> Verdict:
    """Proved where each face is, but for those on which there is nothing to show."""
    refuted = next((each for each in verdicts if isinstance(each, Refuted)), None)
    proofs = [each.how for each in verdicts if isinstance(each, Proved)]
    return refuted or (Proved("; ".join(dict.fromkeys(proofs))) if proofs else verdicts[0])


def _usable(assumptions: Sequence[Claim]) -> Iterator[Claim]:
    """The assumptions, each after what makes it defined, and which so is assumed with it; calculus is left out."""
    seen: dict[Claim, None] = {}
    for claim in assumptions:
        try:
            seen |= dict.fromkeys((*conditions(claim.left), *conditions(claim.right), claim))
        except NoSuchConditions:
            continue
    return iter(seen)


def _refuted(obligation: Obligation, values: dict[Symbol, Fraction] | None) -> Refuted | None:
    """A counterexample, where the point has a value for every variable and is one for certain."""
    if values is None or set(values) != set(obligation.variables):
        return None
    if any(value not in symbol.domain or not is_short(value) for symbol, value in values.items()):
        return None
    if not all(holds(claim, values) for claim in (*obligation.assumptions, *obligation.lemmas)) or holds(obligation.claim, values) is not False:
        return None
    claim = obligation.claim
    witness = Witness({symbol.name: value for symbol, value in sorted(values.items(), key=lambda item: item[0].name)})
    return Refuted(witness, _shown(claim.left, values), _shown(claim.right, values), DIGITS, 0)


def _shown(term: Term, values: Mapping[Symbol, Fraction]) -> str:
    exact = rational(term, values)
    if exact is not None and is_short(exact):
        return str(exact)
    return digits_of(substitute(term, {symbol: Number(value) for symbol, value in values.items()}), 20) or str(term)
