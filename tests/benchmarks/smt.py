"""Z3 calls per second of the engine `smt`, on a list of its own, and what it answers.

    python -m tests.benchmarks.smt

Each claim is asked once in one process; the first question also pays for importing Z3 and is asked before the clock starts.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from checks.engines.smt import Smt
from checks.engines.smt.solver import Solver
from checks.language.claims import Claim
from checks.language.domains import POSITIVE, REAL
from checks.language.terms import Derivative, E
from checks.language.vocabulary import absolute, exp, log, maximum, sqrt, symbol
from checks.obligations import Obligation
from checks.verdicts import Verdict, word

a, b, c, n, x, y, z = (symbol(name, POSITIVE) for name in ("a", "b", "c", "n", "x", "y", "z"))
u, v, w = (symbol(name, REAL) for name in ("u", "v", "w"))
POLYNOMIAL = (
    Obligation((), x**3 + y**3 + z**3 >= 3 * x * y * z),
    Obligation((), x**3 + y**3 + z**3 >= Fraction(31, 10) * x * y * z),
    Obligation((), x / (y + z) + y / (z + x) + z / (x + y) >= Fraction(3, 2)),
    Obligation((), (u * x + v * y + w * z) ** 2 <= (u**2 + v**2 + w**2) * (x**2 + y**2 + z**2)),
    Obligation((), u**4 * v**2 + u**2 * v**4 + 1 >= 3 * u**2 * v**2),
    Obligation((), u**6 + v**6 + w**6 >= 3 * u**2 * v**2 * w**2),
    Obligation((x > y,), 1 / x < 1 / y),
    Obligation((Claim(x * y * z, "=", 1),), x + y + z >= 3),
    Obligation((), absolute(u + v) <= absolute(u) + absolute(v)),
    Obligation((), maximum(u, v, w) >= v),
    Obligation((), sqrt(u**2 + v**2) <= absolute(u) + absolute(v)),
)
TRANSCENDENTAL = (
    Obligation((), log(x) <= x - 1),
    Obligation((), exp(u) >= 1 + u),
    Obligation((), log(x) < x - 1),
    Obligation((), log(c * x) / x <= c / E),
    Obligation((), x * log(x) >= -1 / E),
    Obligation((), exp(x) > x**2),
    Obligation((x >= 1, a <= b), x**a <= x**b),
    Obligation((n > 1,), n ** (-a * b) < 1),
    Obligation((u > -1, a > 1), (1 + u) ** a >= 1 + a * u),
    Obligation((a < 1,), x**a * y ** (1 - a) <= a * x + (1 - a) * y),
    Obligation((), x * log(x) + y * log(y) >= (x + y) * log((x + y) / 2)),
    Obligation((x >= E,), Derivative(log(x) / x, x) <= 0),
)


@dataclass(frozen=True, slots=True)
class Timed:
    """An answer, the calls that it took, and the seconds: in Z3, and in all."""

    obligation: Obligation
    verdict: Verdict
    calls: int
    inside: float
    seconds: float


def timed(obligation: Obligation) -> Timed:
    """One question; Z3's calls are counted where the engine makes them."""
    calls: list[float] = []
    original = Solver._response

    def counted(self: Solver, *arguments: object) -> object:
        start = time.perf_counter()
        answer = original(self, *arguments)  # type: ignore[arg-type]
        calls.append(time.perf_counter() - start)
        return answer

    Solver._response = counted  # type: ignore[method-assign,assignment]
    start = time.perf_counter()
    try:
        verdict = Smt().answer(obligation)
    finally:
        Solver._response = original  # type: ignore[method-assign]
    return Timed(obligation, verdict, len(calls), sum(calls), time.perf_counter() - start)


def report(title: str, obligations: tuple[Obligation, ...]) -> None:
    """Prints the rates, the answers, and what took longest."""
    found = [timed(each) for each in obligations]
    calls, inside, seconds = (sum(values) for values in zip(*((each.calls, each.inside, each.seconds) for each in found), strict=True))
    words = Counter(word(each.verdict) for each in found)
    print(f"{len(found)} {title}: {', '.join(f'{count} {name}' for name, count in sorted(words.items()))}")
    print(f"  {calls / inside:.0f} Z3 calls/s in Z3, {calls / seconds:.0f} in all; {len(found) / seconds:.1f} claims/s")
    for each in sorted(found, key=lambda one: -one.seconds)[:3]:
        print(f"    {each.seconds:6.3f} s, {each.calls:2} calls, {word(each.verdict)}: {str(each.obligation)[:90]}")


def main() -> None:
    """Both lists."""
    Smt().answer(POLYNOMIAL[0])
    report("polynomial claims", POLYNOMIAL)
    report("claims with powers, exponentials and logarithms", TRANSCENDENTAL)


if __name__ == "__main__":
    main()
