"""Expansion: terms as multiseries, found only where they are defined from some point on."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from checks.engines.orders.calculus import Carried, carried_out
from checks.engines.orders.faults import InfiniteLimit, NotDefined, Undecidable
from checks.engines.orders.field import ONE, ZERO, Field
from checks.engines.orders.multiseries import Multiseries
from checks.engines.orders.series import Value
from checks.language.definedness import integer_literal
from checks.language.domains import POSITIVE
from checks.language.terms import Constant, Elementary, Limit, Negative, Number, Power, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.walking import free_symbols
from checks.normal_forms.binding import renamed, substituted
from checks.normal_forms.ring import ConstantAtom, Element, SymbolAtom, constant


@dataclass(slots=True)
class Expansion:
    """Expands terms in which one symbol tends to infinity; all others stay fixed.

    Attributes:
        is_strict: whether terms that are defined but not beside the point are refused, for derivatives in a parameter.
    """

    field: Field
    growing: Symbol
    is_strict: bool = False
    series: Multiseries = dataclasses.field(init=False)
    _known: dict[Term, Value] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        self.series = Multiseries(self.field, Multiseries.far(self.growing))

    def of(self, term: Term) -> Value:
        """The expansion.

        Raises:
            NotDefined: where the term is not defined, however far the growing symbol has gone.
            SignMissing, Undecidable: where that is not settled, or the term is outside the class.
        """
        known = self._known.get(term)
        if known is None:
            known = self._known[term] = self._found(term)
        return known

    def _found(self, term: Term) -> Value:
        series = self.series
        match term:
            case Number(value):
                return constant(value)
            case Constant("e"):
                return self.field.exp(ONE)
            case Constant("pi"):
                return self.field.ring.power(ConstantAtom("pi"))
            case Symbol():
                return series.variable if term == self.growing else self.field.ring.power(SymbolAtom(term))
            case Sum(terms):
                return self._folded(terms, series.sums.add)
            case Product(factors):
                return self._folded(factors, series.sums.multiply)
            case Negative(inner):
                return series.sums.negative(self.of(inner))
            case Quotient(numerator, denominator):
                above, below = self.of(numerator), self.of(denominator)
                if series.sums.is_zero(below):
                    raise NotDefined(term, f"{denominator} is 0")
                return series.divide(above, below)
            case Power(base, exponent):
                return self._power(term, base, exponent)
            case Elementary(name, arguments):
                return self._elementary(term, name, arguments)
            case Limit():
                return self._limit(term)
            case _:
                raise Undecidable(f"{term} is outside the class of exp-log functions")

    def _folded(self, terms: tuple[Term, ...], combine: Callable[[Value, Value], Value]) -> Value:
        total = self.of(terms[0])
        for term in terms[1:]:
            total = combine(total, self.of(term))
        return total

    def _power(self, term: Term, base: Term, exponent: Term) -> Value:
        below, literal = self.of(base), integer_literal(exponent)
        if literal is not None:
            if literal <= 0 and self.series.sums.is_zero(below):
                raise NotDefined(term, f"{base} is 0")
            return self._integer_power(below, literal)
        above = self.of(exponent)
        sign = self.series.sums.sign(below)
        if sign < 0:
            raise NotDefined(term, f"{base} is negative")
        if sign == 0:
            if self.is_strict:
                raise Undecidable(f"{term} is not defined on both sides of the point")
            if self.series.sums.sign(above) <= 0:
                raise NotDefined(term, f"{base} is 0 and the exponent is not positive")
            return ZERO
        if isinstance(above, Element):
            return self.series.power(below, above)
        return self.series.exp(self.series.sums.multiply(above, self.series.log(below)))

    def _integer_power(self, below: Value, exponent: int) -> Value:
        if exponent > 0 and self.series.sums.is_zero(below):
            return ZERO
        return self.series.power(below, constant(exponent))

    def _elementary(self, term: Term, name: str, arguments: tuple[Term, ...]) -> Value:
        values = [self.of(argument) for argument in arguments]
        match name:
            case "exp":
                return self.series.exp(values[0])
            case "log":
                if self.series.sums.sign(values[0]) <= 0:
                    raise NotDefined(term, f"{arguments[0]} is not positive")
                return self.series.log(values[0])
            case "sqrt":
                return self._power(term, arguments[0], Quotient(exact(1), exact(2)))
            case "abs":
                return self.series.sums.negative(values[0]) if self._kinked(term, values[0]) < 0 else values[0]
            case _:
                best = values[0]
                for value in values[1:]:
                    side = self._kinked(term, self.series.sums.add(value, self.series.sums.negative(best)))
                    best = value if side == (1 if name == "max" else -1) else best
                return best

    def _kinked(self, term: Term, value: Value) -> int:
        sign = self.series.sums.sign(value)
        if sign == 0 and self.is_strict:
            raise Undecidable(f"{term} may have no derivative where {value} vanishes")
        return sign

    def _limit(self, term: Limit) -> Element:
        if self.growing in free_symbols(term):
            raise Undecidable(f"{term} moves with {self.growing.name}")
        found = limit(self.field, term)
        if isinstance(found, int):
            raise InfiniteLimit(term, found)
        return found


def fixed(field: Field) -> Expansion:
    """An expansion in which nothing grows: terms in parameters become elements."""
    return Expansion(field, Symbol("nothing~", POSITIVE))


def constant_part(value: Value) -> Element:
    """A value in which nothing grows, as the element that it is."""
    if not isinstance(value, Element):
        raise TypeError("something grows where everything is fixed")
    return value


def value_of(field: Field, term: Term) -> Element:
    """A term in parameters as an element."""
    return constant_part(fixed(field).of(term))


def limit(field: Field, term: Limit) -> Element | int:
    """The limit: an element, or the sign of the infinity.

    Raises:
        NotDefined: where there is none.
    """
    carried = carried_out(term.term)
    if term.point is None:
        return _limit_along(field, carried, term.symbol, renamed(term.symbol, term.symbol.domain))
    point, domain = value_of(field, term.point), term.symbol.domain
    below = -1 if domain.low is None else field.sign(constant(domain.low) - point)
    above = -1 if domain.high is None else field.sign(point - constant(domain.high))
    if max(below, above) > 0 or (below == above == 0):
        raise Undecidable(f"{term.symbol.name} in {domain} cannot tend to {term.point}")
    growing = renamed(term.symbol, POSITIVE)
    sides = [step for step, end in ((1, above), (-1, below)) if end < 0]
    found = [_one_sided(field, carried, term, term.point, growing, step) for step in sides]
    values = [each for each in found if not isinstance(each, NotDefined)]
    if len(values) < len(found):
        fault = next(each for each in found if isinstance(each, NotDefined))
        if values:
            raise Undecidable(f"{fault} on one side of {term.point}; say on which side {term.symbol.name} lies")
        raise fault
    first = values[0]
    if any(not _agree(field, first, other) for other in values[1:]):
        raise NotDefined(term, f"its one-sided limits differ: {_text(field, values[0])} from above, {_text(field, values[1])} from below")
    return first


def _one_sided(field: Field, carried: Carried, term: Limit, point: Term, growing: Symbol, step: int) -> Element | int | NotDefined:
    inverse = Quotient(exact(1), growing)
    try:
        return _limit_along(field, carried, term.symbol, growing, Sum((point, inverse if step > 0 else Negative(inverse))))
    except NotDefined as fault:
        return fault


def _limit_along(field: Field, carried: Carried, symbol: Symbol, growing: Symbol, path: Term | None = None) -> Element | int:
    replacement = {symbol: growing if path is None else path}
    for term in carried.differentiated:
        Expansion(field, growing, is_strict=True).of(substituted(term, replacement))
    expansion = Expansion(field, growing)
    return expansion.series.sums.limit(expansion.of(substituted(carried.term, replacement)))


def _agree(field: Field, one: Element | int, other: Element | int) -> bool:
    if isinstance(one, int) or isinstance(other, int):
        return one == other if isinstance(one, int) and isinstance(other, int) else False
    return field.is_zero(one - other)


def _text(field: Field, value: Element | int) -> str:
    return ("oo" if value > 0 else "-oo") if isinstance(value, int) else str(field.term(value))
