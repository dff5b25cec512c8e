"""Growth of what conditions define: constants that serve prove a bound, a path on which none does refutes it, and nothing unfit does either."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import pytest

from checks.judging import StatementReport, judge
from checks.language import (
    NONNEGATIVE,
    POSITIVE,
    REAL,
    UNIT,
    Claim,
    Derivative,
    Function,
    Grows,
    Interval,
    Proposition,
    Symbol,
    Term,
    assumption,
    exact,
    grows,
    implies,
    log,
    path,
    sqrt,
    symbol,
)
from checks.language.growth import EXPLODES, VANISHES, Path
from checks.ledger import Entry
from checks.pages.phrases import ascii_line
from checks.panel import Panel
from checks.proving import prove
from checks.questions import questions
from checks.reconciling import EnginesContradict
from checks.settings import Settings
from checks.statements import statement
from checks.verdicts import Proved, Refuted, word

E, n, a, rho = (symbol(name, POSITIVE) for name in ("E", "n", "a", "rho"))
s = symbol("s", Interval(Fraction(1)), meaning="along a path")
late = symbol("late", Interval(Fraction(3)))
f = Function("f")
LINEAR, SQUARE, ROOT = Claim(n, "=", rho * E), Claim(n, "=", E**2), Claim(n**2, "=", rho * E)
STATIONARY = Claim(Derivative(rho * E * n - n**3 / 3, n), "=", 0)
OFF = Claim(n, "=", E + a)
PANEL = Panel(Settings())


def growth(relation: str, bound: object, *where: Claim, quantity: Term = n, growing: Symbol | tuple[Symbol, ...] = E, **rest: Any) -> Grows:
    """The claim that n is of some order as E grows, where the conditions hold."""
    return grows(quantity, relation, bound, growing=growing, chosen=rest.pop("chosen", n), where=where, **rest)


def exploding(values: Mapping[Symbol, Any], along: Symbol = s) -> Path:
    """A path on which the ratio tends to infinity."""
    return path(along, values, ratio=EXPLODES)


def vanishing(values: Mapping[Symbol, Any]) -> Path:
    """A path on which it tends to zero."""
    return path(s, values, ratio=VANISHES)


HOLDS: dict[str, Proposition] = {
    "at most": growth("O", E, LINEAR, upper=rho),
    "at least": growth("Omega", E, LINEAR, lower=rho),
    "both": growth("Theta", E, LINEAR, upper=2 * rho, lower=rho / 2),
    "a root": growth("Theta", sqrt(E), ROOT, upper=sqrt(rho), lower=sqrt(rho)),
    "by a first-order condition": growth("Theta", E, STATIONARY, quantity=n**2, upper=rho, lower=rho),
    "from some value on": growth("O", E, OFF, upper=2, beyond=a),
    "in two that grow, beyond one threshold": growth("O", E * a, OFF, growing=(E, a), upper=2, beyond=1),
    "uniformly": growth("O", E, LINEAR, rho <= 2, uniformly=(rho,), upper=2),
    "where a hypothesis bounds what ranges": implies(rho <= 2, growth("O", E, LINEAR, uniformly=(rho,), upper=2)),
}
FAILS: dict[str, Proposition] = {
    "too small a power": growth("O", E, SQUARE, unless=exploding({E: s, n: s**2})),
    "too large a power": growth("Omega", E**3, SQUARE, unless=vanishing({E: s, n: s**2})),
    "no rate, from below": growth("Theta", E, SQUARE, unless=exploding({E: s, n: s**2})),
    "no rate, from above": growth("Theta", E**3, SQUARE, unless=vanishing({E: s, n: s**2})),
    "not uniformly": growth("O", E, LINEAR, uniformly=(rho,), unless=exploding({E: s, rho: s, n: s**2})),
    "all else fixed at a number": growth("O", log(E), LINEAR, unless=exploding({E: s + 1, rho: 1, n: s + 1})),
    "for every value of the rest": growth("O", E, SQUARE, quantity=a * n, unless=exploding({E: s, n: s**2})),
    "by a first-order condition": growth("O", sqrt(E) / log(E + 1), STATIONARY, unless=exploding({E: s**2, rho: 1, n: s})),
    "within a hypothesis": implies(rho >= 1, growth("O", 1, LINEAR, unless=exploding({E: s, rho: 1, n: s}))),
}
# What was chosen shows nothing, be the bound true or false: none may be proved, none refuted.
UNFIT: dict[str, Proposition] = {
    "an upper constant that is too small": growth("O", E, LINEAR, upper=rho / 2),
    "a lower constant that is too large": growth("Omega", E, LINEAR, lower=2 * rho),
    "a lower constant of zero": growth("Omega", E, LINEAR, lower=0),
    "a lower constant that may vanish": growth("Omega", E, Claim(n, "=", E), lower=symbol("k", Interval(Fraction(0), Fraction(1)))),
    "one of the constants is wrong": growth("Theta", E, LINEAR, upper=rho, lower=2 * rho),
    "a threshold that is too early": growth("O", E, OFF, upper=2, beyond=a / 2),
    "a constant that serves for large values only": growth("O", E, OFF, upper=2),
    "a threshold for one of two that grow": growth("O", E * a, OFF, growing=(E, a), upper=1, beyond=1),
    "a constant for one value of what ranges": growth("O", E, LINEAR, uniformly=(rho,), upper=1),
    "conditions that contradict one another": growth("O", E, n > E, n < E, upper=1),
    "a quantity that is negative": growth("O", E, quantity=-E, chosen=(), upper=1),
    "a bound that may vanish": growth("O", log(E), Claim(n, "=", E), quantity=log(n), upper=1),
    "a ratio that tends to a number": growth("O", E, LINEAR, unless=exploding({E: s, rho: 2, n: 2 * s})),
    "a ratio that vanishes instead": growth("Theta", E, SQUARE, unless=vanishing({E: s, n: s**2})),
    "a path off the conditions": growth("O", E, LINEAR, unless=exploding({E: s, rho: 1, n: s**2})),
    "a path that meets the conditions from some point on": growth("O", E, SQUARE, E > 2, unless=exploding({E: s, n: s**2})),
    "a path off the first-order condition": growth("O", 1, STATIONARY, unless=exploding({E: s, rho: 1, n: s})),
    "a path off the domain": growth(
        "O", E, Claim(n, "=", E - rho), uniformly=(rho,), upper=Fraction(1, 2), unless=exploding({E: s, rho: -(s**2), n: s + s**2})
    ),
    "a path that stays": growth("O", E, n >= E, unless=exploding({E: 1, n: s})),
    "a path that comes back": growth("O", E, n >= E, unless=exploding({E: 1 / s, n: 1})),
    "a path on which one of two stays": growth("O", E, OFF, growing=(E, a), unless=exploding({E: 1, a: s, n: 1 + s})),
    "a path off the hypothesis": implies(rho <= 2, growth("O", E, LINEAR, uniformly=(rho,), unless=exploding({E: s, rho: s, n: s**2}))),
    "a path for some values of the rest": growth("O", E, SQUARE, a > 1, unless=exploding({E: s, n: s**2})),
}


@pytest.mark.parametrize("name", HOLDS)
def test_constants_that_serve_prove_a_bound(name: str) -> None:
    verdict = prove(HOLDS[name])
    assert isinstance(verdict, Proved), verdict


@pytest.mark.parametrize("name", FAILS)
def test_a_path_refutes_a_bound(name: str) -> None:
    verdict = prove(FAILS[name])
    assert isinstance(verdict, Refuted), verdict
    assert "the conditions are met" in (verdict.says or "")


@pytest.mark.parametrize("name", UNFIT)
def test_what_is_chosen_badly_neither_proves_nor_refutes(name: str) -> None:
    assert word(prove(UNFIT[name])) in ("undecided", "supported", "vacuous")


@pytest.mark.parametrize("name", [*HOLDS, *FAILS])
def test_each_is_written_on_one_line(name: str) -> None:
    line = ascii_line({**HOLDS, **FAILS}[name])
    assert line and "\n" not in line and "Symbol(" not in line


def bound(relation: str = "O", **changed: Any) -> Grows:
    """A bound that holds, with something about it changed."""
    return growth(relation, E, LINEAR, **{"upper": rho, **changed})


def test_what_is_changed_below_is_sound() -> None:
    assert isinstance(prove(bound()), Proved)


MISUSED: dict[str, tuple[type[Exception], str, Callable[[], object]]] = {
    "an upper constant in what grows": (ValueError, "no constant: it depends on E", lambda: bound(upper=rho * E)),
    "a lower constant in what grows": (ValueError, "no constant: it depends on E", lambda: bound("Omega", lower=rho / E)),
    "a constant in what is chosen": (ValueError, "no constant: it depends on n", lambda: bound(upper=n)),
    "a constant in what ranges": (ValueError, "no constant: it depends on rho", lambda: bound(uniformly=(rho,))),
    "a constant in the second that grows": (ValueError, "no constant: it depends on a", lambda: bound(growing=(E, a), upper=a * rho)),
    "a constant in several": (ValueError, "it depends on E, n", lambda: bound(upper=n / E)),
    "a threshold in what is chosen": (ValueError, "no constant: it depends on n", lambda: bound(beyond=n)),
    "a constant through an unspecified function": (ValueError, "no constant: it depends on E", lambda: bound(upper=f(E))),
    "a constant through a slope": (ValueError, "no constant: it depends on E", lambda: bound(upper=Derivative(rho * E, E))),
    "an order that says nothing of conditions": (ValueError, "no order that can be stated", lambda: bound("o")),
    "no constant": (ValueError, "give the constants that serve", lambda: bound(upper=None)),
    "the other constant": (ValueError, "give the constants that serve", lambda: bound(upper=None, lower=rho)),
    "one constant of two": (ValueError, "give the constants that serve", lambda: bound("Theta")),
    "a path that speaks for the bound": (ValueError, "does not refute O", lambda: bound(unless=vanishing({E: s}))),
    "a path that speaks for a bound from below": (
        ValueError,
        "does not refute Omega",
        lambda: bound("Omega", lower=rho, unless=exploding({E: s})),
    ),
    "what is fixed moves along the path": (
        ValueError,
        "rho is fixed, but moves along the path",
        lambda: bound(unless=exploding({E: s, rho: s, n: s**2})),
    ),
    "a ratio of some other kind": (ValueError, "the ratio 'vanishes' or 'explodes', not 'grows'", lambda: path(s, {E: s}, ratio="grows")),
    "a path along two": (ValueError, "E may depend on s only, not on rho", lambda: exploding({E: rho * s})),
    "a constant that is not exact": (TypeError, "float", lambda: bound(upper=0.5)),
}


@pytest.mark.parametrize("name", MISUSED)
def test_what_says_nothing_is_refused(name: str) -> None:
    kind, message, make = MISUSED[name]
    with pytest.raises(kind, match=message):
        make()


def test_a_path_leads_to_infinity() -> None:
    short = symbol("short", UNIT)
    with pytest.raises(ValueError, match="bounded and cannot tend to infinity"):
        prove(growth("O", E, SQUARE, unless=exploding({E: short, n: short**2}, short)))


def test_a_path_does_not_run_along_what_is_fixed() -> None:
    """n = rho*E is at most rho*E: on the path rho itself tends to infinity, which shows nothing of a constant that may depend on it."""
    with pytest.raises(ValueError, match="which the bound speaks of"):
        bound(upper=None, unless=exploding({E: rho, n: rho**2}, rho))


def test_a_path_says_how_what_grows_does() -> None:
    with pytest.raises(ValueError, match="E"):
        prove(bound(upper=None, uniformly=(rho,), unless=exploding({rho: s, n: s**2})))


def test_a_path_on_which_the_quantity_is_negative_refutes_nothing() -> None:
    assert not isinstance(prove(growth("O", E, quantity=-(E**2), chosen=(), unless=exploding({E: s}))), Refuted)


def report(claim: Grows, *conditions: Claim) -> StatementReport:
    """The report on a statement of the claim under what the paper states, from the engines themselves."""
    given = [assumption(f"condition {index}", each, stated="§1") for index, each in enumerate(conditions)]
    told = statement("s", "S", claims=[claim], given=given)
    return judge(told, Entry("s", "§1", "", ""), [(each, PANEL.answers(each.obligation)) for each in questions(told)])


EXPLODING = bound(upper=None, uniformly=(rho,), unless=exploding({E: late, rho: late, n: late**2}, late))


def test_a_path_meets_what_the_statement_assumes() -> None:
    assert report(EXPLODING).verdict == "fails"
    assert report(EXPLODING, rho > 2).verdict == "fails"
    assert report(EXPLODING, rho < 2).verdict == "open"
    assert report(EXPLODING, rho > 4).verdict == "open", "at the path's beginning it is not met"


def test_constants_beside_a_path_are_an_alarm() -> None:
    """Where the path is off what is assumed, constants may serve beside it; where both are proved, an engine is wrong."""
    honest = bound(uniformly=(rho,), upper=2, unless=EXPLODING.unless)
    assert report(honest).verdict == "fails"
    assert report(honest, rho <= 2).verdict == "holds"
    told = statement("s", "S", claims=[honest])
    proved = PANEL.answers(questions(statement("t", "T", claims=[exact(0) < 1]))[0].obligation)
    with pytest.raises(EnginesContradict):
        judge(told, Entry("s", "§1", "", ""), [(each, proved) for each in questions(told)])


def test_growth_beyond_a_threshold_that_may_be_zero() -> None:
    k = symbol("k", NONNEGATIVE)
    assert isinstance(prove(growth("O", E, LINEAR, rho <= 1 + k, uniformly=(rho,), upper=1 + k, beyond=k)), Proved)
    assert not isinstance(prove(growth("O", E, LINEAR, rho <= 1 + k, uniformly=(rho,), upper=1, beyond=symbol("r", REAL))), Proved)


def test_growth_without_conditions_is_proved_and_written_without_them() -> None:
    free = grows(E, "O", E**2, growing=E, chosen=(), where=(), upper=1, beyond=1)
    assert isinstance(prove(free), Proved)
    assert ascii_line(free) == "E = O(E**2) as E -> oo"
