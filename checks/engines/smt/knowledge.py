"""Knowledge: signs by rule, and where no rule tells them, by asking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flint import fmpq_mpoly

from checks.normal_forms.signs import Contradiction, Sign, Signs

Narrowing = Callable[[fmpq_mpoly, Sign], Sign]


def _as_it_is(_: fmpq_mpoly, sign: Sign) -> Sign:
    return sign


@dataclass(slots=True)
class AskingSigns(Signs):
    """Signs that are narrowed down by asking, once the rules have said what they know.

    Attributes:
        narrowing: given a polynomial and its possible signs, those that remain.
    """

    narrowing: Narrowing = _as_it_is
    _quiet: bool = field(default=False)

    @contextmanager
    def by_rule(self) -> Iterator[None]:
        """Within this, nobody is asked."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def of(self, value: fmpq_mpoly) -> Sign:
        """The possible signs of a polynomial.

        Raises:
            Contradiction: where none is possible.
        """
        if self._quiet:
            return Signs.of(self, value)
        with self.by_rule():
            sign = Signs.of(self, value)
        if len(sign) == 1:
            return sign
        sign = self.narrowing(value, sign)
        if not sign:
            raise Contradiction
        return sign

    def known(self, value: fmpq_mpoly) -> Sign:
        """The possible signs by rule alone."""
        with self.by_rule():
            return Signs.of(self, value)
