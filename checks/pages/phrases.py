"""Phrases: propositions as a reader says them, words and formulas in turn, for every page to set in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from checks.language.claims import Claim, domain_claims
from checks.language.notation import ascii_text, unicode_text
from checks.language.orders import Goal, Order
from checks.language.propositions import Choice, EveryMaximum, Exists, Iff, Implies, Maximum, Proposition, RoundsTo
from checks.language.terms import Symbol, Term

Phrase = tuple[str | Term | Goal, ...]


def phrases(proposition: Proposition) -> tuple[Phrase, ...]:
    """The lines of a proposition; the strings among its parts are words."""
    match proposition:
        case Claim() | Order():
            return ((proposition,),)
        case Implies(hypotheses, conclusion):
            first, *rest = phrases(conclusion)
            return (("if ", *_listed(hypotheses), ", then"), first, *rest)
        case Iff(left, right):
            return ((*_listed(left), " if and only if"), _listed(right))
        case Maximum(term, over, at):
            return ((term,), ("is greatest over ", *_domains((over,)), " at ", Claim(over, "=", at)))
        case Exists(symbols, such_that, choices):
            return (("there are ", *_domains(symbols), " with ", *_listed(such_that)), *map(_chosen, choices))
        case EveryMaximum(term, over, claim):
            return (("wherever",), (term,), ("is greatest over ", *_domains(over), ", we have ", claim))
        case RoundsTo(term, printed):
            return ((term, " rounds to ", printed),)
        case _:
            assert_never(proposition)


def ascii_line(proposition: Proposition) -> str:
    """The proposition on one line, in ASCII."""
    return _line(proposition, ascii_text)


def unicode_line(proposition: Proposition) -> str:
    """The proposition on one line, in Unicode."""
    return _line(proposition, unicode_text)


def unicode_lines(proposition: Proposition) -> tuple[str, ...]:
    """The proposition's lines, in Unicode."""
    return tuple(_written(phrase, unicode_text) for phrase in phrases(proposition))


def _line(proposition: Proposition, write: Callable[[Term | Goal], str]) -> str:
    return " ".join(_written(phrase, write) for phrase in phrases(proposition))


def _written(phrase: Phrase, write: Callable[[Term | Goal], str]) -> str:
    return "".join(part if isinstance(part, str) else write(part) for part in phrase)


def _listed(claims: Iterable[Claim]) -> Phrase:
    first, *rest = claims
    return (first, *(part for claim in rest for part in (" and ", claim)))


def _domains(symbols: tuple[Symbol, ...]) -> Phrase:
    """Where the symbols range: `t >= 0`, or `x real`."""
    ranges = [_listed(bounds) if (bounds := domain_claims(symbol)) else (symbol, " real") for symbol in symbols]
    first, *rest = ranges
    return (*first, *(part for each in rest for part in (", ", *each)))


def _chosen(choice: Choice) -> Phrase:
    values = [Claim(symbol, "=", value) for symbol, value in choice.values]
    when: Phrase = () if choice.when is None else (", if ", choice.when)
    return ("namely ", *_listed(values), *when)
