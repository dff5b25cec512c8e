"""A reason that cannot justify its line."""

from checks import by
from checks.calculation import calculation, is_at_least
from checks.language import symbol

x = symbol("x")
misused = calculation("A square", x**2, is_at_least(0, by.algebra))
