"""The field in which normal forms live: fractions of polynomials over independent atoms, exact throughout.

An atom is a symbol, a logarithm, the exponential of a monomial, a root, or the value of an unspecified
function. Atoms are taken to rational powers: each generator stands for `atom**unit`, where the unit divides
all exponents met, and when an exponent turns up that it does not divide, `Refine` restarts the work with a finer one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import comb, gcd

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from checks.language.terms import Symbol

ATOM_LIMIT = 40
POWER_LIMIT = 60
DEGREE_LIMIT = 400
TERM_LIMIT = 5_000
FACTORED_TERM_LIMIT = 2_000
MONOMIAL_DEGREE_LIMIT = 10_000
COEFFICIENT_BITS = 100_000
CONTEXT = fmpq_mpoly_ctx.get([f"g{index}" for index in range(ATOM_LIMIT)], Ordering.degrevlex)
GENERATORS = CONTEXT.gens()
ONE = CONTEXT.constant(1)
UNIT = Fraction(1)
ZERO = CONTEXT.constant(0)


class OutOfClass(Exception):
    """The expression is not in the class that this engine decides; the message says why."""


class Refine(Exception):
    """A generator must stand for a finer power of its atom.

    Attributes:
        generator: its symbol, or its index.
        unit: the power that it must stand for.
    """

    def __init__(self, generator: Symbol | int, unit: Fraction) -> None:
        super().__init__(f"generator {generator} must stand for the power {unit} of its atom")
        self.generator, self.unit = generator, unit


@dataclass(frozen=True, slots=True)
class SymbolAtom:
    """A symbol."""

    symbol: Symbol


@dataclass(frozen=True, slots=True)
class LogAtom:
    """The logarithm of a positive polynomial, of a prime, or of a symbol."""

    base: Element | SymbolAtom


@dataclass(frozen=True, slots=True)
class ExpAtom:
    """The exponential of a monomial, such as `n**(alpha*gamma)`, the exponential of alpha*gamma*log(n)."""

    exponent: Element


@dataclass(frozen=True, slots=True)
class RootAtom:
    """A positive polynomial or prime of which roots are taken; it stands for itself."""

    base: Element


@dataclass(frozen=True, slots=True)
class ValueAtom:
    """The value of an unspecified function, or of its derivative in a slot, at the given arguments."""

    function: str
    slot: int | None
    arguments: tuple[Element, ...]
    increasing: bool = False


@dataclass(frozen=True, slots=True)
class ConstantAtom:
    """A named positive constant of which nothing else is used."""

    name: str


Atom = SymbolAtom | LogAtom | ExpAtom | RootAtom | ValueAtom | ConstantAtom


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A fraction in lowest terms with a monic denominator, so that equal fractions are written alike."""

    numerator: fmpq_mpoly
    denominator: fmpq_mpoly

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Element):
            return NotImplemented
        return bool(self.numerator == other.numerator) and bool(self.denominator == other.denominator)

    def __hash__(self) -> int:
        return hash((str(self.numerator), str(self.denominator)))

    def __add__(self, other: Element) -> Element:
        return fraction(self.numerator * other.denominator + other.numerator * self.denominator, self.denominator * other.denominator)

    def __neg__(self) -> Element:
        return Element(-self.numerator, self.denominator)

    def __sub__(self, other: Element) -> Element:
        return self + -other

    def __mul__(self, other: Element) -> Element:
        return fraction(self.numerator * other.numerator, self.denominator * other.denominator)

    def __truediv__(self, other: Element) -> Element:
        return fraction(self.numerator * other.denominator, self.denominator * other.numerator)

    def power(self, exponent: int) -> Element:
        """The element to an integer power."""
        _require_small_power(self, abs(exponent))
        if exponent < 0:
            return fraction(self.denominator**-exponent, self.numerator**-exponent)
        return Element(self.numerator**exponent, self.denominator**exponent)

    @property
    def is_zero(self) -> bool:
        """Whether it is the fraction zero."""
        return bool(self.numerator.is_zero())

    @property
    def is_monomial(self) -> bool:
        """Whether it is a coefficient times integer powers of generators."""
        return len(self.numerator) == 1 and len(self.denominator) == 1

    @property
    def rational(self) -> Fraction | None:
        """Its value if it is a rational number."""
        if self.numerator.is_constant() and self.denominator.is_constant():
            value = self.numerator.leading_coefficient() if not self.is_zero else fmpq(0)
            return to_fraction(value / self.denominator.leading_coefficient())
        return None

    @property
    def generators(self) -> frozenset[int]:
        """The indices of the generators that occur."""
        return generators_of(self.numerator) | generators_of(self.denominator)


