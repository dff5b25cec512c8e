"""Writing: the pages of the paper and of small papers, complete, light, the same each time, with links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

import pytest

from checks.checking import Checked, check
from checks.commandline import main
from checks.judging import FAILS, NEEDS
from checks.pages.site import Figure, write_site
from checks.pages.site.words import words
from checks.selection import selection
from checks.settings import Settings
from tests.pages.site.reading import Page, dangling, pages
from tests.papers import FALSE, HARD, HEAD, MEANS, NEEDY, NOTED, ledger, record, write

Small = Callable[..., Path]


@pytest.fixture
def small(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Small:
    """Writes the site of a paper in a folder, and returns it."""

    def written(*what: str, code: int = 0) -> Path:
        assert main(["page", *what, "-o", str(tmp_path / "site"), "--jobs", "1"]) == code
        return tmp_path / "site"

    (tmp_path / "paper").mkdir()
    return written


def test_every_link_of_the_paper_leads_somewhere(site: Path) -> None:
    assert not list(dangling(site))


def test_no_id_comes_twice_on_a_page_and_headings_go_down_by_one(site: Path) -> None:
    for page in pages(site).values():
        assert len(page.ids) == len(set(page.ids)), page.path.name
        assert page.headings[0] == 1 and page.headings.count(1) == 1, page.path.name
        assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False)), page.path.name


def test_every_statement_step_claim_and_finding_has_its_place(paper: Checked, site: Path) -> None:
    for report in paper.reports:
        ids = set(Page(site / "statements" / f"{report.id}.html").ids)
        assert {f"step-{number + 1}" for number in range(len(report.steps))} <= ids, report.id
        assert {f"finding-{number + 1}" for number in range(len(report.findings))} <= ids, report.id
        assert {f"claim-{number + 1}" for number in range(sum(each.role == "printed" for each in report.claims))} <= ids, report.id
    assert {report.id for report in paper.reports if report.verdict in (FAILS, NEEDS)} <= set(Page(site / "errata.html").ids)


def test_every_step_is_set_out_on_one_page_with_what_each_engine_said(paper: Checked, site: Path) -> None:
    written = "".join((site / "statements" / f"{report.id}.html").read_text() for report in paper.reports)
    calculations = {step.calculation for report in paper.reports for step in report.steps}
    assert written.count("<details class=answers>") == sum(len(each.steps) for each in calculations)


def test_the_site_is_light(site: Path) -> None:
    assert sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) < 3 * 2**20


def test_the_site_of_the_paper_is_light(site: Path) -> None:
    assert sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) < 3_000_000


def test_the_same_run_gives_the_same_bytes(paper: Checked, figures: Sequence[Figure], site: Path, tmp_path: Path) -> None:
    write_site(replace(paper, seconds=paper.seconds + 1), tmp_path, figures)
    for file in site.rglob("*"):
        assert not file.is_file() or file.read_bytes() == (tmp_path / file.relative_to(site)).read_bytes(), file.name


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    links = {link for page in pages(site).values() for link in page.links}
    assert not [link for link in links if re.match(r"[a-z]+:|//", link) and link != "data:,"]
    assert not re.search(r"url\((?!data:)|@import", "".join(file.read_text() for file in (site / "assets").glob("*.css")))


def test_a_paper_without_ledger_has_a_site(small: Small, tmp_path: Path) -> None:
    write(tmp_path / "paper", MEANS, FALSE, NEEDY, NOTED)
    site = small(str(tmp_path / "paper"), code=0)
    assert not list(dangling(site))
    assert {file.stem for file in (site / "statements").iterdir()} == {"means", "root", "needy", "noted"}
    assert "y must be added" in (site / "errata.html").read_text()


def test_what_is_open_and_what_has_no_derivation_is_said_to_be(small: Small, tmp_path: Path) -> None:
    write(tmp_path / "paper", MEANS, HARD)
    (tmp_path / "paper" / "ledger.toml").write_text(ledger("means", "hard", "lonely"))
    site = small(str(tmp_path / "paper"), "--timeout", "1")
    assert not list(dangling(site))
    assert "No derivation yet" in (site / "statements" / "lonely.html").read_text()
    assert (site / "index.html").read_text().count("? open") >= 2


def test_a_script_that_cannot_be_read_is_told_on_the_first_page(small: Small, tmp_path: Path) -> None:
    write(tmp_path / "paper", MEANS)
    (tmp_path / "paper" / "broken.py").write_text("1/0\n")
    site = small(str(tmp_path / "paper"), code=2)
    assert "This run is not complete" in (site / "index.html").read_text()
    assert "division by zero" in (site / "index.html").read_text()


def test_what_was_not_checked_is_named_with_its_recorded_verdict_and_not_linked(small: Small, tmp_path: Path) -> None:
    write(tmp_path / "paper", MEANS, FALSE)
    listed = ledger("means", "root") + '\nrests_on = ["means"]\n'
    (tmp_path / "paper" / "ledger.toml").write_text(listed)
    (tmp_path / "paper" / "recorded.toml").write_text(record(means="holds", root="fails"))
    site = small(f"{tmp_path / 'paper'}::root")
    assert not list(dangling(site))
    assert "✓ means (recorded)" in (site / "statements" / "root.html").read_text()
    assert not (site / "statements" / "means.html").exists()


def test_a_second_run_replaces_the_first(small: Small, tmp_path: Path) -> None:
    write(tmp_path / "paper", MEANS, FALSE)
    small(str(tmp_path / "paper"))
    site = small(f"{tmp_path / 'paper'}::means")
    assert [file.name for file in (site / "statements").iterdir()] == ["means.html"]


def test_a_folder_that_holds_something_else_is_refused_before_anything_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "raise SystemExit('was read')\n")
    assert main(["page", str(tmp_path), "-o", str(tmp_path)]) == 2
    assert "holds something that is no site, such as quadratics.py" in capsys.readouterr().err


def test_what_authors_write_is_text(tmp_path: Path) -> None:
    script = tmp_path / "paper.py"
    title = "</title><script>alert(1)</script> & x**2"
    script.write_text(HEAD + f"odd = statement('odd', '{title}', claims=[x**2 >= 0], where='<b>', printed='a < b')\n")
    write_site(check(selection([str(script)]), Settings(jobs=1)), tmp_path / "site")
    page = (tmp_path / "site" / "statements" / "odd.html").read_text()
    title, body = page.partition("<title>")[2].split("</title>")
    assert unescape(title).startswith("</title><script>alert(1)</script> & x² · ")
    assert "<script>alert" not in body and "<b>" not in body.replace("<b class", "")
    assert "<h1></title><script>alert(1)</script> & x²</h1>" in unescape(body)


def test_ids_that_are_no_names_of_files_have_pages(tmp_path: Path) -> None:
    (tmp_path / "ledger.toml").write_text(ledger("../a/b", "Lemma", "lemma", "a b#c?"))
    write_site(check(selection([str(tmp_path)]), Settings(jobs=1)), tmp_path / "site")
    assert not list(dangling(tmp_path / "site"))
    assert len(list((tmp_path / "site" / "statements").iterdir())) == 4


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure."""

    name: str
    title: str
    caption: str
    files: tuple[Path, ...]


def test_figures_have_a_page(tmp_path: Path) -> None:
    write(tmp_path, MEANS)
    (tmp_path / "growth.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    figure = Drawn("growth", "Growth of E**2", "What grows & how.", (tmp_path / "growth.pdf", tmp_path / "growth.svg"))
    write_site(check(selection([str(tmp_path)]), Settings(jobs=1)), tmp_path / "site", [figure])
    page = unescape((tmp_path / "site" / "figures.html").read_text())
    assert "Growth of E²" in page and "What grows & how." in page
    assert "href=../figures.html" in (tmp_path / "site" / "statements" / "means.html").read_text()
    assert not list(dangling(tmp_path / "site"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("E**(1/(1 + alpha))", "E<sup>1/(1 + α)</sup>"),
        ("q_*^(-(1+gamma))", "q⁎<sup>−(1+γ)</sup>"),
        ("C_train of a_b", "C<sub>train</sub> of a<sub>b</sub>"),
        ("N -> oo, too", "N → ∞, too"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("what ends in ^", "what ends in ^"),
        ("open x^(1", "open x<sup>(</sup>1"),
    ],
)
def test_words_have_their_powers_raised(typed: str, expected: str) -> None:
    assert str(words(typed)) == expected
