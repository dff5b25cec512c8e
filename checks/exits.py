"""Exit codes of the command line, and which of several is the most urgent."""

from __future__ import annotations

from collections.abc import Iterable

SOUND, FALLEN, USAGE, UNSETTLED, ALARM = 0, 1, 2, 3, 4
PRECEDENCE = (ALARM, USAGE, FALLEN, UNSETTLED, SOUND)
INTERRUPTED, BROKEN_PIPE, TERMINATED = 130, 141, 143


def exit_code(codes: Iterable[int]) -> int:
    """The most urgent of the codes: contradiction, misuse, refutation, doubt.

    >>> exit_code([3, 0, 1])
    1
    """
    found = set(codes)
    return next((code for code in PRECEDENCE if code in found), SOUND)
