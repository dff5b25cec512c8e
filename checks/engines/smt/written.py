"""Written: polynomials over a ring's atoms as text, so that a certificate can be read."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq_mpoly

from checks.normal_forms.ring import ConstantAtom, Element, ExpAtom, LogAtom, Ring, RootAtom, SymbolAtom, ValueAtom, to_fraction


def polynomial_text(ring: Ring, value: fmpq_mpoly) -> str:
    """The polynomial as a sum of monomials."""
    parts = [_term(ring, exponents, to_fraction(coefficient)) for exponents, coefficient in value.to_dict().items()]
    return " + ".join(parts).replace("+ -", "- ") or "0"


def _term(ring: Ring, exponents: tuple[int, ...], coefficient: Fraction) -> str:
    factors = [_power(generator_text(ring, index), int(exponent)) for index, exponent in enumerate(exponents) if exponent]
    if not factors:
        return str(coefficient)
    sign = "-" if coefficient < 0 else ""
    return sign + "*".join(([] if abs(coefficient) == 1 else [str(abs(coefficient))]) + factors)


def _power(base: str, exponent: int) -> str:
    return base if exponent == 1 else f"{base}**{exponent}"


def generator_text(ring: Ring, index: int) -> str:
    """What a generator stands for."""
    unit = ring.unit(index)
    match ring.atoms[index]:
        case SymbolAtom(symbol):
            return symbol.name if unit == 1 else f"{symbol.name}**({unit})"
        case LogAtom(base):
            return f"log({base.symbol.name if isinstance(base, SymbolAtom) else _element_text(ring, base)})"
        case ExpAtom(exponent):
            inner = _element_text(ring, exponent)
            return f"exp({inner})" if unit == 1 else f"exp(({unit})*({inner}))"
        case RootAtom(root):
            return f"({_element_text(ring, root)})**({unit})"
        case ConstantAtom(name):
            return name
        case ValueAtom(function, slot, arguments):
            derived = "" if slot is None else f"_{slot + 1}"
            return f"{function}{derived}({', '.join(_element_text(ring, each) for each in arguments)})"


def _element_text(ring: Ring, element: Element) -> str:
    above = polynomial_text(ring, element.numerator)
    return above if element.denominator.is_one() else f"({above})/({polynomial_text(ring, element.denominator)})"
