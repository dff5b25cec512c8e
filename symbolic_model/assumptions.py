"""Assumptions: what the paper states beyond the domains of its symbols, and where; what it leaves out is marked so."""

from __future__ import annotations

from checks.language import Claim, assumption
from symbolic_model.symbols import E, alpha, beta, delta, gamma, n, rho, t

gamma_not_zero = assumption("gamma is not zero", Claim(gamma, "!=", 0), stated="§2.1")
diminishing_demand = assumption("diminishing demand", gamma > -1, stated="§2.1")
bounded_exponent = assumption("alpha is at most 1", alpha <= 1, stated="§2.2")
elastic_quality = assumption("alpha*gamma exceeds -1", alpha * gamma > -1, stated="§4.1, after Theorem 1")
small_elasticity = assumption("alpha*gamma is at most 1", alpha * gamma <= 1, stated="Theorem 1")
enough_hardware = assumption("E exceeds 1/(6*delta*rho)", Claim(E, ">", 1 / (6 * delta * rho)), stated="Theorems 1 and 2")
positive_gamma = assumption("gamma is positive", gamma > 0)
negative_gamma = assumption("gamma is negative", gamma < 0)
equal_exponents = assumption("equal exponents", Claim(alpha, "=", beta), stated="§3")
some_sales = assumption("some tokens are sold", t > 0, stated="Lemma 2")
some_model = assumption("some model is trained", n > 0)
