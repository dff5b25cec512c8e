"""Descartes' rule of signs, in Laguerre's form: sums of real powers, or of exponentials, whose coefficients change sign once.

Such a sum has exactly one zero on the whole half-line, or line, and changes its sign there: divided by a power between the two
groups of exponents, it is strictly monotone.
"""

from __future__ import annotations

from flint import fmpq_mpoly

from checks.engines.signs import ends
from checks.engines.signs.faults import unknown_order, unknown_sign
from checks.engines.signs.lines import Line, Part
from checks.engines.signs.patterns import Inconsistent, Pattern
from checks.engines.signs.points import Point, comparison, point, point_of_log, strict_sign
from checks.engines.signs.written import term_of
from checks.normal_forms.powers import logarithm
from checks.normal_forms.ring import Element, OutOfClass, constant, polynomial


def single_zero(line: Line, value: fmpq_mpoly, hints: tuple[Point, ...]) -> Pattern | None:
    """The pattern on the line, by the rule; None where it does not apply.

    Raises:
        Unsettled: where a comparison of exponents or the sign of a coefficient is missing.
    """
    parts = line.parts(value)
    if parts is None or len(parts) < 2:
        return None
    above = _sign_above(line, parts)
    if not above:
        return None
    return _cut(line, value, above, _exact(line, parts) or _hinted(line, value, hints))


def _sign_above(line: Line, parts: tuple[Part, ...]) -> int | None:
    """The sign above the only zero, where there is exactly one on the whole half-line of the powers, or line of the exponentials."""
    if _is_affine(parts):
        return strict_sign(line.signs, _leading(parts).coefficient)
    exponents = _exponents(line, parts)
    if exponents is None:
        return None
    signs = [_sign(line, part.coefficient) for part in parts]
    plus, minus = ([exponent for exponent, sign in zip(exponents, signs, strict=True) if sign == each] for each in (1, -1))
    return _separation(line, plus, minus)


def _separation(line: Line, plus: list[Element], minus: list[Element]) -> int | None:
    """1 where all exponents of the one list are greater than all of the other, -1 where less, None where they are mixed.

    Raises:
        Unsettled: where that hangs on a comparison that is not known.
    """
    found = {(one, other): strict_sign(line.signs, one - other) for one in plus for other in minus}
    known = {sign for sign in found.values() if sign is not None}
    if not found or len(known) > 1 or 0 in known:
        return None
    for (one, other), sign in found.items():
        if sign is None:
            raise unknown_order(term_of(line.ring, one), term_of(line.ring, other))
    return known.pop()


def _is_affine(parts: tuple[Part, ...]) -> bool:
    """Whether it is `a*log(x) + b` or `a*x + b`."""
    if len(parts) != 2 or any(not part.rate.is_zero for part in parts):
        return False
    low, high = _rest(parts), _leading(parts)
    if not low.power.is_zero or low.logs:
        return False
    return (high.logs, high.power) in ((1, constant(0)), (0, constant(1)))


def _leading(parts: tuple[Part, ...]) -> Part:
    return max(parts, key=lambda part: (part.logs, not part.power.is_zero))


def _rest(parts: tuple[Part, ...]) -> Part:
    return next(part for part in parts if part is not _leading(parts))


def _exponents(line: Line, parts: tuple[Part, ...]) -> list[Element] | None:
    """The exponents, where the parts are all powers of the positive variable, or all exponentials."""
    if any(part.logs for part in parts):
        return None
    if all(part.rate.is_zero for part in parts) and line.is_positive:
        return [part.power for part in parts]
    if all(part.power.is_zero for part in parts):
        return [part.rate for part in parts]
    return None


def _sign(line: Line, coefficient: Element) -> int:
    sign = strict_sign(line.signs, coefficient)
    if not sign:
        raise unknown_sign(term_of(line.ring, coefficient))
    return sign


def _exact(line: Line, parts: tuple[Part, ...]) -> Point | None:
    """The zero of two parts, solved for."""
    if len(parts) != 2:
        return None
    try:
        if _is_affine(parts):
            ratio = line.ring.reduced(-_rest(parts).coefficient / _leading(parts).coefficient)
            return point_of_log(line.signs, ratio) if _leading(parts).logs else point(line.signs, ratio)
        one, other = parts
        log = logarithm(line.ring, line.ring.reduced(-one.coefficient / other.coefficient), line.signs.of)
        if one.rate.is_zero and other.rate.is_zero:
            return point_of_log(line.signs, log / (other.power - one.power))
        return point(line.signs, log / (other.rate - one.rate))
    except OutOfClass:
        return None


def _hinted(line: Line, value: fmpq_mpoly, hints: tuple[Point, ...]) -> Point | None:
    for hint in hints:
        try:
            if line.is_positive and hint.log is None:
                continue
            if strict_sign(line.signs, line.at(polynomial(value), hint)) == 0:
                return hint
        except OutOfClass:
            continue
    return None


def _cut(line: Line, value: fmpq_mpoly, above: int, root: Point | None) -> Pattern | None:
    """The pattern on the line of a function with signs -above, above on a larger one; `root` is the zero, if its place is known."""
    low, high = (_side(line, value, above, root, is_low=is_low) for is_low in (True, False))
    if low is None and high == -1:
        low = -1
    if high is None and low == 1:
        high = 1
    if low is None or high is None:
        return None
    if low > high:
        raise Inconsistent
    return Pattern((low * above,)) if low == high else Pattern((-above, above), (root,))


def _side(line: Line, value: fmpq_mpoly, above: int, root: Point | None, *, is_low: bool) -> int | None:
    """On which side of the zero the line begins or ends: 1 if above it."""
    end = line.low if is_low else line.high
    order = None if end is None or root is None else comparison(line.signs, end, root)
    if order is None:
        sign = ends.sign_beside(line, value, constant(1), is_low=is_low)
        order = None if sign is None else sign * above
    return order if order != 0 else 1 if is_low else -1
