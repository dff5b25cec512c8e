"""The page of an optimum: of which kind it is, at which values, and its quantities between decimal bounds; as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checks.enclosures.decimals import Enclosure, decimal_text
from checks.language.terms import Number, Symbol
from checks.optimization import Found, NotShown, Parameter, Quantity, quantities
from checks.pages.labels import LABEL, labelled
from checks.pages.spans import FAINT, STRONG, WARNING, Line, Span, line
from checks.pages.wrapping import page_width

GAP = "  "
UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Report:
    """What was asked of a model, and what it found, or why it found nothing.

    Attributes:
        model: the name of the model's module.
        values: the parameters' values as written.
        digits: how many were asked for.
        found: the optimum, or what could not be shown.
    """

    model: str
    values: Mapping[str, str]
    digits: int
    found: Found | NotShown

    @property
    def kind(self) -> str:
        """The kind of optimum in a word or two."""
        return UNDECIDED if isinstance(self.found, NotShown) else self.found.kind

    @property
    def says(self) -> str:
        """The kind in a sentence, or what could not be shown."""
        return str(self.found) if isinstance(self.found, NotShown) else self.found.says

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """What was found."""
        return () if isinstance(self.found, NotShown) else quantities(self.found)


def as_written(parameters: Sequence[Parameter], values: Mapping[str, Number]) -> dict[str, str]:
    """The values as they were written, and the defaults."""
    texts = {name: str(value.text) for name, value in values.items()}
    for parameter in parameters:
        if parameter.name not in texts and parameter.default is not None:
            texts[parameter.name] = texts[parameter.default.name] if isinstance(parameter.default, Symbol) else str(parameter.default)
    return {parameter.name: texts[parameter.name] for parameter in parameters if parameter.name in texts}


def optimum_page(report: Report) -> list[Line]:
    """The whole page."""
    given = ", ".join(f"{name} = {text}" for name, text in report.values.items())
    shown = [each for each in report.quantities if each.value is not None]
    plain = [each for each in shown if isinstance(each.value, bool)]
    enclosed = [(each, each.value) for each in shown if isinstance(each.value, Enclosure)]
    kind = Span(report.kind, WARNING if report.kind == UNDECIDED else STRONG)
    return [
        (kind,),
        *labelled("because" if report.kind == UNDECIDED else "that is", report.says, formula=False),
        *labelled("at", given, formula=False),
        *(each for told in plain for each in labelled("yes" if told.value else "no", told.meaning, formula=False)),
        *_bounds(enclosed),
    ]


def _bounds(enclosed: Sequence[tuple[Quantity, Enclosure]]) -> list[Line]:
    """A table of bounds where it fits, else the bounds one below the other."""
    rows = [(each.name, decimal_text(value.low), decimal_text(value.high), each.meaning) for each, value in enclosed]
    if not rows:
        return []
    heads = ("", "at least", "at most", "")
    _, low, high, meaning = (max(map(len, column)) for column in zip(heads, *rows, strict=True))
    if LABEL + low + high + meaning + 3 * len(GAP) > page_width():
        return [each for row in rows for each in _tall(*row)]
    return [_row(low, high, *row) for row in (heads, *rows)]


def _row(low: int, high: int, name: str, at_least: str, at_most: str, meaning: str) -> Line:
    return line(f"  {name:<{LABEL}}{at_least:<{low}}{GAP}{at_most:<{high}}{GAP}", Span(meaning, FAINT))


def _tall(name: str, at_least: str, at_most: str, meaning: str) -> list[Line]:
    return [
        line(f"  {name:<{LABEL}}", Span(meaning, FAINT)),
        line(f"    {'at least':<{LABEL - 2}}{at_least}"),
        line(f"    {'at most':<{LABEL - 2}}{at_most}"),
    ]


def optimum_json(report: Report) -> str:
    """The same for programs, schema 1; bounds are decimals in strings."""
    told: dict[str, Any] = {
        "schema": 1,
        "model": report.model,
        "values": dict(report.values),
        "digits": report.digits,
        "kind": report.kind,
        "says": report.says,
        "quantities": {each.name: {"meaning": each.meaning, **_value(each.value)} for each in report.quantities},
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _value(value: Enclosure | bool | None) -> dict[str, Any]:
    """An enclosure by its bounds, anything else by itself."""
    return {"low": decimal_text(value.low), "high": decimal_text(value.high)} if isinstance(value, Enclosure) else {"value": value}
