"""Effort: how much is tried for one obligation, so that what cannot be decided is not sought for long."""

from __future__ import annotations

from dataclasses import dataclass

from checks.engines.signs.faults import Unsettled

LIMIT = 150


@dataclass(slots=True)
class Effort:
    """What has been spent on derivatives and intervals."""

    spent: int = 0

    def spend(self, amount: int) -> None:
        """Counts an attempt.

        Raises:
            Unsettled: where the limit is passed.
        """
        self.spent += amount
        if self.is_over:
            raise Unsettled("no proof was found among those that are tried")

    @property
    def is_over(self) -> bool:
        """Whether the limit is passed."""
        return self.spent > LIMIT
