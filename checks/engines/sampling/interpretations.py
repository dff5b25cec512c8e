"""Unspecified functions spelled out: each becomes a formula whose coefficients are drawn like variables.

With s = c1*x1 + c2*x2 + ..., a function is c0 + s + k*s**3 + m*s/(1 + s**2) + p*s**2. It is defined and smooth everywhere,
and for positive c1, c2, ..., for k >= 0, |m| <= 1/2 and p = 0 it increases strictly in every argument. These bounds are the
domains of the coefficients, so that whatever mends, solves or shrinks a point respects them.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from checks.language.domains import NONNEGATIVE, POSITIVE, REAL, Interval
from checks.language.notation import ascii_text
from checks.language.terms import Function, Negative, Number, Power, Product, Quotient, Sum, Symbol, Term, exact

CURVED = {"k": ("0", "0", "0", "1", "1/10"), "m": ("0", "0", "0", "1/2", "-1/2"), "p": ("0", "0", "1", "-1/2")}
SLOPES = ("1", "1", "2", "1/2", "3", "1/3", "5", "1/10", "10", "1/100")
LEVELS = ("0", "1", "-1", "2", "1/2", "-3", "10", "100", "-1/10")


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The formula of one unspecified function, in symbols that stand for its coefficients."""

    function: Function

    @property
    def level(self) -> Symbol:
        """c0, the value where s is zero."""
        return Symbol(f"{self.function.name}[0]")

    @property
    def slopes(self) -> tuple[Symbol, ...]:
        """c1, c2, ..., one for each argument."""
        domain = POSITIVE if self.function.increasing else REAL
        return tuple(Symbol(f"{self.function.name}[{slot}]", domain) for slot in range(1, self.function.arity + 1))

    @property
    def curvatures(self) -> tuple[Symbol, ...]:
        """k, m and, for a function not said to increase, p."""
        domains = {"k": NONNEGATIVE, "m": Interval(Fraction(-1, 2), Fraction(1, 2))} if self.function.increasing else dict.fromkeys("kmp", REAL)
        return tuple(Symbol(f"{self.function.name}[{letter}]", domain) for letter, domain in domains.items())

    @property
    def coefficients(self) -> tuple[Symbol, ...]:
        """All of them."""
        return (self.level, *self.slopes, *self.curvatures)

    def formula(self, arguments: tuple[Term, ...]) -> Term:
        """The function's value, in the coefficients."""
        parts = [Product((slope, argument)) for slope, argument in zip(self.slopes, arguments, strict=True)]
        s: Term = Sum(tuple(parts)) if len(parts) > 1 else parts[0] if parts else exact(0)
        shapes = {"k": Power(s, exact(3)), "m": Quotient(s, Sum((exact(1), Power(s, exact(2))))), "p": Power(s, exact(2))}
        bends = [Product((symbol, shapes[symbol.name[-2]])) for symbol in self.curvatures]
        return Sum((self.level, s, *bends))

    def drawn(self, random: Random) -> dict[Symbol, Fraction]:
        """Simple coefficients, affine in about half the draws."""
        found = {self.level: Fraction(random.choice(LEVELS))}
        for slope in self.slopes:
            steepness = Fraction(random.choice(SLOPES))
            found[slope] = steepness if self.function.increasing or random.random() < 0.6 else random.choice((-steepness, Fraction(0)))
        affine = random.random() < 0.3
        for symbol in self.curvatures:
            found[symbol] = Fraction(0) if affine else Fraction(random.choice(CURVED[symbol.name[-2]]))
        return found

    def text(self, values: dict[str, Fraction | str]) -> tuple[str, str]:
        """The function's head and its formula, such as `f(x)` and `1 + x/2`."""
        names = ("x", "y", "z") if self.function.arity <= 3 else tuple(f"x{slot}" for slot in range(1, self.function.arity + 1))
        arguments = tuple(Symbol(name) for name in names[: self.function.arity])
        linear = [_times(values[slope.name], argument) for slope, argument in zip(self.slopes, arguments, strict=True) if values[slope.name] != 0]
        s = _sum(linear)
        shapes = {"k": Power(s, exact(3)), "m": Quotient(s, Sum((exact(1), Power(s, exact(2))))), "p": Power(s, exact(2))}
        bends = [_times(values[symbol.name], shapes[symbol.name[-2]]) for symbol in self.curvatures if values[symbol.name] != 0 and linear]
        level = [_constant(values[self.level.name])] if values[self.level.name] != 0 or not linear else []
        return f"{self.function.name}({', '.join(names[: self.function.arity])})", ascii_text(_sum([*level, *linear, *bends]))


def is_coefficient(symbol: Symbol) -> bool:
    """Whether a symbol is a coefficient of a formula that spells out a function."""
    return symbol.name.endswith("]")


def _constant(value: Fraction | str) -> Term:
    return Number(value) if isinstance(value, Fraction) else Symbol(value)


def _times(value: Fraction | str, term: Term) -> Term:
    if isinstance(value, Fraction) and value < 0:
        return Negative(_times(-value, term))
    if isinstance(value, Fraction) and value == 1:
        return term
    if isinstance(value, Fraction) and value.numerator == 1:
        return Quotient(term, exact(value.denominator))
    return Product((_constant(value), term))


def _sum(terms: list[Term]) -> Term:
    return Sum(tuple(terms)) if len(terms) > 1 else terms[0] if terms else exact(0)
