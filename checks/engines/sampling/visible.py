"""Signs visible at sight, so that no time is spent on hunting where nothing can be found."""

from __future__ import annotations

from checks.language.definedness import integer_literal
from checks.language.domains import Interval
from checks.language.terms import Elementary, Number, Power, Product, Quotient, Sum, Symbol, Term


def least_sign(term: Term, domains: dict[Symbol, Interval]) -> int:
    """1 where the term is seen to be positive wherever it is defined, 0 where it is seen not to be negative, else -1."""
    match term:
        case Number(value):
            return (value > 0) - (value < 0)
        case Symbol():
            return _of_interval(domains.get(term, term.domain))
        case Product(factors):
            return min(least_sign(factor, domains) for factor in factors)
        case Quotient(above, below):
            return min(least_sign(above, domains), least_sign(below, domains))
        case Sum(terms):
            signs = [least_sign(part, domains) for part in terms]
            return max(signs) if min(signs) >= 0 else -1
        case Power(base, exponent):
            literal = integer_literal(exponent)
            return max(least_sign(base, domains), 0 if literal is None or literal % 2 == 0 else -1)
        case Elementary("exp", _):
            return 1
        case Elementary("min" | "max" as name, arguments):
            return (min if name == "min" else max)(least_sign(argument, domains) for argument in arguments)
        case Elementary("abs" | "sqrt", (argument,)):
            return max(least_sign(argument, domains), 0)
        case _:
            return -1


def _of_interval(domain: Interval) -> int:
    if domain.low is None or domain.low < 0:
        return -1
    return 1 if domain.low > 0 or not domain.includes_low else 0
