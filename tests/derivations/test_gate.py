"""The gate: what one run of the checker over the paper must come to, and that a formula which is changed changes its verdict."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from checks.checking import Checked
from checks.exits import SOUND
from checks.judging import FAILS, HOLDS, INFORMAL, NEEDS, OPEN, ClaimReport, StatementReport
from checks.language.propositions import sequents
from checks.ledger import KINDS, read_ledger, read_record
from checks.obligations import Obligation
from checks.questions import CORRECTED, PRINTED, REPAIRED, questions
from checks.reconciling import example
from checks.statements import Statement
from checks.verdicts import Certified, IllDefined, Proved, Refuted, Supported, Witness
from tests import oracle

FOLDER = Path(__file__).parents[2] / "derivations"
ENTRIES = read_ledger(FOLDER).entries
RECORDED = read_record(FOLDER)
IDS = tuple(entry.id for entry in ENTRIES)
UNSETTLED = (OPEN, INFORMAL)
MOST_UNSETTLED = 5
Checker = Callable[[str], Checked]


def _with(paper: Checked, *verdicts: str) -> Iterator[StatementReport]:
    return (report for report in paper.reports if report.verdict in verdicts)


def _claims(report: StatementReport, role: str) -> list[ClaimReport]:
    return [claim for claim in report.claims if claim.role == role]


def _all_proved(claims: Iterable[ClaimReport]) -> bool:
    return all(isinstance(claim.verdict, Proved | Certified) for claim in claims)


def _has_witness(claim: ClaimReport) -> bool:
    """A point or a path, or no variables that a point would give values to."""
    match claim.verdict:
        case Refuted(witness) | IllDefined(witness=witness):
            return bool(witness.values) or not any(Obligation((), each.goal).variables for each in sequents(claim.proposition))
        case _:
            return False


def test_the_run_comes_to_its_end_without_a_fault(paper: Checked) -> None:
    assert paper.problems == ()
    assert paper.alarm is None
    assert paper.exit_code == SOUND


def test_every_entry_of_the_ledger_has_one_statement(paper: Checked) -> None:
    assert len(set(IDS)) == len(IDS) == 108
    assert tuple(report.id for report in paper.reports) == IDS
    assert not [report.id for report in paper.reports if report.statement is None or report.statement.id != report.id]


def test_no_step_passes_without_a_point(paper: Checked) -> None:
    for report in paper.reports:
        for step in report.steps:
            verdicts = [answer.verdict for answer in step.answers.values()]
            assert any(example(verdict) is not None for verdict in verdicts), (report.id, step.step)
            assert all(verdict.met > 0 for verdict in verdicts if isinstance(verdict, Supported)), (report.id, step.step)


def test_every_step_is_asked_of_two_engines(paper: Checked) -> None:
    assert not [(report.id, step.step) for report in paper.reports for step in report.steps if len(step.answers) < 2]


def test_every_entry_is_of_a_kind_and_rests_on_entries() -> None:
    assert not [entry.id for entry in ENTRIES if entry.kind not in KINDS]
    assert not [(entry.id, other) for entry in ENTRIES for other in entry.rests_on if other not in IDS]


def test_every_verdict_is_as_recorded(paper: Checked) -> None:
    assert {report.id: report.verdict for report in paper.reports} == RECORDED


def test_nothing_is_of_concern(paper: Checked) -> None:
    assert not {id: several for id, several in paper.concerns.items() if several}


def test_few_are_unsettled_and_each_says_why(paper: Checked) -> None:
    unsettled = list(_with(paper, *UNSETTLED))
    assert len(unsettled) <= MOST_UNSETTLED
    assert not [report.id for report in unsettled if not report.why]


def test_what_holds_is_proved_as_printed(paper: Checked) -> None:
    assert not [report.id for report in _with(paper, HOLDS) if not _claims(report, PRINTED) or not _all_proved(_claims(report, PRINTED))]


def test_what_is_not_as_printed_has_a_witness(paper: Checked) -> None:
    assert not [report.id for report in _with(paper, NEEDS, FAILS) if not any(map(_has_witness, _claims(report, PRINTED)))]


def _is_seen(statement: Statement, index: int, witness: Witness) -> bool:
    """Whether the oracle, too, sees a printed claim fail at a point."""
    named = {*witness.values, *witness.solved}
    asked = [each.obligation.bare for each in questions(statement) if (each.role, each.index) == (PRINTED, index)]
    about = [each for each in asked if {symbol.name for symbol in each.variables} <= named]
    return any(oracle.confirms(each, witness) in (oracle.FAILS, oracle.UNDEFINED) for each in about)


def test_the_oracle_confirms_every_point_that_refutes(paper: Checked) -> None:
    refuted = [
        (report.statement, index, claim.verdict.witness)
        for report in _with(paper, NEEDS, FAILS)
        for index, claim in enumerate(_claims(report, PRINTED))
        if report.statement and (isinstance(claim.verdict, IllDefined) or (isinstance(claim.verdict, Refuted) and not claim.verdict.says))
    ]
    assert refuted
    assert not [f"{statement.id}, claim {index + 1}: {witness}" for statement, index, witness in refuted if not _is_seen(statement, index, witness)]


def test_what_needs_more_is_proved_under_named_needs(paper: Checked) -> None:
    for report in _with(paper, NEEDS):
        assert report.statement is not None
        needs, repaired = report.statement.needs, _claims(report, REPAIRED)
        assert needs and all(each.name and each not in report.statement.given for each in needs), report.id
        assert len(repaired) == len(report.statement.claims) and _all_proved(repaired), report.id


def test_what_fails_has_a_proved_correction(paper: Checked) -> None:
    for report in _with(paper, FAILS):
        assert report.statement is not None and report.statement.correction is not None, report.id
        corrected = _claims(report, CORRECTED)
        assert corrected and _all_proved(corrected), report.id
        assert report.statement.correction.says == report.why, report.id


def test_every_step_is_proved(paper: Checked) -> None:
    steps = [(report.id, step) for report in paper.reports for step in report.steps]
    assert steps
    assert not [(id, str(step.step.place)) for id, step in steps if not isinstance(step.verdict, Proved | Certified)]


def test_every_finding_is_confirmed(paper: Checked) -> None:
    findings = [(report.id, finding) for report in paper.reports for finding in report.findings]
    assert findings
    assert not [(id, each.finding.title) for id, each in findings if not each.confirmed]


CHANGES: dict[str, tuple[str, str, str, str, str]] = {
    "the sign of a term": (
        "appendix_d_first_order_condition",
        "- omega / (E * gamma * delta)",
        "+ omega / (E * gamma * delta)",
        "sD-profit-derivative",
        FAILS,
    ),
    "a sign in a display": (
        "appendix_c_first_order_condition",
        "(linked + slope * n) + last",
        "(linked - slope * n) + last",
        "sC-profit-derivative",
        FAILS,
    ),
    "a coefficient": ("appendix_d_order", "+ 2 - 2 * alpha * gamma)", "+ 2 - 3 * alpha * gamma)", "sD-rewrite", FAILS),
    "a factor of a constant": (
        "theorem_1_size",
        "claims=[at_most(n, theorem_1_size, size_constant)]",
        "claims=[at_most(n, theorem_1_size, size_constant / 9)]",
        "thm-1-n",
        OPEN,
    ),
    "an exponent that refutes no more": (
        "theorem_2_size",
        "claims=[uniformly(n, a * E / rho)]",
        "claims=[uniformly(n, a**9 * E / rho)]",
        "thm-2-n",
        OPEN,
    ),
    "an exponent of the data": ("theorem_3_formulas", "bound = D ** (1 + beta / alpha)", "bound = D ** (2 + beta / alpha)", "thm-3-ctrain", OPEN),
    "a direction": (
        "section_4_2_directions",
        "claims=[optimum.dd(by_parameters) > 0]",
        "claims=[optimum.dd(by_parameters) < 0]",
        "s4.2-parameter-efficiency-d",
        FAILS,
    ),
    "a need": ("appendix_d_bound", 'parameter", n >= 1)', 'parameter", 2 * n >= 1)', "sD-power-step", FAILS),
    "a printed digit": (
        "section_6_logarithmic_demand",
        'rounds_to(3 * hardware_growth, "4.11")',
        'rounds_to(3 * hardware_growth, "4.12")',
        "s6-4.11",
        FAILS,
    ),
    "a printed number set right": ("section_6_most_permissive", '"7.59")])', '"8.62")])', "s6-7.59", HOLDS),
    "a threshold": (
        "section_4_1_exponents",
        'fitted <= decimal("1.43"),\n            order',
        'fitted <= decimal("1.42"),\n            order',
        "s4.1-exponent-n",
        FAILS,
    ),
    "what a growth is compared with": ("data_bound_elsewhere", '"Theta", D**2 / E', '"Theta", D**3 / E', "abs-data-bound-rate", FAILS),
}


def _copied(folder: Path) -> Path:
    """A copy of the paper's scripts, which import one another and not the originals."""
    return shutil.copytree(FOLDER, folder / FOLDER.name, ignore=shutil.ignore_patterns("__pycache__"))


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_formula_changes_the_verdict(change: str, checker: Checker, tmp_path: Path) -> None:
    name, old, new, id, expected = CHANGES[change]
    script = _copied(tmp_path) / f"{name}.py"
    source = script.read_text(encoding="utf-8")
    assert source.count(old) == 1, f"{old!r} must occur once in the script, so that one thing is changed"
    script.write_text(source.replace(old, new), encoding="utf-8")
    (report,) = checker(f"{script}::{id}").reports
    assert report.verdict == expected != RECORDED[id], report.why


def test_a_change_reaches_the_scripts_that_import_the_changed_one(checker: Checker, tmp_path: Path) -> None:
    folder = _copied(tmp_path)
    changed = folder / "appendix_d_bound.py"
    source = changed.read_text(encoding="utf-8")
    assert source.count("(alpha * omega / 2 + (1 -") == 1
    changed.write_text(source.replace("(alpha * omega / 2 + (1 -", "(alpha * omega / 3 + (1 -"), encoding="utf-8")
    (report,) = checker(f"{folder / 'appendix_d_order.py'}::sD-rewrite").reports
    assert report.verdict == FAILS != RECORDED[report.id]


def test_a_copy_without_changes_comes_to_the_recorded_verdicts(checker: Checker, tmp_path: Path) -> None:
    copied = checker(str(_copied(tmp_path) / "appendix_d_bound.py"))
    assert {report.id: report.verdict for report in copied.reports} == {report.id: RECORDED[report.id] for report in copied.reports}
    assert len(copied.reports) == 3
