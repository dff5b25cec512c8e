"""Printed: the ledger's LaTeX formulas as a terminal can show them."""

from __future__ import annotations

import re

from checks.letters import CAPITALS, GREEK, SUBSCRIPTS, SUPERSCRIPTS, pairs

WORDS = ("text", "mathrm", "operatorname", "operatorname*", "mathit", "textit", "mathbf", "mbox")
WIDE, HYPHEN = "\u2003", "\u2010"  # a wide space, a hyphen in words
OPENED, CLOSED, WORDED = "\x02", "\x03", "\x04"  # the ends of a fraction, the beginning of words
SIGNS = {
    **{name: letter for name, letter in (GREEK | CAPITALS).items() if not name.endswith("amda")},
    **pairs("lambda λ Lambda Λ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ to → mapsto ↦ infty ∞ partial ∂ int ∫ sum ∑ prod ∏ cdot · times ×"),
    **pairs("pm ± sim ∼ approx ≈ propto ∝ in ∈ iff ⇔ implies ⇒ Rightarrow ⇒ Leftrightarrow ⇔ Longrightarrow ⇒ rightarrow →"),
    **pairs("forall ∀ exists ∃ neg ¬ land ∧ lor ∨ lesssim ≲ gtrsim ≳ triangleq ≜ ll ≪ gg ≫ equiv ≡ prime ′ ldots … dots …"),
    "quad": WIDE, "qquad": WIDE, "displaystyle": "", "left": "", "right": "", "limits": "", "big": "", "Big": "", "bigg": "",
    "varepsilon": "ε", "mid": "|", "colon": ":", "circ": "∘", "star": "*", "ast": "*", "cdots": "⋯", "hat": "^", "log": " log ", "ln": " ln ",
    "max": " max ", "min": " min", "exp": "exp", "lim": " lim", "arg": " arg ", "sup": "sup", "inf": "inf",
}  # fmt: skip
SPACES = {",": " ", ";": " ", ":": " ", "!": "", " ": " ", "{": "{", "}": "}", "%": "%", "|": "‖", "\\": ";  ", "_": "_", "&": "&"}
PIECE = re.compile(r"\\[A-Za-z]+\*?|\\.|[{}^_]|[^\\{}^_]", re.DOTALL)
RAISED = SUPERSCRIPTS | str.maketrans({"-": "⁻", "−": "⁻", "+": "⁺", "*": "*", "′": "′", "n": "ⁿ"})
LOWERED = SUBSCRIPTS | str.maketrans({"−": "₋", "*": "⁎"})


TIDYING = (
    (rf" ln {OPENED}([^{CLOSED}]*){CLOSED}", r" ln(\1)"),
    (rf"{CLOSED} *(?=[(\w∂{OPENED}])", "·"),
    (f"[{OPENED}{CLOSED}{WORDED}]", ""),
    (r" *([≤≥≠→∼≈∝∈⇒⇔≲≳≜]) *", r" \1 "),
    (r" +", " "),
    (r" (?=[,;)_}]|\.(?!\d))|(?<=[({∂∫∑∏]) ", ""),
    (rf" *{WIDE} *", "   "),
    (HYPHEN, "-"),
)


def terminal(formula: str) -> str:
    r"""A LaTeX formula in Unicode on one line; what is not known is left as it is.

    >>> terminal(r"n^* \sim E^{\frac{1}{1+\alpha\gamma}},\ \partial n^*/\partial b > 0 \text{ (compute-bound)}, q^{-2}, f_\gamma''")
    "n* ∼ E^(1/(1+αγ)), ∂n*/∂b > 0 (compute-bound), q⁻², f_γ''"
    """
    written = "".join(_written(PIECE.findall(formula)))
    for pattern, by in TIDYING:
        written = re.sub(pattern, by, written)
    return written.strip()


def _written(pieces: list[str]) -> list[str]:
    """The pieces in Unicode; takes them from the front of the list."""
    out: list[str] = []
    while pieces:
        piece = pieces.pop(0)
        if piece == "}":
            break
        if piece == "{":
            out.append("".join(_written(pieces)))
        elif piece in "^_":
            out.append(_script(piece, _group(pieces)))
        elif piece.startswith("\\"):
            out.append(_command(piece[1:], pieces))
        else:
            out.append("−" if piece == "-" else piece)
    return out


def _group(pieces: list[str]) -> str:
    while pieces and pieces[0].isspace():
        pieces.pop(0)
    if not pieces:
        return ""
    piece = pieces.pop(0)
    if piece == "{":
        return "".join(_written(pieces)).strip()
    return _command(piece[1:], pieces).strip() if piece.startswith("\\") else piece


def _command(name: str, pieces: list[str]) -> str:
    if name in WORDS:
        return _words(pieces)
    if name in ("frac", "tfrac", "dfrac"):
        above, below = _group(pieces), _group(pieces)
        return f"{OPENED}{_factor(above)}/{_tight(below)}{CLOSED}"
    if name == "sqrt":
        return f"√{_tight(_group(pieces))}"
    if name in ("overline", "underline", "boxed", "mathcal", "mathbb", "hat", "tilde", "bar"):
        return _group(pieces)
    return SIGNS.get(name, SPACES.get(name, f"\\{name}"))


def _words(pieces: list[str]) -> str:
    """The words in braces, with their spaces."""
    if not pieces or pieces[0] != "{":
        return _group(pieces)
    pieces.pop(0)
    words = "".join(_written(pieces))
    return WORDED + words.replace("−", HYPHEN)


def _factor(part: str) -> str:
    """A numerator, in parentheses where it is a sum."""
    bare = re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", part))
    return f"({part})" if re.search(r"(?<=\S) *[+−]|[/=]", bare) else part


def _tight(part: str) -> str:
    """A denominator, in parentheses unless it is a number or a letter."""
    return part if re.fullmatch(r"\d+|∂?\w[′'*⁎]?[₀-₉]*|\([^()]*\)", part) else f"({part})"


def _script(sign: str, part: str) -> str:
    table = RAISED if sign == "^" else LOWERED
    if part in ("*", "′", "'") and sign == "^":
        return part
    if part and all(ord(letter) in table for letter in part):
        return part.translate(table)
    part = part.replace(WORDED, "")
    return f"{sign}{part}" if re.fullmatch(r"\d+|\w[*′']*" if sign == "^" else r"[\w*′]+", part) else f"{sign}({part})"
