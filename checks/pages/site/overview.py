"""Overview: every statement of a run as a row of a table that can be filtered and sorted, and how many there are of each verdict."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from checks.checking import Checked
from checks.judging import StatementReport
from checks.ledger import KINDS, VERDICTS
from checks.pages.errata.items import NAMES
from checks.pages.reports import PLURALS, counts
from checks.pages.site.addresses import Address

GRAVEST_FIRST = ("fails", "needs", "open", "informal", "holds")


@dataclass(frozen=True, slots=True)
class Row:
    """A statement in the table.

    Attributes:
        section: the part of the paper in which it stands first.
        rank: its place where the gravest come first.
    """

    report: StatementReport
    path: str
    kind: str
    section: str
    rank: int


def overview(checked: Checked, found: tuple[Address, ...]) -> dict[str, object]:
    """What the template of the overview asks for."""
    rows = [_row(each) for each in found]
    kinds = Counter(row.report.entry.kind for row in rows)
    return {
        "rows": rows,
        "verdicts": [(verdict, number, PLURALS[verdict][number != 1]) for verdict in VERDICTS if (number := counts(checked)[verdict])],
        "kinds": [(kind, NAMES[kind][1], kinds[kind]) for kind in KINDS if kinds[kind]],
        "sections": list(dict.fromkeys(row.section for row in rows if row.section)),
        "steps": sum(len(report.steps) for report in checked.reports),
    }


def section(where: str) -> str:
    """The part of the paper that a place names first.

    >>> section("§4.1, Theorem 1; Appendix D"), section("abstract; §1")
    ('§4.1', 'abstract')
    """
    return re.split(r"[,;]", where)[0].strip()


def _row(address: Address) -> Row:
    report = address.report
    return Row(report, address.path, NAMES[report.entry.kind][0], section(report.entry.where), GRAVEST_FIRST.index(report.verdict))
