"""Links: from one page of a site to another, and statements named by their signs and ids, linked where they have a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from checks.judging import StatementReport
from checks.pages.errata.gravity import Neighbour
from checks.pages.errata.items import Related
from checks.pages.site.addresses import FOLDER, Address
from checks.pages.site.chains import Elsewhere, calculations
from checks.pages.spans import BAD, FAINT, GOOD, MARKS, WARNING

TONES = {GOOD: "good", WARNING: "warning", BAD: "bad", FAINT: "faint"}


@dataclass(frozen=True, slots=True)
class Links:
    """Where links lead, as seen from one page; `root` is the way from it to the first page."""

    found: tuple[Address, ...]
    known: Mapping[str, Address]
    root: str

    def page(self, report: StatementReport) -> str:
        """The page of a report."""
        return self._to(next(each for each in self.found if each.report is report))

    def href(self, id: str) -> str:
        """The page of a statement of this run."""
        return self._to(self.known[id])

    def calculation(self, shown: Elsewhere) -> str:
        """The anchor of a calculation on the page where it is set out."""
        return f"calculation-{calculations(shown.home).index(shown.calculation) + 1}"

    def _to(self, address: Address) -> str:
        return address.path.removeprefix(f"{FOLDER}/") if self.root else address.path

    def neighbour(self, each: Neighbour) -> Markup:
        """Its sign and id; a link where it has a page, and else with a word on where its verdict is from."""
        if each.id in self.known:
            return Markup('<a class="{}" href="{}">{} {}</a>').format(tone(each.verdict), self.href(each.id), sign(each.verdict), each.id)
        source = "recorded" if each.is_recorded else "not checked"
        return Markup('<span class="{}">{} {} ({})</span>').format(tone(each.verdict), sign(each.verdict), each.id, source)

    def related(self, several: Related) -> Markup:
        """What the errata say of neighbours, in words of theirs, with links."""
        return Markup(several.text(lambda each: str(self.neighbour(each))))  # noqa: S704  # names are escaped, the rest are our words


def tone(verdict: str) -> str:
    """The class of a verdict's colour."""
    return TONES[MARKS[verdict][1]]


def sign(verdict: str) -> str:
    """The sign of a verdict, which says without colour what the colour says."""
    return MARKS[verdict][0]
