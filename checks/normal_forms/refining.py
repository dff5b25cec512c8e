"""Refining: work over a ring is done again with finer roots adjoined, as often as it asks for them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

from checks.language.terms import Symbol
from checks.normal_forms.ring import OutOfClass, Refine, Ring

LIMIT = 24
Answer = TypeVar("Answer")


def with_fine_roots(work: Callable[[Ring], Answer]) -> Answer:
    """What the work gives over a ring with roots that are fine enough.

    Raises:
        OutOfClass: where it asks too often.
    """
    units: dict[Symbol | int, Fraction] = {}
    for _ in range(LIMIT):
        try:
            return work(Ring(dict(units)))
        except Refine as request:
            units[request.generator] = request.unit
    raise OutOfClass(f"over {LIMIT} roots would have to be adjoined")
