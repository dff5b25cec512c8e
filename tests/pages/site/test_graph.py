"""The graph of statements: nothing overlaps, every edge is drawn and none other, and in a browser it can be read and moved."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from checks.checking import Checked
from checks.dependencies import reached, turned
from checks.judging import StatementReport
from checks.ledger import Entry, Ledger, read_ledger
from checks.settings import Settings

pytest.importorskip("igraph", reason="the graph needs igraph; pip install 'lemmata[site]'")

from checks.pages.site.graph import LETTER, LONGEST, broken, graph_page
from checks.pages.site.graph_layers import components, crossings, layered, untangled
from checks.pages.site.graph_layout import Box, Picture, layout
from checks.pages.site.graph_places import mean, median, rising

ROOT = Path(__file__).parents[3]
LEDGER = read_ledger(ROOT / "derivations")
PAPER = {entry.id: entry.rests_on for entry in LEDGER.entries}

GRAPHS = {
    "nothing": {},
    "one": {"a": []},
    "no edges": {id: [] for id in "abcdefgh"},
    "a chain": {"a": [], "b": ["a"], "c": ["b"]},
    "a short cut": {"a": [], "b": ["a"], "c": ["b"], "d": ["c", "a"]},
    "a diamond": {"a": [], "b": ["a"], "c": ["a"], "d": ["b", "c"]},
    "two with two": {"a": [], "b": [], "c": ["a", "b"], "d": ["a", "b"]},
    "several groups": {f"{group}{n}": [f"{group}{n - 1}"] if n else [] for group in "abcde" for n in range(4)} | {"x": [], "y": []},
    "a fan": {"a": []} | {f"b{n}": ["a"] for n in range(30)} | {"c": [f"b{n}" for n in range(30)]},
    "a circle": {"a": ["c"], "b": ["a"], "c": ["b"], "d": ["c", "a"]},
    "two on one another": {"a": ["b"], "b": ["a"]},
    "the paper": PAPER,
}
named = pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS.keys())


def edges(graph) -> list[tuple[str, str]]:
    return [(below, id) for id, several in graph.items() for below in several]


def drawn(graph) -> Picture:
    return layout({id: 60.0 + 7 * len(id) for id in graph}, 38.0, edges(graph), (120.0, 20.0))


def along(points) -> Iterator[tuple[float, float]]:
    """Points on an edge, as a browser draws it."""
    for (x, y), (to_x, to_y) in pairwise(points):
        middle = (y + to_y) / 2
        for step in range(21):
            t = step / 20
            s = 1 - t
            yield (
                s**3 * x + 3 * s * s * t * x + 3 * s * t * t * to_x + t**3 * to_x,
                s**3 * y + 3 * s * s * t * middle + 3 * s * t * t * middle + t**3 * to_y,
            )


@named
def test_boxes_do_not_overlap_and_lie_within_the_picture(graph):
    picture = drawn(graph)
    assert set(picture.boxes) == set(graph)
    assert not [pair for pair in combinations(picture.boxes, 2) if picture.boxes[pair[0]].overlaps(picture.boxes[pair[1]])]
    for box in picture.boxes.values():
        assert box.x >= 0 and box.y >= 0 and box.x + box.width <= picture.width + 1e-6 and box.y + box.height <= picture.height + 1e-6


@named
def test_the_edges_are_drawn_and_none_other_from_box_to_box(graph):
    picture = drawn(graph)
    assert set(picture.routes) == set(edges(graph))
    for (start, end), route in picture.routes.items():
        one, other = picture.boxes[start], picture.boxes[end]
        assert route.points[0][1] in (one.y, one.y + one.height) and abs(route.points[0][0] - one.x - one.width / 2) < 1e-6
        assert route.points[-1][1] in (other.y, other.y + other.height) and abs(route.points[-1][0] - other.x - other.width / 2) < 1e-6


@named
def test_no_edge_runs_through_a_box(graph):
    picture = drawn(graph)
    for edge, route in picture.routes.items():
        for x, y in along(route.points):
            for id, box in picture.boxes.items():
                inside = box.x < x < box.x + box.width and box.y + 1e-6 < y < box.y + box.height - 1e-6
                assert not inside, (edge, id, x, y)


@named
def test_groups_and_single_boxes_stay_apart(graph):
    picture = drawn(graph)
    groups = [group for group in components(tuple(graph), edges(graph)) if len(group) > 1]
    singles = [picture.boxes[id] for id in graph if not any(id in group for group in groups)]
    assert (picture.single is not None) == bool(singles)
    for box in singles:
        assert picture.single is not None and picture.single.overlaps(box)
        assert box.y >= picture.single.y + 20 and picture.single.width > 120
    for group in groups:
        for id in group:
            assert picture.single is None or not picture.single.overlaps(picture.boxes[id])
    for (a, b), route in picture.routes.items():
        foreign = [id for group in groups if a not in group for id in group]
        for x, y in along(route.points):
            assert not [id for id in foreign if picture.boxes[id].overlaps(Box(x, y, 0.1, 0.1))], (a, b)


def test_what_rests_on_something_stands_below_it():
    picture = drawn(PAPER)
    assert all(picture.boxes[above].y > picture.boxes[below].y + picture.boxes[below].height for below, above in picture.routes)


def test_an_edge_to_an_unknown_id_or_to_itself_is_left_out():
    picture = drawn({"a": ["a", "b", "z"], "b": [], "c": ["z"]})
    assert set(picture.routes) == {("b", "a")}
    assert set(picture.boxes) == {"a", "b", "c"}


def test_the_order_of_the_rows_takes_crossings_away():
    links = [("a", "y"), ("b", "x"), ("b", "z"), ("c", "x")]
    tangled = [["a", "b", "c"], ["x", "y", "z"]]
    assert crossings(tangled, links) == 3
    assert crossings(untangled(tangled, links), links) == 0


def test_edges_from_one_statement_share_a_trunk():
    found = layered("abcde", [("a", "b"), ("b", "c"), ("a", "d"), ("c", "d"), ("a", "e"), ("d", "e")])
    assert set(found.chains["a", "d"][:-1]) <= set(found.chains["a", "e"])


@pytest.mark.parametrize("middle", [mean, median])
def test_pooled_places_do_not_fall_and_keep_what_is_in_order(middle):
    assert rising([[(0, 1)], [(5, 1)], [(9, 1)]], middle) == [0, 5, 9]
    found = rising([[(0, 1)], [(9, 1)], [(3, 1)], [(12, 1)]], middle)
    assert found == sorted(found) and found[0] == 0 and found[3] == 12 and found[1] == found[2]


def test_the_same_bytes_come_out_of_every_run():
    program = "from tests.pages.site.test_graph import *; print([route.path for route in drawn(PAPER).routes.values()])"
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert len(runs[0]) > 10_000 and runs[0] == runs[1]


def test_without_igraph_the_fault_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "igraph", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'lemmata\[site\]'"):
        drawn({"a": [], "b": ["a"]})


@pytest.mark.parametrize("id", ["a", "lemma-1", "intro-sign-gamma-parameter-efficiency", "x" * 70, "-" * 50, "a-" * 30])
def test_ids_are_broken_into_lines_that_fit(id):
    lines = broken(id)
    assert "".join(lines) == id and all(0 < len(each) <= LONGEST for each in lines)


# ---- the page's variables


def report(id: str, verdict: str = "holds", *rests_on: str, kind: str = "sentence", where: str = "§1") -> StatementReport:
    return StatementReport(Entry(id, where, "x", f"says {id}", kind, rests_on), None, verdict, "")


def checked(*papers: list[StatementReport]) -> Checked:
    ledgers = {Path(str(number)): Ledger("T", "", tuple(each.entry for each in paper)) for number, paper in enumerate(papers)}
    return Checked(Settings(), ledgers, tuple(each for paper in papers for each in paper), {})


def recorded() -> Checked:
    """The paper as it was recorded, without its derivations."""
    return checked([StatementReport(entry, None, LEDGER.recorded[entry.id], "") for entry in LEDGER.entries])


def test_all_statements_of_the_paper_and_all_its_edges_are_there():
    page = graph_page(recorded())
    assert {node.address.name for node in page["nodes"]} == set(PAPER)
    assert sorted((arrow.start, arrow.end) for arrow in page["arrows"]) == sorted(edges(PAPER))
    assert all(LETTER * len(text) < node.box.width for node in page["nodes"] for text, _ in node.lines)


def test_what_fails_and_what_rests_on_it_is_shaken():
    page = graph_page(
        checked([report("a"), report("b", "fails", "a"), report("c", "holds", "b"), report("d", "needs", "c"), report("e", "needs", "a")])
    )
    assert {node.report.id for node in page["nodes"] if node.is_shaken} == {"b", "c", "d"}
    assert {(arrow.start, arrow.end) for arrow in page["arrows"] if arrow.is_shaken} == {("b", "c"), ("c", "d")}
    assert page["shaken"] == 3


def test_a_label_says_all_that_the_picture_shows():
    page = graph_page(checked([report("a"), report("b", "fails", "a"), report("c", "holds", "b", "a")]))
    assert [node.label for node in page["nodes"]] == [
        "a, §1, holds; rests on 0, carries 2",
        "b, §1, fails; rests on 1, carries 1",
        "c, §1, holds; rests on 2, carries 0",
    ]


def test_two_papers_with_the_same_ids_are_kept_apart():
    page = graph_page(checked([report("a"), report("b", "holds", "a")], [report("a", "fails", where="§2"), report("b", "needs", "a", where="§2")]))
    assert len(page["nodes"]) == 4
    verdict = {node.address.name: node.report.verdict for node in page["nodes"]}
    assert sorted((verdict[arrow.start], verdict[arrow.end]) for arrow in page["arrows"]) == [("fails", "needs"), ("holds", "holds")]


def test_of_a_run_on_some_statements_only_those_are_drawn():
    page = graph_page(checked([report("a", "holds", "elsewhere"), report("b", "holds", "a")]))
    assert [(arrow.start, arrow.end) for arrow in page["arrows"]] == [("a", "b")]


def test_a_run_without_statements_or_ledger_has_a_page():
    assert graph_page(Checked(Settings(), {}, (), {}))["nodes"] == []
    page = graph_page(Checked(Settings(), {Path(): Ledger()}, (report("a"), report("b", "fails")), {}))
    assert len(page["nodes"]) == 2 and page["arrows"] == [] and page["single"] is not None


def test_the_legend_counts_what_occurs():
    page = graph_page(checked([report("a", kind="theorem"), report("b", "fails"), report("c", "fails", kind="conclusion")]))
    assert page["verdicts"] == [("holds", 1), ("fails", 2)]
    assert page["kinds"] == [("conclusion", 1), ("theorem", 1)]


# ---- in a browser


@pytest.fixture(scope="module")
def graph(tmp_path_factory) -> str:
    """The address of the paper's graph."""
    from checks.pages.site import write_site

    folder = tmp_path_factory.mktemp("site")
    write_site(recorded(), folder)
    return (folder / "graph.html").as_uri()