def to_fraction(value: fmpq) -> Fraction:
    """FLINT's rational as Python's."""
    return Fraction(int(value.p), int(value.q))


def generators_of(polynomial: fmpq_mpoly) -> frozenset[int]:
    """The indices of the generators of positive degree."""
    return frozenset(index for index, degree in enumerate(polynomial.degrees()) if degree > 0)


def fraction(numerator: fmpq_mpoly, denominator: fmpq_mpoly) -> Element:
    """The fraction in lowest terms."""
    if max(len(numerator), len(denominator)) > TERM_LIMIT:
        raise OutOfClass(f"an intermediate polynomial has over {TERM_LIMIT} terms")
    if numerator.is_zero():
        return Element(ZERO, ONE)
    common = numerator.gcd(denominator)
    if not common.is_one():
        numerator, denominator = numerator / common, denominator / common
    lead = denominator.leading_coefficient()
    return Element(numerator / lead, denominator / lead)


def factored(value: fmpq_mpoly) -> tuple[fmpq, tuple[tuple[fmpq_mpoly, int], ...]]:
    """A rational and factors with multiplicities; a polynomial that is too large stays one factor."""
    if len(value) > FACTORED_TERM_LIMIT or max(value.degrees()) > DEGREE_LIMIT:
        return fmpq(1), ((value, 1),)
    return _factored(_Written(str(value), value))


@dataclass(frozen=True, slots=True)
class _Written:
    """A polynomial that is known by its text, since FLINT's own has no hash."""

    text: str
    value: fmpq_mpoly = field(compare=False)


@lru_cache(maxsize=1 << 14)
def _factored(written: _Written) -> tuple[fmpq, tuple[tuple[fmpq_mpoly, int], ...]]:
    content, factors = written.value.factor()
    return content, tuple((factor, int(multiplicity)) for factor, multiplicity in factors)


def _require_small_power(element: Element, exponent: int) -> None:
    """Refuses powers that would fill the memory."""
    if exponent < 2:
        return
    for part in (element.numerator, element.denominator):
        if len(part) > 1 and (exponent > POWER_LIMIT or comb(len(part) + exponent - 1, exponent) > TERM_LIMIT):
            raise OutOfClass(f"the power {exponent} of a sum is too large to expand")
        if max(part.degrees()) * exponent > MONOMIAL_DEGREE_LIMIT:
            raise OutOfClass(f"a power takes a polynomial of degree over {MONOMIAL_DEGREE_LIMIT}")
        size = max((max(int(c.p).bit_length(), int(c.q).bit_length()) for c in part.coeffs()), default=0)
        if size > 1 and size * exponent > COEFFICIENT_BITS:
            raise OutOfClass(f"a power takes a coefficient of over {COEFFICIENT_BITS} bits")


def constant(value: Fraction | int) -> Element:
    """A rational number as an element."""
    number = Fraction(value)
    return Element(CONTEXT.constant(fmpq(number.numerator, number.denominator)), ONE)


def polynomial(value: fmpq_mpoly) -> Element:
    """A polynomial as an element."""
    return Element(value, ONE)


