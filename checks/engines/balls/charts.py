"""Charts: where on an interval a function of one symbol is positive, zero and negative, found by the signs of its derivatives.

Between two zeros of the derivative a function has one zero at most, and has it exactly if its signs there differ.
The derivative is that of the function divided by one of its terms, which takes that term away; so the chain of
derivatives ends for sums of products of powers, exponentials and logarithms.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from checks.engines.balls.factoring import Factored, Slope, factorization, slopes
from checks.engines.balls.germs import germ
from checks.engines.balls.knowledge import Knowledge, Unsettled
from checks.engines.balls.numbers import number_sign
from checks.engines.balls.pieces import Piece
from checks.engines.balls.points import Function, Point, comparison, point_of
from checks.engines.balls.solving import solution
from checks.language.domains import Interval
from checks.language.terms import Number, Symbol, Term
from checks.language.walking import free_symbols

DEPTH = 14
BUDGET = 60
TRIED = 3  # divisors
STEPS = 7  # towards an end


@dataclass(frozen=True, slots=True)
class Chart:
    """The zeros in an open interval, in increasing order, and the signs between them."""

    zeros: tuple[Point, ...]
    signs: tuple[int, ...]

    def times(self, other: Chart, multiplicity: int = 1) -> Chart:
        """The chart of the product with a power of another function."""
        zeros, signs = [], [self.signs[0] * other.signs[0] ** multiplicity]
        i = j = 0
        while i < len(self.zeros) or j < len(other.zeros):
            side = -1 if j == len(other.zeros) else 1 if i == len(self.zeros) else comparison(self.zeros[i], other.zeros[j])
            zeros.append(self.zeros[i] if side <= 0 else other.zeros[j])
            i, j = i + (side <= 0), j + (side >= 0)
            signs.append(self.signs[i] * other.signs[j] ** multiplicity)
        return Chart(tuple(zeros), tuple(signs))


@dataclass(slots=True)
class Charting:
    """Makes charts of functions of one symbol on one piece of the line, where the knowledge holds."""

    symbol: Symbol
    piece: Piece
    knowledge: Knowledge
    _known: dict[Term, Chart | Unsettled] = field(default_factory=dict)
    _work: int = 0

    def __post_init__(self) -> None:
        low, high = self.piece.bounds()
        self.knowledge = self.knowledge.within(self.symbol, Interval(low, high, includes_low=False, includes_high=False))

    def of(self, term: Term) -> Chart:
        """The chart of a term that is defined throughout.

        Raises:
            Unsettled: where these methods do not find it.
        """
        return self._product(factorization(term, self.knowledge), 0)

    def _product(self, factorized: Factored, depth: int) -> Chart:
        chart = Chart((), (factorized.sign,))
        for factor, multiplicity in factorized.factors if factorized.sign else ():
            chart = chart.times(self._factor(factor, depth), multiplicity)
        return chart

    def _factor(self, term: Term, depth: int) -> Chart:
        if term not in self._known:
            try:
                self._known[term] = self._found(term, depth)
            except Unsettled as fault:
                self._known[term] = fault
        found = self._known[term]
        if isinstance(found, Unsettled):
            raise found
        return found

    def _found(self, term: Term, depth: int) -> Chart:
        if self.symbol not in free_symbols(term):
            return _constant(term)
        self._work += 1
        if depth > DEPTH or self._work > BUDGET:
            raise Unsettled(f"the derivatives of {term} do not become simpler")
        function = Function(term, self.symbol)
        zeros = solution(term, self.symbol, self.knowledge)
        if zeros is not None:
            return self._with_zeros(function, tuple(point_of(zero) for zero in zeros))
        fault: Unsettled | None = None
        for slope in slopes(term, self.symbol, self.knowledge)[: TRIED if depth < 2 else 1]:
            try:
                return self._by_monotony(function, slope, self._product(slope.slope, depth + 1))
            except Unsettled as found:
                fault = fault or found
        raise fault or Unsettled(f"{term} has no derivative of known sign")

    def _with_zeros(self, function: Function, zeros: tuple[Point, ...]) -> Chart:
        """The chart of a function whose zeros are among the given, one at most."""
        for zero in zeros:
            if self.piece.contains(zero):
                left, right = self.piece.split(zero)
                return Chart((zero,), (function.at(left.sample()), function.at(right.sample())))
        return Chart((), (function.at(self.piece.sample()),))

    def _by_monotony(self, function: Function, slope: Slope, critical: Chart) -> Chart:
        """The chart from the zeros of the derivative of the function divided by something of known sign."""
        if 0 in critical.signs:
            return Chart((), (function.at(self.piece.sample()),))
        values = [function.at_point(zero) for zero in critical.zeros]
        zeros: list[Point] = []
        signs: list[int] = []
        for index, (piece, direction) in enumerate(zip(self.piece.split_at(critical.zeros), critical.signs, strict=True)):
            rise = direction * slope.sign
            is_first, is_last = index == 0, index == len(values)
            before = self._next_to_end(function, slope, piece, -1, rise) if is_first else values[index - 1] or rise
            after = self._next_to_end(function, slope, piece, 1, rise) if is_last else values[index] or -rise
            if not is_first and values[index - 1] == 0:
                zeros.append(critical.zeros[index - 1])
            if is_first or values[index - 1] == 0:
                signs.append(before)
            if before != after:
                zeros.append(_zero_between(function, piece, before, after))
                signs.append(after)
        return Chart(tuple(zeros), tuple(signs))

    def _next_to_end(self, function: Function, slope: Slope, piece: Piece, side: int, rise: int) -> int:
        """The sign next to an end of the piece, throughout which the function's sign only rises or only falls."""
        end = piece.low if side < 0 else piece.high
        if end is not None and (sign := self._at_end(function, slope, end)) is not None:
            return sign or -side * rise
        for step in (0, 2, STEPS - 1):
            try:
                if (sign := function.at(piece.towards(side, step))) == side * rise:
                    return sign
            except Unsettled:
                continue
        return germ(function.term, self.symbol, None if end is None else _exactly(end), side, piece.room(side), self.knowledge)

    def _at_end(self, function: Function, slope: Slope, end: Point) -> int | None:
        """The sign at an end, where the function and the divisor are defined and the latter does not vanish."""
        try:
            sign = function.at_point(end)
            return sign if sign or Function(slope.divisor, self.symbol).at_point(end) else None
        except Unsettled:
            return None


def _constant(term: Term) -> Chart:
    sign = number_sign(term)
    if sign is None:
        raise Unsettled(f"the sign of {term} is not known")
    return Chart((), (sign,))


def _exactly(end: Point) -> Term:
    if end.term is None:
        raise Unsettled(f"the sign next to the end {end} is not known")
    return end.term


def _zero_between(function: Function, piece: Piece, before: int, after: int) -> Point:
    """The only zero in a piece next to whose ends the signs differ."""
    low, high = _seek(function, piece, -1, before), _seek(function, piece, 1, after)
    for value in (low, high):
        if function.at(value) == 0:
            return Point(value, value, Number(value))
    return Point(low, high, None, function.at, after)


def _seek(function: Function, piece: Piece, side: int, wanted: int) -> Fraction:
    for step in range(-1, STEPS + 4):
        value = piece.sample() if step < 0 else piece.towards(side, step)
        if function.at(value) in (wanted, 0):
            return value
    raise Unsettled(f"{function.term} has no sign near {piece} that can be seen")
