"""Differentiation of terms, structurally, and what derivatives and differentials in a term stand for."""

from __future__ import annotations

from checks.language.terms import (
    Application,
    At,
    Curve,
    Defined,
    Derivative,
    Differential,
    Elementary,
    Integral,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Term,
    exact,
)
from checks.language.vocabulary import log, sqrt
from checks.language.walking import free_symbols, increment, parts, rebuild, substitute, unfolded

ZERO, ONE = exact(0), exact(1)


class NotDifferentiable(Exception):
    """No rule differentiates this term.

    Attributes:
        term: the subterm without a rule.
    """

    def __init__(self, term: Term) -> None:
        super().__init__(f"no rule differentiates {term}")
        self.term = term


def derivative(term: Term, symbol: Symbol) -> Term:
    """The derivative by the textbook rules, nothing simplified but zeros and ones.

    Raises:
        NotDifferentiable: for min, max, abs, limits, and a second time for an unspecified function.
    """
    if symbol not in free_symbols(term):
        return ZERO
    if is_slot_derivative(term):
        raise NotDifferentiable(term)
    match term:
        case Symbol():
            return ONE
        case Negative(inner):
            return Negative(derivative(inner, symbol))
        case Sum(terms):
            return total(tuple(derivative(part, symbol) for part in terms))
        case Product(factors):
            return total(tuple(_leibniz(factors, index, symbol) for index in range(len(factors))))
        case Quotient(numerator, denominator):
            return _quotient_rule(numerator, denominator, symbol)
        case Power(base, exponent):
            return _power_rule(base, exponent, symbol)
        case Elementary("log", (argument,)):
            return Quotient(derivative(argument, symbol), argument)
        case Elementary("exp", (argument,)):
            return times(term, derivative(argument, symbol))
        case Elementary("sqrt", (argument,)):
            return Quotient(derivative(argument, symbol), Product((exact(2), sqrt(argument))))
        case Application(_, arguments):
            return total(tuple(times(slot_derivative(term, slot), derivative(argument, symbol)) for slot, argument in enumerate(arguments)))
        case Derivative() | Differential() | At():
            return derivative(without_derivatives(term), symbol)
        case Defined():
            return derivative(unfolded(term), symbol)
        case Integral(integrand, bound, low, high):
            return _leibniz_integral_rule(integrand, bound, low, high, symbol)
        case _:
            raise NotDifferentiable(term)


def slot_derivative(term: Application, slot: int) -> Term:
    """The partial derivative of an unspecified function in one argument, as an unspecified function's value.

    It stands as `At(Derivative(f(.., x, ..), x), x, argument)` with a placeholder x, one for each function and slot.
    """
    placeholder = Symbol(f"_{term.function.name}_{slot}")
    arguments = tuple(placeholder if index == slot else argument for index, argument in enumerate(term.arguments))
    return At(Derivative(Application(term.function, arguments), placeholder), placeholder, term.arguments[slot])


def is_slot_derivative(term: Term) -> bool:
    """Whether a term is the value of an unspecified function's partial derivative."""
    match term:
        case At(Derivative(Application(_, arguments), symbol, 1), placeholder, _) if symbol == placeholder:
            return symbol in arguments and sum(symbol in free_symbols(argument) for argument in arguments) == 1
        case _:
            return False


def without_derivatives(term: Term) -> Term:
    """The term with every derivative and differential carried out; those of unspecified functions remain.

    Raises:
        NotDifferentiable: where a rule is missing.
    """
    if is_slot_derivative(term):
        match term:
            case At(inner, symbol, value):
                return At(inner, symbol, without_derivatives(value))
    match term:
        case Derivative(inner, symbol, order):
            for _ in range(order):
                inner = derivative(without_derivatives(inner), symbol)
            return inner
        case Differential(inner, along):
            return without_derivatives(differential(inner, along))
        case At(inner, symbol, value):
            return substitute(without_derivatives(inner), {symbol: without_derivatives(value)})
        case _:
            return rebuild(term, without_derivatives) if parts(term) else term


def differential(term: Term, along: tuple[Symbol, ...] | Curve) -> Term:
    """The total differential as a sum over increments; along a curve, the multiple of the independent increment."""
    if isinstance(along, Curve):
        slope = Negative(Quotient(Derivative(along.level, along.independent), Derivative(along.level, along.dependent)))
        rate = Sum((Derivative(term, along.independent), Product((Derivative(term, along.dependent), slope))))
        return Product((rate, increment(along.independent)))
    return total(tuple(Product((Derivative(term, symbol), increment(symbol))) for symbol in along))


def total(terms: tuple[Term, ...]) -> Term:
    """The sum of the terms that are not the literal zero."""
    kept = tuple(term for term in terms if term != ZERO)
    return Sum(kept) if len(kept) > 1 else kept[0] if kept else ZERO


def times(left: Term, right: Term) -> Term:
    """The product, where a literal zero or one need not be written."""
    if ZERO in (left, right):
        return ZERO
    if left == ONE or right == ONE:
        return right if left == ONE else left
    return Product((left, right))


def _leibniz(factors: tuple[Term, ...], index: int, symbol: Symbol) -> Term:
    slope = derivative(factors[index], symbol)
    if slope == ZERO:
        return ZERO
    return Product((*factors[:index], slope, *factors[index + 1 :]))


def _quotient_rule(numerator: Term, denominator: Term, symbol: Symbol) -> Term:
    slope_above, slope_below = derivative(numerator, symbol), derivative(denominator, symbol)
    if slope_below == ZERO:
        return Quotient(slope_above, denominator)
    above = Sum((times(slope_above, denominator), Negative(times(numerator, slope_below))))
    return Quotient(above, Power(denominator, exact(2)))


def _power_rule(base: Term, exponent: Term, symbol: Symbol) -> Term:
    by_base = ZERO
    if (slope := derivative(base, symbol)) != ZERO:
        by_base = times(times(exponent, _lowered(base, exponent)), slope)
    by_exponent = times(times(Power(base, exponent), log(base)), slope) if (slope := derivative(exponent, symbol)) != ZERO else ZERO
    return total((by_base, by_exponent))


def _lowered(base: Term, exponent: Term) -> Term:
    """The base to the exponent less one, without the powers 0 and 1, which would ask more of the base than its square."""
    if not isinstance(exponent, Number):
        return Power(base, Sum((exponent, exact(-1))))
    if exponent.value in (1, 2):
        return ONE if exponent.value == 1 else base
    return Power(base, exact(exponent.value - 1))


def _leibniz_integral_rule(integrand: Term, bound: Symbol, low: Term, high: Term, symbol: Symbol) -> Term:
    at_high = times(substitute(integrand, {bound: high}), derivative(high, symbol))
    at_low = times(substitute(integrand, {bound: low}), derivative(low, symbol))
    inside = derivative(integrand, symbol) if bound != symbol else ZERO
    below = ZERO if inside == ZERO else Integral(inside, bound, low, high)
    return total((at_high, Negative(at_low) if at_low != ZERO else ZERO, below))
