"""Layout: where the boxes of a graph stand and how its edges run, groups beside one another and single boxes in a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeAlias

from checks.pages.site.graph_layers import Bend, Edge, Layered, Slot, components, layered
from checks.pages.site.graph_places import places

Size: TypeAlias = tuple[float, float]  # width and height

APART, LANE = 16.0, 10.0  # between boxes of a row, and the room of an edge that passes
BETWEEN, STEEPER, MOST = 38.0, 14.0, 34.0  # between rows: at least, for how much travel one more, and how many more at most
MARGIN = 56.0  # between groups
WIDE = 1.4  # of a screen


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, by its left upper corner."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, right: float, down: float) -> Box:
        """The box elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)

    def overlaps(self, other: Box) -> bool:
        """Whether they have inner points in common."""
        return abs(2 * (self.x - other.x) + self.width - other.width) < self.width + other.width and self.is_beside(other)

    def is_beside(self, other: Box) -> bool:
        """Whether some of it is at the same height as some of the other."""
        return self.y < other.y + other.height and other.y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Route:
    """How an edge runs: down through a row where its two ends stand one above the other, in a curve from row to row."""

    points: tuple[tuple[float, float], ...]

    def moved(self, right: float, down: float) -> Route:
        """The route elsewhere."""
        return Route(tuple((x + right, y + down) for x, y in self.points))

    @property
    def path(self) -> str:
        """The path as SVG writes it."""
        (x, y), *_ = self.points
        return f"M{x:.1f} {y:.1f}" + "".join(_stroke(one, other) for one, other in pairwise(self.points))


def _stroke(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x, y), (to_x, to_y) = start, end
    return f"V{to_y:.1f}" if abs(x - to_x) < 0.05 else f"C{x:.1f} {(y + to_y) / 2:.1f} {to_x:.1f} {(y + to_y) / 2:.1f} {to_x:.1f} {to_y:.1f}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A graph laid out from (0, 0): its boxes in reading order, its edges, and the frame of those that are linked with none."""

    boxes: Mapping[str, Box] = field(default_factory=dict)
    routes: Mapping[Edge, Route] = field(default_factory=dict)
    single: Box | None = None
    taken: tuple[Box, ...] = ()

    @property
    def width(self) -> float:
        """How far it reaches to the right."""
        return max((box.x + box.width for box in self.taken), default=0.0)

    @property
    def height(self) -> float:
        """How far it reaches down."""
        return max((box.y + box.height for box in self.taken), default=0.0)


def layout(widths: Mapping[str, float], height: float, edges: Iterable[Edge], head: Size = (0.0, 0.0)) -> Picture:
    """The picture of boxes of these widths and this height; above those that are linked with none there is room for a head.

    An edge to an id that there is not, or from an id to itself, is not drawn.
    """
    drawn = [edge for edge in dict.fromkeys(edges) if edge[0] in widths and edge[1] in widths and edge[0] != edge[1]]
    groups = components(tuple(widths), drawn)
    pictures = [_group(group, [edge for edge in drawn if edge[0] in group], widths, height) for group in groups if len(group) > 1]
    if single := [id for group in groups if len(group) == 1 for id in group]:
        pictures.append(_grid(single, widths, height, head))
    found = Picture()
    for picture in pictures:
        found = _beside(found, picture)
    return found


def _group(ids: Sequence[str], edges: Sequence[Edge], widths: Mapping[str, float], height: float) -> Picture:
    drawn = layered(ids, edges)

    def width(slot: Slot) -> float:
        return LANE if isinstance(slot, Bend) else widths[slot]

    at = places(drawn, width, APART)
    tops = list(_tops(drawn, at, height))
    top = {slot: y for row, y in zip(drawn.rows, tops, strict=True) for slot in row}
    boxes = {slot: Box(at[slot] - widths[slot] / 2, top[slot], widths[slot], height) for row in drawn.rows for slot in row if isinstance(slot, str)}
    routes = {edge: Route(tuple(_points(chain, at, top, height))) for edge, chain in drawn.chains.items()}
    return Picture(boxes, routes, None, tuple(_rows(drawn, at, width, tops, height)))