@pytest.fixture
def opened(browser, graph):
    """Opens the graph in a window, and sees to it that the browser has nothing to complain about."""
    contexts, complaints = [], []

    def open_at(part: str = "", *, width: int = 1400, height: int = 900, touch: bool = False, script: bool = True):
        options = {"has_touch": touch, "is_mobile": touch, "java_script_enabled": script, "reduced_motion": "reduce"}
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        tab = contexts[-1].new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(graph + part)
        return tab

    yield open_at
    for context in contexts:
        context.close()
    assert complaints == []


def node(tab, id: str):
    return tab.locator(f'.graph-node[data-id="{id}"]')


def middle(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def is_centred(tab, id: str) -> bool:
    (x, y), (to_x, to_y) = middle(node(tab, id)), middle(tab.locator("#graph-view"))
    return abs(x - to_x) < 3 and abs(y - to_y) < 3


def scale(tab) -> float:
    return tab.evaluate("new DOMMatrix(getComputedStyle(document.getElementById('graph-drawing')).transform).a")


def kept(tab) -> set[str]:
    return set(tab.locator(".graph-node.kept").evaluate_all("nodes => nodes.map(node => node.dataset.id)"))


def test_a_click_opens_the_page_of_the_statement(opened):
    tab = opened()
    node(tab, "lemma-1").click()
    assert tab.url.endswith("/statements/lemma-1.html")


def test_pointing_shows_what_hangs_together(opened):
    tab = opened()
    node(tab, "lemma-1").hover()
    above = turned(PAPER)
    assert kept(tab) == {"lemma-1", *reached("lemma-1", PAPER), *reached("lemma-1", above)}
    caption = tab.locator("#graph-caption").inner_text()
    assert "§3, Lemma 1" in caption and "needs" in caption and all(id in caption for id in (*PAPER["lemma-1"], *above["lemma-1"]))
    tab.mouse.move(2, 2)
    assert kept(tab) == set()


def test_the_part_of_an_address_centres_its_statement(opened):
    tab = opened("#thm-1-n")
    assert is_centred(tab, "thm-1-n") and "thm-1-d" in kept(tab) and scale(tab) > 0.8
    tab.locator("#graph-caption a", has_text="thm-1-d").click()
    assert is_centred(tab, "thm-1-d") and tab.url.endswith("#thm-1-d")
    tab.keyboard.press("Escape")
    assert kept(tab) == set() and "#" not in tab.url


def test_wheel_buttons_and_keys_zoom(opened):
    tab = opened()
    sizes = [scale(tab)]
    x, y = middle(node(tab, "sD-order"))
    tab.mouse.move(x, y)
    for act in (
        lambda: tab.mouse.wheel(0, -240),
        lambda: tab.locator("#graph-in").click(),
        lambda: tab.keyboard.press("+"),
    ):
        before = scale(tab)
        act()
        tab.wait_for_function(f"new DOMMatrix(getComputedStyle(document.getElementById('graph-drawing')).transform).a > {before * 1.1}")
        sizes.append(scale(tab))
    tab.locator("#graph-out").click()
    assert scale(tab) < sizes[-1]
    tab.keyboard.press("0")
    assert abs(scale(tab) - sizes[0]) < 1e-3


def test_the_wheel_keeps_what_is_below_the_pointer(opened):
    tab = opened()
    x, y = middle(node(tab, "sD-order"))
    before = scale(tab)
    tab.mouse.move(x, y)
    tab.mouse.wheel(0, -240)
    tab.wait_for_function(f"new DOMMatrix(getComputedStyle(document.getElementById('graph-drawing')).transform).a > {before * 1.1}")
    to_x, to_y = middle(node(tab, "sD-order"))
    assert abs(x - to_x) < 2 and abs(y - to_y) < 2


def test_a_drag_moves_the_picture_and_opens_nothing(opened):
    tab = opened()
    x, y = middle(node(tab, "sD-order"))
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x + 90, y - 60, steps=4)
    tab.mouse.up()
    to_x, to_y = middle(node(tab, "sD-order"))
    assert abs(to_x - x - 90) < 8 and abs(to_y - y + 60) < 8
    assert tab.url.endswith("graph.html")


