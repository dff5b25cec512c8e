"""How fast one claim is answered from the shell, and `prove` against SymPy alone on the same list: right, wrong, undecided, time.

python -m tests.benchmarks.prove
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass

import sympy

from checks.language.claims import Claim
from checks.language.orders import Goal, Order
from checks.limits import OutOfTime, within
from checks.proving import prove
from checks.reading import question
from checks.verdicts import word
from tests.benchmarks.commands import lemmata, medians
from tests.benchmarks.sympy_terms import to_sympy

ROUNDS = 5
SECONDS = 10.0
GOAL = 1.5  # seconds for an easy claim from the shell
YES, NO, UNKNOWN = "yes", "no", "undecided"

# claim, given, whether it holds; None where it is not defined everywhere, so that neither "proved" nor silence about it is right
EASY: tuple[tuple[str, tuple[str, ...], bool | None], ...] = (
    ("(x + y)**2 = x**2 + 2*x*y + y**2", (), True),
    ("(x + y)**2 = x**2 + x*y + y**2", (), False),
    ("x**2 + y**2 >= 2*x*y", (), True),
    ("x**2 + y**2 >= 3*x*y", (), False),
    ("x**4 + 1 > x**3 + x", ("x > 1",), True),
    ("1/x < 1/y", ("x > y", "x != 0", "y != 0"), False),
    ("(x**2 - 1)/(x - 1) = x + 1", (), None),
    ("x/x*y = y", (), None),
    ("exp(log(x)) = x", (), None),
    ("sqrt(x**2) = x", (), False),
    ("sqrt(x**2) = |x|", (), True),
    ("log(x*y) = log(x) + log(y)", ("x > 0", "y > 0"), True),
    ("log(x*y) = log(x) + log(y)", ("x < 0", "y < 0"), None),
    ("(x**a)**b = x**(a*b)", ("x > 0",), True),
    ("(x**a)**b = x**(a*b)", ("x < 0",), None),
    ("log(x) <= x - 1", ("x > 0",), True),
    ("log(x) <= x - 2", ("x > 0",), False),
    ("exp(x) >= 1 + x", (), True),
    ("x**x >= 1/2", ("x > 0",), True),
    ("x**a - 1 - a*log(x) > 0", ("x in [9/8, 5]", "a in [1/8, 2]"), True),
    ("N**0.34 <= N**0.35", ("N >= 1",), True),
    ("N**0.34 <= N**0.35", ("N > 0",), False),
    ("log(2)**2 < 0.4805", (), True),
    ("exp(pi*sqrt(163)) = 262537412640768744", (), False),
    ("diff(x**x, x) = x**x*(log(x) + 1)", ("x > 0",), True),
    ("integral(1/x, x, 1, a) = log(a)", ("a > 0",), True),
    ("limit((1 + 1/x)**x, x, oo) = e", (), True),
    ("limit(log(x)**100/x, x, oo) = 0", (), True),
    ("limit(exp(sqrt(x))/x**5, x, oo) = 0", (), False),
    ("(x+1)**(1+1/x) - x**(1+1/(x+7)) -> 1 as x -> oo", (), True),
    ("log(N + 1) = O(log N) as N -> oo", (), True),
    ("N**a = O(N**(a + 1)) as N -> oo", (), True),
    ("log(N)**100 = O(N**(1/100)) as N -> oo", (), True),
    ("2**N = O(N**a) as N -> oo", (), False),
)


@dataclass(frozen=True)
class Tally:
    """What came of a list, and the seconds for each claim."""

    right: int = 0
    wrong: int = 0
    undecided: int = 0
    seconds: tuple[float, ...] = ()

    def with_answer(self, answer: str, holds: bool | None, seconds: float) -> Tally:
        """One more answer; that a claim is not defined everywhere is the same as no."""
        right = answer == (YES if holds else NO)
        return Tally(
            self.right + right, self.wrong + (answer != UNKNOWN and not right), self.undecided + (answer == UNKNOWN), (*self.seconds, seconds)
        )


def main() -> None:
    """Prints the time from the shell, and the table."""
    commands = {f"{index}": lemmata("prove", claim, *given(hypotheses)) for index, (claim, hypotheses, _) in enumerate(EASY)}
    found = medians(commands, ROUNDS)
    slowest = max(found, key=lambda name: found[name])
    print(f"lemmata prove, {len(EASY)} claims from the shell: median {statistics.median(found.values()):.2f} s (goal: {GOAL} s), ", end="")
    print(f"slowest {found[slowest]:.2f} s: {EASY[int(slowest)][0]}")
    print(f"\n{'':14} {'right':>6} {'wrong':>6} {'undecided':>10} {'median':>9} {'in all':>9}")
    for name, ask in (("lemmata prove", by_prove), ("SymPy alone", by_sympy)):
        tally = Tally()
        for claim, hypotheses, holds in EASY:
            start = time.perf_counter()
            answer = ask(claim, hypotheses)
            tally = tally.with_answer(answer, holds, time.perf_counter() - start)
        median, total = statistics.median(tally.seconds), sum(tally.seconds)
        print(f"{name:14} {tally.right:>6} {tally.wrong:>6} {tally.undecided:>10} {median:>7.3f} s {total:>7.1f} s")


def given(hypotheses: tuple[str, ...]) -> list[str]:
    """The options that say what is given."""
    return [part for each in hypotheses for part in ("--given", each)]


def by_prove(claim: str, hypotheses: tuple[str, ...]) -> str:
    """What the engines together say."""
    answer = word(prove(claim, hypotheses, seconds=SECONDS))
    return {"proved": YES, "refuted": NO, "ill-defined": NO}.get(answer, UNKNOWN)


def by_sympy(claim: str, hypotheses: tuple[str, ...]) -> str:
    """What `simplify`, `ask` and `limit` say of the same claim."""
    (part,) = question(claim, hypotheses).parts
    try:
        return within(SECONDS, lambda: _sympy_answer(part.obligation.goal, part.obligation.assumptions))
    except (OutOfTime, Exception):  # what SymPy raises is no answer
        return UNKNOWN


def _sympy_answer(goal: Goal, assumptions: tuple[Claim, ...]) -> str:
    if isinstance(goal, Order):
        symbol = to_sympy(goal.growing[0])
        ratio = sympy.limit(sympy.Abs(to_sympy(goal.left) / to_sympy(goal.right)), symbol, sympy.oo)
        return YES if ratio.is_finite else NO if ratio.is_infinite else UNKNOWN
    left, right = to_sympy(goal.left).doit(), to_sympy(goal.right)
    difference = sympy.simplify(left - right) if right.is_finite else left - right
    if goal.relation == "=" and (difference.is_zero or left == right):
        return YES
    if goal.relation == "=" and (difference.is_zero is False or right.is_infinite):
        return NO
    facts = [_relation(each) for each in assumptions]
    sign = {"<": sympy.Q.negative, "<=": sympy.Q.nonpositive, ">": sympy.Q.positive, ">=": sympy.Q.nonnegative}.get(goal.relation, sympy.Q.zero)
    answer = sympy.ask(sign(difference), sympy.And(*facts))
    if answer is None:
        answer = {sympy.true: True, sympy.false: False}.get(sympy.simplify(_relation(goal)))
    return UNKNOWN if answer is None else YES if answer else NO


def _relation(claim: Claim) -> sympy.Basic:
    kinds = {"=": sympy.Eq, "!=": sympy.Ne, "<": sympy.Lt, "<=": sympy.Le, ">": sympy.Gt, ">=": sympy.Ge}
    return kinds[claim.relation](to_sympy(claim.left), to_sympy(claim.right))


if __name__ == "__main__":
    main()
