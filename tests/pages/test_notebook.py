"""Notebooks: what is shown of a value as LaTeX, as HTML and as text, and that it changes nothing else about the value."""

from __future__ import annotations

import pickle
import re
import sys
from dataclasses import FrozenInstanceError, fields
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest

from checks import Claim, by
from checks.calculation import calculation, equals, is_at_least
from checks.checking import check
from checks.display import Displayed
from checks.language import POSITIVE, Function, assumption, implies, log, maximum_at, symbol
from checks.language.propositions import Proposition
from checks.language.terms import Term
from checks.proving import proof
from checks.selection import selection
from checks.settings import Settings
from checks.statements import Statement, false_belief, statement
from checks.verdicts import IllDefined, Proved, Refuted, Supported, Undecided, Vacuous, Verdict, Witness
from tests import papers

x, y, alpha = symbol("x"), symbol("y", POSITIVE), symbol("alpha")
f = Function("f")
square = calculation("A square & more", x**2 - 2 * x + 1, equals((x - 1) ** 2, by.algebra), is_at_least(0, by.sign))
large = assumption("plenty & more", y >= 1, stated="§1 <i>")
POINT = Witness({"x_star": Fraction(1, 3), "alpha": Fraction(-2)}, {"f(x)": "1 + x**2"}, {"y": "0.5 +/- 1e-9"})


