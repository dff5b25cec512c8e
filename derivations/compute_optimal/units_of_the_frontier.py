"""Units: the closed forms mean the same in FLOPs and in petaflop-days, in parameters and in billions of them.

For that the 6 must be what it is, FLOPs a parameter and token: kappa in C = kappa*N*D. Size and data then scale as they should when
compute, parameters and tokens are counted in other units and A and B with them.
"""

from checks.commandline import check_script
from checks.language import Claim, rescaling, same_units, scales
from checks.statements import fact, statement
from derivations.compute_optimal._frontier import D_opt, N_opt
from derivations.compute_optimal._symbols import A, B, C, D, N, alpha, beta, kappa, u, v, w

size, data = (optimum(6 * C / kappa) for optimum in (N_opt, D_opt))
counted = rescaling("other units", {C: u * C, N: w * N, D: v * D, A: w**alpha * A, B: v**beta * B, kappa: u / (v * w) * kappa})

units = statement(
    "eq4-units",
    "The closed forms keep their meaning in other units",
    claims=[scales(size, by=w, under=counted), scales(data, by=v, under=counted), same_units(C, kappa * N * D, under=counted)],
).finding(fact("With kappa = 6 they are the paper's", Claim(size.subs(kappa, 6), "=", N_opt(C)), says="Likewise the data."))

if __name__ == "__main__":
    check_script(__file__)
