"""Lines: claims in one symbol, decided on the cells of the line that the assumptions leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.enclosures.points import ALLOWED
from checks.engines.balls.charts import Charting
from checks.engines.balls.knowledge import Knowledge, Unsettled
from checks.engines.balls.numbers import number_sign
from checks.engines.balls.pieces import Piece
from checks.engines.balls.points import Function, Point
from checks.language.claims import Claim
from checks.language.definedness import NoSuchConditions, conditions
from checks.language.terms import Negative, Number, Sum, Symbol, Term

Cell = Piece | Point
CELLS = 200


@dataclass(frozen=True, slots=True)
class Line:
    """Where a symbol may lie, and what is known to hold throughout that is defined."""

    symbol: Symbol
    cells: tuple[Cell, ...]
    facts: tuple[Claim, ...] = ()

    def assuming(self, claims: Sequence[Claim]) -> Line:
        """What the claims leave; one that is not settled is left out."""
        line = self
        for claim in claims:
            try:
                line = line.where([*conditions(claim.left), *conditions(claim.right), claim])
            except (Unsettled, NoSuchConditions):
                continue
        return line

    def where(self, claims: Sequence[Claim]) -> Line:
        """The part on which the claims hold, each defined where those before it hold.

        Raises:
            Unsettled: where that is not found.
        """
        line = self
        for claim in claims:
            cells = tuple(cell for cell, is_true in line.divided(claim) if is_true)
            line = Line(self.symbol, cells, (*line.facts, claim))
        return line

    def divided(self, claim: Claim) -> Iterator[tuple[Cell, bool]]:
        """The cells divided, with whether the claim holds there.

        Raises:
            Unsettled: where that is not found.
        """
        difference = Sum((claim.left, Negative(claim.right)))
        if len(self.cells) > CELLS:
            raise Unsettled(f"the line falls into over {CELLS} cells")
        for cell in self.cells:
            for part, sign in self._signs(difference, cell):
                yield part, sign in ALLOWED[claim.relation]

    def _signs(self, term: Term, cell: Cell) -> Iterator[tuple[Cell, int]]:
        if isinstance(cell, Point):
            yield cell, Function(term, self.symbol).at_point(cell)
            return
        chart = Charting(self.symbol, cell, Knowledge((), self.facts)).of(term)
        for index, (piece, sign) in enumerate(zip(cell.split_at(chart.zeros), chart.signs, strict=True)):
            if index:
                yield chart.zeros[index - 1], 0
            yield piece, sign


def line_of(symbol: Symbol) -> Line:
    """The domain of a symbol."""
    domain = symbol.domain
    low = None if domain.low is None else _point(Number(domain.low))
    high = None if domain.high is None else _point(Number(domain.high))
    if low is not None and high is not None and domain.low == domain.high:
        return Line(symbol, (low,))
    before = (low,) if low is not None and domain.includes_low else ()
    after = (high,) if high is not None and domain.includes_high else ()
    return Line(symbol, (*before, Piece(low, high), *after))


def _point(number: Number) -> Point:
    return Point(number.value, number.value, number)


def is_true(claim: Claim) -> bool | None:
    """Whether a claim without symbols holds; None where it is not told."""
    sign = number_sign(Sum((claim.left, Negative(claim.right))))
    return None if sign is None else sign in ALLOWED[claim.relation]