def test_two_fingers_pinch(opened):
    tab = opened(width=360, height=740, touch=True)
    tab.locator("#graph-view").scroll_into_view_if_needed()
    x, y = middle(tab.locator("#graph-view"))
    before = scale(tab)
    session = tab.context.new_cdp_session(tab)
    for kind, apart in [("touchStart", 30), ("touchMove", 45), ("touchMove", 60), ("touchMove", 90), ("touchEnd", 0)]:
        points = [{"x": x + side * apart, "y": y, "id": side + 1} for side in (-1, 1)] if apart else []
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert abs(scale(tab) / before - 3) < 0.1


def test_the_first_tap_shows_and_the_second_opens(opened):
    tab = opened(width=360, height=740, touch=True)
    node(tab, "s2.1-linking").tap()
    assert tab.url.endswith("graph.html#s2.1-linking") and is_centred(tab, "s2.1-linking")
    assert tab.locator("#graph-caption a", has_text="Open its page").is_visible()
    node(tab, "s2.1-linking").tap()
    tab.wait_for_url("**/statements/s2.1-linking.html")


def test_the_search_finds_and_centres(opened):
    tab = opened()
    tab.locator("#graph-search").fill("THM-3-ctrain")
    assert is_centred(tab, "thm-3-ctrain")
    tab.locator("#graph-search").fill("lemma-2")
    found = sum("lemma-2" in f"{entry.id} {entry.where} {entry.says}" for entry in LEDGER.entries)
    assert tab.locator("#graph-said").inner_text().startswith(f"{found} found")
    tab.keyboard.press("Enter")
    first = tab.url
    tab.keyboard.press("Enter")
    assert "#lemma-2" in first and "#lemma-2" in tab.url and tab.url != first
    tab.locator("#graph-search").fill("no such thing")
    assert tab.locator("#graph-said").inner_text() == "none found"


