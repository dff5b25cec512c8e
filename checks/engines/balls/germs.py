"""Germs: the sign of a function next to an end of an interval, by comparing how fast its terms grow there.

Near the end, t being the distance from it or the reciprocal of what tends to infinity, a normal form is a sum of
scales (exponentials of powers of 1/t, powers of t and of log t) times functions analytic at t = 0; the fastest
scale whose function does not vanish decides, and how far one vanishes its derivatives at 0 say exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cmp_to_key

from flint import fmpq, fmpq_mpoly

from checks.engines.balls.knowledge import Knowledge, Unsettled, closed, in_normal_form
from checks.engines.balls.numbers import number_sign, order
from checks.engines.balls.rendering import element_term, polynomial_term
from checks.language.claims import Claim, domain_claims
from checks.language.differentiation import derivative
from checks.language.domains import Interval
from checks.language.terms import Negative, Number, Quotient, Sum, Symbol, Term, exact
from checks.language.walking import free_symbols
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.normal_form import NormalForms
from checks.normal_forms.ring import CONTEXT, ConstantAtom, Element, ExpAtom, LogAtom, OutOfClass, Ring, RootAtom, SymbolAtom

ORDERS = 12
ZERO, ONE = exact(0), exact(1)
Exponents = tuple[tuple[Fraction, Term], ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """exp of the sum of coefficient/t**k, times t**power, times log(t)**logs, with the sign of what it multiplies."""

    exponents: Exponents
    power: Fraction
    logs: int
    sign: int


def germ(term: Term, symbol: Symbol, end: Term | None, side: int, room: Fraction, knowledge: Knowledge) -> int:
    """The sign of a term next to the low end of an interval (side -1) or its high end (side 1); it is not zero there.

    Args:
        term: defined next to the end.
        symbol: the variable.
        end: a closed term; None for infinity.
        side: of the interval.
        room: how far from the end the knowledge holds; for infinity, up to which reciprocal.
        knowledge: what holds there.

    Raises:
        Unsettled: where growth is not compared.
    """
    t = Symbol("t'", Interval(Fraction(0), room, includes_low=False, includes_high=False))
    place = _place(t, end, side)
    facts = tuple(substituted_in(fact, {symbol: place}) for fact in (*_ends(symbol, knowledge), *knowledge.facts))
    near = Knowledge(tuple(pair for pair in knowledge.bounds if pair[0] != symbol), facts)
    return in_normal_form(near, lambda forms: _sign(forms, forms.of(closed(term, symbol, place)), t, near))


def _ends(symbol: Symbol, knowledge: Knowledge) -> tuple[Claim, ...]:
    """What is known of the symbol's bounds, as claims."""
    return tuple(
        _about(symbol, claim) for bound, interval in knowledge.bounds if bound == symbol for claim in domain_claims(Symbol(symbol.name, interval))
    )


def _about(symbol: Symbol, claim: Claim) -> Claim:
    return Claim(symbol, claim.relation, claim.right)


def _place(t: Symbol, end: Term | None, side: int) -> Term:
    if end is None:
        return Quotient(exact(side), t)
    return Sum((end, Negative(t) if side > 0 else t))


def _sign(forms: NormalForms, element: Element, t: Symbol, near: Knowledge) -> int:
    element = forms.ring.reduced(element)
    if element.is_zero:
        return 0
    return _of_polynomial(forms, element.numerator, t, near) * _of_polynomial(forms, element.denominator, t, near)


def _of_polynomial(forms: NormalForms, value: fmpq_mpoly, t: Symbol, near: Knowledge) -> int:
    groups: dict[tuple[Exponents, int, Fraction], dict[tuple[int, ...], fmpq]] = {}
    powers: dict[tuple[int, ...], Fraction] = {}
    for exponents, coefficient in value.to_dict().items():
        scale, power, logs, _ = _split(forms, exponents, t)
        key = (scale, logs, power - power.__floor__())
        groups.setdefault(key, {})[exponents] = coefficient
        powers[exponents] = power
    scales = [_leading(forms, key, group, powers, t, near) for key, group in groups.items()]
    best = max(scales, key=cmp_to_key(_compared))
    if any(_compared(best, other) != 1 for other in scales if other is not best):
        raise OutOfClass("two terms grow alike next to an end of the domain")
    return -best.sign if best.logs % 2 else best.sign


def _split(forms: NormalForms, exponents: tuple[int, ...], t: Symbol) -> tuple[Exponents, Fraction, int, tuple[int, ...]]:
    """A monomial's scale, its power of t, of log t, and the analytic rest."""
    ring = forms.ring
    scale: dict[Fraction, Term] = {}
    power, logs = Fraction(0), 0
    rest = list(exponents)
    for index, exponent in enumerate(exponents):
        if not exponent or t not in ring.symbols_inside(index):
            continue
        match ring.atoms[index]:
            case SymbolAtom():
                power += int(exponent) * ring.unit(index)
            case LogAtom(SymbolAtom()):
                logs += int(exponent)
            case ExpAtom(inner) if (pole := _pole(ring, inner, t)) is not None:
                order_of_pole, coefficient = pole
                part = Number(int(exponent) * ring.unit(index)) * coefficient
                scale[order_of_pole] = scale[order_of_pole] + part if order_of_pole in scale else part
            case _:
                _require_analytic(ring, index, t)
                continue
        rest[index] = 0
    return tuple(sorted(scale.items(), reverse=True, key=lambda item: item[0])), power, int(logs), tuple(rest)


