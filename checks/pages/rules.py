"""Rules: the kinds of notices that programs are told, each with its usual level, what it means and what helps."""

from __future__ import annotations

from dataclasses import dataclass

ERROR, WARNING, NOTE = "error", "warning", "note"
REFUTED, FALLEN, UNDECIDED, ILL_DEFINED, VACUOUS, UNCONFIRMED = "refuted", "fallen", "undecided", "ill-defined", "vacuous", "unconfirmed"
FAILS, NEEDS, OPEN, BETTER, UNREADABLE, CONTRADICTION = "fails", "needs", "open", "better", "unreadable", "contradiction"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of notice: `says` what it means in a sentence, `helps` what to do about it."""

    id: str
    level: str
    says: str
    helps: str


RULES = (
    Rule(
        REFUTED,
        ERROR,
        "A step or a claim is false at exact values of its variables.",
        "Correct the line, or cite the assumption that it needs. If the paper errs, keep the printed claim and add .needing(assumption) or "
        ".corrected(claim, says=...); `lemmata check --record` then accepts the verdict.",
    ),
    Rule(
        FALLEN,
        ERROR,
        "A statement's verdict is worse than the recorded one.",
        "Undo what made it fall, or accept the new verdict with `lemmata check --record`.",
    ),
    Rule(
        UNDECIDED,
        WARNING,
        "A step or a claim is neither proved nor refuted.",
        "Split the step into smaller ones, cite earlier results, or allow more with --timeout; a claim follows from calculations: .proved_by(...).",
    ),
    Rule(
        ILL_DEFINED,
        ERROR,
        "A denominator, logarithm or real power is not defined somewhere in the domain.",
        "Assume what keeps it defined, or declare its symbols with a narrower domain.",
    ),
    Rule(
        VACUOUS,
        ERROR,
        "The assumptions contradict one another, so that nothing is said.",
        "Drop or correct one of the assumptions.",
    ),
    Rule(
        UNCONFIRMED,
        ERROR,
        "A finding says something else than the checker finds.",
        "Correct the finding, or say what the checker finds.",
    ),
    Rule(
        FAILS,
        NOTE,
        "A printed statement is false under what the paper assumes, and recorded so.",
        "Nothing: the verdict is as recorded. With --strict it is an error.",
    ),
    Rule(
        NEEDS,
        NOTE,
        "A printed statement is true only under an assumption that the paper does not state, and recorded so.",
        "Nothing: the verdict is as recorded.",
    ),
    Rule(
        OPEN,
        NOTE,
        "A printed statement is not settled.",
        "Write a script that states and proves it.",
    ),
    Rule(
        BETTER,
        NOTE,
        "A statement's verdict is better than the recorded one.",
        "Record it with `lemmata check --record`, so that it cannot fall unnoticed.",
    ),
    Rule(
        UNREADABLE,
        ERROR,
        "A script or ledger cannot be used.",
        "Correct the script or ledger at this line.",
    ),
    Rule(
        CONTRADICTION,
        ERROR,
        "Engines contradict each other: one of them has a bug, and the run was stopped.",
        "Report it with the lines of the report.",
    ),
)