def test_the_filter_leaves_what_fails_and_what_rests_on_it(opened):
    tab = opened()
    tab.locator("#graph-only").check()
    failing = {id for id in PAPER if LEDGER.recorded[id] == "fails"}
    expected = {id for id in PAPER if id in failing or failing & reached(id, PAPER).keys()}
    assert set(tab.locator(".graph-node:visible").evaluate_all("nodes => nodes.map(node => node.dataset.id)")) == expected
    tab.locator("#graph-search").fill("s2.3-cost")
    assert node(tab, "s2.3-cost").is_visible()


def test_the_keyboard_goes_from_box_to_box_and_opens(opened):
    tab = opened()
    tab.locator("#graph-view").focus()
    tab.keyboard.press("Tab")
    first = tab.evaluate("document.activeElement.dataset.id")
    assert first in kept(tab) and tab.evaluate("document.activeElement.getAttribute('aria-label')").startswith(f"{first}, §")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/statements/{first}.html")


@pytest.mark.parametrize("width", [360, 768, 1400])
def test_the_page_is_no_wider_than_the_window_and_no_text_leaves_its_box(opened, width):
    tab = opened("#thm-1-n", width=width)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    wider = """nodes => nodes.filter(node => {
        const box = node.querySelector(".graph-box").getBBox();
        return [...node.querySelectorAll("text")].some(text => text.getBBox().x + text.getBBox().width > box.width - 3);
    }).map(node => node.id)"""
    assert tab.locator(".graph-node").evaluate_all(wider) == []


def test_without_a_script_the_picture_and_its_links_are_there(opened):
    tab = opened(script=False)
    assert tab.locator(".graph-node:visible").count() == len(PAPER)
    assert not tab.locator("#graph-tools").is_visible()
    node(tab, "s2.1-linking").click()
    assert tab.url.endswith("/statements/s2.1-linking.html")


def test_every_verdict_has_a_shape_of_its_own(opened):
    tab = opened()
    shapes = tab.locator("symbol .graph-shape").evaluate_all("shapes => shapes.map(shape => shape.outerHTML)")
    assert len(set(shapes)) == 5
    assert set(tab.locator(".graph-node use.graph-near").evaluate_all("uses => uses.map(use => use.getAttribute('href'))")) == {
        f"#graph-{verdict}" for verdict in set(LEDGER.recorded.values())
    }
