"""Assumptions: what the paper states beyond the domains of its symbols, and where; what it leaves out is marked so."""

from __future__ import annotations

from checks.language import Claim, assumption
from symbolic_model.symbols import alpha, beta, gamma, n, t

gamma_not_zero = assumption("gamma is not zero", Claim(gamma, "!=", 0), stated="§2.1")
diminishing_demand = assumption("diminishing demand", gamma > -1, stated="§2.1")
equal_exponents = assumption("equal exponents", Claim(alpha, "=", beta), stated="§3")
some_sales = assumption("some tokens are sold", t > 0, stated="Lemma 2")
some_model = assumption("some model is trained", n > 0)