class Balanced(HTMLParser):
    """Refuses HTML whose tags do not match; collects what is read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag != "mspace" or self.get_starttag_text()[-2:] != "/>":  # type: ignore[index]
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def html(value: Any) -> Balanced:
    written = value._repr_html_()
    assert "://" not in written.replace("http://www.w3.org/1998/Math/MathML", "")
    assert not re.search(r"<(script|style|link|img)", written)
    return Balanced(written)


def text(value: Any) -> str:
    return str(value._repr_mimebundle_()["text/plain"])


FORMULAS = {
    "term": (log(y) / alpha, r"$\displaystyle \frac{\ln y}{\alpha}$", "ln(y)/α"),
    "claim": (x**2 >= 0, r"$\displaystyle x^{2} \ge 0$", "x² ≥ 0"),
    "proposition": (implies(y >= 1, y**2 >= y), r"$\displaystyle \text{if }y \ge 1\text{, then}\ y^{2} \ge y$", "if y ≥ 1, then y² ≥ y"),
    "assumption": (large, r"$\displaystyle \text{plenty \& more: }y \ge 1$", "plenty & more: y ≥ 1"),
    "step": (square.steps[1], r"$\displaystyle (x - 1)^{2} \ge 0 \quad \text{by its sign}$", "(x − 1)² ≥ 0  by its sign"),
}


@pytest.mark.parametrize("kind", FORMULAS)
def test_formulas_are_latex_and_not_html(kind: str) -> None:
    value, latex, plain = FORMULAS[kind]
    assert value._repr_latex_() == latex  # type: ignore[union-attr]
    assert value._repr_html_() is None  # type: ignore[union-attr]
    assert text(value) == plain


def test_a_calculation_is_both() -> None:
    assert square._repr_latex_() == "\n".join(
        [
            r"$$\begin{aligned}",
            r"& \text{A square \& more} \\",
            r"& x^{2} - 2 x + 1 \\",
            r"& = (x - 1)^{2} && \text{by algebra} \\",
            r"& \ge 0 && \text{by its sign} \\",
            r"\end{aligned}$$",
        ]
    )
    shown = html(square)
    assert "A square & more" in shown.text
    assert shown.text.index("by algebra") < shown.text.index("by its sign")
    assert text(square).splitlines()[1:] == ["    x² − 2·x + 1", "  = (x − 1)²  by algebra", "  ≥ 0  by its sign"]


VERDICTS = {
    "proved": (Proved("squares <are> so", certificate="x**2 = x*x"), ("✓ proved, squares <are> so", "certificatex² = x·x")),
    "supported": (Supported(3, 4, 50, 0, POINT), ("~ supported, true at 3 points of 4 tried, 50 digits, seed 0",)),
    "undecided": (Undecided("time & again"), ("? undecided, time & again",)),
    "refuted": (Refuted(POINT, "1", "2", 50, 0), ("✗ refuted, the left side is 1, the right side 2", "1/3", "−2", "1 + x²", "0.5")),
    "vacuous": (Vacuous("x > x"), ("∅ vacuous, x > x",)),
    "ill-defined": (
        IllDefined("1/x", "the denominator is zero", Witness({})),
        ("! ill-defined, 1/x is not defined: the denominator is zero", "no variables"),
    ),
}


@pytest.mark.parametrize("kind", VERDICTS)
def test_verdicts_with_their_marks_grounds_and_points(kind: str) -> None:
    verdict, wanted = VERDICTS[kind]
    shown = html(verdict)
    assert [part for part in wanted if part not in shown.text.replace("-2", "−2")] == []
    assert verdict._repr_latex_() is None
    assert text(verdict).startswith(wanted[0][:10])


def test_each_kind_of_verdict_and_proposition_is_shown() -> None:
    assert all(issubclass(kind, Displayed) for kind in (*get_args(Verdict), *get_args(Proposition), Term, Statement))


def test_without_the_library_a_notebook_sets_the_latex(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "checks.pages.site.mathematics", None)
    shown = html(square)
    assert r"\(\displaystyle x^{2} - 2 x + 1\)" in shown.text
    assert "math" not in shown.tags


def test_with_the_library_it_is_mathematics() -> None:
    pytest.importorskip("latex2mathml")
    assert {"math", "msup"} <= html(square).tags


def test_a_statement_says_all_that_is_said_of_it() -> None:
    stated = (
        statement("means", "Means <i>", claims=[maximum_at(-(x**2), over=x, at=0)], given=[large], where="§2", printed=r"x^2 \ge 0")
        .proved_by(square)
        .corrected(x**2 >= -1, says="<why>")
        .finding(false_belief("Squares are positive", x**2 > 0, says="at 0 it is not"))
    )
    shown = html(stated).text
    parts = ["Means <i>", "means, §2", "printed", "given", "plenty & more", "§1 <i>", "claim", "is greatest over", "corrected"]
    parts += ["why", "<why>", "A square & more", "by algebra", "Squares are positive", "at 0 it is not"]
    assert [part for part in parts if part not in shown] == []
    assert [shown.index(part) for part in parts] == sorted(shown.index(part) for part in parts)
    assert text(stated) == "Means <i>  means\n  −x² is greatest over x real at x = 0"


def test_a_report_shows_verdicts_and_the_witness(tmp_path: Path) -> None:
    papers.write(tmp_path, papers.MEANS, papers.FALSE)
    means, root = check(selection([str(tmp_path)]), Settings(seconds=5.0)).reports
    assert re.search(r"✓ holds, proved as printed.*printed.*claim.*✓ proved.*by algebra✓ proved", html(means).text)
    assert re.search(r"✗ fails, y must be added.*claim.*✗ refuted.*corrected.*✓ proved", html(root).text)
    assert html(root).text.count("y must be added") == 1
    assert "As printed" in text(root)


def test_a_proof_shows_the_claim_as_it_was_read() -> None:
    shown = html(proof("x^2 >= x", ["x > 0"], seconds=5.0)).text
    assert re.search(r"given.*✗ refuted, the left side is", shown)


def test_nothing_else_changes(tmp_path: Path) -> None:
    for value in (x + y, x**2 >= 0, implies(y >= 1, y >= 0), large, square, POINT, Undecided("why"), statement("s", "S", claims=[x**2 >= 0])):
        copy = pickle.loads(pickle.dumps(value))
        assert copy == value
        assert type(value).__match_args__ == tuple(each.name for each in fields(value) if each.init)  # type: ignore[arg-type]
        assert not hasattr(value, "__dict__")
        with pytest.raises((FrozenInstanceError, TypeError)):
            value.__setattr__(fields(value)[0].name, None)  # type: ignore[arg-type]
    assert len({x + y, x + y, x**2 >= 0, Claim(x**2, ">=", 0), square, large}) == 4


def test_what_only_loads_a_script_does_not_load_the_pages() -> None:
    import subprocess

    code = "import sys, checks.statements, checks.verdicts; print([name for name in sys.modules if name.startswith('checks.pages')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)})
    assert done.stdout == "[]\n"
