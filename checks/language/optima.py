"""Optima: when the first-order condition finds the maximum, though the term is neither concave nor single-peaked everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checks.display import Displayed
from checks.language.claims import Claim, domain_claims
from checks.language.extrema import continuous
from checks.language.sequents import Sequent
from checks.language.terms import Derivative, Symbol, Term, exact
from checks.language.walking import free_symbols, substitute


@dataclass(frozen=True, slots=True)
class SolePeak(Displayed):
    """Where `inside` holds and the term is not negative it has at most one stationary point, and no other such point is as good.

    Shown by a `ratio` that rises to a peak and falls, and is at least `level` exactly there. So that set is an interval.
    Each stationary point in it is shown to be a strict local maximum; between two of them there would be a least value,
    at a stationary point that is none. An end of the interval within the domain has ratio = level; there the term is zero.
    """

    term: Term
    over: Symbol
    inside: Claim
    ratio: Term
    level: Term
    peak: Term


def sole_peak(term: Any, *, over: Symbol, inside: Claim, ratio: Any, level: Any, peak: Any) -> SolePeak:
    """Where it is not negative, the term has one peak at most: a stationary point there is the maximum.

    Args:
        inside: where the term is what can be had; elsewhere it counts for nothing.
        ratio, level: inside and term >= 0 mean the same as ratio >= level; where they are equal the term is zero.
        peak: where the ratio is greatest.

    Raises:
        ValueError: where the level or the peak depends on the variable.
        TypeError: where the term or the ratio has limits or integrals in it, and may so jump.
    """
    for fixed in (exact(level), exact(peak)):
        if over in free_symbols(fixed):
            raise ValueError(f"{fixed} depends on {over.name}; the level and the peak may not")
    return SolePeak(continuous(exact(term)), over, inside, continuous(exact(ratio)), exact(level), exact(peak))


def sequents_of(found: SolePeak) -> tuple[Sequent, ...]:
    """What must be shown for the proposition to hold."""
    there = (found.inside, Claim(found.term, ">=", 0))
    high, edge = Claim(found.ratio, ">=", found.level), Claim(found.ratio, "=", found.level)
    slope = Derivative(found.term, found.over)
    stationary = (*there, Claim(slope, "=", 0))
    return (
        Sequent(there, Claim(slope, "=", slope), sharp=False),
        Sequent(stationary, Claim(Derivative(found.term, found.over, 2), "<", 0), sharp=False),
        Sequent(there, high, sharp=False),
        *(Sequent((high,), claim, sharp=False) for claim in there),
        Sequent((edge,), Claim(found.term, "=", 0), sharp=False),
        *_rising_then_falling(found),
    )


def _rising_then_falling(found: SolePeak) -> tuple[Sequent, ...]:
    slope = Derivative(found.ratio, found.over)
    height = substitute(found.ratio, {found.over: found.peak})
    inside = tuple(Sequent((), Claim(found.peak, each.relation, each.right), sharp=False) for each in domain_claims(found.over))
    sides = ((Claim(found.over, "<", found.peak), ">"), (Claim(found.over, ">", found.peak), "<"))
    return (
        *inside,
        Sequent((), Claim(height, "=", height), sharp=False),
        *(Sequent((side,), Claim(slope, relation, 0), sharp=False) for side, relation in sides),
    )
