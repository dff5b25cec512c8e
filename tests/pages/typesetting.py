"""Typesetting: documents compiled as their readers do it, by two runs of pdflatex, and what its log complains of."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

WIDEST = 5.0  # by how many points a line may stick out
COMPLAINTS = re.compile(r"^!.*|.*\b(?:undefined|multiply[- ]defined|same identifier|Missing character|Rerun (?:LaTeX|to get)).*", re.MULTILINE)
WIDE = re.compile(r"Overfull \\hbox \((\d+\.\d+)pt.*")


def typeset(folder: Path, written: str) -> str:
    """The log of the second run; a missing pdflatex skips the test, but fails it in CI."""
    if shutil.which("pdflatex") is None:
        pytest.fail("pdflatex is not installed") if os.environ.get("CI") else pytest.skip("pdflatex is not installed")
    (folder / "d.tex").write_text(written, encoding="utf-8")
    for _ in range(2):
        done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "d.tex"], cwd=folder, capture_output=True, check=False)  # noqa: S607 — wherever it is
    log = (folder / "d.log").read_text(errors="replace")
    assert done.returncode == 0, log[-3000:]
    return log


def complaints(log: str) -> list[str]:
    """What the log says of references, labels, characters and lines that are too wide."""
    return COMPLAINTS.findall(log) + [found[0] for found in WIDE.finditer(log) if float(found[1]) > WIDEST]
