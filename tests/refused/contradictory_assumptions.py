"""Assumptions that cannot both be met; what follows from them is not proved but vacuous."""

from checks import by
from checks.calculation import deduction
from checks.language import assumption, symbol
from checks.statements import statement

x = symbol("x")
large, small = assumption("x is large", x > 2, stated="§1"), assumption("x is small", x < 1, stated="§1")
vacuous = statement("vacuous", "Anything follows", claims=[x > 5], given=[large, small]).proved_by(
    deduction("From the assumptions", x > 5, by.sign(large, small))
)
