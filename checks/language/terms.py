"""Terms: mathematical expressions exactly as written, never rearranged and never evaluated.

`x/x` stays `x/x`, and `b + a` is another term than `a + b`. Terms are frozen values; two are equal when
they are written alike. Python's operators build them, its comparisons build claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from checks.display import Displayed
from checks.language.domains import REAL, Interval

if TYPE_CHECKING:
    from checks.language.claims import Claim

ELEMENTARY = ("log", "exp", "sqrt", "abs", "min", "max")


class Term(Displayed):
    """What all expressions have in common: the operators that build larger ones.

    `_free` and `_hash` keep the free symbols and the hash once they were found; they are neither compared nor pickled.
    """

    __slots__ = ("_free", "_hash")
    _free: frozenset[Symbol]
    _hash: int

    def __init_subclass__(cls) -> None:
        if "__hash__" not in vars(cls):
            cls.__hash__ = Term.__hash__  # type: ignore[method-assign]  # so that dataclass leaves it alone

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            parts = [getattr(self, name) for name in type(self).__match_args__]  # type: ignore[attr-defined]
            object.__setattr__(self, "_hash", hash((type(self).__name__, *parts)))
            return self._hash

    def __add__(self, other: Any) -> Term:
        return _sum(self, exact(other))

    def __radd__(self, other: Any) -> Term:
        return _sum(exact(other), self)

    def __sub__(self, other: Any) -> Term:
        return _sum(self, Negative(exact(other)))

    def __rsub__(self, other: Any) -> Term:
        return _sum(exact(other), Negative(self))

    def __mul__(self, other: Any) -> Term:
        return _product(self, exact(other))

    def __rmul__(self, other: Any) -> Term:
        return _product(exact(other), self)

    def __truediv__(self, other: Any) -> Term:
        return Quotient(self, exact(other))

    def __rtruediv__(self, other: Any) -> Term:
        return Quotient(exact(other), self)

    def __pow__(self, other: Any) -> Term:
        return Power(self, exact(other))

    def __rpow__(self, other: Any) -> Term:
        return Power(exact(other), self)

    def __neg__(self) -> Term:
        return Negative(self)

    def __pos__(self) -> Term:
        return self

    def __lt__(self, other: Any) -> Claim:
        return _claim(self, "<", other)

    def __le__(self, other: Any) -> Claim:
        return _claim(self, "<=", other)

    def __gt__(self, other: Any) -> Claim:
        return _claim(self, ">", other)

    def __ge__(self, other: Any) -> Claim:
        return _claim(self, ">=", other)

    def __bool__(self) -> bool:
        raise TypeError(f"the term {self} has no truth value; compare terms with a Claim")

    def __str__(self) -> str:
        from checks.language.notation import ascii_text

        return ascii_text(self)

    def subs(self, replacements: Symbol | Mapping[Symbol, Any], value: Any = None) -> Term:
        """This term with symbols replaced, as `t.subs(x, 1)` or `t.subs({x: 1, y: z})`, all at once."""
        from checks.language.walking import substitute

        pairs = {replacements: value} if isinstance(replacements, Symbol) else replacements
        return substitute(self, {symbol: exact(new) for symbol, new in pairs.items()})


@dataclass(frozen=True, slots=True)
class Number(Term):
    """An exact rational; `text` keeps a decimal as it was printed."""

    value: Fraction
    text: str | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        return hash(self.value)


@dataclass(frozen=True, slots=True)
class Constant(Term):
    """A named constant: `e`, `pi`, or `oo`, which stands only for what a limit may be."""

    name: str


@dataclass(frozen=True, slots=True)
class Symbol(Term):
    """A real variable with its domain. Two symbols of one name and different domains must not meet."""

    name: str
    domain: Interval = REAL
    latex: str | None = field(default=None, compare=False)
    meaning: str = field(default="", compare=False)
    unicode: str | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        return hash(self.name)


@dataclass(frozen=True, slots=True)
class Sum(Term):
    """Two or more terms added, in the order written; a subtracted one is a `Negative`."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Product(Term):
    """Two or more factors, in the order written."""

    factors: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Quotient(Term):
    """A fraction; not defined where the denominator is zero."""

    numerator: Term
    denominator: Term


@dataclass(frozen=True, slots=True)
class Negative(Term):
    """The negative of a term."""

    term: Term


@dataclass(frozen=True, slots=True)
class Power(Term):
    """A real power: of a positive base, of zero to a positive exponent, of any base to an integer literal.

    Not defined elsewhere, so neither at `0**0` nor at `(-8)**(1/3)`.
    """

    base: Term
    exponent: Term


@dataclass(frozen=True, slots=True)
class Elementary(Term):
    """One of the named functions."""

    name: str
    arguments: tuple[Term, ...]

    def __post_init__(self) -> None:
        if self.name not in ELEMENTARY:
            raise ValueError(f"{self.name!r} is no named function; there are {', '.join(ELEMENTARY)}")


@dataclass(frozen=True, slots=True)
class Function:
    """An unspecified differentiable real function, such as a linking function f; call it to apply it.

    `increasing` states that its derivative is positive in every argument.
    """

    name: str
    arity: int = 1
    increasing: bool = False
    latex: str | None = field(default=None, compare=False)

    def __call__(self, *arguments: Any) -> Application:
        """The function applied to arguments, as many as its arity says."""
        if len(arguments) != self.arity:
            raise TypeError(f"{self.name} takes {self.arity} argument(s), not {len(arguments)}")
        return Application(self, tuple(exact(argument) for argument in arguments))


