"""Small papers of other people for the tests: scripts as text, written into fresh folders."""

from __future__ import annotations

from pathlib import Path

HEAD = '''"""Quadratics."""

from checks import by
from checks.calculation import calculation, equals, is_at_least
from checks.commandline import check_script
from checks.language import POSITIVE, Claim, assumption, symbol
from checks.statements import fact, false_belief, statement

x, y = symbol("x"), symbol("y", POSITIVE, meaning="a side")
'''

MEANS = """
squares = calculation(
    "The difference is a square",
    x**2 + y**2 - 2 * x * y,
    equals((x - y) ** 2, by.algebra),
    is_at_least(0, by.sign),
)
means = statement(
    "means", "The arithmetic mean exceeds the geometric one", claims=[x**2 + y**2 >= 2 * x * y], where="Lemma 1", printed="x^2 + y^2 \\\\ge 2xy"
).proved_by(squares)
"""

FALSE = """
root = statement("root", "A square exceeds its root", claims=[y**2 >= y], where="Remark").corrected(
    y**2 + y >= y, says="y must be added"
)
"""

NEEDY = """
large = assumption("y is large", y >= 1)
needy = statement("needy", "A square exceeds its root", claims=[y**2 >= y], where="Remark").needing(large)
"""

NOTED = """
noted = statement("noted", "A square", claims=[x**2 >= 0]).finding(
    false_belief("squares are positive", x**2 > 0, says="at 0 it is not"), fact("doubles", Claim(2 * x, "=", x + x), says="clear")
)
"""

UNCONFIRMED = """
unconfirmed = statement("unconfirmed", "A square", claims=[x**2 >= 0]).finding(
    false_belief("squares are not negative", x**2 >= 0, says="they may be")
)
"""

HARD = """
from checks.language import Integral, exact, exp
hard = statement("hard", "An area below a bell", claims=[Integral(exp(-(x**2)), x, exact(0), y) <= y])
"""

MAIN = """
if __name__ == "__main__":
    check_script(__file__)
"""


def ledger(*ids: str) -> str:
    """A ledger with these entries."""
    entries = [
        f'[[statement]]\nid = "{name}"\nwhere = "§{number}"\nprinted = "x^{number}"\nsays = "says {name}"\n' for number, name in enumerate(ids, 1)
    ]
    return '[paper]\ntitle = "On quadratics"\nreference = "2026"\n' + "\n".join(entries)


def record(**verdicts: str) -> str:
    """A record of verdicts."""
    return "[verdicts]\n" + "".join(f'"{name}" = "{verdict}"\n' for name, verdict in verdicts.items())


def write(folder: Path, *parts: str, name: str = "quadratics.py") -> Path:
    """A script of these parts in a folder."""
    script = folder / name
    script.write_text(HEAD + "".join(parts))
    return script
