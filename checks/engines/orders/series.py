"""Series: functions of a growing variable as lazy sums of powers of one scale function, with slower functions for coefficients."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checks.engines.orders.faults import Undecidable
from checks.normal_forms.ring import Element, OutOfClass


@dataclass(eq=False, slots=True)
class Growing:
    """A function of the scale: positive, tending to infinity, faster or slower than every power of any other.

    Attributes:
        exact: itself in closed form.
        log: its logarithm, None while that is not needed for the slowest one.
    """

    exact: Callable[[], Element]
    log: Value | None


class Series:
    """Terms coefficient * variable**exponent, exponents decreasing, made as they are asked for.

    A coefficient may turn out to be zero. A series that failed once fails again, and does not merely end.

    Attributes:
        exact: the function in closed form, to tell whether it vanishes where all its first terms do.
    """

    __slots__ = ("_fault", "_made", "_source", "exact", "head", "variable")

    def __init__(self, variable: Growing, source: Iterator[tuple[Element, Value]], exact: Callable[[], Element]) -> None:
        self.variable, self.exact = variable, exact
        self.head: tuple[int, bool] | None = None
        self._source: Iterator[tuple[Element, Value]] | None = source
        self._made: list[tuple[Element, Value]] = []
        self._fault: BaseException | None = None

    def term(self, index: int) -> tuple[Element, Value] | None:
        """The term of that index, None where there are not so many."""
        while len(self._made) <= index:
            if self._fault is not None:
                raise Undecidable("an expansion was broken off")
            if self._source is None:
                return None
            try:
                self._made.append(next(self._source))
            except StopIteration:
                self._source = None
            except BaseException as fault:
                self._fault = fault
                raise
        return self._made[index]

    def after(self, index: int) -> Iterator[tuple[Element, Value]]:
        """The terms from that index on."""
        while (term := self.term(index)) is not None:
            yield term
            index += 1


Value = Element | Series


def exact(value: Value) -> Element:
    """The closed form."""
    return value if isinstance(value, Element) else value.exact()


def no_closed_form() -> Element:
    """In the place of a closed form that is not kept."""
    raise OutOfClass("the closed form is not kept")


def is_nothing(value: Value) -> bool:
    """Whether it is the constant zero, seen at once."""
    return isinstance(value, Element) and value.is_zero


def nth(series: Series, index: int) -> tuple[Element, Value]:
    """The term of that index, which exists."""
    term = series.term(index)
    if term is None:
        raise IndexError(index)
    return term
