"""Multiseries: powers, logarithms and exponentials of exp-log functions, exactly, over a scale that grows as needed.

After J. van der Hoeven and B. Salvy, J. Shackell: every function is a series in the fastest function of the scale
that it contains, with slower functions for coefficients; signs and zeros of constants are decided exactly or not at all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from checks.engines.orders.arithmetic import TERM_LIMIT, Arithmetic, Monomial
from checks.engines.orders.coefficients import Coefficients, binomial, exponential, logarithmic
from checks.engines.orders.faults import Undecidable
from checks.engines.orders.field import ONE, ZERO, Field
from checks.engines.orders.series import Growing, Series, Value, exact, no_closed_form, nth
from checks.language.domains import Interval
from checks.language.terms import Symbol
from checks.normal_forms.ring import Element, LogAtom, SymbolAtom, constant

FAR = Fraction(10**9)
SCALE_LIMIT = 12


@dataclass(slots=True)
class Multiseries:
    """Functions of one variable that tends to infinity.

    Attributes:
        sums: the arithmetic, and the scale.
        variable: the growing variable itself.
    """

    field: Field
    symbol: Symbol
    sums: Arithmetic = dataclasses.field(init=False)
    variable: Value = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        own = Growing(lambda: self.field.ring.power(SymbolAtom(self.symbol)), None)
        self.sums = Arithmetic(self.field, [own])
        self.variable = self._power_of(own, ONE)

    @staticmethod
    def far(symbol: Symbol) -> Symbol:
        """The symbol, where it has gone far already."""
        return Symbol(f"{symbol.name}~", Interval(FAR))

    def divide(self, left: Value, right: Value) -> Value:
        """The quotient by what does not vanish."""
        return self.sums.multiply(left, self.power(right, constant(-1)))

    def power(self, value: Value, exponent: Element) -> Value:
        """A constant power: of what does not vanish to an integer, of what is positive to any exponent."""
        if isinstance(value, Element):
            return self.field.power(value, exponent)
        whole = exponent.rational
        if whole is not None and whole.denominator == 1 and 0 <= whole <= 2:
            return ONE if whole == 0 else value if whole == 1 else self.sums.multiply(value, value)
        power, part, small = self._split(value)
        front = self.sums.multiply(self._power_of(value.variable, power * exponent), self.power(part, exponent))
        return self._known(self.sums.multiply(front, self.composed(binomial(exponent), small)), lambda: self._exact_power(value, exponent))

    def _exact_power(self, value: Series, exponent: Element) -> Element:
        return self.field.power(exact(value), exponent)

    def log(self, value: Value) -> Value:
        """The logarithm of what is positive."""
        if isinstance(value, Element):
            return self.field.log(value)
        power, part, small = self._split(value)
        far = self.sums.scaled(self.log_of(value.variable), power)
        near = self.sums.add(self.log(part), self.composed(logarithmic, small))
        return self._known(self.sums.add(far, near), lambda: self.field.log(exact(value)))

    def exp(self, value: Value) -> Value:
        """The exponential: of the terms that tend to infinity, times that of the limit, times a power series in the rest."""
        if isinstance(value, Element):
            return self.field.exp(value)
        large: list[tuple[Element, Value]] = []
        middle: Value = ZERO
        index = 0
        while (term := value.term(index)) is not None:
            if index > TERM_LIMIT:
                raise Undecidable("an exponent has too many terms that grow")
            side = 0 if term[0].is_zero else self.field.sign(term[0])
            if side < 0:
                break
            index += 1
            if side > 0:
                large.append(term)
            else:
                middle = term[1]
        far = self._finite(value.variable, large)
        small = Series(value.variable, value.after(index), lambda: exact(value) - exact(far) - exact(middle))
        product = self.sums.multiply(self._exp_of_large(far), self.exp(middle))
        return self._known(self.sums.multiply(product, self.composed(exponential, small)), lambda: self.field.exp(exact(value)))

    def log_of(self, growing: Growing) -> Value:
        """The logarithm of a function of the scale; the slowest one's joins the scale."""
        if growing.log is None:
            base = self.field.ring.reduced(growing.exact())
            if len(self.sums.scale) > SCALE_LIMIT:
                raise Undecidable(f"the expansion needs over {SCALE_LIMIT} functions of different growth")
            slower = Growing(lambda: self._exact_log(base), None)
            self.sums.scale.append(slower)
            growing.log = self._power_of(slower, ONE)
        return growing.log

    def _exact_log(self, base: Element) -> Element:
        if base == self.field.ring.power(SymbolAtom(self.symbol)):
            return self.field.ring.power(LogAtom(SymbolAtom(self.symbol)))
        return self.field.ring.power(LogAtom(base))

    def composed(self, coefficient: Coefficients, small: Value, start: int = 0) -> Value:
        """The power series with these coefficients at something that tends to zero; they end with None."""
        first = coefficient(start)
        if first is None:
            return ZERO
        if isinstance(small, Element) or small.term(0) is None:
            return first
        series = small
        return Series(series.variable, self._horner(coefficient, series, start, first), no_closed_form)

    def _horner(self, coefficient: Coefficients, small: Series, start: int, first: Element) -> Iterator[tuple[Element, Value]]:
        if not first.is_zero:
            yield ZERO, first
        rest = self.sums.multiply(small, self.composed(coefficient, small, start + 1))
        if isinstance(rest, Series):
            yield from rest.after(0)

    def _exp_of_large(self, large: Value) -> Value:
        """The exponential of what tends to infinity: a power of a function of the scale, which may be new, times a slower one."""
        leading = self.sums.leading(large)
        if leading is None:
            return ONE
        for place, growing in enumerate(self.sums.scale):
            side = 1
            if growing.log is not None:
                other = self._leading_of(growing.log)
                side = self.sums.compare(leading, other)
                if side == 0:
                    power = leading.constant / other.constant
                    rest = self.sums.add(large, self.sums.scaled(growing.log, -power))
                    return self.sums.multiply(self._power_of(growing, power), self.exp(rest))
            if side > 0:
                return self._power_of(self._joined(place, large, leading.constant), leading.constant)
        raise Undecidable("an exponential has no place in the scale")

    def _leading_of(self, value: Value) -> Monomial:
        leading = self.sums.leading(value)
        if leading is None:
            raise TypeError("a function of the scale has no logarithm that vanishes")
        return leading

    def _joined(self, place: int, large: Value, factor: Element) -> Growing:
        if len(self.sums.scale) > SCALE_LIMIT:
            raise Undecidable(f"the expansion needs over {SCALE_LIMIT} functions of different growth")
        log = self.sums.scaled(large, ONE / factor)
        joined = Growing(lambda: self.field.exp(exact(log)), log)
        self.sums.scale.insert(place, joined)
        return joined

    def _split(self, series: Series) -> tuple[Element, Value, Series]:
        """Exponent and coefficient of the leading term, and the rest divided by it."""
        index = self.sums.head(series)
        if index is None:
            raise Undecidable("an expansion vanishes where it must not")
        power, part = nth(series, index)
        inverse = self.power(part, constant(-1)) if series.term(index + 1) is not None else ONE
        rest = ((each - power, self.sums.multiply(other, inverse)) for each, other in series.after(index + 1))
        front = self.sums.multiply(part, self._power_of(series.variable, power))
        return power, part, Series(series.variable, rest, lambda: exact(series) / exact(front) - ONE)

    def _power_of(self, growing: Growing, exponent: Element) -> Value:
        return self._finite(growing, [(exponent, ONE)])

    def _finite(self, variable: Growing, terms: list[tuple[Element, Value]]) -> Value:
        if not terms:
            return ZERO

        def whole() -> Element:
            total = ZERO
            for power, part in terms:
                total = total + exact(part) * self.field.power(variable.exact(), power)
            return total

        return Series(variable, iter(terms), whole)

    @staticmethod
    def _known(value: Value, whole: Callable[[], Element]) -> Value:
        """The value with its closed form."""
        if isinstance(value, Series):
            value.exact = whole
        return value
