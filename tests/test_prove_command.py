"""`lemmata prove`: pages, JSON, exit codes, the known traps, what each option does, and how fast it answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from checks.commandline import main
from checks.engines import ENGINES
from tests.test_proving import Fixed, Stuck, with_engines

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
COMMAND = [sys.executable, "-m", "checks.commandline", "prove"]
NAMES = {engine.name for engine in ENGINES}


def needs(engine: str) -> Any:
    """Leaves a case out while an engine is not among those that are asked."""
    return pytest.mark.skipif(engine not in NAMES, reason=f"there is no engine {engine} yet")


def page(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["prove", *arguments])
    return code, capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code, out = page(capsys, *arguments, "--json")
    return code, json.loads(out)


# the known traps: claim, given, the verdicts that are right, the exit code
TRAPS = {
    "cancelled at a zero": ("(x**2-1)/(x-1) = x+1", [], {"ill-defined"}, {1}),
    "cancelled at a zero, excluded": ("(x**2-1)/(x-1) = x+1", ["x != 1"], {"proved"}, {0}),
    "x/x": ("x/x*y = y", [], {"ill-defined"}, {1}),
    "exponential of a logarithm": ("exp(log(x)) = x", [], {"ill-defined"}, {1}),
    "exponential of a logarithm, positive": ("exp(log(x)) = x", ["x > 0"], {"proved"}, {0}),
    "root of a square": ("sqrt(x**2) = x", [], {"refuted"}, {1}),
    "root of a square, not negative": ("sqrt(x**2) = x", ["x >= 0"], {"proved"}, {0}),
    "logarithm of a product": ("log(x*y) = log(x) + log(y)", ["x < 0", "y < 0"], {"ill-defined"}, {1}),
    "power of a power": ("(x**a)**b = x**(a*b)", ["x < 0"], {"ill-defined"}, {1}),
    "power of a power, positive": ("(x**a)**b = x**(a*b)", ["x > 0"], {"proved"}, {0}),
    "zero to the zero": ("0**0 = 1", [], {"ill-defined"}, {1}),
    "reciprocals across zero": ("1/x < 1/y", ["x > y"], {"ill-defined", "refuted"}, {1}),
    "reciprocals, nonzero": ("1/x < 1/y", ["x > y", "x != 0", "y != 0"], {"refuted"}, {1}),
    "multiplied by an unknown sign": ("a*x > a*y", ["x > y"], {"refuted"}, {1}),
    "exact decimals": ("N**0.34 <= N**0.35", ["N >= 1"], {"proved"}, {0}),
    "exact decimals, below one": ("N**0.34 <= N**0.35", ["N > 0"], {"refuted"}, {1}),
    "contradictory assumptions": ("x > 1", ["x > 2", "x < 1"], {"vacuous"}, {3}),
    "contradictory assumptions, quadratic": ("x > 1", ["x**2 < 0"], {"vacuous"}, {3}),
    "a maximum at the boundary only": ("x*(2 - x) <= 3/4", ["x in [0, 1/2]"], {"proved"}, {0}),
    "a maximum at the boundary only, strictly": ("x*(2 - x) < 3/4", ["x in [0, 1/2]"], {"refuted"}, {1}),
    "a stationary point that is a minimum": ("x**2 - 2*x <= -1", [], {"refuted"}, {1}),
    "an enclosure that straddles zero": ("exp(log(3)/2)**2 - 3 = 0", [], {"proved", "undecided"}, {0, 3}),
    "equal but for the hundredth digit": ("10**(-100) > 0 and 1 + 10**(-100) = 1", [], {"refuted"}, {1}),
}
ORDERS = {
    "logarithms of neighbours": ("log(N+1) = O(log N) as N -> oo", [], {"proved"}, {0}),
    "a symbolic exponent": ("N**a = O(N**(a+1))", [], {"proved"}, {0}),
    "a power of a logarithm": ("log(N)**100 = O(N**(1/100))", [], {"proved"}, {0}),
    "an exponential against a power": ("N**a = o(2**N) as N -> oo", [], {"proved"}, {0}),
    "an exponential against a power, exchanged": ("2**N = O(N**a) as N -> oo", [], {"refuted", "undecided"}, {1, 3}),
    "for each parameter": ("a*N = O(N) as N -> oo", [], {"proved"}, {0}),
    "for each parameter, not uniformly": ("a*N = O(N) as N -> oo, uniformly in a", ["a > 0"], {"refuted", "undecided"}, {1, 3}),
}


@pytest.mark.parametrize(("claim", "given", "verdicts", "codes"), TRAPS.values(), ids=TRAPS)
def test_the_known_traps(claim: str, given: list[str], verdicts: set[str], codes: set[int], capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, claim, *(part for each in given for part in ("--given", each)), "--timeout", "10")
    assert told["verdict"] in verdicts
    assert code in codes


@needs("orders")
@pytest.mark.parametrize(("claim", "given", "verdicts", "codes"), ORDERS.values(), ids=ORDERS)
def test_the_known_traps_of_growth(claim: str, given: list[str], verdicts: set[str], codes: set[int], capsys: pytest.CaptureFixture[str]) -> None:
    test_the_known_traps(claim, given, verdicts, codes, capsys)


def test_the_page_of_a_proof(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = page(capsys, "x*y > 0", "--given", "x > 0", "--given", "0 < y <= 1", "--given", "x < 100")
    assert code == 0
    assert out.startswith("✓ proved  x·y > 0\n")
    assert "  for all     x ∈ (0, 100), y ∈ (0, 1]\n" in out
    assert "  by          algebra, " in out
    assert "  how         the sign of the difference is visible\n" in out
    assert "  not needed  y ≤ 1, x < 100\n" in out or "  not needed  x < 100\n" in out


def test_the_page_of_a_refutation(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = page(capsys, "x**2 > 1", "--given", "x > y")
    assert code == 1
    assert out.startswith("✗ refuted  x² > 1\n")
    assert "  given       x > y\n" in out
    for label in ("at", "left side", "right side", "holds at"):
        assert f"\n  {label:<12}" in out


def test_the_page_of_what_is_not_defined_has_the_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = page(capsys, "log(x - 1) <= x")
    assert code == 1
    assert "  undefined   ln(x − 1): " in out
    assert '  remedy      add --given "x - 1 > 0"\n' in out
    code, out = page(capsys, "x/(y - 1) > 0", "--given", "x > 0", "--given", "y >= 1")
    assert '  remedy      add --given "y - 1 != 0"\n' in out


def test_the_page_of_a_closed_claim_has_the_value(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = page(capsys, "log(2)**2 = 0.48", "--digits", "60")
    assert code == 1
    assert "  value       ln(2)² ≈ 0.480453013918201424667102526326664971730552951594545586866864\n" in out
    code, out = page(capsys, "exp(1) - 1 < 1.7183")
    assert code == 0
    assert "exp(1) − 1 ≈ 1.71828182845904523536" in out


def test_the_page_of_what_is_undecided_has_each_reason(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from checks.verdicts import Undecided

    with_engines(monkeypatch, Fixed("first", Undecided("beyond me")), Fixed("second", Undecided("beyond me as well")))
    code, out = page(capsys, "x > 0")
    assert code == 3
    assert "  first       beyond me\n  second      beyond me as well\n" in out


def test_the_page_of_several_parts(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = page(capsys, "x + 1 > x and x > 0")
    assert code == 1
    assert "  in parts    2\n     1  ✓ proved  x + 1 > x" in out
    assert "     2  ✗ refuted  x > 0" in out


def test_a_claim_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prove", "x + sinn(x) > 0"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "not a claim: there is no function sinn" in shown.err
    assert "  x + sinn(x) > 0\n      ^\n" in shown.err
    code, told = as_json(capsys, "x > 0", "--given", "2y > 1")
    assert code == 2
    assert (told["text"], told["column"]) == ("2y > 1", 2)
    assert "operator is missing" in told["error"] and "2*y" in told["remedy"]


KEYS = ["schema", "claim", "latex", "given", "domains", "verdict", "engine", "seconds", "explanation", "certificate"]
KEYS += ["witness", "holds", "value", "example", "unused", "parts"]


def test_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, "x**2 > 1/4", "--given", "x > 0", "--given", "x != y")
    assert code == 1
    assert list(told) == KEYS
    assert (told["schema"], told["claim"], told["given"], told["verdict"], told["engine"]) == (
        1,
        "x**2 > 1/4",
        ["x > 0", "x != y"],
        "refuted",
        "sampling",
    )
    assert told["domains"] == {"x": "(0, oo)", "y": "(-oo, oo)"}
    assert set(told["witness"]) == set(told["holds"]) == {"x", "y"}
    (part,) = told["parts"]
    assert part["given"] == ["x != y"] and part["domains"]["x"] == "(0, oo)"
    assert set(part["engines"]) <= NAMES and all(list(each) == ["verdict", "seconds", "detail"] for each in part["engines"].values())


def test_the_json_of_a_proof(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, r"\frac{x}{2} + \frac{x}{2} = x", "--latex", "--given", r"x \ge 3")
    assert code == 0
    assert (told["claim"], told["latex"]) == ("x/2 + x/2 = x", r"\frac{x}{2} + \frac{x}{2} = x")
    assert (told["verdict"], told["unused"], told["witness"]) == ("proved", ["x >= 3"], None)


def test_an_engine_is_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, "x + 1 > x", "--engine", "sampling")
    assert (code, told["verdict"], set(told["parts"][0]["engines"])) == (3, "supported", {"sampling"})
    code, told = as_json(capsys, "x > y", "--given", "x > y + 1", "--engine", "algebra")
    assert (code, told["verdict"], set(told["parts"][0]["engines"])) == (0, "proved", {"algebra"})
    assert told["example"] is not None
    assert main(["prove", "x > 0", "--engine", "oracle"]) == 2
    assert "there is no engine oracle; there are algebra, sampling" in capsys.readouterr().err


def test_a_seed_gives_the_same_witness_again(capsys: pytest.CaptureFixture[str]) -> None:
    witnesses = [as_json(capsys, "x*y + x < 7", "--seed", "5")[1]["witness"] for _ in range(2)]
    assert witnesses[0] == witnesses[1] is not None


def test_a_time_out_is_kept(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with_engines(monkeypatch, Stuck())
    start = time.monotonic()
    code, out = page(capsys, "x > 0", "--timeout", "0.5")
    assert time.monotonic() - start < 1.5
    assert code == 3
    assert "  stuck       time: over 0.5 s\n" in out
    assert "  remedy      allow more with --timeout" in out


def test_contradicting_engines_exit_with_4(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from checks.verdicts import Proved, Refuted, Witness

    with_engines(monkeypatch, Fixed("one", Refuted(Witness({}), "0", "1", 50, 0)), Fixed("other", Proved("so")))
    monkeypatch.setattr("checks.panel._is_wanted", lambda *_: True)
    code, out = page(capsys, "x > 0")
    assert code == 4
    assert "engines contradict each other" in out and "other       proved: so" in out
    code, told = as_json(capsys, "x > 0")
    assert (code, told["verdict"]) == (4, "contradiction")


@pytest.mark.parametrize("arguments", [[], ["x > 0", "--timeout", "0"], ["x > 0", "--digits", "3"], ["x > 0", "y > 0"]])
def test_misuse_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["prove", *arguments])
    assert left.value.code == 2


def test_help_says_what_can_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["prove", "--help"])
    shown = capsys.readouterr().out
    assert "f = O(g) as N -> oo" in shown and "exit codes of prove" in shown and "  lemmata prove 'x*log(x) >= x - 1'" in shown


def test_an_easy_claim_is_answered_at_once_and_imports_nothing_heavy() -> None:
    ask = "import sys; from checks.commandline import main; code = main(['prove', 'x + 1 > x'])"
    ask += "; print(*{'sympy', 'z3', 'rich'} & set(sys.modules)); sys.exit(code)"
    done = subprocess.run([sys.executable, "-c", ask], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == ""
    start = time.monotonic()
    subprocess.run([*COMMAND, "(x + y)**2 >= 4*x*y", "--given", "x > 0"], env=ENVIRONMENT, capture_output=True, check=False)
    assert time.monotonic() - start < 3
