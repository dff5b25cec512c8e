"""0**0, which is not defined."""

from checks import by
from checks.calculation import calculation, equals
from checks.language import NONNEGATIVE, Claim, symbol
from checks.statements import statement

x, y = symbol("x", NONNEGATIVE), symbol("y", NONNEGATIVE)
power = statement("power", "Anything to the zero", claims=[Claim(x**y * x**y, "=", x ** (2 * y))]).proved_by(
    calculation("Adding exponents", x**y * x**y, equals(x ** (2 * y), by.algebra))
)
