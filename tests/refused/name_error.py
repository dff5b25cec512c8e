"""A script that uses a symbol it does not declare."""

from checks.language import Claim, symbol
from checks.statements import statement

omega = symbol("omega")
false_name = statement("name-error", "An undeclared symbol", claims=[Claim(omegga, "=", omega)])  # noqa: F821 — that is the fault
