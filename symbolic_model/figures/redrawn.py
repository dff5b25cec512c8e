"""Redrawn: Figures 1 to 4 of the paper, from the model."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from checks.figures import Axis, Curve, Element, Figure, Label, Level, Mark, Panel, Point, Points, Role, Zone
from checks.language import Symbol, decimal, exact
from symbolic_model.demand import f_gamma, f_zero, inverse_demand
from symbolic_model.figures.axes import HARDWARE, cost, size
from symbolic_model.figures.points import SAID, best, decades, efficiencies, enclosed, optima, spread
from symbolic_model.growth import theorem_1_cost, theorem_1_size
from symbolic_model.numerical_optimum import Optimum
from symbolic_model.scaling import chinchilla
from symbolic_model.symbols import E, a, alpha, b, beta, gamma, q, some_d, some_n, t

LINEAR_DEMAND, NOW = Fraction(-1), Fraction(10) ** 18
EFFICIENCY = Axis("parameter efficiency $a$", "", Fraction(1, 10), 10, is_logarithmic=True)
THEOREM = "as Theorem 1"
ORDERS = {"n": theorem_1_size, "C_train": theorem_1_cost}
NAMES = {"n": "$n^{*}$", "C_train": r"$C^{*}_{\mathrm{train}}$"}


def expenditure() -> Figure:
    """Figure 1: size and training cost by hardware and by parameter efficiency."""
    hardware = {each: best({gamma: LINEAR_DEMAND, E: each}) for each in efficiencies(LINEAR_DEMAND)}
    parameters = {each: best({gamma: LINEAR_DEMAND, a: each, E: NOW}) for each in decades(-1, 1, (1, Fraction(3, 2), 2, 3, 5, 7))}
    caption = (
        f"The axes of the paper's Figure 1, at gamma = -1 and {SAID}; at the bottom a varies, and rho with it, at E = 1e18. Solid: the certified "
        "optimum, each point enclosed to 20 digits. Dashed: the powers of E, a and rho that Theorem 1 prints, drawn through the optimum at the left "
        "end or at a = 1, since the theorem leaves the constant open. Size and cost grow with smaller powers of E than printed. As a rises, size "
        "falls more slowly than printed, and training cost rises, as Theorem 1 has it too; by the caption in the paper it falls."
    )
    left, low, high = (
        Label(THEOREM, 10**13, -14, 12, "right"),
        Label(THEOREM, Fraction(1, 3), 8, -12, "left"),
        Label(THEOREM, Fraction(3, 10), 8, 2, "left"),
    )
    rows = (
        (
            Panel("", HARDWARE, size(0, 24), _powers("n", hardware, {}, left)),
            Panel("", HARDWARE, cost(-2, 22), _powers("C_train", hardware, {}, left)),
        ),
        (
            Panel("", EFFICIENCY, size(8, 13), _powers("n", parameters, {E: NOW}, high)),
            Panel("", EFFICIENCY, cost(3, 8), _powers("C_train", parameters, {E: NOW}, low)),
        ),
    )
    return Figure("figure-1", "Figure 1 redrawn: what the firm spends on training", caption, rows)


def _powers(quantity: str, found: Mapping[Fraction, Optimum], values: Mapping[Symbol, Fraction], label: Label) -> tuple[Curve, Curve]:
    """The optimum, and the printed order through one of its points."""
    over, through = (a, Fraction(1)) if values else (E, min(found))
    certain = optima(quantity, found)
    order = enclosed(ORDERS[quantity], over, tuple(found), {gamma: LINEAR_DEMAND, **values})
    scale = next(each.middle / its.middle for each, its in zip(certain, order, strict=True) if each.at == through)
    printed = tuple(Point(each.at, each.low * scale, each.high * scale) for each in order)
    name = Label(NAMES[quantity], Fraction(1, 3), -4, 7, "right") if values else Label(NAMES[quantity], 10**17, 4, -12, "left")
    return Curve(printed, Role.PRINTED, label), Curve(certain, Role.CERTAIN, name)


def demand() -> Figure:
    """Figure 2: inverse demand at two qualities."""
    lower, higher = Fraction(2), Fraction(3)
    lines = {each: enclosed(inverse_demand(t, f_zero(each)), t, spread(0, Fraction(6, 5), 12), {}) for each in (lower, higher)}
    elements = (
        Curve(lines[lower], Role.CERTAIN, Label("quality $q$", Fraction(3, 10), -8, -14, "right")),
        Curve(lines[higher], Role.CERTAIN, Label(r"quality $q+\Delta q$", Fraction(1, 2), 6, 4, "left")),
        Mark(lines[lower][0], Label(r"$\omega f(q)$", 0, 6, 2, "left")),
        Mark(lines[higher][0], Label(r"$\omega f(q+\Delta q)$", 0, 6, 4, "left")),
    )
    panel = Panel("", Axis("tokens sold $t$", "tokens", 0, Fraction(6, 5)), Axis("price $p$", "$/token", 0, Fraction(13, 10)), elements)
    caption = (
        "The price p = omega*f(q) - delta*t at which t tokens sell, at two qualities, q = 2 and q = 3, for gamma = 0, where f is the logarithm, and "
        "omega = delta = 1. A better model raises the line by omega*(f(q + Δq) - f(q)) and leaves its slope."
    )
    return Figure("figure-2", "Figure 2 redrawn: inverse demand", caption, ((panel,),))


def linking_functions() -> Figure:
    """Figure 3: the linking functions for three values of gamma."""
    places = spread(Fraction(1, 5), 6, 116)
    labels = {
        -1: Label("$f_{-1}(q) = q-1$", 3, -8, 8, "right"),
        0: Label(r"$f_0(q) = \ln q$", 4, 12, 8, "center"),
        1: Label("$f_1(q) = 1-1/q$", 4, 12, -14, "center"),
    }
    drawn = {at: enclosed(f_gamma(q) if at else f_zero(q), q, places, {gamma: Fraction(at)}) for at in labels}
    elements: tuple[Element, ...] = (
        Level(Point(Fraction(0), Fraction(0), Fraction(0)), Role.FAINT),
        Zone(0, 1, "nothing sells"),
        *(Curve(drawn[at], Role.CERTAIN, label) for at, label in labels.items()),
    )
    panel = Panel("", Axis("quality $q$", "", 0, 6), Axis(r"highest price $f_\gamma(q)$", "ω $/token", -2, 4), elements)
    caption = (
        "The linking functions for gamma = -1, 0 and 1, in one picture. They meet at q = 1 with slope 1 and are negative below, where no token sells "
        "at a positive price; the larger gamma, the sooner returns to quality diminish, and for gamma > 0 the price stays below omega/gamma."
    )
    return Figure("figure-3", "Figure 3 redrawn: the linking functions", caption, ((panel,),), height=2.5)


LEVELS = (1, 2, 3)
EXPONENTS = {alpha: decimal("0.3392").value, beta: decimal("0.2849").value, a: Fraction(1), b: Fraction(1)}
SCALE = Axis("model size $n$", "rescaled", 0, 6)
TOKENS = Axis("training data $d$", "rescaled", 0, 6)


def substitution() -> Figure:
    """Figure 4: curves of equal quality under three scaling laws."""
    laws = (
        (r"Leontief, $\sigma = 0$", _corner),
        (r"Chinchilla, $\sigma \approx 0.76$", _chinchilla),
        (r"perfect substitutes, $\sigma = \infty$", _straight),
    )
    row = tuple(Panel(title, SCALE, TOKENS, tuple(Curve(law(level), Role.CERTAIN) for level in LEVELS)) for title, law in laws)
    caption = (
        "Pairs of equal quality through (k, k), k = 1, 2, 3, in units in which a = b = 1. Left: min{n**alpha, d**alpha}, the law of the model. "
        "Middle: 1/(1/n**alpha + 1/d**beta) with the exponents alpha = 0.3392 and beta = 0.2849 that Appendix B uses; its elasticity of "
        "substitution is not quite constant, but between 1/(1 + alpha) = 0.747 and 1/(1 + beta) = 0.778. Right: n + d."
    )
    return Figure("figure-4", "Figure 4 redrawn: how far parameters and data replace each other", caption, (row,))


def _corner(level: int) -> Points:
    """The corner (k, k) has n = d = k where a = b and alpha = beta."""
    top, at = Fraction(6), Fraction(level)
    return (Point(at, top, top), Point(at, at, at), Point(top, at, at))


def _chinchilla(level: int) -> Points:
    quality = chinchilla(some_n, some_d).subs({some_n: level, some_d: level})
    needed = (b / (1 / quality - a / some_n**alpha)) ** (1 / beta)
    places = tuple(each for each in spread(0, 6, 120) if each * 4 > level)
    return enclosed(needed, some_n, places, EXPONENTS)


def _straight(level: int) -> Points:
    line = exact(2 * level) - some_n
    return enclosed(line, some_n, (Fraction(0), Fraction(2 * level)), {})
