"""The notation table lists every declared symbol, with the domain it was declared with, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, Interval
from checks.language.terms import Function, Symbol
from symbolic_model import symbols

DOMAINS: dict[str, Interval] = {">= 0": NONNEGATIVE, "> 0": POSITIVE, "real": REAL}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, for one name."""

    paper: str
    domain: str
    place: str


def _rows() -> dict[str, Row]:
    lines = [line for line in (symbols.__doc__ or "").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]
    return {
        name.strip(): Row(paper.strip(), domain, place)
        for names, papers, _, domain, place in cells
        for name, paper in zip(names.split(","), papers.split(","), strict=True)
    }


ROWS = _rows()
SYMBOLS = {name: value for name, value in vars(symbols).items() if isinstance(value, Symbol)}
FUNCTIONS = {name: value for name, value in vars(symbols).items() if isinstance(value, Function)}


def test_the_table_lists_what_is_declared() -> None:
    assert list(ROWS) == [*SYMBOLS, *FUNCTIONS]


@pytest.mark.parametrize("name", SYMBOLS)
def test_domains_are_as_listed(name: str) -> None:
    listed = next(domain for text, domain in DOMAINS.items() if ROWS[name].domain.endswith(text))
    assert SYMBOLS[name].domain == listed


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_have_no_domain(name: str) -> None:
    assert ROWS[name].domain == ""


@pytest.mark.parametrize("name", ROWS)
def test_each_row_names_a_place(name: str) -> None:
    assert ROWS[name].place.startswith(("section", "Lemma", "Appendix", "Theorem"))


@pytest.mark.parametrize("name", SYMBOLS)
def test_symbols_say_what_they_mean(name: str) -> None:
    assert SYMBOLS[name].meaning
