"""Numerical optimum: the model that maximizes profit at exact values of the parameters, enclosed for certain (section 2.3).

Maximizes omega*t*f(q) - delta*t**2 - (6nd + 2nt)/E over n, d, t >= 0, and d <= D where there is a cap D, for quality
q = min{a*n**alpha, b*d**beta}. What is computed, and why it is the optimum, is proved in `symbolic_model.profit_along_balance`.
Signs are decided by balls alone, at a precision that is raised until they tell, or by exact rationals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, assert_never

from flint import arb, ctx

from checks.enclosures import compiled
from checks.enclosures.decimals import ZERO, BeyondDecimals, Enclosure, enclosure
from checks.language import POSITIVE, REAL, UNIT, Term
from checks.optimization import NotShown, Parameter, completed
from symbolic_model.demand import inverse_demand
from symbolic_model.profit import best_volume, inference_cost, reduced_profit, training_cost
from symbolic_model.profit_along_balance import Balance, Best, Doubt, Nothing, Unbounded, data, linking, place, quality, size, x
from symbolic_model.symbols import D, E, a, alpha, b, beta, delta, gamma, omega

PARAMETERS = (
    Parameter(gamma, REAL, is_required=True),
    Parameter(alpha, UNIT, is_required=True),
    Parameter(E, POSITIVE, is_required=True),
    Parameter(beta, UNIT, default=alpha),
    Parameter(a, POSITIVE, default=Fraction(1)),
    Parameter(b, POSITIVE, default=Fraction(1)),
    Parameter(omega, POSITIVE, default=Fraction(1)),
    Parameter(delta, POSITIVE, default=Fraction(1)),
    Parameter(D, POSITIVE),
)
"""What the optimum depends on: 0 < alpha, beta <= 1 (section 2.2), and every real gamma.

The paper states gamma > -1 and takes gamma = -1 for its figures; section 7.2 names gamma < -1 as another choice. The proof
needs no bound on gamma, and says where profit has none.
"""

GUARD, DOUBLINGS, LEAST_LAST = 128, 4, 1 << 14  # bits


class Kind(StrEnum):
    """What the optimum is like."""

    INTERIOR = "interior"
    CAPPED = "data cap binding"
    NOTHING = "none"
    UNBOUNDED = "unbounded"


SAYS = {
    Kind.INTERIOR: "the firm trains one best model, at which the slope of profit is zero",
    Kind.CAPPED: "the firm trains on all the data there are, and would use more",
    Kind.NOTHING: "the firm trains nothing: every model that sells anything makes a loss",
    Kind.UNBOUNDED: "larger models earn more, without a bound",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Optimum:
    """The optimum; a quantity is None where there is none, as the price where nothing is sold."""

    kind: Kind
    participates: Annotated[bool, "a model is trained"]
    n: Annotated[Enclosure | None, "model size, in parameters"] = None
    d: Annotated[Enclosure | None, "training data, in tokens"] = None
    t: Annotated[Enclosure | None, "inference tokens sold"] = None
    q: Annotated[Enclosure | None, "quality of the model"] = None
    price: Annotated[Enclosure | None, "price in dollars a token"] = None
    profit: Annotated[Enclosure | None, "profit in dollars"] = None
    C_train: Annotated[Enclosure | None, "training cost in dollars"] = None
    C_inf: Annotated[Enclosure | None, "inference cost in dollars"] = None

    @property
    def says(self) -> str:
        """The kind in a sentence."""
        return SAYS[self.kind]


def optimum(values: Mapping[str, Fraction | int], digits: int = 20) -> Optimum:
    """The optimum at exact values of the parameters, by name, each quantity to so many significant digits.

    >>> found = optimum({"gamma": Fraction(-77, 100), "alpha": Fraction(3, 10), "E": 10**18}, digits=6)
    >>> str(found.kind), str(found.n)
    ('interior', '[3.45855e10, 3.45856e10]')

    Raises:
        TypeError: for a value that is not exact.
        BadValue: for a value outside its domain, one that is missing, and an unknown name.
        ValueError: for fewer digits than 1.
        NotShown: where a sign could not be told, as on the border between training a model and training nothing or where D is
            exactly d*, and where a quantity lies beyond all decimals.
    """
    if isinstance(digits, bool) or not isinstance(digits, int) or digits < 1:
        raise ValueError(f"digits must be a positive whole number, not {digits!r}")
    given = completed(PARAMETERS, values)
    cap = given.pop(D, None)
    balance = Balance(given)
    doubt = Doubt("the optimum")
    for bits in _precisions(digits):
        with ctx.workprec(bits):
            found = _optimum(balance, cap, digits)
        if isinstance(found, Optimum):
            return found
        doubt = found
    raise NotShown(f"could not show, with {bits} bits, {doubt.of}; the values may lie on the border: change one of them slightly")


def _precisions(digits: int) -> Iterator[int]:
    """Working precisions in bits, each twice the one before."""
    bits = 4 * digits + GUARD
    last = max(bits << DOUBLINGS, LEAST_LAST)
    while bits <= last:
        yield bits
        bits *= 2


def _optimum(balance: Balance, cap: Fraction | None, digits: int) -> Optimum | Doubt:
    match place(balance, cap):
        case Nothing():
            return Optimum(kind=Kind.NOTHING, participates=False, n=ZERO, d=ZERO, t=ZERO, q=ZERO, profit=ZERO, C_train=ZERO, C_inf=ZERO)
        case Unbounded():
            return Optimum(kind=Kind.UNBOUNDED, participates=True)
        case Best(log_size, at_cap):
            return _trained(balance, log_size, cap if at_cap else None, digits)
        case Doubt() as doubt:
            return doubt
        case never:
            assert_never(never)


def _trained(balance: Balance, log_size: arb, cap: Fraction | None, digits: int) -> Optimum | Doubt:
    """The quantities at a size whose logarithm is enclosed; the data are exactly the cap where it binds."""
    terms = _quantities(linking(balance.values))
    balls = compiled([term.subs(balance.values) for term in terms.values()], (x,))(log_size)
    found: dict[str, Enclosure] = {}
    for name, ball in zip(terms, balls, strict=True):
        try:
            bounds = enclosure(cap if cap is not None and name == "d" else ball, digits)
        except BeyondDecimals as fault:
            raise NotShown(f"{name} cannot be written: {fault}") from fault
        if bounds is None:
            return Doubt(f"{digits} digits of {name}")
        found[name] = bounds
    return Optimum(kind=Kind.INTERIOR if cap is None else Kind.CAPPED, participates=True, **found)


def _quantities(linked: Term) -> dict[str, Term]:
    """The fields of an optimum in x = ln n, where a model is trained. Source: section 2, Lemmas 1 and 2."""
    volume = best_volume(size, linked)
    return {
        "n": size,
        "d": data,
        "t": volume,
        "q": quality,
        "price": inverse_demand(volume, linked),
        "profit": reduced_profit(size, data, linked),
        "C_train": training_cost(size, data),
        "C_inf": inference_cost(size, volume),
    }
