"""Lines: elements as functions of one variable on an open interval: their derivatives, values, and parts."""

from __future__ import annotations

from dataclasses import dataclass, field

from flint import fmpq, fmpq_mpoly

from checks.engines.signs.points import Point, strict_sign
from checks.language.terms import Symbol
from checks.normal_forms.powers import exponential, logarithm, real_power
from checks.normal_forms.ring import (
    CONTEXT,
    GENERATORS,
    Element,
    ExpAtom,
    LogAtom,
    OutOfClass,
    Ring,
    RootAtom,
    SymbolAtom,
    constant,
    generators_of,
    polynomial,
)
from checks.normal_forms.signs import Signs


@dataclass(frozen=True, slots=True)
class Part:
    """`coefficient * x**power * log(x)**logs * exp(rate*x)`, with coefficient, power and rate free of x."""

    coefficient: Element
    power: Element
    logs: int
    rate: Element


@dataclass(slots=True)
class Line:
    """An open interval of the variable, and what is known of the signs of everything on all of it.

    Attributes:
        low, high: the ends, free of the variable; None is an infinite end.
    """

    signs: Signs
    symbol: Symbol
    low: Point | None
    high: Point | None
    _slopes: dict[int, Element] = field(default_factory=dict)

    @property
    def ring(self) -> Ring:
        """The ring of its functions."""
        return self.signs.ring

    @property
    def is_positive(self) -> bool:
        """Whether the variable is positive on the whole line."""
        return self.signs.is_positive(self.symbol)

    def moves(self, index: int) -> bool:
        """Whether a generator depends on the variable."""
        return self.symbol in self.ring.symbols_inside(index)

    def moving(self, value: fmpq_mpoly) -> list[int]:
        """The generators in a polynomial that depend on the variable."""
        return sorted(index for index in generators_of(value) if self.moves(index))

    def is_fixed(self, element: Element) -> bool:
        """Whether an element is free of the variable."""
        return not any(map(self.moves, element.generators))

    def slope(self, element: Element) -> Element:
        """The derivative in the variable."""
        above, below = self._slope(element.numerator), self._slope(element.denominator)
        numerator, denominator = polynomial(element.numerator), polynomial(element.denominator)
        if below.is_zero:
            return self.ring.reduced(above / denominator)
        return self.ring.reduced((above * denominator - numerator * below) / (denominator * denominator))

    def _slope(self, value: fmpq_mpoly) -> Element:
        total = constant(0)
        for index in self.moving(value):
            total = total + polynomial(value.derivative(index)) * self._slope_of_generator(index)
        return total

    def _slope_of_generator(self, index: int) -> Element:
        if index not in self._slopes:
            self._slopes[index] = self._found_slope(index)
        return self._slopes[index]

    def _found_slope(self, index: int) -> Element:
        generator, unit = polynomial(GENERATORS[index]), constant(self.ring.unit(index))
        match self.ring.atoms[index]:
            case SymbolAtom():
                return unit * generator / self._variable()
            case LogAtom(SymbolAtom()):
                return constant(1) / self._variable()
            case LogAtom(Element() as base):
                return self.slope(base) / base
            case ExpAtom(exponent):
                return unit * self.slope(exponent) * generator
            case RootAtom(base):
                return unit * self.slope(base) / base * generator
            case _:
                raise OutOfClass("an unspecified function is not differentiated")

    def _variable(self) -> Element:
        return self.ring.power(SymbolAtom(self.symbol))

    def at(self, element: Element, point: Point) -> Element:
        """The value at a point where everything inside is known to be defined; at zero, the limit from the right.

        Raises:
            OutOfClass: where it is not known to be.
        """
        below = self._at(element.denominator, point)
        if 0 in self.signs.of_element(below):
            raise OutOfClass("a denominator is not known to differ from zero at a point")
        return self.ring.reduced(self._at(element.numerator, point) / below)

    def _at(self, value: fmpq_mpoly, point: Point) -> Element:
        moving = self.moving(value)
        if not moving:
            return polynomial(value)
        values = {index: self._generator_at(index, point) for index in moving}
        total = constant(0)
        for exponents, coefficient in value.to_dict().items():
            fixed = tuple(0 if index in values else exponent for index, exponent in enumerate(exponents))
            product = polynomial(CONTEXT.from_dict({fixed: coefficient}))
            for index, at in values.items():
                if exponents[index]:
                    product = product * at.power(int(exponents[index]))
            total = total + product
        return self.ring.reduced(total)

    def _generator_at(self, index: int, point: Point) -> Element:
        unit = constant(self.ring.unit(index))
        if point.value.is_zero and self._tends_to_zero(index):
            return constant(0)
        match self.ring.atoms[index]:
            case SymbolAtom():
                return point.value if self.ring.unit(index) == 1 else exponential(self.ring, unit * _log(point))
            case LogAtom(SymbolAtom()):
                return _log(point)
            case LogAtom(Element() as base):
                return logarithm(self.ring, self.at(base, point), self.signs.of)
            case ExpAtom(exponent):
                return exponential(self.ring, unit * self.at(exponent, point))
            case RootAtom(base):
                return real_power(self.ring, self.at(base, point), unit, self.signs.of)
            case _:
                raise OutOfClass("an unspecified function has no value at a point")

    def _tends_to_zero(self, index: int) -> bool:
        """Whether a generator is a positive power of the variable, which is positive."""
        match self.ring.atoms[index]:
            case SymbolAtom():
                return self.is_positive
            case ExpAtom(exponent) if (multiples := self._multiples(exponent)) is not None:
                return self.is_positive and strict_sign(self.signs, multiples[0]) == 1
            case _:
                return False

    def parts(self, value: fmpq_mpoly) -> tuple[Part, ...] | None:
        """The polynomial as a sum of parts with different powers, logarithms and rates; None where it is no such sum."""
        found: list[Part] = []
        for exponents, coefficient in value.to_dict().items():
            part = self._part(exponents, coefficient)
            if part is None:
                return None
            found = self._joined(found, part)
        return tuple(part for part in found if not part.coefficient.is_zero)

    def _part(self, exponents: tuple[int, ...], coefficient: fmpq) -> Part | None:
        power, logs, rate = constant(0), 0, constant(0)
        moving = [index for index, exponent in enumerate(exponents) if exponent and self.moves(index)]
        for index in moving:
            unit = constant(self.ring.unit(index) * int(exponents[index]))
            match self.ring.atoms[index]:
                case SymbolAtom():
                    power = power + unit
                case LogAtom(SymbolAtom()):
                    logs += int(exponents[index])
                case ExpAtom(exponent) if (multiples := self._multiples(exponent)) is not None:
                    power, rate = power + unit * multiples[0], rate + unit * multiples[1]
                case _:
                    return None
        fixed = tuple(0 if index in moving else exponent for index, exponent in enumerate(exponents))
        return Part(polynomial(CONTEXT.from_dict({fixed: coefficient})), power, logs, rate)

    def _multiples(self, exponent: Element) -> tuple[Element, Element] | None:
        """What multiple of the variable's logarithm, or else of the variable, an exponent is, if the multiple is fixed."""
        by_log = exponent / self.ring.power(LogAtom(SymbolAtom(self.symbol)))
        if self.is_fixed(by_log):
            return by_log, constant(0)
        by_variable = exponent / self._variable()
        return (constant(0), by_variable) if self.is_fixed(by_variable) else None

    def _joined(self, found: list[Part], part: Part) -> list[Part]:
        for place, other in enumerate(found):
            if other.logs == part.logs and self._equal(other.power, part.power) and self._equal(other.rate, part.rate):
                found[place] = Part(other.coefficient + part.coefficient, part.power, part.logs, part.rate)
                return found
        return [*found, part]

    def _equal(self, one: Element, other: Element) -> bool:
        return one == other or strict_sign(self.signs, one - other) == 0


def _log(point: Point) -> Element:
    if point.log is None:
        raise OutOfClass("a point is not known to be positive")
    return point.log
