"""Programs: a term compiled once into straight-line Python with common subterms shared, run at many points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import CodeType
from typing import Any

from flint import arb

from checks.engines.sampling import arithmetic, calculus, complexes, integrals
from checks.engines.sampling.monomials import monomials
from checks.engines.sampling.scalars import rational
from checks.engines.sampling.series import Value
from checks.language.definedness import integer_literal
from checks.language.differentiation import NotDifferentiable, without_derivatives
from checks.language.terms import (
    Application,
    At,
    Constant,
    Derivative,
    Differential,
    Elementary,
    Integral,
    Limit,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Term,
)
from checks.language.walking import free_symbols

CONSTANTS: dict[str, Callable[[], arb]] = {"e": arb.const_e, "pi": arb.pi}
FUNCTIONS = {"log": "logarithm", "sqrt": "square_root", "exp": "exponential", "abs": "absolute", "min": "least", "max": "greatest"}
WITH_A_SITE = ("log", "sqrt")
REAL = {
    **{name: getattr(arithmetic, name) for name in complexes.functions(False)},
    "derivative": calculus.derivative,
    "limit": calculus.limit,
    "integral": integrals.integral,
}


class Program:
    """A term ready to be run; `names` says in which order it takes its values."""

    def __init__(self, term: Term, symbols: tuple[Symbol, ...]) -> None:
        self.term, self.names = term, tuple(symbol.name for symbol in symbols)
        writer = _Writer(symbols)
        result = writer.written(term)
        source = "\n    ".join(["def run(v):", *writer.lines, f"return {result}"])
        self._code: CodeType = compile(source, "<program>", "exec")
        self._constants = writer.names

    @cached_property
    def run(self) -> Callable[[tuple[Value, ...]], Value]:
        """The term's value at real values; raises Undefined or Unknown."""
        return self._bound(REAL)

    @cached_property
    def on_complex_balls(self) -> tuple[Callable[[tuple[Value, ...]], Value], ...]:
        """The same for an integrand, where analyticity is not asked for and where it is."""
        return tuple(self._bound({**REAL, **complexes.functions(analytic)}) for analytic in (False, True))

    def at(self, values: Mapping[str, Value]) -> Value:
        """The value at values given by name."""
        return self.run(tuple([values[name] for name in self.names]))

    def _bound(self, operations: Mapping[str, Any]) -> Callable[[tuple[Value, ...]], Value]:
        space: dict[str, Any] = {**operations, **self._constants}
        exec(self._code, space)  # noqa: S102  # our own text, written below from a term
        return space["run"]


@lru_cache(maxsize=4096)
def program(term: Term) -> Program:
    """The program of a term in its free symbols."""
    return Program(term, _ordered(free_symbols(term)))


@dataclass(slots=True)
class _Writer:
    """Writes one program: a line for each distinct subterm."""

    symbols: tuple[Symbol, ...]
    lines: list[str] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)
    known: dict[Term, str] = field(default_factory=dict)

    def written(self, term: Term) -> str:
        if term not in self.known:
            text = self._expression(term)
            if not isinstance(term, Symbol | Number):
                text, expression = f"t{len(self.lines)}", text
                self.lines.append(f"{text} = {expression}")
            self.known[term] = text
        return self.known[term]

    def _expression(self, term: Term) -> str:
        match term:
            case Number(value):
                return self._named(rational(value))
            case Constant(name):
                return f"{self._named(CONSTANTS[name])}()"
            case Symbol():
                return f"v[{self.symbols.index(term)}]"
            case Sum(terms):
                return " + ".join(map(self.written, terms))
            case Product(factors):
                return " * ".join(map(self.written, factors))
            case Negative(inner):
                return f"-{self.written(inner)}"
            case Quotient(above, below):
                return f"divide({self.written(above)}, {self.written(below)}, {self._named(term)})"
            case Power(base, exponent):
                return self._power(term, self.written(base), exponent)
            case Elementary(name, arguments):
                site = f", {self._named(term)}" if name in WITH_A_SITE else ""
                return f"{FUNCTIONS[name]}({', '.join(map(self.written, arguments))}{site})"
            case _:
                return self._calculus(term)

    def _power(self, term: Power, base: str, exponent: Term) -> str:
        literal = integer_literal(exponent)
        if literal is None:
            return f"power({base}, {self.written(exponent)}, {self._named(term)})"
        return f"integer_power({base}, {literal}, {self._named(term)})"

    def _calculus(self, term: Term) -> str:
        match term:
            case Derivative(inner, symbol, order):
                body, values = self._body(inner, symbol, self.written(symbol))
                return f"derivative({body}, {values}, {self._index(inner, symbol)}, {order})"
            case At(inner, symbol, value):
                body, values = self._body(inner, symbol, self.written(value))
                return f"{body}.run({values})"
            case Limit(inner, symbol, point):
                centre = "None" if point is None else self.written(point)
                body, values = self._body(inner, symbol, "None")
                return f"limit({body}, {values}, {self._index(inner, symbol)}, {centre}, {self._named(term)})"
            case Integral(inner, symbol, low, high):
                ends = f"{self.written(low)}, {self.written(high)}"
                body, values = self._body(inner, symbol, "None")
                integrand = self._named(_integrand(inner, symbol))
                return f"integral({body}, {integrand}, {values}, {self._index(inner, symbol)}, {ends}, {self._named(term)})"
            case Application() | Differential() | _:
                raise TypeError(f"{term} should have been spelled out")

    def _body(self, inner: Term, bound: Symbol, value: str) -> tuple[str, str]:
        symbols = _scope(inner, bound)
        values = "".join(f"{value if symbol == bound else self.written(symbol)}, " for symbol in symbols)
        return self._named(Program(inner, symbols)), f"({values})"

    def _index(self, inner: Term, bound: Symbol) -> int:
        return _scope(inner, bound).index(bound)

    def _named(self, thing: Any) -> str:
        name = f"c{len(self.names)}"
        self.names[name] = thing
        return name


def _scope(inner: Term, bound: Symbol) -> tuple[Symbol, ...]:
    return _ordered(free_symbols(inner) | {bound})


def _ordered(symbols: frozenset[Symbol]) -> tuple[Symbol, ...]:
    """By name, then domain: a bound variable may share its name with a free one of another domain."""
    return tuple(sorted(symbols, key=lambda each: (each.name, str(each.domain))))


def _integrand(inner: Term, symbol: Symbol) -> integrals.Integrand:
    scope = _scope(inner, symbol)
    try:
        plain = without_derivatives(inner)
    except (NotDifferentiable, ValueError):
        return integrals.Integrand(None, None)
    pairs = monomials(plain, symbol)
    compiled = None if pairs is None else tuple((Program(c, scope), Program(p, scope)) for c, p in pairs)
    return integrals.Integrand(Program(plain, scope), compiled)
