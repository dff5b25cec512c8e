"""Shares: how many of the true claims each engine proves alone, and the panel, and what was made of the others.

    python -m tests.soundness.shares [SECONDS]

prints the table, everything that is wrong, and the true claims that nobody proves.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tests.soundness.asking import CONTRADICTION, PANEL, SECONDS, Asked, asked
from tests.soundness.corpus import FALSE, ILL_DEFINED, TRUE, VACUOUS, corpus

WRONG = {TRUE: ("refuted", "ill-defined", "vacuous", CONTRADICTION), FALSE: ("proved", "certified", "vacuous", CONTRADICTION)}
WRONG[ILL_DEFINED] = WRONG[FALSE]
WRONG[VACUOUS] = ("refuted", "ill-defined", CONTRADICTION)


@dataclass(frozen=True)
class Share:
    """What one engine, or the panel, made of the corpus.

    Attributes:
        proved, true: how many of the true claims it proves, and how many there are.
        refuted, false: likewise of the false ones.
        wrong: how many of all claims it says the opposite of.
    """

    name: str
    proved: int
    true: int
    refuted: int
    false: int
    wrong: int


def shares(answers: Iterable[Asked] | None = None) -> tuple[Share, ...]:
    """A line for each engine and one for the panel; the whole corpus is asked where no answers are given."""
    given = tuple(answers) if answers is not None else asked(corpus())
    names = dict.fromkeys(name for each in given for name in each.words if name != PANEL)
    return tuple(_share(name, given) for name in (*names, PANEL))


def _share(name: str, answers: tuple[Asked, ...]) -> Share:
    said = Counter((each.entry.truth, each.words.get(name, "")) for each in answers)
    count = Counter(each.entry.truth for each in answers)
    wrong = sum(said[truth, word] for truth, words in WRONG.items() for word in words)
    if name == PANEL:
        wrong += said[VACUOUS, "proved"] + said[VACUOUS, "supported"]
    refuted = said[FALSE, "refuted"] + said[FALSE, "ill-defined"]
    return Share(name, said[TRUE, "proved"], count[TRUE], refuted, count[FALSE], wrong)


def table(lines: Iterable[Share]) -> str:
    """The shares as a table in Markdown."""
    rows = [f"| {each.name} | {_part(each.proved, each.true)} | {_part(each.refuted, each.false)} | {each.wrong} |" for each in lines]
    return "\n".join(["| engine | true claims proved | false claims refuted | wrong |", "|---|---|---|---|", *rows])


def _part(some: int, all: int) -> str:
    return f"{some} of {all} ({100 * some / all:.0f} %)" if all else "none"


def main() -> None:
    """Asks the whole corpus."""
    answers = asked(corpus(), float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
    print(table(shares(answers)))
    for each in answers:
        for name, word in each.words.items():
            if word in WRONG[each.entry.truth]:
                print(f"WRONG: {name} says {word} of {each.entry.place}: {each.entry}")
        if each.failed or each.late:
            print(f"FAILED: {each.entry}: {each.failed} late {each.late}")
    for each in answers:
        if each.entry.truth == TRUE and each.words[PANEL] != "proved":
            print(f"not proved ({each.words[PANEL]}): {each.entry.place}: {each.entry}")


if __name__ == "__main__":
    main()
