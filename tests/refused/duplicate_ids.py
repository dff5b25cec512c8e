"""Two statements of one id."""

from checks.language import symbol
from checks.statements import statement

x = symbol("x")
first = statement("twice", "A square is not negative", claims=[x**2 >= 0])
second = statement("twice", "A fourth power is not negative", claims=[x**4 >= 0])
