"""Layers: a graph as rows of nodes, each below what it rests on, in an order in which few edges cross."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, groupby, pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import igraph

Edge: TypeAlias = tuple[str, str]
TURNS = 12  # orders tried


@dataclass(frozen=True, slots=True)
class Bend:
    """A place in a row through which edges go on to lower rows: those that start at the same node share it, as a trunk its branches."""

    trunk: tuple[str, ...]
    row: int


Slot: TypeAlias = str | Bend
Link: TypeAlias = tuple[Slot, Slot]
Rows: TypeAlias = Sequence[Sequence[Slot]]


@dataclass(frozen=True, slots=True)
class Layered:
    """Rows from top to bottom, each from left to right, and the slots that each edge passes, from its start to its end."""

    rows: tuple[tuple[Slot, ...], ...]
    chains: Mapping[Edge, tuple[Slot, ...]]


def components(ids: Sequence[str], edges: Sequence[Edge]) -> list[tuple[str, ...]]:
    """The ids that hang together, the largest group first, and otherwise in the given order."""
    graph = _graph(ids, edges)
    groups = [tuple(ids[number] for number in sorted(group)) for group in graph.connected_components(mode="weak")]
    return sorted(groups, key=lambda group: (-len(group), ids.index(group[0])))


def layered(ids: Sequence[str], edges: Sequence[Edge]) -> Layered:
    """The rows of a graph that hangs together; where its edges go round in a circle, some of them climb."""
    level = _levels(ids, edges)
    chains = {edge: _chain(edge, level) for edge in edges}
    slots = list(dict.fromkeys([*ids, *(slot for chain in chains.values() for slot in chain)]))
    links = list(dict.fromkeys(link for chain in chains.values() for link in pairwise(chain)))
    rows = {slot: slot.row if isinstance(slot, Bend) else level[slot] for slot in slots}
    tried: list[Rows] = [untangled(_ordered(_rotated(slots, turn), rows, links), links) for turn in range(TURNS)]
    best = min(tried, key=lambda found: crossings(found, links))
    return Layered(tuple(map(tuple, best)), chains)


def crossings(rows: Rows, links: Iterable[Link]) -> int:
    """How often links cross between neighbouring rows."""
    place = {slot: (row, number) for row, slots in enumerate(rows) for number, slot in enumerate(slots)}
    drawn = sorted(sorted((place[one], place[other])) for one, other in links)
    gaps = [[(upper, lower) for (_, upper), (_, lower) in several] for _, several in groupby(drawn, key=lambda link: link[0][0])]
    return sum((a - c) * (b - d) < 0 for several in gaps for (a, b), (c, d) in combinations(several, 2))


def untangled(rows: Rows, links: Iterable[Link]) -> list[list[Slot]]:
    """The rows, each slot moved to where its links cross the fewest others, as long as that takes crossings away."""
    above, below = dict[Slot, list[Slot]](), dict[Slot, list[Slot]]()
    row_of = {slot: number for number, row in enumerate(rows) for slot in row}
    for one, other in links:
        upper, lower = sorted((one, other), key=row_of.__getitem__)
        above.setdefault(lower, []).append(upper)
        below.setdefault(upper, []).append(lower)
    place = {slot: number for row in rows for number, slot in enumerate(row)}

    def crossed(left: Slot, right: Slot) -> int:
        return sum(place[a] > place[b] for side in (above, below) for a in side.get(left, ()) for b in side.get(right, ()))

    found, moved = [list(row) for row in rows], True
    while moved:
        moved = False
        for number in (*range(len(found)), *reversed(range(len(found)))):
            for slot in tuple(found[number]):
                moved |= _sifted(found[number], slot, crossed)
            place |= {slot: at for at, slot in enumerate(found[number])}
    return found


def _sifted(row: list[Slot], slot: Slot, crossed: Callable[[Slot, Slot], int]) -> bool:
    """Moves a slot to the best place of its row; whether that took crossings away."""
    stood = row.index(slot)
    row.remove(slot)
    costs = list(accumulate((crossed(other, slot) - crossed(slot, other) for other in row), initial=0))
    best = stood if costs[stood] == min(costs) else costs.index(min(costs))
    row.insert(best, slot)
    return best != stood


def _ordered(slots: Sequence[Slot], row: Mapping[Slot, int], links: Sequence[Link]) -> Rows:
    """The slots in their rows, as igraph orders them, which depends on the order in which it is told of them."""
    drawn = list(_graph(slots, links).layout_sugiyama(layers=[row[slot] for slot in slots], maxiter=200))
    across = {slot: drawn[number][0] for number, slot in enumerate(slots)}
    return [sorted((slot for slot in slots if row[slot] == number), key=across.__getitem__) for number in range(max(row.values()) + 1)]


def _rotated(slots: Sequence[Slot], turn: int) -> Sequence[Slot]:
    start = len(slots) * turn // TURNS
    return [*slots[start:], *slots[:start]]


def _graph(nodes: Sequence[Slot], links: Iterable[Link]) -> igraph.Graph:
    """The graph, its nodes numbered as igraph wants it."""
    try:
        import igraph
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError("the graph of statements is laid out by igraph, which is missing here; pip install 'lemmata[site]'") from missing
    number = {node: place for place, node in enumerate(nodes)}
    return igraph.Graph(n=len(nodes), edges=[(number[one], number[other]) for one, other in links], directed=True)


def _levels(ids: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The row of each node; what carries more than it rests on stands right above the first that rests on it."""
    graph = _graph(ids, edges)
    found = [round(y) for _, y in list(graph.layout_sugiyama())[: len(ids)]]
    for node in sorted(range(len(ids)), key=lambda each: -found[each]):
        if graph.outdegree(node) > graph.indegree(node):
            found[node] = max(found[node], min(found[each] for each in graph.successors(node)) - 1)
    return dict(zip(ids, found, strict=True))


def _chain(edge: Edge, level: Mapping[str, int]) -> tuple[Slot, ...]:
    start, end = edge
    if level[start] < level[end]:
        return (start, *(Bend((start,), row) for row in range(level[start] + 1, level[end])), end)
    return (start, *(Bend(edge, row) for row in range(level[start] - 1, level[end], -1)), end)
