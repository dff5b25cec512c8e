"""A logarithm of what can be negative."""

from checks import by
from checks.calculation import calculation, equals
from checks.language import Claim, log, symbol
from checks.statements import statement

x, y = symbol("x"), symbol("y")
logarithm = statement("logarithm", "The logarithm of a product", claims=[Claim(log(x * y), "=", log(x) + log(y))]).proved_by(
    calculation("Taking logarithms", log(x * y), equals(log(x) + log(y), by.algebra))
)
