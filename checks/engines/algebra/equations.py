"""Assumed equations solved for a symbol in which they are linear, and substituted throughout."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checks.language.claims import Claim, domain_claims
from checks.language.differentiation import NotDifferentiable, total, without_derivatives
from checks.language.terms import At, Derivative, Negative, Product, Quotient, Sum, Symbol, Term, exact
from checks.language.walking import free_symbols, subterms
from checks.normal_forms.binding import substituted_in
from checks.normal_forms.ring import OutOfClass
from checks.obligations import Obligation

ZERO, ONE = exact(0), exact(1)


Nonzero = Callable[[Obligation, Term], bool]


def solved(obligation: Obligation, nonzero: Nonzero) -> Obligation:
    """The obligation with one assumed equation after another solved and substituted, dividing only by what is `nonzero`.

    What the domain of a solved symbol said is kept as an assumption about its value.
    """
    for _ in range(len(obligation.assumptions)):
        simpler = next(_simpler(obligation, nonzero), None)
        if simpler is None:
            return obligation
        obligation = simpler
    return obligation


def _simpler(obligation: Obligation, nonzero: Nonzero) -> Iterator[Obligation]:
    """The obligation with an equation solved and substituted, where nothing bound captures the value."""
    for equation, symbol, value in _solutions(obligation, nonzero):
        kept = (*(claim for claim in obligation.assumptions if claim is not equation), *domain_claims(symbol))
        replacement = {symbol: value}
        try:
            simpler = Obligation(tuple(substituted_in(claim, replacement) for claim in kept), substituted_in(obligation.claim, replacement))
        except OutOfClass:
            continue
        yield simpler


def _solutions(obligation: Obligation, nonzero: Nonzero) -> Iterator[tuple[Claim, Symbol, Term]]:
    for equation in _equations(obligation):
        others = Obligation(tuple(claim for claim in obligation.assumptions if claim is not equation), obligation.goal)
        for symbol in _candidates(equation):
            solution = _solve(_without_derivatives(equation), symbol)
            if solution is not None and (solution[1] == ONE or nonzero(others, solution[1])):
                intercept, slope = solution
                yield equation, symbol, intercept if slope == ONE else Quotient(intercept, slope)


def _equations(obligation: Obligation) -> list[Claim]:
    """The assumed equations, those with derivatives last, and only for an equation: a sign is seldom seen after what they bring."""
    assumed = [each for each in obligation.assumptions if each.relation == "="]
    plain = [each for each in assumed if not _is_differential(each)]
    return plain if obligation.claim.relation != "=" else [*plain, *(each for each in assumed if each not in plain)]


def _is_differential(equation: Claim) -> bool:
    return any(isinstance(part, At | Derivative) for side in (equation.left, equation.right) for part in subterms(side))


def _without_derivatives(equation: Claim) -> Claim:
    """The equation with derivatives worked out where rules do; where it holds they exist, and are what the rules say."""
    if not _is_differential(equation):
        return equation
    try:
        return Claim(without_derivatives(equation.left), equation.relation, without_derivatives(equation.right))
    except NotDifferentiable:
        return equation


def _candidates(equation: Claim) -> list[Symbol]:
    """Symbols that stand alone on a side come first, then the others by name."""
    alone = [side for side in (equation.left, equation.right) if isinstance(side, Symbol)]
    others = sorted(equation.symbols - set(alone), key=lambda symbol: symbol.name)
    return [*alone, *others]


def _solve(equation: Claim, symbol: Symbol) -> tuple[Term, Term] | None:
    """Numerator and denominator of the symbol's value."""
    for here, there in ((equation.left, equation.right), (equation.right, equation.left)):
        if here == symbol and symbol not in free_symbols(there):
            return there, ONE
    left, right = _linear(equation.left, symbol), _linear(equation.right, symbol)
    if left is None or right is None:
        return None
    slope, intercept = _difference(left[0], right[0]), _difference(right[1], left[1])
    return None if slope == ZERO else (intercept, slope)


def _difference(left: Term, right: Term) -> Term:
    if right == ZERO:
        return left
    return Negative(right) if left == ZERO else Sum((left, Negative(right)))


def _linear(term: Term, symbol: Symbol) -> tuple[Term, Term] | None:
    """Slope and intercept of a term in a symbol, where it is visibly linear in it."""
    if symbol not in free_symbols(term):
        return ZERO, term
    match term:
        case Symbol():
            return ONE, ZERO
        case Negative(inner):
            return _scaled(_linear(inner, symbol), Negative)
        case Quotient(numerator, denominator) if symbol not in free_symbols(denominator):
            return _scaled(_linear(numerator, symbol), lambda part: Quotient(part, denominator))
        case Product(factors):
            moving = [index for index, factor in enumerate(factors) if symbol in free_symbols(factor)]
            if len(moving) != 1:
                return None
            before, after = factors[: moving[0]], factors[moving[0] + 1 :]
            return _scaled(_linear(factors[moving[0]], symbol), lambda part: Product((*before, part, *after)))
        case Sum(terms):
            return _linear_sum([_linear(part, symbol) for part in terms])
        case _:
            return None


def _scaled(line: tuple[Term, Term] | None, scale: Callable[[Term], Term]) -> tuple[Term, Term] | None:
    if line is None:
        return None
    slope, intercept = line
    return scale(slope), ZERO if intercept == ZERO else scale(intercept)


def _linear_sum(lines: list[tuple[Term, Term] | None]) -> tuple[Term, Term] | None:
    slopes, intercepts = [], []
    for line in lines:
        if line is None:
            return None
        slopes.append(line[0])
        intercepts.append(line[1])
    return total(tuple(slopes)), total(tuple(intercepts))
