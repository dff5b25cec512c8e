"""Isolation: the value that an equation gives one of its symbols, as a term."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from checks.language.definedness import integer_literal
from checks.language.differentiation import times, total
from checks.language.terms import At, Derivative, Elementary, Integral, Negative, Number, Power, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.vocabulary import exp, log, sqrt
from checks.language.walking import free_symbols

ZERO, ONE = exact(0), exact(1)


def isolated(left: Term, right: Term, symbol: Symbol) -> Term | None:
    """A term that, put for the symbol, makes left = right true wherever all is defined; None where no rule finds one."""
    if symbol not in free_symbols(right):
        return _inverted(left, right, symbol)
    if symbol not in free_symbols(left):
        return _inverted(right, left, symbol)
    return _inverted(Sum((left, Negative(right))), ZERO, symbol)


def linear(term: Term, symbol: Symbol) -> tuple[Term, Term] | None:
    """The terms a, b, free of the symbol, for which the term is a*symbol + b; None where it is not seen to be linear."""
    if symbol not in free_symbols(term):
        return ZERO, term
    match term:
        case Symbol():
            return ONE, ZERO
        case Negative(inner):
            return _mapped(inner, symbol, Negative)
        case Sum(terms):
            pairs = [linear(part, symbol) for part in terms]
            found = [pair for pair in pairs if pair is not None]
            return (total(tuple(a for a, _ in found)), total(tuple(b for _, b in found))) if len(found) == len(pairs) else None
        case Product(factors):
            return _linear_product(factors, symbol)
        case Quotient(above, below) if symbol not in free_symbols(below):
            return _mapped(above, symbol, lambda part: Quotient(part, below))
        case Derivative(inner, moving, order) if moving != symbol:
            return _mapped(inner, symbol, lambda part: Derivative(part, moving, order))
        case At(inner, bound, value) if symbol not in free_symbols(value):
            return _mapped(inner, symbol, lambda part: At(part, bound, value))
        case Integral(inner, bound, low, high) if symbol not in free_symbols(low) | free_symbols(high):
            return _mapped(inner, symbol, lambda part: Integral(part, bound, low, high))
        case _:
            return None


def _mapped(inner: Term, symbol: Symbol, change: Callable[[Term], Term]) -> tuple[Term, Term] | None:
    pair = linear(inner, symbol)
    return None if pair is None else (pair[0] if pair[0] == ZERO else change(pair[0]), pair[1] if pair[1] == ZERO else change(pair[1]))


def _linear_product(factors: tuple[Term, ...], symbol: Symbol) -> tuple[Term, Term] | None:
    moving = [factor for factor in factors if symbol in free_symbols(factor)]
    if len(moving) != 1 or (pair := linear(moving[0], symbol)) is None:
        return None
    fixed = _product(factor for factor in factors if factor is not moving[0])
    return times(pair[0], fixed), times(pair[1], fixed)


def _inverted(term: Term, value: Term, symbol: Symbol) -> Term | None:
    if isinstance(term, Symbol):
        return value
    if (pair := linear(term, symbol)) is not None:
        a, b = pair
        return None if a == ZERO else Quotient(total((value, ZERO if b == ZERO else Negative(b))), a)
    match term:
        case Negative(inner):
            return _inverted(inner, Negative(value), symbol)
        case Sum(terms) if rest := _all_but_one(terms, symbol):
            return _inverted(rest[0], Sum((value, *map(Negative, rest[1]))), symbol)
        case Product(factors) if rest := _all_but_one(factors, symbol):
            return _inverted(rest[0], Quotient(value, _product(rest[1])), symbol)
        case Quotient(above, below) if symbol not in free_symbols(below):
            return _inverted(above, Product((value, below)), symbol)
        case Quotient(above, below) if symbol not in free_symbols(above):
            return _inverted(below, Quotient(above, value), symbol)
        case Power(base, exponent):
            return _inverted_power(base, exponent, value, symbol)
        case Elementary("log", (argument,)):
            return _inverted(argument, exp(value), symbol)
        case Elementary("exp", (argument,)):
            return _inverted(argument, log(value), symbol)
        case Elementary("sqrt", (argument,)):
            square = Quotient(Power(value, exact(3)), sqrt(Power(value, exact(2))))  # the square, negative for a negative value
            return _inverted(argument, square, symbol)
        case _:
            return None


def _inverted_power(base: Term, exponent: Term, value: Term, symbol: Symbol) -> Term | None:
    if symbol not in free_symbols(base):
        return _inverted(exponent, Quotient(log(value), log(base)), symbol)
    if symbol in free_symbols(exponent):
        return None
    literal = integer_literal(exponent)
    if literal == 0:
        return None
    inverse = Number(Fraction(1, literal)) if literal else Quotient(ONE, exponent)
    return _inverted(base, Power(value, inverse), symbol)


def _all_but_one(terms: tuple[Term, ...], symbol: Symbol) -> tuple[Term, tuple[Term, ...]] | None:
    moving = [term for term in terms if symbol in free_symbols(term)]
    if len(moving) != 1:
        return None
    return moving[0], tuple(term for term in terms if term is not moving[0])


def _product(factors: Iterable[Term]) -> Term:
    kept = tuple(factors)
    return Product(kept) if len(kept) > 1 else kept[0] if kept else ONE
