"""Enclosures: values of terms in balls that certainly contain them; shared by the engines."""

from checks.enclosures.gradients import with_gradients
from checks.enclosures.points import digits_of, holds, sign_at, sign_of
from checks.enclosures.programs import Evaluator, NotEvaluable, ball, compiled
from checks.language.rationals import rational

__all__ = ["Evaluator", "NotEvaluable", "ball", "compiled", "digits_of", "holds", "rational", "sign_at", "sign_of", "with_gradients"]
