"""A script that prints to stdout; only that is refused, the statement holds."""

from checks import by
from checks.calculation import calculation, equals
from checks.language import Claim, symbol
from checks.statements import statement

print("this must not reach the report")
x = symbol("x")
prints = statement("prints", "A square of a sum", claims=[Claim((x + 1) ** 2, "=", x**2 + 2 * x + 1)]).proved_by(
    calculation("Expanding", (x + 1) ** 2, equals(x**2 + 2 * x + 1, by.algebra))
)
