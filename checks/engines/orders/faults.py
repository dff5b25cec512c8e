"""Faults: what keeps an expansion from going on, each telling what the driver needs to know."""

from __future__ import annotations

from checks.language.terms import Term
from checks.normal_forms.ring import OutOfClass


class Undecidable(OutOfClass):
    """Outside the class, or beyond the effort spent; the message says what."""


class SignMissing(Exception):
    """The sign of a quantity in the parameters decides, and is not known.

    Attributes:
        term: the quantity.
        possible: the signs that it may have.
    """

    def __init__(self, term: Term, possible: frozenset[int]) -> None:
        super().__init__(f"the sign of {term} is not known")
        self.term, self.possible = term, possible


class NotDefined(Exception):
    """A term is not defined, however far the growing variable has gone.

    Attributes:
        term: the subterm.
        reason: why.
    """

    def __init__(self, term: Term, reason: str) -> None:
        super().__init__(f"{term} is not defined: {reason}")
        self.term, self.reason = term, reason


class InfiniteLimit(NotDefined):
    """A limit that is no real number.

    Attributes:
        direction: 1 or -1.
    """

    def __init__(self, term: Term, direction: int) -> None:
        super().__init__(term, f"the limit is {'oo' if direction > 0 else '-oo'}")
        self.direction = direction
