"""`lemmata optimum`: pages, JSON, exit codes, options made from a model's parameters, models of other papers, and how fast it answers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from checks.commandline import main
from checks.enclosures.decimals import Enclosure
from checks.optimization import NoModel, load_model, number
from symbolic_model.numerical_optimum import PARAMETERS, optimum

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
USUAL = ["--gamma", "-0.77", "--alpha", "0.3", "--E", "1e18"]
BORDER = ["--gamma", "-1", "--alpha", "1/2", "--E", "100", "--delta", "529/2400"]

# another paper: the square with the largest area that a fence encloses
FENCE = '''"""A fence: the largest area."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from checks.enclosures.decimals import Enclosure, enclosure
from checks.language import POSITIVE, symbol
from checks.optimization import NotShown, Parameter, completed

length = symbol("fence_length", POSITIVE, meaning="length of the fence in 100 % of a metre")
sides = symbol("sides", POSITIVE, meaning="sides to fence in")
PARAMETERS = (Parameter(length, POSITIVE, is_required=True), Parameter(sides, POSITIVE, default=Fraction(4)))


@dataclass(frozen=True, slots=True)
class Field:
    kind: str
    says: str
    is_square: Annotated[bool, "the field is a square"]
    area: Annotated[Enclosure | None, "area in square metres"] = None


def optimum(values, digits):
    given = completed(PARAMETERS, values)
    if given[sides] != 4:
        raise NotShown("fields with other than 4 sides are not understood")
    return Field("square", "all sides are equal", True, enclosure((given[length] / 4) ** 2, digits))
