"""Questions: domains from what is given, and the obligations that logic unfolds into."""

from __future__ import annotations

import pytest

from checks.pages.formulas import ascii_formula
from checks.reading import NotRead, Question, question


def parts(asked: Question) -> list[str]:
    """The obligations, with a mark for what may be empty or is not sharp."""
    marks = {(False, True): "", (True, True): "?", (False, False): "~", (True, False): "?~"}
    return [f"{marks[part.may_be_empty, part.sharp]}{part.obligation}" for part in asked.parts]


def domains(asked: Question) -> dict[str, str]:
    return {name: str(domain) for name, domain in asked.variables.items()}


# claim, given, the obligations
UNFOLDED = {
    "a claim": ("x > 0", [], ["x > 0"]),
    "and": ("x > 0 and y > 0", [], ["x > 0", "y > 0"]),
    "a chain": ("0 < x < y", [], ["0 < x", "x < y"]),
    "implies": ("x > y => x >= y", [], ["x >= y, given x > y"]),
    "implies, with an alternative": (
        "x > y or x = y => x >= y",
        [],
        ["?x >= y, given x > y", "?x >= y, given x = y", "?0 = 0, given x > y", "?0 = 0, given x = y"],
    ),
    "implies several": ("x > y => x >= y and x != y", [], ["x >= y, given x > y", "x != y, given x > y"]),
    "implies an alternative": ("x > y => x > z or z >= y", [], ["?z >= y, given x > y, x <= z", "0 = 0, given x > y"]),
    "or": ("x > y or x <= y", [], ["?x <= y, given x <= y"]),
    "or, the first partly defined": ("log(x) > y or x < y", [], ["log(x) = log(x)", "?x < y, given log(x) <= y"]),
    "or of three": ("x > y or x = y or x < y", [], ["?x < y, given x <= y, x != y"]),
    "or, the first a conjunction": ("(x > y and x > z) or x < y", [], ["?x < y, given x <= y", "?x < y, given x <= z"]),
    "or, an order": ("N = O(N**2) or N**2 = x", [], ["?N = O(N**2) as N -> oo, given N**2 != x"]),
    "equivalent": ("x = y <=> y = x", [], ["?y = x, given x = y", "?x = y, given y = x"]),
    "equivalent, partly defined": ("1/x = y <=> x*y = 1", [], ["1/x = 1/x", "?x*y = 1, given 1/x = y", "?1/x = y, given x*y = 1"]),
    "not": ("not x < y", [], ["x >= y"]),
    "not and": ("not (x < y and x > z)", [], ["?x <= z, given x < y"]),
    "not implies": ("not (x < y => x > z)", [], ["x < y", "x <= z"]),
    "not equivalent": (
        "not (x < y <=> x > z)",
        [],
        ["?x >= y, given x >= y", "?x > z, given x >= y", "?x >= y, given x > z", "?x > z, given x > z"],
    ),
    "exists": ("exists y = x/2: y + y = x", [], ["~x/2 + x/2 = x"]),
    "exists, partly defined": ("exists y = 1/x: y > 0", [], ["~1/x = 1/x", "~1/x > 0"]),
    "for all": ("for all t in [0, x]: t <= x", [], ["t <= x, given t <= x"]),
    "given or": ("x > 0", ["x > y or x = 1"], ["?x > 0, given x > y", "?x > 0, given x = 1", "?0 = 0, given x > y", "?0 = 0, given x = 1"]),
    "given implies": (
        "x > 0",
        ["y = 1 => x = 1", "x > y"],
        ["?x > 0, given y != 1, x > y", "?x > 0, given x = 1, x > y", "?0 = 0, given y != 1, x > y", "?0 = 0, given x = 1, x > y"],
    ),
    "given not": ("x > y", ["not x <= z"], ["x > y, given x > z"]),
    "given and, and a claim that may be empty": (
        "x > y or x <= y",
        ["x = y and y > z"],
        ["?x <= y, given x = y, y > z, x <= y", "0 = 0, given x = y, y > z"],
    ),
    "bounds supposed": ("0 < x < 1 => 1/x > 1", [], ["1/x > 1"]),
    "everything real": ("x in (-oo, oo)", [], ["x = x"]),
}


@pytest.mark.parametrize(("claim", "given", "expected"), UNFOLDED.values(), ids=UNFOLDED)
def test_what_a_claim_unfolds_into(claim: str, given: list[str], expected: list[str]) -> None:
    assert parts(question(claim, given)) == expected


