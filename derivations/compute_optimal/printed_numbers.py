"""The printed numbers (Table 2, Figure 4): a = 0.46 and b = 0.54, and 40 billion parameters for Gopher's 5.76e23 FLOPs.

With the fit as printed, alpha = 0.34 and beta = 0.28, the exponents are 14/31 and 17/31, which round to 0.45 and 0.55, and the size is
32 billion. There is no contradiction: exponents that round to 0.34 and 0.28 give the printed numbers. The fit was rounded too far
for them to be computed from it.
"""

from checks.commandline import check_script
from checks.language import decimal, exact, rounds_to
from checks.statements import fact, statement
from derivations.compute_optimal._frontier import N_opt, a, b
from derivations.compute_optimal._symbols import C, alpha, beta, fitted

gopher = decimal("5.76") * exact(10) ** 23
unrounded = {**fitted, alpha: decimal("0.3392"), beta: decimal("0.2849")}
billions = N_opt(C).subs(C, gopher) / exact(10) ** 9

exponents = (
    statement("tab2-exponents", "The exponents of the frontier", claims=[rounds_to(a.subs(fitted), "0.46"), rounds_to(b.subs(fitted), "0.54")])
    .corrected(
        rounds_to(a.subs(fitted), "0.45"),
        rounds_to(b.subs(fitted), "0.55"),
        says="the printed alpha and beta give a = 14/31 = 0.4516 and b = 17/31 = 0.5484; the printed a and b are those of a fit not yet rounded",
    )
    .finding(
        fact(
            "Exponents that round to the printed ones give the printed a",
            rounds_to(a.subs(unrounded), "0.46"),
            says="alpha = 0.3392 and beta = 0.2849 do: the table and the appendix agree, as far as they are printed.",
        ),
        fact("And the printed b", rounds_to(b.subs(unrounded), "0.54"), says="For the same alpha and beta b is 0.5435."),
    )
)

size = (
    statement("fig4-gopher", "The best size for Gopher's compute", claims=[rounds_to(billions.subs(fitted), "40")])
    .corrected(rounds_to(billions.subs(fitted), "32"), says="the printed fit gives 32.2 billion; the printed 40 are those of a fit not yet rounded")
    .finding(
        fact(
            "Exponents that round to the printed ones give the printed size",
            rounds_to(billions.subs(unrounded), "40"),
            says="With alpha = 0.3392 and beta = 0.2849 it is 40.3 billion: what rounding changes in the exponents is a fifth of the model.",
        )
    )
)

if __name__ == "__main__":
    check_script(__file__)
