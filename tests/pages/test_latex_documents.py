"""LaTeX documents: references that resolve, marks that are computed, and pdflatex without complaints."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checks.checking import Checked, check
from checks.judging import StatementReport
from checks.pages.errata.document import document as errata
from checks.pages.latex.derivations import fragment
from checks.pages.latex.document import document, fragments
from checks.pages.latex.marks import CLAIMS, SIGNS, STATEMENTS
from checks.pages.latex.references import tag
from checks.selection import selection
from checks.settings import Settings
from checks.verdicts import WORDS, Undecided
from tests import papers
from tests.pages.typesetting import complaints, typeset

LONG = " + ".join(f"{number} * x**{number} / (1 + y)" for number in range(1, 30))
WIDE = r"0 = \frac{x}{y} + " + " + ".join(f"x^{{{number}}}" for number in range(40)) + r" \text{ for } x > 0 \text{ (x > 0, 100\%)}"
CASES = f"""
from checks.calculation import deduction
from checks.statements import undefined
large = assumption("y is at least 1, that is 100% of £", y >= 1)
small = assumption("x_1 is small & {{odd}}", x <= 1, stated="§1, Lemma 2 (1)")
bounded = deduction("y**2 is at least 1", y**2 >= 1, by.monotonicity(large))
hard = statement(
    "hard-1", "A long sum, with 100% of £ and _ and γ**2", claims=[Claim({LONG}, "=", {LONG}), y**2 + x**2 >= 1],
    given=[small], where="§7, Lemma 12 (a_1)", printed=r"{WIDE}",
).proved_by(
    bounded,
    calculation("Nothing moves", {LONG}, equals({LONG}, by.algebra)),
    calculation("More is more", y**2 + x**2, is_at_least(1 + x**2, by.sign(bounded)), is_at_least(1, by.sign)),
).needing(large).finding(
    undefined("1/x at 0", Claim(1 / x, "=", 1 / x), says="where x < 0 or x > 0 it is"),
    fact("Given what it needs", y**3 >= 1, says="by it", given=[large, small]),
)
again = statement("again.2", "The same once more", claims=[y**2 + 1 >= 2]).needing(large).proved_by(
    bounded, calculation("One more", y**2 + 1, is_at_least(2, by.sign(bounded)))
)
"""


def checked_papers(folder: Path, *parts: str) -> Checked:
    papers.write(folder, *parts)
    return check(selection([str(folder)]), Settings())


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    parts = papers.MEANS, papers.FALSE, papers.NEEDY, papers.NOTED, papers.UNCONFIRMED, CASES
    return checked_papers(tmp_path_factory.mktemp("small"), *parts)


def the(checked: Checked, id: str) -> StatementReport:
    return next(report for report in checked.reports if report.id == id)


def labels(written: str) -> list[str]:
    return re.findall(r"\\label\{([^}]*)\}", written)


def cited(written: str) -> set[str]:
    written = written.replace(r"\ref{#1}", "")
    return set(re.findall(r"\\(?:page|)ref(?:to)?\{([^}]*)\}", written))


def test_a_reason_refers_to_hypotheses_and_calculations(small: Checked) -> None:
    written = fragment(the(small, "hard-1"))
    assert r"\tag*{since powers are increasing, (\refto{hard-1:H2}{H2})\verdictmark{$\checkmark$}}" in written
    assert r"\tag*{by its sign, (\refto{hard-1:1}{1})\verdictmark{$\checkmark$}}" in written
    assert r"\item\label{hard-1:H1} $x \le 1$, \ x\_1 is small" in written.replace("$x_{1}$", r"x\_1")


def test_a_fragment_stands_by_itself(small: Checked) -> None:
    for report in small.reports:
        written = fragment(report)
        assert cited(written) <= set(labels(written)), report.id
        assert len(labels(written)) == len(set(labels(written)))
        assert all(label.startswith(report.id) for label in labels(written))
        assert "% Needs amsmath, amssymb" in written.splitlines()[1]


def test_a_document_sets_nothing_out_twice(small: Checked) -> None:
    written = document(small)
    assert cited(written) <= set(labels(written))
    assert len(labels(written)) == len(set(labels(written)))
    assert written.count("$y^{2}$ is at least 1.") == 1
    assert r"(\refto{hard-1}{6}.\refto{hard-1:1}{1})" in written.partition(r"\label{again.2}")[2]


def test_statements_of_two_papers_have_their_own_labels(small: Checked) -> None:
    written = document(replace(small, reports=(*small.reports, *small.reports)))
    assert len(labels(written)) == len(set(labels(written)))


def test_marks_are_computed_from_verdicts(small: Checked) -> None:
    report = the(small, "means")
    assert r"\verdictmark{?}" not in fragment(report)
    doubted = replace(report, steps=tuple(replace(each, verdict=Undecided("no time")) for each in report.steps))
    assert fragment(doubted).count(r"\verdictmark{?}}") == len(report.steps)
    assert rf"\verdictmark{{{SIGNS['refuted']}}}" in fragment(the(small, "root"))


def test_every_verdict_has_a_sign_and_a_meaning() -> None:
    assert set(SIGNS) == {*STATEMENTS, *CLAIMS} >= set(WORDS.values())
    assert len({SIGNS[verdict] for verdict in STATEMENTS}) == len(STATEMENTS)
    assert len({SIGNS[verdict] for verdict in CLAIMS if verdict != "certified"}) == len(CLAIMS) - 1


def test_printed_formulas_carry_the_paper_s_number() -> None:
    assert [tag(where) for where in ("§3, Lemma 2 (1)", "§3, eq. (t)", "Appendix D, eq. (1)", "§4.1, Theorem 1; Appendix D", "abstract; §1")] == [
        "Lemma 2 (1)", "§3, eq. (t)", "Appendix D, eq. (1)", "Theorem 1", "abstract",
    ]  # fmt: skip


def test_the_printed_formula_is_tagged(small: Checked) -> None:
    assert r"  x^2 + y^2 \ge 2xy \tag*{Lemma 1\label{means:printed}}" in fragment(the(small, "means"))


@pytest.mark.parametrize("write", [document, errata])
def test_pdflatex_compiles_hard_cases(write: Callable[[Checked], str], small: Checked, tmp_path: Path) -> None:
    written = write(small)
    assert complaints(typeset(tmp_path, written)) == []
    numbers = dict(re.findall(r"\\newlabel\{([^}]*)\}\{\{([^}]*)\}", (tmp_path / "d.aux").read_text()))
    told = re.findall(r"\\refto\{([^}#]*)\}\{([^}]*)\}", written)
    assert bool(told) == (write is document)
    assert all(numbers[label] == number for label, number in told)


@pytest.mark.parametrize("write", [document, errata])
def test_pdflatex_compiles_what_says_nothing(write: Callable[[Checked], str], small: Checked, tmp_path: Path) -> None:
    assert complaints(typeset(tmp_path, write(replace(small, reports=())))) == []


def test_pdflatex_compiles_fragments_in_somebody_else_s_paper(small: Checked, tmp_path: Path) -> None:
    head = r"\documentclass[twocolumn]{article}\usepackage[utf8]{inputenc}\usepackage{amsmath,amssymb}\begin{document}\section{Mine}"
    log = typeset(tmp_path, "\n".join([head, fragment(the(small, "means")), *fragments(small), r"\end{document}"]).replace("{means", "{other", 3))
    assert not re.findall(r"^!.*|.*undefined.*", log, re.MULTILINE)


def test_complaints_are_seen(tmp_path: Path) -> None:
    wide = r"\documentclass{article}\begin{document}\ref{nowhere}\label{a}\label{a}\hbox to 700pt{wide}" + "\n\n" + r"\end{document}"
    found = complaints(typeset(tmp_path, wide))
    assert any("nowhere" in each for each in found)
    assert any("multiply" in each for each in found)
    assert any("Overfull" in each for each in found)


@pytest.mark.parametrize("write", [document, errata])
def test_pdflatex_compiles_the_whole_paper(write: Callable[[Checked], str], paper: Checked, tmp_path: Path) -> None:
    assert complaints(typeset(tmp_path, write(paper))) == []
