"""Places: how far to the right each slot of a row stands, near what it is linked with, and clear of its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TypeAlias

from checks.pages.site.graph_layers import Bend, Layered, Slot

Pull: TypeAlias = tuple[float, float]  # a place and how strongly it draws
Middle: TypeAlias = Callable[[Sequence[Pull]], float]
Width: TypeAlias = Callable[[Slot], float]

DRAWN, ALIGNED = 60, 20  # sweeps that bring slots near the mean of what they are linked with, then right below or above one of it
STRAIGHT = {0: 1.0, 1: 2.0, 2: 8.0}  # how strongly a link draws, by how many of its ends are bends
DOWNWARD = 1.001  # of two links that draw alike the one from above counts, so that edges run straight down as far as they can


def places(drawn: Layered, width: Width, gap: float) -> dict[Slot, float]:
    """The middle of each slot; the left edge of the leftmost is at 0."""
    packed = {slot: x for row in drawn.rows for slot, x in zip(row, _packed(row, width, gap), strict=True)}
    at, links = dict(packed), _links(drawn)

    def settle(row: Sequence[Slot], middle: Middle) -> None:
        """Moves a row to where its links draw it, measured from where its slots stand when they are packed."""
        wanted = [[(at[other] - packed[slot], pull) for other, pull in links[slot].items()] for slot in row]
        at.update({slot: packed[slot] + moved for slot, moved in zip(row, rising(wanted, middle), strict=True)})

    for sweep in range(DRAWN):
        for row in drawn.rows if sweep % 2 == 0 else reversed(drawn.rows):
            settle(row, mean)
    for row in drawn.rows * ALIGNED:
        settle(row, median)
    left = min(x - width(slot) / 2 for slot, x in at.items())
    return {slot: x - left for slot, x in at.items()}


def rising(wanted: Sequence[Sequence[Pull]], middle: Middle) -> list[float]:
    """Numbers that do not fall, each in the middle of what draws it; those that would fall are pooled.

    >>> rising([[(1, 1)], [(4, 1)], [(2, 1)], [(5, 1)]], mean)
    [1.0, 3.0, 3.0, 5.0]
    """
    pools: list[tuple[float, list[Pull], int]] = []
    for pulls in wanted:
        value, several, size = middle(pulls), list(pulls), 1
        while pools and pools[-1][0] > value:
            _, before, number = pools.pop()
            several, size = before + several, size + number
            value = middle(several)
        pools.append((value, several, size))
    return [value for value, _, size in pools for _ in range(size)]


def mean(pulls: Sequence[Pull]) -> float:
    """The weighted mean."""
    return sum(place * weight for place, weight in pulls) / sum(weight for _, weight in pulls)


def median(pulls: Sequence[Pull]) -> float:
    """The weighted median, the least if there are several.

    >>> median([(1, 1), (7, 5), (9, 3)])
    7
    """
    ordered = sorted(pulls)
    reached = accumulate(weight for _, weight in ordered)
    half = sum(weight for _, weight in ordered) / 2
    return next(place for (place, _), weight in zip(ordered, reached, strict=True) if weight >= half)


def _packed(row: Sequence[Slot], width: Width, gap: float) -> list[float]:
    """The middles of a row's slots as close as they may stand, the first at 0."""
    return list(accumulate(((width(one) + width(other)) / 2 + gap for one, other in pairwise(row)), initial=0.0))


def _links(drawn: Layered) -> Mapping[Slot, Mapping[Slot, float]]:
    """What each slot is linked with, and how strongly that draws it."""
    found: dict[Slot, dict[Slot, float]] = {slot: {} for row in drawn.rows for slot in row}
    for chain in drawn.chains.values():
        for one, other in pairwise(chain):
            pull = STRAIGHT[isinstance(one, Bend) + isinstance(other, Bend)]
            found[one][other], found[other][one] = pull, pull * DOWNWARD
    return found
