"""Prose in LaTeX: titles and remarks with their special characters escaped and their formulas set as such."""

from __future__ import annotations

import re

from checks.letters import SUBSCRIPTS, SUPERSCRIPTS
from checks.pages.latex.signs import LETTERS, RELATIONS
from checks.pages.latex.typed import START, formula_at
from checks.pages.prose import readable

ESCAPED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}"} | {sign: f"\\{sign}" for sign in "&%$#_{}"}
SIGNS = {
    **LETTERS,
    **{sign: written for sign, written in RELATIONS.items() if sign != "="},
    **{chr(raised): f"{{}}^{{{chr(plain)}}}" for plain, raised in SUPERSCRIPTS.items()},
    **{chr(lowered): f"{{}}_{{{chr(plain)}}}" for plain, lowered in SUBSCRIPTS.items()},
    "∞": r"\infty", "∂": r"\partial", "∫": r"\int", "·": r"\cdot", "×": r"\times", "√": r"\surd", "±": r"\pm", "−": "-", "|": "|",
    "⁎": "{}_{*}", "′": "'", "*": "{}^{*}",
}  # fmt: skip
LONG = 60
SCRIPT = re.compile(r"\.py:\d+$")
SET = {"’": "'", "‘": "`", "“": "``", "”": "''", "–": "--", "—": "---", "…": r"\ldots{}", "§": r"$\mathsection$", "\u00a0": "~", "✓": "", "✗": ""}


def prose(words: str) -> str:
    r"""Words for LaTeX's text, with formulas, Greek letters and relations set in mathematics.

    >>> prose("5% of a*n**alpha at t* >= q_0, a rate in (n', d)")
    "5\\% of $a n^{\\alpha}$ at $t^{*} \\ge q_{0}$, a rate in $(n', d)$"
    """
    text, out, done, place = readable(words), "", 0, 0
    while found := START.search(text, place):
        place = found.start()
        formula = None if _is_label(text[:place]) else formula_at(text, place)
        if formula is None:
            place += 1
            continue
        written, end = formula
        out += _plain(text[done:place]) + f"${_breakable(written)}$"
        done = place = end
    return _quoted(out + _plain(text[done:]))


def _breakable(formula: str) -> str:
    """A long formula, which may be broken after its slashes, too."""
    return formula if len(formula) < LONG else formula.replace(")/(", r")/\allowbreak (")


def named(id: str) -> str:
    """A statement's id in typewriter type, which may be broken after its hyphens."""
    return rf"\texttt{{{_plain(id)}}}".replace("-", r"-\allowbreak ")


def placed(where: str) -> str:
    """Where a statement stands, which may be broken within the path of a script."""
    return prose(where).replace("/", r"/\allowbreak ").replace(r"\_", r"\_\allowbreak ") if SCRIPT.search(where) else prose(where)


def _is_label(before: str) -> bool:
    """Whether a letter here is the name of an appendix or a part."""
    return before.endswith(("Appendix ", "Appendices ", "Appendix\u00a0", "appendix "))


def _plain(words: str) -> str:
    return "".join(_character(each) for each in words)


def _quoted(written: str) -> str:
    """Straight quotation marks as opening and closing ones in turn."""
    first, *rest = written.split('"')
    return first + "".join(("``" if place % 2 == 0 else "''") + part for place, part in enumerate(rest))


def _character(each: str) -> str:
    if each in SIGNS:
        return f"${SIGNS[each]}$"
    if each in ESCAPED or each in SET:
        return ESCAPED.get(each) or SET[each]
    return each if each.isascii() or (each.isalpha() and ord(each) < 0x250) else f"[U+{ord(each):04X}]"
