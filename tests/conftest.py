"""What all tests share: none reads or writes the user's cache of answers."""

from __future__ import annotations

import os


def pytest_configure() -> None:
    """Before any test module copies the environment; what is no folder holds no cache."""
    os.environ["LEMMATA_CACHE"] = os.devnull
    os.environ.pop("GITHUB_ACTIONS", None)  # or else `check` writes its commands into reports that tests compare
