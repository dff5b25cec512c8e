"""Enclosing: the shapes of terms in several quantities, found structurally; what is not defined for certain is refused."""

from __future__ import annotations

from dataclasses import dataclass

from checks.engines.orders.expansion import value_of
from checks.engines.orders.factors import halved, logarithm_factors
from checks.engines.orders.faults import Undecidable
from checks.engines.orders.field import Field
from checks.engines.orders.polyhedra import LOGARITHMS, Comparison
from checks.engines.orders.shapes import (
    NOTHING,
    ONE,
    Monomial,
    Quantity,
    Shape,
    inverse,
    kept_away,
    over_one_bar,
    product,
    unscaled,
)
from checks.language.definedness import integer_literal
from checks.language.terms import Elementary, Negative, Power, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.walking import free_symbols
from checks.normal_forms.ring import Element, constant

UNIT = Shape(1, (Monomial(),), (Monomial(),), is_exact=True)
BOUNDED = Monomial((), None)
EXPANDED = 4


@dataclass(frozen=True, slots=True)
class Enclosing:
    """Encloses terms where the growing symbols are large and the ranging ones, all positive, are in their domains."""

    field: Field
    comparison: Comparison

    @property
    def moving(self) -> frozenset[Symbol]:
        """The symbols that are not fixed."""
        return frozenset((*self.comparison.growing, *self.comparison.ranging))

    def of(self, term: Term) -> Shape:
        """The shape.

        Raises:
            Undecidable: where no rule gives one.
        """
        if not free_symbols(term) & self.moving:
            return self._fixed(term)
        match term:
            case Symbol():
                return self._symbol(term)
            case Sum(terms):
                return self._sum([self.of(part) for part in terms])
            case Negative(inner):
                return self.of(inner).negative
            case Product(factors):
                shape = self.of(factors[0])
                for factor in factors[1:]:
                    shape = product(shape, self.of(factor))
                return shape
            case Quotient(numerator, denominator):
                return product(self.of(numerator), self._inverse(denominator))
            case Power(base, exponent):
                literal = integer_literal(exponent)
                return self._real_power(term, base, exponent) if literal is None else self._integer_power(base, literal)
            case Elementary(name, arguments):
                return self._elementary(term, name, arguments)
            case _:
                raise _no_rule(term)

    def _fixed(self, term: Term) -> Shape:
        value = value_of(self.field, term)
        sign, number = self.field.sign(value), value.rational
        monomial = (Monomial((), None if number is None else abs(number)),)
        return NOTHING if sign == 0 else Shape(sign, monomial, monomial, is_exact=number == 1)

    def _symbol(self, symbol: Symbol) -> Shape:
        interval = self.field.signs.domain(symbol)
        if symbol in self.comparison.ranging and kept_away(interval):
            return Shape(1, (Monomial((), interval.high),), (Monomial((), interval.low),))
        monomial = (Monomial(((Quantity(symbol), ONE),)),)
        return Shape(1, monomial, monomial, is_exact=True)

    def _sum(self, shapes: list[Shape]) -> Shape:
        """One-signed sums add up; in others one sign may dominate the rest."""
        shapes = over_one_bar([shape for shape in shapes if shape.sign != 0])
        if not shapes:
            return NOTHING
        upper = tuple(each for shape in shapes for each in shape.upper)
        for sign in (1, -1):
            own = [shape for shape in shapes if shape.sign == sign]
            rest = [each for shape in shapes if shape.sign != sign for each in shape.upper]
            lower = tuple(each for shape in own for each in shape.lower or ())
            if lower and not rest:
                return Shape(sign, upper, lower, shapes[0].below)
            if lower and all(self.comparison.is_smaller(each, lower) for each in rest):
                above = tuple(each for shape in own for each in shape.upper)
                half = halved(self.comparison, lower, rest)
                if half is None:
                    above, half = unscaled(above), unscaled(lower)
                return Shape(sign, above, half, shapes[0].below)
        return Shape(None, upper, None, shapes[0].below)

    def _inverse(self, term: Term) -> Shape:
        found = inverse(self.of(term))
        if found is None:
            raise Undecidable(f"it is not seen that {term} keeps its sign everywhere, so that one may divide by it")
        return found

    def _integer_power(self, base: Term, exponent: int) -> Shape:
        if exponent <= 0:
            inverted = self._inverse(base)
            return UNIT if exponent == 0 else self._positive_power(inverted, -exponent)
        return self._positive_power(self.of(base), exponent)

    def _positive_power(self, shape: Shape, exponent: int) -> Shape:
        if exponent <= EXPANDED:
            power = shape
            for _ in range(exponent - 1):
                power = product(power, shape)
            return power
        if shape.sign == 0:
            return NOTHING
        sign = None if shape.sign is None else shape.sign**exponent
        return self._raised(shape, constant(exponent), sign)

    def _raised(self, shape: Shape, exponent: Element, sign: int | None) -> Shape:
        """To a positive exponent: powers of sums are sums of powers, up to a constant factor."""
        upper = tuple(each.to(exponent) for each in shape.upper)
        lower = None if shape.lower is None else tuple(each.to(exponent) for each in shape.lower)
        below = tuple(each.to(exponent) for each in shape.below)
        if len(shape.upper) > 1 or len(shape.below) > 1:
            upper, lower, below = unscaled(upper), None if lower is None else unscaled(lower), unscaled(below)
        return Shape(sign, upper, lower, below, shape.is_exact)

    def _real_power(self, term: Term, base: Term, exponent: Term) -> Shape:
        shape = self.of(base)
        if shape.sign != 1 or shape.lower is None:
            raise Undecidable(f"it is not seen that {base} is positive everywhere")
        if free_symbols(exponent) & frozenset(self.comparison.growing):
            raise _no_rule(term)
        power = value_of(self.field, exponent)
        if shape.is_exact:
            return self._exact_power(shape, power)
        if self._mentions_ranging(power):
            raise _no_rule(term)
        sign = self.field.sign(power)
        if sign == 0:
            return UNIT
        if sign < 0:
            inverted = inverse(shape)
            if inverted is None:
                raise Undecidable(f"it is not seen that {base} is enclosed tightly")
            return self._raised(inverted, -power, 1)
        return self._raised(shape, power, 1)

    def _exact_power(self, shape: Shape, power: Element) -> Shape:
        monomial = (shape.upper[0].to(power),)
        return Shape(1, monomial, monomial, is_exact=True)

    def _mentions_ranging(self, power: Element) -> bool:
        ring = self.field.ring
        return any(symbol in self.comparison.ranging for index in power.generators for symbol in ring.symbols_inside(index))

    def _elementary(self, term: Term, name: str, arguments: tuple[Term, ...]) -> Shape:
        match name:
            case "sqrt":
                return self._real_power(term, arguments[0], Quotient(exact(1), exact(2)))
            case "log":
                return self._log(term, arguments[0])
            case "exp":
                return self._exp(term, self.of(arguments[0]))
            case "abs":
                shape = self.of(arguments[0])
                return shape.negative if shape.sign == -1 else shape
            case _:
                return self._extreme(term, name, [self.of(argument) for argument in arguments])

    def _log(self, term: Term, argument: Term) -> Shape:
        """The logarithm of a sum of products is, up to a constant factor, the sum of the logarithms of what grows in it."""
        shape = self.of(argument)
        if shape.sign != 1 or not shape.is_tight or shape.below != (Monomial(),):
            raise _no_rule(term)
        grown: set[Quantity] = set()
        for monomial in shape.upper:
            for quantity, power in monomial.exponents:
                self.comparison.begin(LOGARITHMS[min(quantity.level + 1, len(LOGARITHMS) - 1)])
                if quantity.symbol in self.comparison.ranging or self._mentions_ranging(power) or self.field.sign(power) < 0:
                    raise _no_rule(term)
                if self.field.sign(power) > 0:
                    grown.add(quantity)
        if not grown:
            raise _no_rule(term)
        ordered = sorted(grown, key=lambda each: (each.symbol.name, each.level))
        single = len(shape.upper) == 1 and shape.is_exact and [power for _, power in shape.upper[0].exponents] == [ONE]
        if single:
            only = (Monomial(((Quantity(ordered[0].symbol, ordered[0].level + 1), ONE),)),)
            return Shape(1, only, only, is_exact=True)
        upper, lower = logarithm_factors(shape, ordered)
        deeper = [((Quantity(each.symbol, each.level + 1), ONE),) for each in ordered]
        return Shape(1, tuple(map(Monomial, deeper, upper)), tuple(map(Monomial, deeper, lower)))

    def _exp(self, term: Term, shape: Shape) -> Shape:
        if all(self.comparison.is_bounded(each, shape.below) for each in shape.upper):
            return Shape(1, (BOUNDED,), (BOUNDED,))
        if shape.sign == -1:
            return Shape(1, (Monomial(),), None)
        raise _no_rule(term)

    def _extreme(self, term: Term, name: str, shapes: list[Shape]) -> Shape:
        if any(shape.sign != 1 or not shape.is_tight for shape in shapes):
            raise _no_rule(term)
        if name == "max":
            return self._loosened(self._sum(shapes))
        least = shapes[0]
        for shape in shapes[1:]:
            inverted = inverse(self._sum([least, shape]))
            if inverted is None:
                raise _no_rule(term)
            least = product(product(least, shape), inverted)
        return self._loosened(least)

    @staticmethod
    def _loosened(shape: Shape) -> Shape:
        lower = None if shape.lower is None else unscaled(shape.lower)
        return Shape(shape.sign, unscaled(shape.upper), lower, unscaled(shape.below))


def _no_rule(term: Term) -> Undecidable:
    return Undecidable(f"no rule encloses {term} between sums of products of powers, for all values at once")
