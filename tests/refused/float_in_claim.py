"""A float where an exact term belongs."""

from checks.language import symbol
from checks.statements import statement

x = symbol("x")
inexact = statement("inexact", "Half of x", claims=[x**2 >= 0.5 * x])
