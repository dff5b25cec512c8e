"""Evaluations and boxes per second of the enclosures, beside mpmath's and its intervals', and the boxes that two claims take.

    python -m tests.benchmarks.balls

What is evaluated is the derivative in n of the reduced profit, of eight symbols, at one point, to 50, 200 and 1000 digits.
mpmath has no error bounds; mpmath.iv claims to have them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction

import mpmath
import sympy
from flint import arb, ctx, fmpq

from checks.enclosures import compiled
from checks.engines.balls.boxes import Covering
from checks.language import E, log, symbol
from checks.language.claims import Claim
from checks.language.differentiation import derivative
from checks.language.terms import Symbol, Term
from symbolic_model.profit import reduced_profit
from symbolic_model.symbols import a, alpha, gamma
from symbolic_model.symbols import some_d as d
from symbolic_model.symbols import some_n as n
from tests.benchmarks.sympy_terms import letter, to_sympy

SECONDS = 0.5
DIGITS = (50, 200, 1000)
x, p = symbol("x"), symbol("p")


def slope() -> Term:
    """The derivative of the reduced profit in n, demand being 1 - (a*n**alpha)**-gamma."""
    return derivative(reduced_profit(n, d, 1 - (a * n**alpha) ** -gamma), n)


def per_second(work: Callable[[], object]) -> float:
    """How often the work is done in a second."""
    count, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < SECONDS:
        work()
        count += 1
    return count / spent


def evaluations(digits: int) -> tuple[float, float, float]:
    """Evaluations per second by arb, mpmath and mpmath.iv."""
    term = slope()
    symbols = sorted(Claim(term, "=", 0).symbols, key=lambda each: each.name)
    values = [Fraction(2 * index + 3, 7) for index in range(len(symbols))]
    with ctx.workprec(int(digits * 3.33) + 20):
        program, balls = compiled([term], symbols), [arb(fmpq(v.numerator, v.denominator)) for v in values]
        ours = per_second(lambda: program(*balls))
    expression, letters = to_sympy(term), [letter(each) for each in symbols]
    with mpmath.workdps(digits):
        theirs = sympy.lambdify(letters, expression, "mpmath", cse=True)
        points = [mpmath.mpf(v.numerator) / v.denominator for v in values]
        plain = per_second(lambda: theirs(*points))
    before, mpmath.iv.dps = mpmath.iv.dps, digits
    intervals = [mpmath.iv.mpf(v.numerator) / v.denominator for v in values]
    function = sympy.lambdify(letters, expression, [{"log": mpmath.iv.log, "exp": mpmath.iv.exp}, "math"], cse=True)
    interval = per_second(lambda: function(*intervals))
    mpmath.iv.dps = before
    return ours, plain, interval


def coverings() -> tuple[tuple[str, Claim, tuple[Symbol, ...], tuple[tuple[float, float], ...]], ...]:
    """Claims on boxes."""
    return (
        ("x**a - 1 - a*log(x) > 0", Claim(x**p - 1 - p * log(x), ">", 0), (x, p), ((1.125, 5.0), (0.125, 2.0))),
        ("x/e - log(x) + 1/10000 > 0", Claim(x / E - log(x) + Fraction(1, 10_000), ">", 0), (x,), ((1.0, 64.0),)),
    )


def covered(claim: Claim, symbols: tuple[Symbol, ...], sides: tuple[tuple[float, float], ...], *, with_slopes: bool) -> tuple[int, float]:
    """How many boxes a covering takes, and seconds."""
    covering = Covering(symbols, claim, with_slopes=with_slopes, most=200_000)
    start = time.perf_counter()
    if not covering.covers(sides):
        raise RuntimeError(f"{claim} was not covered")
    return covering.boxes, time.perf_counter() - start


def main() -> None:
    """Prints both tables."""
    print(f"{'evaluations/s':>28}{'arb':>12}{'mpmath':>12}{'mpmath.iv':>12}")
    for digits in DIGITS:
        print(f"{f'{digits} digits':>28}" + "".join(f"{rate:>12,.0f}" for rate in evaluations(digits)))
    print(f"\n{'':>28}{'boxes':>12}{'seconds':>12}{'boxes/s':>12}")
    for name, claim, symbols, sides in coverings():
        print(name)
        for with_slopes, how in ((False, "natural extension"), (True, "with derivatives")):
            boxes, seconds = covered(claim, symbols, sides, with_slopes=with_slopes)
            print(f"{how:>28}{boxes:>12,}{seconds:>12.4f}{boxes / seconds:>12,.0f}")


if __name__ == "__main__":
    main()
