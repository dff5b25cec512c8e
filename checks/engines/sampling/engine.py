"""The engine: tries many points, reports what it saw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

import flint

from checks.engines.sampling.judging import Answer
from checks.engines.sampling.points import Point
from checks.engines.sampling.problems import Problem, Unsupported
from checks.engines.sampling.trials import Trials
from checks.engines.sampling.witnesses import value_texts, witness
from checks.obligations import Obligation
from checks.verdicts import IllDefined, Proved, Refuted, Supported, Undecided, Verdict, Witness


@dataclass(frozen=True, slots=True)
class Sampling:
    """Tries an obligation at exact points that meet its assumptions, in ball arithmetic.

    Attributes:
        seed: of the generator; the same seed and obligation give the same answer on every machine.
        digits: of the first evaluation, and the least to which equal sides must agree.
        points: how many points must meet the assumptions.
        confirming: how many of them suffice where the obligation is proved already.
        tries: how many points are drawn at most to find them.
        most_digits: to which the precision is raised where the sides cannot be told apart.
    """

    seed: int = 0
    digits: int = 50
    points: int = 32
    confirming: int = 8
    tries: int = 1000
    most_digits: int = 800

    @property
    def name(self) -> str:
        """The word by which reports call it."""
        return "sampling"

    @property
    def uses_lemmas(self) -> bool:
        """They exclude no point."""
        return False

    @property
    def knows_orders(self) -> bool:
        """What holds from some values on is not to be seen at points."""
        return False

    @property
    def version(self) -> str:
        """The arithmetic's version."""
        return f"python-flint {flint.__version__}"

    def answer(self, obligation: Obligation) -> Verdict:
        """The verdict on the obligation; proved only where there is nothing to sample."""
        return self._answer(obligation, hunting=True)

    def confirm(self, obligation: Obligation) -> Verdict:
        """The same from points alone, corners among them, without hunting for counterexamples and undefined subterms."""
        return self._answer(obligation, hunting=False)

    def _answer(self, obligation: Obligation, *, hunting: bool) -> Verdict:
        try:
            problem = Problem(obligation)
        except Unsupported as fault:
            return Undecided(str(fault))
        most_digits = self.most_digits if hunting else min(4 * self.digits, self.most_digits)
        trials = Trials(problem, self.digits, most_digits, Random(f"{self.seed} {obligation.digest}"))
        if problem.is_closed and (proved := self._closed(trials)) is not None:
            trials.sample(1, self.tries)
            return proved if trials.example is None else replace(proved, example=self._witness(problem, trials.example))
        tries = trials.sample(self.points if hunting else self.confirming, self.tries)
        if hunting:
            trials.hunt(self.points, tries)
        return self._verdict(problem, trials)

    def _closed(self, trials: Trials) -> Proved | None:
        """A goal without variables is proved by one evaluation."""
        judged = trials.judged_once()
        if judged.answer is not Answer.HOLDS:
            return None
        left, right = value_texts(judged.left, judged.right, self.digits)
        return Proved(f"enclosed: {left} against {right} at {judged.digits} digits")

    def _verdict(self, problem: Problem, trials: Trials) -> Verdict:
        if trials.refuted is not None:
            return self._refuted(problem, trials, trials.refuted)
        if trials.undefined is not None:
            return self._undefined(problem, trials, trials.undefined)
        if trials.example is None:
            return Undecided(f"none of {trials.tried} points tried meets the assumptions")
        example = self._witness(problem, trials.example)
        if not trials.held:
            return Undecided(trials.doubt or "the goal could not be evaluated", example)
        if (equation := trials.met_by_chance) is not None:
            met = f"{trials.held} of {trials.tried} points tried"
            return Undecided(f"the assumed equation could not be solved, and was met only by chance, at {met}: {equation}", example)
        return Supported(trials.held, trials.tried, trials.least_digits, self.seed, example)

    def _witness(self, problem: Problem, point: Point) -> Witness:
        return witness(point, problem.interpretations, self.digits)

    def _refuted(self, problem: Problem, trials: Trials, found: Point) -> Verdict:
        point = trials.shrunk(found, Answer.FAILS)
        judged = trials.judged(point)
        left, right = value_texts(judged.left, judged.right, judged.digits)
        elsewhere = None if problem.is_closed else trials.where_it_holds()
        holds = None if elsewhere is None else self._witness(problem, elsewhere)
        return Refuted(self._witness(problem, point), left, right, judged.digits, self.seed, holds)

    def _undefined(self, problem: Problem, trials: Trials, found: Point) -> Verdict:
        point = trials.shrunk(found, Answer.UNDEFINED)
        judged = trials.judged(point)
        subterm = "" if judged.subterm is None else problem.written(judged.subterm)
        return IllDefined(subterm, judged.reason, self._witness(problem, point))
