"""A division by something that is zero in the domain."""

from checks import by
from checks.calculation import calculation, equals
from checks.language import Claim, symbol
from checks.statements import statement

x, y = symbol("x"), symbol("y")
divided = statement("divided", "Cancelling x", claims=[Claim(x * y / x, "=", y)]).proved_by(calculation("Cancelling", x * y / x, equals(y, by.algebra)))
