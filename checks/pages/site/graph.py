"""Graph: the statements of a run and what rests on what, as a picture whose boxes open the statements' pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.checking import Checked
from checks.dependencies import reached, turned
from checks.judging import FAILS, StatementReport
from checks.ledger import VERDICTS, Ledger
from checks.pages.errata.items import NAMES
from checks.pages.prose import readable
from checks.pages.site.addresses import Address, addresses
from checks.pages.site.graph_layout import Box, Picture, layout

LETTER, LINE, LONGEST = 6.65, 13.0, 20  # a letter's width and a line's height at 11 px, and the letters of a line
BADGE, PADDING, HEAD, BORDER = 24.0, 9.0, 22.0, 12.0
SINGLE = "linked with no other"
SHAPED = ("conclusion", "theorem")  # kinds whose boxes differ from the others


@dataclass(frozen=True, slots=True)
class Node:
    """A statement in the picture.

    Attributes:
        address: its report and its page, whose name is what the picture's other parts, and links into it, call it.
        lines: its id, broken where it is long, each part with the height at which it is written.
        is_shaken: whether it fails, or rests on something that does, directly or through others.
        below, above: what it rests on, and what rests on it.
    """

    address: Address
    box: Box
    lines: tuple[tuple[str, float], ...]
    is_shaken: bool
    below: tuple[str, ...]
    above: tuple[str, ...]

    @property
    def report(self) -> StatementReport:
        """What the run says of it."""
        return self.address.report

    @property
    def title(self) -> str:
        """What it is about, in a few words."""
        return readable(self.report.statement.title if self.report.statement else self.report.entry.says)

    @property
    def label(self) -> str:
        """What a screen reader says of it."""
        return f"{self.report.id}, {self.report.entry.where}, {self.report.verdict}; rests on {len(self.below)}, carries {len(self.above)}"


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge of the picture, from what is rested on to what rests on it, with the head at its end."""

    start: str
    end: str
    path: str
    head: str
    is_shaken: bool


def graph_page(checked: Checked) -> dict[str, object]:
    """What the template of the graph asks for."""
    found = {each.name: each for each in addresses(checked.reports)}
    below = _below(found, tuple(checked.ledgers.values()))
    above = turned(below)
    shaken = _shaken(found, below)
    parts = {name: broken(each.report.id) for name, each in found.items()}
    picture = _picture(parts, below)
    return {
        "nodes": [
            Node(found[name], box, tuple(_written(parts[name], box)), name in shaken, below[name], above.get(name, ()))
            for name, box in picture.boxes.items()
        ],
        "arrows": list(_arrows(picture, shaken)),
        "single": picture.single,
        "single_says": SINGLE,
        "width": round(picture.width, 1),
        "height": round(picture.height, 1),
        "verdicts": _counted(VERDICTS, Counter(report.verdict for report in checked.reports)),
        "kinds": _counted(SHAPED, Counter(report.entry.kind for report in checked.reports)),
        "kind_names": {kind: NAMES[kind] for kind in SHAPED},
        "shaken": len(shaken),
    }


def _below(found: Mapping[str, Address], ledgers: Sequence[Ledger]) -> dict[str, tuple[str, ...]]:
    """What each statement rests on, by their names; two papers of one run may use the same ids."""
    home = {name: next((paper for paper, ledger in enumerate(ledgers) if _lists(ledger, each)), None) for name, each in found.items()}
    known = {(home[name], each.report.id): name for name, each in found.items()}
    named = {name: [known.get((home[name], id)) for id in dict.fromkeys(each.report.entry.rests_on)] for name, each in found.items()}
    return {name: tuple(other for other in several if other is not None and other != name) for name, several in named.items()}


def _lists(ledger: Ledger, address: Address) -> bool:
    return ledger.entry(address.report.id) == address.report.entry


def _picture(parts: Mapping[str, tuple[str, ...]], below: Mapping[str, tuple[str, ...]]) -> Picture:
    widths = {name: BADGE + PADDING + LETTER * max(map(len, lines)) for name, lines in parts.items()}
    height = BORDER + LINE * max([2, *map(len, parts.values())])
    return layout(widths, height, [(each, name) for name, several in below.items() for each in several], (LETTER * len(SINGLE), HEAD))


def broken(id: str) -> tuple[str, ...]:
    """An id on as many lines as it needs, broken behind hyphens where there are any.

    >>> broken("lemma-1"), broken("s4.1-parameter-efficiency-n")
    (('lemma-1',), ('s4.1-parameter-', 'efficiency-n'))
    """
    lines = [""]
    for piece in re.findall(rf"[^-]{{1,{LONGEST - 1}}}-?|-", id):
        if lines[-1] and len(lines[-1] + piece) > LONGEST:
            lines.append("")
        lines[-1] += piece
    return tuple(lines)


def _written(lines: tuple[str, ...], box: Box) -> Iterator[tuple[str, float]]:
    """Each line with its height in the box, all of them in the middle of it."""
    first = (box.height - LINE * (len(lines) - 1)) / 2 + 3.8
    yield from ((text, round(first + number * LINE, 1)) for number, text in enumerate(lines))


def _shaken(found: Mapping[str, Address], below: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    failing = {name for name, each in found.items() if each.report.verdict == FAILS}
    return frozenset(name for name in found if name in failing or failing & reached(name, below).keys())


def _arrows(picture: Picture, shaken: frozenset[str]) -> Iterator[Arrow]:
    for (start, end), route in picture.routes.items():
        (_, before), (x, y) = route.points[-2:]
        back = -7 if before < y else 7
        yield Arrow(start, end, route.path, f"M{x - 3.5:.1f} {y + back:.1f}h7L{x:.1f} {y:.1f}z", start in shaken and end in shaken)


def _counted(words: tuple[str, ...], counts: Counter[str]) -> list[tuple[str, int]]:
    """The words that occur, in their order, each with how often it does."""
    return [(word, counts[word]) for word in words if counts[word]]
