"""Demand: the inverse demand function and the linking functions (section 2.1 and Appendix A)."""

from __future__ import annotations

from typing import Any

from checks.language import Term, define, exact, log
from symbolic_model.symbols import delta, gamma, omega, q

f_gamma = define("f_gamma", q, latex=r"f_\gamma", by=1 / gamma * (1 - q ** (-gamma)))
"""The linking function f_gamma(q) = (1/gamma)*(1 - q**-gamma), for q > 0 and gamma != 0. Source: section 2.1."""

f_zero = define("f_0", q, latex="f_0", by=log(q))
"""The linking function f_0(q) = ln q, for q > 0. Source: section 2.1."""


def inverse_demand(tokens: Any, linked: Any) -> Term:
    """The price a token, p = omega*f(q) - delta*t, when `linked` is f(q). Source: section 2.1."""
    return omega * exact(linked) - delta * exact(tokens)
