"""Profit along the balance: a function of x = ln n; where it is not negative, and where it is greatest, for certain.

By Lemmas 1 and 2 nothing is lost by selling t = max(0, v)/(2*delta) tokens and training on the data that balance n, where
v = omega*f(q) - 2n/E is the margin, q = a*n**alpha. Where v <= 0 nothing is sold and profit is that of no model at best.
Elsewhere it is P = v**2/(4*delta) - 6*rho*n**(1 + alpha/beta)/E, rho = (a/b)**(1/beta). Write primes for derivatives in x,

    g = -alpha*gamma,  m = (1 + alpha/beta)/2,  kappa**2 = 24*delta*rho/E,  s = 2/E,  c = alpha*omega*a**-gamma,
    A = v*exp(-m*x),  B = v'*exp(-m*x),  h = v' - m*v.

Then v' = c*exp(g*x) - s*exp(x), A' = h*exp(-m*x), B' = h'*exp(-m*x), h' = (g - m)*c*exp(g*x) + (m - 1)*s*exp(x), and where v > 0

    P = exp(2*m*x)*(A**2 - kappa**2)/(4*delta),    2*delta*exp(-2*m*x)*P' = A*B - m*kappa**2.

So P >= 0 exactly on S = {v > 0, A >= kappa}.

*A peak.* Let g < 1, or 1 <= g < m. For g < 1 let w be the zero of v', ln(c/s)/(1 - g), at which v is greatest; else let w = oo. Let
v(w) > 0, or c > s for g = 1, since otherwise v <= 0 everywhere. Then h changes sign once left of w, from plus to minus, at some u,
and h' < 0 wherever h <= 0 and v' > 0:

  - g < 1: v rises up to w, from v < 0. Where v <= 0 left of w, h > 0; near w, h < 0. If m >= 1, then v' > 0 gives
    h' <= (g - 1)*c*exp(g*x) < 0. If g <= m < 1, then h' < 0. If m < g, then h' is first positive, then negative, and h tends to
    -m*omega/gamma > 0 as x -> -oo, so h <= 0 only where it falls.
  - g = 1: v = (c - s)*exp(x) - alpha*omega, so v' > 0 and h' = (1 - m)*(c - s)*exp(x) < 0.
  - 1 < g < m: h' is first positive, then negative, with the same limit of h. And v is negative until it rises for good.

As h = v' > 0 where v becomes positive, A rises from there up to u and falls from u on (beyond w since v' < 0 < v); A tends to 0 if
w = oo. So S is an interval; it is empty if A(u) < kappa. If A(u) > kappa, then P = 0 at its ends and P > 0 inside. Where
P' = 0 in S, A*B = m*kappa**2 <= m*A**2, so v' > 0 and h <= 0, that is u <= x < w. There A and B are positive and fall, so
P' has one zero, x*: P' > 0 on S before it and P' < 0 from it to w. So P is greatest at x*, and nowhere else.

*No peak.* Let g >= 1 and g >= m, and L = c/g, less s if g = 1. If L <= 0 then v < 0 everywhere. Otherwise h > 0 where v > 0: for g = 1,
h = (1 - m)*L*exp(x) + m*alpha*omega; for g > 1, as L*exp(g*x) > s*exp(x) - omega/gamma, h >= (g - 1)*s*exp(x) - g*omega/gamma. So A
rises, to oo if g > m, else to L. Profit has no bound if g > m or L > kappa, and rises on S; else it is negative wherever v > 0.

*A cap.* Under d <= D, x <= x_D, where n balances D; by Lemma 2 a larger model trained on D is no better. Something in S is allowed if
and only if A >= kappa at min(u, x_D). As P rises on S before x*, it is greatest at min(x*, x_D); where there is no peak, u = x* = oo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from flint import arb

from checks.enclosures import compiled, sign_at
from checks.enclosures.isolation import Bracket, Line, bracket, bracket_beyond, isolated
from checks.language import Symbol, Term, exp, log, symbol
from checks.language.differentiation import derivative
from checks.language.walking import unfolded
from symbolic_model.demand import f_gamma, f_zero
from symbolic_model.profit import inference_cost, reduced_profit
from symbolic_model.scaling import balanced_data, balanced_size
from symbolic_model.symbols import E, a, alpha, b, beta, delta, gamma, omega

x = symbol("x", meaning="logarithm of the model size")
size = exp(x)
data = balanced_data(size)
quality = a * size**alpha
half_cost_growth = (1 + alpha / beta) / 2
"""m."""
squared_level = 24 * delta * (a / b) ** (1 / beta) / E
"""kappa**2."""
highest_margin = log(alpha * omega * a**-gamma * E / 2) / (1 + alpha * gamma)
"""w, for g < 1."""
leading = -omega * a**-gamma / gamma
"""c/g, for gamma != 0."""
sold_from = -log(a) / alpha
"""Where quality is 1; up to there nothing is sold."""

Values = Mapping[Symbol, Fraction]


@dataclass(frozen=True, slots=True)
class Nothing:
    """No model is worth training: profit is negative wherever something is sold."""


@dataclass(frozen=True, slots=True)
class Unbounded:
    """Profit exceeds every bound."""


@dataclass(frozen=True, slots=True)
class Best:
    """Profit is positive at one best size: its logarithm enclosed, and whether the cap on the data keeps it from being larger."""

    log_size: arb
    at_cap: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """The precision in force does not tell what is named."""

    of: str


Place = Nothing | Unbounded | Best | Doubt
PARTICIPATION = "whether profit can be positive at all"


def linking(values: Values) -> Term:
    """The linking function at the quality of size exp(x): ln q where gamma is 0."""
    return f_gamma(quality) if values[gamma] else f_zero(quality)


class Balance:
    """Margin and profit in x = ln n at exact values of the parameters, evaluated on balls at the precision in force."""

    def __init__(self, values: Values) -> None:
        linked = linking(values)
        margin, profit = unfolded(omega * linked - inference_cost(size, 1)), unfolded(reduced_profit(size, data, linked))
        self.values = values
        self.demand_growth = -values[alpha] * values[gamma]
        self.half_cost_growth = (1 + values[alpha] / values[beta]) / 2
        self.margin = self.line(margin)
        self.profit = self.line(profit)
        self.rise = self.line(derivative(margin, x) - half_cost_growth * margin)
        self.slope = self.line(derivative(profit, x))

    def line(self, term: Term) -> Line:
        """A term in x, as a function of balls."""
        program = compiled([term.subs(self.values)], (x,))
        return lambda point: program(point)[0]

    def value(self, term: Term) -> arb:
        """A term in the parameters, at the precision in force."""
        return compiled([term.subs(self.values)], ())()[0]

    def earns(self, at: arb) -> bool | None:
        """Whether something is sold at a profit; None where that is not the same, or not certain, all over the ball."""
        margin, profit = self.margin(at), self.profit(at)
        if margin > 0 and profit > 0:
            return True
        return False if margin < 0 or profit < 0 else None


def place(balance: Balance, cap: Fraction | None) -> Place:
    """Where profit along the balance is greatest, with training data up to the cap if there is one, as far as balls tell."""
    limit = None if cap is None else balance.value(log(balanced_size(cap)))
    if balance.demand_growth < 1:
        return _with_peak(balance, limit)
    match _sells(balance):
        case None:
            return Doubt("whether any model sells anything")
        case False:
            return Nothing()
        case True:
            has_peak = balance.demand_growth < balance.half_cost_growth
            return _with_peak(balance, limit) if has_peak else _without_peak(balance, limit)


def _without_peak(balance: Balance, limit: arb | None) -> Place:
    match _has_no_bound(balance):
        case None:
            return Doubt("whether profit is bounded")
        case False:
            return Nothing()
        case True:
            return Unbounded() if limit is None else _at_cap(balance, limit)


def _at_cap(balance: Balance, limit: arb) -> Place:
    match balance.earns(limit):
        case None:
            return Doubt("whether profit is positive at the cap")
        case False:
            return Nothing()
        case True:
            return Best(limit, at_cap=True)


def _lead(balance: Balance) -> Term:
    """L, for g >= 1."""
    return leading - 2 / E if balance.demand_growth == 1 else leading


def _sells(balance: Balance) -> bool | None:
    """Whether v > 0 somewhere, for g >= 1; exactly where L is rational, as in the next one."""
    sign = sign_at(_lead(balance), balance.values)
    return None if sign is None else sign > 0


def _has_no_bound(balance: Balance) -> bool | None:
    """Whether profit has no bound, for g >= 1, g >= m and L > 0."""
    if balance.demand_growth > balance.half_cost_growth:
        return True
    sign = sign_at(_lead(balance) ** 2 - squared_level, balance.values)
    return None if sign is None else sign > 0


def _with_peak(balance: Balance, limit: arb | None) -> Place:
    start = balance.value(sold_from).lower()
    end = None
    if balance.demand_growth < 1:
        highest = balance.value(highest_margin)
        if _never_enough(balance, start, highest):
            return Nothing()
        end = highest.lower()
    peak = _falling(balance.rise, start, end)
    if peak is None:
        return Doubt(PARTICIPATION)
    peak = isolated(balance.rise, peak)
    earns = balance.earns(peak.hull if limit is None else arb.min(peak.hull, limit))
    if earns is None or (earns and not balance.earns(peak.hull)):
        return Doubt(PARTICIPATION)
    return _best(balance, peak, end, limit) if earns else Nothing()


def _falling(function: Line, start: arb, end: arb | None) -> Bracket | None:
    return bracket_beyond(function, start) if end is None else bracket(function, start, end)


def _never_enough(balance: Balance, start: arb, highest: arb) -> bool:
    """Whether the highest margin certainly is below kappa*exp(m*start), which v reaches wherever A >= kappa, as it is positive from q = 1 on."""
    least = balance.value(squared_level).sqrt() * (start * balance.value(half_cost_growth)).exp()
    return bool(balance.margin(highest) < least)


def _best(balance: Balance, peak: Bracket, end: arb | None, limit: arb | None) -> Place:
    around = _falling(balance.slope, peak.low, end)
    if around is None:
        return Doubt("where the slope of profit changes its sign")
    best = isolated(balance.slope, around)
    if limit is None or limit > best.high:
        return Best(best.hull, at_cap=False)
    return Best(limit, at_cap=True) if limit < best.low else Doubt("whether the cap on the data binds")
