"""Growth: by which factor a year the bounds on training cost rise under the trends of section 6.

E grows by 1.37 a year, a and b each by sqrt(3), so that rho = (a/b)**(1/alpha) stays. A product of powers of E, a and rho then
grows by the same factor every year, its annual factor.
"""

from __future__ import annotations

from typing import Any

from checks.language import NONNEGATIVE, Claim, Term, decimal, exact, sqrt, symbol
from symbolic_model.optimum import Optimum, training_pressure
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho

years = symbol("years", NONNEGATIVE, latex="t", unicode="t", meaning="time, in years")

fitted_alpha = decimal("0.3")
"""The exponent alpha, close to beta, for which the paper computes numbers. Source: sections 4.1, 6 and 7.1."""

hardware_growth = decimal("1.37")
"""Growth of the hardware efficiency E a year. Source: section 6."""

efficiency_growth = sqrt(3)
"""Growth a year of the parameter efficiency a, and of the data efficiency b. Source: section 6."""

observed_growth = exact(5)
"""Growth of training compute a year, which the paper compares with bounds on training cost in dollars. Source: section 6."""

theorem_1_size = (E / (rho * a**gamma)) ** (1 / (1 + alpha * gamma))
"""The bound on n*, in parameters, for gamma != 0 and alpha*gamma > -1, up to a constant. Source: Theorem 1."""

theorem_1_data = (rho ** (alpha * gamma) * E / a**gamma) ** (1 / (1 + alpha * gamma))
"""The bound on d*, in tokens, for gamma != 0 and alpha*gamma > -1, up to a constant. Source: Theorem 1."""

theorem_1_cost = (E / a**gamma) ** (1 / (1 + alpha * gamma))
"""The bound on C_train, in dollars, for gamma != 0 and alpha*gamma > -1, up to a constant. Source: Theorem 1."""

theorem_2_cost = a**2 * E / rho
"""The bound on C_train, in dollars, for gamma = 0, up to a constant. Source: Theorem 2."""

appendix_c_cost = a ** (2 / alpha) * E / rho
"""What the argument of Appendix C comes to, up to a constant, once ln(a*n**alpha)/n is bounded by its maximum alpha*a**(1/alpha)/e. Ours."""

cost_scale = alpha * omega**2 / (4 * delta)
"""Dollars: by pi'(n) = 0 C_train is at most this times ln q for gamma = 0, and at most this over gamma for gamma > 0. Ours."""

stationary_cost = E ** (-alpha * gamma / (1 + alpha * gamma)) * a ** (-2 * gamma / (1 + alpha * gamma)) * rho ** (alpha * gamma / (1 + alpha * gamma))
"""What pi'(n) = 0 bounds C_train by, in dollars, for gamma < 0 and alpha*gamma > -1, up to a constant. Ours."""


def after_years(bound: Term) -> Term:
    """A bound when E and a have grown for some years from the values that they stand for. Source: section 6."""
    return bound.subs({E: E * hardware_growth**years, a: a * sqrt(3**years)})


def displayed_factor(*, gamma_is: Any = gamma, alpha_is: Any = fitted_alpha, hardware: Any = hardware_growth, compute_efficiency: Any = 3) -> Term:
    """The annual factor as displayed, for alpha*gamma > -1, where a*b grows by `compute_efficiency`. Source: section 6."""
    exponent, elasticity = exact(gamma_is), exact(alpha_is) * exact(gamma_is)
    return exact(hardware) ** ((1 - elasticity) / (1 + elasticity)) * exact(compute_efficiency) ** (-exponent / (1 + elasticity))


def theorem_1_factor(*, gamma_is: Any = gamma, alpha_is: Any = fitted_alpha, hardware: Any = hardware_growth) -> Term:
    """The annual factor of theorem_1_cost, for alpha*gamma > -1. Ours."""
    exponent, elasticity = exact(gamma_is), exact(alpha_is) * exact(gamma_is)
    return (exact(hardware) * efficiency_growth ** (-exponent)) ** (1 / (1 + elasticity))


def stationary_factor(*, gamma_is: Any = gamma, alpha_is: Any = fitted_alpha, hardware: Any = hardware_growth) -> Term:
    """The annual factor of stationary_cost, for alpha*gamma > -1. Ours."""
    exponent, elasticity = exact(gamma_is), exact(alpha_is) * exact(gamma_is)
    return (exact(hardware) ** (-elasticity) * 3 ** (-exponent)) ** (1 / (1 + elasticity))


def appendix_c_factor(*, alpha_is: Any = fitted_alpha, hardware: Any = hardware_growth) -> Term:
    """The annual factor of appendix_c_cost. Ours."""
    return 3 ** (1 / exact(alpha_is)) * exact(hardware)


def first_order_condition(optimum: Optimum) -> Claim:
    """pi'(n) = 0, multiplied by 2*delta*n and solved for the training cost. Source: Appendix C, first sentence."""
    return Claim(training_pressure, "=", optimum.margin * optimum.marginal_margin)
