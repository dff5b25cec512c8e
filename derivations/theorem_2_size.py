"""Theorem 2 (section 4.2), its bound on n* for gamma = 0, with a and rho ranging; where nothing is sold, n* = 0 meets every bound.

As a product the first-order condition is (omega*ln q - 2n/E)*(alpha*omega - 2n/E) = 24*delta*rho*n**2/E. So n**2 is at most
alpha*omega**2*E*ln(q)/(24*delta*rho), and ln q at most alpha*a**(1/alpha)*n/e: the theorem holds with a**(1/alpha) for a. As printed it
has the wrong units unless alpha = 1. The path that refutes it keeps alpha = 1/4 and b = 1 fixed while both a and E tend to infinity.
"""

from fractions import Fraction

from checks import by
from checks.calculation import Calculation, calculation, deduction, equals, is_at_most
from checks.commandline import check_script
from checks.language import Claim, Interval, Limit, Term, assumption, exact, grows, implies, log, path, same_units, sqrt, symbol
from checks.language import E as e
from checks.language.growth import Grows
from checks.statements import Finding, fact, false_belief, statement
from derivations.appendix_c_bound_on_size import below_tangent
from derivations.appendix_c_first_order_condition import conditions
from derivations.optimum_moves import under_logarithm
from symbolic_model.assumptions import bounded_exponent, enough_hardware
from symbolic_model.growth import theorem_1_size
from symbolic_model.optimum import logarithmic, quality
from symbolic_model.symbols import E, a, alpha, delta, gamma, omega, rho
from symbolic_model.symbols import some_n as n
from symbolic_model.units import of_parameters

in_force = [bounded_exponent, enough_hardware]
margin, marginal = logarithmic.margin, logarithmic.marginal_margin
balance = under_logarithm.first_order

square = calculation(
    "Without the cost of inference both factors are larger",
    24 * delta * rho * n**2 / E,
    equals(margin * marginal, by.algebra(balance)),
    is_at_most(alpha * omega * margin, by.sign(logarithmic.sells)),
    is_at_most(alpha * omega**2 * log(quality), by.sign),
)
constant = alpha**2 * omega**2 / (24 * e * delta)
size = deduction("Dividing by n", n <= constant * (a ** (1 / alpha) * E / rho), by.inequality(square, below_tangent))

s = symbol("s", Interval(low=Fraction(10)), meaning="quality along the path")
quarter = exact(1) / 4
middle = log(s) + quarter + 12 * s**4
b_fixed = path(
    s,
    {
        alpha: quarter,
        omega: 1,
        delta: 1,
        n: 1 / s**2,
        a: s ** (exact(3) / 2),
        rho: s**6,  # that is (a/b)**(1/alpha) for b = 1
        E: 4 * (middle + sqrt(middle**2 - log(s))) / (s**2 * log(s)),
    },
    ratio="explodes",
)


def uniformly(quantity: Term, bound: Term, *, upper: Term | None = None) -> Grows:
    """The bound as E grows, with one constant for all a and rho; without a constant, refuted on the path."""
    unless = b_fixed if upper is None else None
    return grows(quantity, "O", bound, growing=E, uniformly=(a, rho), chosen=n, where=conditions, upper=upper, unless=unless)


linear = rho + alpha * omega**2 / (24 * delta)
some_efficiency = assumption("a is at least 1", a >= 1)
some_hardware = assumption("E is at least 1", Claim(E, ">=", 1))
log_below = deduction("ln a <= a - 1 and ln n <= n", log(quality) <= a * (n + 1), by.inequality(bounded_exponent, some_efficiency))
size_with_rho = calculation(
    "Size with rho fixed",
    n,
    equals(1 + (n**2 - 1) / (n + 1), by.algebra),
    is_at_most(1 + n**2 / (n + 1), by.sign),
    is_at_most(1 + alpha * omega**2 * E / (24 * delta * rho) * log(quality) / (n + 1), by.sign(square)),
    is_at_most(1 + alpha * omega**2 * E / (24 * delta * rho) * (a * (n + 1)) / (n + 1), by.sign(log_below)),
    is_at_most(a * E + alpha * omega**2 / (24 * delta) * (a * E / rho), by.sign(some_efficiency, some_hardware)),
    equals(linear * (a * E / rho), by.algebra),
)


def with_rho_fixed(quantity: Term, bound: Term, upper: Term, proof: Calculation) -> Finding:
    """The bound as sections 6 and 7 use it."""
    return fact(
        "Read so that rho is fixed while a and E grow, as in section 6",
        grows(quantity, "O", bound, growing=(E, a), chosen=n, where=conditions, upper=upper, beyond=1),
        given=[bounded_exponent],
        by=[proof],
        says="The constant may then depend on rho, and the bound holds, since ln q <= a*(n + 1) for a >= 1; but it is far from the optimum.",
    )


power_of_a = "a must have the power 1/alpha: (ln x + ln a)/x <= a/e is used of ln q/n, whose greatest value is alpha*a**(1/alpha)/e"

size_bound = (
    statement("thm-2-n", "The bound on size", claims=[uniformly(n, a * E / rho)], given=in_force)
    .corrected(
        uniformly(n, a ** (1 / alpha) * E / rho, upper=constant),
        implies(conditions, square.conclusion),
        given=[],
        by=[size],
        says=f"{power_of_a}. Neither E > 1/(6*delta*rho) nor alpha <= 1 is needed",
    )
    .finding(
        with_rho_fixed(n, a * E / rho, linear, size_with_rho),
        false_belief(
            "Where gamma tends to 0 the bound of Theorem 1 becomes this one",
            Claim(Limit(theorem_1_size, gamma, exact(0)), "=", a * E / rho),
            says="It becomes E/rho, without a: the two theorems do not meet, though the linking functions do.",
        ),
        false_belief(
            "Both sides have the same units",
            same_units(n, a * E / rho, under=of_parameters),
            says="Where a new unit of parameters is u old ones, the bound becomes u**(alpha - 1) times what it should be; "
            "so no constant serves for all a, rho and E unless alpha = 1.",
        ),
        fact(
            "Both sides of the corrected bound have the same units",
            same_units(n, a ** (1 / alpha) * E / rho, under=of_parameters),
            says="The power 1/alpha of a is what the units ask for.",
        ),
    )
)

if __name__ == "__main__":
    check_script(__file__)
