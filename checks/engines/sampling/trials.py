"""Trials: the goal judged at one point after the other, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from checks.engines.sampling.coincidences import coincidences
from checks.engines.sampling.drawing import CORNERED, MANNERS
from checks.engines.sampling.hunting import Hunt, hunt
from checks.engines.sampling.judging import Answer, Judgement, Sides, sides
from checks.engines.sampling.plans import Plan
from checks.engines.sampling.points import Point
from checks.engines.sampling.problems import Problem
from checks.engines.sampling.shrinking import shrunk
from checks.language.claims import Claim

THOROUGH = 2  # points at which the goal is evaluated as written, and sides that agree are compared to the most digits
MOST_HAZARDS = 24
TRIES_FOR_A_HAZARD = 40
TRIES_AGAINST = 400
TRIES_FOR_A_COINCIDENCE = 4
TRIES_WITH_QUADRATURE = 200
TRIES_WHERE_IT_HOLDS = 40


@dataclass(slots=True)
class Trials:
    """A run over an obligation; the attributes after `random` are its outcome."""

    problem: Problem
    digits: int
    most_digits: int
    random: Random
    tried: int = 0
    held: int = 0
    example: Point | None = None
    refuted: Point | None = None
    held_at: Point | None = None
    undefined: Point | None = None
    doubt: str = ""
    least_digits: int = field(init=False)
    _agreed: int = 0
    _constructed: set[Claim] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.least_digits = self.digits

    def hunt(self, points: int, tries: int) -> None:
        """Seeks a counterexample, then a point at which the goal is not defined."""
        claim = self.problem.goal.claim
        if claim.relation != "=":
            self._seek(claim.negation, points, min(tries, TRIES_AGAINST))
        if claim.relation in ("<", ">", "!="):
            for coincidence in coincidences(claim):
                self._seek(coincidence, points, TRIES_FOR_A_COINCIDENCE)
        if self.undefined is None:
            for hazard in self.problem.hazards()[:MOST_HAZARDS]:
                self._seek(hazard.claim, 8, min(tries, TRIES_FOR_A_HAZARD))

    def _seek(self, claim: Claim, points: int, tries: int) -> None:
        """Judges the goal at points that meet the assumptions and one more claim, corners first of all."""
        if self.refuted is None:
            self._sample(self._hunt((sides(claim),), CORNERED), points, tries)

    def sample(self, points: int, tries: int) -> int:
        """Judges the goal at points that meet the assumptions; returns how many tries are reasonable."""
        if not self.problem.drawing.domains:
            points = tries = 1
        if self.problem.is_slow:
            tries = min(tries, TRIES_WITH_QUADRATURE)
        self._sample(self.seeker(), points, tries)
        return tries

    def where_it_holds(self) -> Point | None:
        """After a counterexample: a point at which the goal holds for certain, as simple as can be had."""
        if self.held_at is None:
            claims = (self.problem.goal,) if self.problem.goal.claim.relation != "=" else ()
            points = self._hunt(claims).points(TRIES_WHERE_IT_HOLDS)
            self.held_at = next((point for point in points if self.judged(point).answer is Answer.HOLDS), None)
        return None if self.held_at is None else self.shrunk(self.held_at, Answer.HOLDS)

    def seeker(self) -> Hunt:
        """Finds points that meet the assumptions."""
        return self._hunt(())

    @property
    def met_by_chance(self) -> Claim | None:
        """An assumed equation that held by coincidence only: what it implies is not to be seen at such points."""
        equations = (each.claim for each in self.problem.assumptions if each.claim.relation == "=")
        return next((claim for claim in equations if claim not in self._constructed), None)

    def judged(self, point: Point) -> Judgement:
        """The goal at a point, at as many digits as it takes."""
        return self.problem.goal.judged(point, self._ladder(self.most_digits))

    def _judged_thoroughly(self, point: Point) -> Judgement:
        """The goal as written, the first time to the most digits."""
        return self.problem.goal.judged(point, self._ladder(4 * self.digits if self.held else self.most_digits))

    def _judged_quickly(self, point: Point) -> Judgement:
        """The goal with derivatives and integrals carried out; the goal as written in any doubt."""
        quick = self.problem.carried_out.judged(point, (self.digits,))
        if quick.answer is Answer.AGREES and quick.digits < self.digits:
            quick = self.problem.carried_out.judged(point, (2 * self.digits,))
        if quick.answer is Answer.HOLDS or (quick.answer is Answer.AGREES and quick.digits >= self.digits):
            return quick
        return self.problem.goal.judged(point, self._ladder(2 * self.digits))

    def judged_once(self) -> Judgement:
        """The goal where it has no variables."""
        return self.judged(Point(Plan(()), {}))

    def shrunk(self, point: Point, answer: Answer) -> Point:
        """A simpler point that meets the assumptions and at which the goal gets the same answer."""
        judge = self.seeker()

        def persists(candidate: Point) -> bool:
            return judge.meets(candidate) and self.problem.goal.judged(candidate, self._ladder(2 * self.digits)).answer is answer

        return shrunk(point, persists, self.problem.drawing, self.random)

    def _hunt(self, more: Sequence[Sides], manners: tuple[str, ...] = MANNERS) -> Hunt:
        claims = (*self.problem.assumptions, *more)
        return hunt(claims, replace(self.problem.drawing, manners=manners), self.problem.interpretations, self._ladder(2 * self.digits), self.random)

    def _sample(self, seeker: Hunt, points: int, tries: int) -> None:
        for met, point in enumerate(seeker.points(tries), start=1):
            self._note(point)
            if self.refuted is not None or met >= points:
                break
        self.tried += seeker.tried

    def _note(self, point: Point) -> None:
        self.example = self.example or point
        self._constructed |= point.plan.equations
        judged = self._judged_quickly(point) if self.held >= THOROUGH else self._judged_thoroughly(point)
        match judged.answer:
            case Answer.FAILS:
                self.refuted = point
            case Answer.UNDEFINED:
                self.undefined = self.undefined or point
            case Answer.UNKNOWN:
                self.doubt = self.doubt or judged.reason
            case Answer.AGREES if judged.digits < self.digits:
                self.doubt = self.doubt or f"the sides were seen to agree to {judged.digits} digits only"
            case Answer.HOLDS | Answer.AGREES:
                if judged.answer is Answer.HOLDS:
                    self.held_at = self.held_at or point
                self._count(judged)

    def _count(self, judged: Judgement) -> None:
        self.held += 1
        if judged.answer is Answer.AGREES:
            self._agreed += 1
            self.least_digits = judged.digits if self._agreed == 1 else min(self.least_digits, judged.digits)

    def _ladder(self, most: int) -> tuple[int, ...]:
        """The numbers of digits to try: the first decides nearly always, so that what it leaves is worth the most at once."""
        most = min(most, 2 * self.digits) if self.problem.is_slow else most
        return (self.digits, most) if most > self.digits else (self.digits,)
