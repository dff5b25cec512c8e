"""Certificates: identities that are checked by multiplying them out, here a second time by SymPy."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
import sympy

from checks.engines.smt.certificates import Known, _written
from checks.engines.smt.solver import Clock, Solver
from checks.engines.smt.theory import Theory
from checks.language.claims import Claim
from checks.normal_forms.ring import GENERATORS, Ring
from checks.verdicts import Proved, Verdict

from .letters import L

Ask = Callable[..., Verdict]
a, b, c, x, y, z, u, v, w = L.a, L.b, L.c, L.x, L.y, L.z, L.u, L.v, L.w
CERTIFIED: dict[str, tuple[Claim, ...]] = {
    "means of three": (x**3 + y**3 + z**3 >= 3 * x * y * z,),
    "Nesbitt": (x / (y + z) + y / (z + x) + z / (x + y) >= Fraction(3, 2),),
    "Cauchy and Schwarz": ((u * x + v * y) ** 2 <= (u**2 + v**2) * (x**2 + y**2),),
    "under an equation": (x * y <= Fraction(1, 4), Claim(x + y, "=", 1)),
    "a product of hypotheses": (1 + x * y > x + y - 1, x <= 1, y <= 1),
    "strict": (u**2 + v**2 + x > 2 * u * v,),
}


@pytest.mark.parametrize("name", CERTIFIED)
def test_the_identity_holds(name: str, ask: Ask) -> None:
    goal, *given = CERTIFIED[name]
    verdict = ask(goal, *given)
    assert isinstance(verdict, Proved) and verdict.certificate is not None
    left, right = verdict.certificate.split(" = ")
    letters = {name: sympy.Symbol(name) for name in "abcxyzuvw"}
    difference = sympy.sympify(left, letters) - sympy.sympify(right, letters)
    assert sympy.expand(difference) == 0


def test_a_wrong_identity_is_no_certificate() -> None:
    theory = Theory(Ring(), Solver.fresh(Clock.started()))
    one, other = GENERATORS[0], GENERATORS[1]
    square = Known((one - other) ** 2, "(g0 - g1)**2")
    target = one**2 - 2 * one * other + other**2
    ring_of_two = [theory.form(symbol) for symbol in (x, y)]
    assert len(ring_of_two) == 2
    assert _written(theory, target, False, [(Fraction(1), square)]) is not None
    assert _written(theory, target + one, False, [(Fraction(1), square)]) is None
    assert _written(theory, target, True, [(Fraction(1), square)]) is None
    assert _written(theory, -target, False, [(Fraction(-1), square)]) is None
