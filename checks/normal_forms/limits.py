"""Limits: by continuity, by L'Hôpital's rule at a point, and of rational functions at infinity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.language.differentiation import NotDifferentiable, derivative
from checks.language.terms import (
    At,
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
    exact,
)
from checks.language.walking import free_symbols, functions, subterms
from checks.normal_forms.antiderivatives import is_polynomial
from checks.normal_forms.binding import renamed, substituted
from checks.normal_forms.ring import CONTEXT, Element, OutOfClass, SymbolAtom, constant, polynomial
from checks.normal_forms.signs import MINUS, PLUS

if TYPE_CHECKING:
    from flint import fmpq_mpoly

    from checks.normal_forms.normal_form import NormalForms

ORDER_LIMIT = 6
ONE = exact(1)


def lhopital(forms: NormalForms, term: Term, symbol: Symbol, point: Term) -> Term:
    """The limit at a point near which numerator and denominator are analytic, as a quotient at the point.

    Normal forms exist only where a term is analytic, so finding them at the point licenses both steps:
    substituting where the denominator does not vanish, and differentiating both where both vanish.
    What is an exception to this is refused first.

    Raises:
        OutOfClass: where the denominator's sign at the point is not settled, or nothing but zeros is found.
    """
    forms.of(point)
    _require_continuous(term, symbol)
    require_defined_beside(forms, term, symbol, point)
    numerator, denominator = _as_fraction(term)
    for _ in range(ORDER_LIMIT):
        value = Quotient(substituted(numerator, {symbol: point}), substituted(denominator, {symbol: point}))
        above, below = forms.of(value.numerator), forms.of(value.denominator)
        if not forms.ring.reduced(below).is_zero:
            return value
        if not forms.ring.reduced(above).is_zero:
            raise OutOfClass(f"the denominator of {term} vanishes at {symbol.name} = {point}, its numerator is not known to")
        numerator, denominator = _slope(numerator, symbol), _slope(denominator, symbol)
    raise OutOfClass(f"L'Hôpital's rule did not settle the limit of {term} within {ORDER_LIMIT} steps")


def _slope(term: Term, symbol: Symbol) -> Term:
    try:
        return derivative(term, symbol)
    except (NotDifferentiable, ValueError) as fault:
        raise OutOfClass(str(fault)) from None


def _require_continuous(term: Term, symbol: Symbol) -> None:
    """An inner limit may jump as the symbol moves, and an unspecified function's derivative need not be continuous."""
    for part in subterms(term):
        jumps = isinstance(part, Limit) or (isinstance(part, At | Derivative | Differential) and functions(part))
        if jumps and symbol in free_symbols(part):
            raise OutOfClass(f"{part} is not known to be continuous in {symbol.name}")


def require_defined_beside(forms: NormalForms, term: Term, symbol: Symbol, point: Term) -> None:
    """Real powers of bases that vanish at the point must be defined beside it, where the symbol's domain goes on.

    Raises:
        OutOfClass: where such a base may turn negative there.
    """
    for base in _nonnegative_parts(term):
        if symbol not in free_symbols(base) or not forms.ring.reduced(forms.of(At(base, symbol, point))).is_zero:
            continue
        slope = forms.signs.of_element(forms.of(At(_slope(base, symbol), symbol, point)))
        from_below = isinstance(point, Number) and point.value == symbol.domain.high and slope == MINUS
        from_above = isinstance(point, Number) and point.value == symbol.domain.low and slope == PLUS
        if not from_above and not from_below:
            raise OutOfClass(f"{base} may be negative near {symbol.name} = {point}, below a real power")


def _nonnegative_parts(term: Term) -> list[Term]:
    """Bases of real powers, and the ends of integrals of such."""
    found: list[Term] = []
    for part in subterms(term):
        match part:
            case Power(_, Number(value)) if value.denominator == 1:
                continue
            case Power(base, _) | Elementary("sqrt", (base,)):
                found.append(base)
            case Integral(integrand, variable, low, high) if not is_polynomial(integrand, variable):
                found += [low, high]
    return found


def limit_at_infinity(forms: NormalForms, term: Term, symbol: Symbol) -> Element:
    """The limit of a rational function of the symbol, by comparing degrees.

    Raises:
        OutOfClass: where the symbol occurs otherwise, or the limit is not finite.
    """
    if symbol.domain.high is not None:
        raise OutOfClass(f"{symbol.name} is bounded in {symbol.domain} and cannot tend to infinity")
    fresh = renamed(symbol, symbol.domain)
    element = forms.ring.reduced(forms.of(substituted(term, {symbol: fresh})))
    index = forms.ring.index(SymbolAtom(fresh))
    if any(fresh in forms.ring.symbols_inside(other) for other in element.generators - {index}):
        raise OutOfClass(f"{symbol.name} occurs in a power or a logarithm, beyond limits of rational functions")
    above, below = element.numerator.degrees()[index], element.denominator.degrees()[index]
    if above > below:
        raise OutOfClass(f"{term} is not bounded as {symbol.name} tends to infinity")
    leading = polynomial(_leading(element.denominator, index))
    if 0 in forms.signs.of_element(leading):
        raise OutOfClass(f"the leading coefficient below in {term} is not known to differ from zero")
    return polynomial(_leading(element.numerator, index)) / leading if above == below else constant(0)


def _leading(value: fmpq_mpoly, index: int) -> fmpq_mpoly:
    degree = value.degrees()[index]
    kept = {(*e[:index], 0, *e[index + 1 :]): c for e, c in value.to_dict().items() if e[index] == degree}
    return CONTEXT.from_dict(kept)


def _as_fraction(term: Term) -> tuple[Term, Term]:
    """Numerator and denominator of sums, products and quotients brought under one bar."""
    match term:
        case Negative(inner):
            above, below = _as_fraction(inner)
            return Negative(above), below
        case Product(factors):
            pairs = [_as_fraction(factor) for factor in factors]
            return Product(tuple(a for a, _ in pairs)), Product(tuple(b for _, b in pairs))
        case Quotient(numerator, denominator):
            (a, b), (c, d) = _as_fraction(numerator), _as_fraction(denominator)
            return Product((a, d)), Product((b, c))
        case Sum(terms):
            above, below = _as_fraction(terms[0])
            for part in terms[1:]:
                a, b = _as_fraction(part)
                above, below = (Sum((above, a)), below) if b == below else (Sum((Product((above, b)), Product((a, below)))), Product((below, b)))
            return above, below
        case _:
            return term, ONE
