"""Words: titles and remarks, in which mathematics is typed in ASCII, with their powers and indices raised and lowered."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from checks.pages.prose import readable

SCRIPT = re.compile(r"(?<=[\w)\]⁎*])\^(?=[\w(−*])|(?<=[A-Za-zα-ω])_(?=[\w{])")
INFINITY = re.compile(r"(?<![A-Za-z])oo(?![A-Za-z])")
SIMPLE = re.compile(r"−?\w+|\*")


def words(text: str) -> Markup:
    """The words as HTML.

    >>> words("n* <= (E/rho)**(1/(1 + alpha)), C_train")
    Markup('n* ≤ (E/ρ)<sup>1/(1 + α)</sup>, C<sub>train</sub>')
    """
    rest, out = INFINITY.sub("∞", readable(" ".join(text.split()))), Markup("")
    while found := SCRIPT.search(rest):
        script, after = _group(rest[found.end() :])
        tag = "sup" if found[0] == "^" else "sub"
        out += escape(rest[: found.start()]) + Markup(f"<{tag}>{{}}</{tag}>").format(script)  # noqa: S704  # one of two tags
        rest = after
    return out + escape(rest)


def _group(rest: str) -> tuple[str, str]:
    """What is raised or lowered, without its own brackets, and what follows it."""
    sign, rest = ("−", rest[1:]) if rest.startswith("−(") else ("", rest)
    if rest[0] in "({":
        depth = 0
        for place, each in enumerate(rest):
            depth += (each in "({") - (each in ")}")
            if depth == 0:
                return (f"−({rest[1:place]})" if sign else rest[1:place]), rest[place + 1 :]
    found = SIMPLE.match(rest)
    end = found.end() if found else 1
    return rest[:end], rest[end:]