# claim, given, the domains of the variables, what is assumed beside them
NARROWED = {
    "one bound": ("x > 1", ["x > 0"], {"x": "(0, oo)"}, []),
    "both bounds": ("x > 1", ["x >= 0", "1/2 > x"], {"x": "[0, 1/2)"}, []),
    "a chain": ("x > 1", ["-1 < x <= 2**3"], {"x": "(-1, 8]"}, []),
    "an interval": ("x > 1", ["x in [1, 2)"], {"x": "[1, 2)"}, []),
    "a decimal": ("x > 1", ["x > 0.25"], {"x": "(1/4, oo)"}, []),
    "an equation": ("x > 1", ["x = 2"], {"x": "(-oo, oo)"}, ["x = 2"]),
    "an irrational bound": ("x > 1", ["x > e"], {"x": "(-oo, oo)"}, ["x > e"]),
    "two variables": ("x > 1", ["x > y", "y > 0"], {"x": "(-oo, oo)", "y": "(0, oo)"}, ["x > y"]),
    "nothing left": ("x > 1", ["x > 2", "x < 1"], {"x": "(-oo, oo)"}, ["x > 2", "x < 1"]),
    "an alternative": ("x > 1", ["x > 2 or x < 1"], {"x": "(-oo, oo)"}, ["x > 2 or x < 1"]),
    "not": ("x > 1", ["not x <= 0"], {"x": "(-oo, oo)"}, ["not x <= 0"]),
    "a bound variable": ("for all x in [1, 2]: x > y", ["y < 1"], {"x": "[1, 2]", "y": "(-oo, 1)"}, []),
    "supposed, not given": ("x > 0 => x > y", ["y < 0"], {"x": "(-oo, oo)", "y": "(-oo, 0)"}, []),
}


@pytest.mark.parametrize(("claim", "given", "expected", "beside"), NARROWED.values(), ids=NARROWED)
def test_domains(claim: str, given: list[str], expected: dict[str, str], beside: list[str]) -> None:
    asked = question(claim, given)
    assert domains(asked) == expected
    assert [ascii_formula(each) for each in asked.assumptions] == beside


def test_a_domain_holds_in_every_part_and_for_the_variable_of_a_limit() -> None:
    asked = question("limit(x**x, x, 0) = 1 and x > y", ["x > 0", "y < x"])
    limit, claim = asked.parts
    assert str(limit.obligation.claim.left.symbol.domain) == "(0, oo)"  # type: ignore[attr-defined]
    assert {each.name: str(each.domain) for each in claim.obligation.variables} == {"x": "(0, oo)", "y": "(-oo, oo)"}


def test_what_is_supposed_does_not_say_where_the_variable_of_a_limit_ranges() -> None:
    (part,) = question("x > 0 => limit(|x|/x, x, 0) = 1").parts
    assert str(part.obligation.claim.left.symbol.domain) == "(-oo, oo)"  # type: ignore[attr-defined]
    assert [str(each) for each in part.obligation.assumptions] == ["x > 0"]


def test_a_variable_of_integration_ranges_between_its_ends() -> None:
    (part,) = question("integral(|x|, x, -1, 1) = 1", ["x > 0"]).parts
    assert str(part.obligation.claim.left.symbol.domain) == "(-oo, oo)"  # type: ignore[attr-defined]


# claim, given, a part of the message
UNASKABLE = {
    "an order denied": ("not N = O(N**2)", [], "order cannot be denied"),
    "an order supposed": ("N = O(N**2) => x > 0", [], "order cannot be assumed"),
    "an order given": ("x > 0", ["N = O(N**2)"], "order cannot be assumed"),
    "for all supposed": ("(for all y in [0, 1]: y < x) => x > 1", [], "'for all' cannot be assumed"),
    "exists denied": ("not (exists y = x: y > 0)", [], "'exists' cannot be denied"),
    "exists given": ("x > 0", ["exists y = x: y > 0"], "'exists' cannot be assumed"),
    "infinity given": ("x > 0", ["limit(y, y, oo) = oo"], "infinite cannot be assumed"),
    "bound twice": ("for all x in [0, 1]: (for all x in [2, 3]: x > 1)", [], "x is bound"),
    "bound and free": ("exists y = x: for all x in [0, 1]: y <= x", [], "x is bound"),
    "bound and given": ("for all x in [0, 1]: x > 0", ["x > 2"], "x is bound"),
    "chosen and given": ("exists y = x: y > 0", ["y > 2"], "y is bound"),
    "captured": ("exists y = x: limit(x*y, x, 0) = 0", [], "bound variable"),
    "a limit outside the domain": ("limit(x, x, oo) = oo", ["x < 3"], "cannot tend to infinity"),
    "growing within bounds": ("N = O(N) as N -> oo", ["N < 3"], "bounded"),
    "too many cases": (
        "x > 0",
        ["x > 1 or x > 2", "y > 1 or y > 2", "z > 1 or z > 2", "a > 1 or a > 2", "b > 1 or b > 2", "c > 1 or c > 2", "d > 1 or d > 2"],
        "cases",
    ),
}


@pytest.mark.parametrize(("claim", "given", "message"), UNASKABLE.values(), ids=UNASKABLE)
def test_what_cannot_be_asked(claim: str, given: list[str], message: str) -> None:
    with pytest.raises(NotRead, match=message):
        question(claim, given)
