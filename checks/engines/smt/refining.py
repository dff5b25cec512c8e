"""Refining: where a proposed model gets a logarithm wrong, so that a bound there is worth adding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import exp, isfinite, log, nan, prod

from flint import fmpq_mpoly

from checks.engines.smt.formulas import Clause
from checks.engines.smt.logarithms import Pair
from checks.normal_forms.ring import Element, to_fraction

TOLERANCE = 1e-9
BRINK = 2e-9
LARGEST = 40.0  # of logarithms
COARSE = 16
HUGE = Fraction(10**30)


def violated(clauses: Iterable[Clause], model: Mapping[int, Fraction], known: Sequence[Clause]) -> list[Clause]:
    """The clauses, not among the known ones, that the model violates or is on the brink of, the clearest first."""
    floats = {index: float(max(min(number, HUGE), -HUGE)) for index, number in model.items()}
    distances = [(_distance(clause, floats), clause) for clause in clauses if clause not in known]
    return [clause for distance, clause in sorted(distances, key=lambda item: -item[0]) if distance > TOLERANCE]


def _distance(clause: Clause, model: Mapping[int, float]) -> float:
    """How far the model is from meeting a clause; little where it meets it by nothing, zero where that is not told."""
    found = [_lack(_float(element, model), relation) for element, relation in clause]
    return min(found) if all(isfinite(each) for each in found) else 0.0


def _lack(number: float, relation: str) -> float:
    match relation:
        case "<" | "<=":
            lack = number
        case ">" | ">=":
            lack = -number
        case "=":
            lack = abs(number)
        case _:
            lack = -abs(number)
    return BRINK if relation in ("<", ">", "!=") and abs(lack) <= TOLERANCE else lack


def _float(element: Element, model: Mapping[int, float]) -> float:
    """The element in floats, which only suggest lemmas; nan where it is not told."""
    if not element.generators <= model.keys():
        return nan
    try:
        parts = [
            sum(float(to_fraction(c)) * prod(model[i] ** int(e) for i, e in enumerate(exponents) if e) for exponents, c in part.to_dict().items())
            for part in (element.numerator, element.denominator)
        ]
        return parts[0] / parts[1]
    except (OverflowError, ZeroDivisionError):
        return nan


def points_to_refine(pairs: Sequence[Pair], model: Mapping[int, Fraction]) -> Iterator[tuple[Pair, Fraction]]:
    """Pairs whose logarithm is wrong in the model, with simple numbers near the quantity: floats only suggest them."""
    for pair in pairs:
        positive, claimed = value(pair.positive, model), value(pair.logarithm, model)
        if positive is None or claimed is None or positive <= 0:
            continue
        actual = _log(positive)
        if abs(float(claimed) - actual) <= TOLERANCE * (1 + abs(actual)):
            continue
        near = [actual] if abs(actual) <= LARGEST else []
        if abs(claimed) <= LARGEST:
            near.append(float(claimed))
        for each in near:
            yield pair, simple(Fraction(exp(each)), abs(float(claimed) - actual))


def value(element: Element, model: Mapping[int, Fraction]) -> Fraction | None:
    """The element at the model's values, None where it has others or a denominator vanishes."""
    if not element.generators <= model.keys():
        return None
    below = _polynomial(element.denominator, model)
    return None if below == 0 else _polynomial(element.numerator, model) / below


def simple(number: Fraction, error: float) -> Fraction:
    """A positive rational near a positive number, the simpler the larger the error that is to be mended."""
    scale = max(int(COARSE / min(max(error, 1e-9), 1.0)), 1)
    if number >= 1:
        return number.limit_denominator(scale)
    return 1 / (1 / number).limit_denominator(scale)


def _polynomial(polynomial: fmpq_mpoly, model: Mapping[int, Fraction]) -> Fraction:
    total = Fraction(0)
    for exponents, coefficient in polynomial.to_dict().items():
        term = to_fraction(coefficient)
        for index, exponent in enumerate(exponents):
            if exponent:
                term *= model[index] ** int(exponent)
        total += term
    return total


def _log(number: Fraction) -> float:
    return log(number.numerator) - log(number.denominator)
