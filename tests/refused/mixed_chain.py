"""A chain that goes up and down."""

from checks import by
from checks.calculation import calculation, is_at_least, is_at_most
from checks.language import symbol

x = symbol("x")
mixed = calculation("Up and down", x, is_at_most(x + 1, by.sign), is_at_least(x - 1, by.sign))
