"""Anatomy of a fault: the place, the author's own line, claimed against found, what was cited, how to repeat it, what may help."""

from __future__ import annotations

import linecache
from collections.abc import Iterable, Iterator, Mapping

from checks.judging import ClaimReport, FindingReport, StatementReport, StepReport
from checks.language.assumptions import Assumption
from checks.language.orders import Goal
from checks.language.places import Place
from checks.language.terms import Term
from checks.pages.definitions import behind, formulas
from checks.pages.phrases import ascii_line
from checks.pages.remedies import claim_remedy, general_remedy, step_remedy
from checks.pages.spans import BAD, FAINT, STRONG, Line, Span, line
from checks.reconciling import Answer
from checks.settings import Settings
from checks.verdicts import IllDefined, Refuted, Supported, Undecided, Verdict, explanation, word


def step_fault(step: StepReport, report: StatementReport, settings: Settings) -> list[Line]:
    """A step that is not proved."""
    return [
        _head(step.step.place, step.verdict, step.answers, settings),
        *_own_line(step.step.place),
        line("    claimed   ", str(step.step.claim)),
        *_meaning([step.step.claim]),
        *_found(step.verdict),
        line("    ", _cited(step.step.assumptions, report)),
        *_ending(step.verdict, report, step_remedy(step, report), settings),
    ]


def claim_fault(claim: ClaimReport, report: StatementReport, settings: Settings) -> list[Line]:
    """A claim of a statement that is not proved though its steps are."""
    statement = report.statement
    given = statement.given if statement else ()
    return [
        _head(statement.place if statement else None, claim.verdict, {}, settings, f"{report.id}, {claim.role} claim, "),
        line("    claimed   ", ascii_line(claim.proposition)),
        *_meaning(formulas(claim.proposition)),
        *_found(claim.verdict),
        line("    ", _assumed(report.id, given)),
        *_ending(claim.verdict, report, claim_remedy(claim, report), settings),
    ]


def finding_fault(finding: FindingReport, report: StatementReport, settings: Settings) -> list[Line]:
    """A finding that the checker does not confirm."""
    told = finding.finding
    return [
        _head(told.place, finding.verdict, {}, settings, f"{report.id}, finding {told.title!r}: expected {told.expected}, "),
        line("    claimed   ", ascii_line(told.proposition)),
        *_meaning(formulas(told.proposition)),
        *_found(finding.verdict),
        line("    ", _assumed("the finding", told.given)),
        *_ending(finding.verdict, report, "correct the finding, or say what the checker finds", settings),
    ]


def named(id: str, place: Place | None) -> str:
    """A statement as the command line names it, wherever its script lies."""
    return f"{place.relative}::{id}" if place else id


def repeat(id: str, settings: Settings) -> str:
    """The command that asks the same again."""
    return f"lemmata check {id} --steps --seed {settings.seed} --digits {settings.digits}"


def _head(place: Place | None, verdict: Verdict, answers: Mapping[str, Answer], settings: Settings, about: str = "") -> Line:
    who = [name for name, answer in answers.items() if type(answer.verdict) is type(verdict)]
    by = f" by {' and '.join(who)}" if who and not isinstance(verdict, Undecided) else ""
    seeded = f" (seed {settings.seed}, {settings.digits} digits)" if isinstance(verdict, Refuted | Supported | IllDefined) else ""
    return line(Span(str(place or "?"), STRONG), f": {about}", Span(word(verdict), BAD), f"{by}{seeded}")


def _own_line(place: Place) -> list[Line]:
    source = linecache.getline(place.file, place.line).strip()
    return [line("    line      ", Span(source, FAINT))] if source else []


def _meaning(items: Iterable[Term | Goal]) -> list[Line]:
    """What the names in a claim stand for."""
    return [line(f"    {'where' if place == 0 else '':<10}", str(each)) for place, each in enumerate(behind(items))]


def _found(verdict: Verdict) -> Iterator[Line]:
    match verdict:
        case Refuted(witness):
            yield line("    but       ", verdict.seen)
            yield line("    at        ", str(witness))
            if verdict.holds is not None:
                yield line("    though    ", f"it holds at {verdict.holds}")
        case IllDefined(subterm, reason, witness):
            yield line("    but       ", f"{subterm} is not defined: {reason}")
            yield line("    at        ", str(witness))
        case Supported():
            yield line("    so far    ", f"{explanation(verdict)}; that is no proof")
        case _:
            yield line("    but       ", explanation(verdict))


def _cited(cited: tuple[Assumption, ...], report: StatementReport) -> str:
    given = report.statement.given if report.statement else ()
    names = ", ".join(str(each) for each in cited)
    here = f"This step cites {names}." if cited else "This step cites no assumption."
    others = [each for each in given if each not in cited]
    return f"{here} {_assumed(report.id, tuple(others), also=bool(cited))}" if others else here


def _assumed(who: str, given: tuple[Assumption, ...], *, also: bool = False) -> str:
    names = ", ".join(str(each) for each in given)
    return f"{who} {'also ' if also else ''}assumes: {names}." if given else f"{who} assumes nothing beyond the domains of its variables."


def _ending(verdict: Verdict, report: StatementReport, remedy: str, settings: Settings) -> list[Line]:
    return [
        line("    repeat    ", repeat(named(report.id, report.statement.place if report.statement else None), settings)),
        line("    remedy    ", general_remedy(verdict) or remedy),
    ]
