"""The command line as a subprocess, for the benchmarks that time it."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENTRY = "import sys; from checks.commandline import main; sys.exit(main())"


def lemmata(*arguments: str) -> list[str]:
    """What the installed script `lemmata` runs."""
    return [sys.executable, "-c", ENTRY, *arguments]


def seconds(command: Sequence[str]) -> tuple[float, int]:
    """Wall time and exit code of a command, its output thrown away."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start, done.returncode


def medians(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """The median wall time of each, taken in turn so that all see the same machine; the first round does not count."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for count in range(rounds + 1):
        for name, command in commands.items():
            spent, _ = seconds(command)
            if count:
                times[name].append(spent)
    return {name: statistics.median(each) for name, each in times.items()}
