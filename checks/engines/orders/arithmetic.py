"""Arithmetic: sums and products of series over a scale, and their zeros, signs, limits and leading monomials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.engines.orders.faults import Undecidable
from checks.engines.orders.field import ZERO, Field
from checks.engines.orders.series import Growing, Series, Value, exact, is_nothing, nth
from checks.normal_forms.ring import Element, OutOfClass, constant

TERM_LIMIT = 40  # first terms that may cancel before the whole is compared with zero


@dataclass(frozen=True, slots=True)
class Monomial:
    """The leading monomial: exponents of functions of the scale, and a constant that is not zero."""

    exponents: dict[int, Element]
    constant: Element


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """What is done with series without changing the scale.

    Attributes:
        scale: from the fastest to the slowest; it may grow.
    """

    field: Field
    scale: list[Growing]

    def add(self, left: Value, right: Value) -> Value:
        """The sum."""
        if isinstance(left, Element) and isinstance(right, Element):
            return self.field.plain(left + right)
        if is_nothing(left) or is_nothing(right):
            return right if is_nothing(left) else left
        one, other = self._together(left, right)
        return Series(one.variable, self._merged(one, other), lambda: exact(left) + exact(right))

    def multiply(self, left: Value, right: Value) -> Value:
        """The product."""
        if isinstance(left, Element) and isinstance(right, Element):
            return self.field.plain(left * right)
        if is_nothing(left) or is_nothing(right):
            return ZERO
        one, other = self._faster_first(left, right)

        def whole() -> Element:
            return exact(left) * exact(right)

        if isinstance(other, Series) and other.variable is one.variable:
            return Series(one.variable, self._multiplied(one, other), whole)
        return Series(one.variable, ((power, self.multiply(part, other)) for power, part in one.after(0)), whole)

    def scaled(self, value: Value, factor: Element) -> Value:
        """A constant multiple."""
        return self.multiply(value, factor)

    def negative(self, value: Value) -> Value:
        """The negative."""
        return self.scaled(value, constant(-1))

    def _is_slower(self, left: Series, right: Series) -> bool:
        return self.scale.index(left.variable) > self.scale.index(right.variable)

    def _faster_first(self, left: Value, right: Value) -> tuple[Series, Value]:
        if isinstance(left, Series) and (isinstance(right, Element) or not self._is_slower(left, right)):
            return left, right
        if isinstance(right, Series):
            return right, left
        raise TypeError("neither side grows")

    def _together(self, left: Value, right: Value) -> tuple[Series, Series]:
        """Both as series in the faster of their variables."""
        one, other = self._faster_first(left, right)
        return one, other if isinstance(other, Series) and other.variable is one.variable else self._lifted(other, one.variable)

    def _lifted(self, value: Value, variable: Growing) -> Series:
        return Series(variable, iter([(ZERO, value)]), lambda: exact(value))

    def _merged(self, left: Series, right: Series) -> Iterator[tuple[Element, Value]]:
        i = j = 0
        while True:
            one, other = left.term(i), right.term(j)
            if one is None or other is None:
                yield from right.after(j) if one is None else left.after(i)
                return
            side = self.field.sign(one[0] - other[0])
            i, j = i + (side >= 0), j + (side <= 0)
            yield one if side > 0 else other if side < 0 else (one[0], self.add(one[1], other[1]))

    def _multiplied(self, left: Series, right: Series) -> Iterator[tuple[Element, Value]]:
        """Row i holds the products of left's term i; a row starts once the row before has given its first."""
        rows: list[int] = [0]
        while True:
            if rows[-1] > 0:
                rows.append(0)
            best: Element | None = None
            at: list[int] = []
            for i, j in enumerate(rows):
                one = left.term(i)
                other = None if one is None else right.term(j)
                if one is None or other is None:
                    continue
                power = one[0] + other[0]
                side = 1 if best is None else self.field.sign(power - best)
                if side >= 0:
                    best, at = power, [*at, i] if side == 0 else [i]
            if best is None:
                return
            total: Value = ZERO
            for i in at:
                total = self.add(total, self.multiply(nth(left, i)[1], nth(right, rows[i])[1]))
                rows[i] += 1
            yield best, total

    def head(self, series: Series) -> int | None:
        """The index of the first term that is not zero, None where the whole is."""
        if series.head is None:
            series.head = self._head(series)
        index, is_zero = series.head
        return None if is_zero else index

    def _head(self, series: Series) -> tuple[int, bool]:
        for index in range(TERM_LIMIT):
            term = series.term(index)
            if term is None:
                return 0, True
            if not self.is_zero(term[1]):
                return index, False
            if index == 2 and self._is_visibly_zero(series):
                return 0, True
        raise Undecidable(f"{TERM_LIMIT} terms of an expansion cancel, and it is not seen that all do")

    def _is_visibly_zero(self, series: Series) -> bool:
        try:
            return self.field.ring.reduced(series.exact()).is_zero
        except OutOfClass:
            return False

    def is_zero(self, value: Value) -> bool:
        """Whether it vanishes from some point on."""
        return self.field.is_zero(value) if isinstance(value, Element) else self.head(value) is None

    def sign(self, value: Value) -> int:
        """Its sign from some point on."""
        if isinstance(value, Element):
            return self.field.sign(value)
        index = self.head(value)
        return 0 if index is None else self.sign(nth(value, index)[1])

    def limit(self, value: Value) -> Element | int:
        """Its limit: a constant, or the sign of the infinity that it tends to."""
        if isinstance(value, Element):
            return value
        index = self.head(value)
        if index is None:
            return ZERO
        power, part = nth(value, index)
        side = self.field.sign(power)
        if side == 0:
            return self.limit(part)
        return ZERO if side < 0 else self.sign(part)

    def leading(self, value: Value) -> Monomial | None:
        """Its leading monomial, None where it vanishes."""
        exponents: dict[int, Element] = {}
        while isinstance(value, Series):
            index = self.head(value)
            if index is None:
                return None
            power, part = nth(value, index)
            exponents[id(value.variable)] = power
            value = part
        return None if self.field.is_zero(value) else Monomial(exponents, value)

    def compare(self, left: Monomial, right: Monomial) -> int:
        """Which grows faster, constants apart: 1 where the left does."""
        for each in self.scale:
            difference = left.exponents.get(id(each), ZERO) - right.exponents.get(id(each), ZERO)
            side = 0 if difference.is_zero else self.field.sign(difference)
            if side:
                return side
        return 0
