"""Branching: absolute values, minima and maxima replaced case by case, each with the claim that makes the case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checks.engines.balls.knowledge import Unsettled
from checks.language.claims import Claim
from checks.language.terms import Elementary, Negative, Power, Term, exact
from checks.language.walking import parts, real, rebuild

CASES = 64


def cases(given: tuple[Claim, ...], goal: Claim) -> tuple[tuple[tuple[Claim, ...], Claim], ...]:
    """Assumptions and goal without absolute values, minima and maxima; all cases together cover the claim.

    That their arguments are defined is lost where a case drops one, and must be shown before.

    Raises:
        Unsettled: where there are too many cases.
    """
    done: list[tuple[tuple[Claim, ...], Claim]] = []
    waiting = [(given, goal)]
    while waiting:
        given, goal = waiting.pop()
        sides = (side for claim in (goal, *given) for side in (claim.left, claim.right))
        branch = next((found for side in sides if (found := innermost(side)) is not None), None)
        if branch is None:
            done.append((given, goal))
        else:
            for condition, value in branches(branch):
                change = _replacing(branch, value)
                waiting.append(((condition, *(_in(claim, change) for claim in given)), _in(goal, change)))
        if len(waiting) + len(done) > CASES:
            raise Unsettled(f"the claim splits into over {CASES} cases")
    return tuple(done)


def innermost(term: Term) -> Elementary | None:
    """An innermost absolute value, minimum or maximum."""
    for part in parts(term):
        if (found := innermost(part)) is not None:
            return found
    return term if isinstance(term, Elementary) and term.name in ("abs", "min", "max") else None


def branches(term: Elementary) -> Iterator[tuple[Claim, Term]]:
    """The conditions under which the term has a simpler form, and which."""
    match term:
        case Elementary("abs", (inner,)):
            yield Claim(inner, ">=", exact(0)), inner
            yield Claim(inner, "<", exact(0)), Negative(inner)
        case Elementary("min" | "max", (only,)):
            yield Claim(only, "=", only), only
        case Elementary(name, (left, right, *others)):
            relation = "<=" if name == "min" else ">="
            for condition, value in ((Claim(left, relation, right), left), (Claim(right, relation, left), right)):
                yield condition, Elementary(name, (value, *others)) if others else value
        case _:
            raise Unsettled(f"{term} has too few arguments")


def _replacing(branch: Term, value: Term) -> Callable[[Term], Term]:
    def replace(part: Term) -> Term:
        if part == branch:
            return value
        if isinstance(part, Power) and part.exponent == branch:
            return Power(replace(part.base), real(value))
        return rebuild(part, replace)

    return replace


def _in(claim: Claim, change: Callable[[Term], Term]) -> Claim:
    return Claim(change(claim.left), claim.relation, change(claim.right))
