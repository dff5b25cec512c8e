"""A stand-in for the engines in the workers, told by what is asked what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PANEL = """
import os, sys, time, types
from checks.reconciling import Answer
from checks.verdicts import Proved, Refuted, Witness

class Panel:
    def __init__(self, settings):
        pass

    def answers(self, obligation, cited=()):
        asked = str(obligation)
        if "99" in asked:
            os._exit(3)
        if "88" in asked:
            open("pids", "a").write(f"{os.getpid()} {os.getppid()} ")
            time.sleep(600)
        answers = {"told": Answer(Proved(f"pid {os.getpid()}"), 0.1)}
        if "77" in asked:
            answers["other"] = Answer(Refuted(Witness({}), "0", "1", 50, 0), 0.1)
        return answers

sys.modules["checks.panel"] = module = types.ModuleType("checks.panel")
module.Panel = Panel
"""


def replace_engines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on workers have no other engines."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(PANEL)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH", "")])))


def sums(*numbers: int) -> str:
    """A statement for each number."""
    return "".join(f'\nn{each} = statement("n{each}", "A sum", claims=[y + {each} >= 0])' for each in numbers)
