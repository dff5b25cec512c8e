"""The engine `smt`: Z3 on what becomes polynomial once powers, exponentials and logarithms are atoms."""

from checks.engines.smt.engine import Smt

__all__ = ["Smt"]
