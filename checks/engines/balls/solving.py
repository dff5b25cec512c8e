"""Solving: the zero of a factor that is linear in one power, logarithm or exponential, as a closed term."""

from __future__ import annotations

from fractions import Fraction

from checks.engines.balls.knowledge import Knowledge, Unsettled, in_normal_form
from checks.engines.balls.numbers import number_sign
from checks.engines.balls.rendering import element_term
from checks.language.terms import Negative, Number, Power, Quotient, Symbol, Term, exact
from checks.language.vocabulary import exp, log
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.ring import CONTEXT, Element, ExpAtom, LogAtom, Ring, RootAtom, SymbolAtom, fraction

ZERO = exact(0)


def solution(term: Term, symbol: Symbol, knowledge: Knowledge) -> tuple[Term, ...] | None:
    """The zeros of a term, one at most, wherever it is defined; None where it is not solved."""
    try:
        return in_normal_form(knowledge, lambda forms: _solved(forms, forms.ring.reduced(forms.of(term)), symbol))
    except Unsettled:
        return None


def _solved(forms: NormalForms, element: Element, symbol: Symbol) -> tuple[Term, ...] | None:
    ring = forms.ring
    if symbol in _symbols(ring, element.denominator.degrees()):
        return None
    degrees = element.numerator.degrees()
    moving = [index for index, degree in enumerate(degrees) if degree and symbol in ring.symbols_inside(index)]
    if len(moving) != 1 or degrees[moving[0]] != 1:
        return None
    index = moving[0]
    slope, rest = _linear(element, index)
    value = Negative(Quotient(element_term(ring, rest), element_term(ring, slope)))
    return _inverted(forms, index, value, symbol)


def _symbols(ring: Ring, degrees: tuple[int, ...]) -> frozenset[Symbol]:
    return frozenset[Symbol]().union(*(ring.symbols_inside(index) for index, degree in enumerate(degrees) if degree))


def _linear(element: Element, index: int) -> tuple[Element, Element]:
    """The coefficient of a generator, and what is left."""
    slope, rest = {}, {}
    for exponents, coefficient in element.numerator.to_dict().items():
        if exponents[index]:
            slope[(*exponents[:index], 0, *exponents[index + 1 :])] = coefficient
        else:
            rest[exponents] = coefficient
    return fraction(CONTEXT.from_dict(slope), CONTEXT.constant(1)), fraction(CONTEXT.from_dict(rest), CONTEXT.constant(1))


def _inverted(forms: NormalForms, index: int, value: Term, symbol: Symbol) -> tuple[Term, ...] | None:
    """Where a generator has a value."""
    unit = forms.ring.unit(index)
    match forms.ring.atoms[index]:
        case SymbolAtom():
            return _root_of(value, unit)
        case LogAtom(SymbolAtom()):
            return (exp(value),)
        case LogAtom(Element() as base):
            return _solved(forms, base - forms.of(exp(value)), symbol)
        case RootAtom(base):
            roots = _root_of(value, unit)
            return roots if not roots else _solved(forms, base - forms.of(roots[0]), symbol)
        case ExpAtom(exponent):
            sign = number_sign(value)
            if sign is None:
                return None
            return _solved(forms, exponent - forms.of(Quotient(log(value), Number(unit))), symbol) if sign > 0 else ()
        case _:
            return None


def _root_of(value: Term, unit: Fraction) -> tuple[Term, ...] | None:
    """Where a positive number to the power of the unit has the value."""
    if unit == 1:
        return (value,)
    sign = number_sign(value)
    if sign is None:
        return None
    return (Power(value, Number(1 / unit)),) if sign > 0 else (ZERO,) if sign == 0 else ()
