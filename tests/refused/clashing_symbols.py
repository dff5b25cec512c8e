"""Two symbols of one name with different domains."""

from checks.language import POSITIVE, REAL, Claim, symbol
from checks.statements import statement

x, other = symbol("x", REAL), symbol("x", POSITIVE)
clash = statement("clash", "Two things called x", claims=[Claim(x + other, "=", other + x)])
