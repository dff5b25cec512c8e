"""Proving: how one claim, both sides of which are defined, is shown under assumptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from checks.enclosures.points import ALLOWED
from checks.engines.balls.boxes import MOST_BOXES, Covering, Sides, outward
from checks.engines.balls.descending import interval_of, least_values
from checks.engines.balls.factoring import Factored, factorization
from checks.engines.balls.knowledge import Contradicted, Knowledge, Unsettled
from checks.engines.balls.lines import Line, is_true, line_of
from checks.engines.balls.pieces import Piece
from checks.engines.balls.points import Point, legible
from checks.engines.balls.reducing import by_substitution, one_exponent, substitutions
from checks.engines.balls.trying import seen_signs
from checks.language.claims import Claim
from checks.language.terms import Negative, Sum, Symbol, Term, exact
from checks.language.walking import free_symbols

ZERO = exact(0)
DEPTH = 2
FEW = 1500  # boxes, tried before anything else


@dataclass(slots=True)
class Proving:
    """Shows claims under assumptions; all of `facts` hold, and are defined, wherever the assumptions are met.

    Attributes:
        failing: a place at which a claim in one symbol fails.
        grounds: how it was shown.
        depth: of descents.
        is_empty: whether nothing meets the assumptions.
    """

    given: tuple[Claim, ...]
    facts: tuple[Claim, ...]
    failing: dict[Symbol, Fraction] | None = None
    grounds: list[str] = field(default_factory=list)
    is_empty: bool = False
    depth: int = 0
    _lines: dict[Symbol, Line] = field(default_factory=dict)

    def show(self, claim: Claim) -> None:
        """Shows a claim.

        Raises:
            Unsettled: where it cannot.
        """
        symbols = tuple(sorted(claim.symbols, key=lambda symbol: symbol.name))
        try:
            visible = self._is_visible(claim)
        except Contradicted:
            self.is_empty = True
            return
        if not symbols:
            if not is_true(claim):
                raise Unsettled(f"{claim} is not shown by enclosures")
            self.grounds.append("enclosed")
        elif visible:
            self.grounds.append("the sign is visible")
        elif len(symbols) == 1:
            self._on_line(claim, symbols[0])
        else:
            self._in_space(claim, symbols)

    def _is_visible(self, claim: Claim) -> bool:
        """Whether the sign rules of normal forms settle the claim."""
        try:
            found = self._factored(Sum((claim.left, Negative(claim.right))))
        except Contradicted:
            raise
        except Unsettled:
            return False
        return not found.factors and found.sign in ALLOWED[claim.relation]

    def line(self, symbol: Symbol) -> Line:
        """Where a symbol may lie by the assumptions about it alone."""
        if symbol not in self._lines:
            about = [fact for fact in (*self.given, *self.facts) if fact.symbols <= {symbol}]
            self._lines[symbol] = line_of(symbol).assuming(about)
        return self._lines[symbol]

    def _on_line(self, claim: Claim, symbol: Symbol) -> None:
        if not self.line(symbol).cells:
            self.is_empty = True
            return
        try:
            failing = [cell for cell, holds in self.line(symbol).divided(claim) if not holds]
            for cell in failing:
                self._fail(symbol, cell)
            if failing:
                near = failing[0] if isinstance(failing[0], Point) else legible(failing[0].sample())
                raise Unsettled(f"{claim} fails near {symbol.name} = {near}")
            self.grounds.append("by the signs of derivatives")
        except Unsettled as fault:
            if self.failing is not None:
                raise
            self._on_boxes(claim, (symbol,), fault)

    def _fail(self, symbol: Symbol, cell: Piece | Point) -> None:
        value = cell.value if isinstance(cell, Point) else cell.sample()
        if value is not None and self.failing is None:
            self.failing = {symbol: value}

    def _in_space(self, claim: Claim, symbols: tuple[Symbol, ...]) -> None:
        difference = Sum((claim.left, Negative(claim.right)))
        try:
            self._on_boxes(claim, symbols, Unsettled("there are no boxes"), FEW)
        except Unsettled:
            if self.failing is not None:
                raise
        else:
            return
        try:
            found = self._factored(difference)
        except Unsettled as fault:
            self._on_boxes(claim, symbols, fault)
            return
        try:
            self._by_factors(found, claim.relation)
        except Unsettled as fault:
            self._on_boxes(claim, symbols, fault)

    @property
    def _knowledge(self) -> Knowledge:
        return Knowledge((), (*self.given, *self.facts))

    def _factored(self, difference: Term) -> Factored:
        return factorization(difference, self._knowledge)

    def _by_factors(self, found: Factored, relation: str) -> None:
        """Shows the sign of a product from those of its factors, all but one of which have to be definite."""
        allowed = ALLOWED[relation]
        if found.sign == 0:
            if 0 not in allowed:
                raise Unsettled("both sides are equal, which the relation excludes")
            return
        if relation == "=":
            raise Unsettled("equations are not shown by enclosures")
        wanted = found.sign
        for factor, multiplicity in found.factors:
            wanted *= self._sign(factor, multiplicity, strictly=0 not in allowed)
        if wanted not in allowed:
            raise Unsettled("the sign is the other one")

    def _sign(self, factor: Term, multiplicity: int, *, strictly: bool) -> int:
        """The sign of a power of a factor, zero apart where that is allowed."""
        if multiplicity % 2 == 0:
            if strictly:
                if len(seen_signs(factor, self.given)) == 2:
                    raise Unsettled(f"{factor} is positive at some points and negative at others")
                self._show_factor(Claim(factor, "!=", ZERO))
            return 1
        fault: Unsettled | None = None
        seen = seen_signs(factor, self.given)
        if len(seen) == 2:
            raise Unsettled(f"{factor} is positive at some points and negative at others")
        for sign in seen or (1, -1):
            relation = (">" if strictly else ">=") if sign > 0 else ("<" if strictly else "<=")
            try:
                self._show_factor(Claim(factor, relation, ZERO))
            except Unsettled as found:
                fault = fault or found
            else:
                return sign
        raise fault or Unsettled("")

    def _show_factor(self, claim: Claim) -> None:
        symbols = tuple(sorted(free_symbols(claim.left), key=lambda symbol: symbol.name))
        if len(symbols) < 2:
            inner = Proving(self.given, self.facts, grounds=self.grounds, depth=self.depth)
            inner.show(claim)
            return
        for attempt in self._reductions(claim, symbols):
            try:
                attempt.show_all()
            except Unsettled:
                continue
            self.grounds.append("for all values of one combination of the variables")
            return
        if self._by_descent(claim, symbols):
            self.grounds.append("at its least value in one variable after another")
            return
        self._on_boxes(claim, symbols, Unsettled(f"the sign of {claim.left} is not settled"))

    def _by_descent(self, claim: Claim, symbols: tuple[Symbol, ...]) -> bool:
        """Whether the claim follows from one about the least value in some symbol."""
        if self.depth >= DEPTH or claim.relation == "!=":
            return False
        term = claim.left if claim.relation in (">", ">=") else Negative(claim.left)
        for symbol in symbols:
            interval = interval_of(symbol, self.given, self.facts)
            if interval is None:
                continue
            inner = Proving(interval.others.facts, (), depth=self.depth + 1)
            try:
                for least in least_values(term, interval, self._knowledge, self._slope_sign):
                    try:
                        inner.show(Claim(least, claim.relation if claim.relation in (">", ">=") else claim.mirrored.relation, ZERO))
                    except Unsettled:
                        continue
                    return True
            except Unsettled:
                continue
        return False

    def _slope_sign(self, factor: Term, multiplicity: int) -> int:
        inner = Proving(self.given, self.facts, depth=self.depth + 1)
        return inner._sign(factor, multiplicity, strictly=False)

    def _reductions(self, claim: Claim, symbols: tuple[Symbol, ...]) -> Iterator[Reduced]:
        knowledge = self._knowledge
        whole = one_exponent(claim.left, knowledge)
        if whole is not None:
            yield Reduced(Factored(1, ((whole, 1),), 0), claim.relation, ())
        for x, value, _ in substitutions(symbols, knowledge):
            reduced = by_substitution(claim.left, (*self.given, *self.facts), knowledge, x, value)
            if reduced is not None:
                yield Reduced(reduced[0], claim.relation, reduced[1])

    def _on_boxes(self, claim: Claim, symbols: tuple[Symbol, ...], fault: Unsettled, most: int = MOST_BOXES) -> None:
        sides = tuple(self._side(symbol, fault) for symbol in symbols)
        tests = tuple(fact for fact in (*self.given, *self.facts) if fact.symbols <= set(symbols) and len(fact.symbols) > 1)
        covering = Covering(symbols, claim, tests, most=most)
        if not covering.covers(sides):
            if covering.suspect is not None:
                self.failing = covering.suspect
            raise Unsettled(f"{claim} is not shown: it {_stuck(covering)}")
        self.grounds.append(f"on {covering.boxes} boxes that cover the domain")

    def _side(self, symbol: Symbol, fault: Unsettled) -> tuple[float, float]:
        cells = self.line(symbol).cells
        if not cells:
            raise fault
        ends = [cell if isinstance(cell, Piece) else Piece(cell, cell) for cell in (cells[0], cells[-1])]
        low, high = ends[0].bounds()[0], ends[1].bounds()[1]
        if low is None or high is None:
            raise Unsettled(f"{fault}, and {symbol.name} is not bounded")
        return outward(low, high)


@dataclass(frozen=True, slots=True)
class Reduced:
    """A product of factors in one symbol each, to be shown to have a sign."""

    product: Factored
    relation: str
    given: tuple[Claim, ...]

    def show_all(self) -> None:
        """Shows it.

        Raises:
            Unsettled: where it cannot.
        """
        Proving(self.given, ())._by_factors(self.product, self.relation)


def _stuck(covering: Covering) -> str:
    if covering.suspect is not None:
        return "seems to fail at " + _place(covering.symbols, tuple((float(v), float(v)) for v in covering.suspect.values()))
    return f"straddles zero near {_place(covering.symbols, covering.stuck)} after {covering.boxes} boxes"


def _place(symbols: tuple[Symbol, ...], sides: Sides) -> str:
    return ", ".join(f"{symbol.name} = {(low + high) / 2:.6g}" for symbol, (low, high) in zip(symbols, sides, strict=True))
