"""Terms and claims in LaTeX, in the order written, with parentheses only where they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checks.language.claims import Claim
from checks.language.notation import ATOM, LANDAU, NEGATIVE, POWER, PRODUCT, SUM
from checks.language.orders import Goal
from checks.language.terms import Application, Constant, Defined, Elementary, Negative, Number, Power, Product, Quotient, Sum, Symbol, Term
from checks.pages.latex import calculus, symbols
from checks.pages.latex.boxes import CAPITAL, COMMA, DIGIT, LETTER, OPERATOR, RELATION, SCRIPT, Box, bracketed, joined

RELATIONS = {"=": "=", "!=": r"\ne", "<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "~": r"\sim"} | dict.fromkeys(LANDAU, "=")
LETTERS = {"O": "O", "o": "o", "Omega": r"\Omega", "Theta": r"\Theta"}
CONSTANTS = {"e": r"\mathrm{e}", "pi": r"\pi", "oo": r"\infty"}
DISPLAYED, STACKED, SLASHED = range(3)


def latex(item: Term | Goal) -> str:
    r"""The item in LaTeX.

    >>> from checks.language import log, symbol
    >>> n, E, alpha = symbol("n"), symbol("E"), symbol("alpha")
    >>> latex(2 * n / E >= log(n ** (-alpha)))
    '\\frac{2 n}{E} \\ge \\ln(n^{-\\alpha})'
    """
    return boxed(item).latex


def boxed(item: Term | Goal, depth: int = DISPLAYED) -> Box:
    """The item as a box; fractions are stacked at most twice, and written with a slash in exponents."""
    if not isinstance(item, Term):
        sides = boxed(item.left, depth), right_side(item, depth)
        return joined(*sides, by=f" {RELATIONS[item.relation]} ", gap=RELATION, level=SUM)
    match item:
        case Number(value, printed):
            return number(value, printed, depth)
        case Constant(name):
            return Box(CONSTANTS.get(name, name), ATOM, LETTER)
        case Symbol():
            return symbols.symbol(item)
        case Sum((only,)):
            return boxed(only, depth)
        case Sum(terms):
            return joined(*(piece for piece in summands(terms, depth)), level=SUM)
        case Product(factors):
            return _product(factors, depth)
        case Quotient(numerator, denominator):
            return _quotient(numerator, denominator, depth)
        case Negative(inner):
            box = boxed(inner, depth).at_least(PRODUCT)
            return Box(f"-{box.latex}", NEGATIVE, box.width + OPERATOR / 2, box.tall)
        case Power(base, exponent):
            return _power(base, exponent, depth)
        case Elementary(name, arguments):
            return _elementary(name, arguments, depth)
        case Application(named, arguments) | Defined(named, arguments):
            return joined(symbols.lettered(named), bracketed(_listed(arguments, depth)), by="") if arguments else symbols.lettered(named)
        case _:
            return calculus.boxed(item, depth, boxed)


def right_side(item: Goal, depth: int = DISPLAYED) -> Box:
    """What stands right of the sign; for an order also what grows, and what ranges."""
    right = boxed(item.right, depth)
    if isinstance(item, Claim):
        return right
    related = right if item.relation not in LETTERS else joined(Box(LETTERS[item.relation], ATOM, CAPITAL), bracketed(right), by="")
    growing = ", ".join(rf"{symbols.symbol(each).latex} \to \infty" for each in item.growing)
    ranging = rf"\text{{, uniformly in }} {', '.join(symbols.symbol(each).latex for each in item.ranging)}" if item.ranging else ""
    tending = Box(rf"\text{{ as }} {growing}{ranging}", ATOM, 1.8 + 4.0 * len(item.growing) + bool(ranging) * (8 + len(item.ranging)))
    return joined(related, tending)


def summands(terms: tuple[Term, ...], depth: int = DISPLAYED) -> tuple[Box, ...]:
    """The terms of a sum, each after the first with its sign."""
    first, *rest = terms
    return (boxed(first, depth).at_least(NEGATIVE), *(_signed(term, depth) for term in rest))


def _signed(term: Term, depth: int) -> Box:
    sign, inner = ("-", term.term) if isinstance(term, Negative) else ("+", term)
    box = boxed(inner, depth).at_least(PRODUCT)
    return Box(f"{sign} {box.latex}", SUM, box.width + OPERATOR, box.tall)


def number(value: Fraction, printed: str | None, depth: int) -> Box:
    """An exact number; one that was printed as a decimal shows its digits."""
    sign, level = ("-", NEGATIVE) if value < 0 else ("", ATOM)
    if printed is not None or value.denominator == 1:
        written = _digits(printed or str(value))
        return Box(written, min(level, PRODUCT) if r"\times" in written else level, DIGIT * len(written))
    above, below = str(abs(value.numerator)), str(value.denominator)
    if depth >= SLASHED:
        return Box(f"{sign}{above}/{below}", min(level, PRODUCT), DIGIT * (len(above) + len(below) + 2))
    return Box(rf"{sign}\frac{{{above}}}{{{below}}}", min(level, POWER), DIGIT * (max(len(above), len(below)) + len(sign)) + 0.3, tall=True)


def _digits(printed: str) -> str:
    mantissa, _, exponent = printed.lower().partition("e")
    return rf"{mantissa} \times 10^{{{int(exponent)}}}" if exponent else mantissa


def _product(nested: tuple[Term, ...], depth: int) -> Box:
    factors = tuple(flat(nested))
    boxes = [_factor(term, depth, first=place == 0, last=place == len(factors) - 1) for place, term in enumerate(factors)]
    written = boxes[0].latex
    for before, term, box in zip(factors, factors[1:], boxes[1:], strict=False):
        written += _between(before, term, box) + box.latex
    return Box(written, min(boxes[0].level, PRODUCT), sum(box.width + 0.2 for box in boxes), any(box.tall for box in boxes))


def flat(factors: tuple[Term, ...]) -> Iterator[Term]:
    """Factors of factors in a row, since it does not matter how they are grouped."""
    for each in factors:
        yield from flat(each.factors) if isinstance(each, Product) else (each,)


def _factor(term: Term, depth: int, *, first: bool, last: bool) -> Box:
    """A factor; a fraction is stacked, or in parentheses, and a logarithm gets them where something follows it."""
    match term:
        case Elementary("log", (argument,)) if not last:
            return joined(Box(r"\ln", ATOM, 3 * DIGIT), bracketed(boxed(argument, depth)), by="")
        case Quotient(numerator, denominator) if depth < SLASHED:
            return _stacked(numerator, denominator, depth).at_least(NEGATIVE if first else POWER)
        case Quotient():
            return boxed(term, depth).at_least(POWER)
        case Number(value, None) if value.denominator != 1 and depth >= SLASHED:
            return bracketed(boxed(term, depth))
        case _:
            return boxed(term, depth).at_least(NEGATIVE if first else POWER)


def _between(before: Term, term: Term, box: Box) -> str:
    """What stands between two factors: a dot before numbers, a gap about named functions and integrals."""
    first = term
    while isinstance(first, Power):
        first = first.base
    if isinstance(first, Number) and (_ends_in_number(before) or not box.latex.startswith(("(", r"\left"))):
        return r" \cdot "
    return r" \, " if isinstance(before, Elementary) or box.latex.startswith((r"\int", r"\ln")) else " "


def _ends_in_number(term: Term) -> bool:
    return isinstance(term.term if isinstance(term, Negative) else term, Number)


def _quotient(numerator: Term, denominator: Term, depth: int) -> Box:
    if depth < SLASHED:
        return _stacked(numerator, denominator, depth)
    inner = numerator.term if isinstance(numerator, Negative) else numerator
    above = boxed(inner, SLASHED).at_least(POWER if isinstance(inner, Quotient) else NEGATIVE)
    slashed = joined(above, boxed(denominator, SLASHED).at_least(POWER), by="/", gap=DIGIT, level=min(above.level, PRODUCT))
    return slashed if inner is numerator else Box(f"-{slashed.latex}", NEGATIVE, slashed.width + OPERATOR / 2)


def _layer(term: Term, depth: int) -> Box:
    """What stands above or below a line; a fraction of single letters has a slash there."""
    match term:
        case Quotient(numerator, denominator) if _is_simple(numerator) and _is_simple(denominator):
            return boxed(term, SLASHED)
        case _:
            return boxed(term, depth)


def _is_simple(term: Term) -> bool:
    """Whether the term is a product of letters, numbers and their powers."""
    match term:
        case Product(factors):
            return all(map(_is_simple, factors))
        case Power(base, _):
            return _is_simple(base)
        case Application(_, arguments) | Defined(_, arguments):
            return not arguments
        case Number(value):
            return value.denominator == 1
        case _:
            return isinstance(term, Symbol | Constant)


def _stacked(numerator: Term, denominator: Term, depth: int) -> Box:
    if isinstance(numerator, Negative):
        inside = _stacked(numerator.term, denominator, depth)
        return Box(f"-{inside.latex}", NEGATIVE, inside.width + OPERATOR / 2, tall=True)
    above, below = _layer(numerator, depth + 1), _layer(denominator, depth + 1)
    if depth == DISPLAYED and above.tall and below.tall:  # a fraction of fractions is too small to read otherwise
        above, below = (replace(box, latex=rf"\displaystyle {box.latex}") for box in (above, below))
    return Box(rf"\frac{{{above.latex}}}{{{below.latex}}}", POWER, max(above.width, below.width) + 0.3, tall=True)


def _power(base: Term, exponent: Term, depth: int) -> Box:
    raised = boxed(exponent, SLASHED)
    if isinstance(base, Application | Defined) and base.arguments and isinstance(exponent, Number):
        below = boxed(base, depth)
    elif isinstance(base, Elementary) and base.name in ("log", "min", "max", "exp"):
        below = bracketed(boxed(base, depth))
    else:
        below = _grouped(base, boxed(base, depth).at_least(ATOM))
    return Box(f"{below.latex}^{{{raised.latex}}}", POWER, below.width + SCRIPT * raised.width, below.tall)


def _grouped(base: Term, box: Box) -> Box:
    """A letter that carries a star already is put in parentheses, so that the exponent is no second one; a prime joins it."""
    return bracketed(box) if isinstance(base, Symbol | Defined) and "^" in box.latex else box


def _elementary(name: str, arguments: tuple[Term, ...], depth: int) -> Box:
    inside = _listed(arguments, depth)
    match name:
        case "log" if isinstance(arguments[0], Symbol | Constant | Number) and inside.level == ATOM:
            return Box(rf"\ln {inside.latex}", POWER, inside.width + 3 * DIGIT)
        case "log":
            return joined(Box(r"\ln", ATOM, 3 * DIGIT), bracketed(inside), by="")
        case "exp":
            raised = boxed(arguments[0], SLASHED)
            return Box(rf"\mathrm{{e}}^{{{raised.latex}}}", POWER, LETTER + SCRIPT * raised.width)
        case "sqrt":
            return Box(rf"\sqrt{{{inside.latex}}}", ATOM, inside.width + 2 * LETTER, inside.tall)
        case "abs":
            return bracketed(inside, "|", "|")
        case _:
            return joined(Box(rf"\{name}", ATOM, 4 * DIGIT), bracketed(inside, r"\{", r"\}"), by="")


def _listed(arguments: tuple[Term, ...], depth: int) -> Box:
    boxes = [boxed(each, depth) for each in arguments]
    return boxes[0] if len(boxes) == 1 else joined(*boxes, by=", ", gap=COMMA)
