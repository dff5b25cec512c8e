"""Cases: an obligation split until no minimum, maximum or absolute value is left, and no power of a possible zero.

Each case is an obligation of its own; together they cover the domain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checks.language.claims import Claim
from checks.language.terms import At, Curve, Derivative, Differential, Elementary, Integral, Limit, Negative, Number, Power, Symbol, Term, exact
from checks.language.walking import free_symbols, parts, real, rebuild, subterms
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.ring import OutOfClass
from checks.obligations import Obligation

BRANCHING = ("min", "max", "abs")
CASE_LIMIT = 256
ZERO = exact(0)


def faces(obligation: Obligation) -> list[Obligation]:
    """One obligation for each choice of zero or positive, for the variables whose powers change their nature at zero."""
    cases = [obligation]
    for symbol in sorted(_delicate(obligation), key=lambda s: s.name):
        cases = [face for case in cases for face in (_positive_face(case, symbol), _zero_face(case, symbol))]
    _refuse_too_many(cases)
    return cases


def _delicate(obligation: Obligation) -> frozenset[Symbol]:
    claims = (*obligation.assumptions, obligation.claim)
    every = [part for claim in claims for side in (claim.left, claim.right) for part in subterms(side)]
    inside = frozenset[Symbol]().union(*(free_symbols(base) for part in every for base in _bases(part)))
    return frozenset(symbol for symbol in inside & frozenset(obligation.variables) if symbol.domain.closed_at_zero)


def _bases(term: Term) -> tuple[Term, ...]:
    match term:
        case Power(base, Number(value)) if value.denominator == 1:
            return ()
        case Power(base, _):
            return (base,)
        case Elementary("log" | "sqrt", arguments):
            return arguments
        case _:
            return ()


def _positive_face(obligation: Obligation, symbol: Symbol) -> Obligation:
    return Obligation((Claim(symbol, ">", 0), *obligation.assumptions), obligation.goal)


def _zero_face(obligation: Obligation, symbol: Symbol) -> Obligation:
    return _substituted(obligation, symbol, ZERO)


def _substituted(obligation: Obligation, symbol: Symbol, value: Term) -> Obligation:
    given = tuple(substituted_in(claim, {symbol: value}) for claim in obligation.assumptions)
    return Obligation(given, substituted_in(obligation.claim, {symbol: value}))


def first_branch(obligation: Obligation) -> Elementary | None:
    """An innermost minimum, maximum or absolute value, if there is one.

    Raises:
        OutOfClass: where it depends on a bound variable.
    """
    for side in _sides(obligation):
        if (found := _innermost(side, frozenset())) is not None:
            return found
    return None


def is_moved(obligation: Obligation, term: Term) -> bool:
    """Whether the term is differentiated in a variable on which it depends.

    Where its arguments meet it may have no derivative, so that only a strict comparison tells the cases apart.
    """
    symbols = free_symbols(term)
    return any(term in subterms(part) for side in _sides(obligation) for part in subterms(side) if symbols & _moving(part))


def _sides(obligation: Obligation) -> Iterable[Term]:
    return (side for claim in (*obligation.assumptions, obligation.claim) for side in (claim.left, claim.right))


def _moving(term: Term) -> frozenset[Symbol]:
    match term:
        case Derivative(_, symbol, _):
            return frozenset({symbol})
        case Differential(_, Curve(_, independent, dependent)):
            return frozenset({independent, dependent})
        case Differential(_, tuple(along)):
            return frozenset(along)
        case _:
            return frozenset()


def _innermost(term: Term, bound: frozenset[Symbol]) -> Elementary | None:
    if isinstance(term, Integral | Limit | At):
        bound = bound | {term.symbol}
    for part in parts(term):
        if (found := _innermost(part, bound)) is not None:
            return found
    if isinstance(term, Elementary) and term.name in BRANCHING:
        if bound & free_symbols(term):
            raise OutOfClass(f"{term} depends on a bound variable")
        return term
    return None


def branches(term: Elementary) -> Iterator[tuple[Claim, Term]]:
    """The conditions under which the term has a simpler form, and which; of many arguments, the first two are compared.

    Raises:
        OutOfClass: where the term has too few arguments or too many.
    """
    match term:
        case Elementary("abs", (inner,)):
            yield Claim(inner, ">=", 0), inner
            yield Claim(inner, "<=", 0), Negative(inner)
        case Elementary("min" | "max", (only,)):
            yield Claim(only, "=", only), only
        case Elementary("min" | "max" as name, (left, right, *others)):
            relation, mirrored = ("<=", ">=") if name == "min" else (">=", "<=")
            for condition, value in ((Claim(left, relation, right), left), (Claim(left, mirrored, right), right)):
                yield condition, Elementary(name, (value, *others)) if others else value
        case _:
            raise OutOfClass(f"{term.name} does not take {len(term.arguments)} arguments")


def take_branch(obligation: Obligation, term: Term, value: Term) -> Obligation:
    """The obligation with a subterm replaced throughout, but not where its variables are bound to mean others."""
    symbols = free_symbols(term)

    def replace(part: Term) -> Term:
        if part == term:
            return value
        if isinstance(part, Power) and part.exponent == term:
            return Power(replace(part.base), real(value))
        captures = isinstance(part, Integral | Limit | At) and part.symbol in symbols
        return part if captures else rebuild(part, replace)

    def in_claim(claim: Claim) -> Claim:
        return Claim(replace(claim.left), claim.relation, replace(claim.right))

    return Obligation(tuple(map(in_claim, obligation.assumptions)), in_claim(obligation.claim))


def with_assumption(obligation: Obligation, claim: Claim) -> Obligation:
    """The obligation under one more assumption."""
    return Obligation((*obligation.assumptions, claim), obligation.claim)


def _refuse_too_many(cases: list[Obligation]) -> None:
    if len(cases) > CASE_LIMIT:
        raise OutOfClass(f"the claim splits into {len(cases)} cases, over {CASE_LIMIT}")
