"""Mathematics: every formula of the paper is set, as TeX would set it, and what cannot be set is said."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, fromstring

import pytest

from checks.checking import Checked
from checks.judging import StatementReport
from checks.pages.definitions import formulas, used
from checks.pages.latex import latex
from checks.pages.site.formulas import mathematics, right_rows, rows
from checks.pages.site.mathematics import UnknownLatex, mathml

KNOWN = {
    "math", "mrow", "mi", "mo", "mn", "mtext", "mspace", "mfrac", "msup", "msub", "msubsup", "munder", "mover", "msqrt", "mstyle", "mpadded"
}  # fmt: skip


def shape(element: Element) -> str:
    """The tree without attributes, leaves by their text alone."""
    return (element.text or "") if not len(element) else f"{element.tag}({' '.join(map(shape, element))})"


def _tree(written: str) -> Element:
    return fromstring(mathml(written))  # noqa: S314  # our own


def _set(written: str) -> Element:
    """What is set, in a row where it is several elements."""
    tree = _tree(written)
    row = Element("mrow")
    row.extend(tree)
    return tree[0] if len(tree) == 1 else row


def _formulas(report: StatementReport) -> set[str]:
    """The LaTeX of all that the page of a statement shows."""
    said = [*(each.proposition for each in report.claims), *(each.finding.proposition for each in report.findings)]
    parts = [*(part for each in said for part in formulas(each)), *used(report), *(step.step.claim for step in report.steps)]
    found = {report.entry.printed, *map(latex, parts), *(row for part in parts for row in rows(part))}
    return found | {row for step in report.steps for row in right_rows(step.step.claim)}


def test_every_formula_of_the_paper_is_set(paper: Checked) -> None:
    written = {each for report in paper.reports for each in _formulas(report)}
    assert len(written) > 700
    for each in written:
        for part in _tree(each).iter():
            text = part.text or ""
            assert part.tag in KNOWN, (each, part.tag)
            assert not re.search(r"[\\&$\ue000\ue001]|.[{}^_]", text), (each, text)
            assert text or len(part) or part.tag in ("mspace", "mrow"), each
            assert part.tag != "mi" or not re.search(r"\d|\.", text), (each, text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"C^*_{\mathrm{train}}", "msubsup(C train ∗)"),
        (r"\mathrm{d}q", "mrow(d q)"),
        (r"f_\gamma''(q)", "mrow(msubsup(f γ mpadded(″)) ( q ))"),
        (r"a n'^\alpha", "mrow(a msup(n mrow(mpadded(′) α)))"),
        (r"\text{can't}", "can't"),
        (r"\frac ab", "mfrac(a b)"),
        (r".3392", ".3392"),
        (r"n \sim D", "mrow(n ∼ D)"),
        (r"a \implies b", "mrow(a ⟹ b)"),
        (r"\left. f \right|_{x = 0}", "msub(mrow(f |) mrow(x = 0))"),
        (r"\lim_{t \to 0} f", "mrow(munder(lim mrow(t → 0)) f)"),
    ],
)
def test_formulas_have_the_shape_that_tex_gives_them(written: str, expected: str) -> None:
    assert shape(_set(written)) == expected


@pytest.mark.parametrize(
    ("written", "text", "attribute", "value"),
    [
        (r"\mathrm{d}x", "d", "mathvariant", "normal"),
        (r"\Theta(n)", "Θ", "mathvariant", "normal"),
        (r"a = -b", "−", "form", "prefix"),
        (r"\text{at } -1", "−", "form", "prefix"),
        (r"a - b", "−", "form", None),
        (r"(a) - b", "−", "form", None),
        (r"{} - b", "−", "form", None),
        (r"x^{a-b}", "−", "lspace", "0"),
        (r"a - b", "−", "lspace", None),
    ],
)
def test_signs_and_letters_are_spaced_and_upright_as_in_tex(written: str, text: str, attribute: str, value: str | None) -> None:
    (leaf,) = (each for each in _set(written).iter() if each.text == text)
    assert leaf.get(attribute) == value


def test_a_function_is_applied_and_kept_apart_from_what_it_is_applied_to() -> None:
    assert shape(_set(r"2 \ln x")) == "mrow(2  ln \u2061  x)"
    assert shape(_set(r"\ln(x)")) == "mrow(ln \u2061 ( x ))"


@pytest.mark.parametrize("written", [r"\foo x", r"\frac{a}{\bar", r"a^b^c"])
def test_what_is_not_known_is_refused_and_shown_as_it_is_written(written: str) -> None:
    with pytest.raises(UnknownLatex, match=r"is not known|cannot be set"):
        mathml(written)
    assert mathematics(written) == f'<code class="latex">{written}</code>'


def test_only_brackets_that_are_to_grow_do() -> None:
    def kept(written: str) -> list[bool]:
        return [each.get("stretchy") == "false" for each in _set(written).iter("mo") if each.text in ("(", ")")]

    assert kept(r"(x) \frac{a}{b}") == [True, True]
    assert kept(r"\left( \frac{a}{b} \right)") == [False, False]


def test_the_source_is_beside_the_formula() -> None:
    assert _tree(r'a < b \text{ "&" }').get("data-latex") == r'a < b \text{ "&" }'
