"""Boxes: pieces of LaTeX that know how tightly they bind, whether they are tall, and about how wide they are set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checks.language.notation import ATOM

LETTER, CAPITAL, DIGIT, OPERATOR, RELATION, BRACKET, COMMA = 0.6, 0.75, 0.5, 1.23, 1.4, 0.4, 0.5
SCRIPT = 0.75  # the size of exponents and indices against the line they stand on


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of LaTeX.

    Attributes:
        level: how tightly it binds, as in `language.notation`.
        width: in em, estimated a little too large rather than too small.
        tall: whether parentheses around it must grow.
    """

    latex: str
    level: int
    width: float
    tall: bool = False

    def at_least(self, level: int) -> Box:
        """The box, in parentheses where it binds less tightly."""
        return self if self.level >= level else bracketed(self)


def joined(*boxes: Box, by: str = " ", gap: float = 0.0, level: int = ATOM) -> Box:
    """Boxes in a row, with the same sign between any two of them."""
    width = sum(box.width for box in boxes) + gap * (len(boxes) - 1)
    return Box(by.join(box.latex for box in boxes), level, width, any(box.tall for box in boxes))


def bracketed(box: Box, left: str = "(", right: str = ")") -> Box:
    """The box in brackets, which grow only where it is tall."""
    opening, closing = (rf"\left{left} ", rf" \right{right}") if box.tall else (left, right)
    return replace(box, latex=f"{opening}{box.latex}{closing}", level=ATOM, width=box.width + 2 * BRACKET + 0.7 * box.tall)


def text(words: str, width: float | None = None) -> Box:
    """Upright words in a formula, escaped already."""
    return Box(rf"\text{{{words}}}", ATOM, 0.5 * len(words) if width is None else width)
