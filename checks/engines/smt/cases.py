"""Cases: ends of the variables' ranges, told apart where powers or logarithms change their nature there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from checks.enclosures import rational
from checks.language.claims import Claim
from checks.language.definedness import integer_literal
from checks.language.terms import Elementary, Number, Power, Symbol, Term, exact
from checks.language.walking import free_symbols, subterms
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.ring import OutOfClass
from checks.obligations import Obligation

ENDS_LIMIT = 5


@dataclass(frozen=True, slots=True)
class End:
    """The end of a variable's range that belongs to it; `beyond` is the relation to it of the rest of the range."""

    symbol: Symbol
    beyond: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Case:
    """An obligation in which some variables are at an end of their range, and others that might be are not.

    Attributes:
        whole: the obligation of which it is a case.
        given: the assumptions, and the lemmas, in this case.
        fixed: the variables that have a value in it.
    """

    whole: Obligation
    given: tuple[Claim, ...]
    goal: Claim
    fixed: Mapping[Symbol, Fraction] = field(default_factory=dict)


def cases(obligation: Obligation) -> list[Case]:
    """One for each choice of being at, or beyond, the delicate end of a variable's range; together they cover the range."""
    delicate = sorted(dict.fromkeys(_delicate(obligation)), key=lambda end: (end.symbol.name, end.value))
    if len(delicate) > ENDS_LIMIT:
        raise OutOfClass(f"the claim splits into {2 ** len(delicate)} cases")
    found = [Case(obligation, (*obligation.assumptions, *obligation.lemmas), obligation.claim)]
    for end in delicate:
        found = [case for each in found for case in _split(each, end)]
    return found


def by_sign(case: Case) -> Iterator[tuple[Case, Case]]:
    """For each variable of either sign in a logarithm, an exponential or a real power: where it is positive, and where not."""
    claims = (*case.given, case.goal)
    every = (part for claim in claims for side in (claim.left, claim.right) for part in subterms(side))
    inside = frozenset[Symbol]().union(*(free_symbols(part) for part in every if _is_transcendental(part)))
    for symbol in sorted(inside & set(case.whole.variables), key=lambda each: each.name):
        low, high = symbol.domain.low, symbol.domain.high
        if (low is None or low < 0 or symbol.domain.closed_at_zero) and (high is None or high > 0):
            yield replace(case, given=(Claim(symbol, ">", 0), *case.given)), replace(case, given=(Claim(symbol, "<=", 0), *case.given))


def _is_transcendental(term: Term) -> bool:
    match term:
        case Power(_, exponent):
            return integer_literal(exponent) is None
        case Elementary("log" | "exp", _):
            return True
        case _:
            return False


def _split(case: Case, end: End) -> Iterator[Case]:
    if end.symbol in case.fixed:
        yield case
        return
    yield replace(case, given=(Claim(end.symbol, end.beyond, end.value), *case.given))
    given = tuple(substituted_in(claim, {end.symbol: exact(end.value)}) for claim in case.given)
    yield replace(case, given=given, goal=substituted_in(case.goal, {end.symbol: exact(end.value)}), fixed={**case.fixed, end.symbol: end.value})


def _delicate(obligation: Obligation) -> Iterator[End]:
    """Ends at which the base of a power, or the argument of a logarithm, vanishes."""
    claims = (*obligation.assumptions, *obligation.lemmas, obligation.claim)
    every = (part for claim in claims for side in (claim.left, claim.right) for part in subterms(side))
    ends = tuple(_ends(obligation))
    for base in dict.fromkeys(base for part in every for base in _bases(part)):
        symbols = free_symbols(base)
        for end in ends:
            alone = len(symbols) == 1 and rational(base, {end.symbol: end.value}) == 0 if end.symbol in symbols else False
            if alone or (end.value == 0 and end.symbol in symbols):
                yield end


def _ends(obligation: Obligation) -> Iterator[End]:
    """The ends that belong to the variables' ranges, by their domains or as an assumption says."""
    for symbol in obligation.variables:
        domain = symbol.domain
        if domain.low == domain.high and domain.low is not None:
            continue
        if domain.low is not None and domain.includes_low:
            yield End(symbol, ">", domain.low)
        if domain.high is not None and domain.includes_high:
            yield End(symbol, "<", domain.high)
    for claim in obligation.assumptions:
        for side in (claim, claim.mirrored):
            match side:
                case Claim(left=Symbol() as symbol, relation=">=" | "<=" as relation, right=Number(value)) if value in symbol.domain:
                    yield End(symbol, relation[0], value)
                case _:
                    pass


def _bases(term: Term) -> Iterator[Term]:
    match term:
        case Power(base, exponent) if integer_literal(exponent) is None:
            yield base
        case Elementary("log" | "sqrt", (argument,)):
            yield argument
        case _:
            return
