"""SymPy expressions as terms: exact ones in real symbols; whatever is not exact or not real is refused."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, Interval
from checks.language.terms import PI, Derivative, E, Function, Integral, Limit, Negative, Number, Power, Quotient, Sum, Symbol, Term
from checks.language.vocabulary import absolute, exp, log, maximum, minimum, sqrt, symbol

ZERO = Fraction(0)
NEGATIVE_DOMAIN = Interval(high=ZERO, includes_high=False)
NOT_POSITIVE = Interval(high=ZERO)
NARROWER = ("integer", "rational", "irrational", "even", "odd", "prime", "composite", "zero")
ELEMENTARY = {sympy.log: log, sympy.exp: exp, sympy.Abs: absolute, sympy.Min: minimum, sympy.Max: maximum}


def from_sympy(value: Any) -> Term:
    """The expression as a term, its parts in SymPy's own order.

    Raises:
        TypeError: for floats, truth values, relations, complex or undeclared symbols, and functions that are not known here.

    >>> from sympy import Rational, Symbol, sqrt
    >>> x = Symbol("x", positive=True)
    >>> str(from_sympy(Rational(1, 2) * sqrt(x) - 1 / x))
    'sqrt(x)/2 - 1/x'
    >>> from_sympy(Symbol("y"))
    Traceback (most recent call last):
        ...
    TypeError: y (Symbol) is not known to be real; declare it real: Symbol('y', real=True) or positive=True
    """
    match value:
        case sympy.Symbol():
            return _symbol(value)
        case sympy.Rational():
            return Number(Fraction(int(value.p), int(value.q)))
        case sympy.Add():
            return _sum(value)
        case sympy.Mul():
            return _product(value)
        case sympy.Pow():
            return _power(value)
        case _ if value is sympy.E:
            return E
        case _ if value is sympy.pi:
            return PI
        case sympy.Derivative():
            return reduce(lambda term, by: Derivative(term, _variable(by[0]), int(by[1])), value.variable_count, from_sympy(value.expr))
        case sympy.Integral():
            return _integral(value)
        case sympy.Limit():
            return _limit(value)
        case AppliedUndef():
            name = value.func.__name__
            return Function(name, len(value.args))(*map(from_sympy, value.args))
        case sympy.Basic() if value.func in ELEMENTARY:
            return _elementary(value)
        case _:
            raise TypeError(_refusal(value))


def _symbol(value: Any) -> Symbol:
    if not value.is_real:
        raise TypeError(f"{value} (Symbol) is not known to be real; declare it real: Symbol({value.name!r}, real=True) or positive=True")
    if narrower := [name for name in NARROWER if value.assumptions0.get(name)]:
        raise TypeError(f"{value} (Symbol) is assumed {narrower[0]}; only intervals are domains here: declare it real=True and assume the rest")
    return symbol(value.name, _domain(value))


def _domain(value: Any) -> Interval:
    if value.is_positive:
        return POSITIVE
    if value.is_negative:
        return NEGATIVE_DOMAIN
    if value.is_zero is False:
        raise TypeError(f"{value} (Symbol) is assumed nonzero; declare it real=True and give Claim({value}, '!=', 0) as an assumption")
    return NONNEGATIVE if value.is_nonnegative else NOT_POSITIVE if value.is_nonpositive else REAL


def _variable(value: Any) -> Symbol:
    term = from_sympy(value)
    if not isinstance(term, Symbol):
        raise TypeError(f"{value} stands where a symbol belongs")
    return term


def _sum(value: Any) -> Term:
    first, *rest = map(from_sympy, value.as_ordered_terms())
    return Sum((first, *rest))


def _product(value: Any) -> Term:
    """A product as a fraction where SymPy has negative powers, with its sign in front."""
    coefficient, rest = value.as_coeff_Mul(rational=True)
    factors = rest.as_ordered_factors() if rest.is_Mul else [rest]
    above = [each for each in factors if not _is_reciprocal(each)]
    below = [from_sympy(1 / each) for each in factors if _is_reciprocal(each)]
    over = _multiplied(int(abs(coefficient.p)), [from_sympy(each) for each in above])
    under = _multiplied(int(coefficient.q), below)
    whole = over if under == Number(Fraction(1)) else Quotient(over, under)
    return Negative(whole) if coefficient < 0 else whole


def _multiplied(coefficient: int, factors: list[Term]) -> Term:
    number = Number(Fraction(coefficient))
    return reduce(lambda left, right: left * right, factors if factors and coefficient == 1 else [number, *factors])


def _is_reciprocal(value: Any) -> bool:
    return value.is_Pow and value.base is not sympy.E and value.exp.is_Rational and value.exp < 0


def _power(value: Any) -> Term:
    base, exponent = value.as_base_exp()
    if base is sympy.E:
        return exp(from_sympy(exponent))
    if _is_reciprocal(value):
        return Quotient(Number(Fraction(1)), from_sympy(base**-exponent))
    return sqrt(from_sympy(base)) if exponent == sympy.S.Half else Power(from_sympy(base), from_sympy(exponent))


def _elementary(value: Any) -> Term:
    return ELEMENTARY[value.func](*map(from_sympy, sorted(value.args, key=sympy.default_sort_key)))


def _integral(value: Any) -> Term:
    def within(term: Term, limits: Any) -> Term:
        if len(limits) != 3 or any(end.is_infinite for end in limits[1:]):
            raise TypeError(f"{value} (Integral) needs finite limits: Integral(f, (x, a, b))")
        return Integral(term, _variable(limits[0]), from_sympy(limits[1]), from_sympy(limits[2]))

    return reduce(within, value.limits, from_sympy(value.function))


def _limit(value: Any) -> Term:
    inner, variable, point, side = value.args
    if point is sympy.oo:
        return Limit(from_sympy(inner), _variable(variable), None)
    if point.is_infinite or str(side) != "+-":
        raise TypeError(f"{value} (Limit) must be two-sided, or at oo: Limit(f, x, a, '+-')")
    return Limit(from_sympy(inner), _variable(variable), from_sympy(point))


def _refusal(value: Any) -> str:
    kind = type(value).__name__
    if isinstance(value, sympy.Float):
        remedy = "a float is not exact; write Rational(1, 2) or decimal('0.5')"
    elif isinstance(value, sympy.logic.boolalg.Boolean):
        remedy = "SymPy has evaluated a comparison; write Claim(left, relation, right)"
    else:
        remedy = "build it from real symbols, exact numbers, powers, exp, log, Min, Max, Abs, sqrt, Derivative, Integral and Limit"
    return f"{value} ({kind}) stands where an exact term belongs: {remedy}"
