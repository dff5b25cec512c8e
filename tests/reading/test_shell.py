"""Claims in plain text: what is understood, that it is kept as written, and what is refused with which message where."""

from __future__ import annotations

import pytest

from checks.language import PI, Claim, Derivative, E, Integral, Limit, Order, absolute, decimal, exp, log, maximum, sqrt, symbol
from checks.language.terms import INFINITY, Negative, Number, Power, Product, Quotient, Sum, exact
from checks.pages.formulas import ascii_formula, latex_formula, unicode_formula
from checks.reading import Formula, NotRead, formula, question
from tests.soundness.corpus import corpus

x, y, z, N, M, a = (symbol(name) for name in ("x", "y", "z", "N", "M", "a"))

CLAIMS: dict[str, dict[str, Formula]] = {
    "precedence as in Python": {
        "-x**2 < 0": Claim(-(x**2), "<", 0),
        "2**-1 = x": Claim(exact(2) ** -1, "=", x),
        "x**y**z > 1": Claim(x ** (y**z), ">", 1),
        "x/y/z > 1": Claim(x / y / z, ">", 1),
        "x - y - z > 1": Claim(x - y - z, ">", 1),
        "x - (y - z) > 1": Claim(x - (y - z), ">", 1),
        "-x*y > 1": Claim(-x * y, ">", 1),
        "x*-y > 1": Claim(x * -y, ">", 1),
        "x^2 = x": Claim(x**2, "=", x),
    },
    "nothing is evaluated": {
        "x/x = 1": Claim(x / x, "=", 1),
        "(x**2-1)/(x-1) = x+1": Claim((x**2 - 1) / (x - 1), "=", x + 1),
        "0**0 = 1": Claim(Power(exact(0), exact(0)), "=", 1),
        "1 + 2 = 3": Claim(Sum((exact(1), exact(2))), "=", 3),
        "2*3 = 6": Claim(Product((exact(2), exact(3))), "=", 6),
        "x**(1/3) = y": Claim(Power(x, Quotient(exact(1), exact(3))), "=", y),
        "sqrt(x**2) = x": Claim(sqrt(x**2), "=", x),
    },
    "exact numbers": {
        "x = 0.34": Claim(x, "=", decimal("0.34")),
        "x = -2": Claim(x, "=", -2),
        "x = 1e18": Claim(x, "=", decimal("1e18")),
        "x = .5": Claim(x, "=", decimal(".5")),
        "x < pi": Claim(x, "<", PI),
        "x < e": Claim(x, "<", E),
    },
    "functions": {
        "log x < ln(y)": Claim(log(x), "<", log(y)),
        "log log x < 1": Claim(log(log(x)), "<", 1),
        "sqrt |x| < exp(x)": Claim(sqrt(absolute(x)), "<", exp(x)),
        "||x| - |y|| <= |x - y|": Claim(absolute(absolute(x) - absolute(y)), "<=", absolute(x - y)),
        "max(x, y, 0) >= x": Claim(maximum(x, y, 0), ">=", x),
        "diff(x**2, x, 2) = 2": Claim(Derivative(x**2, x, 2), "=", 2),
        "integral(x, x, 0, a) > 0": Claim(Integral(x, x, exact(0), a), ">", 0),
        "limit(1/x, x, oo) = 0": Claim(Limit(1 / x, x, None), "=", 0),
        "limit(x, x, 0) = 0": Claim(Limit(x, x, exact(0)), "=", 0),
        "limit(exp(x), x, -oo) = 0": Claim(Limit(exp(-x), x, None), "=", 0),
        "1/x -> 0 as x -> oo": Claim(Limit(1 / x, x, None), "=", 0),
        "x -> oo as x -> oo": Claim(Limit(x, x, None), "=", INFINITY),
        "limit(-x, x, oo) = -oo": Claim(Limit(-x, x, None), "=", Negative(INFINITY)),
    },
    "orders": {
        "log(N + 1) = O(log N) as N -> oo": Order(log(N + 1), "O", log(N), (N,)),
        "N = o(N**2)": Order(N, "o", N**2, (N,)),
        "N**a = O(N**(a + 1))": Order(N**a, "O", N ** (a + 1), (N,)),
        "2**N = Theta(2**N)": Order(exact(2) ** N, "Theta", exact(2) ** N, (N,)),
        "N ~ N + 1 as N -> oo": Order(N, "~", N + 1, (N,)),
        "N + M = Omega(N) as N, M -> oo": Order(N + M, "Omega", N, (N, M)),
        "N + M = O(N*M) as N -> oo, M -> oo": Order(N + M, "O", N * M, (N, M)),
        "a*N = O(N) as N -> oo, uniformly in a": Order(a * N, "O", N, (N,), (a,)),
    },
    "signs of Unicode": {
        "x² ≥ −1": Claim(x**2, ">=", -1),
        "√x ≤ x·y": Claim(sqrt(x), "<=", x * y),
        "α₁ ≠ π": Claim(symbol("alpha_1"), "!=", PI),
        "λ > 0": Claim(symbol("lambda"), ">", 0),
        "1/x → 0 as x → ∞": Claim(Limit(1 / x, x, None), "=", 0),
        "x⁻¹ > 0": Claim(x ** Number(exact(-1).value), ">", 0),  # type: ignore[attr-defined]
    },
}


