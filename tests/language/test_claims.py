"""Claims: verbatim, turned over, negated, substituted; their content and their obligations' digests everywhere the same."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from fractions import Fraction
from typing import Any

import pytest

from checks.language import POSITIVE, UNIT, Claim, Function, Integral, Interval, assumption, exact, log, symbol
from checks.language.claims import MIRROR, NEGATION, RELATIONS, domain_claims
from checks.obligations import ClashingSymbols, Obligation

x, y, n, u = symbol("x"), symbol("y"), symbol("n", POSITIVE), symbol("u", UNIT)
f = Function("f")


def test_comparisons_write_claims() -> None:
    assert [(x < 1).relation, (x <= 1).relation, (x > 1).relation, (x >= 1).relation] == ["<", "<=", ">", ">="]
    assert (1 < x) == Claim(x, ">", 1)  # noqa: SIM300  # Python turns it over


@pytest.mark.parametrize("wrong", ["==", "=>", "<>", "in", "", "≤"])
def test_unknown_relations_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="is not a relation"):
        Claim(x, wrong, y)


@pytest.mark.parametrize("relation", RELATIONS)
def test_negation_and_mirror(relation: str) -> None:
    claim = Claim(x, relation, y)
    assert claim.negation == Claim(x, NEGATION[relation], y) != claim
    assert claim.negation.negation == claim
    assert claim.mirrored == Claim(y, MIRROR[relation], x)
    assert claim.mirrored.mirrored == claim


@pytest.mark.parametrize("relation", RELATIONS)
def test_negation_holds_exactly_where_the_claim_does_not(relation: str) -> None:
    holds = {"=": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b}
    holds |= {">": lambda a, b: a > b, ">=": lambda a, b: a >= b}
    for left, right in ((1, 2), (2, 2), (3, 2)):
        assert holds[relation](left, right) != holds[NEGATION[relation]](left, right)
        assert holds[relation](left, right) == holds[MIRROR[relation]](right, left)


DOMAINS: dict[str, tuple[Interval, tuple[str, ...]]] = {
    "the reals": (Interval(), ()),
    "half open": (UNIT, ("z > 0", "z <= 1")),
    "closed": (Interval(Fraction(-1), Fraction(2)), ("z >= -1", "z <= 2")),
    "a half-line": (Interval(None, Fraction(1), True, False), ("z < 1",)),
}


@pytest.mark.parametrize("name", DOMAINS)
def test_domains_are_claims(name: str) -> None:
    domain, said = DOMAINS[name]
    assert tuple(map(str, domain_claims(symbol("z", domain)))) == said


@pytest.mark.parametrize(
    "ends", [(1, 0, True, True), (0, 0, True, False), (0, 0, False, False)], ids=["turned round", "half open point", "open point"]
)
def test_empty_intervals_are_refused(ends: tuple[int, int, bool, bool]) -> None:
    with pytest.raises(ValueError, match="is empty"):
        Interval(Fraction(ends[0]), Fraction(ends[1]), ends[2], ends[3])


def test_intervals_know_their_elements_and_their_parts() -> None:
    assert Fraction(1) in UNIT and Fraction(0) not in UNIT
    assert UNIT.cut(">=", Fraction(1)) == Interval(Fraction(1), Fraction(1))
    assert UNIT.cut("<", Fraction(1)) == Interval(Fraction(0), Fraction(1), False, False)
    assert UNIT.cut(">=", Fraction(0)) == UNIT
    for relation, bound in ((">", 1), ("<=", 0), ("<", -1)):
        with pytest.raises(ValueError, match="is empty"):
            UNIT.cut(relation, Fraction(bound))
    with pytest.raises(TypeError):
        Interval(0, 1)  # type: ignore[arg-type]


def test_assumptions_are_claims() -> None:
    named = assumption("growth", x > 1, stated="section 2")
    assert str(named) == "growth (x > 1)" and named.place is not None and named.place.file == __file__
    for wrong in (x, True, "x > 1"):
        with pytest.raises(TypeError, match="must be a claim"):
            assumption("growth", wrong)  # type: ignore[arg-type]


def test_obligations_refuse_names_of_two_things() -> None:
    with pytest.raises(ClashingSymbols, match=r"one in \(-oo, oo\), one in \(0, oo\)"):
        Obligation((symbol("n") > 1,), Claim(n, ">", 0))
    with pytest.raises(ValueError, match="two different things"):
        Obligation((), Claim(f(x), "=", Function("f", 1, increasing=True)(x)))
    with pytest.raises(ValueError, match="two different things"):
        Obligation((), Claim(f(x), "=", symbol("f")))


CHANGES: dict[str, Obligation] = {
    "itself": Obligation((x > 1,), Claim(f(x), "=", y), (y > 0,)),
    "another domain": Obligation((symbol("x", POSITIVE) > 1,), Claim(f(symbol("x", POSITIVE)), "=", y), (y > 0,)),
    "another relation": Obligation((x >= 1,), Claim(f(x), "=", y), (y > 0,)),
    "an increasing function": Obligation((x > 1,), Claim(Function("f", 1, increasing=True)(x), "=", y), (y > 0,)),
    "a lemma assumed": Obligation((x > 1, y > 0), Claim(f(x), "=", y)),
    "no lemma": Obligation((x > 1,), Claim(f(x), "=", y)),
    "sides exchanged": Obligation((x > 1,), Claim(y, "=", f(x)), (y > 0,)),
    "a number": Obligation((x > 2,), Claim(f(x), "=", y), (y > 0,)),
    "written otherwise": Obligation((x + 0 > 1,), Claim(f(x), "=", y), (y > 0,)),
    "another variable of integration": Obligation((), Claim(Integral(x, x, exact(0), exact(1)), "=", y)),
    "the same variable of integration": Obligation((), Claim(Integral(y, y, exact(0), exact(1)), "=", y)),
}


def test_everything_that_is_said_is_in_the_digest() -> None:
    assert len({each.digest for each in CHANGES.values()}) == len(CHANGES)
    again = Obligation((x > 1,), Claim(f(x), "=", y), (y > 0,))
    assert again == CHANGES["itself"] and again.digest == CHANGES["itself"].digest


def test_obligations_survive_pickling() -> None:
    for each in CHANGES.values():
        copy = pickle.loads(pickle.dumps(each))
        assert copy == each and copy.digest == each.digest


SOURCE = """
from checks.language import Claim, Curve, Differential, Function, Integral, Limit, POSITIVE, exact, log, symbol
from checks.obligations import Obligation
x, y, n = symbol("x"), symbol("y"), symbol("n", POSITIVE)
f, h = Function("f"), Function("h", 2, increasing=True)
goals = [Claim(h(x, y) + f(n), "<", log(n)), Claim(Differential(x * y, (x, y)), "=", 0), Claim(Differential(n, Curve(n * y, n, y)), "=", 0)]
goals += [Claim(Integral(x * n, x, exact(0), n), "=", Limit(1 / n, n, None)), Claim(x / x, "!=", 1)]
for goal in goals:
    obligation = Obligation((x > y, n >= 1), goal)
    print(obligation.digest, obligation.variables, obligation.functions, str(obligation))
"""


def test_digests_are_the_same_in_every_process_and_for_every_hash_seed() -> None:
    def run(seed: int) -> str:
        environment: dict[str, Any] = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(sys.path)}
        return subprocess.run([sys.executable, "-c", SOURCE], capture_output=True, text=True, check=True, env=environment).stdout

    assert len({run(seed) for seed in (0, 1, 2)}) == 1


def test_variables_and_functions_are_sorted() -> None:
    obligation = Obligation((n > y,), Claim(f(x), "<", log(n)))
    assert obligation.variables == (n, x, y) and obligation.functions == (f,)
    assert Obligation((n > y,), Claim(x, "=", 0), (u > 0,)).bare == Obligation((n > y,), Claim(x, "=", 0))