def _pole(ring: Ring, exponent: Element, t: Symbol) -> tuple[Fraction, Term] | None:
    """The order and the coefficient of an exponent that is a number times a negative power of t."""
    if not exponent.is_monomial:
        return None
    power = Fraction(0)
    kept = [[0] * CONTEXT.nvars(), [0] * CONTEXT.nvars()]
    for place, part, direction in ((0, exponent.numerator, 1), (1, exponent.denominator, -1)):
        for index, degree in enumerate(part.degrees()):
            if not degree:
                continue
            if t not in ring.symbols_inside(index):
                kept[place][index] = degree
            elif isinstance(ring.atoms[index], SymbolAtom):
                power += direction * int(degree) * ring.unit(index)
            else:
                return None
    if power >= 0:
        return None
    lead = exponent.numerator.leading_coefficient() / exponent.denominator.leading_coefficient()
    above, below = CONTEXT.from_dict({tuple(kept[0]): lead}), CONTEXT.from_dict({tuple(kept[1]): 1})
    return -power, Quotient(polynomial_term(ring, above), polynomial_term(ring, below))


def _require_analytic(ring: Ring, index: int, t: Symbol) -> None:
    """Refuses a generator that is not an analytic function of t at 0.

    Raises:
        OutOfClass: where it is not, or is not seen to be.
    """
    match ring.atoms[index]:
        case ConstantAtom():
            return
        case SymbolAtom(symbol) if symbol != t or ring.unit(index).denominator == 1:
            return
        case LogAtom(SymbolAtom(symbol)) if symbol != t:
            return
        case ExpAtom(inner):
            _require_analytic_element(ring, inner, t)
            return
        case LogAtom(Element() as base) | RootAtom(base):
            _require_analytic_element(ring, base, t)
            if number_sign(closed(element_term(ring, base), t, ZERO)) == 1:
                return
    raise OutOfClass("how fast a term grows next to an end of the domain is not known")


def _require_analytic_element(ring: Ring, element: Element, t: Symbol) -> None:
    for index in element.generators:
        if t in ring.symbols_inside(index):
            _require_analytic(ring, index, t)
    below = polynomial_term(ring, element.denominator)
    if t in free_symbols(below) and number_sign(closed(below, t, ZERO)) in (0, None):
        raise OutOfClass("how fast a term grows next to an end of the domain is not known")


def _leading(
    forms: NormalForms,
    key: tuple[Exponents, int, Fraction],
    group: dict[tuple[int, ...], fmpq],
    powers: dict[tuple[int, ...], Fraction],
    t: Symbol,
    near: Knowledge,
) -> Scale:
    """The order in t at which the analytic function that multiplies a scale begins, and its sign there."""
    least = min(powers[exponents] for exponents in group)
    analytic: Term = ZERO
    for exponents, coefficient in group.items():
        rest = CONTEXT.from_dict({_split(forms, exponents, t)[3]: coefficient})
        analytic = analytic + polynomial_term(forms.ring, rest) * _power(t, int(powers[exponents] - least))
    scale, logs, _ = key
    begin, sign = _first_coefficient(analytic, t, near)
    return Scale(scale, least + begin, logs, sign)


def _power(t: Symbol, exponent: int) -> Term:
    """A power that is one, not undefined, at t = 0 where the exponent is zero."""
    return t**exponent if exponent else ONE


def _first_coefficient(analytic: Term, t: Symbol, near: Knowledge) -> tuple[int, int]:
    for count in range(ORDERS):
        value = analytic
        sign = number_sign(_at_zero(value, t))
        if sign is None:
            raise OutOfClass(f"whether {_at_zero(value, t)} is zero is not known")
        if sign:
            return count, sign
        analytic = in_normal_form(near, lambda forms, term=value: element_term(forms.ring, forms.of(derivative(term, t))))  # type: ignore[misc]
    raise OutOfClass(f"a term vanishes to an order over {ORDERS} at an end of the domain")


def _at_zero(term: Term, t: Symbol) -> Term:
    """The value at t = 0, powers t**0 being written out."""
    return closed(term, t, ZERO)


def _compared(left: Scale, right: Scale) -> int:
    """Which scale is larger near t = 0."""
    orders = sorted({k for k, _ in (*left.exponents, *right.exponents)}, reverse=True)
    first, second = dict(left.exponents), dict(right.exponents)
    for k in orders:
        sign = order(first.get(k, ZERO), second.get(k, ZERO))
        if sign is None:
            raise Unsettled("which of two exponentials is larger is not known")
        if sign:
            return sign
    if left.power != right.power:
        return 1 if left.power < right.power else -1
    return (left.logs > right.logs) - (left.logs < right.logs)
