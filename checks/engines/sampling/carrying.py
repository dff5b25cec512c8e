"""Carrying out: derivatives by the textbook rules and integrals by the power rule, for points after the first few.

The first points of a trial are judged by series and by quadrature, independently of any rule; what is gained
here is speed, and no refutation rests on it.
"""

from __future__ import annotations

from checks.engines.sampling.monomials import monomials
from checks.engines.sampling.programs import program
from checks.engines.sampling.scalars import sign
from checks.language.differentiation import NotDifferentiable, without_derivatives
from checks.language.terms import At, Derivative, Integral, Negative, Power, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.vocabulary import log
from checks.language.walking import free_symbols, rebuild, substitute, subterms


def carried_out(term: Term) -> Term:
    """The term with what rules can carry out carried out; itself where there is nothing or no rule."""
    if not any(isinstance(part, Derivative | At | Integral) for part in subterms(term)):
        return term
    try:
        return _integrated(without_derivatives(term))
    except (NotDifferentiable, ValueError):
        return term


def _integrated(term: Term) -> Term:
    match term:
        case Integral(inner, symbol, low, high) if symbol not in free_symbols(low) | free_symbols(high):
            pairs = monomials(inner, symbol)
            return term if pairs is None else Sum(tuple(_by_the_power_rule(c, p, symbol, low, high) for c, p in pairs))
        case _:
            return rebuild(term, _integrated)


def _by_the_power_rule(coefficient: Term, exponent: Term, symbol: Symbol, low: Term, high: Term) -> Term:
    """Where an exponent of no fixed value is -1, this is not defined, and the integral itself is asked."""
    raised = Sum((exponent, exact(1)))
    power = log(symbol) if _is_zero(raised) else Quotient(Power(symbol, raised), raised)
    primitive = Product((coefficient, power))
    return Sum((substitute(primitive, {symbol: high}), Negative(substitute(primitive, {symbol: low}))))


def _is_zero(term: Term) -> bool:
    return not free_symbols(term) and sign(program(term).at({})) == 0
