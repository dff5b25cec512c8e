"""How long the command line takes to start, against a bare Python interpreter that imports rich.

python -m tests.benchmarks.start
"""

from __future__ import annotations

import sys

from tests.benchmarks.commands import lemmata, medians

ROUNDS = 15
BARE = "python, import rich"
COMMANDS = {
    BARE: [sys.executable, "-c", "import rich"],
    "lemmata --help": lemmata("--help"),
    "lemmata list": lemmata("list"),
}


def main() -> None:
    """Prints the medians and their ratios to the bare interpreter."""
    found = medians(COMMANDS, ROUNDS)
    for name, spent in found.items():
        print(f"{name:20} {1000 * spent:6.0f} ms   ratio {spent / found[BARE]:.2f} (goal: at most 4)")


if __name__ == "__main__":
    main()
