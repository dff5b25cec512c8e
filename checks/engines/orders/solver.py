"""Solver: signs of polynomials in the atoms that follow from assumptions, by Z3 over the reals with atoms as unknowns."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from flint import fmpq, fmpq_mpoly

from checks.language.terms import Symbol
from checks.limits import remaining
from checks.normal_forms.constants import number_sign
from checks.normal_forms.ring import CONTEXT, GENERATORS, ConstantAtom, Element, ExpAtom, LogAtom, Ring, RootAtom, SymbolAtom, to_fraction
from checks.normal_forms.signs import Sign, Signs

MILLISECONDS = 300
DEGREE, TERMS = 12, 60
GRID = 1000
NOTHING: Mapping[Symbol, Any] = MappingProxyType({})


def z3() -> Any:
    """Z3, loaded when it is first needed."""
    return importlib.import_module("z3")


def excluded_signs(ring: Ring, signs: Signs, facts: Sequence[tuple[fmpq_mpoly, Sign]], value: fmpq_mpoly, possible: Sign) -> Sign:
    """Those of the possible signs that the facts exclude."""
    if len(value) > TERMS or max(value.degrees()) > DEGREE:
        return frozenset()
    problem = Problem(ring, signs)
    for fact, allowed in facts:
        problem.add(fact, allowed)
    return frozenset(sign for sign in possible if problem.excludes(value, sign))


class Problem:
    """What is known of the atoms, as a formula over real unknowns; it says less than is true, never more."""

    def __init__(self, ring: Ring, signs: Signs) -> None:
        self.z3 = z3()
        self._ring, self._signs = ring, signs
        self._solver = self.z3.Solver()
        self._unknowns: dict[int, Any] = {}

    def add(self, value: fmpq_mpoly, allowed: Sign) -> None:
        """Learns the signs allowed to a polynomial."""
        if len(value) <= TERMS and max(value.degrees()) <= DEGREE:
            self._solver.add(self._has(value, allowed))

    def excludes(self, value: fmpq_mpoly, sign: int) -> bool:
        """Whether the polynomial cannot have that sign."""
        self._solver.push()
        self._solver.add(self._has(value, frozenset({sign})))
        found = self.checked()
        self._solver.pop()
        return bool(found == self.z3.unsat)

    def require(self, *formulas: Any) -> None:
        """Learns formulas."""
        self._solver.add(*formulas)

    def element(self, element: Element) -> Any:
        """A fraction; its denominator is known not to vanish."""
        below = self._term(element.denominator)
        if element.denominator.is_constant():
            return self._term(element.numerator) / below
        self._solver.add(below != 0)
        return self._term(element.numerator) / below

    def checked(self) -> Any:
        """What the solver says within its time."""
        self._solver.set("timeout", max(1, int(min(MILLISECONDS, remaining() * 500))))
        return self._solver.check()

    def model(self, others: Mapping[Symbol, Any] = NOTHING) -> dict[Symbol, Fraction] | None:
        """Rational values of the symbols, and of other unknowns, in one solution."""
        if self.checked() != self.z3.sat:
            return None
        model = self._solver.model()
        values: dict[Symbol, Fraction] = {}
        for symbol, unknown in others.items():
            found = model.eval(unknown, model_completion=True)
            if not self.z3.is_rational_value(found):
                return None
            values[symbol] = Fraction(found.as_fraction())
        for index, unknown in self._unknowns.items():
            atom = self._ring.atoms[index]
            if isinstance(atom, SymbolAtom):
                found = model.eval(unknown, model_completion=True)
                if not self.z3.is_rational_value(found) or self._ring.unit(index).numerator != 1:
                    return None
                values[atom.symbol] = Fraction(found.as_fraction()) ** self._ring.unit(index).denominator
        return values

    def _has(self, value: fmpq_mpoly, allowed: Sign) -> Any:
        term = self._term(value)
        tests = {1: term > 0, 0: term == 0, -1: term < 0}
        return self.z3.Or(*(tests[sign] for sign in sorted(allowed)))

    def _term(self, value: fmpq_mpoly) -> Any:
        total = self.z3.RealVal(0)
        for exponents, coefficient in value.to_dict().items():
            part = self.z3.RealVal(str(to_fraction(coefficient)))
            for index, exponent in enumerate(exponents):
                for _ in range(exponent):
                    part = part * self._unknown(index)
            total = total + part
        return total

    def _unknown(self, index: int) -> Any:
        if index not in self._unknowns:
            self._unknowns[index] = self.z3.Real(f"g{index}")
            self._describe(index, self._unknowns[index])
        return self._unknowns[index]

    def _describe(self, index: int, unknown: Any) -> None:
        match self._ring.atoms[index]:
            case SymbolAtom():
                self._in_domain(index, unknown)
            case ExpAtom() | RootAtom() | ConstantAtom():
                self._solver.add(unknown > 0)
                self._enclose(index, unknown)
            case LogAtom(SymbolAtom() as inner) if self._ring.unit(self._ring.index(inner)) == 1:
                base = self._unknown(self._ring.index(inner))
                self._solver.add((unknown > 0) == (base > 1), (unknown == 0) == (base == 1))
            case LogAtom(Element()):
                self._enclose(index, unknown)
            case _:
                return

    def _in_domain(self, index: int, unknown: Any) -> None:
        atom, unit = self._ring.atoms[index], self._ring.unit(index)
        if not isinstance(atom, SymbolAtom) or unit.numerator != 1:
            return
        interval = self._signs.domain(atom.symbol)
        whole = unknown
        for _ in range(unit.denominator - 1):
            whole = whole * unknown
        if interval.low is not None:
            low = self.z3.RealVal(str(interval.low))
            self._solver.add(whole >= low if interval.includes_low else whole > low)
        if interval.high is not None:
            high = self.z3.RealVal(str(interval.high))
            self._solver.add(whole <= high if interval.includes_high else whole < high)
        if unit != 1:
            self._solver.add(unknown >= 0)

    def _enclose(self, index: int, unknown: Any) -> None:
        """Rational bounds of a number, from balls."""
        if self._ring.symbols_inside(index):
            return
        for step in (Fraction(1), Fraction(1, GRID)):
            low = self._floor(index, step)
            if low is None:
                return
            self._solver.add(unknown > self.z3.RealVal(str(low)), unknown < self.z3.RealVal(str(low + step)))

    def _floor(self, index: int, step: Fraction) -> Fraction | None:
        """The multiple of the step just below a number, by bisection with certain signs."""
        low, high = -(2**20), 2**20
        if self._side(index, low * step) != 1 or self._side(index, high * step) != -1:
            return None
        while high - low > 1:
            middle = (low + high) // 2
            side = self._side(index, middle * step)
            if side is None:
                return None
            low, high = (middle, high) if side > 0 else (low, middle)
        return low * step

    def _side(self, index: int, value: Fraction) -> int | None:
        return number_sign(self._ring, GENERATORS[index] - CONTEXT.constant(fmpq(value.numerator, value.denominator)))
