"""Checks a paper's derivations: what may be said, who is asked, what is shown.

The face for notebooks and for other papers; each name is imported when it is first used:

>>> from checks import Claim, prove
>>> from checks.language import POSITIVE, log, symbol
>>> from checks.verdicts import word
>>> x = symbol("x", POSITIVE)
>>> word(prove(Claim(log(x), "<=", x**2)))
'supported'
>>> word(prove(Claim((x + 1) ** 2, "=", x**2 + 2 * x + 1)))
'proved'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checks.language.claims import Claim
    from checks.proving import Loaded, load, prove

__all__ = ["Claim", "Loaded", "load", "prove"]
__version__ = "0.1.0"

PLACES = {"Claim": "checks.language.claims", "Loaded": "checks.proving", "load": "checks.proving", "prove": "checks.proving"}


def __getattr__(name: str) -> Any:
    if name not in PLACES:
        raise AttributeError(f"module 'checks' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(PLACES[name]), name)
