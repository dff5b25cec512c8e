"""Solver: Z3's nonlinear real arithmetic, asked within a time; what it does not know is neither true nor false."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import Any

from checks import limits
from checks.engines.smt.library import library

OWN_SECONDS = 10.0
RESERVE = 0.1  # seconds: Z3 looks at its clock only now and then
LEAST = 0.005
DIGITS = 25


class Satisfiability(Enum):
    """What Z3 says of formulas."""

    UNSATISFIABLE = "unsat"
    SATISFIABLE = "sat"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Response:
    """What Z3 says, with the values of the variables where it has a model, as near rationals."""

    word: Satisfiability
    values: dict[str, Fraction] = field(default_factory=dict)

    @property
    def is_unsatisfiable(self) -> bool:
        """Whether no values meet the formulas, for certain."""
        return self.word is Satisfiability.UNSATISFIABLE


UNKNOWN = Response(Satisfiability.UNKNOWN)


@dataclass(slots=True)
class Clock:
    """The time that one obligation may take: the engine's own limit, or what is left of the panel's."""

    end: float
    is_short: bool
    is_late: bool = False

    @classmethod
    def started(cls) -> Clock:
        """A clock that starts now."""
        left = limits.remaining()
        seconds = min(OWN_SECONDS, left * 0.9 - RESERVE)
        return cls(time.monotonic() + seconds, left < OWN_SECONDS + 2 * RESERVE)

    def part(self, share: float) -> Clock:
        """A clock for a share of the time left."""
        return Clock(time.monotonic() + self.left * share, self.is_short)

    @property
    def left(self) -> float:
        """The seconds left."""
        return max(self.end - time.monotonic(), 0.0)


@dataclass(slots=True)
class Solver:
    """Asks Z3, in a context of its own."""

    clock: Clock
    context: Any

    @classmethod
    def fresh(cls, clock: Clock) -> Solver:
        """A solver in a new context."""
        return cls(clock, library().Context())

    def nonlinear(self, formulas: Iterable[str], names: Sequence[str], seconds: float) -> Response:
        """What Z3 says within so many seconds of the conjunction of formulas in real variables."""
        return self._response(library().Tactic("qfnra-nlsat", ctx=self.context).solver(), formulas, names, seconds)

    def linear(self, formulas: Iterable[str], names: Sequence[str], seconds: float) -> Response:
        """The same for linear formulas."""
        return self._response(library().SolverFor("QF_LRA", ctx=self.context), formulas, names, seconds)

    def _response(self, solver: Any, formulas: Iterable[str], names: Sequence[str], seconds: float) -> Response:
        z3 = library()
        declared = [f"(declare-const {name} Real)" for name in names]
        solver.from_string("\n".join([*declared, *(f"(assert {formula})" for formula in formulas)]))
        allowed = min(seconds, self.clock.left)
        if allowed < LEAST:
            self.clock.is_late = True
            return UNKNOWN
        solver.set("timeout", int(allowed * 1000))
        try:
            said = solver.check()
            if said == z3.unsat:
                return Response(Satisfiability.UNSATISFIABLE)
            if said == z3.sat:
                return Response(Satisfiability.SATISFIABLE, _values(solver.model(), names))
        except z3.Z3Exception:
            return UNKNOWN
        self.clock.is_late = self.clock.is_late or self.clock.left < LEAST
        return UNKNOWN


def _values(model: Any, names: Sequence[str]) -> dict[str, Fraction]:
    """The model's values as near rationals; a variable that it leaves open is zero."""
    z3 = library()
    found = dict.fromkeys(names, Fraction(0))
    for declaration in model.decls():
        value = model[declaration]
        if z3.is_algebraic_value(value):
            value = value.approx(DIGITS)
        if z3.is_rational_value(value):
            found[declaration.name()] = Fraction(value.numerator_as_long(), value.denominator_as_long())
    return found
