"""Polyhedra: monomials compared over all quantities at once, as linear forms in the logarithms of the quantities."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from checks.engines.orders.field import Field
from checks.engines.orders.shapes import Exponents, Monomial, Quantity
from checks.engines.orders.solver import Problem
from checks.language.terms import Symbol
from checks.normal_forms.ring import Element, constant

SLOW: tuple[tuple[Fraction, int], ...] = (  # log(y) <= y*slowness for all y from (2/slowness)*log(1/slowness) on, the first for all y
    (Fraction(2, 5), 0),
    (Fraction(1, 10), 47),
    (Fraction(1, 100), 922),
    (Fraction(1, 10_000), 184_207),
)
LOGARITHMS = (Fraction(1), Fraction(3), Fraction(16), Fraction(3_814_280))  # where the iterated logarithm is at least 1
Tie = tuple[Exponents, Exponents]
Effort = tuple[Fraction | None, Fraction, int]
MARGINS = (Fraction(1), Fraction(1, 10), Fraction(1, 1000))
ZERO = constant(0)


@dataclass(slots=True)
class Comparison:
    """Compares monomials where the growing symbols are at least some threshold, and the ranging ones positive in their domains.

    Attributes:
        start: a number from which on the growing symbols make every bound hold that was used.
        far: a number of which the exponential must be taken `depth` times for that, where logarithms were compared with powers.
        hint: values of parameters at which the last comparison failed, `speeds` the direction.
        ties: pairs of exponents (left, right) with left <= right assumed for the monomials themselves.
        loose: the same up to a constant factor, which does no harm where the exponents are fixed.
    """

    field: Field
    growing: tuple[Symbol, ...]
    ranging: tuple[Symbol, ...]
    ties: tuple[Tie, ...] = ()
    loose: tuple[Tie, ...] = ()
    start: Fraction = Fraction(1)
    far: int = 0
    depth: int = 0
    hint: dict[Symbol, Fraction] = dataclasses.field(default_factory=dict)
    speeds: dict[Symbol, Fraction] = dataclasses.field(default_factory=dict)
    _known: dict[tuple[object, ...], bool] = dataclasses.field(default_factory=dict)

    def begin(self, start: Fraction) -> None:
        """Takes note that a bound holds only from some number on."""
        self.start = max(self.start, start)

    @property
    def threshold(self) -> str:
        """Where the growing symbols must have arrived for all bounds used."""
        return str(self.start) if not self.depth else "exp(" * self.depth + str(self.far) + ")" * self.depth

    def is_bounded(self, monomial: Monomial, others: tuple[Monomial, ...]) -> bool:
        """Whether the monomial is O of the sum of the others, uniformly."""
        return self._found("O", monomial, others)

    def is_smaller(self, monomial: Monomial, others: tuple[Monomial, ...]) -> bool:
        """Whether it is o of their sum, uniformly."""
        return self._found("o", monomial, others)

    def _found(self, relation: str, monomial: Monomial, others: tuple[Monomial, ...]) -> bool:
        key = (relation, monomial.exponents, tuple(each.exponents for each in others))
        if key not in self._known:
            gaps = [self._gap(monomial, other) for other in others]
            self._known[key] = any(self._is_plain(gap, relation) for gap in gaps) or self._by_solver(gaps, relation)
            self._take_note(monomial, others)
        return self._known[key]

    def _take_note(self, *monomials: Monomial | tuple[Monomial, ...]) -> None:
        """Logarithms are at least 1 from some number on."""
        listed = [each for part in monomials for each in (part if isinstance(part, tuple) else (part,))]
        for level in (quantity.level for each in listed for quantity, _ in each.exponents):
            self.begin(LOGARITHMS[min(level, len(LOGARITHMS) - 1)])

    def _gap(self, monomial: Monomial, other: Monomial) -> dict[Quantity, Element]:
        """The exponents of other/monomial."""
        gap = dict(other.exponents)
        for quantity, power in monomial.exponents:
            gap[quantity] = gap.get(quantity, ZERO) - power
        return {quantity: power for quantity, power in gap.items() if not self.field.ring.reduced(power).is_zero}

    def _is_plain(self, gap: dict[Quantity, Element], relation: str) -> bool:
        """Whether one quotient settles it, all its exponents having the right sign."""
        if relation == "o" or not all(quantity.symbol in self.growing for quantity in gap):
            return not gap and relation == "O"
        return all(-1 not in self.field.possible(power) for power in gap.values())

    def _by_solver(self, gaps: list[dict[Quantity, Element]], relation: str) -> bool:
        moving = any(self._mentions_ranging(power) for gap in gaps for power in gap.values())
        quantities = {quantity for gap in gaps for quantity in gap}
        quantities |= {quantity for tie in self._ties(moving) for side in tie for quantity, _ in side}
        if any(quantity.symbol in self.ranging and self._mentions_ranging(gap[quantity]) for gap in gaps for quantity in gap):
            return False
        margins = (None,) if relation == "O" else MARGINS if moving else (Fraction(0),)
        slow = SLOW if any(quantity.level for quantity in quantities) else SLOW[:1]
        return any(self._excluded(gaps, quantities, (margin, *each), self._ties(moving)) for each in slow for margin in margins)

    def _ties(self, moving: bool) -> tuple[Tie, ...]:
        return self.ties if moving else (*self.ties, *self.loose)

    def _mentions_ranging(self, power: Element) -> bool:
        ring = self.field.ring
        return any(symbol in self.ranging for index in power.generators for symbol in ring.symbols_inside(index))

    def _excluded(self, gaps: list[dict[Quantity, Element]], quantities: set[Quantity], effort: Effort, ties: tuple[Tie, ...]) -> bool:
        """Whether in no direction all the quotients tend to 0, or, with a margin, fail to outgrow it."""
        margin, slowness, far = effort
        problem = Problem(self.field.ring, self.field.signs)
        z3 = problem.z3
        for fact, allowed in self.field.facts:
            problem.add(fact, allowed)
        logs = {quantity: z3.Real(f"u_{quantity.symbol.name}_{quantity.level}") for quantity in self._with_lower(quantities)}
        problem.require(*self._region(z3, logs, slowness))
        for left, right in ties:
            problem.require(self._form(problem, logs, dict(left)) <= self._form(problem, logs, dict(right)))
        if margin is None:
            problem.require(*(self._form(problem, logs, gap) < 0 for gap in gaps))
        else:
            step = z3.Real("step")
            problem.require(step == 1, *(self._form(problem, logs, gap) <= z3.RealVal(str(margin)) * step for gap in gaps))
            problem.require(*(logs[quantity] >= step for quantity in logs if quantity.symbol in self.growing))
        if problem.checked() == z3.unsat:
            self.far = max(self.far, far)
            self.depth = max((self.depth, *(quantity.level for quantity in logs if far)))
            return True
        self._take_hint(problem, logs)
        return False

    def _take_hint(self, problem: Problem, logs: dict[Quantity, Any]) -> None:
        """Values at which the comparison may fail, and a direction in which all that grows does."""
        speeds = {quantity.symbol: unknown for quantity, unknown in logs.items() if not quantity.level}
        problem.require(*(unknown > 0 for symbol, unknown in speeds.items() if symbol in self.growing))
        values = problem.model({Symbol(f"{symbol.name}~"): unknown for symbol, unknown in speeds.items()})
        if values is not None:
            self.speeds = {symbol: values.pop(Symbol(f"{symbol.name}~")) for symbol in speeds}
            self.hint = values

    def _with_lower(self, quantities: set[Quantity]) -> list[Quantity]:
        """The quantities, all growing symbols, and what lies between a symbol and its iterated logarithm."""
        every = quantities | {Quantity(symbol) for symbol in self.growing}
        every |= {Quantity(each.symbol, level) for each in every for level in range(each.level)}
        return sorted(every, key=lambda each: (each.symbol.name, each.level))

    def _region(self, z3: Any, logs: dict[Quantity, Any], slowness: Fraction) -> list[Any]:
        """The cone in which the logarithms of the quantities lie."""
        region = []
        for quantity, unknown in logs.items():
            if quantity.symbol in self.growing:
                region.append(unknown >= 0)
                if quantity.level:
                    region.append(unknown <= z3.RealVal(str(slowness)) * logs[Quantity(quantity.symbol, quantity.level - 1)])
            else:
                interval = self.field.signs.domain(quantity.symbol)
                region += [unknown >= 0] if interval.low is not None and interval.low > 0 else []
                region += [unknown <= 0] if interval.high is not None else []
        return region

    def _form(self, problem: Problem, logs: dict[Quantity, Any], gap: dict[Quantity, Element]) -> Any:
        total = problem.z3.RealVal(0)
        for quantity, power in gap.items():
            total = total + problem.element(power) * logs[quantity]
        return total
