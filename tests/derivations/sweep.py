"""More false twins than the tests can afford: so many of each kind for each proved obligation.

    python -m tests.derivations.sweep [HOW_MANY] [PART_OF_A_SCRIPT'S_NAME]

Prints what was believed or missed, and the counts of each script.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.derivations.families import ACCEPTED, MISSED, REFUTED, SCRIPTS, outcomes
from tests.oracle import FAILS, UNDEFINED


def main() -> None:
    """Sweeps the scripts one after the other."""
    each_kind = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    for script in SCRIPTS:
        if part in script.stem:
            found = outcomes(script, each_kind)
            print(f"{script.stem}: {dict(Counter(each.fate for each in found))}", flush=True)
            for each in found:
                if each.fate in (ACCEPTED, MISSED) or (each.fate == REFUTED and each.seen not in (FAILS, UNDEFINED)):
                    print(f"  {each}")


if __name__ == "__main__":
    main()
