"""The engine `balls`: proves inequalities on whole domains with ball arithmetic."""

from checks.engines.balls.engine import Balls

__all__ = ["Balls"]
