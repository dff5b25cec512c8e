"""Stressing: the claims that hold, tried at many more points than the tests can afford.

    python -m tests.soundness.stressing [HOW_MANY] [SEED]

Prints every claim that fails or is not defined somewhere, and those that were met at few points only.
"""

from __future__ import annotations

import sys

from tests.soundness.corpus import TRUE, of
from tests.soundness.grammar import read
from tests.soundness.points import stress

FEW = 10


def main() -> None:
    """Tries every claim that says something about points."""
    count, seed = (int(text) for text in (*sys.argv[1:3], *("1000", "1")[len(sys.argv) - 1 :]))
    for entry in of(TRUE):
        if " as " not in entry.claim and "limit(" not in entry.claim:
            found = stress(read(entry.claim), tuple(read(each) for each in entry.given), count, seed)
            if found.point is not None or found.held < FEW:
                print(f"{entry.place}: {entry}: {found.how or 'held'}, {found.held} of {found.tried} points", dict(found.point or {}))


if __name__ == "__main__":
    main()
