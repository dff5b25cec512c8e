"""What one engine said, as both kinds of JSON tell it."""

from __future__ import annotations

from typing import Any

from checks.reconciling import Answer
from checks.verdicts import explanation, word


def engine_answer(answer: Answer) -> dict[str, Any]:
    """The verdict in one word, the seconds it took, and its grounds."""
    return {"verdict": word(answer.verdict), "seconds": round(answer.seconds, 4), "detail": explanation(answer.verdict)}
