"""The engine `signs`: roots, extrema and inequalities from signs of coefficients, exponents and derivatives."""

from checks.engines.signs.engine import SignRule

__all__ = ["SignRule"]