def _tops(drawn: Layered, at: Mapping[Slot, float], height: float) -> Iterator[float]:
    """The top of each row; edges that go far to the side get more room, lest they run flat."""
    row_of = {slot: number for number, row in enumerate(drawn.rows) for slot in row}
    travel = dict.fromkeys(range(len(drawn.rows)), 0.0)
    for chain in drawn.chains.values():
        for one, other in pairwise(chain):
            row = min(row_of[one], row_of[other])
            travel[row] = max(travel[row], abs(at[one] - at[other]))
    y = 0.0
    for far in travel.values():
        yield y
        y += height + BETWEEN + min(far / STEEPER, MOST)


def _points(chain: Sequence[Slot], at: Mapping[Slot, float], top: Mapping[Slot, float], height: float) -> Iterator[tuple[float, float]]:
    """Where an edge leaves its start, enters and leaves each row that it passes, and meets its end."""
    falls = top[chain[0]] < top[chain[-1]]
    enter, leave = (0.0, height) if falls else (height, 0.0)
    for number, slot in enumerate(chain):
        if number > 0:
            yield at[slot], top[slot] + enter
        if number < len(chain) - 1:
            yield at[slot], top[slot] + leave


def _rows(drawn: Layered, at: Mapping[Slot, float], width: Callable[[Slot], float], tops: Sequence[float], height: float) -> Iterator[Box]:
    """The ground that a group covers: each row with the edges below it."""
    spans = [(min(at[slot] - width(slot) / 2 for slot in row), max(at[slot] + width(slot) / 2 for slot in row)) for row in drawn.rows]
    yield Box(spans[-1][0], tops[-1], spans[-1][1] - spans[-1][0], height)
    for (one, other), (y, below) in zip(pairwise(spans), pairwise(tops), strict=True):
        left, right = min(one[0], other[0]), max(one[1], other[1])
        yield Box(left, y, right - left, below - y)


def _grid(ids: Sequence[str], widths: Mapping[str, float], height: float, head: Size) -> Picture:
    """Boxes of one width in columns, in reading order from left to right, inside a frame."""
    broad, high = max(widths[id] for id in ids), height + APART
    wide = broad + APART
    columns = next(number for number in range(1, len(ids) + 1) if number * wide >= WIDE * high * -(-len(ids) // number) or number == len(ids))
    boxes = {id: Box(APART + n % columns * wide, head[1] + APART + n // columns * high, broad, height) for n, id in enumerate(ids)}
    frame = Box(0, 0, APART + max(columns * wide, head[0] + APART), head[1] + APART + -(-len(ids) // columns) * high)
    return Picture(boxes, {}, frame, (frame,))


def _beside(found: Picture, other: Picture) -> Picture:
    """Both pictures, the other one to the right or below, where the whole stays smallest."""
    starts = sorted({0.0, *(box.y + box.height + MARGIN for box in found.taken)}) if found.taken else [0.0]
    joined = [_joined(found, other, _clear(found.taken, other.taken, y), y) for y in starts]
    return min(joined, key=lambda picture: max(picture.width, WIDE * picture.height))


def _clear(taken: Sequence[Box], others: Sequence[Box], y: float) -> float:
    """How far to the right the others must be moved, once they are moved down, to stand clear of what is taken."""
    padded = [replace(box, y=box.y - MARGIN / 2, height=box.height + MARGIN) for box in taken]
    moved = [box.moved(0, y) for box in others]
    return max((one.x + one.width + MARGIN - other.x for one in padded for other in moved if one.is_beside(other)), default=0.0)


def _joined(found: Picture, other: Picture, right: float, down: float) -> Picture:
    return Picture(
        {**found.boxes, **{id: box.moved(right, down) for id, box in other.boxes.items()}},
        {**found.routes, **{edge: route.moved(right, down) for edge, route in other.routes.items()}},
        other.single.moved(right, down) if other.single else found.single,
        (*found.taken, *(box.moved(right, down) for box in other.taken)),
    )
