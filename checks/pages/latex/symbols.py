"""Symbols in LaTeX: Greek names, indices, and what the paper's own notation says."""

from __future__ import annotations

from checks.language.notation import ATOM, PRODUCT
from checks.language.terms import Definition, Function, Symbol
from checks.language.walking import is_increment
from checks.letters import CAPITALS, GREEK
from checks.pages.latex.boxes import LETTER, SCRIPT, Box
from checks.pages.latex.measures import printed_width

COMMANDS = {**{name: f"\\{name}" for name in GREEK | CAPITALS}, "lamda": r"\lambda", "lambda": r"\lambda", "Lamda": r"\Lambda"}
MARKS = {"star": "*", "prime": r"\prime", "max": r"\max", "min": r"\min"}


def symbol(item: Symbol) -> Box:
    """A symbol as the paper writes it, or else by its name."""
    if is_increment(item):
        return _increment(item)
    return named(item.name) if item.latex is None else Box(item.latex, ATOM, printed_width(item.latex))


def lettered(item: Function | Definition) -> Box:
    """The letter of an unspecified function or of a definition."""
    if item.latex is None:
        return named(item.name)
    return Box(item.latex, PRODUCT if "/" in item.latex else ATOM, printed_width(item.latex))


def named(name: str) -> Box:
    r"""A name as a letter with indices: `alpha` is \alpha, `t_star` is t^{*}, `C_train` is C_{\mathrm{train}}."""
    stem, *indices = [part for part in name.split("_") if part] or [name]
    letters = stem.rstrip("0123456789") or stem
    digits = stem[len(letters) :]
    raised = [MARKS[each] for each in indices if each in ("star", "prime")]
    lowered = [digits] * bool(digits) + [_index(each) for each in indices if each not in ("star", "prime")]
    written = _letters(letters) + (f"_{{{','.join(lowered)}}}" if lowered else "") + (f"^{{{''.join(raised)}}}" if raised else "")
    width = LETTER * _length(letters) + SCRIPT * LETTER * (sum(map(_length, filter(None, [digits, *indices]))))
    return Box(written, ATOM, width)


def _increment(item: Symbol) -> Box:
    inner = item.name.removeprefix("d(").removesuffix(")")
    known = (item.latex or "").removeprefix(r"\mathrm{d}")
    below = named(inner) if known in ("", inner) else Box(known, ATOM, printed_width(known))
    return Box(rf"\mathrm{{d}}{below.latex}", ATOM, below.width + LETTER)


def _letters(stem: str) -> str:
    if stem in COMMANDS:
        return COMMANDS[stem]
    return stem if len(stem) == 1 else rf"\mathrm{{{stem}}}"


def _index(part: str) -> str:
    return MARKS.get(part) or (part if part.isdigit() else _letters(part))


def _length(part: str) -> int:
    return 1 if part in COMMANDS else len(part)
