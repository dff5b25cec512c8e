"""Proving: a goal's negation put to Z3, with those facts on logarithms that its proposals violate."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from checks.engines.smt.formulas import Clause
from checks.engines.smt.logarithms import (
    Pair,
    against_one,
    all_pairs,
    between,
    chords,
    expansions,
    tangents,
    times,
)
from checks.engines.smt.powers import against_base, bernoulli, powers_in_sight
from checks.engines.smt.refining import points_to_refine, violated
from checks.engines.smt.solver import Satisfiability
from checks.engines.smt.theory import Model, Theory

ROUNDS = 40
AT_ONCE = 4  # lemmas that are added to exclude one proposal
FIRST_SHARE, SHARE, WHOLE_SHARE = 0.25, 0.3, 0.8  # of the time left, for one question
AT_MOST = 0.6  # seconds for one question among many


@dataclass(slots=True)
class Search:
    """What came of putting clauses to Z3.

    Attributes:
        is_refuted: whether nothing meets the clauses, for certain.
        lemmas: those that were needed to see that.
        is_known: whether Z3 knew in the end.
        content: whether a proposal is all that is wanted.
        certify: whether it can be seen without Z3's search, from lemmas.
        is_certified: whether it was.
        stopped: whether somebody was content with a proposal.
    """

    theory: Theory
    clauses: tuple[Clause, ...]
    content: Callable[[Model], bool]
    certify: Callable[[Sequence[Clause]], bool]
    lemmas: tuple[Clause, ...] = ()
    is_refuted: bool = False
    is_known: bool = True
    is_certified: bool = False
    stopped: bool = False
    model: Model | None = None

    def ask(self, share: float, most: float = math.inf) -> None:
        """Puts the clauses with the lemmas to Z3."""
        response, model = self.theory.response(self.clauses, min(self.theory.solver.clock.left * share, most), self.lemmas)
        self.is_known = response.word is not Satisfiability.UNKNOWN
        self.is_refuted = response.is_unsatisfiable
        self.model = model if response.word is Satisfiability.SATISFIABLE else None
        self.stopped = self.model is not None and self.content(self.model)


def search(
    theory: Theory,
    clauses: tuple[Clause, ...],
    content: Callable[[Model], bool],
    certify: Callable[[Sequence[Clause]], bool] = lambda _: False,
) -> Search:
    """Looks for values that meet the clauses and the facts, until there are none or one contents the asker."""
    found = Search(theory, clauses, content, certify)
    pairs = all_pairs(theory, clauses)
    theory.watch(element for pair in pairs for element in (pair.positive, pair.logarithm))
    pools = tuple(tuple(dict.fromkeys(pool)) for pool in _pools(theory, pairs))
    found.ask(FIRST_SHARE, AT_MOST)
    if found.is_refuted or found.stopped:
        return found
    if not any(pools):
        if not found.is_known:
            _without_lemmas(found)
        return found
    if not found.is_known:
        found.lemmas = pools[0] or pools[1]
        found.ask(FIRST_SHARE, AT_MOST)
    for _ in range(ROUNDS):
        if found.is_refuted or found.stopped or found.model is None:
            break
        new = _excluding(pools, pairs, found)
        if not new:
            break
        found.lemmas = (*found.lemmas, *new)
        found.ask(SHARE, AT_MOST)
    if not found.is_refuted and not found.stopped:
        found.is_certified = certify((*pools[0], *pools[1]))
    if not found.is_known and not found.is_certified:
        _with_whole_pools(found, pools)
    return found


def _without_lemmas(found: Search) -> None:
    """A certificate may be there where Z3's search takes long."""
    found.is_certified = found.certify(())
    if not found.is_certified:
        found.ask(WHOLE_SHARE)


def _with_whole_pools(found: Search, pools: Sequence[tuple[Clause, ...]]) -> None:
    """Where Z3 does not know, more lemmas may be what it needs."""
    chosen = found.lemmas
    for end, share in ((1, 0.3), (2, 0.5), (3, 0.9)):
        found.lemmas = tuple(dict.fromkeys((*(clause for pool in pools[:end] for clause in pool), *(chosen if end > 1 else ()))))
        found.ask(share)
        if found.is_refuted or found.stopped:
            return


def _excluding(pools: Sequence[tuple[Clause, ...]], pairs: tuple[Pair, ...], found: Search) -> tuple[Clause, ...]:
    """Lemmas that the proposal violates, the simplest kind first; else bounds on logarithms near it."""
    model = found.model or {}
    for pool in pools:
        wrong = violated(pool, model, found.lemmas)
        if wrong:
            return tuple(wrong[:AT_ONCE])
    near = [clause for pair, point in points_to_refine(pairs, model) for clause in tangents(pair, point)]
    return tuple(violated(near, model, found.lemmas)[: 2 * AT_ONCE])


def _pools(theory: Theory, pairs: tuple[Pair, ...]) -> Iterator[Iterator[Clause]]:
    """Kinds of lemmas, the simplest first."""
    two = tuple(itertools.combinations(pairs, 2))
    powers = powers_in_sight(theory)
    yield _flat(against_one(pair) for pair in pairs)
    yield itertools.chain(_flat(bernoulli(power) + against_base(power) for power in powers), _flat(between(one, other) for one, other in two))
    yield itertools.chain(chords(theory, pairs), _flat(expansions(pair) for pair in pairs), _flat(against_one(times(*each)) for each in two))


def _flat(groups: Iterator[tuple[Clause, ...]]) -> Iterator[Clause]:
    return (clause for group in groups for clause in group)
