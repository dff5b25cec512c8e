"""A script that speaks of a statement which the ledger does not list; the ledger has `lemma-1`."""

from checks.language import symbol
from checks.statements import statement

x = symbol("x")
lemma = statement("lemma-l", "A square is not negative", claims=[x**2 >= 0])
