"""LaTeX: terms as they are set, twins told apart, and documents that pdflatex compiles."""

from __future__ import annotations

import re
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest

from checks import by
from checks.calculation import calculation, equals
from checks.checking import check
from checks.language import (
    PI,
    At,
    Claim,
    Curve,
    Derivative,
    Differential,
    Function,
    Integral,
    Limit,
    Term,
    absolute,
    decimal,
    exact,
    exp,
    log,
    minimum,
    sqrt,
    symbol,
)  # fmt: skip
from checks.pages.latex import boxed, latex
from checks.pages.latex.calculations import chain
from checks.pages.latex.document import document
from checks.pages.latex.lines import WIDTH, broken
from checks.pages.latex.prose import prose
from checks.selection import selection
from checks.settings import Settings
from tests import papers

x, y, n, E, alpha, gamma = (symbol(name) for name in ("x", "y", "n", "E", "alpha", "gamma"))
f, q = Function("f"), Function("q", 2)
n_prime, t_star, C_train = symbol("n_prime", latex="n'"), symbol("t_star"), symbol("C_train")

SET: dict[str, list[tuple[Term | Claim, str]]] = {
    "sums and differences": [
        (x - (y - 1) * 2, r"x - (y - 1) \cdot 2"),
        (x - (y + 1), r"x - (y + 1)"),
        (x + exact(-2), r"x + (-2)"),
        (-(x + y), r"-(x + y)"),
        (-x * y, r"-x y"),
        (x * (-y), r"x (-y)"),
        (x - (-y), r"x - (-y)"),
    ],
    "numbers as printed": [
        (decimal("0.3392") * E, r"0.3392 E"),
        (exact(Fraction(1, 2)) * x, r"\frac{1}{2} x"),
        (exact(Fraction(-1, 2)) * x, r"-\frac{1}{2} x"),
        (decimal("1e-5"), r"1 \times 10^{-5}"),
        (x * 2, r"x \cdot 2"),
        (exact(2) * 3, r"2 \cdot 3"),
    ],
    "powers": [
        (2 * x**2, r"2 x^{2}"),
        ((-x) ** 2, r"(-x)^{2}"),
        (exact(-2) ** 2, r"(-2)^{2}"),
        (x ** (1 / alpha), r"x^{1/\alpha}"),
        ((x / y) ** (-gamma - 1), r"\left( \frac{x}{y} \right)^{-\gamma - 1}"),
        (E ** ((1 - alpha * gamma) / (1 + alpha * gamma)), r"E^{(1 - \alpha \gamma)/(1 + \alpha \gamma)}"),
        ((x**2) ** 3, r"(x^{2})^{3}"),
        (t_star**2, r"{t^{*}}^{2}"),
        (n_prime**alpha, r"{n'}^{\alpha}"),
        (f(x) ** 2, r"f(x)^{2}"),
    ],
    "fractions": [
        (2 * n / E, r"\frac{2 n}{E}"),
        (-x / y, r"-\frac{x}{y}"),
        ((1 - x) / (1 + gamma * x), r"\frac{1 - x}{1 + \gamma x}"),
        (x / (y / (n / E)), r"\frac{x}{\frac{y}{n/E}}"),
    ],
    "named functions": [
        (log(x) * y, r"\ln(x) \, y"),
        (y * log(x), r"y \, \ln x"),
        (log(x * y), r"\ln(x y)"),
        (log(x) ** 2, r"(\ln x)^{2}"),
        (minimum(n**alpha, y), r"\min\{n^{\alpha}, y\}"),
        (sqrt(x + 1), r"\sqrt{x + 1}"),
        (absolute(x - y), r"|x - y|"),
        (exp(-x / 2), r"\mathrm{e}^{-x/2}"),
        (PI * x, r"\pi x"),
    ],
    "calculus": [
        (Derivative(f(x), x, 2), "f''(x)"),
        (Derivative(q(x, y), x), r"\frac{\partial q(x, y)}{\partial x}"),
        (Derivative(x**2 - y, x, 2), r"\frac{\partial^{2}}{\partial x^{2}} [x^{2} - y]"),
        (At(Derivative(f(x), x), x, y), "f'(y)"),
        (At(x**2 + 1, x, y), r"\left. [x^{2} + 1] \right|_{x = y}"),
        (Integral(x**2, x, exact(1), y), r"\int_{1}^{y} x^{2} \,\mathrm{d}x"),
        (Limit(x * y, x, None), r"\lim_{x \to \infty} x y"),
        (Limit(x, x, exact(0)) + 1, r"(\lim_{x \to 0} x) + 1".replace("(", r"\left( ").replace(")", r" \right)")),
        (Differential(x, (x, y)), r"\mathrm{d}x"),
        (Differential(x * y, (x, y)), r"\mathrm{d} [x y]"),
        (Differential(y, Curve(x * y, x, y)), r"\left. \mathrm{d}y \right|_{x y \,\text{const.}}"),
    ],
    "symbols": [
        (C_train, r"C_{\mathrm{train}}"),
        (symbol("x1"), "x_{1}"),
        (symbol("omega_0"), r"\omega_{0}"),
        (symbol("lamda"), r"\lambda"),
        (symbol("rate"), r"\mathrm{rate}"),
        (symbol("q_star", latex="q_*"), "q_*"),
    ],
    "claims": [(Claim(x, "!=", y), r"x \ne y"), (x <= y, r"x \le y"), (Claim(x, "=", y), "x = y")],
}


