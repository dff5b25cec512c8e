"""Bounds: claims of one variable against a rational number, which are its domain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from checks.language.claims import Claim
from checks.language.domains import Interval
from checks.language.orders import Goal, Order
from checks.language.rationals import rational
from checks.language.terms import Derivative, Integral, Limit, Symbol, Term
from checks.language.walking import rebuild, subterms

Domains = Mapping[str, Interval]


def bound(claim: Claim) -> tuple[Symbol, str, Fraction] | None:
    """The symbol, the relation and the number, where the claim is a bound."""
    for each in (claim, claim.mirrored):
        if isinstance(each.left, Symbol) and each.relation in ("<", "<=", ">", ">=") and (value := rational(each.right, {})) is not None:
            return each.left, each.relation, value
    return None


def domains(claims: Iterable[Claim]) -> dict[str, Interval]:
    """The domains that bounds leave to their symbols, by name; none where they leave nothing."""
    found, empty = dict[str, Interval](), set[str]()
    for symbol, relation, value in (limit for claim in claims if (limit := bound(claim)) is not None):
        try:
            found[symbol.name] = found.get(symbol.name, symbol.domain).cut(relation, value)
        except ValueError:
            empty.add(symbol.name)
    return {name: domain for name, domain in found.items() if name not in empty}


def is_said(claim: Claim, said: Domains) -> bool:
    """Whether the claim is a bound that the domains imply."""
    limit = bound(claim)
    if limit is None or limit[0].name not in said:
        return False
    symbol, relation, value = limit
    try:
        return said[symbol.name].cut(relation, value) == said[symbol.name]
    except ValueError:
        return False


def within(goal: Goal, domains: Domains) -> Goal:
    """The goal with its symbols in these domains, those that tend to a limit as well.

    Raises:
        ValueError: where a symbol cannot tend to where it should within its domain.
    """
    if isinstance(goal, Claim):
        return claim_within(goal, domains)
    growing, ranging = (tuple(_placed(symbol, domains) for symbol in symbols) for symbols in (goal.growing, goal.ranging))
    return Order(term_within(goal.left, domains), goal.relation, term_within(goal.right, domains), growing, ranging)


def claim_within(claim: Claim, domains: Domains) -> Claim:
    """The same for a claim."""
    return Claim(term_within(claim.left, domains), claim.relation, term_within(claim.right, domains))


def term_within(term: Term, domains: Domains) -> Term:
    """The same for a term; a variable of integration ranges between its ends, whatever is said of its name."""
    match term:
        case Symbol():
            return _placed(term, domains)
        case Derivative(inner, symbol, order):
            return Derivative(term_within(inner, domains), _placed(symbol, domains), order)
        case Limit(inner, symbol, point):
            return Limit(term_within(inner, domains), _placed(symbol, domains), None if point is None else term_within(point, domains))
        case Integral(inner, symbol, low, high):
            inside = {name: domain for name, domain in domains.items() if name != symbol.name}
            return Integral(term_within(inner, inside), symbol, term_within(low, domains), term_within(high, domains))
        case _:
            return rebuild(term, lambda part: term_within(part, domains))


def _placed(symbol: Symbol, domains: Domains) -> Symbol:
    domain = domains.get(symbol.name, symbol.domain)
    return symbol if domain == symbol.domain else Symbol(symbol.name, domain, symbol.latex, symbol.meaning, symbol.unicode)


def bound_names(goal: Goal) -> frozenset[str]:
    """The names of the variables of limits and integrals."""
    inside = (part for side in (goal.left, goal.right) for part in subterms(side))
    return frozenset(part.symbol.name for part in inside if isinstance(part, Limit | Integral))
