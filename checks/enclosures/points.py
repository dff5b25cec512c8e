"""Points: signs of closed terms, claims at exact points, digits of numbers; certain, or not said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from flint import arb, ctx, fmpz

from checks.enclosures.arithmetic import excludes_zero
from checks.enclosures.programs import NotEvaluable, ball, compiled
from checks.language.claims import Claim
from checks.language.rationals import rational
from checks.language.terms import Negative, Sum, Symbol, Term

LADDER = (64, 256, 1024, 4096)  # bits
ALLOWED = {"=": {0}, "!=": {-1, 1}, "<": {-1}, "<=": {-1, 0}, ">": {1}, ">=": {0, 1}}
MOST_BITS = 1 << 20


def sign_of(term: Term) -> int | None:
    """The sign of a term without symbols: 1 or -1 where an enclosure excludes zero, 0 where it is the rational zero, else None."""
    return sign_at(term, {})


def sign_at(term: Term, values: Mapping[Symbol, Fraction]) -> int | None:
    """The same at an exact point."""
    exact = rational(term, values)
    if exact is not None:
        return (exact > 0) - (exact < 0)
    for enclosure in enclosures(term, values):
        if enclosure > 0:
            return 1
        if enclosure < 0:
            return -1
    return None


def enclosures(term: Term, values: Mapping[Symbol, Fraction]) -> Iterator[arb]:
    """Ever smaller balls around the term's value; none where it cannot be evaluated."""
    try:
        program = compiled([term], tuple(values))
    except NotEvaluable:
        return
    for bits in LADDER:
        with ctx.workprec(bits):
            found = program(*map(ball, values.values()))[0]
        yield found


def holds(claim: Claim, values: Mapping[Symbol, Fraction]) -> bool | None:
    """Whether a claim holds at an exact point, both sides being defined there; None at any doubt."""
    left, right = rational(claim.left, values), rational(claim.right, values)
    if left is not None and right is not None:
        return ((left > right) - (left < right)) in ALLOWED[claim.relation]
    sign = sign_at(Sum((claim.left, Negative(claim.right))), values)
    return None if sign is None else sign in ALLOWED[claim.relation]


def digits_of(term: Term, digits: int) -> str | None:
    """The value of a term without symbols, correctly rounded to so many significant digits; None where it cannot be told.

    >>> from checks.language.terms import E
    >>> digits_of(E, 8)
    '2.7182818'
    """
    exact = rational(term, {})
    if exact is not None:
        return _rounded_fraction(exact, digits)
    try:
        program = compiled([term], ())
    except NotEvaluable:
        return None
    bits = 4 * digits + 64
    while bits <= MOST_BITS:
        with ctx.workprec(bits):
            found = _rounded_ball(program()[0], digits)
        if found is not None:
            return found
        bits *= 2
    return None


def _rounded_fraction(value: Fraction, digits: int) -> str:
    if value == 0:
        return "0"
    size = abs(value)
    exponent = len(str(fmpz(size.numerator))) - len(str(fmpz(size.denominator)))  # of any length, where Python's own has a limit
    exponent -= Fraction(10) ** exponent > size
    mantissa = (size * Fraction(10) ** (digits - 1 - exponent) + Fraction(1, 2)).__floor__()
    return _written(value < 0, mantissa, exponent, digits)


def _rounded_ball(value: arb, digits: int) -> str | None:
    if not excludes_zero(value) or not value.is_finite():
        return None
    size = abs(value)
    exponent = (size.log() / arb(10).log()).floor().unique_fmpz()
    if exponent is None:
        return None
    mantissa = (size * arb(10) ** (digits - 1 - exponent) + arb(0.5)).floor().unique_fmpz()
    return None if mantissa is None else _written(bool(value < 0), int(mantissa), int(exponent), digits)


def _written(is_negative: bool, mantissa: int, exponent: int, digits: int) -> str:
    if mantissa == 10**digits:
        mantissa, exponent = mantissa // 10, exponent + 1
    text = str(mantissa)
    if exponent >= digits or exponent < -6:
        fraction = f".{text[1:]}" if digits > 1 else ""
        written = f"{text[0]}{fraction}e{exponent}"
    elif exponent < 0:
        written = f"0.{'0' * (-exponent - 1)}{text}"
    else:
        written = f"{text[: exponent + 1]}.{text[exponent + 1 :]}".rstrip(".")
    return f"-{written}" if is_negative else written
