"""Figures drawn: files that are the same each time, that say what they show, and that refuse what cannot be drawn."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest

from checks.commandline import main
from checks.figures import Axis, Band, Curve, Figure, Label, Level, Mark, Panel, Point, Points, Role, Side, Zone, load_figures, made
from tests import papers

pytest.importorskip("matplotlib")

from checks.pages.figures import draw, slimming
from checks.pages.figures.styles import STYLES

MOST_BYTES = 150_000
AXIS = Axis("width", "m", 0, 10)
MODULE = """
from fractions import Fraction
from checks.figures import Axis, Curve, Figure, Panel, Point

def square():
    points = tuple(Point(Fraction(x), Fraction(x**2), Fraction(x**2)) for x in range(4))
    panel = Panel("", Axis("side $x$", "m", 0, 3), Axis("area", "m²", 0, 9), (Curve(points),))
    return Figure("square", "A square", "The area x**2 <= 9 & its side, gamma = -1.", ((panel,),))

FIGURES = {"square": square}
"""


def points(*heights: int) -> Points:
    return tuple(Point(Fraction(at), Fraction(height), Fraction(height)) for at, height in enumerate(heights))


def figure(*elements: Curve | Band | Level | Zone | Mark, x: Axis = AXIS, name: str = "plain") -> Figure:
    return Figure(name, "Plain", "A figure.", ((Panel("", x, AXIS, elements),),))


def drawn(folder: Path, *figures: Figure) -> list[str]:
    return [draw([each], folder)[0].files[0].read_text(encoding="utf-8") for each in figures]


@pytest.fixture
def annotated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures as matplotlib writes them, with each text in a comment."""
    monkeypatch.setattr(slimming, "slim", lambda svg: svg)


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A paper whose ledger names a module of figures."""
    papers.write(tmp_path, papers.MEANS)
    (tmp_path / "square_figures.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "square_figures", raising=False)
    return naming(tmp_path, 'figures = "square_figures"')


def naming(folder: Path, line: str) -> Path:
    (folder / "ledger.toml").write_text(f'[paper]\ntitle = "On quadratics"\n{line}\n')
    return folder


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main(["figures", *map(str, arguments)]) == 2
    out, says = capsys.readouterr()
    assert out == ""
    return says


def test_the_command_writes_both_kinds_and_lists_them(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = paper / "new" / "drawn"
    assert main(["figures", str(paper), "-o", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder / 'square.svg'}  A square\n{folder / 'square.pdf'}  A square\n"
    assert (folder / "square.pdf").read_bytes().startswith(b"%PDF")


def test_a_screen_reader_is_told_title_and_caption(paper: Path) -> None:
    told = draw(made(load_figures("square_figures")), paper / "out")[0]
    assert told.caption == "The area x² ≤ 9 & its side, γ = −1."
    root = ElementTree.fromstring(told.files[0].read_text(encoding="utf-8"))  # noqa: S314  # drawn here
    title, description = root[0], root[1]
    assert root.get("role") == "img"
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), description.get("id"))
    assert (title.text, description.text) == (told.title, told.caption)


def test_all_is_the_same_to_the_byte_the_second_time(paper: Path) -> None:
    figures = made(load_figures("square_figures"))
    first, second = (draw(figures, paper / each, pdf=True)[0].files for each in ("one", "two"))
    assert [each.suffix for each in first] == [".svg", ".pdf"]
    assert [each.read_bytes() for each in first] == [each.read_bytes() for each in second]
    assert not re.search(rb"\b20\d\d-\d\d-\d\d|CreationDate", b"".join(each.read_bytes() for each in first))


def test_what_is_drawn_refers_to_nothing_that_is_not_there(tmp_path: Path) -> None:
    (text,) = drawn(tmp_path, figure(Curve(points(1, 2, 3))))
    used = {*re.findall(r'href="#([^"]+)"', text), *re.findall(r"url\(#([^)]+)\)", text)}
    assert used and used <= {*re.findall(r'\bid="([^"]+)"', text)}


def test_a_bound_is_hatched_on_the_side_that_it_forbids(tmp_path: Path) -> None:
    sides = (None, Side.ABOVE, Side.BELOW)
    plain, above, below = drawn(tmp_path, *(figure(Curve(points(2, 5, 7), Role.PRINTED, None, side)) for side in sides))
    assert len(plain) < len(above) and len(plain) < len(below)
    assert above != below


@pytest.mark.usefixtures("annotated")
def test_a_label_stands_where_the_curve_is(tmp_path: Path) -> None:
    low, high = drawn(tmp_path, *(figure(Curve(points(1, 9), label=Label("here", at))) for at in (Fraction(1, 10), Fraction(9, 10))))
    places = [float(re.findall(r"<!-- here -->\s*<g [^>]*translate\([\d.]+ ([\d.]+)\)", text)[0]) for text in (low, high)]
    assert places[1] < places[0] - 50  # heights of an SVG grow downward


def test_roles_differ_without_colour() -> None:
    strokes = [(style.dashes, style.width) for style in STYLES.values()]
    assert len(set(strokes)) == len(Role) == len(strokes)


@pytest.mark.usefixtures("annotated")
def test_axes_that_a_neighbour_has_are_labelled_once(tmp_path: Path) -> None:
    panel = Panel("", AXIS, AXIS, (Curve(points(1, 2)),))
    pair, other = (Figure("pair", "", "", ((panel, Panel("", AXIS, y, panel.elements)),)) for y in (AXIS, Axis("depth", "m", 0, 10)))
    assert drawn(tmp_path, pair)[0].count("<!-- width (m) -->") == 3
    assert drawn(tmp_path, other)[0].count("<!-- width (m) -->") == 3
    assert "<!-- depth (m) -->" in drawn(tmp_path, other)[0]


@pytest.mark.usefixtures("annotated")
def test_a_dollar_that_is_a_unit_begins_no_formula(tmp_path: Path) -> None:
    assert "price $p$ (\\$)" in drawn(tmp_path, figure(Curve(points(1, 2)), x=Axis("price $p$", "$", 1, 100, is_logarithmic=True)))[0]


@pytest.mark.parametrize("name", list(load_figures("symbolic_model.figures")))
def test_the_figures_of_the_paper_are_light_and_well_formed(name: str, tmp_path: Path) -> None:
    (told,) = draw(made(load_figures("symbolic_model.figures"), [name]), tmp_path)
    text = told.files[0].read_text(encoding="utf-8")
    assert len(text.encode()) < MOST_BYTES
    assert ElementTree.fromstring(text)[1].text == told.caption  # noqa: S314  # drawn here
    assert not re.search(r"\*\*|\bgamma\b|\balpha\b|<=", told.caption)


# what the ledger says under [paper], and what is told
LEDGERS = {
    "no module": ("", ("names no module of figures", 'write figures = "MODULE" under [paper]')),
    "no text": ("figures = 3", ("ledger.toml: figures = 3", "write the name of a module")),
    "a module that there is none of": (
        'figures = "nowhere.figures"',
        ("the module of figures nowhere.figures cannot be imported", "ModuleNotFoundError"),
    ),
    "a module without figures": ('figures = "tests.papers"', ("the module tests.papers offers no figures", "it must define FIGURES")),
}


@pytest.mark.parametrize("case", LEDGERS)
def test_a_ledger_that_leads_to_no_figures_is_refused(case: str, paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line, says = LEDGERS[case]
    told = refused(capsys, naming(paper, line), "-o", paper / "out")
    assert [each for each in says if each not in told] == []


def test_an_unknown_figure_is_refused_with_those_there_are(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "there is no figure circle; there are square" in refused(capsys, paper, "-o", paper / "out", "--only", "circle")


def test_a_folder_that_cannot_be_is_refused(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = paper / "taken"
    taken.write_text("")
    assert refused(capsys, paper, "-o", taken) == f"lemmata: {taken} cannot be written: File exists\n"
    assert f"{taken}/below cannot be written: Not a directory" in refused(capsys, paper, "-o", taken / "below")


def test_a_missing_matplotlib_is_told_with_what_installs_it(paper: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith(("matplotlib", "checks.pages.figures.sheets", "checks.pages.figures.elements"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert "pip install 'lemmata[site]'" in refused(capsys, paper, "-o", paper / "out")


def test_a_figure_goes_by_one_name() -> None:
    with pytest.raises(ValueError, match="offered as other calls itself plain"):
        made({"other": lambda: figure(Curve(points(1, 2)))})


FALSE: dict[str, tuple[type | object, Sequence[object], str]] = {
    "an empty enclosure": (Point, (Fraction(1), Fraction(3), Fraction(2)), "are empty"),
    "a curve of one point": (Curve, (points(1),), "two points at least, not 1"),
    "a band of two lengths": (Band, (points(1, 2), points(1, 2, 3)), "different places"),
    "an axis without a label": (Axis, ("", "m", 0, 1), "needs a label"),
    "an axis that goes back": (Axis, ("width", "m", 1, 0), "not beyond its beginning 1"),
    "a logarithmic axis from zero": (Axis, ("width", "m", 0, 1, True), "take a positive number"),
    "a name that is no file's": (Figure, ("../up", "", "", ((),)), "cannot name a figure"),
    "rows of two lengths": (Figure, ("rows", "", "", ((1, 2), (1,))), "equally many panels"),
    "no panel": (Figure, ("rows", "", "", ((),)), "equally many panels"),
}


@pytest.mark.parametrize("case", FALSE)
def test_what_cannot_be_drawn_is_refused_when_it_is_made(case: str) -> None:
    kind, arguments, says = FALSE[case]
    with pytest.raises(ValueError, match=re.escape(says)):
        kind(*arguments)  # type: ignore[operator]
