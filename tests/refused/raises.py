"""A script that raises."""

from checks.language import symbol

x = symbol("x")
y = {"x": x}["why"]
