"""A claim that is false."""

from checks.language import symbol
from checks.statements import statement

x = symbol("x")
false_claim = statement("false-claim", "A square exceeds its root", claims=[x**2 >= x])
