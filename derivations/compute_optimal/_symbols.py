"""Notation of the compute-optimal allocation: every symbol with its domain, and the numbers that the paper prints.

| here        | paper | stands for                                     | domain | place         |
|-------------|-------|------------------------------------------------|--------|---------------|
| N           | N     | model size, in parameters                      | N > 0  | section 3.3   |
| D           | D     | training data, in tokens                       | D > 0  | section 3.3   |
| C           | C     | training compute, in FLOPs                     | C > 0  | section 3.3   |
| E           | E     | loss that neither size nor data takes away     | E > 0  | section 3.3   |
| A, B        | A, B  | scales of what finite size and data cost       | > 0    | section 3.3   |
| alpha, beta | α, β  | exponents of N and D in the loss               | > 0    | section 3.3   |
| kappa       |       | FLOPs a parameter and token; the paper has 6   | > 0    | ours          |
| u, v, w     |       | what a change of units multiplies numbers by   | > 0    | ours          |
"""

from __future__ import annotations

from checks.language import POSITIVE, decimal, symbol

N = symbol("N", POSITIVE, meaning="model size, in parameters")
D = symbol("D", POSITIVE, meaning="training data, in tokens")
C = symbol("C", POSITIVE, meaning="training compute, in FLOPs")
E = symbol("E", POSITIVE, meaning="loss that neither size nor data takes away")
A = symbol("A", POSITIVE, meaning="scale of what a finite model costs")
B = symbol("B", POSITIVE, meaning="scale of what finite data cost")
alpha = symbol("alpha", POSITIVE, meaning="exponent of N in the loss")
beta = symbol("beta", POSITIVE, meaning="exponent of D in the loss")
kappa = symbol("kappa", POSITIVE, meaning="FLOPs a parameter and token")
u, v, w = (symbol(name, POSITIVE, meaning="factor of a change of units") for name in "uvw")

fitted = {E: decimal("1.69"), A: decimal("406.4"), B: decimal("410.7"), alpha: decimal("0.34"), beta: decimal("0.28")}
"""The fit as printed in Appendix D.3, rounded there; what the paper computes from it was computed before it was rounded."""
