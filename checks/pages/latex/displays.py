"""Displays: propositions set apart from the text, each of their lines broken or made smaller where it is too wide."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from checks.language.claims import Claim
from checks.language.orders import Goal
from checks.language.propositions import Proposition
from checks.language.terms import Term
from checks.pages.latex.boxes import RELATION, Box, joined, text
from checks.pages.latex.lines import WIDTH, broken, size
from checks.pages.latex.measures import lines, printed_width
from checks.pages.latex.prose import prose
from checks.pages.latex.terms import RELATIONS, SLASHED, boxed, right_side
from checks.pages.phrases import Phrase, phrases

INDENT, FEW = 2.0, 12.0
WORDS = re.compile(r"\\text\{[^{}$]*\}")
LATER = r"\qquad "


def displayed(*propositions: Proposition, room: float = WIDTH, tags: Sequence[str] = ()) -> str:
    """Propositions as a display; the tag of each stands beside its last line."""
    rows, widest, apart = list[str](), 0.0, set[int]()
    for proposition, tag in zip(propositions, [*tags, *[""] * (len(propositions) - len(tags))], strict=True):
        boxes = proposed(proposition, room)
        widest = max(widest, *(box.width for box in boxes))
        rows += _tagged([box.latex for box in boxes], tag)
        apart |= {len(rows), len(rows) - len(boxes)} if len(boxes) > 1 else set()
    return environment("gather*", rows, size(widest, room), apart)


def proposed(proposition: Proposition, room: float) -> tuple[Box, ...]:
    """The lines of a proposition, of which several are set as one where there is room."""
    lines = [box for phrase in phrases(proposition) for box in _phrase(phrase, room)]
    out = lines[:1]
    for line in lines[1:]:
        together = joined(out[-1], line, by=r"\quad ", gap=1.0)
        out[-1:] = [together] if together.width <= room else [out[-1], line]
    return tuple(out)


def inline(proposition: Proposition) -> str:
    """The proposition in one line of LaTeX mathematics."""
    return r"\ ".join(_joined(phrase).latex for phrase in phrases(proposition))


def running(claim: Claim) -> str:
    """The claim within a line of text, its fractions with a slash unless they are many."""
    whole = boxed(claim)
    return boxed(claim, SLASHED).latex if whole.width <= FEW else rf"\displaystyle {whole.latex}"


def printed(formula: str, *, room: float = WIDTH, tag: str = "") -> str:
    """A formula of the paper in its own LaTeX."""
    rows = [WORDS.sub(_upright, row) for row in lines(formula, room)]
    widest = max(map(printed_width, rows))
    return environment("gather*", _tagged([LATER * bool(place) + row for place, row in enumerate(rows)], tag), size(widest, room))


def _upright(words: re.Match[str]) -> str:
    """Words in which relation signs are set in mathematics, since TeX's oldest fonts have no others."""
    return words[0].replace("<", "$<$").replace(">", "$>$")


def defined(definitions: Sequence[Claim], *, room: float = WIDTH) -> str:
    """Equations one below another, aligned at their signs."""
    left = max(boxed(each.left).width for each in definitions)
    rest = room - left - RELATION - INDENT
    parts = [right_lines(each, rest) for each in definitions]
    rows = [row for each, part in zip(definitions, parts, strict=True) for row in aligned(boxed(each.left).latex, each.relation, part)]
    return environment("align*", rows, size(max(box.width for part in parts for box in part), rest))


def aligned(left: str, relation: str, right: Sequence[Box]) -> list[str]:
    """The rows of a relation in an aligned display."""
    head, *tail = right
    return [f"{left} &{RELATIONS[relation]} {head.latex}".lstrip(), *(f"&{LATER}{line.latex}" for line in tail)]


def right_lines(claim: Goal, room: float) -> tuple[Box, ...]:
    """What stands at the right of a claim's sign, on as many lines as it needs."""
    return broken(claim.right, room) if isinstance(claim, Claim) else (right_side(claim),)


def environment(name: str, rows: Sequence[str], command: str = "", apart: Container[int] = ()) -> str:
    """Rows in an environment, in smaller type where a command for it is given, with a gap after so many of them."""
    ends = [r" \\[1ex]" if number in apart else r" \\" for number in range(1, len(rows))]
    body = "\n".join(f"  {row}{end}" for row, end in zip(rows, [*ends, ""], strict=True))
    display = f"\\begin{{{name}}}\n{body}\n\\end{{{name}}}"
    return f"{{{command}\n{display}\n}}" if command else display


def _tagged(rows: Sequence[str], tag: str) -> list[str]:
    """The rows, the last one with a tag."""
    return [*rows[:-1], rf"{rows[-1]} \tag*{{{tag}}}" if tag else rows[-1]]


def _phrase(phrase: Phrase, room: float) -> list[Box]:
    """A phrase on one line, or its parts filled into as many as they need."""
    whole = _joined(phrase)
    if whole.width <= room:
        return [whole]
    lines: list[Box] = []
    for piece in (piece for part in phrase for piece in ([_part(part)] if isinstance(part, str) else _wide(part, room))):
        together = joined(lines[-1], piece, by="") if lines else piece
        lines[-1:] = [together] if together.width <= room else [*lines[-1:], piece]
    return [line for line in lines if line.latex not in (r"\text{}", r"\text{ }")]


def _wide(item: Term | Goal, room: float) -> list[Box]:
    if isinstance(item, Term):
        return list(broken(item, room))
    whole = boxed(item)
    if whole.width <= room:
        return [whole]
    right = right_lines(item, room - RELATION)
    sign = Box(RELATIONS[item.relation], 0, RELATION)
    return [*broken(item.left, room), joined(sign, right[0]), *right[1:]]


def _joined(phrase: Phrase) -> Box:
    return joined(*map(_part, phrase), by="")


def _part(part: str | Term | Goal) -> Box:
    return text(prose(part), 0.5 * len(part)) if isinstance(part, str) else boxed(part)
