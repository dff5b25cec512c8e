"""Claims in LaTeX: what is understood, and what is refused because it could be read in two ways."""

from __future__ import annotations

import pytest

from checks.reading import NotRead, formula

UNDERSTOOD = {
    "fractions and roots": {
        r"\frac{x+y}{2} \ge \sqrt{xy}": "(x + y)/2 >= sqrt(x*y)",
        r"\frac12 x = x/2": "1/2*x = x/2",
        r"\sqrt[3]{x} \leq 1": "x**(1/3) <= 1",
        r"\dfrac{1}{x} \neq 0": "1/x != 0",
        r"\frac{a}{b}{c} > 1": "a/b*c > 1",
    },
    "juxtaposition": {
        r"2x(x+1) \ne 3\left(x^2-1\right)": "2*x*(x + 1) != 3*(x**2 - 1)",
        r"x^2y^3z > 1": "x**2*y**3*z > 1",
        r"\alpha\gamma > -1": "alpha*gamma > -1",
        r"a\log x + b \log y > 0": "a*log(x) + b*log(y) > 0",
        r"N\log N \log\log N > 1": "N*log(N)*log(log(N)) > 1",
        r"2|x| \ge \lvert x-1\rvert": "2*abs(x) >= abs(x - 1)",
        r"||x|-|y|| \le |x-y|": "abs(abs(x) - abs(y)) <= abs(x - y)",
        r"-x^2 < [x+1]^{2}": "-x**2 < (x + 1)**2",
    },
    "names": {
        r"N_0^2 n^{*} \alpha_{max} < 1": "N_0**2*n_star*alpha_max < 1",
        r"x_{i,1} + x' > \text{loss}_2": "x_i_1 + x_prime > loss_2",
        r"n^*n^{\star} > \lambda": "n_star*n_star > lambda",
        r"\mathrm{e}^{x} = e^x": "e**x = e**x",
        r"\varepsilon > \pi": "epsilon > pi",
    },
    "functions": {
        r"\log N^2 = 2\ln N": "log(N**2) = 2*log(N)",
        r"\ln^2 x \le \log(x)": "log(x)**2 <= log(x)",
        r"\max\{x,y\} \ge \min(x, y)": "max(x, y) >= min(x, y)",
        r"\log\frac{x}{y} = \exp\left(-x\right)": "log(x/y) = exp(-x)",
        r"\operatorname{log}(x) < 1": "log(x) < 1",
    },
    "calculus": {
        r"\lim_{x \to \infty} \frac{\log x}{x} = 0": "Limit(log(x)/x, x, oo) = 0",
        r"\lim_{n\to\infty} \left(1+\frac1n\right)^n = e": "Limit((1 + 1/n)**n, n, oo) = e",
        r"\int_0^1 x^2 \, dx = \frac{1}{3}": "Integral(x**2, x, 0, 1) = 1/3",
        r"\int_1^a \frac{1}{x} \mathrm{d}x = \ln a": "Integral(1/x, x, 1, a) = log(a)",
        r"\frac{d}{dx} x^3 = 3x^2": "Derivative(x**3, x) = 3*x**2",
        r"\frac{\partial^2}{\partial x^2} (x^2 y) = 2y": "Derivative(x**2*y, x, 2) = 2*y",
        r"\frac{dE}{d} > 1": "d*E/d > 1",
    },
    "orders": {
        r"f_1 = \mathcal{O}(N^2) \text{ as } N \to \infty": "f_1 = O(N**2) as N -> oo",
        r"N\log N = O(N^2)": "N*log(N) = O(N**2) as N -> oo",
        r"N = \Theta\left(2N\right)": "N = Theta(2*N) as N -> oo",
        r"aN \sim N \text{ as } N \to \infty, \text{ uniformly in } a": "a*N ~ N as N -> oo, uniformly in a",
    },
    "logic": {
        r"x > 0 \implies x^2 > 0 \land |x| = x": "x > 0 => x**2 > 0 and abs(x) = x",
        r"x \in [0, 1) \text{ or } \lnot x < 1": "x >= 0 and x < 1 or not x < 1",
        r"x > 0 \iff -x < 0": "x > 0 <=> -x < 0",
        r"\forall x \in (0, \infty): \ln x \le x-1": "for all x in (0, oo): log(x) <= x - 1",
        r"\exists y = \frac{x}{2}: y+y = x": "exists y = x/2: y + y = x",
    },
}


@pytest.mark.parametrize(("text", "plain"), [(text, plain) for group in UNDERSTOOD.values() for text, plain in group.items()])
def test_what_is_understood(text: str, plain: str) -> None:
    assert formula(text, latex=True) == formula(plain)


# text, column (from 1), a part of the message
REFUSED = {
    "where a function's argument ends": (r"\log x y > 0", 8, "not plain where the argument"),
    "where a function's argument ends, a group": (r"\ln x (1+x) > 0", 7, "not plain where the argument"),
    "where a limit ends": (r"\lim_{x\to\infty} \log(x+1) - \log x = 0", 29, "could end here"),
    "where a derivative ends": (r"\frac{d}{dx} x^2 + x > 0", 18, "could end here"),
    "an unspecified function": ("f(x) > 0", 1, "no function f"),
    "a function in plain letters": ("log x > 0", 1, "product of variables"),
    "an unknown command": (r"x + \foo > 1", 5, "not known here"),
    "a brace not closed": (r"\frac{x}{2 > 1", 9, "not closed"),
    "a parenthesis not closed": ("(x+1 > 0", 1, "not closed"),
    "a parenthesis closed twice": ("x+1) > 0", 4, "closes nothing"),
    "an exponent missing": ("x^", 3, "exponent is missing"),
    "two exponents": ("x^2^3 > 1", 4, "two ways"),
    "another base": (r"\log_2 x > 1", 5, "no subscript"),
    "a limit from one side": (r"\lim_{x\to 0^+} x = 0", 1, "one side"),
    "an integral without ends": (r"\int x dx = 1", 1, "both its ends"),
    "an integral without variable": (r"\int_0^1 x = 1", 12, "variable of integration"),
    "a factorial": ("n! > 0", 2, "not known here"),
    "two numbers": ("x > 2 3", 7, "operator is missing"),
    "digits behind an exponent": ("x^23 > 1", 4, "operator is missing"),
    "an operand missing": (r"x \ge", 6, "missing"),
    "nothing": ("", 1, "nothing to read"),
}


@pytest.mark.parametrize(("text", "column", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(text: str, column: int, message: str) -> None:
    with pytest.raises(NotRead) as refusal:
        formula(text, latex=True)
    assert message in refusal.value.message
    assert refusal.value.column == column
