"""Analysis: the sign pattern of an element on a line, by its factors, by Descartes' rule, or by that of a derivative.

A function whose derivative's pattern is known rises and falls between known nodes; with its signs at the ends and its exact
zeros among the nodes, its own pattern follows. What is differentiated is first divided by something without zeros, such as a
power of the variable, so that each derivative has fewer parts or simpler ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from flint import fmpq_mpoly

from checks.engines.signs import ends
from checks.engines.signs.descartes import single_zero
from checks.engines.signs.effort import Effort
from checks.engines.signs.faults import Unsettled, unknown_sign
from checks.engines.signs.lines import Line
from checks.engines.signs.logarithms import of_logarithms, of_products
from checks.engines.signs.patterns import Inconsistent, Pattern, cell, integrated, product, zero
from checks.engines.signs.points import Point, comparison, strict_sign
from checks.engines.signs.written import term_of
from checks.normal_forms.ring import CONTEXT, Element, ExpAtom, LogAtom, OutOfClass, RootAtom, SymbolAtom, factored, polynomial

DEPTHS = (2, 4, 6)
TERM_LIMIT = 24
SHARE = 24  # derivatives tried on one line at one depth


@dataclass(slots=True)
class Analysis:
    """Finds patterns on one line; `hints` are points at which functions may vanish."""

    line: Line
    hints: tuple[Point, ...]
    effort: Effort = field(default_factory=Effort)
    _known: dict[str, Pattern] = field(default_factory=dict)
    _failed: dict[str, tuple[int, Unsettled]] = field(default_factory=dict)
    _busy: set[str] = field(default_factory=set)
    _tried: int = 0
    _depth: int = 0

    def of(self, element: Element) -> Pattern:
        """The pattern of a fraction, by few derivatives if they suffice.

        Raises:
            Unsettled: where it is not found.
        """
        for depth in DEPTHS[:-1]:
            try:
                return self._within(element, depth)
            except Unsettled:
                continue
        return self._within(element, DEPTHS[-1])

    def _within(self, element: Element, depth: int) -> Pattern:
        self._depth, self._tried, self._failed = depth, 0, {}
        return self._of(element)

    def _of(self, element: Element) -> Pattern:
        reduced = self.line.ring.reduced(element)
        if reduced.is_zero:
            raise Unsettled("both sides are equal throughout")
        above = self.of_polynomial(reduced.numerator)
        return self._merged(above, reduced.numerator, self.of_polynomial(reduced.denominator), reduced.denominator)

    def of_polynomial(self, value: fmpq_mpoly) -> Pattern:
        """The pattern of a polynomial, by its factors."""
        content, factors = factored(value)
        whole, pattern = CONTEXT.constant(1), Pattern((1 if content > 0 else -1,))
        for factor, multiplicity in sorted(factors, key=lambda pair: len(pair[0])):
            of_factor = self._of_factor(factor)
            if multiplicity % 2 == 0:
                of_factor = of_factor.squared
            power = factor**multiplicity
            pattern = self._merged(pattern, whole, of_factor, power)
            whole = whole * power
        return pattern

    def _merged(self, one: Pattern, first: fmpq_mpoly, other: Pattern, second: fmpq_mpoly) -> Pattern:
        if not other.zeros or not one.zeros:
            return product(one, other, [cell(0)] * len(other.zeros))
        if not other.is_located:
            one, first, other, second = other, second, one, first
        if not other.is_located:
            raise Unsettled("two factors have zeros whose order is not known")
        keys = [self._place(each, one, first) for each in other.zeros if each is not None]
        if keys != sorted(keys):
            raise Inconsistent
        return product(one, other, keys)

    def _place(self, at: Point, pattern: Pattern, value: fmpq_mpoly) -> int:
        """In which cell of a function's pattern, or at which of its zeros, a point inside the line lies.

        Raises:
            Unsettled: where that is not known.
        """
        keys = set(range(2 * len(pattern.signs) - 1))
        for index, each in enumerate(pattern.zeros):
            side = None if each is None else comparison(self.line.signs, at, each)
            if side is not None:
                keys = {key for key in keys if (key > zero(index)) - (key < zero(index)) == side}
        if len(keys) > 1 and (sign := self.sign_at(value, at)) is not None:
            keys = {key for key in keys if (0 if key % 2 else pattern.signs[key // 2]) == sign}
        if not keys:
            raise Inconsistent
        if len(keys) > 1:
            raise Unsettled("the order of two points is not known")
        return keys.pop()

    def sign_at(self, value: fmpq_mpoly, at: Point) -> int | None:
        """The sign at a point, where it is known."""
        try:
            return strict_sign(self.line.signs, self.line.at(polynomial(value), at))
        except OutOfClass:
            return None

    def _of_factor(self, factor: fmpq_mpoly) -> Pattern:
        key, depth = str(factor), len(self._busy)
        if key in self._known:
            return self._known[key]
        if key in self._failed and self._failed[key][0] <= depth:
            raise self._failed[key][1]
        if key in self._busy or depth >= self._depth:
            raise Unsettled("its derivatives do not become simpler")
        self._busy.add(key)
        try:
            self._known[key] = self._found(factor)
        except (Unsettled, OutOfClass) as fault:
            reason = fault if isinstance(fault, Unsettled) else Unsettled(str(fault))
            self._failed[key] = depth, reason
            raise reason from None
        finally:
            self._busy.discard(key)
        return self._known[key]

    def _found(self, factor: fmpq_mpoly) -> Pattern:
        sign = strict_sign(self.line.signs, polynomial(factor))
        if sign:
            return Pattern((sign,))
        if not self.line.moving(factor):
            raise unknown_sign(term_of(self.line.ring, polynomial(factor)))
        if len(factor) > TERM_LIMIT:
            raise Unsettled(f"a function has over {TERM_LIMIT} terms")
        return single_zero(self.line, factor, self.hints) or self._by_logarithms(factor) or self._by_derivatives(factor)

    def _by_logarithms(self, factor: fmpq_mpoly) -> Pattern | None:
        """From a difference that has the same sign: of the logarithms of two positive products, or of what has such logarithms."""
        simpler = of_logarithms(self.line, factor) or of_products(self.line, factor)
        try:
            return None if simpler is None else self._of(simpler)
        except (Unsettled, OutOfClass):
            return None

    def _by_derivatives(self, factor: fmpq_mpoly) -> Pattern:
        """From the derivative of the quotient by one function without zeros or another."""
        faults: list[Unsettled] = []
        for divisor, sign, slope in sorted(self._slopes(factor), key=lambda item: len(item[2].numerator)):
            try:
                found = self._by_derivative(factor, divisor, sign, slope)
            except Unsettled as fault:
                faults.append(fault)
                continue
            except OutOfClass:
                continue
            if found is not None:
                return found.times(sign)
        questions = [fault for fault in faults if fault.question is not None]
        if questions:
            raise questions[0]
        raise Unsettled(f"the signs of {term_of(self.line.ring, polynomial(factor))} do not follow from those of its derivatives")

    def _slopes(self, factor: fmpq_mpoly) -> Iterator[tuple[Element, int, Element]]:
        """Divisors with their signs, and the slopes of the quotients."""
        for divisor, sign in self._divisors(factor):
            try:
                yield divisor, sign, self.line.slope(polynomial(factor) / divisor)
            except OutOfClass:
                continue

    def _by_derivative(self, factor: fmpq_mpoly, divisor: Element, sign: int, slope: Element) -> Pattern | None:
        """The pattern of factor/divisor, where the divisor has the given sign on the whole line."""
        self.effort.spend(1)
        self._tried += 1
        if self._tried > SHARE:
            raise Unsettled(f"over {SHARE} derivatives were tried")
        if slope.is_zero:
            raise Unsettled("a function turned out to be constant")
        rising = self._of(slope)
        places = self._with_hints(rising, slope.numerator * slope.denominator, factor)
        slopes = [rising.signs[0], *(rising.signs[(key + 1) // 2] for key, _ in places)]
        nodes = [node for _, node in places]
        low, high = (ends.sign_beside(self.line, factor, divisor, is_low=is_low) for is_low in (True, False))
        values = [low, *(None if node is None else self.sign_at(factor, node) for node in nodes), high]
        return integrated(slopes, [None if each is None else each * sign for each in values], nodes)

    def _with_hints(self, rising: Pattern, slope: fmpq_mpoly, factor: fmpq_mpoly) -> list[tuple[int, Point | None]]:
        """The zeros of the slope and the known zeros of the function, each with its key, in order."""
        places: list[tuple[int, Point | None]] = [(zero(index), each) for index, each in enumerate(rising.zeros)]
        for hint in self.hints:
            if self.sign_at(factor, hint) != 0 or not ends.is_inside(self.line, hint):
                continue
            try:
                key = self._place(hint, rising, slope)
                place = self._among(hint, key, places)
            except Unsettled:
                continue
            if key % 2:
                places = [(other, hint if other == key and node is None else node) for other, node in places]
            elif place is not None:
                places.insert(place, (key, hint))
        return places

    def _among(self, hint: Point, key: int, places: list[tuple[int, Point | None]]) -> int | None:
        """Where in the list a hint belongs; None where it is there already."""
        place = 0
        for other, node in places:
            side: int | None = (key > other) - (key < other)
            if side == 0 and node is not None:
                side = comparison(self.line.signs, hint, node)
                if side is None:
                    raise Unsettled("the order of two points is not known")
                if side == 0:
                    return None
            place += side == 1
        return place

    def _divisors(self, factor: fmpq_mpoly) -> Iterator[tuple[Element, int]]:
        """Functions without zeros by which it may be divided, with their signs: its positive monomials, and coefficients in it."""
        seen = set[str]()
        for divisor in (*self._monomials(factor), *self._coefficients(factor)):
            sign = strict_sign(self.line.signs, divisor)
            if sign and str(divisor) not in seen:
                seen.add(str(divisor))
                yield divisor, sign

    def _monomials(self, factor: fmpq_mpoly) -> Iterator[Element]:
        powers = [index for index in self.line.moving(factor) if self._is_positive(index)]
        for exponents in factor.to_dict():
            kept = tuple(exponent if index in powers else 0 for index, exponent in enumerate(exponents))
            yield polynomial(CONTEXT.from_dict({kept: 1}))

    def _is_positive(self, index: int) -> bool:
        match self.line.ring.atoms[index]:
            case ExpAtom() | RootAtom():
                return True
            case SymbolAtom():
                return self.line.is_positive
            case _:
                return False

    def _coefficients(self, factor: fmpq_mpoly) -> Iterator[Element]:
        """What stands before the highest power of a logarithm or an exponential."""
        for index in self.line.moving(factor):
            if isinstance(self.line.ring.atoms[index], LogAtom | ExpAtom):
                highest = factor.degrees()[index]
                terms = {e: c for e, c in factor.to_dict().items() if e[index] == highest}
                yield polynomial(CONTEXT.from_dict({(*e[:index], 0, *e[index + 1 :]): c for e, c in terms.items()}))
