"""Appendix D, its last display: the bound on n**(alpha*gamma + 1) rewritten, and its order as E grows.

The order is right for fixed rho, uniformly in a, as section 6 uses it. It is not uniform in rho, since the bound has a pole
at E = 1/(6*delta*rho) and E may come as close to that as it likes.
"""

from checks import by
from checks.calculation import calculation, deduction, equals
from checks.commandline import check_script
from checks.language import POSITIVE, Claim, assumption, order, same_units, symbol
from checks.statements import fact, false_belief, statement
from derivations.appendix_d_bound import hypotheses, scale, training, upper
from symbolic_model.assumptions import enough_hardware, gamma_not_zero, positive_gamma, small_elasticity
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.units import of_parameters

combined = scale * ((alpha * omega * E + 2 - 2 * alpha * gamma) / (2 * E * training))
claimed_order = E / (rho * a**gamma)

rewrite = (
    statement("sD-rewrite", "The last two factors combined", claims=[Claim(upper, "=", combined)], given=hypotheses)
    .proved_by(calculation("A common denominator", upper, equals(combined, by.algebra(gamma_not_zero, enough_hardware))))
    .finding(
        false_belief(
            "The summands alpha*omega*E and 2 - 2*alpha*gamma have the same units",
            same_units(alpha * omega * E, 2 - 2 * alpha * gamma, under=of_parameters),
            says="The first is counted in parameters, the second is a number: the sum exists only because a power of n was raised "
            "under n >= 1. For large E the second is dropped, but what is large depends on the unit of n.",
        )
    )
)

s = symbol("s", POSITIVE, meaning="how close E comes to 1/(6*delta*rho)")
close = {rho: (1 + 1 / s) / (6 * delta * E)}
far_hardware = assumption("E is at least twice 1/(6*delta*rho)", Claim(E, ">=", 1 / (3 * delta * rho)))
unit_hardware = assumption("E is at least 1", E >= 1)
as_E_grows = order(combined, "O", claimed_order, growing=E, uniformly=(a,))

order_of_bound = (
    statement("sD-order", "The order of the bound as E grows", claims=[as_E_grows], given=hypotheses)
    .proved_by(deduction("As E grows, whatever a is", as_E_grows, by.growth(gamma_not_zero)))
    .finding(
        false_belief(
            "Read so that rho may move as E grows",
            order(combined.subs(close), "O", claimed_order.subs(close), growing=(E, s)),
            given=[positive_gamma, small_elasticity],
            says="With 6*delta*rho*E = 1 + 1/s the hypothesis holds, and the bound is 1 + s times what it would be without 1/(E*delta).",
        ),
        fact(
            "Read so that rho may move but E stays at twice 1/(6*delta*rho) or more",
            combined <= omega * (alpha * omega / 2 + 1) / (6 * gamma * delta) * claimed_order,
            given=[positive_gamma, small_elasticity, far_hardware, unit_hardware],
            says="Then one constant serves for all a, rho and E.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
