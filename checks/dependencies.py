"""Dependencies: which statements rest on which, directly or through others, as a graph from ids to the ids below them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

Graph = Mapping[str, Iterable[str]]


def reached(start: str, graph: Graph) -> dict[str, int]:
    """All that is reached from an id, nearest first, each with the least number of edges that lead to it; not the id itself.

    >>> reached("theorem", {"theorem": ["lemma", "definition"], "lemma": ["definition", "axiom"]})
    {'lemma': 1, 'definition': 1, 'axiom': 2}
    """
    distances = {start: 0}
    for id in (queue := [start]):  # the list grows while it is read
        for below in graph.get(id, ()):
            if below not in distances:
                distances[below] = distances[id] + 1
                queue.append(below)
    del distances[start]
    return distances


def turned(graph: Graph) -> dict[str, tuple[str, ...]]:
    """The graph with its edges turned round: what rests directly on each id, in the order of the graph.

    >>> turned({"lemma": ["definition"], "theorem": ["lemma", "definition"]})
    {'definition': ('lemma', 'theorem'), 'lemma': ('theorem',)}
    """
    above: dict[str, list[str]] = {}
    for id, several in graph.items():
        for below in several:
            above.setdefault(below, []).append(id)
    return {id: tuple(dict.fromkeys(several)) for id, several in above.items()}


def cycle(graph: Graph) -> tuple[str, ...]:
    """Ids each of which rests on the next, the last the same as the first; empty where there is no such cycle.

    >>> cycle({"a": ["b"], "b": ["c"], "c": ["b"]}) in [("b", "c", "b"), ("c", "b", "c")], cycle({"a": ["b"]})
    (True, ())
    """
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return tuple(reversed(found.args[1]))
    return ()
