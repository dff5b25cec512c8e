"""Reading: claims as they are typed, in plain text or in LaTeX, into questions; parsed, never evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checks.language.terms import Symbol
from checks.reading.faults import NotRead
from checks.reading.formulas import Formula
from checks.reading.question import Part, Question

__all__ = ["Formula", "NotRead", "Part", "Question", "formula", "question"]


def formula(text: str, symbols: Mapping[str, Symbol] | None = None, *, latex: bool = False) -> Formula:
    """The formula that a text spells out; `symbols` are those that are known by their names already.

    Raises:
        NotRead: where it is none, with the column.

    >>> from checks.pages.formulas import ascii_formula
    >>> ascii_formula(formula("0 < x <= 1/2 => x^2 ≤ 0.5x"))
    Traceback (most recent call last):
    checks.reading.faults.NotRead: an operator is missing between '0.5' and 'x' (column 26)
    >>> ascii_formula(formula("0 < x <= 1/2 => x^2 ≤ 0.5*x"))
    '0 < x and x <= 1/2 => x**2 <= 0.5*x'
    """
    from checks.reading.building import Builder
    from checks.reading.parsing import parsed
    from checks.reading.words import Word

    def words() -> list[Word]:
        if latex:
            from checks.reading.latex import words

            return words(text)
        from checks.reading.shell import words as shell_words

        return list(shell_words(text))

    try:
        return Builder(text, symbols or {}).formula(parsed(text, words()))
    except RecursionError:
        raise NotRead(text, 1, "the claim is nested too deeply", "name its parts, or flatten it") from None


def question(claim: str, given: Iterable[str] = (), *, latex: bool = False) -> Question:
    """The question that texts ask.

    Raises:
        NotRead: where one of them is no claim, or where engines cannot be asked about it.
    """
    hypotheses = tuple(formula(each, latex=latex) for each in given)
    return asked(formula(claim, latex=latex), hypotheses, claim)


def asked(claim: Formula, given: tuple[Formula, ...], text: str, *, narrows: bool = True) -> Question:
    """The question, with its obligations made once to see whether they can be.

    Raises:
        NotRead: where they cannot.
    """
    try:
        made = Question(claim, given, narrows)
        _ = made.parts
    except RecursionError:
        raise NotRead(text, 1, "the claim is nested too deeply", "name its parts, or flatten it") from None
    except ValueError as fault:
        raise NotRead(text, 1, str(fault)) from None
    return made
