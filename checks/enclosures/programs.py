"""Programs: straight-line Python on balls, written once for several terms, with their common subterms shared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from flint import arb, ctx, fmpq

from checks.enclosures import arithmetic
from checks.language.definedness import integer_literal
from checks.language.terms import Constant, Elementary, Negative, Number, Power, Product, Quotient, Sum, Symbol, Term
from checks.language.walking import unfolded

Evaluator = Callable[..., tuple[arb, ...]]
FUNCTIONS = {
    "exp": arithmetic.exponential,
    "log": arithmetic.logarithm,
    "sqrt": arithmetic.square_root,
    "abs": arithmetic.absolute,
    "min": arithmetic.least,
    "max": arithmetic.greatest,
}


class NotEvaluable(ValueError):
    """A term has a part that balls do not evaluate: a calculus term, an unspecified function, a symbol without a value.

    Attributes:
        term: that part.
    """

    def __init__(self, term: Term) -> None:
        super().__init__(f"{term} cannot be enclosed in balls")
        self.term = term


def compiled(terms: Sequence[Term], symbols: Sequence[Symbol]) -> Evaluator:
    """A function of one ball for each symbol, in their order; it returns one ball for each term.

    The working precision is that in force at the call. A value is nan, or not finite, wherever a part of its
    term is not certainly defined on the balls.

    Raises:
        NotEvaluable: where a term is not made of numbers, these symbols and elementary functions.
    """
    program = _Program(symbols)
    places = [program.place(unfolded(term)) for term in terms]
    return program.function(places)


class _Program:
    """Lines that compute each distinct subterm once."""

    def __init__(self, symbols: Sequence[Symbol]) -> None:
        self._places: dict[Term, str] = {symbol: f"a{index}" for index, symbol in enumerate(symbols)}
        self._lines: list[str] = []
        self._constants: dict[Fraction | str, str] = {}
        self._arity = len(symbols)

    def place(self, term: Term) -> str:
        """The name of the variable that holds the term's value."""
        known = self._places.get(term)
        if known is None:
            written = self._written(term)
            if written.isidentifier():
                known = written
            else:
                known = f"t{len(self._lines)}"
                self._lines.append(f"{known} = {written}")
            self._places[term] = known
        return known

    def _written(self, term: Term) -> str:
        match term:
            case Number(value):
                return self._constant(value)
            case Constant("e" | "pi" as name):
                return self._constant(name)
            case Sum(terms):
                return self._sum(terms)
            case Product(factors):
                return " * ".join(self.place(factor) for factor in factors)
            case Negative(inner):
                return f"-{self.place(inner)}"
            case Quotient(above, below):
                return f"{self.place(above)} / {self.place(below)}"
            case Power(base, exponent):
                return self._power(base, exponent)
            case Elementary(name, arguments):
                return f"{name}_({', '.join(self.place(argument) for argument in arguments)})"
            case _:
                raise NotEvaluable(term)

    def _sum(self, terms: tuple[Term, ...]) -> str:
        written = self.place(terms[0])
        for term in terms[1:]:
            written += f" - {self.place(term.term)}" if isinstance(term, Negative) else f" + {self.place(term)}"
        return f"(+{written})" if len(terms) == 1 else written

    def _power(self, base: Term, exponent: Term) -> str:
        literal = integer_literal(exponent)
        if literal is None:
            return f"power_({self.place(base)}, {self.place(exponent)})"
        return f"integer_power_({self.place(base)}, {literal})"

    def _constant(self, value: Fraction | str) -> str:
        return self._constants.setdefault(value, f"c{len(self._constants)}")

    def function(self, places: Sequence[str]) -> Evaluator:
        """The program as a function."""
        names = ", ".join(self._constants.values())
        opening = [f"{names}, = constants_()"] if names else []
        lines = [*opening, *self._lines, f"return ({', '.join(places)},)"]
        arguments = ", ".join(f"a{index}" for index in range(self._arity))
        source = "\n    ".join([f"def program({arguments}):", *lines])
        scope: dict[str, object] = {f"{name}_": function for name, function in FUNCTIONS.items()}
        scope |= {"constants_": _constants(tuple(self._constants)), "power_": arithmetic.real_power, "integer_power_": arithmetic.integer_power}
        exec(source, scope)  # noqa: S102  # every name in the source was made here, none comes from a term
        return scope["program"]  # type: ignore[return-value]


def _constants(values: tuple[Fraction | str, ...]) -> Callable[[], tuple[arb, ...]]:
    """Balls for the constants, found once for each precision."""
    known: dict[int, tuple[arb, ...]] = {}

    def at_this_precision() -> tuple[arb, ...]:
        found = known.get(ctx.prec)
        if found is None:
            found = known[ctx.prec] = tuple(map(ball, values))
        return found

    return at_this_precision


def ball(value: Fraction | str) -> arb:
    """A rational, or `e` or `pi`, enclosed at the precision in force."""
    if value == "e":
        return arb.const_e()
    if value == "pi":
        return arb.pi()
    return arb(fmpq(value.numerator, value.denominator))  # type: ignore[union-attr]
