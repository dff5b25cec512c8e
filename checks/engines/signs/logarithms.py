"""Logarithms compared instead of products, and products instead of logarithms: differences of the same sign."""

from __future__ import annotations

from flint import fmpq_mpoly

from checks.engines.signs.lines import Line
from checks.engines.signs.points import strict_sign
from checks.normal_forms.powers import logarithm
from checks.normal_forms.ring import CONTEXT, Element, LogAtom, OutOfClass, SymbolAtom, constant, polynomial, to_fraction

POWER_LIMIT = 4


def of_logarithms(line: Line, value: fmpq_mpoly) -> Element | None:
    """For the difference of two positive products: the difference of their logarithms."""
    terms = [polynomial(CONTEXT.from_dict({exponents: coefficient})) for exponents, coefficient in value.to_dict().items()]
    if len(terms) != 2:
        return None
    signs = [strict_sign(line.signs, term) for term in terms]
    if sorted(sign or 0 for sign in signs) != [-1, 1]:
        return None
    greater, less = (terms[0], -terms[1]) if signs[0] == 1 else (terms[1], -terms[0])
    try:
        return logarithm(line.ring, greater, line.signs.of) - logarithm(line.ring, less, line.signs.of)
    except OutOfClass:
        return None


def of_products(line: Line, value: fmpq_mpoly) -> Element | None:
    """For a sum of small integer multiples of logarithms: the product of what they are taken of, less 1."""
    whole = constant(1)
    for exponents, coefficient in value.to_dict().items():
        used = [index for index, exponent in enumerate(exponents) if exponent]
        multiple = to_fraction(coefficient)
        if len(used) != 1 or exponents[used[0]] != 1 or multiple.denominator != 1 or abs(multiple) > POWER_LIMIT:
            return None
        atom = line.ring.atoms[used[0]]
        if not isinstance(atom, LogAtom):
            return None
        base = line.ring.power(atom.base) if isinstance(atom.base, SymbolAtom) else atom.base
        whole = whole * base.power(int(multiple))
    return whole - constant(1)