'''


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code, also where options are refused, and what was printed."""
    try:
        code = main(["optimum", *arguments])
    except SystemExit as ended:
        code = int(ended.code or 0)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code, out, _ = run(capsys, *arguments, "--json")
    return code, json.loads(out)


@pytest.fixture
def fence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a model that lies in the folder at hand."""
    name = f"fence_{tmp_path.name}".replace("-", "_")
    (tmp_path / f"{name}.py").write_text(FENCE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return name


def test_the_page_shows_bounds_in_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *USUAL)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "interior"
    assert "gamma = -0.77, alpha = 0.3, E = 1e18, beta = 0.3, a = 1, b = 1, omega = 1, delta = 1" in out
    assert re.search(r"^  yes +a model is trained$", out, re.MULTILINE)
    assert re.search(r"^  n +34585515577\.391697263 +34585515577\.391697264 +model size, in parameters$", out, re.MULTILINE)
    assert [line.split()[0] for line in lines[-8:]] == ["n", "d", "t", "q", "price", "profit", "C_train", "C_inf"]


def test_many_digits_are_shown_one_bound_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, *USUAL, "--digits", "60")
    low = re.search(r"^  n +model size, in parameters\n    at least  (\S+)\n    at most   \S+$", out, re.MULTILINE)
    assert low is not None and len(low[1].replace(".", "")) == 60


def test_json_says_the_same_as_python(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, *USUAL, "--D", "1e9", "--digits", "30")
    found = optimum({"gamma": Fraction(-77, 100), "alpha": Fraction(3, 10), "E": Fraction(10**18), "D": Fraction(10**9)}, digits=30)
    assert code == 0
    assert {key: told[key] for key in ("schema", "model", "digits", "kind", "says")} == {
        "schema": 1,
        "model": "symbolic_model.numerical_optimum",
        "digits": 30,
        "kind": "data cap binding",
        "says": found.says,
    }
    assert told["values"]["E"] == "1e18" and told["values"]["beta"] == "0.3" and told["values"]["D"] == "1e9"
    assert told["quantities"]["participates"]["value"] is True
    for name in ("n", "d", "t", "q", "price", "profit", "C_train", "C_inf"):
        bounds = getattr(found, name)
        assert isinstance(bounds, Enclosure)
        assert Fraction(told["quantities"][name]["low"]) == Fraction(bounds.low)
        assert Fraction(told["quantities"][name]["high"]) == Fraction(bounds.high)


def test_no_optimum_is_told_with_its_kind(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, "--gamma", "-1", "--alpha", "1", "--E", "1000")
    assert (code, told["kind"], told["quantities"]["n"]["value"]) == (0, "unbounded", None)
    code, told = as_json(capsys, "--gamma", "1", "--alpha", "1/2", "--E", "10")
    assert (code, told["kind"], told["quantities"]["participates"]["value"]) == (0, "none", False)
    assert told["quantities"]["profit"] == {"meaning": "profit in dollars", "low": "0", "high": "0"}
    assert told["quantities"]["price"] == {"meaning": "price in dollars a token", "value": None}


def test_a_doubt_has_its_own_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, *BORDER)
    assert code == 3 and out.startswith("undecided\n") and "whether profit can be positive at all" in out
    code, told = as_json(capsys, *BORDER)
    assert (code, told["kind"], told["quantities"]) == (3, "undecided", {})


@pytest.mark.parametrize("words", [["--gamma", "-1/3"], ["--gamma=-1/3"], ["--gamma", "-.5e-1"]])
def test_negative_numbers_need_no_equals_sign(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, *words, "--alpha", "0.3", "--E", "1e18")
    assert code == 0 and told["values"]["gamma"] == words[-1].removeprefix("--gamma=")


FAULTS: dict[str, tuple[list[str], list[str]]] = {
    "alpha of zero": ([*USUAL, "--alpha", "0"], ["--alpha", "'0'", "take alpha > 0 and alpha <= 1"]),
    "alpha above one": ([*USUAL, "--alpha", "3/2"], ["--alpha", "'3/2'", "take alpha > 0 and alpha <= 1"]),
    "negative hardware": ([*USUAL, "--E", "-5"], ["--E", "'-5'", "take E > 0"]),
    "not a number": ([*USUAL, "--beta", "half"], ["--beta", "'half'", "write it as 2, -0.77, 1/3 or 1e18"]),
    "infinity": ([*USUAL, "--E", "inf"], ["--E", "'inf'", "write it as"]),
    "an exponent that fills the memory": ([*USUAL, "--E", "1e10000000"], ["--E", "write it as"]),
    "no denominator": ([*USUAL, "--a", "1/0"], ["--a", "'1/0'", "denominator 0"]),
    "nothing given": ([], ["required", "--gamma, --alpha, --E"]),
    "no value": (["--gamma"], ["--gamma", "expected one argument"]),
    "no such option": ([*USUAL, "--epsilon", "1"], ["--epsilon"]),
    "an abbreviated option": ([*USUAL, "--del", "1"], ["--del"]),
    "no digits": ([*USUAL, "--digits", "0"], ["--digits", "take from 1 to 1000 digits"]),
    "no such model": (["--model", "no_such_model"], ["--model", "no_such_model cannot be imported"]),
    "a module that is no model": (["--model", "json"], ["--model", "does not define PARAMETERS and optimum"]),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_is_said_with_its_option_and_a_remedy(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, says = FAULTS[name]
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert all(part in err.splitlines()[-1] for part in says), err


def test_help_tells_each_parameter(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    told = " ".join(out.split())
    assert code == 0
    assert all(f"--{each.name} NUMBER {each.symbol.meaning}; {each.range}" in told for each in PARAMETERS)


def test_a_model_of_another_paper_has_its_own_options(fence: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = as_json(capsys, "--model", fence, "--fence-length", "100")
    assert code == 0 and told["values"] == {"fence_length": "100", "sides": "4"}
    assert told["quantities"]["area"] == {"meaning": "area in square metres", "low": "625.00000000000000000", "high": "625.00000000000000000"}
    code, out, _ = run(capsys, f"--model={fence}", "--fence-length", "100")
    assert out.startswith("square\n") and re.search(r"^  yes +the field is a square$", out, re.MULTILINE)
    code, out, _ = run(capsys, "--model", fence, "--fence-length", "100", "--sides", "5")
    assert code == 3 and "fields with other than 4 sides" in out
    code, out, _ = run(capsys, "--model", fence, "--help")
    assert code == 0 and "100 % of a metre" in " ".join(out.split())
    code, _, err = run(capsys, "--model", fence, "--gamma", "1", "--fence-length", "1")
    assert code == 2 and "--gamma" in err


def test_a_model_that_raises_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "raising_model.py").write_text("1 / 0\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoModel, match="raising_model cannot be imported: ZeroDivisionError: division by zero"):
        load_model("raising_model")


@pytest.mark.parametrize("text", ["1_000", " 1", "1 ", "0x10", "1/2/3", "1.5/2", "", "-", "--1", "nan", "٣"])
def test_only_plain_numbers_are_read(text: str) -> None:
    with pytest.raises(ValueError, match="is not an exact number"):
        number(text)


def test_the_command_is_fast_and_loads_no_engine() -> None:
    started = time.perf_counter()
    script = (
        "import sys; from checks.commandline import main; code = main(sys.argv[1:]); print([m for m in ('z3', 'sympy') if m in sys.modules], code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "optimum", *USUAL[:-1], "1e200"], env=ENVIRONMENT, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[] 0"
    assert time.perf_counter() - started < 3


def test_other_commands_load_no_model() -> None:
    script = "import sys; from checks.commandline import main; main(['list']); print('symbolic_model.numerical_optimum' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], env=ENVIRONMENT, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
