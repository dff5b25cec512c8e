"""What the tests of the twins rest on: the oracle sees, the twins are changed as they say, a credulous panel is caught."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import SimpleNamespace

import pytest

from checks.language import NONNEGATIVE, POSITIVE, At, Claim, Curve, Derivative, Differential, Function, Integral, Limit, exact, log, minimum, symbol
from checks.obligations import Obligation
from checks.reconciling import Answer
from checks.verdicts import Proved, Witness
from tests import oracle
from tests.derivations import families
from tests.twins import KINDS, SIGN, UNCITED, sample, twins

x, y, m = symbol("x", POSITIVE), symbol("y", POSITIVE), symbol("m", NONNEGATIVE)
z = symbol("z")
f = Function("f", increasing=True)
circle = Curve(x**2 + y**2, independent=x, dependent=y)

TRUE: dict[str, Obligation] = {
    "an identity of powers": Obligation((), Claim((x * y) ** z, "=", x**z * y**z)),
    "a derivative": Obligation((), Claim(Derivative(x**z, x), "=", z * x ** (z - 1))),
    "a second derivative at a value": Obligation((), Claim(At(Derivative(x**3, x, 2), x, y), "=", 6 * y)),
    "the slope of a circle": Obligation((), Claim(Differential(y, circle), "=", -x / y * Differential(x, circle))),
    "an integral": Obligation((), Claim(Integral(1 / z, z, exact(1), x), "=", log(x))),
    "an improper integral": Obligation((), Claim(Integral(1 / m ** Fraction(1, 2), m, exact(0), x), "=", 2 * x ** Fraction(1, 2))),
    "a limit": Obligation((), Claim(Limit((x**z - 1) / z, z, exact(0)), "=", log(x))),
    "an increasing function": Obligation((x < y,), f(x) < f(y)),
    "an assumed equation": Obligation((Claim(x**2 * y, "=", 2),), Claim(y, "=", 2 / x**2)),
    "the least of two": Obligation((), minimum(x, y) <= x),
}
FALSE: dict[str, Obligation] = {
    "a square that may be zero": Obligation((), z**2 > 0),
    "a strict inequality that is tight at a corner": Obligation((), m + x > x),
    "a function that need not be affine": Obligation((), Claim(f(2 * x), "=", 2 * f(x))),
    "a division by what may be zero": Obligation((), Claim(m / m, "=", 1)),
    "a root of a real number": Obligation((), Claim((z**2) ** Fraction(1, 2), "=", z)),
    "an assumption that does not suffice": Obligation((x <= y,), x < y),
    "an integral that diverges": Obligation((), Integral(1 / z**2, z, exact(0), x) > 0),
}


@pytest.mark.parametrize("name", TRUE)
def test_the_oracle_sees_no_violation_of_what_is_true(name: str) -> None:
    found = oracle.search(TRUE[name], 60)
    assert found.violation is None
    assert found.held == 60


@pytest.mark.parametrize("name", FALSE)
def test_the_oracle_finds_a_violation_of_what_is_false(name: str) -> None:
    assert oracle.search(FALSE[name], 60).violation is not None


def test_the_oracle_reads_witnesses() -> None:
    doubled = Obligation((x < y,), Claim(f(2 * x), "=", 2 * f(x)))
    at = {"x": Fraction(1, 2), "y": Fraction(1)}
    assert oracle.confirms(doubled, Witness(at, {"f(x)": "1 + x/2"})) == oracle.FAILS
    assert oracle.confirms(doubled, Witness(at, {"f(x)": "3*x"})) == oracle.HOLDS
    assert oracle.confirms(doubled, Witness({**at, "y": Fraction(0)}, {"f(x)": "1 + x"})) == "assumptions"


def test_twins_are_deterministic_distinct_and_named() -> None:
    asked = Obligation((x < y,), Claim(2 * x**2 - y, "<", 3 * x ** (z + 1)))
    found = twins(asked)
    assert found == twins(asked)
    assert len({twin.obligation.digest for twin in found}) == len({twin.name for twin in found}) == len(found)
    assert asked.digest not in {twin.obligation.digest for twin in found}
    assert {twin.kind for twin in found} == set(KINDS)
    assert "the sign of -y flipped, on the left" in {twin.name for twin in found if twin.kind == SIGN}
    assert {twin.kind for twin in sample(found, 1)} == set(KINDS)


def test_what_rests_on_an_uncited_assumption_is_not_used() -> None:
    (twin,) = [each for each in twins(Obligation((x < y,), x < 2 * y, (x <= y,))) if each.kind == UNCITED]
    assert twin.obligation == Obligation((), x < 2 * y)


def test_a_panel_that_believes_everything_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(_: Obligation) -> Mapping[str, Answer]:
        return {"credulous": Answer(Proved("believed", Witness({})), 0.0)}

    monkeypatch.setattr(families, "panel", lambda: SimpleNamespace(answers=answers))
    asked = Obligation((), Claim((x + y) ** 2, "=", x**2 + 2 * x * y + y**2))
    fates = {twin.name: families.outcome("a square", twin).fate for twin in twins(asked)}
    assert set(fates.values()) == {families.ACCEPTED}