@pytest.mark.parametrize("group", SET)
def test_terms_are_set_as_on_a_page(group: str) -> None:
    for term, expected in SET[group]:
        assert latex(term) == expected


def test_twins_are_told_apart() -> None:
    twins: list[Term] = [
        x - (y - 1), x - y - 1, (x - y) * 2, x - y * 2, (x / y) ** 2, x / y**2, (x * y) ** 2, x * y**2, -(x**2), (-x) ** 2, x / (y * n), x / y * n,
        x / y / n, x / (y / n), log(x) * y, log(x * y), log(x**2), log(x) ** 2, (x**y) ** n, x ** (y**n), Limit(x, x, y) + n, Limit(x + n, x, y),
    ]  # fmt: skip
    written = [latex(term) for term in twins]
    assert len(set(written)) == len(written)


def test_braces_and_brackets_are_balanced() -> None:
    for group in SET.values():
        for term, _ in group:
            written = latex(term)
            assert written.count("{") == written.count("}")
            assert written.count(r"\left") == written.count(r"\right")


def test_long_formulas_are_broken_between_terms() -> None:
    long = sum((x**number / (y + number) for number in range(1, 40)), exact(0))
    lines = broken(long, WIDTH)
    assert len(lines) > 2
    assert all(line.width <= WIDTH for line in lines)
    assert all(line.latex.startswith("+ ") for line in lines[1:])
    assert len(broken(x - long, WIDTH)) >= len(lines)
    assert boxed(long).width > WIDTH


def test_a_chain_gives_its_reasons_at_the_right() -> None:
    written = chain(calculation("Squares", (x + 1) ** 2, equals(x**2 + 2 * x + 1, by.algebra)))
    assert written == "\\begin{align*}\n  (x + 1)^{2} &= x^{2} + 2 x + 1 \\tag*{\\text{by algebra}}\n\\end{align*}"


def test_prose_is_escaped() -> None:
    assert prose("50% of a_1 & {b}") == r"50\% of a\_1 \& \{b\}"
    assert prose("x < y") == "x $<$ y"
    assert "[U+65E5]" in prose("日")


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
def test_pdflatex_compiles_without_errors_or_wide_lines(tmp_path: Path) -> None:
    terms = " + ".join(f"{number} * x**{number} / (1 + y)" for number in range(1, 30))
    long = f'\nlong = statement("long", "A long sum, with 100% of £ and _ and γ**2", claims=[Claim({terms}, "=", {terms})]).proved_by(\n'
    long += f'    calculation("Nothing moves", {terms}, equals({terms}, by.algebra)))\n'
    papers.write(tmp_path, papers.MEANS, papers.FALSE, papers.NEEDY, papers.NOTED, papers.UNCONFIRMED, long)
    (tmp_path / "d.tex").write_text(document(check(selection([str(tmp_path)]), Settings())), encoding="utf-8")
    done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "d.tex"], cwd=tmp_path, capture_output=True, check=False)  # noqa: S607 — wherever it is
    log_text = (tmp_path / "d.log").read_text(errors="replace")
    assert done.returncode == 0, log_text[-2000:]
    assert not [wide for wide in re.findall(r"Overfull \\hbox \((\d+\.\d+)pt", log_text) if float(wide) > 5]
