"""Engine `algebra`: exact normal forms over independent atoms."""

from checks.engines.algebra.engine import Algebra

__all__ = ["Algebra"]
