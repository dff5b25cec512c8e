"""Scripts that must not pass: each gets its exit code, and one message with place, value and remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checks.commandline import main

REFUSED = Path(__file__).parent / "refused"

# script: exit code, line of the fault, what the message shows, what it advises
CASES = {
    "raises": (2, 6, "KeyError: 'why'", "correct the script"),
    "name_error": (2, 7, "name 'omegga' is not defined", "declare or import omegga"),
    "infinite_loop": (2, 4, "still running after 2 s", "--timeout"),
    "leaves": (2, 5, "SystemExit: 0", "must not end the process"),
    "float_in_claim": (2, 7, "0.5 (float)", "Fraction(1, 2) or decimal('0.5')"),
    "bool_in_claim": (2, 7, "True (bool)", "write Claim(left, relation, right)"),
    "clashing_symbols": (2, 7, "one in (-oo, oo), one in (0, oo)", "declare it once"),
    "mixed_chain": (2, 8, "'Up and down' chains <= >=", "correct the script"),
    "algebra_of_inequality": (2, 8, "by.algebra cannot justify `x**2 >= 0`", "it justifies ="),
    "duplicate_ids": (2, 8, "'twice' is stated twice", "another id"),
    "false_claim": (1, 7, "x = 1/2", ".corrected(claim, says=...)"),
    "contradictory_assumptions": (1, 11, "x is large (x > 2), x is small (x < 1)", "drop or correct one of them"),
    "division_by_zero": (1, 9, "x*y/x is not defined: the denominator is zero", "narrower domain"),
    "zero_to_the_zero": (1, 10, "x**y is not defined: zero to the power zero", "narrower domain"),
    "logarithm_of_negative": (1, 10, "log(x*y) is not defined", "narrower domain"),
}


@pytest.mark.parametrize("name", CASES)
def test_names_place_value_and_remedy(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, line, value, remedy = CASES[name]
    assert main(["check", str(REFUSED / f"{name}.py"), "--timeout", "2"]) == code
    told = capsys.readouterr().out
    assert f"{name}.py:{line}" in told
    assert value in told
    assert remedy in told
    assert "Traceback" not in told


def test_every_script_here_is_tested() -> None:
    elsewhere = {"memory_eater", "leaves_at_once", "prints", "unknown_id"}
    assert {path.stem for path in REFUSED.glob("*.py")} - {"conftest"} == CASES.keys() | elsewhere


def test_memory_is_bounded(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(REFUSED / "memory_eater.py"), "--timeout", "20", "--memory", "400"]) == 2
    told = capsys.readouterr().out
    assert "memory_eater.py:5: unusable: MemoryError\n" in told
    assert "--memory" in told


def test_a_worker_that_vanishes_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(REFUSED / "leaves_at_once.py"), "--timeout", "2"]) == 2
    assert "the worker ended with code 0" in capsys.readouterr().out


def test_a_script_that_does_not_parse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(REFUSED / "syntax_error.txt", tmp_path / "script.py")
    assert main(["check", str(tmp_path / "script.py")]) == 2
    told = capsys.readouterr().out
    assert "script.py:5: unusable: SyntaxError: '(' was never closed" in told
    assert 'x = symbol("x"' in told


def test_what_a_script_prints_stays_out_of_the_report(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(REFUSED / "prints.py")]) == 0
    told = capfd.readouterr()
    assert "must not reach" not in told.out
    assert "must not reach" in told.err


def test_an_id_that_the_ledger_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(REFUSED / "unknown_id.py", tmp_path / "script.py")
    (tmp_path / "ledger.toml").write_text('[[statement]]\nid = "lemma-1"\nwhere = "1"\nprinted = "x^2"\nsays = "a square"\n')
    assert main(["check", str(tmp_path)]) == 2
    told = capsys.readouterr().out
    assert "script.py:7: unusable: the ledger has no entry 'lemma-l'" in told
    assert "did you mean lemma-1?" in told
    assert "no derivation yet" in told


def test_the_rest_of_the_run_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("raises", "infinite_loop", "leaves_at_once", "prints"):
        shutil.copy(REFUSED / f"{name}.py", tmp_path)
    assert main(["check", str(tmp_path), "--timeout", "1"]) == 2
    told = capsys.readouterr().out
    assert "3 script or ledger problems; the rest was checked" in told
    assert "prints" in told
    assert "✓ holds" in told
