"""Mathematics: LaTeX as MathML, which a browser sets without a script and a screen reader reads, with its source beside it."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from xml.etree.ElementTree import Element, tostring

from checks.pages.site.mending import NAMED, OPERATOR, mended

ALONE = re.compile(r"(\\text\{[^{}]*\})")
UPRIGHT = re.compile(r"\\(mathrm|operatorname\*?)(?:\{([^{}]*)\}|\s*([A-Za-z]))")
PRIMES = re.compile(r"('+)(\^)?")


class UnknownLatex(ValueError):
    """LaTeX that cannot be set: it names a command that is not known, or its braces do not match."""


@cache
def mathml(latex: str) -> str:
    r"""The formula as MathML; whether its fractions are of full size is left to the style sheet.

    Raises:
        UnknownLatex: where it cannot be set.

    >>> mathml(r"n^*")
    '<math data-latex="n^*"><msup><mi>n</mi><mi>∗</mi></msup></math>'
    """
    tree = mended(_converted(latex))
    if unknown := next((each.text for each in tree.iter() if "\\" in (each.text or "")), None):
        raise UnknownLatex(f"{unknown} in {latex} is not known; write it in commands that are")
    whole = Element("math", {"data-latex": latex})
    whole.extend(tree if tree.tag == "mrow" else [tree])  # whose row MathML takes for granted
    return tostring(whole, encoding="unicode", short_empty_elements=False)  # the minifier takes those that close themselves for open


def _converted(latex: str) -> Element:
    """What the library makes of it, in letters instead of entities."""
    from latex2mathml.converter import convert_to_element

    try:
        (row,) = convert_to_element(normalized(latex))
    except Exception as fault:  # whatever it raises of its own
        raise UnknownLatex(f"{latex} cannot be set: {type(fault).__name__} {fault}") from None
    for each in row.iter():
        each.text = unescape(each.text) if each.text else None
    return row


def normalized(latex: str) -> str:
    r"""The formula with names marked as such, and with primes as superscripts, since the library sets neither as TeX does.

    >>> normalized(r"f_\gamma''(q) + n'^\alpha \text{ can't}")
    "f_\\gamma^{\\prime\\prime}(q) + n^{\\prime\\alpha} \\text{ can't}"
    """
    pieces = ALONE.split(latex)
    pieces[::2] = [UPRIGHT.sub(_named, _primed(each)) for each in pieces[::2]]
    return "".join(pieces)


def _named(found: re.Match[str]) -> str:
    return rf"\text{{{NAMED if found[1] == 'mathrm' else OPERATOR}{found[2] or found[3]}}}"


def _primed(latex: str) -> str:
    """Primes together with the superscript after them, if there is one."""
    if (found := PRIMES.search(latex)) is None:
        return latex
    marks, end = r"\prime" * len(found[1]), found.end()
    if found[2] is None:
        return f"{latex[: found.start()]}^{{{marks}}}{_primed(latex[end:])}"
    after = _group_end(latex, end)
    raised = latex[end:after].removeprefix("{").removesuffix("}") if latex[end] == "{" else latex[end:after]
    gap = " " if raised[:1].isalpha() else ""
    return f"{latex[: found.start()]}^{{{marks}{gap}{raised}}}{_primed(latex[after:])}"


def _group_end(latex: str, start: int) -> int:
    """Where the group that begins there ends: braces, a command or a letter."""
    if (command := re.compile(r"\\[A-Za-z]+|[^{]").match(latex, start)) is not None:
        return command.end()
    depth = 0
    for place in range(start, len(latex)):
        depth += {"{": 1, "}": -1}.get(latex[place], 0)
        if depth == 0:
            return place + 1
    return len(latex)
