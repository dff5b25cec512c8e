"""Points: places on the line, known exactly or as the only zero of a function between two rationals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from flint import arb, ctx

from checks.enclosures import NotEvaluable, ball, compiled, digits_of, rational
from checks.engines.balls.knowledge import Unsettled, closed
from checks.engines.balls.numbers import number_sign, order
from checks.language.terms import Number, Symbol, Term

LADDER = (64, 128, 256, 512, 1024, 2048)
SHORT = 4096  # bits of a number that is shown exactly
FINEST = 1024  # bits to which a bracket is narrowed before it is given up


def legible(value: Fraction) -> str:
    """A number in a sentence: exact where it is short, else to ten digits."""
    return str(value) if is_short(value) else digits_of(Number(value), 10) or "a number too large to write"


def is_short(value: Fraction) -> bool:
    """Whether a reader can do anything with the exact number."""
    return value.numerator.bit_length() + value.denominator.bit_length() <= SHORT


@dataclass(slots=True, eq=False)
class Point:
    """A number: the value of a closed term, or the only zero of `sign` between `low` and `high`, where it has the signs `-rise` and `rise`."""

    low: Fraction
    high: Fraction
    term: Term | None = None
    sign: Callable[[Fraction], int] | None = None
    rise: int = 1
    bits: int = 0

    @property
    def value(self) -> Fraction | None:
        """Its value if it is known to be rational."""
        return self.low if self.low == self.high else None

    def narrow(self, bits: int) -> None:
        """Encloses it in an interval of width 2**-bits relative to its size, or to one."""
        if self.low == self.high or bits <= self.bits:
            return
        if self.sign is None:
            self._enclose(bits)
        else:
            self._bisect(bits, self.sign)
        self.bits = bits

    def _enclose(self, bits: int) -> None:
        assert self.term is not None  # noqa: S101  # a point without a sign has a term
        with ctx.workprec(bits + 64):
            value = compiled([self.term], ())()[0]
            self.low, self.high = max(self.low, lowest(value)), min(self.high, highest(value))

    def _bisect(self, bits: int, sign: Callable[[Fraction], int]) -> None:
        while self.high - self.low > Fraction(1, 1 << bits) * max(Fraction(1), abs(self.low)):
            middle = rounded_middle(self.low, self.high)
            found = sign(middle)
            if found == 0:
                self.low = self.high = middle
                self.term = Number(middle)
                return
            if found == self.rise:
                self.high = middle
            else:
                self.low = middle

    def __str__(self) -> str:
        if self.value is not None:
            return legible(self.value)
        if self.term is not None:
            return str(self.term)
        self.narrow(40)
        return f"{float((self.low + self.high) / 2):.10g}"


def rounded_middle(low: Fraction, high: Fraction) -> Fraction:
    """A rational strictly between two others, near the middle, with no more digits than needed."""
    middle, width = (low + high) / 2, high - low
    step = Fraction(2) ** (width.numerator.bit_length() - width.denominator.bit_length() - 3)
    return round(middle / step) * step


def lowest(value: arb) -> Fraction:
    """The lower end of a ball."""
    return _fraction(value.lower())


def highest(value: arb) -> Fraction:
    """The upper end of a ball."""
    return _fraction(value.upper())


def _fraction(value: arb) -> Fraction:
    if not value.is_finite():
        raise Unsettled("a value is too large to enclose")
    mantissa, exponent = value.man_exp()
    if abs(int(exponent)) > 100_000:
        raise Unsettled("a value is too large or too small to enclose")
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def point_of(term: Term) -> Point:
    """The point at the value of a closed term.

    Raises:
        Unsettled: where it cannot be enclosed.
    """
    value = rational(term, {})
    if value is not None:
        return Point(value, value, Number(value))
    try:
        with ctx.workprec(64):
            enclosure = compiled([term], ())()[0]
    except NotEvaluable as fault:
        raise Unsettled(str(fault)) from None
    return Point(lowest(enclosure), highest(enclosure), term)


def comparison(left: Point, right: Point) -> int:
    """The sign of left - right.

    Raises:
        Unsettled: where the two cannot be told apart.
    """
    if left is right:
        return 0
    if left.value is not None and right.value is not None:
        return (left.value > right.value) - (left.value < right.value)
    for bits in (8, 32, 64, 128, 256, 512, FINEST):
        left.narrow(bits)
        right.narrow(bits)
        if left.high < right.low:
            return -1
        if left.low > right.high:
            return 1
        if bits == 64 and left.term is not None and right.term is not None and order(left.term, right.term) == 0:
            return 0
    raise Unsettled(f"two zeros near {left} cannot be told apart")


@dataclass(slots=True, eq=False)
class Function:
    """A term as a function of one symbol, with signs at points."""

    term: Term
    symbol: Symbol

    _program: Callable[..., tuple[arb, ...]] = field(init=False)
    _signs: dict[Fraction, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        try:
            self._program = compiled([self.term], [self.symbol])
        except NotEvaluable as fault:
            raise Unsettled(str(fault)) from None

    def at(self, value: Fraction) -> int:
        """The sign at a rational point, where the term is defined.

        Raises:
            Unsettled: where it cannot be told.
        """
        if value not in self._signs:
            self._signs[value] = self._found(value)
        return self._signs[value]

    def _found(self, value: Fraction) -> int:
        for bits in LADDER[:3]:
            with ctx.workprec(bits):
                sign = certain_sign(self._program(ball(value))[0])
            if sign is not None:
                return sign
        sign = number_sign(closed(self.term, self.symbol, value))
        if sign is None:
            raise Unsettled(f"{self.term} straddles zero near {self.symbol.name} = {legible(value)}")
        return sign

    def at_point(self, point: Point) -> int:
        """The sign at a point.

        Raises:
            Unsettled: where it cannot be told.
        """
        if point.value is not None:
            return self.at(point.value)
        if point.term is not None:
            sign = number_sign(closed(self.term, self.symbol, point.term))
            if sign is not None:
                return sign
            raise Unsettled(f"{self.term} straddles zero at {self.symbol.name} = {point}")
        for bits in (16, 40, 100, 250, 600):
            point.narrow(bits)
            if (sign := self.between(point.low, point.high, bits + 64)) is not None:
                return sign
        raise Unsettled(f"{self.term} straddles zero near {self.symbol.name} = {point}")

    def between(self, low: Fraction, high: Fraction, bits: int) -> int | None:
        """The sign that the function has throughout an interval, where one evaluation shows it."""
        with ctx.workprec(bits):
            return certain_sign(self._program(ball(low).union(ball(high)))[0])


def certain_sign(value: arb) -> int | None:
    """The sign of a ball that excludes zero; what is not finite has none."""
    if not value.is_finite():
        return None
    return 1 if value > 0 else -1 if value < 0 else None
