"""Bounds on the optimum in E: as Theorems 1 and 2 print them, and what holds, with constants that are proved.

The paper prints orders. The constants are those with which `derivations.theorem_1_bounds`, `theorem_1_cost`, `theorem_2_size`,
`theorem_2_data_and_cost` and `theorem_2_growth_with_hardware` prove them where something is sold, for a = 1; tests compare the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from checks.language import E as e
from checks.language import Term, log, sqrt
from symbolic_model.growth import cost_scale, stationary_cost, theorem_1_cost, theorem_1_data, theorem_1_size, theorem_2_cost
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho

elasticity = 1 + alpha * gamma
size_constant = (alpha * omega * rho / 2) ** (1 / elasticity)
logarithmic_constant = alpha**2 * omega**2 / (24 * e * delta)
scale_for_negative = -cost_scale / (6 * gamma)
scale_for_positive = cost_scale / (6 * gamma)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds by quantity, in the names of an optimum.

    Attributes:
        printed: upper bounds of the orders that the theorems print.
        upper: what holds in their place.
        lower: what the optimum does not fall below, where that is proved.
        lower_from: from which E on.
    """

    printed: dict[str, Term]
    upper: dict[str, Term]
    lower: dict[str, Term] | None = None
    lower_from: Term | None = None


def by_cost(cost: Term) -> dict[str, Term]:
    """What a bound on the training cost 6*rho*n**2/E says of size and data as well."""
    size = sqrt(E * cost / (6 * rho))
    return {"n": size, "d": rho * size, "C_train": cost}


def _theorem_1(cost_constant: Term) -> dict[str, Term]:
    return {"n": size_constant * theorem_1_size, "d": size_constant * theorem_1_data, "C_train": cost_constant * theorem_1_cost}


for_negative = Bounds(
    _theorem_1(6 * scale_for_negative ** (1 / elasticity) * (rho ** (alpha * gamma) * a**-gamma) ** (1 / elasticity)),
    by_cost(6 * scale_for_negative ** (1 / elasticity) * stationary_cost),
    by_cost(6 * (alpha * cost_scale / 24) ** (1 / elasticity) * stationary_cost),
    2 / (3 * alpha * delta * -gamma * rho),
)
for_zero = Bounds(
    {
        "n": logarithmic_constant * (a * E / rho),
        "d": logarithmic_constant * (a * E),
        "C_train": 6 * logarithmic_constant**2 * theorem_2_cost,
    },
    by_cost(cost_scale * log(a**2 * (logarithmic_constant * E / rho) ** alpha)),
)
for_positive = Bounds(
    _theorem_1(6 * rho * (alpha * omega / 2) ** (2 / elasticity)),
    by_cost(6 * scale_for_positive ** (2 / (1 + elasticity)) * stationary_cost ** (elasticity / (1 + elasticity))),
)


def bounds(at: Fraction) -> Bounds:
    """The bounds for a value of gamma."""
    return for_negative if at < 0 else for_positive if at > 0 else for_zero