@dataclass(frozen=True, slots=True)
class Application(Term):
    """An unspecified function at its arguments."""

    function: Function
    arguments: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A name for an expression in parameters, such as pi(n, d, t); call it to use it.

    Pages show the name and what it stands for; engines see the expression.
    """

    name: str
    parameters: tuple[Symbol, ...]
    body: Term
    latex: str | None = field(default=None, compare=False)
    unicode: str | None = field(default=None, compare=False)

    def __call__(self, *arguments: Any) -> Defined:
        """The name used, with arguments for its parameters."""
        if len(arguments) != len(self.parameters):
            raise TypeError(f"{self.name} takes {len(self.parameters)} argument(s), not {len(arguments)}")
        return Defined(self, tuple(exact(argument) for argument in arguments))


@dataclass(frozen=True, slots=True)
class Defined(Term):
    """A definition at its arguments; it stands for the definition's body at these."""

    definition: Definition
    arguments: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Derivative(Term):
    """The partial derivative of a term in one symbol, of the given order."""

    term: Term
    symbol: Symbol
    order: int = 1

    def __post_init__(self) -> None:
        _coerce(self, "term")
        if self.order < 1:
            raise ValueError(f"a derivative is of order 1 or more, not {self.order}")


@dataclass(frozen=True, slots=True)
class Curve:
    """The curve on which `level` is constant; `dependent` follows when `independent` moves."""

    level: Term
    independent: Symbol
    dependent: Symbol


@dataclass(frozen=True, slots=True)
class Differential(Term):
    """The differential of a term, freely in `symbols` or along a curve: a multiple of the increments."""

    term: Term
    along: tuple[Symbol, ...] | Curve


@dataclass(frozen=True, slots=True)
class At(Term):
    """A term in which, after derivatives are taken, a symbol has a value."""

    term: Term
    symbol: Symbol
    value: Term

    def __post_init__(self) -> None:
        _coerce(self, "term", "value")


@dataclass(frozen=True, slots=True)
class Integral(Term):
    """The definite integral of a term over a symbol; at an end where it is undefined, improper."""

    term: Term
    symbol: Symbol
    low: Term
    high: Term

    def __post_init__(self) -> None:
        _coerce(self, "term", "low", "high")


@dataclass(frozen=True, slots=True)
class Limit(Term):
    """The limit of a term as a symbol tends to a point, or to infinity where the point is None."""

    term: Term
    symbol: Symbol
    point: Term | None

    def __post_init__(self) -> None:
        _coerce(self, "term", *(() if self.point is None else ("point",)))
        if not _approaches(self.symbol.domain, self.point):
            raise ValueError(f"{self.symbol.name} in {self.symbol.domain} cannot tend to {'infinity' if self.point is None else self.point}")


def _coerce(term: Term, *names: str) -> None:
    """Makes terms of plain numbers that were given for a term's parts."""
    for name in names:
        value = getattr(term, name)
        if not isinstance(value, Term):
            object.__setattr__(term, name, exact(value))


def _approaches(domain: Interval, point: Term | None) -> bool:
    """Whether a variable of the domain can tend to the point, or to infinity; a point that is no number is let through."""
    if point is None:
        return domain.high is None
    if not isinstance(point, Number):
        return True
    return (domain.low is None or point.value >= domain.low) and (domain.high is None or point.value <= domain.high)


E = Constant("e")
PI = Constant("pi")
INFINITY = Constant("oo")


def exact(value: Any) -> Term:
    """The value as a term: an int, a Fraction or a SymPy expression becomes one, everything else is refused.

    Raises:
        TypeError: for floats, strings, truth values and relations, with the value shown.
    """
    if isinstance(value, Term):
        return value
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Number(Fraction(value))
    if any(str(kind.__module__).partition(".")[0] == "sympy" for kind in type(value).__mro__):
        from checks.language.sympy_terms import from_sympy

        return from_sympy(value)
    raise TypeError(_refusal(value))


def _refusal(value: Any) -> str:
    kind = type(value).__name__
    remedies = {
        "bool": "a comparison was evaluated by Python; write Claim(left, relation, right)",
        "float": "a float is not exact; write Fraction(1, 2) or decimal('0.5')",
        "Decimal": "write decimal('0.5') from checks.language",
        "str": "write symbol('x', ...) for a variable and decimal('0.5') for a printed number",
        "Claim": "a claim is not an expression; state its two sides apart",
    }
    shown = str(value) if kind == "Claim" else repr(value)
    return f"{shown} ({kind}) stands where an exact term belongs: {remedies.get(kind, 'build it from symbols and exact numbers')}"


def _sum(left: Term, right: Term) -> Term:
    terms = left.terms if isinstance(left, Sum) else (left,)
    return Sum((*terms, right))


def _product(left: Term, right: Term) -> Term:
    factors = left.factors if isinstance(left, Product) else (left,)
    return Product((*factors, right))


def _claim(left: Term, relation: str, right: Any) -> Claim:
    from checks.language.claims import Claim

    return Claim(left, relation, right)
