"""Shapes: terms in several quantities enclosed between sums of monomials, up to constant factors that nothing moves."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from checks.language.domains import Interval
from checks.language.terms import Symbol
from checks.normal_forms.ring import Element, constant

ZERO, ONE = constant(0), constant(1)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A symbol, or its logarithm taken so many times."""

    symbol: Symbol
    level: int = 0


Exponents = tuple[tuple[Quantity, Element], ...]


@dataclass(frozen=True, slots=True)
class Monomial:
    """A product of real powers of quantities.

    Attributes:
        factor: a constant by which the monomial must be multiplied to bound what it stands for; None where none is kept.
    """

    exponents: Exponents = ()
    factor: Fraction | None = Fraction(1)

    def times(self, other: Monomial) -> Monomial:
        """The product."""
        powers = dict(self.exponents)
        for quantity, power in other.exponents:
            powers[quantity] = powers.get(quantity, ZERO) + power
        factor = None if self.factor is None or other.factor is None else self.factor * other.factor
        return Monomial(_sorted(powers), factor)

    def to(self, exponent: Element) -> Monomial:
        """The power; of a factor only where it is 1."""
        return Monomial(_sorted({q: power * exponent for q, power in self.exponents}), self.factor if self.factor == 1 else None)

    def unscaled(self) -> Monomial:
        """The same without its factor."""
        return Monomial(self.exponents, None)


@dataclass(frozen=True, slots=True)
class Shape:
    """|term| <= (sum of upper)/(sum of below), and sign*term >= (sum of lower)/(sum of below) where the sign is known.

    All up to constant factors, which a monomial's `factor` keeps where it can; `below` is then the denominator itself.

    Attributes:
        sign: 1, -1, or None where it is not the same everywhere; 0 for zero.
        lower: None where there is no bound from below.
        is_exact: whether the term is the one monomial above.
    """

    sign: int | None
    upper: tuple[Monomial, ...]
    lower: tuple[Monomial, ...] | None
    below: tuple[Monomial, ...] = (Monomial(),)
    is_exact: bool = False

    @property
    def is_tight(self) -> bool:
        """Whether both bounds are the same up to a constant factor."""
        return self.lower is not None and _bare(self.lower) == _bare(self.upper)

    @property
    def negative(self) -> Shape:
        """The shape of the negative."""
        return Shape(None if self.sign is None else -self.sign, self.upper, self.lower, self.below)


NOTHING = Shape(0, (), ())


def product(left: Shape, right: Shape) -> Shape:
    """The shape of a product."""
    if left.sign == 0 or right.sign == 0:
        return NOTHING
    sign = None if left.sign is None or right.sign is None else left.sign * right.sign
    lower = None if left.lower is None or right.lower is None or sign is None else products(left.lower, right.lower)
    return Shape(sign, products(left.upper, right.upper), lower, products(left.below, right.below), left.is_exact and right.is_exact)


def products(left: tuple[Monomial, ...], right: tuple[Monomial, ...]) -> tuple[Monomial, ...]:
    """All products of a left and a right monomial."""
    return tuple(one.times(other) for one in left for other in right)


def over_one_bar(shapes: list[Shape]) -> list[Shape]:
    """Shapes with one denominator."""
    bars = list(dict.fromkeys(shape.below for shape in shapes))
    raised = []
    for shape in shapes:
        upper, lower, below = shape.upper, shape.lower, shape.below
        for bar in bars:
            if bar != shape.below:
                upper, below = products(upper, bar), products(below, bar)
                lower = None if lower is None else products(lower, bar)
        whole = bars[0]
        for bar in bars[1:]:
            whole = products(whole, bar)
        raised.append(Shape(shape.sign, upper, lower, whole))
    return raised


def inverse(shape: Shape) -> Shape | None:
    """The shape of 1/term, where the term is enclosed tightly."""
    if shape.sign in (0, None) or not shape.is_tight or shape.lower is None:
        return None
    if len(shape.upper) == 1 and len(shape.below) == 1 and shape.is_exact:
        flipped = shape.upper[0].to(constant(-1))
        return Shape(shape.sign, (flipped,), (flipped,), is_exact=True)
    above = unscaled(shape.below)
    return Shape(shape.sign, above, above, unscaled(shape.upper))


def unscaled(monomials: tuple[Monomial, ...]) -> tuple[Monomial, ...]:
    """The monomials without their factors."""
    return tuple(each.unscaled() for each in monomials)


def kept_away(interval: Interval) -> bool:
    """Whether a positive quantity in the interval lies between two positive numbers."""
    return interval.low is not None and interval.low > 0 and interval.high is not None


def _bare(monomials: tuple[Monomial, ...]) -> set[Exponents]:
    return {each.exponents for each in monomials}


def _sorted(powers: dict[Quantity, Element]) -> Exponents:
    return tuple(sorted(((q, power) for q, power in powers.items() if not power.is_zero), key=lambda pair: (pair[0].symbol.name, pair[0].level)))
