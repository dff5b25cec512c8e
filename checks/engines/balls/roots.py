"""Roots: all zeros of a term of one symbol in an interval, each alone in its enclosure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from checks.enclosures import digits_of
from checks.engines.balls.charts import Charting
from checks.engines.balls.knowledge import Knowledge, Unsettled
from checks.engines.balls.lines import Line
from checks.engines.balls.pieces import Piece
from checks.engines.balls.points import Point, point_of
from checks.language.claims import Claim
from checks.language.definedness import NoSuchConditions, conditions
from checks.language.terms import Number, Symbol, Term
from checks.language.walking import free_symbols


@dataclass(frozen=True, slots=True)
class Root:
    """A zero: between two rationals there is this one and no other.

    Attributes:
        changes_sign: whether the signs on its two sides differ; if not it is a multiple zero.
        exact: a closed term that it equals, where one is known.
    """

    low: Fraction
    high: Fraction
    changes_sign: bool
    exact: Term | None
    _point: Point

    def digits(self, digits: int) -> str:
        """Its value, correctly rounded to so many significant digits.

        Raises:
            Unsettled: where the digits cannot be told.
        """
        if self._point.term is not None and (found := digits_of(self._point.term, digits)) is not None:
            return found
        for bits in (4 * digits + 16, 8 * digits + 64, 16 * digits + 256):
            self._point.narrow(bits)
            low, high = (digits_of(Number(end), digits) for end in (self._point.low, self._point.high))
            if low == high and low is not None:
                return low
        raise Unsettled(f"the digits of the root near {self._point} cannot be told")


@dataclass(frozen=True, slots=True)
class NotIsolated:
    """The roots were not all found, and why."""

    reason: str


def roots(term: Term, symbol: Symbol, low: Fraction | Term | None = None, high: Fraction | Term | None = None) -> tuple[Root, ...] | NotIsolated:
    """All zeros in the open interval between two closed terms, None being infinite, in increasing order; uniqueness is proved.

    The term must be shown to be defined throughout.
    """
    if free_symbols(term) - {symbol}:
        return NotIsolated(f"{term} depends on more than {symbol.name}")
    try:
        piece = Piece(_end(low), _end(high))
        facts: tuple[Claim, ...] = ()
        for condition in conditions(term):
            line = Line(symbol, (piece,), facts)
            if not all(holds for _, holds in line.divided(condition)):
                return NotIsolated(f"{term} is not defined throughout: {condition} fails somewhere in {piece}")
            facts = (*facts, condition)
        chart = Charting(symbol, piece, Knowledge((), facts)).of(term)
    except (Unsettled, NoSuchConditions) as fault:
        return NotIsolated(str(fault))
    if 0 in chart.signs:
        return NotIsolated(f"{term} is zero throughout")
    return tuple(_root(point, left != right) for point, left, right in zip(chart.zeros, chart.signs, chart.signs[1:], strict=False))


def _end(end: Fraction | Term | None) -> Point | None:
    return None if end is None else point_of(end if isinstance(end, Term) else Number(end))


def _root(point: Point, changes_sign: bool) -> Root:
    point.narrow(60)
    return Root(point.low, point.high, changes_sign, point.term, point)
