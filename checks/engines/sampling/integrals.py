"""Definite integrals: rigorous quadrature where the integrand is defined throughout, the power rule at a singular end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import acb, arb, fmpq

from checks.engines.sampling import arithmetic, complexes
from checks.engines.sampling.faults import Undefined, Unknown
from checks.engines.sampling.scalars import ZERO, is_finite, sign
from checks.engines.sampling.series import Series, Value
from checks.language.terms import Term

if TYPE_CHECKING:
    from checks.engines.sampling.programs import Program

PIECES = 600
EVALUATIONS = 3000


@dataclass(frozen=True, slots=True)
class Integrand:
    """An integrand without derivatives, as a program, and as a sum of c*x**p where it is one."""

    program: Program | None
    monomials: tuple[tuple[Program, Program], ...] | None


def integral(body: Program, integrand: Integrand, values: tuple[Value, ...], index: int, low: Value, high: Value, site: Term) -> Value:
    """The integral of a program over one of its values."""
    if any(isinstance(value, Series) for value in (*values, low, high)):
        raise Unknown("an integral whose ends or parameters move")
    if not (is_finite(low) and is_finite(high)):
        raise Unknown("the ends of an integral are not enclosed")
    if is_defined_between(body, values, index, low, high):
        return _proper(integrand, values, index, low, high)
    if sign(low) == 0 and sign(high) == 1:
        return _improper(integrand, values, index, high, site)
    if sign(high) == 0 and sign(low) == 1:
        return -_improper(integrand, values, index, low, site)
    raise Unknown("the integrand could not be shown to be defined on the whole range")


def is_defined_between(body: Program, values: tuple[Value, ...], index: int, low: Value, high: Value) -> bool:
    """Whether the integrand was enclosed on pieces that cover the range."""
    pieces, doubtful = [arb(low).union(arb(high))], False
    for _ in range(PIECES):
        if not pieces:
            break
        piece = pieces.pop()
        if not _is_enclosed(body, values, index, piece):
            if piece.rad() <= abs(piece.mid()) * arb(2) ** -60 or piece.rad() < arb(2) ** -200:
                doubtful = True  # the rest is still searched for pieces where the integrand is certainly undefined
            else:
                pieces += _halves(piece, arb(low), arb(high))
    return not pieces and not doubtful


def _is_enclosed(body: Program, values: tuple[Value, ...], index: int, piece: arb) -> bool:
    try:
        return is_finite(body.run((*values[:index], piece, *values[index + 1 :])))
    except Unknown:
        return False
    except Undefined:
        if piece.rad() > 0:
            raise  # undefined on a whole piece of the range, not only at an end
        return False


def _halves(piece: arb, low: arb, high: arb) -> list[arb]:
    """Two pieces that cover what of the piece lies between the ends: a ball's ends are rounded outward, the range's are not."""
    left, right = arb(piece.lower()), arb(piece.upper())
    if low < high or high < low:
        left, right = left.max(low.min(high)), right.min(low.max(high))
    middle = arb(piece.mid())
    return [left.union(middle), middle.union(right)]


def _proper(integrand: Integrand, values: tuple[Value, ...], index: int, low: Value, high: Value) -> Value:
    if integrand.program is None:
        raise Unknown("no rule differentiates a part of the integrand")
    plain, analytic = integrand.program.on_complex_balls

    def at(z: acb, is_analytic: bool) -> acb:
        try:
            return acb((analytic if is_analytic else plain)((*values[:index], z, *values[index + 1 :])))
        except (Unknown, Undefined):
            return acb("nan")

    found = complexes.real_part(acb.integral(at, acb(low), acb(high), eval_limit=EVALUATIONS))
    if found is None:
        raise Unknown("the integral could not be enclosed")
    return found


def _improper(integrand: Integrand, values: tuple[Value, ...], index: int, end: Value, site: Term) -> Value:
    """The integral from 0 to a positive end."""
    if integrand.monomials is None:
        raise Unknown("an improper integral of another form than a sum of powers")
    inside = (*values[:index], ZERO, *values[index + 1 :])
    pairs = [(c.run(inside), p.run(inside) + fmpq(1)) for c, p in integrand.monomials]
    pairs = [(c, raised) for c, raised in pairs if sign(c) != 0]
    known = [sign(raised) for _, raised in pairs]
    if any(each != 1 for each in known):
        raise _divergence(pairs, known, site)
    total = ZERO
    for c, raised in pairs:
        total = total + c * arithmetic.divide(arithmetic.power(end, raised, site), raised, site)
    return total


def _divergence(pairs: list[tuple[Value, Value]], known: list[int | None], site: Term) -> Exception:
    for position, ((c, raised), sign_of_it) in enumerate(zip(pairs, known, strict=True)):
        others = [other for index, (_, other) in enumerate(pairs) if index != position]
        if sign_of_it in (0, -1) and sign(c) in (1, -1) and all(sign(other - raised) == 1 for other in others):
            return Undefined(site, "the integral diverges at its end")
    return Unknown("the convergence of an improper integral is not certain")
