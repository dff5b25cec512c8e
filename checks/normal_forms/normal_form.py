"""Normal forms: a term as a fraction over independent atoms, found only where the term is defined throughout.

The class: rational functions, real powers of positive bases with any exponents in the class, exp, log, sqrt,
derivatives and differentials of such, integrals of sums of powers, limits by continuity or by L'Hôpital's
rule, and unspecified functions. A term's normal form exists only if every denominator is known not to vanish
and every logarithm's argument and real power's base is known to be positive (or to be zero, below a positive
exponent); so equal normal forms prove equality wherever the assumptions hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from checks.language.differentiation import NotDifferentiable, differential, is_slot_derivative, without_derivatives
from checks.language.terms import (
    Application,
    At,
    Constant,
    Derivative,
    Differential,
    Elementary,
    Integral,
    Limit,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Term,
)
from checks.language.walking import free_symbols, parts, rebuild
from checks.normal_forms.antiderivatives import definite_integral
from checks.normal_forms.binding import substituted
from checks.normal_forms.limits import lhopital, limit_at_infinity, require_defined_beside
from checks.normal_forms.powers import exponential, logarithm, real_power
from checks.normal_forms.ring import ConstantAtom, Element, LogAtom, OutOfClass, Ring, SymbolAtom, ValueAtom, constant
from checks.normal_forms.signs import PLUS, Signs

ORDER_LIMIT = 5


class NotShownDefined(OutOfClass):
    """A subterm could not be shown to be defined on the whole domain.

    Attributes:
        term: the subterm.
    """

    def __init__(self, term: Term, condition: str) -> None:
        super().__init__(f"cannot show that {term} is defined: {condition}")
        self.term = term


@dataclass(frozen=True, slots=True)
class NormalForms:
    """Brings terms over one ring to normal form, with what is known of signs."""

    ring: Ring
    signs: Signs
    _known: dict[int, tuple[Term, Element]] = field(default_factory=dict)

    def of(self, term: Term) -> Element:
        """The normal form, found once for each term object: derivatives repeat what they are taken of.

        Raises:
            OutOfClass: where the term is outside the class or not known to be defined.
            Refine: where a finer root must be adjoined first.
        """
        known = self._known.get(id(term))
        if known is None:
            known = self._known[id(term)] = (term, self._found(term))
        return known[1]

    def _found(self, term: Term) -> Element:
        match term:
            case Number(value):
                return constant(value)
            case Constant("e"):
                return exponential(self.ring, constant(1))
            case Constant(name):
                return self.ring.power(ConstantAtom(name))
            case Symbol():
                return self._symbol(term)
            case Sum(terms):
                return self._sum(terms)
            case Product(factors):
                return self._product(factors)
            case Negative(inner):
                return -self.of(inner)
            case Quotient(numerator, denominator):
                return self.of(numerator) / self._nonzero(denominator, term)
            case Power(base, exponent):
                return self._power(base, exponent, term)
            case Elementary(name, arguments):
                return self._elementary(name, arguments, term)
            case Application(function, arguments):
                return self.ring.power(ValueAtom(function.name, None, tuple(map(self.of, arguments))))
            case _:
                return self._calculus(term)

    def _calculus(self, term: Term) -> Element:
        if is_slot_derivative(term):
            return self._slot_derivative(term)
        match term:
            case Derivative(inner, _, _):
                self.of(inner)
                return self._carried_out(term)
            case Differential(inner, along):
                self.of(inner)
                return self.of(differential(inner, along))
            case At(inner, symbol, value):
                return self._at(inner, symbol, value)
            case Integral():
                return self.of(definite_integral(self, term))
            case Limit(inner, symbol, None):
                return limit_at_infinity(self, inner, symbol)
            case Limit(inner, symbol, point) if point is not None:
                return self.of(lhopital(self, inner, symbol, point))
            case _:
                raise OutOfClass(f"{term} is not in the class")

    def _carried_out(self, term: Term) -> Element:
        if (order := _order(term)) > ORDER_LIMIT:
            raise OutOfClass(f"a derivative of order {order}, over {ORDER_LIMIT}, would fill pages")
        try:
            return self.of(without_derivatives(term))
        except (NotDifferentiable, ValueError) as fault:
            raise OutOfClass(str(fault)) from None

    def _at(self, inner: Term, symbol: Symbol, value: Term) -> Element:
        """Defined where the inner term is, together with what its derivatives are the derivatives of."""
        self.of(value)
        match inner:
            case Derivative():
                differentiated = _undifferentiated(inner)
                self.of(At(differentiated, symbol, value))
                require_defined_beside(self, differentiated, symbol, value)
                return self._carried_out(At(inner, symbol, value))
            case Differential(differentiated, along):
                self.of(At(differentiated, symbol, value))
                return self._at(differential(differentiated, along), symbol, value)
            case Sum() | Product() | Quotient() | Negative() | Power() | Elementary() | Application():
                return self.of(rebuild(inner, lambda part: _placed(part, symbol, value)))
            case _:
                return self.of(substituted(inner, {symbol: value}))

    def _slot_derivative(self, term: Term) -> Element:
        match term:
            case At(Derivative(Application(function, arguments), placeholder, _), _, value):
                slot = arguments.index(placeholder)
                at = tuple(self.of(value if index == slot else argument) for index, argument in enumerate(arguments))
                return self.ring.power(ValueAtom(function.name, slot, at, function.increasing))
        raise OutOfClass(f"{term} is not in the class")

    def _symbol(self, symbol: Symbol) -> Element:
        return self.ring.power(SymbolAtom(symbol))

    def _sum(self, terms: tuple[Term, ...]) -> Element:
        total = constant(0)
        for term in terms:
            total = total + self.of(term)
        return total

    def _product(self, factors: tuple[Term, ...]) -> Element:
        total = constant(1)
        for factor in factors:
            total = total * self.of(factor)
        return total

    def _nonzero(self, denominator: Term, whole: Term) -> Element:
        element = self.ring.reduced(self.of(denominator))
        if element.is_zero or 0 in self.signs.of_element(element):
            raise NotShownDefined(whole, f"{denominator} is not known to differ from zero")
        return element

    def _power(self, base: Term, exponent: Term, whole: Term) -> Element:
        if isinstance(base, Symbol) and not _is_integer(exponent) and self.signs.is_positive(base):
            return exponential(self.ring, self.of(exponent) * self.ring.power(LogAtom(SymbolAtom(base))))
        below = self.ring.reduced(self.of(base))
        if isinstance(exponent, Number) and _is_integer(exponent):
            if exponent.value <= 0 and 0 in self.signs.of_element(below):
                raise NotShownDefined(whole, f"{base} is not known to differ from zero")
            return below.power(int(exponent.value))
        above = self.of(exponent)
        if below.is_zero:
            if self.signs.of_element(above) == PLUS:
                return constant(0)
            raise NotShownDefined(whole, f"the exponent {exponent} of zero is not known to be positive")
        self._positive(below, base, whole)
        return self.ring.reduced(real_power(self.ring, below, above, self.signs.of))

    def _positive(self, element: Element, argument: Term, whole: Term) -> None:
        if self.signs.of_element(element) != PLUS:
            raise NotShownDefined(whole, f"{argument} is not known to be positive")

    def _elementary(self, name: str, arguments: tuple[Term, ...], whole: Term) -> Element:
        match name, arguments:
            case "exp", (argument,):
                return exponential(self.ring, self.of(argument))
            case "log", (argument,):
                element = self.ring.reduced(self.of(argument))
                self._positive(element, argument, whole)
                return logarithm(self.ring, element, self.signs.of)
            case "sqrt", (argument,):
                return self._power(argument, Number(Fraction(1, 2)), whole)
            case _:
                raise OutOfClass(f"{whole} stands where no case distinction reaches it")


def _is_integer(exponent: Term) -> bool:
    return isinstance(exponent, Number) and exponent.value.denominator == 1


def _order(term: Term) -> int:
    """How often the inmost of the term's parts is differentiated."""
    own = term.order if isinstance(term, Derivative) else int(isinstance(term, Differential))
    return own + max(map(_order, parts(term)), default=0)


def _placed(term: Term, symbol: Symbol, value: Term) -> Term:
    """`At`, written only where it says something, so that literal exponents stay literal."""
    return At(term, symbol, value) if symbol in free_symbols(term) else term


def _undifferentiated(term: Term) -> Term:
    while isinstance(term, Derivative):
        term = term.term
    return term
