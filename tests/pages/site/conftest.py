"""What the tests of the site share: the site of the paper, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

pytest.importorskip("jinja2", reason="the site's libraries are not installed")

from playwright.sync_api import Browser, sync_playwright

from checks.checking import Checked
from checks.figures import load_figures, made
from checks.pages.figures import draw
from checks.pages.site import Figure, write_site

CALM = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


@pytest.fixture(scope="session")
def figures(paper: Checked, tmp_path_factory: pytest.TempPathFactory) -> Sequence[Figure]:
    """The figures of the paper, drawn."""
    (ledger,) = paper.ledgers.values()
    return draw(made(load_figures(ledger.figures)), tmp_path_factory.mktemp("drawn"))


@pytest.fixture(scope="session")
def site(paper: Checked, figures: Sequence[Figure], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the whole paper."""
    folder = tmp_path_factory.mktemp("site")
    write_site(paper, folder, figures)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    program = shutil.which("chromium")
    if program is None and "CI" not in os.environ:
        pytest.skip("chromium is not installed")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program, args=list(CALM))
        yield opened
        opened.close()
