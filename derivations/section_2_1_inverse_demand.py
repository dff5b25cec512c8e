"""Inverse demand (section 2.1): p(t, q) = omega*f(q) - delta*t falls in t, and rises in q where f does."""

from checks import by
from checks.calculation import calculation, equals, is_greater_than, is_less_than
from checks.commandline import check_script
from checks.language import Derivative, define
from checks.statements import statement
from symbolic_model.demand import inverse_demand
from symbolic_model.symbols import delta, f, omega, q, t

p = define("p", t, q, by=inverse_demand(t, f(q)))

in_volume = calculation(
    "The price falls in the volume",
    Derivative(p(t, q), t),
    equals(-delta, by.differentiation),
    is_less_than(0, by.sign),
)

in_quality = calculation(
    "The price rises in quality",
    Derivative(p(t, q), q),
    equals(omega * Derivative(f(q), q), by.differentiation),
    is_greater_than(0, by.sign),
)

inverse_demand_slopes = statement(
    "s2.1-inverse-demand",
    "The slopes of inverse demand",
    claims=[Derivative(p(t, q), t) < 0, Derivative(p(t, q), q) > 0],
).proved_by(in_volume, in_quality)

if __name__ == "__main__":
    check_script(__file__)
