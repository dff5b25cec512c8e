"""Summary: how many errata there are of each gravity, and what is to be known before they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checks.judging import FAILS, NEEDS
from checks.pages.errata.gravity import Errata, Erratum
from checks.pages.errata.items import NAMES

HEADINGS = {kind: several.capitalize() for kind, (_, several) in NAMES.items()} | {"conclusion": "Conclusions that change"}
PASSING = "Hold, but their printed derivation passes through a statement that fails"
NOTICED = "Findings beside the statements"
TITLES = ("", "fail", "need more", "hold, but are derived from what fails")


def counts(found: Errata) -> dict[str, tuple[int, int, int]]:
    """Of each kind how many fail, how many need more, and how many hold but are derived from what fails."""
    return {kind: (_number(group, FAILS), _number(group, NEEDS), _of_kind(found.passing, kind)) for kind, group in found.groups.items()}


def table(found: Errata) -> Iterator[tuple[str, ...]]:
    """The counts as rows of text, with their sum below."""
    rows = counts(found)
    yield from ((NAMES[kind][1], *map(str, row)) for kind, row in rows.items())
    yield ("in all", *(str(sum(column)) for column in zip(*rows.values(), strict=True)))


def remarks(found: Errata) -> Iterator[str]:
    """What the counts do not say, in sentences."""
    if not found.wrong:
        yield "No statement that was checked is false as printed."
    if found.open:
        yield f"Not settled, and so not judged here: {found.open} statement{'s' * (found.open != 1)}."
    if any(each.is_recorded for each in found.neighbours):
        yield "What this run did not check has its recorded verdict, and says so."


def _number(group: Iterable[Erratum], verdict: str) -> int:
    return sum(each.report.verdict == verdict for each in group)


def _of_kind(among: Iterable[Erratum], kind: str) -> int:
    return sum(each.report.entry.kind == kind for each in among)
