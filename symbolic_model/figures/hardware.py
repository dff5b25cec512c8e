"""Hardware: the certified optimum against E, with the bounds as printed and as they hold; a figure for each sign of gamma."""

from __future__ import annotations

from fractions import Fraction

from checks.enclosures import sign_at
from checks.figures import Axis, Band, Curve, Element, Figure, Label, Panel, Points, Role, Side, Zone
from symbolic_model.figures.axes import FIRST, HARDWARE, cost, data, size
from symbolic_model.figures.bounds import Bounds, bounds
from symbolic_model.figures.points import SAID, best, efficiencies, enclosed, optima, threshold, valued
from symbolic_model.numerical_optimum import Optimum
from symbolic_model.symbols import E, gamma

NAMES = {"n": "$n^{*}$", "d": "$d^{*}$", "C_train": r"$C^{*}_{\mathrm{train}}$"}
LOWERED = {"n": -18, "d": -18, "C_train": -24}  # below the band
NOTHING = "nothing is trained"
SOLID = "Solid: the certified optimum, each point enclosed to 20 digits, so far narrower than the line"
DASHED = "dashed and hatched above: the printed bound, with the constant with which it is proved, as the paper gives none"


def negative() -> Figure:
    """At gamma = -1, as in the paper's Figure 1."""
    caption = (
        f"gamma = -1, {SAID}. {SOLID}; {DASHED}; shaded: between the corrected bounds, which have the order E**(1/(2 + 2*alpha*gamma)) for n* and "
        "d* and E**(-alpha*gamma/(1 + alpha*gamma)) for the cost, and are a constant factor apart for every E. The printed order of the "
        "cost grows faster by the factor E. At the left no model earns what it costs, and the firm trains nothing."
    )
    axes = {"n": size(0, 28), "d": data(0, 30), "C_train": cost(-3, 27)}
    return _figure("optimum-gamma-negative", "The optimum against hardware efficiency, gamma = -1", caption, Fraction(-1), axes)


def zero() -> Figure:
    """At gamma = 0, logarithmic demand."""
    caption = (
        f"gamma = 0, {SAID}. {SOLID}; {DASHED}; dash-dotted and hatched above: the corrected Theorem 2, by which the cost is at most "
        "alpha*omega²/(4*delta) times the logarithm of a²*(c*E/rho)**alpha, c = alpha²*omega²/(24*e*delta). Size and data grow like the root of "
        "E*ln E and the cost like ln E, not linearly."
    )
    axes = {"n": size(0, 18), "d": data(0, 18), "C_train": cost(-3, 15)}
    return _figure("optimum-gamma-zero", "The optimum against hardware efficiency, gamma = 0", caption, Fraction(0), axes)


def positive() -> Figure:
    """At gamma = 1."""
    caption = (
        f"gamma = 1, {SAID}. {SOLID}; {DASHED}; dash-dotted and hatched above: the corrected bounds, of the order E**(1/(2 + alpha*gamma)) for n* "
        "and d* and E**(-alpha*gamma/(2 + alpha*gamma)) for the cost. As hardware improves the cost comes to fall, while the printed bound rises."
    )
    axes = {"n": size(0, 18), "d": data(0, 18), "C_train": cost(-6, 18)}
    return _figure("optimum-gamma-positive", "The optimum against hardware efficiency, gamma = 1", caption, Fraction(1), axes)


def _figure(name: str, title: str, caption: str, at: Fraction, axes: dict[str, Axis]) -> Figure:
    start = threshold(at)
    found = {place: best({gamma: at, E: place}) for place in efficiencies(at)}
    row = tuple(Panel("", HARDWARE, axis, _elements(quantity, at, start, found)) for quantity, axis in axes.items())
    return Figure(name, title, caption, (row,), height=2.5)


def _elements(quantity: str, at: Fraction, start: Fraction, found: dict[Fraction, Optimum]) -> tuple[Element, ...]:
    known, places = bounds(at), tuple(found)
    printed = Curve(
        enclosed(known.printed[quantity], E, places, {gamma: at}),
        Role.PRINTED,
        Label("printed", 10**12, -10, 8, "right"),
        Side.ABOVE,
    )
    certain = Curve(optima(quantity, found), Role.CERTAIN, Label(NAMES[quantity], 10**17, 0, LOWERED[quantity] if at < 0 else -14))
    return (Zone(10**FIRST, start, NOTHING), printed, _corrected(known, quantity, at, places), certain)


def _corrected(known: Bounds, quantity: str, at: Fraction, places: tuple[Fraction, ...]) -> Curve | Band:
    upper = enclosed(known.upper[quantity], E, places, {gamma: at})
    label = Label("corrected", 10**20, -2, 11, "right")
    lower = _lower(known, quantity, at, places)
    return Curve(upper, Role.CORRECTED, label, Side.ABOVE) if lower is None else Band(lower, upper, Role.CORRECTED, label)


def _lower(known: Bounds, quantity: str, at: Fraction, places: tuple[Fraction, ...]) -> Points | None:
    """The lower bound, where it is proved at all places."""
    if known.lower is None or known.lower_from is None:
        return None
    beyond = E - valued(known.lower_from, {gamma: at})
    return enclosed(known.lower[quantity], E, places, {gamma: at}) if all(sign_at(beyond, {E: place}) == 1 for place in places) else None
