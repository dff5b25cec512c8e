"""In a browser, from disk: formulas are drawn, filters and keys work, themes hold, and nothing complains or runs over the edge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from playwright.sync_api import Browser, Page, expect

from checks.pages.site.mathematics import mathml

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
KINDS = ("index.html", "errata.html", "findings.html", "statements/thm-1-n.html", "statements/thm-3-corner.html", "statements/s6-7.59.html")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which any complaint of the browser is a failure."""
    context = browser.new_context(viewport=WIDE, permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lambda request: complaints.append(request.url))
    yield opened
    context.close()
    assert not complaints


def _shown(page: Page) -> int:
    return page.locator("#statements tbody tr:visible").count()


def test_every_formula_of_every_page_is_drawn(page: Page, site: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        drawn, empty = page.evaluate(
            """() => {
                const all = [...document.querySelectorAll("math")].filter((each) => each.checkVisibility());
                const empty = all.filter((each) => { const box = each.getBoundingClientRect(); return !(box.width && box.height); });
                return [all.length, empty.map((each) => each.dataset.latex)];
            }"""
        )
        assert empty == [], file.name
        assert drawn or file.name in ("findings.html", "figures.html", "graph.html"), file.name
        assert page.locator("merror, code.latex").count() == 0, file.name


def test_every_formula_is_what_was_made_of_its_latex(page: Page, site: Path) -> None:
    for file in sorted(each for each in site.rglob("*.html") if "<math" in each.read_text()):
        page.goto(file.as_uri())
        for latex, text in page.evaluate("[...document.querySelectorAll('math')].map((each) => [each.dataset.latex, each.textContent])"):
            made = fromstring(mathml(latex))  # noqa: S314  # our own
            assert text == "".join(made.itertext()), (file.name, latex)


def test_the_fonts_are_the_sites_own(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    fonts = page.evaluate("document.fonts.ready.then(() => [...document.fonts].map((each) => [each.family, each.status]))")
    assert {family.strip('"') for family, status in fonts if status == "loaded"} == {"Lemmata Math", "Lemmata Text"}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_runs_over_the_edge_of_a_phone(browser: Browser, site: Path, name: str, scheme: str) -> None:
    page = browser.new_page(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type, unused-ignore]
    page.goto((site / name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.close()


def test_the_table_is_filtered_by_words_verdict_kind_and_place(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    everything = _shown(page)
    page.get_by_label("fails").check()
    failing = _shown(page)
    assert 0 < failing < everything
    assert page.locator("#tally").text_content() == f"{failing} of {everything} statements"
    page.get_by_label("Find").fill("theorem 1 §4.1")
    assert 0 < _shown(page) < failing
    assert re.search(r"#q=theorem\+1\+%C2%A74\.1&verdict=fails$", page.url)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#tally")).to_have_text(f"All {everything} statements")
    assert _shown(page) == everything
    assert "#" not in page.url
    page.get_by_label("Kind").select_option("number")
    page.get_by_label("Where").select_option("§6")
    assert 0 < _shown(page) < everything


def test_a_link_to_a_filtered_table_shows_it_so(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri() + "#q=rho&verdict=fails,needs&sort=-id")
    assert page.get_by_label("fails").is_checked() and page.get_by_label("needs").is_checked() and not page.get_by_label("holds").is_checked()
    ids = page.locator("#statements tbody tr:visible").evaluate_all("rows => rows.map((each) => each.dataset.id)")
    assert len(ids) > 1 and ids[0] > ids[-1]
    page.goto((site / "index.html").as_uri() + "#sort=nonsense&kind=nonsense")
    assert _shown(page) == page.locator("#statements tbody tr").count()


def test_a_column_is_sorted_and_says_so(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_role("button", name="Verdict").click()
    assert page.locator("#statements tbody tr").first.get_attribute("data-verdict") == "fails"
    expect(page.get_by_role("columnheader", name="Verdict")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Verdict").click()
    assert page.locator("#statements tbody tr").first.get_attribute("data-verdict") == "holds"


def test_keys_lead_to_the_content_the_filter_and_a_statement(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("lemma-1")
    assert _shown(page) == 1
    assert page.locator("#find").input_value() == "lemma-1"
    page.locator("#statements tbody tr:visible a").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"statements/lemma-1\.html$"))


def test_a_step_opens_where_it_is_linked_and_its_answers_by_a_key(page: Page, site: Path) -> None:
    page.goto((site / "statements" / "lemma-1.html").as_uri() + "#step-2")
    details = page.locator("#step-2 details")
    assert details.get_attribute("open") is not None
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert details.get_attribute("open") is None


def test_latex_is_copied_by_key_as_it_is_shown(page: Page, site: Path) -> None:
    page.goto((site / "statements" / "s2.1-linking.html").as_uri())
    button = page.locator(".formula.paper + .copy")
    button.focus()
    assert button.evaluate("each => getComputedStyle(each).opacity") == "1"
    page.keyboard.press("Enter")
    expect(button).to_have_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == r"f_\gamma(q) = \frac{1}{\gamma}\left(1 - q^{-\gamma}\right)"


def test_the_theme_follows_the_system_and_then_the_reader(browser: Browser, site: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    paper = "getComputedStyle(document.body).backgroundColor"
    page.goto((site / "index.html").as_uri())
    dark = page.evaluate(paper)
    page.get_by_role("button", name="Light theme").click()
    light = page.evaluate(paper)
    assert light != dark
    page.goto((site / "errata.html").as_uri())
    assert page.evaluate(paper) == light
    context.close()


CONTRAST = """() => {
    const number = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
    const light = (colour) => number(colour).map((each) => each / 255).map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
        .reduce((sum, each, place) => sum + each * [0.2126, 0.7152, 0.0722][place], 0);
    const behind = (each) => { for (; each; each = each.parentElement) {
        const colour = getComputedStyle(each).backgroundColor; if (!/, 0\\)$/.test(colour)) return colour; } };
    const poor = [];
    for (const each of document.querySelectorAll("body *")) {
        const text = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!text || !each.checkVisibility() || each.closest("svg, .copy, .permalink")) continue;
        const colour = getComputedStyle(each).color;
        if (/, 0\\)$/.test(colour)) continue;
        const [one, other] = [light(colour), light(behind(each))].sort((a, b) => b - a);
        if ((one + 0.05) / (other + 0.05) < 4.5) poor.push(each.className + " " + each.textContent.slice(0, 30));
    }
    return [...new Set(poor)].slice(0, 5);
}"""


@pytest.mark.parametrize("name", ["index.html", "errata.html", "statements/thm-3-corner.html", "findings.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out(browser: Browser, site: Path, name: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type, unused-ignore]
    page.goto((site / name).as_uri())
    assert page.evaluate(CONTRAST) == []
    page.close()


def test_paper_is_white_whatever_the_theme(browser: Browser, site: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.goto((site / "statements" / "lemma-1.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not page.locator("nav").first.is_visible()
    page.close()


def test_without_a_script_the_pages_are_complete(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert page.locator("#statements tbody tr").count() == 108
    assert not page.locator("#filter").is_visible() and not page.locator("#theme").is_visible()
    page.locator("#statements tbody a").first.click()
    assert page.locator("h1").is_visible() and page.locator("math").first.is_visible()
    context.close()