@pytest.mark.parametrize(("text", "expected"), [(text, each) for group in CLAIMS.values() for text, each in group.items()])
def test_what_is_understood(text: str, expected: Formula) -> None:
    assert formula(text) == expected


def test_a_decimal_is_shown_as_it_was_typed() -> None:
    assert ascii_formula(formula("N**0.340 <= N**0.35")) == "N**0.340 <= N**0.35"


JOINED = {
    "0 < x < 1": "0 < x and x < 1",
    "x in [0, 1)": "x >= 0 and x < 1",
    "x in (-oo, oo) and x > 1": "x = x and x > 1",
    "x > 0 or x < 0 and y > 0": "x > 0 or x < 0 and y > 0",
    "(x > 0 or x < 0) and y > 0": "(x > 0 or x < 0) and y > 0",
    "x > 0 => y > 0 => z > 0": "x > 0 => y > 0 => z > 0",
    "(x > 0 => y > 0) => z > 0": "(x > 0 => y > 0) => z > 0",
    "not (x > 0 and y > 0)": "not (x > 0 and y > 0)",
    "exists y = x/2: y + y = x": "exists y = x/2: y + y = x",
    "for all x in [1, 2): x > 0": "for all x in [1, 2): x > 0",
    "for all x in (-oo, 2]: x < 3": "for all x in (-oo, 2]: x < 3",
    "x > 0 <=> -x < 0": "x > 0 <=> -x < 0",
}


@pytest.mark.parametrize(("text", "written"), JOINED.items())
def test_how_claims_are_joined(text: str, written: str) -> None:
    assert ascii_formula(formula(text)) == written


@pytest.mark.parametrize("text", [*JOINED, *(text for group in CLAIMS.values() for text in group)])
def test_what_is_written_is_read_again(text: str) -> None:
    read = formula(text)
    assert formula(ascii_formula(read)) == read


def test_every_claim_of_the_corpus_is_read_and_written_and_read_again() -> None:
    for entry in corpus():
        asked = question(entry.claim, entry.given)
        assert formula(ascii_formula(asked.claim)) == asked.claim, entry


def test_for_readers() -> None:
    read = formula("x > 0 => (for all a in (0, 1]: x**a > 0)")
    assert unicode_formula(read) == "x > 0 ⇒ (for all a ∈ (0, 1]: x^a > 0)"
    assert latex_formula(formula("x >= 0 <=> |x| = x")) == r"x \ge 0 \iff |x| = x"


