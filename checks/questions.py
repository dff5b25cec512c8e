"""Questions: what must be asked about a statement, each an obligation with its role.

Printed claims are asked under what the paper assumes, repaired ones also under what it needs, corrected ones
under what the correction assumes. Each may use the conclusions of its proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from checks.calculation import Calculation, Step
from checks.language.assumptions import Assumption
from checks.language.claims import Claim
from checks.language.places import Place
from checks.language.propositions import Proposition, sequents
from checks.obligations import Obligation
from checks.statements import Statement

STEP, PRINTED, REPAIRED, CORRECTED, FINDING = "step", "printed", "repaired", "corrected", "finding"


@dataclass(frozen=True, slots=True)
class Question:
    """An obligation and what it is asked for.

    Attributes:
        role: what kind of thing it is asked for.
        index: which proposition of that role, or which step.
        sharp, against, may_be_empty: what its answer means for the proposition, as for the sequent it comes from.
        cited: the assumptions that a step's own reason names.
    """

    statement: str
    role: str
    index: int
    obligation: Obligation
    sharp: bool = True
    against: bool = False
    may_be_empty: bool = False
    cited: tuple[Claim, ...] = ()
    place: Place | None = field(default=None, compare=False)


def steps_of(statement: Statement) -> tuple[tuple[Calculation, Step], ...]:
    """Every step on which the statement rests, in order, each once."""
    found = (each for finding in statement.findings for each in finding.proof)
    proofs = (*statement.proof, *(statement.correction.proof if statement.correction else ()), *found)
    calculations = dict.fromkeys(earlier for proof in proofs for earlier in proof.with_earlier())
    return tuple((each, step) for each in calculations for step in each.steps)


def propositions_of(statement: Statement) -> Iterator[tuple[str, int, Proposition, tuple[Assumption, ...], tuple[Calculation, ...]]]:
    """Role, index, proposition, assumptions and proof of all that is asked beside the steps."""
    for index, claim in enumerate(statement.claims):
        yield PRINTED, index, claim, statement.given, statement.proof
        if statement.needs:
            yield REPAIRED, index, claim, (*statement.given, *statement.needs), statement.proof
    if (correction := statement.correction) is not None:
        for index, claim in enumerate(correction.propositions):
            yield CORRECTED, index, claim, correction.given, (*statement.proof, *correction.proof)
    for index, finding in enumerate(statement.findings):
        yield FINDING, index, finding.proposition, finding.given, finding.proof


def questions(statement: Statement) -> tuple[Question, ...]:
    """All questions about a statement, the steps first."""
    steps = enumerate(step for _, step in steps_of(statement))
    asked = [Question(statement.id, STEP, index, step.obligation, cited=step.cited, place=step.place) for index, step in steps]
    for role, index, proposition, given, proof in propositions_of(statement):
        assumed = tuple(each.claim for each in given)
        for sequent in sequents(proposition, assumed):
            hypotheses = () if sequent.against else (*assumed, *sequent.hypotheses)
            lemmas = conclusions_within(proof, hypotheses)
            meaning = (sequent.sharp, sequent.against, sequent.may_be_empty)
            asked.append(Question(statement.id, role, index, Obligation(hypotheses, sequent.goal, lemmas), *meaning, place=statement.place))
    return tuple(asked)


def conclusions_within(proof: tuple[Calculation, ...], assumed: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The conclusions that rest on nothing but what is assumed."""
    usable = (each.conclusion for each in proof if {cited.claim for cited in each.assumptions} <= set(assumed))
    return tuple(conclusion for conclusion in usable if isinstance(conclusion, Claim))
