"""Addresses: the page of each statement, and of each id that a page refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checks.judging import StatementReport

FOLDER = "statements"


@dataclass(frozen=True, slots=True)
class Address:
    """A statement with the path of its page within the site."""

    report: StatementReport
    path: str

    @property
    def name(self) -> str:
        """The name of its page, by which it is told apart from the others where one page shows several."""
        return self.path.removeprefix(f"{FOLDER}/").removesuffix(".html")


def addresses(reports: Iterable[StatementReport]) -> tuple[Address, ...]:
    """An address for each report; names stay apart where letters differ in case only, or two papers share an id."""
    taken: set[str] = set()
    found = []
    for report in reports:
        name, number = _file_name(report.id), 2
        while name.casefold() in taken:
            name, number = f"{_file_name(report.id)}_{number}", number + 1
        taken.add(name.casefold())
        found.append(Address(report, f"{FOLDER}/{name}.html"))
    return tuple(found)


def by_id(found: Iterable[Address]) -> Mapping[str, Address]:
    """The addresses by the ids of their statements; the first where several share one."""
    paths: dict[str, Address] = {}
    for each in found:
        paths.setdefault(each.report.id, each)
    return paths


def _file_name(id: str) -> str:
    """The id with what a file's name or a link would take amiss spelled out.

    >>> _file_name("s4.1-exponent-n"), _file_name("../x y")
    ('s4.1-exponent-n', '_2e__2e__2f_x_20_y')
    """
    return re.sub(r"[^A-Za-z0-9.-]|^\.+|\.(?=\.)", lambda found: "".join(f"_{ord(each):x}_" for each in found[0]), id)
