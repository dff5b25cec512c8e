"""LaTeX: terms as they are set, twins told apart, formulas in prose, and lines that are broken where they are too wide."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checks import by
from checks.calculation import calculation, equals
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
from checks.pages.latex.displays import displayed
from checks.pages.latex.lines import WIDTH, broken
from checks.pages.latex.measures import lines, printed_width
from checks.pages.latex.prose import prose
from checks.pages.latex.witnesses import broken as broken_at
from checks.verdicts import IllDefined, Proved, Refuted, Undecided, Verdict, Witness

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
        (decimal("0.3") * exact(-1), r"0.3 \cdot (-1)"),
        (1 * x, "1 x"),
        (exact(1) * 1, r"1 \cdot 1"),
        (x / exact(1), r"\frac{x}{1}"),
    ],
    "powers": [
        (2 * x**2, r"2 x^{2}"),
        ((-x) ** 2, r"(-x)^{2}"),
        (exact(-2) ** 2, r"(-2)^{2}"),
        (x ** (1 / alpha), r"x^{1/\alpha}"),
        ((x / y) ** (-gamma - 1), r"\left( \frac{x}{y} \right)^{-\gamma - 1}"),
        (E ** ((1 - alpha * gamma) / (1 + alpha * gamma)), r"E^{(1 - \alpha \gamma)/(1 + \alpha \gamma)}"),
        ((x**2) ** 3, r"(x^{2})^{3}"),
        (t_star**2, r"(t^{*})^{2}"),
        (n_prime**alpha, r"n'^{\alpha}"),
        (x ** exact(1), "x^{1}"),
        (1 * x ** (1 / alpha / 2), r"1 x^{(1/\alpha)/2}"),
        (x ** (-alpha / y), r"x^{-\alpha/y}"),
        (x ** (-(alpha / y)), r"x^{-\alpha/y}"),
        (f(x) ** 2, r"f(x)^{2}"),
    ],
    "fractions": [
        (2 * n / E, r"\frac{2 n}{E}"),
        (-x / y, r"-\frac{x}{y}"),
        ((1 - x) / (1 + gamma * x), r"\frac{1 - x}{1 + \gamma x}"),
        (x / (y / (n / E)), r"\frac{x}{\frac{y}{n/E}}"),
        (x / y / n, r"\frac{x/y}{n}"),
        (x / y * n / E, r"\frac{\frac{x}{y} n}{E}"),
        (E ** (x / y * n), r"E^{(x/y) n}"),
        (E ** (exact(Fraction(1, 2)) * n), r"E^{(1/2) n}"),
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
    assert written == "\\begin{align*}\n  (x + 1)^{2} &= x^{2} + 2 x + 1 \\tag*{by algebra}\n\\end{align*}"


TYPED: dict[str, list[tuple[str, str]]] = {
    "escapes": [
        ("50% of this & {that} #1", r"50\% of this \& \{that\} \#1"),
        ("a_long_name.py", r"a\_long\_name.py"),
        ("日", "[U+65E5]"),
        ('says "so" twice', "says ``so'' twice"),
        ("§2.1 and 5 %", r"$\mathsection$2.1 and 5 \%"),
    ],
    "formulas": [
        ("x < y", "$x < y$"),
        ("like E^(1/(1+alpha*gamma)), a rate", r"like $E^{1/(1 + \alpha \gamma)}$, a rate"),
        ("n* >= q_0", r"$n^{*} \ge q_{0}$"),
        ("q_*^-(1+gamma)", r"$q_{*}^{-(1 + \gamma)}$"),
        ("C_train = 6*rho*n**2/E", r"$C_{\mathrm{train}} = 6 \rho n^{2}/E$"),
        ("(6nd + 2nt)/E", "$(6 n d + 2 n t)/E$"),
        ("a*n'^alpha equals b", r"$a n'^{\alpha}$ equals $b$"),
        ("(ln x + ln a)/x", r"$(\ln x + \ln a)/x$"),
        ("1.37^(13/7)*3^(10/7) is 8.62", r"$1.37^{13/7} \cdot 3^{10/7}$ is 8.62"),
        ("(n', d') in [0, n]", "$(n', d')$ in $[0, n]$"),
        ("(t*)^2", "$(t^{*})^{2}$"),
        ("2/(3*delta*|gamma|)", r"$2/(3 \delta |\gamma|)$"),
        ("in dn and d ln MRTS", r"in $\mathrm{d}n$ and $d$ $\ln \mathrm{MRTS}$"),
        ("pi'(n) = 0", r"$\pi'(n) = 0$"),
        ("3^years", r"$3^{\mathrm{years}}$"),
    ],
    "words": [
        ("a rate, in a; and a rises", "a rate, in $a$; and $a$ rises"),
        ("Appendix C and section 7", "Appendix C and section 7"),
        ("data-bound e.g. the 2nd of (3) in 2022", "data-bound e.g. the 2nd of (3) in 2022"),
        ("I say the sign of it", "I say the sign of it"),
        ("the theorem's n-th part", "the theorem's n-th part"),
        ("(x unless so)", "($x$ unless so)"),
        ("x* (", "$x^{*}$ ("),
        ("x^", r"x\textasciicircum{}"),
        ("", ""),
    ],
}


@pytest.mark.parametrize("group", TYPED)
def test_formulas_in_prose_are_set_and_words_are_left(group: str) -> None:
    for words, expected in TYPED[group]:
        assert prose(words) == expected


WIDTHS = [
    (r"\frac{a+b+c+d}{e}", "a+b+c+d"),
    (r"\text{as }x", r"\mathrm{as }x"),
    (r"x^{abc}", "xabc"),
    (r"\alpha\beta", "ab"),
]


@pytest.mark.parametrize(("formula", "other"), WIDTHS)
def test_widths_are_about_those_of_what_is_set(formula: str, other: str) -> None:
    assert 0.7 * printed_width(other) <= printed_width(formula) <= printed_width(other)


def test_printed_formulas_are_broken_outside_of_brackets() -> None:
    formula = r"0 = \left(a + \frac{b - c}{d}\right) - e,\quad f = g"
    assert lines(formula, 100) == (formula,)
    assert lines(formula, 12) == (r"0 = \left(a + \frac{b - c}{d}\right) - e,\quad", "f = g")
    assert "".join(lines(formula, 1)).replace(" ", "") == formula.replace(" ", "")
    assert all(part.count("{") == part.count("}") for part in lines(formula, 1))


def test_wide_propositions_take_several_lines() -> None:
    long = sum((x**number for number in range(1, 60)), exact(0))
    written = displayed(Claim(long, ">=", long), room=WIDTH)
    assert written.count(r"\\") >= 4
    assert displayed(x >= y, x <= y, tags=["1", "2"]) == ("\\begin{gather*}\n  x \\ge y \\tag*{1} \\\\\n  x \\le y \\tag*{2}\n\\end{gather*}")


def test_a_wide_sum_within_a_product_is_opened() -> None:
    wide = x / y * sum((E**number for number in range(1, 60)), exact(0))
    first, *rest = broken(wide, WIDTH)
    assert r"\bigl(" in first.latex and rest[-1].latex.endswith(r"\bigr)")
    assert all(line.width <= WIDTH for line in (first, *rest))


def test_a_left_side_that_leaves_no_room_stands_alone() -> None:
    wide = sum((E**number for number in range(1, 17)), exact(0))
    written = chain(calculation("Wide", x + y + alpha + gamma, equals(wide / y, by.algebra)))
    assert written.splitlines()[1].startswith(r"  &\phantom{=}\;")
    assert not written.startswith("{")


WITNESSES = [
    (
        Refuted(Witness({"t_star": Fraction(1, 2)}), "0.17825189149497607287", "1", 50, 0),
        "False at $t^{*} = 1/2$, where the left side is $0.178",
    ),
    (Refuted(Witness({}), "2", "1", 50, 0), "False: the left side is $2$ and the right side $1$."),
    (Refuted(Witness({}, {"f(x)": "x"}), "2", "1", 50, 0), "False at $f(x) = x$, where"),
    (Refuted(Witness({"x": Fraction(1)}), "", "", 50, 0, says="x**2 tends to oo"), r"False at $x = 1$: $x^{2}$ tends to $\infty$."),
    (IllDefined("1/x", "the denominator is zero", Witness({"x": Fraction(0)})), r"Not defined at $x = 0$: in $\displaystyle \frac{1}{x}$, the"),
    (Undecided("no time"), "No time."),
    (Proved("so"), ""),
]


@pytest.mark.parametrize(("verdict", "expected"), WITNESSES)
def test_where_a_claim_breaks(verdict: Verdict, expected: str) -> None:
    told = broken_at(verdict, Claim(1 / x + t_star, "=", y))
    assert told.startswith(expected)
    assert bool(told) == bool(expected)
