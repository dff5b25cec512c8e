"""How long `lemmata check` takes on the whole paper, from cold: a new process, nothing kept, with and without compiled files; and once more.

python -m tests.benchmarks.check
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.commands import lemmata, medians, seconds

GOAL = 10
AGAIN_GOAL = 3
ROUNDS = 5


def main() -> None:
    """Prints the wall times and the exit code, and how a second run compares with the first."""
    for jobs in sorted({1, min(2, os.cpu_count() or 1)}):
        spent, code = seconds(lemmata("check", "--no-cache", "--jobs", str(jobs)))
        print(f"lemmata check --jobs {jobs}                 {spent:6.2f} s, exit code {code} (goal: under {GOAL} s on 2 cores)")
    with TemporaryDirectory() as empty:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(empty))
        spent, code = seconds(lemmata("check", "--no-cache"))
        del os.environ["PYTHONPYCACHEPREFIX"]
    print(f"lemmata check, nothing compiled yet  {spent:6.2f} s, exit code {code}, on {os.cpu_count()} cores, {sys.implementation.name}")
    _again()


def _again() -> None:
    """The first run fills an empty cache; what it could not settle is asked again by the others."""
    with TemporaryDirectory() as empty:
        os.environ["LEMMATA_CACHE"] = empty
        first, code = seconds(lemmata("check"))
        again = medians({"check": lemmata("check")}, ROUNDS)["check"]
        entries = sum(path.is_file() for path in Path(empty).rglob("*"))
    print(f"lemmata check, into an empty cache   {first:6.2f} s, exit code {code}, {entries} answers kept")
    print(f"lemmata check, again                 {again:6.2f} s, ratio {again / first:.3f} (goal: under {AGAIN_GOAL} s)")


if __name__ == "__main__":
    main()
