"""A comparison that Python has evaluated."""

from checks.language import symbol
from checks.statements import statement

x = symbol("x")
evaluated = statement("evaluated", "x is x", claims=[x == x])  # noqa: PLR0124 — that is the fault
