"""Prose in LaTeX: titles and remarks with their special characters escaped and their mathematics set as such."""

from __future__ import annotations

import re

from checks.letters import CAPITALS, GREEK, SUBSCRIPTS, SUPERSCRIPTS, pairs
from checks.pages.prose import readable

ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {sign: f"\\{sign}" for sign in "&%$#_{}"}
SIGNS = {
    **pairs(r"≤ \le ≥ \ge ≠ \ne → \to ⇒ \Rightarrow ⇔ \Leftrightarrow ∞ \infty ∂ \partial ∫ \int · \cdot × \times √ \surd"),
    **pairs(r"− - < < > > | | ∈ \in ≈ \approx ∼ \sim ± \pm ∝ \propto λ \lambda Λ \Lambda"),
    **{letter: f"\\{name}" for name, letter in (GREEK | CAPITALS).items() if not name.endswith("amda")},
    **{chr(raised): f"{{}}^{{{chr(plain)}}}" for plain, raised in SUPERSCRIPTS.items()},
    **{chr(lowered): f"{{}}_{{{chr(plain)}}}" for plain, lowered in SUBSCRIPTS.items()},
    "⁎": "{}_{*}", "′": "'", "*": "{}^{*}",
}  # fmt: skip
SET = {"’": "'", "‘": "`", "“": "``", "”": "''", "–": "--", "—": "---", "…": r"\ldots{}", "§": r"$\mathsection$", "\u00a0": "~", "✓": "", "✗": ""}
POWER = re.compile(r"(\w|\)|⁎)\^(−?(?:\w|\([^()]*\)))")


def prose(words: str) -> str:
    r"""Words for LaTeX's text; Greek letters, relations and powers are set in mathematics.

    >>> prose("5% of a*n**alpha at t* >= q_0")
    '5\\% of a$\\cdot$n$^{\\alpha}$ at t${}^{*}$ $\\ge$ q\\_0'
    """
    out, rest = "", readable(words)
    while found := POWER.search(rest):
        out += _plain(rest[: found.start()] + found[1]) + f"$^{{{_mathematics(found[2])}}}$"
        rest = rest[found.end() :]
    return out + _plain(rest)


def _plain(words: str) -> str:
    return "".join(_character(each) for each in words)


def _mathematics(part: str) -> str:
    inner = part.removeprefix("(").removesuffix(")") if part.startswith("(") else part
    return "".join(SIGNS.get(each, each if each.isascii() and each not in ESCAPED else "?") + " " * each.isspace() for each in inner)


def _character(each: str) -> str:
    if each in SIGNS:
        return f"${SIGNS[each]}$"
    if each in ESCAPED or each in SET:
        return ESCAPED.get(each) or SET[each]
    return each if each.isascii() or (each.isalpha() and ord(each) < 0x250) else f"[U+{ord(each):04X}]"