@dataclass(slots=True)
class Ring:
    """The atoms met so far, each with a generator and the power of the atom that the generator stands for.

    Units outlive a restart, after which indices may belong to other atoms: so a symbol's unit is kept by symbol,
    an index is used only for exponentials and roots, which are positive whatever their unit, and others have none.
    """

    units: dict[Symbol | int, Fraction] = field(default_factory=dict)
    atoms: list[Atom] = field(default_factory=list)
    indices: dict[Atom, int] = field(default_factory=dict)
    root_indices: list[int] = field(default_factory=list)

    def index(self, atom: Atom) -> int:
        """The generator of an atom, a new one if it was not met before."""
        if atom not in self.indices:
            if len(self.atoms) == ATOM_LIMIT:
                raise OutOfClass(f"the claim has over {ATOM_LIMIT} independent atoms")
            self.indices[atom] = len(self.atoms)
            self.atoms.append(atom)
            if isinstance(atom, RootAtom):
                self.root_indices.append(self.indices[atom])
        return self.indices[atom]

    def unit(self, index: int) -> Fraction:
        """Which power of its atom a generator stands for."""
        key = self._key(index)
        return Fraction(1) if key is None else self.units.get(key, Fraction(1))

    def _key(self, index: int) -> Symbol | int | None:
        match self.atoms[index]:
            case SymbolAtom(symbol):
                return symbol
            case ExpAtom() | RootAtom():
                return index
            case _:
                return None

    def power(self, atom: Atom, exponent: Fraction | int = 1) -> Element:
        """An atom to a rational power.

        Raises:
            Refine: where the generator's powers do not contain this one.
        """
        index = self.index(atom)
        key = self._key(index)
        if exponent == 1 and not isinstance(atom, RootAtom) and (key is None or self.units.setdefault(key, UNIT) == 1):
            return polynomial(GENERATORS[index])
        whole = Fraction(exponent)
        unit = Fraction(1) if key is None else self.units.setdefault(key, abs(whole) or Fraction(1))
        scaled = whole / unit
        if scaled.denominator != 1:
            if key is None:
                raise OutOfClass(f"the power {exponent} is not taken of a logarithm or a function's value")
            raise Refine(key, _common_divisor(whole, unit))
        if abs(scaled) > DEGREE_LIMIT:
            raise OutOfClass(f"the exponent {exponent} takes a polynomial of degree {abs(scaled)}")
        return self.reduced(polynomial(GENERATORS[index]).power(int(scaled)))

    def symbols_inside(self, index: int) -> frozenset[Symbol]:
        """The symbols on which a generator's value depends."""
        match self.atoms[index]:
            case SymbolAtom(symbol):
                return frozenset({symbol})
            case LogAtom(SymbolAtom(symbol)):
                return frozenset({symbol})
            case LogAtom(Element() as element) | ExpAtom(element) | RootAtom(element):
                elements: tuple[Element, ...] = (element,)
            case ValueAtom(_, _, arguments):
                elements = arguments
            case ConstantAtom():
                elements = ()
        return frozenset(symbol for element in elements for inner in element.generators for symbol in self.symbols_inside(inner))

    def reduced(self, element: Element) -> Element:
        """The element with every full power of a root replaced by what it is a root of."""
        for index in self.root_indices:
            atom = self.atoms[index]
            if isinstance(atom, RootAtom) and index in element.generators:
                element = self._reduce(element.numerator, index, atom.base) / self._reduce(element.denominator, index, atom.base)
        return element

    def _reduce(self, value: fmpq_mpoly, index: int, base: Element) -> Element:
        unit = self.unit(index)
        if value.degrees()[index] < unit.denominator:
            return polynomial(value)
        whole = constant(0)
        for exponents, coefficient in value.to_dict().items():
            quotient, remainder = divmod(exponents[index], unit.denominator)
            rest = CONTEXT.from_dict({(*exponents[:index], remainder, *exponents[index + 1 :]): coefficient})
            whole = whole + polynomial(rest) * base.power(quotient * unit.numerator)
        return whole


def _common_divisor(left: Fraction, right: Fraction) -> Fraction:
    """The greatest rational of which both are integer multiples."""
    return Fraction(gcd(left.numerator * right.denominator, right.numerator * left.denominator), left.denominator * right.denominator)
