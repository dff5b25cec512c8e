"""The linking functions (section 2.1): f_gamma(q) = (1 - q**-gamma)/gamma, and ln q for gamma = 0.

They increase in q; their returns diminish exactly for gamma > -1; ln q is the limit at gamma = 0. The section
derives them as the integral of the density of reservation qualities from 0, which is not f_gamma for any gamma.
"""

from checks import by
from checks.calculation import calculation, equals, is_greater_than
from checks.commandline import check_script
from checks.language import Claim, Derivative, Integral, Limit, define, exact, iff, log, maximum_at
from checks.statements import fact, false_belief, statement, undefined
from symbolic_model.assumptions import diminishing_demand, gamma_not_zero, negative_gamma, positive_gamma
from symbolic_model.demand import f_gamma, f_zero, inverse_demand
from symbolic_model.symbols import gamma, omega, q, q_star, t

slope = calculation(
    "The slope is the density of reservation qualities",
    Derivative(f_gamma(q), q),
    equals(1 / q ** (1 + gamma), by.differentiation(gamma_not_zero)),
    is_greater_than(0, by.sign),
)

increasing = statement(
    "s2.1-linking",
    "The linking functions increase",
    claims=[Derivative(f_gamma(q), q) > 0],
    given=[gamma_not_zero],
).proved_by(slope)

curvature = calculation(
    "The curvature has the sign of -(1 + gamma)",
    Derivative(f_gamma(q), q, 2),
    equals(-(1 + gamma) * q ** (-gamma - 2), by.differentiation(gamma_not_zero)),
)

diminishing = (
    statement(
        "s2.1-diminishing",
        "Returns diminish exactly for gamma > -1",
        claims=[
            iff(Derivative(f_gamma(q), q, 2) < 0, gamma > -1),
            Derivative(f_zero(q), q, 2) < 0,
            Claim(f_gamma(q).subs(gamma, -1), "=", q - 1),
        ],
        given=[gamma_not_zero],
    )
    .proved_by(curvature)
    .finding(
        false_belief(
            "At gamma = -1 demand is proportional to quality",
            Claim(f_gamma(2 * q).subs(gamma, -1), "=", 2 * f_gamma(q).subs(gamma, -1)),
            says="f_{-1}(q) = q - 1 is affine, with f_{-1}(1) = 0, so doubling quality more than doubles the highest price above q = 1.",
        )
    )
)

log_limit = statement(
    "s2.1-log-limit",
    "The logarithm is the member gamma = 0",
    claims=[Claim(Limit(f_gamma(q), gamma, exact(0)), "=", log(q))],
).proved_by(
    calculation(
        "Numerator and denominator vanish at gamma = 0; their derivatives are q**-gamma*ln q and 1",
        Limit(f_gamma(q), gamma, exact(0)),
        equals(log(q), by.limit),
    )
)

from_zero = Integral(1 / q_star ** (1 + gamma), q_star, exact(0), q)
from_one = Integral(1 / q_star ** (1 + gamma), q_star, exact(1), q)
p = define("p", t, q, by=inverse_demand(t, f_gamma(q)))

from_one_is_f = calculation(
    "The integral from 1 is the linking function",
    from_one,
    equals(f_gamma(q), by.integration(gamma_not_zero)),
)

linking_integral = (
    statement(
        "s2.1-linking-integral",
        "The linking function as the mass of consumers served",
        claims=[
            maximum_at(p(t, q) / omega, over=t, at=0),
            Claim(p(0, q) / omega, "=", f_gamma(q)),
            Claim(f_gamma(q), "=", from_zero),
        ],
        given=[gamma_not_zero, diminishing_demand],
    )
    .corrected(
        maximum_at(p(t, q) / omega, over=t, at=0),
        Claim(p(0, q) / omega, "=", f_gamma(q)),
        Claim(f_gamma(q), "=", from_one),
        by=[from_one_is_f],
        says="the integral must start at 1, as in Appendix A; from 0 it exceeds f_gamma by -1/gamma for gamma < 0 and diverges for gamma >= 0",
    )
    .finding(
        fact(
            "What the integral from 0 is",
            Claim(from_zero, "=", f_gamma(q) - 1 / gamma),
            given=[negative_gamma],
            says="Where it converges, the mass of consumers served is f_gamma(q) - 1/gamma, that is q**-gamma/(-gamma).",
        ),
        undefined(
            "The integral from 0 diverges for gamma > 0",
            Claim(from_zero, ">", 0),
            given=[positive_gamma],
            says="For gamma >= 0 the density is not integrable at 0: infinitely many consumers have reservation qualities near 0.",
        ),
        false_belief(
            "The highest price is never negative",
            f_gamma(q) >= 0,
            given=[gamma_not_zero, diminishing_demand],
            says="Below q = 1 the linking function is negative, which no number of consumers is; the derivation reads it as one.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
