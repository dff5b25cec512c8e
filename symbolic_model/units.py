"""Units: how the numbers change when parameters, tokens or money are measured in other units (alpha = beta).

Quality and the 6 and 2 FLOP a parameter and token keep their numbers; a unit of parameters changes a, rho and E, a unit of tokens b, rho, omega,
delta and E, a unit of money omega, delta and E.
"""

from __future__ import annotations

from checks.language import POSITIVE, rescaling, symbol
from symbolic_model.symbols import E, a, alpha, b, d, delta, omega, rho, t
from symbolic_model.symbols import some_n as n

u = symbol("u", POSITIVE, meaning="old units in a new one")

of_parameters = rescaling("n in other units", {n: n / u, a: a * u**alpha, rho: rho * u, E: E / u})
of_tokens = rescaling("tokens in other units", {d: d / u, t: t / u, b: b * u**alpha, rho: rho / u, omega: omega * u, delta: delta * u**2, E: E / u})
of_money = rescaling("money in other units", {omega: omega / u, delta: delta / u, E: E * u})