# text, column (from 1), a part of the message, a part of the remedy
REFUSED = {
    "unknown function": ("x + sinn(x) > 0", 5, "no function sinn; the known ones are log, exp", "sinn*(...)"),
    "misspelt function": ("sqr(x) > 0", 1, "no function sqr", "did you mean sqrt?"),
    "unbalanced": ("(x + 1 > 0", 1, "not closed", ""),
    "closed twice": ("x + 1) > 0", 6, "closes nothing", ""),
    "bar not closed": ("|x > 2", 4, "bar", "abs(x)"),
    "operand missing between": ("x + > 2", 5, "missing between '+' and '>'", ""),
    "operand missing behind": ("x >", 4, "missing behind '>'", ""),
    "operand missing before": ("= x", 1, "missing before '='", ""),
    "number times name": ("2x > 1", 2, "operator is missing", "2*x"),
    "number times group": ("2(x + 1) > 1", 2, "operator is missing", "2*(...)"),
    "name times group": ("x(1 + y) > 1", 2, "operator is missing", "x*(...)"),
    "two names": ("x y > 1", 3, "operator is missing", "x*y"),
    "two groups": ("(x)(y) > 1", 4, "operator is missing", "(...)*(...)"),
    "two numbers": ("1 2 > x", 3, "operator is missing", ""),
    "only an expression": ("x+1", 1, "x+1 is no claim", "a claim compares"),
    "only a name": ("x", 1, "x is no claim", ""),
    "a claim as an operand": ("(x > 0) + 1 > 0", 2, "a claim stands where an expression belongs", ""),
    "power of a bare function": ("log x**2 > 0", 1, "two ways", "log(x)**2"),
    "function without argument": ("log > 2", 5, "log needs an argument", "log(...)"),
    "two arguments": ("log(x, 2) > 1", 1, "one argument, not 2", "log(x)/log(2)"),
    "one argument of max": ("max(x) > 1", 1, "at least two", "max(x, y)"),
    "diff without variable": ("diff(x) > 1", 1, "not written with 1 argument", "diff(f, x)"),
    "order of a derivative": ("diff(x, x, 1/2) > 1", 12, "whole number", "diff(f, x, 2)"),
    "a limit in an expression": ("limit(x, x + 1, oo) = 1", 10, "a variable belongs here", ""),
    "a limit in a constant": ("limit(x, e, oo) = 1", 10, "e is a constant", ""),
    "infinity compared": ("oo > 1", 1, "oo is no number", "limit(f, x, oo) = oo"),
    "infinity in a sum": ("x + oo > 1", 5, "oo is no number", ""),
    "infinity without a limit": ("x = oo", 5, "oo is no number", "only a limit"),
    "a limit beyond infinity": ("limit(x, x, oo) > oo", 19, "oo is no number", ""),
    "nothing": ("  ", 1, "nothing to read", ""),
    "what grows is not said": ("f = O(g)", 5, "does not say what grows", "as N -> oo"),
    "what grows is bounded by a number": ("N = O(N) as N -> 3", 18, "grows without bound", "as N -> oo"),
    "an order in a sum": ("N = 1 + O(N) as N -> oo", 9, "is no term", "f = O(g)"),
    "an order compared": ("N <= O(N) as N -> oo", 6, "equated", "f = O(g)"),
    "a claim as something grows": ("x < 2 as x -> oo", 3, "holds for all values", ""),
    "as without an order": ("f as N -> oo", 3, "follows one", ""),
    "a limit without variable": ("x -> 1", 3, "cannot stand here", "f -> 1 as x -> oo"),
    "a comma": ("x, y > 0", 2, "comma", ""),
    "a semicolon": ("x > 0; y > 0", 6, "no sign of the language", "--given"),
    "an exclamation mark": ("x! > 0", 2, "no sign of the language", "factorial"),
    "LaTeX": (r"\frac{1}{2} > x", 1, "no sign of the language", "--latex"),
    "chained equivalence": ("x > 0 <=> y > 0 <=> z > 0", 17, "two ways", "parentheses"),
    "for all without an interval": ("for all x > 0: x > 0", 11, "cannot stand here", "in [a, b]:"),
    "exists without a value": ("exists y: y > 0", 9, "cannot stand here", "= value:"),
    "chosen by itself": ("exists y = y + 1: y > 0", 8, "by means of itself", ""),
    "too many digits": ("1e999999999 > x", 1, "digits", "power"),
    "too long": ("x + " * 6000 + "x > 0", 20000, "longer than", "split"),
    "too deep": ("(" * 200 + "x" + ")" * 200 + " > 0", 101, "nested", ""),
    "far too deep": ("not (" * 3000 + "x > 0" + ")" * 3000, 1, "nested", ""),
}


@pytest.mark.parametrize(("text", "column", "message", "remedy"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(text: str, column: int, message: str, remedy: str) -> None:
    with pytest.raises(NotRead) as refusal:
        question(text)
    assert message in refusal.value.message
    assert remedy in refusal.value.remedy
    assert refusal.value.column == column


def test_the_caret_stands_below_the_column() -> None:
    with pytest.raises(NotRead) as refusal:
        formula("x + sinn(x) > 0")
    text, caret = refusal.value.pointed
    assert text[caret.index("^") :].startswith("sinn")
    with pytest.raises(NotRead) as refusal:
        formula("x + " * 50 + "sinn(x) > 0")
    text, caret = refusal.value.pointed
    assert text[caret.index("^") :].startswith("sinn") and len(text) <= 100


@pytest.mark.parametrize(
    "text", ["__import__('os').system('true') > 0", "x.__class__ > 0", "lambda: 0", "exec(x) > 0", "open(x) > 0", "[x for x in y] > 0"]
)
def test_nothing_is_executed(text: str) -> None:
    with pytest.raises(NotRead):
        formula(text)
