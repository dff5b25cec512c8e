"""Coincidences: a symbol equal to a subterm that does not contain it, as where a strict inequality becomes an equality."""

from __future__ import annotations

from collections import Counter

from checks.language.claims import Claim
from checks.language.terms import Number, Symbol
from checks.language.walking import free_symbols, subterms

MOST = 40


def coincidences(goal: Claim) -> tuple[Claim, ...]:
    """The equations between a symbol of the goal and a compound subterm, those first that occur most often."""
    count = Counter(part for side in (goal.left, goal.right) for part in subterms(side) if not isinstance(part, Symbol | Number))
    symbols = sorted(goal.symbols, key=lambda symbol: symbol.name)
    often = [part for part, _ in count.most_common() if free_symbols(part) <= goal.symbols]
    return tuple(Claim(symbol, "=", part) for part in often for symbol in symbols if symbol not in free_symbols(part))[:MOST]
