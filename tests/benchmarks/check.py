"""How long `lemmata check` takes on the whole paper, from cold: a new process, nothing kept, with and without compiled files.

python -m tests.benchmarks.check
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.commands import lemmata, seconds

GOAL = 10


def main() -> None:
    """Prints the wall times and the exit code."""
    for jobs in sorted({1, min(2, os.cpu_count() or 1)}):
        spent, code = seconds(lemmata("check", "--jobs", str(jobs)))
        print(f"lemmata check --jobs {jobs}                 {spent:6.2f} s, exit code {code} (goal: under {GOAL} s on 2 cores)")
    with TemporaryDirectory() as empty:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(empty))
        spent, code = seconds(lemmata("check"))
    print(f"lemmata check, nothing compiled yet  {spent:6.2f} s, exit code {code}, on {os.cpu_count()} cores, {sys.implementation.name}")


if __name__ == "__main__":
    main()
