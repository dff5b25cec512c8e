"""Needed: which assumptions a proof can do without, found by proving again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Given = TypeVar("Given")


def needless(given: Sequence[Given], proves: Callable[[tuple[Given, ...]], bool]) -> Iterator[Given]:
    """The assumptions that can be left out, all of them together; the later ones are tried first.

    Args:
        given: what a proof assumed.
        proves: whether it is still proved from some of them; a doubt counts as no.

    >>> list(needless(["x > 0", "y > 0", "x > 1"], lambda kept: "x > 0" in kept or "x > 1" in kept))
    ['x > 1', 'y > 0']
    """
    kept = list(enumerate(given))
    for place in reversed(range(len(given))):
        fewer = [each for each in kept if each[0] != place]
        if proves(tuple(each for _, each in fewer)):
            kept = fewer
            yield given[place]
