"""The model: the loss, and the closed forms of the allocation that makes it least for a given compute."""

from __future__ import annotations

from checks.language import abbreviate, define
from derivations.compute_optimal._symbols import A, B, C, D, E, N, alpha, beta

L = define("L", N, D, by=E + A / N**alpha + B / D**beta)
"""The parametric loss, in nats a token. Source: section 3.3, eq. (2)."""

a = abbreviate("a", beta / (alpha + beta))
b = abbreviate("b", alpha / (alpha + beta))
G = abbreviate("G", (alpha * A / (beta * B)) ** (1 / (alpha + beta)))
N_opt = define("N_opt", C, latex=r"N_{\mathrm{opt}}", unicode="N_opt", by=G * (C / 6) ** a)
D_opt = define("D_opt", C, latex=r"D_{\mathrm{opt}}", unicode="D_opt", by=G**-1 * (C / 6) ** b)
"""Size in parameters and data in tokens that C FLOPs are best spent on. Source: section 3.3, eq. (4)."""

L_opt = L(N_opt(C), D_opt(C))
along_size = L(N, C / (6 * N))
along_data = L(C / (6 * D), D)
"""The loss where all of C is spent, as a function of the size alone and of the data alone."""
