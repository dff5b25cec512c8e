"""Why a term has no value at a point: it certainly has none, or none could be enclosed."""

from __future__ import annotations

from checks.language.terms import Term


class Undefined(Exception):
    """A subterm certainly has no value at the point.

    Attributes:
        subterm: the innermost subterm that is not defined.
        reason: the rule that it breaks.
    """

    def __init__(self, subterm: Term, reason: str) -> None:
        super().__init__(reason)
        self.subterm, self.reason = subterm, reason


class Unknown(Exception):
    """No value could be enclosed; more digits or another method might.

    Attributes:
        reason: what stood in the way.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
