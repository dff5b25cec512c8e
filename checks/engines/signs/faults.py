"""Faults: what the engine could not settle, said so that a user can give the missing fact."""

from __future__ import annotations

from checks.language.terms import Negative, Sum, Term


class Unsettled(Exception):
    """A sign, a comparison or a form is missing.

    Attributes:
        question: a term whose sign would settle it, if that is what is missing.
    """

    def __init__(self, reason: str, question: Term | None = None) -> None:
        super().__init__(reason)
        self.question = question


def unknown_sign(term: Term) -> Unsettled:
    """The sign of a term is missing."""
    return Unsettled(f"is {term} > 0?", term)


def unknown_order(left: Term, right: Term) -> Unsettled:
    """Whether one term exceeds another is missing."""
    return Unsettled(f"is {left} > {right}?", Sum((left, Negative(right))))
