"""Obligations per second of the panel, and of the obvious script: SymPy's simplify, then mpmath at the same points and digits.

    python -m tests.benchmarks.obligations

Both are asked the derivations' proved equalities, in one process, one after the other, each once: first those without
unspecified functions, then those with them, for which the obvious script evaluates one formula. The obvious script is
timed with `lambdify`, which compiles each side, with `evalf(subs=...)`, and with `subs(...).evalf()`, as one writes it
first. What takes over the limit counts as that.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any

import mpmath
import sympy

from checks.engines import engines
from checks.engines.sampling.problems import Problem
from checks.engines.sampling.trials import Trials
from checks.language import POSITIVE, Claim, Derivative, log, symbol
from checks.limits import OutOfTime, within
from checks.obligations import Obligation
from checks.panel import Panel
from checks.proving import load
from checks.reconciling import reconciled
from checks.settings import Settings
from checks.verdicts import Proved, word
from symbolic_model.demand import f_gamma, f_zero
from symbolic_model.profit import reduced_profit
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega
from symbolic_model.symbols import some_n as n
from tests.benchmarks.sympy_terms import letter, to_sympy

POINTS, DIGITS, LIMIT = 32, 50, 20.0
POINTS_OF: dict[str, list[list[Fraction]]] = {}
Evaluator = Callable[[list[sympy.Symbol], sympy.Expr], Callable[..., Any]]
FORMULAS = {"f": lambda x: 1 + x / 2, "q": lambda n, d: n + 2 * d}


@dataclass(frozen=True, slots=True)
class Timed:
    """What was answered, and the seconds it took."""

    obligation: Obligation
    answer: str
    seconds: float


def equalities() -> tuple[Obligation, ...]:
    """The derivations' proved equalities without assumed equations, each once."""
    found = {obligation.bare.digest: obligation.bare for each in load("derivations") for obligation in each.obligations}
    panel = Panel(Settings())
    plain = [each for each in found.values() if all(claim.relation != "=" for claim in each.assumptions)]
    asked = [each for each in plain if each.goal.relation == "="]
    return tuple(each for each in asked if isinstance(reconciled(each, panel.answers(each)), Proved))


def first_order_conditions() -> tuple[Obligation, ...]:
    """Larger equalities of the same paper, whose statements are not derived yet: the slope of the reduced profit."""
    rho = symbol("rho", POSITIVE)
    power = reduced_profit(n, rho * n, f_gamma(a * n**alpha))
    logarithmic = reduced_profit(n, rho * n, f_zero(a * n**alpha))
    last = (1 / (E * delta) - 6 * rho) * 2 * n / E
    slope = (
        alpha * omega**2 * n ** (-alpha * gamma - 1) / (2 * a**gamma * gamma * delta)
        - alpha * omega**2 * n ** (-2 * alpha * gamma - 1) / (2 * a ** (2 * gamma) * gamma * delta)
        + (1 / gamma - alpha) * omega * n ** (-alpha * gamma) / (a**gamma * E * delta)
        + last
        - omega / (E * gamma * delta)
    )
    F = alpha * log(n) + log(a)
    at_zero = alpha * omega**2 / (2 * delta) * F / n - omega / (delta * E) * (F + alpha) + last
    nonzero = Claim(gamma, "!=", 0)
    return (
        Obligation((nonzero,), Claim(Derivative(power, n), "=", slope)),
        Obligation((nonzero,), Claim(Derivative(power, n) * gamma / (n * omega), "=", slope * gamma / (n * omega))),
        Obligation((), Claim(Derivative(logarithmic, n), "=", at_zero)),
    )


def timed(obligations: Iterable[Obligation], answer: Callable[[Obligation], str]) -> tuple[Timed, ...]:
    """Each obligation answered within the limit."""
    found = []
    for each in obligations:
        start = time.perf_counter()
        try:
            said = within(LIMIT, lambda each=each: answer(each))  # type: ignore[misc]
        except OutOfTime:
            said = "over the limit"
        found.append(Timed(each, said, time.perf_counter() - start))
    return tuple(found)


def by_panel() -> Callable[[Obligation], str]:
    """A fresh panel, which has answered nothing yet."""
    panel = Panel(Settings(digits=DIGITS))
    return lambda obligation: word(reconciled(obligation, panel.answers(obligation)))


def lambdified(letters: list[sympy.Symbol], side: sympy.Expr) -> Callable[..., Any]:
    """The side compiled for mpmath; where SymPy cannot print a function's derivative, it agrees with nothing."""
    try:
        compiled: Callable[..., Any] = sympy.lambdify(letters, side, [FORMULAS, "mpmath"])
    except NotImplementedError:
        return lambda *_: mpmath.nan
    return compiled


