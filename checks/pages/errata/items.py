"""Items: what an erratum or a finding says, each with its label, before it is set on a page or in a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from checks.judging import FAILS, NEEDS, ClaimReport, FindingReport, StatementReport
from checks.language.assumptions import Assumption
from checks.language.claims import Claim
from checks.language.propositions import Proposition
from checks.ledger import KINDS
from checks.pages.definitions import behind, formulas
from checks.pages.errata.gravity import Erratum, Neighbour
from checks.pages.prose import readable
from checks.questions import CORRECTED, PRINTED, REPAIRED
from checks.reconciling import example
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Verdict, explanation, word

NAMES = {
    "conclusion": ("conclusion", "conclusions"),
    "theorem": ("theorem", "theorems"),
    "proof": ("step of a proof", "steps of proofs"),
    "sentence": ("sentence", "sentences"),
    "number": ("number", "numbers"),
    "typography": ("matter of typography", "matters of typography"),
}
GRAVE, FEW = ("conclusion", "theorem"), 12


@dataclass(frozen=True, slots=True)
class Printed:
    """A formula of the paper, in its own LaTeX."""

    formula: str


@dataclass(frozen=True, slots=True)
class Graded:
    """A verdict in one word, with its grounds; `is_expected` is false where a finding is not confirmed."""

    verdict: str
    grounds: str
    is_expected: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """Text, in which formulas are typed in Unicode; `is_formula` where it is broken as formulas are."""

    text: str
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Statements that one rests on, or that rest on it: those that are named, nearest first, and those that are only counted."""

    named: tuple[Neighbour, ...]
    counted: tuple[Neighbour, ...] = ()

    def text(self, write: Callable[[Neighbour], str]) -> str:
        """In words, each statement as it is written by the page or the document."""
        ways = {"directly": [each for each in self.named if each.distance == 1], "through others": [each for each in self.named if each.distance > 1]}
        parts = [f"{how} {', '.join(map(write, several))}" for how, several in ways.items() if several]
        return "; ".join([*parts, *[f"and {self.rest}"] * bool(self.counted)])

    @property
    def rest(self) -> str:
        """How many of each kind are not named."""
        found = Counter(each.kind for each in self.counted)
        return ", ".join(f"{found[kind]} {NAMES[kind][found[kind] != 1]}" for kind in KINDS if found[kind])


Content: TypeAlias = Printed | Proposition | Assumption | Graded | Words | Related
Item: TypeAlias = tuple[str, Content]


def erratum_items(erratum: Erratum) -> Iterator[Item]:
    """What is printed, where it breaks, what holds instead, why, and what else falls with it."""
    report = erratum.report
    if report.entry.printed:
        yield "printed", Printed(report.entry.printed)
    yield from (("where", each) for each in _meant(report))
    if report.statement is not None:
        yield from (("given", each) for each in report.statement.given)
    for claim in report.claims:
        yield from _about(claim)
    yield from _mended(report)
    if erratum.rests_on:
        yield "rests on", Related(erratum.rests_on)
    if erratum.rested_on_by:
        yield "on it rest", _shortened(erratum.rested_on_by)


def _shortened(above: tuple[Neighbour, ...]) -> Related:
    """All where they are few; else those that rest on it directly, and of the others the graver ones."""
    if len(above) <= FEW:
        return Related(above)
    named = tuple(each for each in above if each.distance == 1 or each.kind in GRAVE)
    return Related(named, tuple(each for each in above if each not in named))


def finding_items(finding: FindingReport) -> Iterator[Item]:
    """What is claimed, under what, what the checker says, and what follows."""
    told, verdict = finding.finding, finding.verdict
    yield "claim", told.proposition
    yield from (("given", each) for each in told.given)
    if not finding.confirmed:
        yield "verdict", Graded(word(verdict), f"not confirmed: expected {told.expected}, but {word(verdict)}", is_expected=False)
    elif _is_settled(verdict):
        yield "verdict", Graded(word(verdict), explanation(verdict))
    else:
        yield "verdict", Graded(word(verdict), "as the finding says")
    if not (finding.confirmed and _is_settled(verdict)):
        yield from _broken(verdict)
    yield "so", Words(readable(told.says))


def counterpoint(verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Where a claim breaks, and how: labels with their text."""
    point = example(verdict)
    match verdict:
        case Refuted(says=says) if point is not None:
            yield "witness", readable(str(point))
            yield "there", readable(says) or verdict.seen
        case IllDefined(subterm, reason) if point is not None:
            yield "witness", readable(str(point))
            yield "there", f"{readable(subterm)} is not defined: {reason}"
        case _:
            yield "grounds", explanation(verdict)


def _about(claim: ClaimReport) -> Iterator[Item]:
    """A printed claim that breaks, with its witness; a correction with its verdict; what holds as printed is left out."""
    if claim.role == PRINTED and not _is_settled(claim.verdict):
        yield "claim", claim.proposition
        yield from _broken(claim.verdict)
    elif claim.role == CORRECTED:
        yield "corrected", claim.proposition
        yield "", Graded(word(claim.verdict), explanation(claim.verdict))
    elif claim.role == REPAIRED and not _is_settled(claim.verdict):
        yield "then still", Graded(word(claim.verdict), explanation(claim.verdict))


def _mended(report: StatementReport) -> Iterator[Item]:
    """What the statement needs, what its correction assumes where that is something else, and what was wrong."""
    statement = report.statement
    if statement is None:
        return
    if report.verdict == NEEDS:
        yield from (("needs", each) for each in statement.needs)
    if statement.correction is not None:
        yield from (("provided", each) for each in statement.correction.given if each not in statement.given)
        yield "why", Words(readable(statement.correction.says))
    elif report.verdict == FAILS:
        yield "why", Words(readable(report.why))


def _meant(report: StatementReport) -> tuple[Claim, ...]:
    """The definitions behind what an erratum shows."""
    shown = [each.proposition for each in report.claims if each.role == CORRECTED or (each.role == PRINTED and not _is_settled(each.verdict))]
    return behind(part for proposition in shown for part in formulas(proposition))


def _broken(verdict: Verdict) -> Iterator[Item]:
    return ((label, Words(text, is_formula=True)) for label, text in counterpoint(verdict))


def _is_settled(verdict: Verdict) -> bool:
    return isinstance(verdict, Proved | Certified)
