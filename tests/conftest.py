"""What all tests share: none reads or writes the user's cache of answers, and the whole paper is checked once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.kept import answers

if TYPE_CHECKING:
    from checks.checking import Checked

FOLDER = Path(__file__).parents[1] / "derivations"


def pytest_configure() -> None:
    """Before any test module copies the environment; what is no folder holds no cache."""
    os.environ["LEMMATA_CACHE"] = os.devnull
    os.environ.pop("GITHUB_ACTIONS", None)  # or else `check` writes its commands into reports that tests compare


@pytest.fixture(scope="session")
def checker() -> Callable[[str], Checked]:
    """The checker with a cache of the session's own, so that what is asked again is answered at once."""
    from checks.checking import check
    from checks.selection import selection
    from checks.settings import Settings

    def checked(named: str) -> Checked:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("LEMMATA_CACHE", answers())
            patch.setattr(sys, "path", [*sys.path])
            return check(selection([named]), Settings(uses_cache=True))

    return checked


@pytest.fixture(scope="session")
def paper(checker: Callable[[str], Checked]) -> Checked:
    """All that one run finds out about the paper."""
    return checker(str(FOLDER))