def evaluated(letters: list[sympy.Symbol], side: sympy.Expr) -> Callable[..., Any]:
    """The side evaluated by SymPy itself; what it leaves unevaluated agrees with nothing."""

    def at(*point: Any) -> Any:
        number = side.evalf(DIGITS, subs=dict(zip(letters, point, strict=True)))
        return mpmath.mpf(number) if number.is_Float or number.is_Rational else mpmath.nan

    return at


def substituted(letters: list[sympy.Symbol], side: sympy.Expr) -> Callable[..., Any]:
    """The side with the point put in and then evaluated, as one writes it first."""

    def at(*point: Any) -> Any:
        exact = [sympy.Rational(value.numerator, value.denominator) if isinstance(value, Fraction) else value for value in point]
        number = side.subs(dict(zip(letters, exact, strict=True))).evalf(DIGITS)
        return mpmath.mpf(number) if number.is_Float or number.is_Rational else mpmath.nan

    return at


EVALUATORS: tuple[Evaluator, ...] = (lambdified, evaluated, substituted)


def by_obvious_script(evaluator: Evaluator) -> Callable[[Obligation], str]:
    """Simplifies the difference, and evaluates both sides at the points at which the sampler tries them."""

    def answer(obligation: Obligation) -> str:
        left, right = to_sympy(obligation.goal.left), to_sympy(obligation.goal.right)
        is_zero = sympy.simplify(left - right) == 0
        agreed = _agreement(obligation, left, right, evaluator)
        return f"{'simplified to 0' if is_zero else 'not simplified'}, agreed at {agreed} points"

    return answer


def _agreement(obligation: Obligation, left: sympy.Expr, right: sympy.Expr, evaluator: Evaluator) -> int:
    letters = [letter(symbol) for symbol in obligation.variables]
    sides = [evaluator(letters, side) for side in (left, right)]
    agreed = 0
    with mpmath.workdps(DIGITS):
        for point in POINTS_OF[obligation.digest]:
            values = [side(*(mpmath.mpf(value.numerator) / value.denominator for value in point)) for side in sides]
            agreed += bool(mpmath.almosteq(values[0], values[1], rel_eps=mpmath.mpf(10) ** (10 - DIGITS)))
    return agreed


def points_of(obligation: Obligation) -> list[list[Fraction]]:
    """The points at which the sampler tries an obligation, as many as it asks for; finding them is not timed."""
    seeker = Trials(Problem(obligation), DIGITS, DIGITS, Random(f"0 {obligation.digest}")).seeker()
    found = itertools.islice((point for point in seeker.points(4000) if not point.plan.solved), POINTS)
    return [[point.values[symbol] for symbol in obligation.variables] for point in found]


def rate(found: tuple[Timed, ...]) -> float:
    """Obligations per second."""
    return len(found) / sum(each.seconds for each in found)


def main() -> None:
    """Prints the rates, the ratios, each engine's rate, and what took longest."""
    obligations = equalities()
    POINTS_OF.update((each.digest, points_of(each)) for each in obligations)
    print(f"proved equalities at {POINTS} points and {DIGITS} digits")
    compare("without unspecified functions", tuple(each for each in obligations if not each.functions), EVALUATORS)
    compare("with unspecified functions", tuple(each for each in obligations if each.functions), (lambdified,))
    conditions = first_order_conditions()
    POINTS_OF.update((each.digest, points_of(each)) for each in conditions)
    compare("first-order conditions of Appendices C and D", conditions, EVALUATORS)


def compare(title: str, obligations: tuple[Obligation, ...], evaluators: tuple[Evaluator, ...]) -> None:
    """Prints a section of the comparison."""
    ours = timed(obligations, by_panel())
    print(f"\n{len(obligations)} {title}")
    print(f"{'panel':24} {rate(ours):7.1f} obligations/s, {_settled(ours, 'proved')} proved")
    for engine in engines(0, DIGITS):
        alone = timed(obligations, lambda each, engine=engine: word(engine.answer(each)))  # type: ignore[misc]
        print(f"  {engine.name:22} {rate(alone):7.1f} obligations/s alone")
    for evaluator in evaluators:
        sympy.core.cache.clear_cache()
        obvious = timed(obligations, by_obvious_script(evaluator))
        print(f"{'simplify, ' + evaluator.__name__:24} {rate(obvious):7.1f} obligations/s, {_settled(obvious, 'simplified to 0')} simplified to 0")
        print(f"  ratio {rate(ours) / rate(obvious):24.2f} (goal: at least 10)")
        _print_slowest(obvious)
    print("slowest of the panel:")
    _print_slowest(ours)


def _settled(found: tuple[Timed, ...], answer: str) -> int:
    return sum(each.answer.startswith(answer) for each in found)


def _print_slowest(found: tuple[Timed, ...]) -> None:
    for each in sorted(found, key=lambda one: -one.seconds)[:3]:
        print(f"    {each.seconds:7.3f} s  {each.answer}: {str(each.obligation)[:110]}")


if __name__ == "__main__":
    main()
