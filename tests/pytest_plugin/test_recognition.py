"""Recognition: scripts are collected where they are wanted, and nothing else is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import papers
from tests.pytest_plugin.running import DISTRIBUTED, WRONG, ids, run

pytest_plugins = ["pytester"]
MEANS = [f"quadratics.py::means::{each}" for each in ("step-1", "step-2", "verdict")]
TEST = "from checks.statements import statement\n\n\ndef test_it():\n    assert statement\n"


def below(folder: str, names: list[str]) -> list[str]:
    return [f"{folder}/{each}" for each in names]


@pytest.fixture
def paper(pytester: pytest.Pytester) -> Path:
    folder = pytester.mkdir("paper")
    papers.write(folder, papers.MEANS)
    return folder


def test_a_script_is_collected_where_it_or_its_folder_is_named_and_nowhere_else(pytester: pytest.Pytester, paper: Path) -> None:
    expected = below("paper", MEANS)
    assert ids(pytester) == ids(pytester, ".") == []
    assert ids(pytester, "paper") == ids(pytester, "paper/quadratics.py") == expected
    assert ids(pytester, "paper/quadratics.py::means") == expected
    assert ids(pytester, "paper/quadratics.py::means::step-2") == expected[1:2]


def test_a_script_beside_a_ledger_or_configured_is_collected_unnamed(pytester: pytest.Pytester, paper: Path) -> None:
    (paper / "ledger.toml").write_text(papers.ledger("means"))
    assert ids(pytester) == below("paper", MEANS)
    (paper / "ledger.toml").unlink()
    pytester.makeini("[pytest]\nlemmata_scripts = pap*/*.py")
    assert ids(pytester) == below("paper", MEANS)
    pytester.makeini("[pytest]\nlemmata_scripts = other/*.py")
    assert ids(pytester) == []


def test_processes_of_xdist_collect_what_their_starter_would(pytester: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    papers.write(pytester.path, papers.MEANS)
    run(pytester, *DISTRIBUTED).assert_outcomes()
    run(pytester, *DISTRIBUTED, ".").assert_outcomes(passed=3)


@pytest.mark.parametrize("name", ["test_quadratics.py", "conftest.py", "_quadratics.py", "__init__.py", "quadratics.txt"])
def test_what_is_named_otherwise_is_no_script(pytester: pytest.Pytester, name: str) -> None:
    papers.write(pytester.mkdir("paper"), papers.MEANS, name=name)
    assert ids(pytester, "paper") == []


def test_tests_are_collected_once_and_as_tests(pytester: pytest.Pytester) -> None:
    folder = pytester.mkdir("tests")
    (folder / "ledger.toml").write_text(papers.ledger("means"))
    for name in ("test_it.py", "it_spec.py", "about_it.py"):
        (folder / name).write_text(TEST)
    (folder / "quoting.py").write_text('"""\nfrom checks.statements import statement\n"""\n')
    (folder / "deriving.py").write_text("from checks.statements import Statement\n")
    pytester.makeini("[pytest]\npython_files = test_*.py *_spec.py")
    assert ids(pytester, "tests") == ["tests/it_spec.py::test_it", "tests/test_it.py::test_it"]
    assert ids(pytester, "tests/about_it.py") == ["tests/about_it.py::test_it"]


def test_a_script_is_not_imported_by_pytest_unless_there_are_doctests_in_it(pytester: pytest.Pytester) -> None:
    noisy = "open('read', 'a').write('.')\n"
    folder = pytester.mkdir("paper")
    papers.write(folder, papers.MEANS, noisy)
    assert ids(pytester, "paper/quadratics.py", "--doctest-modules") == below("paper", MEANS)
    assert Path("read").read_text() == "."
    papers.write(folder, papers.MEANS, noisy, '\ndef twice(a):\n    """\n    >>> twice(1)\n    2\n    """\n    return 2 * a\n')
    found = ids(pytester, "paper/quadratics.py", "--doctest-modules")
    assert found[:3] == below("paper", MEANS) and len(found) == 4


def test_selecting_by_keyword_and_marker(pytester: pytest.Pytester) -> None:
    papers.write(pytester.mkdir("paper"), papers.MEANS, WRONG)
    pytester.makepyfile(test_it=TEST)
    assert ids(pytester, "paper", "-k", "square and not verdict") == ["paper/quadratics.py::square::step-1", "paper/quadratics.py::square::step-2"]
    assert ids(pytester, "paper", "test_it.py", "-m", "not lemmata", "--strict-markers") == ["test_it.py::test_it"]


def test_the_plugin_imports_nothing_heavy_until_there_is_a_script(pytester: pytest.Pytester) -> None:
    code = "import pytest, sys; before = set(sys.modules); import checks.pytest_plugin; print(*sorted(set(sys.modules) - before))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [each for each in told if each.startswith("checks")] == [
        "checks",
        "checks.exits",
        "checks.options",
        "checks.pytest_plugin",
        "checks.pytest_plugin.recognition",
    ]
    assert not {"flint", "lark", "rich", "sympy", "z3"} & set(told)
