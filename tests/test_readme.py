"""The README says what the program does: its generated parts are made anew and compared."""

from __future__ import annotations

import pytest

from tests import readme


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    return readme.generated()


def test_generated_parts_are_current(parts: dict[str, str]) -> None:
    text = readme.README.read_text(encoding="utf-8")
    assert text == readme.with_parts(text, parts), "run python -m tests.readme"


def test_every_module_has_a_caption() -> None:
    missing = [path for package in readme.PACKAGES for path in (readme.ROOT / package).rglob("*.py") if not readme.caption(path)]
    assert missing == []


def test_a_changed_part_is_noticed(parts: dict[str, str]) -> None:
    text = readme.README.read_text(encoding="utf-8")
    assert text != readme.with_parts(text, {**parts, "check": "nothing"})


def test_the_worked_example_passes(parts: dict[str, str]) -> None:
    assert "1 holds" in parts["own"] or "1 hold" in parts["own"]
