"""Formulas: clauses of comparisons with zero, of elements over a ring, and how Z3 reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from flint import fmpq_mpoly

from checks.normal_forms.ring import Element
from checks.normal_forms.signs import MINUS, PLUS, Sign

Literal = tuple[Element, str]  # the element stands in the relation to zero
Clause = tuple[Literal, ...]  # one of them holds
DEGREE_LIMIT = 100
TERMS_LIMIT = 1500
MIRROR = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


def is_too_large(clause: Clause) -> bool:
    """Whether the clause has a degree, or so many terms, that Z3 might not stop when its time is over."""
    return any(_degree(element) > DEGREE_LIMIT or len(element.numerator) * len(element.denominator) > TERMS_LIMIT for element, _ in clause)


def _degree(element: Element) -> int:
    return int(element.numerator.total_degree() + element.denominator.total_degree())


def holds(element: Element, relation: str) -> Clause:
    """The clause that says only this."""
    return ((element, relation),)


@dataclass(slots=True)
class Translation:
    """A ring's elements in the language SMT-LIB, generators as real variables.

    Attributes:
        sign: what is known of a polynomial's sign without asking Z3.
    """

    sign: Callable[[fmpq_mpoly], Sign]
    _polynomials: dict[str, str] = field(default_factory=dict)

    def clause(self, clause: Clause) -> str:
        """The disjunction of the comparisons."""
        parts = [self.comparison(element, relation) for element, relation in clause]
        return parts[0] if len(parts) == 1 else f"(or {' '.join(parts)})"

    def comparison(self, element: Element, relation: str) -> str:
        """The comparison with zero, multiplied out; it is stated of elements whose denominators do not vanish."""
        numerator, denominator = element.numerator, element.denominator
        if relation not in ("=", "!=") and not denominator.is_one():
            known = self.sign(denominator)
            if known == MINUS:
                relation = MIRROR[relation]
            elif known != PLUS:
                numerator = numerator * denominator
        left = self.polynomial(numerator)
        return f"(not (= {left} 0))" if relation == "!=" else f"({relation} {left} 0)"

    def polynomial(self, value: fmpq_mpoly) -> str:
        """A positive multiple of the polynomial, with whole coefficients."""
        key = str(value)
        if key not in self._polynomials:
            self._polynomials[key] = _written(value)
        return self._polynomials[key]


def variable(index: int) -> str:
    """The name of a generator's variable."""
    return f"g{index}"


def rational(value: Fraction) -> str:
    """A number in SMT-LIB."""
    size = str(abs(value.numerator)) if value.denominator == 1 else f"(/ {abs(value.numerator)} {value.denominator})"
    return f"(- {size})" if value < 0 else size


def total(parts: Sequence[str]) -> str:
    """A sum in SMT-LIB."""
    return f"(+ {' '.join(parts)})" if len(parts) > 1 else parts[0] if parts else "0"


def _written(value: fmpq_mpoly) -> str:
    terms = value.to_dict()
    scale = lcm(*(int(coefficient.q) for coefficient in terms.values())) if terms else 1
    return total([_monomial(exponents, int((coefficient * scale).p)) for exponents, coefficient in terms.items()])


def _monomial(exponents: Iterable[int], coefficient: int) -> str:
    factors = [variable(index) for index, exponent in enumerate(exponents) for _ in range(exponent)]
    if coefficient != 1 or not factors:
        factors = [rational(Fraction(coefficient)), *factors]
    return f"(* {' '.join(factors)})" if len(factors) > 1 else factors[0]
