"""Exponents: by which power of E the optimum grows at each E, beside the printed power and the true one.

The local exponents are d ln n*/d ln E and d ln C_train/d ln E, by the first-order condition differentiated implicitly, at the enclosed n*.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flint import arb, ctx

from checks.enclosures import compiled
from checks.enclosures.programs import ball
from checks.figures import Axis, Curve, Figure, Label, Level, Panel, Point, Points, Role, Zone
from checks.language import Term, log
from checks.language.differentiation import derivative
from checks.language.walking import unfolded
from symbolic_model.demand import f_gamma, f_zero
from symbolic_model.figures.axes import FIRST, HARDWARE
from symbolic_model.figures.bounds import bounds
from symbolic_model.figures.points import BITS, SAID, best, efficiencies, point, threshold, value, valued
from symbolic_model.growth import theorem_1_data, theorem_1_size
from symbolic_model.profit import reduced_profit, training_cost
from symbolic_model.scaling import balanced_data
from symbolic_model.symbols import E, a, alpha, gamma
from symbolic_model.symbols import some_n as n

EXPONENT_N = Axis(r"$d\,\ln n^{*} / d\,\ln E$", "", 0, 2)
EXPONENT_C = Axis(r"$d\,\ln C^{*}_{\mathrm{train}} / d\,\ln E$", "", Fraction(-1, 2), 2)
section_1 = theorem_1_size * theorem_1_data / E
"""What section 1 takes for the rate of the training cost, up to a constant: the product of the bounds on size and data."""


def exponents(at: Fraction) -> tuple[Term, Term]:
    """The local exponents of n* and of C_train in E, as terms in n and E that hold where n = n*."""
    linked = (f_gamma if at else f_zero)(a * n**alpha)
    slope = derivative(unfolded(reduced_profit(n, balanced_data(n), linked)), n)
    of_size = -(E * derivative(slope, E)) / (n * derivative(slope, n))
    cost = unfolded(log(training_cost(n, balanced_data(n))))
    return of_size, E * derivative(cost, E) + n * derivative(cost, n) * of_size


def local(at: Fraction, places: tuple[Fraction, ...]) -> tuple[Points, Points]:
    """Both exponents of the optimum, enclosed, at hardware efficiencies at which a model is trained."""
    program = compiled([valued(each, {gamma: at}) for each in exponents(at)], (n, E))
    with ctx.workprec(BITS):
        found = [(place, program(_size(at, place), ball(place))) for place in places]
        return tuple(point(place, pair[0]) for place, pair in found), tuple(point(place, pair[1]) for place, pair in found)


def _size(at: Fraction, place: Fraction) -> arb:
    size = best({gamma: at, E: place}).n
    if size is None:
        raise ValueError(f"at gamma = {at} and E = {place} there is no best size")
    return ball(Fraction(size.low)).union(ball(Fraction(size.high)))


@dataclass(frozen=True, slots=True)
class Column:
    """One value of gamma: the panels' title, what the corrected exponents are, and where the words stand.

    Attributes:
        words: how the corrected exponents of size and cost are labelled.
        certain: where the optimum's curves are labelled, moved up by so many points.
    """

    gamma: int
    words: tuple[str, str]
    certain: tuple[int, int]


COLUMNS = (
    Column(-1, (r"rate $1/(2+2\alpha\gamma)$", r"rate $-\alpha\gamma/(1+\alpha\gamma)$"), (-12, -12)),
    Column(0, (r"limit $1/2$", "limit 0"), (6, 6)),
    Column(1, (r"at most $1/(2+\alpha\gamma)$", r"at most $-\alpha\gamma/(2+\alpha\gamma)$"), (6, 6)),
)


def local_exponents() -> Figure:
    """Local exponents of size and of training cost for three values of gamma."""
    panels = [_panels(column) for column in COLUMNS]
    caption = (
        f"By how many per cent n* and C_train rise where E rises by one, at {SAID}; d* = rho*n* rises as n* does. Solid: at the certified "
        "optimum, by implicit differentiation of the first-order condition, enclosed. Dashed: the exponents of Theorem 1, or of Theorem 2 for "
        "gamma = 0; for the cost also that of section 1, (1 - alpha*gamma)/(1 + alpha*gamma). The optimum comes near them only at the threshold, "
        "where profit is nil. Dash-dotted: what holds, a rate for gamma < 0, the limit for gamma = 0, the exponent of an upper bound for gamma > 0."
    )
    rows = (tuple(size for size, _ in panels), tuple(cost for _, cost in panels))
    return Figure("local-exponents", "How fast the optimum grows with hardware efficiency", caption, rows)


def _panels(column: Column) -> tuple[Panel, Panel]:
    at = Fraction(column.gamma)
    start = threshold(at)
    size, cost = local(at, efficiencies(at))
    printed, upper = bounds(at).printed, bounds(at).upper
    names = "$n^{*}$", r"$C^{*}_{\mathrm{train}}$"
    shown = [Curve(each, Role.CERTAIN, Label(name, 10**8, 0, up)) for each, name, up in zip((size, cost), names, column.certain, strict=True)]
    limits = _limits(at) if at == 0 else (_power(upper["n"], at), _power(upper["C_train"], at))
    true = [Level(each, Role.CORRECTED, Label(words, 10**20, -2, 3, "right")) for each, words in zip(limits, column.words, strict=True)]
    theorem = f"Theorem {1 if at else 2}"
    of_theorem = [Level(_power(printed[each], at), Role.PRINTED, Label(theorem, 10**20, -2, 3, "right")) for each in ("n", "C_train")]
    of_section_1 = [Level(_power(section_1, at), Role.PRINTED, Label("section 1", 10**20, -2, 3, "right"))] if at else []
    zone = Zone(10**FIRST, start, "nothing is trained")
    title = rf"$\gamma = {column.gamma}$"
    return (
        Panel(title, HARDWARE, EXPONENT_N, (zone, of_theorem[0], true[0], shown[0])),
        Panel(title, HARDWARE, EXPONENT_C, (zone, of_theorem[1], *of_section_1, true[1], shown[1])),
    )


def _power(bound: Term, at: Fraction) -> Point:
    """The exponent of E in a bound that is a power of E."""
    return value(E * derivative(unfolded(log(bound)), E), {gamma: at, E: Fraction(2)})


def _limits(at: Fraction) -> tuple[Point, Point]:
    """Those of sqrt(E*ln(E)) and ln(E), the rates for gamma = 0."""
    return value(Fraction(1, 2), {}, at), value(0, {}, at)
