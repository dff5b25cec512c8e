"""Appendix C, its bound on n: each line follows from the one before, given n >= 1, but the first is not the first-order condition.

So the bound that the appendix reaches is false of the optimum, even where n >= 1. Freed of the slip the same argument shows
(6*delta*rho - 1/E)*n <= alpha**2*omega**2*a**(1/alpha)*E/(4e) - alpha*omega/2, with no need of n >= 1: where something is sold ln q > 0.
"""

from checks import by
from checks.calculation import calculation, deduction, equals, is_at_most
from checks.commandline import check_script
from checks.language import POSITIVE, Claim, abbreviate, assumption, implies, log, maximum_at, same_units, symbol
from checks.language import E as e
from checks.statements import Finding, fact, false_belief, statement
from derivations.appendix_c_first_order_condition import last, printed_condition, printed_divided
from symbolic_model.assumptions import bounded_exponent, enough_hardware
from symbolic_model.optimum import logarithmic, quality
from symbolic_model.symbols import E, a, alpha, delta, omega, rho
from symbolic_model.symbols import some_n as n
from symbolic_model.units import of_parameters

in_force = [bounded_exponent, enough_hardware]
at_least_one = assumption("at least one parameter", n >= 1)

below_tangent = deduction("ln q below its tangent through 0", log(quality) <= alpha * a ** (1 / alpha) / e * n, by.inequality)

x = symbol("x", POSITIVE, meaning="any positive number")
ratio = (log(x) + log(a)) / x

peak = statement(
    "sC-log-bound",
    "The greatest value of (ln x + ln a)/x",
    claims=[maximum_at(ratio, over=x, at=e / a), Claim(ratio.subs(x, e / a), "=", a / e)],
).finding(
    fact(
        "The greatest value of ln q/n, which is what the first-order condition has",
        below_tangent.conclusion,
        says="ln q = alpha*ln n + ln a; so ln q/n is at most alpha*a**(1/alpha)/e, and a/e bounds it only for alpha = 1.",
    )
)

leading = alpha**2 * omega**2 * a / (2 * delta * e * n)
first = leading - alpha * omega / (delta * E) * ((log(n) + log(a) + 1) / n) + last
second = leading - alpha * omega * (log(a) + 1) / (delta * E * n) + last
room = 6 * delta * rho - 1 / E
solved = Claim(room * n, "<=", alpha**2 * omega**2 * a * E / (4 * e) - alpha * omega / 2 * (log(a) + 1))
explicit = abbreviate("B", alpha**2 * omega**2 / (4 * e * room) * a * E - alpha * omega / (2 * room) * (log(a) + 1))
first_line = assumption("the first bound as displayed", Claim(0, "<=", first), stated="Appendix C")
second_line = assumption("the second bound as displayed", Claim(0, "<=", second), stated="Appendix C")
solved_line = assumption("the solved bound as displayed", solved, stated="Appendix C")


def at_optimum(claim: Claim) -> Finding:
    """The displayed line, taken for a property of the optimum."""
    return false_belief(
        "The optimum meets this line, where n >= 1",
        claim,
        given=[*logarithmic.conditions, *in_force, at_least_one],
        says="It follows from the line before, but the first of these lines is not the first-order condition.",
    )


tangent = deduction("ln n + ln a below its tangent through 0", log(n) + log(a) <= a * n / e, by.inequality)
replaced = calculation(
    "The leading term only grows",
    printed_divided,
    equals(alpha**2 * omega**2 / (2 * delta * n**2) * (log(n) + log(a)) + (first - leading), by.algebra),
    is_at_most(alpha**2 * omega**2 / (2 * delta * n**2) * (a * n / e) + (first - leading), by.inequality(tangent)),
    equals(first, by.algebra),
)
first_bound = (
    statement("sC-first-bound", "The leading term bounded", claims=[Claim(0, "<=", first)], given=[printed_condition, *in_force])
    .proved_by(deduction("An inequality instead of an equation", Claim(0, "<=", first), by.sign(replaced, printed_condition)))
    .finding(at_optimum(Claim(0, "<=", first)))
)

second_bound = (
    statement("sC-second-bound", "ln n left out", claims=[implies(first_line.claim, second_line.claim)], given=in_force)
    .needing(at_least_one)
    .finding(
        at_optimum(Claim(0, "<=", second)),
        false_belief(
            "Both sides of n >= 1 have the same units",
            same_units(n, 1, under=of_parameters),
            says="Whether n >= 1 depends on the unit in which models are measured. ln q >= 0, which holds where something is sold, does not.",
        ),
    )
)

solution = statement("sC-solve-for-n", "The bound solved for n", claims=[implies(second_line.claim, solved)], given=in_force).finding(
    at_optimum(solved)
)

quotient = statement("sC-divide", "The bound divided by what is positive", claims=[implies(solved, n <= explicit)], given=in_force).finding(
    at_optimum(n <= explicit),
    fact("The factor is positive", room > 0, given=[enough_hardware], says="The theorem's assumption E > 1/(6*delta*rho) says just this."),
    fact(
        "Freed of the slip the argument gives another bound",
        Claim(room * n, "<=", alpha**2 * omega**2 * a ** (1 / alpha) * E / (4 * e) - alpha * omega / 2),
        given=[logarithmic.sells, logarithmic.stationary],
        by=[below_tangent],
        says="With a**(1/alpha) for a and without ln a; it needs no n >= 1, since ln q > 0 where something is sold.",
    ),
)

if __name__ == "__main__":
    check_script(__file__)
