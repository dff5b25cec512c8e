"""Every clause that the engine takes for granted holds at points drawn at random, in ball arithmetic."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from flint import arb, ctx, fmpq, fmpq_mpoly

from checks.engines.smt.atoms import clauses_of
from checks.engines.smt.enclosing import logarithm_bounds
from checks.engines.smt.formulas import Clause
from checks.engines.smt.logarithms import Pair, all_pairs, expansions, on_signs, tangents
from checks.engines.smt.powers import PowerOf, against_base, bernoulli
from checks.engines.smt.proving import _pools
from checks.engines.smt.solver import Clock, Solver
from checks.engines.smt.theory import Theory
from checks.language.claims import Claim
from checks.language.terms import PI, E, Symbol, exact
from checks.language.vocabulary import exp, log, sqrt
from checks.normal_forms.ring import ConstantAtom, Element, ExpAtom, LogAtom, Refine, Ring, RootAtom, SymbolAtom, constant

from .letters import L

POINTS = 40
a, b, c, x, y, u, p = L.a, L.b, L.c, L.x, L.y, L.u, L.p
CLAIMS = {
    "logarithms": log(c * x) / x <= c / E,
    "of a sum": x * log(x) + y * log(y) >= (x + y) * log((x + y) / 2),
    "exponentials": exp(u) + exp(-u) >= exp(u / 2) * 2,
    "powers": x**a * y ** (1 - a) <= a * x + (1 - a) * y,
    "two powers": (x + y) ** a <= x**a + y**a,
    "roots": sqrt(x) * (x + 1) ** Fraction(1, 3) <= x + y ** Fraction(2, 3),
    "numbers": exact(2) ** p <= 1 + p * log(exact(3)) + PI * sqrt(exact(2)),
    "towers": x**x >= exp(-1 / E),
}


def theory_of(claim: Claim) -> tuple[Theory, tuple[Clause, ...]]:
    """A theory in which the claim is stated, and the clauses that would be used."""
    units: dict[Symbol | int, Fraction] = {}
    while True:
        theory = Theory(Ring(dict(units)), Solver.fresh(Clock.started()))
        try:
            goal = ((theory.difference(claim), ">="),)
            pairs = all_pairs(theory, (goal,))
            pools = [clause for pool in _pools(theory, pairs) for clause in pool]
            at = [Fraction(1, 3), Fraction(2), Fraction(17, 5)]
            more = [clause for pair in pairs for point in at for clause in tangents(pair, point)]
            nature = [clause for index in range(len(theory.ring.atoms)) for clause in clauses_of(theory.ring, index)]
        except Refine as request:
            units[request.generator] = request.unit
        else:
            return theory, (*pools, *more, *nature, *on_signs(theory, goal))


class Values:
    """The generators' values where the symbols have theirs."""

    def __init__(self, ring: Ring, random: Random) -> None:
        self.ring, self.random, self.symbols = ring, random, dict[Symbol, arb]()

    def symbol(self, symbol: Symbol) -> arb:
        if symbol not in self.symbols:
            low, high = symbol.domain.low, symbol.domain.high
            part = Fraction(self.random.randint(1, 999), 1000)
            drawn = part if high is not None else 10 ** (4 * part - 2) if low is not None else 8 * part - 4
            self.symbols[symbol] = number(Fraction(drawn))
        return self.symbols[symbol]

    def generator(self, index: int) -> arb:
        unit = number(self.ring.unit(index))
        match self.ring.atoms[index]:
            case SymbolAtom(symbol):
                return self.symbol(symbol) if self.ring.unit(index) == 1 else self.symbol(symbol) ** unit
            case LogAtom(SymbolAtom(symbol)):
                return self.symbol(symbol).log()
            case LogAtom(Element() as base):
                return self.element(base).log()
            case ExpAtom(exponent):
                return (self.element(exponent) * unit).exp()
            case RootAtom(base):
                return self.element(base) ** unit
            case ConstantAtom("pi"):
                return arb.pi()
            case atom:
                raise AssertionError(atom)

    def element(self, element: Element) -> arb:
        return self.polynomial(element.numerator) / self.polynomial(element.denominator)

    def polynomial(self, value: fmpq_mpoly) -> arb:
        total = arb(0)
        for exponents, coefficient in value.to_dict().items():
            term = arb(fmpq(coefficient))
            for index, exponent in enumerate(exponents):
                if exponent:
                    term *= self.generator(index) ** int(exponent)
            total += term
        return total

    def excludes(self, clause: Clause) -> bool:
        """Whether every comparison of the clause is certainly false."""
        return all(certainly_not(self.element(element), relation) for element, relation in clause)


def number(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))


def certainly_not(value: arb, relation: str) -> bool:
    """Whether the relation to zero is certainly false."""
    below, above = bool(value < 0), bool(value > 0)
    return {"<": above, "<=": above, ">": below, ">=": below, "=": below or above, "!=": bool(value == 0)}[relation]


@pytest.mark.parametrize("name", CLAIMS)
def test_what_is_taken_for_granted_holds(name: str) -> None:
    theory, clauses = theory_of(CLAIMS[name])
    assert len(clauses) > 20
    random = Random(name)
    with ctx.workprec(300):
        for _ in range(POINTS):
            values = Values(theory.ring, random)
            wrong = [clause for clause in clauses if values.excludes(clause)]
            assert not wrong, (wrong[0], values.symbols)


@pytest.mark.parametrize("quantity", [Fraction(1, 1000), Fraction(1, 2), Fraction(999, 1000), Fraction(1), Fraction(3, 2), Fraction(50)])
def test_expansions_hold_on_either_side_of_one(quantity: Fraction) -> None:
    bounds = logarithm_bounds(quantity)
    assert bounds is not None
    for logarithm in bounds:  # the bounds are so narrow that either of them serves for the logarithm
        for clause in expansions(Pair(constant(quantity), constant(logarithm))):
            assert quantity == 1 or any(met(element.rational, relation) for element, relation in clause), clause


@pytest.mark.parametrize("exponent", [Fraction(-3), Fraction(-1), Fraction(0), Fraction(1), Fraction(2), Fraction(5)])
@pytest.mark.parametrize("base", [Fraction(1, 9), Fraction(1), Fraction(7, 2)])
def test_inequalities_of_powers_hold(base: Fraction, exponent: Fraction) -> None:
    power = PowerOf(constant(base), constant(exponent), constant(base ** int(exponent)))
    for clause in (*bernoulli(power), *against_base(power)):
        assert any(met(element.rational, relation) for element, relation in clause), clause


def met(value: Fraction | None, relation: str) -> bool:
    assert value is not None
    return {"<": value < 0, "<=": value <= 0, ">": value > 0, ">=": value >= 0, "=": value == 0, "!=": value != 0}[relation]
