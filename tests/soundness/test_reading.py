"""The project's parser against the corpus's own reader: the same obligations, made by code that shares nothing but the terms."""

from __future__ import annotations

import re

from checks.language.claims import Claim
from checks.language.orders import Goal, Order
from checks.language.terms import Negative, Number, Term
from checks.language.walking import rebuild
from checks.obligations import Obligation
from checks.reading import question
from tests.soundness.corpus import Entry, corpus
from tests.soundness.reading import obligations

JOINED = re.compile(r"\b(or|and|exists|for all|not)\b|=>")  # what the parser splits with more care, asking for definedness as well

MIXED = re.compile(r"^\d+ [<>]=? \w+ [<>]=? [a-z]")  # a chain of a bound and another claim, which the parser takes apart


def test_every_claim_is_read_and_makes_obligations() -> None:
    assert all(question(entry.claim, entry.given).parts for entry in corpus())


def test_plain_claims_are_read_as_the_other_reader_reads_them() -> None:
    plain = [entry for entry in corpus() if not any(map(JOINED.search, (entry.claim, *entry.given))) and not any(map(MIXED.search, entry.given))]
    assert len(plain) > 1500
    assert [str(entry) for entry in plain if _ours(entry) - _told_away(entry) != _theirs(entry)] == []


def _ours(entry: Entry) -> set[str]:
    return {_folded(part.obligation) for part in question(entry.claim, entry.given).parts}


def _theirs(entry: Entry) -> set[str]:
    return set(map(_folded, obligations(entry)))


def _told_away(entry: Entry) -> set[str]:
    """That what is given can be met, which the parser asks beside the claim."""
    return {text for text in _ours(entry) if text.endswith("show 0 = 0")} - _theirs(entry)


def _folded(obligation: Obligation) -> str:
    """The obligation's content with the sign of a negative number drawn into it."""
    return Obligation(tuple(map(_claim, obligation.assumptions)), _goal(obligation.goal)).content


def _goal(goal: Goal) -> Goal:
    if isinstance(goal, Order):
        return Order(_term(goal.left), goal.relation, _term(goal.right), goal.growing, goal.ranging)
    return _claim(goal)


def _claim(claim: Claim) -> Claim:
    return Claim(_term(claim.left), claim.relation, _term(claim.right))


def _term(term: Term) -> Term:
    if isinstance(term, Negative) and isinstance(term.term, Number):
        return Number(-term.term.value)
    return rebuild(term, _term)
