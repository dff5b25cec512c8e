"""Sources: what is saved twice within a second is read as it is, in a script and in what it imports."""

from __future__ import annotations

import os
import py_compile
import subprocess
import sys
from pathlib import Path

import pytest

from checks.checking import check
from checks.selection import selection
from checks.settings import Settings

SCRIPT = """
from _numbers import one
from checks.language import symbol
from checks.statements import statement
x = symbol("x")
said = statement("said", "A square", claims=[x**2 + {there} >= one])
"""
SECOND = 1_700_000_000


def saved(path: Path, text: str) -> None:
    path.write_text(text)
    os.utime(path, (SECOND, SECOND))


def compiled(path: Path, seconds_later: float) -> None:
    copy = Path(py_compile.compile(str(path), doraise=True))
    os.utime(copy, (SECOND + seconds_later, SECOND + seconds_later))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A script and what it imports, true as they were compiled, and false as they were saved again within that second."""
    for name, text in (("_numbers.py", "one = 0\n"), ("said.py", SCRIPT.format(there=1))):
        saved(tmp_path / name, text)
        compiled(tmp_path / name, 0.9)
    return tmp_path


def verdict(folder: Path) -> str:
    (report,) = check(selection([str(folder / "said.py")]), Settings()).reports
    return report.verdict


def test_as_compiled_it_holds(folder: Path) -> None:
    assert verdict(folder) == "holds"


@pytest.mark.parametrize(("name", "text"), [("said.py", SCRIPT.format(there=0).replace("one])", "1])")), ("_numbers.py", "one = 2\n")])
def test_what_is_saved_again_is_read_again(folder: Path, name: str, text: str) -> None:
    saved(folder / name, text.ljust(len((folder / name).read_text())))  # of the same size
    assert verdict(folder) == "fails"


def test_python_alone_reads_what_was_there_before(folder: Path) -> None:
    saved(folder / "_numbers.py", "one = 2\n")
    told = subprocess.run([sys.executable, "-c", "import _numbers; print(_numbers.one)"], cwd=folder, capture_output=True, text=True, check=True)
    assert told.stdout == "0\n"


def test_a_copy_that_was_made_later_is_taken(folder: Path) -> None:
    compiled(folder / "_numbers.py", 1)
    saved(folder / "_numbers.py", "one = 2\n")
    assert verdict(folder) == "holds"
